/** When the complaint suits a case, and what keeps it from being filed (form 10 F). */
import type { Case } from '../../shared/case/case.ts';
import type { Loan } from '../../shared/case/loan.ts';
import { loanGuarantees, loanLimitation } from '../../shared/law/case-limits.ts';
import { clauseFinding } from '../../shared/law/jurisdiction.ts';
import { factsOf, gapText, openFacts } from '../../shared/proof/facts.ts';
import { advances, lastDay, paperName } from '../parts/loan-text.ts';
import {
  borrowers,
  borrowersOf,
  defendants,
  guarantors,
  lendersOf,
  plaintiffs,
  thirdPersons,
} from '../parts/people.ts';
import { day, yuanText } from '../parts/words.ts';
import type { Fit, Missing, PaperContext } from '../template.ts';
import {
  agentProblems,
  blocking,
  insults,
  otherSide,
  ownParticulars,
  proseProblems,
  signatureReminder,
  warning,
} from './common.ts';

function arbitration(c: Case, asOf: string): number {
  return c.loans.findIndex(
    (l) => l.forumClause && clauseFinding(l.forumClause, asOf).state === 'blocks',
  );
}

/** Fits when somebody lent, somebody borrowed, and no arbitration clause keeps the case out of court. */
export function fitsFiling(x: PaperContext): Fit {
  const c = x.case;
  if (plaintiffs(c).length === 0 || defendants(c).length === 0 || c.loans.length === 0) {
    return { fits: false, why: '还没有出借人、借款人或者借款，先在“当事人”“借款”里录入' };
  }
  if (arbitration(c, x.claim.asOf) >= 0) {
    return { fits: false, why: '借款约定了仲裁，应向仲裁委员会申请，法院不受理' };
  }
  return c.judgment
    ? { fits: true, why: '已有生效法律文书；起诉状留作查阅或者补打' }
    : { fits: true, why: '向法院起诉时提交' };
}

function loanProblems(x: PaperContext, loan: Loan, i: number): Missing[] {
  const { case: c, claim } = x;
  const path = `loans.${i}`;
  const out = advances(c, loan);
  const lent = claim.loans.find((l) => l.loanId === loan.id)?.lent ?? 0;
  const found: Missing[] = [];
  if (out.length === 0) {
    found.push(
      blocking('transfers', `${paperName(loan)}还没有交付记录，请在“流水”里录入出借的转账或者现金`),
    );
  }
  if (loan.agreedAmount === null) {
    found.push(warning(`${path}.agreedAmount`, '请填写约定的借款金额'));
  } else if (out.length > 0 && loan.agreedAmount !== lent) {
    found.push(
      warning(
        `${path}.agreedAmount`,
        `约定${yuanText(loan.agreedAmount)}，实际出借${yuanText(lent)}，两者不一致；本金按实际出借的金额计算，请核对流水和预扣`,
      ),
    );
  }
  if (loan.signed === null) {
    found.push(warning(`${path}.signed`, `请填写${paperName(loan)}的签订日期`));
  }
  const strangers = loan.lenderIds.filter((id) => !plaintiffs(c).some((party) => party.id === id));
  if (strangers.length > 0) {
    found.push(
      blocking(
        `${path}.lenderIds`,
        `${paperName(loan)}上的出借人不在原告里；原告应当是借条上的出借人，债权转让的请先补充转让证明`,
      ),
    );
  }
  const lenders = lendersOf(c, loan).map((p) => p.name);
  c.transfers.forEach((t, k) => {
    if (t.loanId !== loan.id || t.direction !== 'out' || t.fromAccount === '') return;
    if (!lenders.some((name) => name !== '' && t.fromAccount.includes(name))) {
      found.push(
        warning(
          `transfers.${k}.fromAccount`,
          `付款账户里没有出借人${lenders.join('、')}的名字；付款人与出借人不一致时，需要说明代付的理由和证据`,
        ),
      );
    }
  });
  return [...found, ...clauseProblems(x, loan, path), ...limitationProblems(x, loan, path)];
}

