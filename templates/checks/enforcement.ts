/** Gates before an enforcement application (form 05a B, 10 F 17). */

import { performanceEnd } from '../../shared/law/after-judgment.ts';
import { addYears } from '../../shared/law/dates.ts';
import { enforcementLimit, instalmentsOf } from '../../shared/law/enforcement-limit.ts';
import { preservationHeld } from '../../shared/law/seizures.ts';
import { enforcementDay, enforcementFigures } from '../parts/enforcement-figures.ts';
import { defendants, plaintiffs } from '../parts/people.ts';
import { day } from '../parts/words.ts';
import type { Fit, Missing, PaperContext } from '../template.ts';
import {
  agentProblems,
  blocking,
  otherSide,
  ownParticulars,
  proseProblems,
  signatureReminder,
  warning,
} from './common.ts';
import { blockingFirst } from './filing.ts';

/** Fits once there is an instrument in effect whose performance period is over. */
export function fitsEnforcement(x: PaperContext): Fit {
  const c = x.case;
  if (!c.judgment) return { fits: false, why: '还没有判决书、调解书等生效法律文书' };
  const end = performanceEnd(x.case.judgment);
  const on = enforcementDay(x);
  if (end === null) {
    return { fits: false, why: '还不知道履行期何时届满，请填写生效日期和履行期' };
  }
  return on <= end
    ? { fits: false, why: `履行期到${day(end)}届满，届满后才能申请执行` }
    : { fits: true, why: `履行期已于${day(end)}届满，可以申请执行` };
}

function judgmentProblems(x: PaperContext): Missing[] {
  const j = x.case.judgment;
  if (!j) return [blocking('judgment', '请录入判决书、调解书等生效法律文书')];
  const end = performanceEnd(x.case.judgment);
  const on = enforcementDay(x);
  const found: Missing[] = [];
  const need: [boolean, string, string][] = [
    [j.issuer === '', 'judgment.issuer', '请填写作出文书的法院或者机构'],
    [j.documentNumber === '', 'judgment.documentNumber', '请填写文书号'],
    [j.effectiveOn === null, 'judgment.effectiveOn', '请填写生效日期'],
    [j.operativeText.trim() === '', 'judgment.operativeText', '请照抄判项主文全文'],
    [j.items.length === 0, 'judgment.items', '请按判项逐项录入本金、利息，用来计算申请执行的金额'],
  ];
  found.push(...need.flatMap(([empty, path, text]) => (empty ? [blocking(path, text)] : [])));
  if (end === null) {
    found.push(
      blocking('judgment.performanceEnds', '请填写履行期（判决生效后几日内），或者届满日'),
    );
  } else if (on <= end) {
    found.push(
      blocking('judgment.performanceEnds', `履行期到${day(end)}才届满，届满后才能申请执行`),
    );
  } else {
    const limit = enforcementLimit({
      performanceEnd: end,
      instalments: instalmentsOf(j),
      asOf: on,
    });
    if (limit?.expired) {
      found.push(
        warning(
          'judgment.performanceEnds',
          `申请执行的两年期间到${day(limit.end)}届满，已经超过；有中止、中断的情形请保留证据，并咨询律师`,
        ),
      );
    } else if (limit && on > addYears(end, 1)) {
      found.push(
        warning('judgment.performanceEnds', `申请执行的期间到${day(limit.end)}届满，请尽快申请`),
      );
    }
  }
  return found;
}

/** The payee account: number, branch, and a holder who is the applicant (enforcementRules art. 20). */
export function bankProblems(x: PaperContext): Missing[] {
  const c = x.case;
  const account = c.enforcement?.bankAccount ?? { number: '', holder: '', branch: '' };
  const path = 'enforcement.bankAccount';
  const digits = account.number.replace(/\s/g, '');
  const found: Missing[] = [];
  if (digits === '') found.push(blocking(`${path}.number`, '请填写收款的银行账号'));
  else if (!/^\d{8,30}$/.test(digits)) {
    found.push(blocking(`${path}.number`, '银行账号应为8到30位数字，请核对'));
  }
  if (account.branch === '') found.push(blocking(`${path}.branch`, '请填写开户行，写到支行'));
  if (account.holder === '') found.push(blocking(`${path}.holder`, '请填写开户名'));
  else if (!plaintiffs(c).some((p) => p.name === account.holder)) {
    found.push(
      blocking(
        `${path}.holder`,
        '开户名与申请执行人不一致，法院不向他人账户付款；请换成申请执行人本人的账户',
      ),
    );
  }
  return found;
}

/** All checks of the enforcement papers; the bank account and the parties matter to the application only. */
export function enforcementProblems(x: PaperContext, paperId: string): Missing[] {
  const c = x.case;
  const signedOn = c.enforcement?.signedOn ?? null;
  const { claim, problem } = enforcementFigures(x);
  const figures = c.judgment && problem ? [blocking(problem.field, problem.message)] : [];
  if (paperId === 'delay-interest-schedule') {
    return blockingFirst([...judgmentProblems(x), ...figures]);
  }
  const clues: Missing[] =
    c.propertyClues.length === 0
      ? [warning('propertyClues', '还没有财产线索；有线索时请录入，法院查找财产更快')]
      : [];
  const ids = defendants(c).flatMap((p): Missing[] =>
    p.kind === 'person' && p.idNumber === ''
      ? [
          warning(
            `parties.${c.parties.indexOf(p)}.idNumber`,
            `没有${p.name || '被执行人'}的身份证号码，法院无法网络查控其财产，请向法院说明或者申请调查`,
          ),
        ]
      : [],
  );
  const amount: Missing[] =
    claim !== null && claim.total === 0
      ? [
          blocking(
            'enforcement.payments',
            '按现有记录，判决确定的款项已经付清，没有可以申请执行的金额',
          ),
        ]
      : [];
  const held = preservationHeld(c);
  const preserved: Missing[] =
    held && held.earliestExpiry !== null && held.earliestExpiry <= enforcementDay(x)
      ? [warning(held.path, '保全措施已经到期，请核对是否续封')]
      : [];
  return blockingFirst([
    ...(plaintiffs(c).length === 0 ? [blocking('parties', '请录入申请执行人（出借人）')] : []),
    ...(defendants(c).length === 0 ? [blocking('parties', '请录入被执行人（借款人）')] : []),
    ...plaintiffs(c).flatMap((p) => ownParticulars(c, p)),
    ...defendants(c).flatMap((p) => otherSide(c, p, '被执行人')),
    ...agentProblems(c, plaintiffs(c)),
    ...judgmentProblems(x),
    ...figures,
    ...amount,
    ...(paperId === 'enforcement-elements' ? bankProblems(x) : []),
    ...ids,
    ...preserved,
    ...clues,
    ...proseProblems(x, paperId),
    ...signatureReminder(plaintiffs(c), '申请执行人', 'enforcement.signedOn', signedOn),
  ]);
}
