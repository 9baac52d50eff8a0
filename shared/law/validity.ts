import type { Case, CaseDocument } from '../case/case.ts';
import { isIsoDate } from '../case/fields.ts';
import type { Warning } from '../claim/types.ts';
import { addMonths } from './dates.ts';
import { cite } from './statutes.ts';

/**
 * What may void a loan or turn a suit against its plaintiff (民间借贷规定 13, 14, 18, 19): told as
 * warnings, never as advice on how to hide it.
 */

/** Consequence of invalidity: principal back, interest at about one time the LPR, guarantees fall too. */
const VOID = '合同无效的，只能要回本金和大致按一倍LPR计算的资金占用费，保证也随之无效';

function fundWarnings(c: Case): Warning[] {
  const { sourceOfFunds: source, illegalUse } = c.background;
  const list: Warning[] = [];
  if (source === 'bankCredit') {
    list.push({
      code: 'relent-bank-credit',
      text: `出借的钱来自银行贷款、信用卡或者网络贷款的，可能被认定为套取金融机构贷款转贷而无效；${VOID}`,
      article: cite('lending', 13),
    });
  }
  if (source === 'borrowed' || source === 'raised') {
    list.push({
      code: 'relent-borrowed',
      text: `向其他营利法人借来、向本单位职工集资或者向公众吸收的钱再转贷的，合同无效；${VOID}`,
      article: cite('lending', 13),
    });
  }
  if (illegalUse === true) {
    list.push({
      code: 'illegal-use',
      text: `事先知道借款用于赌博、毒品等违法犯罪活动的，合同无效；${VOID}`,
      article: cite('lending', 13),
    });
  }
  return list;
}

/** Cash, or a note without any transfer: the delivery itself will be asked about (第十五条第二款). */
function cashWarning(c: Case): Warning[] {
  const cash = c.transfers.some((t) => t.direction === 'out' && t.method === 'cash');
  return cash
    ? [
        {
          code: 'cash-delivery',
          text: '有现金交付：对方否认收到的，法院会看金额、经济能力、交易习惯等，请准备取款记录、收条、见证人',
          article: cite('lending', 15),
        },
      ]
    : [];
}

/**
 * Before papers are made: every repayment has to be on record. Suing for a debt that is paid, wholly or
 * in part, while hiding it is a false suit.
 */
function falseSuitWarning(c: Case): Warning[] {
  if (c.judgment !== null || c.background.repaymentsComplete === true) return [];
  if (!c.transfers.some((t) => t.direction === 'out')) return [];
  return [
    {
      code: 'false-suit',
      text: '请确认对方还过的每一笔都已录入。隐瞒已经还清的事实起诉的，属于虚假诉讼，会被罚款、拘留，直至追究刑事责任',
      article: `${cite('lending', 19)}、${cite('falseSuitInterp', 1)}`,
    },
  ];
}

/** Lending between a company and the many: the whole interpretation may not apply (法释〔2020〕27号). */
function lenderWarning(c: Case): Warning[] {
  const words = /小额贷款|融资担保|典当|融资租赁|商业保理|资产管理|银行|信托|消费金融/;
  const lender = c.parties.find(
    (p) => p.role === 'lender' && p.kind === 'organisation' && words.test(p.name),
  );
  return lender
    ? [
        {
          code: 'financial-lender',
          text: `${lender.name}像是金融机构或者地方金融组织，其放贷业务不适用民间借贷的规定和利率上限，本软件的计算不适合`,
          article: `${cite('lending', 1)}、${cite('lendingReply', 1)}`,
        },
      ]
    : [];
}

/** Warnings on validity and honesty of one case. */
export function validityWarnings(c: Case): Warning[] {
  return [...falseSuitWarning(c), ...fundWarnings(c), ...cashWarning(c), ...lenderWarning(c)];
}

/** What the store knows of a lender's lending, one record a loan. */
export interface LendingRecord {
  caseId: string;
  /** The borrower, by identity number where known, else by name. */
  borrower: string;
  /** First delivery, or the paper's date. */
  date: string;
  withInterest: boolean;
  sued: boolean;
}

/** The loans of a case in file form as lending records; half-typed records are passed over. */
export function lendingRecords(c: CaseDocument): LendingRecord[] {
  return (c.loans ?? []).flatMap((loan) => {
    const out = (c.transfers ?? []).filter((t) => t.loanId === loan.id && t.direction === 'out');
    const date = out.map((t) => t.date).sort()[0] || loan.signed;
    const ids = loan.borrowerIds ?? [];
    const head = (c.parties ?? []).find((p) =>
      ids.length > 0 ? ids.includes(p.id) : p.role === 'borrower',
    );
    if (!date || !isIsoDate(date) || !head) return [];
    const number = head.kind === 'person' ? head.idNumber : head.creditCode;
    return [
      {
        caseId: c.id,
        borrower: number || head.name || '',
        date,
        withInterest: loan.interest === 'agreed',
        sued: Boolean(c.suit?.filedOn),
      },
    ];
  });
}

const BORROWERS = 3;
const SUITS = 5;

/**
 * Signs of a professional lender across all cases (九民纪要 53). The numbers are this app's own caution,
 * not law: three or more borrowers with interest within two years, or five suits. Local courts set theirs.
 */
export function lendingPattern(records: readonly LendingRecord[]): Warning[] {
  const paid = records
    .filter((r) => r.withInterest && r.borrower !== '')
    .sort((a, b) => a.date.localeCompare(b.date));
  const most = paid.reduce((n, first) => {
    const end = addMonths(first.date, 24);
    const within = paid.filter((r) => r.date >= first.date && r.date <= end);
    return Math.max(n, new Set(within.map((r) => r.borrower)).size);
  }, 0);
  const suits = new Set(records.filter((r) => r.sued).map((r) => r.caseId)).size;
  const reasons = [
    ...(most >= BORROWERS ? [`两年内向${most}人有息出借`] : []),
    ...(suits >= SUITS ? [`已有${suits}件起诉`] : []),
  ];
  if (reasons.length === 0) return [];
  return [
    {
      code: 'professional-lender',
      text: `您的案件里${reasons.join('，')}。法院可能审查是否职业放贷；被认定的，借款合同无效，只能要回本金和资金占用费。各地标准不同，请准备出借人与借款人关系、资金来源的证据`,
      article: `${cite('lending', 13)}、${cite('civilMinutes', 53)}`,
    },
  ];
}