function clauseProblems(x: PaperContext, loan: Loan, path: string): Missing[] {
  if (!loan.forumClause) return [];
  const finding = clauseFinding(loan.forumClause, x.claim.asOf);
  if (finding.state === 'valid') return [];
  const at = `${path}.forumClause`;
  return [finding.state === 'blocks' ? blocking(at, finding.reason) : warning(at, finding.reason)];
}

/** Limitation only warns: the court doesn't raise it by itself (form 10 F 14). */
function limitationProblems(x: PaperContext, loan: Loan, path: string): Missing[] {
  const c = x.case;
  const asOf = c.suit.filedOn ?? x.today;
  const before = { ...c, suit: { ...c.suit, filedOn: null } };
  const own = loanLimitation(before, loan, asOf);
  const late = own.expired
    ? [
        warning(
          `${path}.due`,
          `按现有记录，诉讼时效到${own.end ? day(own.end) : '期限'}已经届满；被告可能以此抗辩，请补充催收、还款或者承诺还款的记录，并咨询律师`,
        ),
      ]
    : [];
  const lost = loanGuarantees(c, loan, asOf).flatMap((g): Missing[] => {
    const k = loan.guarantees.findIndex((other) => other.id === g.guaranteeId);
    return g.status?.state === 'lost'
      ? [
          warning(
            `${path}.guarantees.${k}.periodMonths`,
            `按现有记录，${g.name || '保证人'}的保证期间到${day(g.status.end)}已经届满，${g.name || '其'}可能不再承担保证责任，请补充证据或者咨询律师`,
          ),
        ]
      : [];
  });
  return [...late, ...lost];
}

/** Warnings of the computation that a reader of the paper has to know of, with the field to look at. */
const SHOWN: Record<string, string> = {
  'lpr-unverified': 'claim.lprAnchor',
  'filed-assumed': 'suit.filedOn',
  'no-due-date': 'loans',
  'returned-at-once': 'transfers',
  overpaid: 'transfers',
};

function claimProblems(x: PaperContext): Missing[] {
  const { case: c, claim } = x;
  const found: Missing[] = [];
  if (c.loans.length > 0 && claim.principal === 0 && claim.interest === 0) {
    found.push(
      blocking('transfers', '按现有流水，借款已经还清，没有可以请求的金额，请核对还款记录'),
    );
  }
  const notDue = c.loans.some((l) => {
    const last = lastDay(c, l);
    return last !== null && last > claim.asOf;
  });
  if (c.claim.rescission === 'accelerate' && !notDue) {
    found.push(warning('claim.rescission', '借款已经到期，不需要再请求提前还款，请改选“否”'));
  }
  c.claim.costs.forEach((cost, i) => {
    if (!cost.agreed) {
      found.push(
        warning(
          `claim.costs.${i}.agreed`,
          '借条没有约定由借款人负担的费用，法院一般不支持，请核对',
        ),
      );
    }
  });
  if (guarantors(c).length > 0 && c.loans.every((l) => l.guarantees.length === 0)) {
    found.push(warning('loans.0.guarantees', '已列保证人，请在借款里补充保证方式、签订日期和范围'));
  }
  for (const w of [...claim.warnings, ...claim.loans.flatMap((l) => l.warnings)]) {
    const path = SHOWN[w.code];
    if (path !== undefined) found.push(warning(path, w.text));
  }
  return found;
}

/** A borrower whom no loan names would be sued without any claim against them. */
function unnamedBorrowers(c: Case): Missing[] {
  const named = new Set(c.loans.flatMap((l) => borrowersOf(c, l).map((p) => p.id)));
  return borrowers(c).flatMap((party) =>
    c.loans.length > 0 && !named.has(party.id)
      ? [
          warning(
            `parties.${c.parties.indexOf(party)}.role`,
            `${party.name || '这位借款人'}不是任何一笔借款的借款人，起诉状里没有对其的请求；请在借款里选上，或者改为第三人`,
          ),
        ]
      : [],
  );
}

