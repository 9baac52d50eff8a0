import type { Case } from '../case/case.ts';
import { settlementInForce } from '../case/settlement.ts';
import { dueForLimitation, loanLimitation } from './case-limits.ts';
import { courtOfAddress, provinceOfAddress } from './courts.ts';
import { cite, citeCpl } from './statutes.ts';

/** What the records of a case tell of the routes open to it. Unknown stays unknown. */

export type RouteState = 'met' | 'unmet' | 'unknown';

export interface RouteCondition {
  id: string;
  text: string;
  state: RouteState;
  /** Why it is unmet, or what to answer; 符合 when met. */
  reason: string;
  article: string;
  /** The field that answers it. */
  path?: string;
}

/** The sums the routes are compared on, fen; from the claim at its cut-off. */
export interface RouteSums {
  total: number;
  principal: number;
  /** Interest and penalties that the documents contain. */
  documented: number;
  /** Interest that only a suit can ask for. */
  onlyBySuit: number;
}

export const condition = (
  id: string,
  text: string,
  answer: boolean | null,
  reasons: { no: string; ask: string },
  article: string,
  path?: string,
): RouteCondition => ({
  id,
  text,
  state: answer === null ? 'unknown' : answer ? 'met' : 'unmet',
  reason: answer === null ? reasons.ask : answer ? '符合' : reasons.no,
  article,
  ...(path ? { path } : {}),
});

/** The clause on disputes in force: the agreement's, else the loan's. */
export function clauseOf(
  c: Case,
  today: string,
): { kind: 'arbitration' | 'court' | 'either'; named: string; path: string } | null {
  const s = settlementInForce(c.settlement, today);
  if (s) {
    const kind = s.forum.place === 'arbitration' ? 'arbitration' : 'court';
    return { kind, named: s.forum.named, path: 'settlement.forum.place' };
  }
  const i = c.loans.findIndex((l) => l.forumClause !== null);
  const clause = c.loans[i]?.forumClause;
  return clause
    ? { kind: clause.kind, named: clause.named, path: `loans.${i}.forumClause.named` }
    : null;
}

/** No valid arbitration clause keeps the case out of court. */
export function freeOfArbitration(c: Case, today: string): RouteCondition {
  const clause = clauseOf(c, today);
  const arbitration = clause?.kind === 'arbitration';
  const named = clause?.named.trim() !== '';
  return condition(
    'noArbitration',
    '没有约定仲裁',
    arbitration ? (named ? false : null) : true,
    {
      no: '约定了仲裁，法院不受理；对方在首次开庭前不提出的除外',
      ask: '约定了仲裁但没有写明机构，补充不了的约定无效，可以起诉；请核对原文',
    },
    `${citeCpl('notAccepted')}、${cite('arbitration', 5)}`,
    clause?.path,
  );
}

/** Everything owed has fallen due; null: no due date and no grace period given yet. */
export function allDue(c: Case, today: string): boolean | null {
  const s = settlementInForce(c.settlement, today);
  if (s) {
    const called = s.acceleratedOn !== null && s.acceleratedOn <= today;
    return called || s.instalments.every((x) => x.due < today);
  }
  const grace = c.demands
    .map((d) => d.graceUntil)
    .filter((d) => d !== null)
    .sort()[0];
  const answers = c.loans.map((loan) => {
    const due = dueForLimitation(loan) ?? grace;
    return due === undefined || due === null ? null : due < today;
  });
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(null) ? null : true;
}

export function isDue(c: Case, today: string): RouteCondition {
  return condition(
    'due',
    '借款已经到期',
    allDue(c, today),
    {
      no: '还有没到期的部分：只能要已到期的，或者先按约定宣布全部到期',
      ask: '没有约定还款日，先催告并给出合理期限，期满再办',
    },
    `${cite('civilCode', 675)}、${cite('civilCode', 676)}`,
    c.settlement?.status === 'signed' ? 'settlement.acceleratedOn' : 'loans.0.due',
  );
}

/** Expired limitation does not close a route: the court may not raise it, but the debtor can. */
export function inTime(c: Case, today: string): RouteCondition {
  const expired = c.loans.some((loan) => loanLimitation(c, loan, today).expired);
  return condition(
    'inTime',
    '诉讼时效没有过',
    expired ? null : true,
    { no: '', ask: '按现有记录时效可能已过：法院不主动审查，对方提出来就会败诉；请补上催收的证据' },
    `${cite('civilCode', 192)}、${cite('civilCode', 193)}`,
    'demands',
  );
}

const borrowers = (c: Case) => c.parties.filter((p) => p.role === 'borrower');

export const missingDebtor = (c: Case): boolean => borrowers(c).some((p) => p.whereaboutsUnknown);

/** Where the first borrower stands in the document, for links. */
export function debtorField(c: Case, field: string): string {
  const i = c.parties.findIndex((p) => p.role === 'borrower');
  return i < 0 ? 'parties' : `parties.${i}.${field}`;
}

export function found(c: Case): RouteCondition {
  return condition(
    'found',
    '能找到对方',
    borrowers(c).length === 0 ? null : !missingDebtor(c),
    { no: '对方下落不明', ask: '还没有录入借款人' },
    cite('cplInterp', 257),
    debtorField(c, 'whereaboutsUnknown'),
  );
}

/** Enough to tell the defendant from others: a name, and a number or an address. */
export function definiteDefendant(c: Case): RouteCondition {
  const all = borrowers(c);
  const clear = all.every((p) => {
    const number = p.kind === 'person' ? p.idNumber : p.creditCode;
    return p.name.trim() !== '' && (number !== '' || p.domicile !== '');
  });
  return condition(
    'defendant',
    '被告明确，能和别人区分开',
    all.length === 0 ? false : clear,
    { no: '缺少对方的姓名，或者身份证号码、住址；法院会要求补正', ask: '' },
    `${citeCpl('suitConditions')}、${cite('cplInterp', 209)}`,
    debtorField(c, 'idNumber'),
  );
}

const addressOf = (p: Case['parties'][number]): string =>
  (p.kind === 'person' && p.habitualResidence) || p.domicile;

/** The court of the debtor's address, '' where the address does not tell. */
export function debtorCourt(c: Case): string {
  const first = borrowers(c)[0];
  return (first && courtOfAddress(addressOf(first))) ?? '';
}

/** Province of the court chosen, else of the parties' addresses; '' when none tells. */
export function courtProvince(c: Case): string {
  const texts = [c.suit.court, ...[...borrowers(c), ...c.parties].map(addressOf)];
  for (const text of texts) {
    const province = text && provinceOfAddress(text);
    if (province) return province;
  }
  return '';
}