function suitProblems(x: PaperContext, paperId: string): Missing[] {
  const { case: c } = x;
  const found: Missing[] = [];
  if (c.suit.court === '') {
    found.push(blocking('suit.court', '请选择或者填写受理法院的全称'));
  } else if (!/法院$/.test(c.suit.court)) {
    found.push(warning('suit.court', '法院名称应写全称，以“人民法院”结尾，请核对'));
  }
  const m = c.suit.mediation;
  const unanswered =
    m.understands === null ||
    m.willing === null ||
    m.benefits.length < 5 ||
    m.benefits.some((b) => b === null);
  if (paperId === 'complaint-elements') {
    if (unanswered) {
      found.push(
        warning('suit.mediation', '先行调解的几个问题还没有回答，起诉状上会留空，可以手填'),
      );
    }
    plaintiffs(c).forEach((party) => {
      if (party.acceptsElectronicService === null) {
        found.push(
          warning(
            `parties.${c.parties.indexOf(party)}.acceptsElectronicService`,
            '这份起诉状没有送达地址栏，请一并准备《送达地址确认书》并选择是否接受电子送达',
          ),
        );
      }
    });
  }
  if (c.evidence.length === 0) {
    found.push(warning('evidence', '还没有证据；起诉时应提交证据和证据目录'));
  }
  return [
    ...found,
    ...signatureReminder(
      plaintiffs(c),
      paperId === 'complaint-elements' ? '具状人' : '起诉人',
      'suit.signedOn',
      c.suit.signedOn,
    ),
  ];
}

/** Gaps told one by one; the rest is counted. */
const TOLD = 6;

/** Facts the complaint states and nothing proves (rules 9): the paper can be printed, the suit is weak. */
function unproved(x: PaperContext): Missing[] {
  if (x.case.evidence.length === 0) return [];
  const open = openFacts(factsOf(x.case, x.today));
  const rest = open.length - TOLD;
  return [
    ...open.slice(0, TOLD).map((f) => warning('evidence.facts', `${gapText(f)}。可用：${f.needs}`)),
    ...(rest > 0
      ? [
          warning(
            'evidence.facts',
            `还有 ${rest} 件事没有证据或者证据不够，见“证据”里的“要证明的事实”`,
          ),
        ]
      : []),
  ];
}

/** All checks of a complaint, blocking ones first. */
export function filingProblems(x: PaperContext, paperId: string): Missing[] {
  const c = x.case;
  const free: [string, string][] = [
    ...c.claim.otherClaims.map((s, i): [string, string] => [`claim.otherClaims.${i}`, s]),
    ...c.loans.map((l, i): [string, string] => [`loans.${i}.note`, l.note]),
  ];
  const found = [
    ...(plaintiffs(c).length === 0 ? [blocking('parties', '请录入出借人（原告）')] : []),
    ...(defendants(c).length === 0 ? [blocking('parties', '请录入借款人（被告）')] : []),
    ...(c.loans.length === 0 ? [blocking('loans', '请录入借款')] : []),
    ...plaintiffs(c).flatMap((p) => ownParticulars(c, p)),
    ...defendants(c).flatMap((p) => otherSide(c, p, '被告')),
    ...thirdPersons(c).flatMap((p) => otherSide(c, p, '第三人')),
    ...agentProblems(c, plaintiffs(c)),
    ...c.loans.flatMap((l, i) => loanProblems(x, l, i)),
    ...unnamedBorrowers(c),
    ...claimProblems(x),
    ...suitProblems(x, paperId),
    ...unproved(x),
    ...insults(free),
    ...proseProblems(x, paperId),
  ];
  return blockingFirst(found);
}

/** Blocking entries first, each group in its own order, the same entry once. */
export function blockingFirst(found: Missing[]): Missing[] {
  const once = found.filter(
    (m, i) => found.findIndex((n) => n.path === m.path && n.message === m.message) === i,
  );
  return [
    ...once.filter((m) => m.level === 'blocking'),
    ...once.filter((m) => m.level === 'warning'),
  ];
}
