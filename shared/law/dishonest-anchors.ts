/** What a fact has to come after, and whose it is. */
import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import type { Anchor } from './dishonest-grounds.ts';

/** Whether a record is about the debtor; one without a party is about the first borrower. */
export const isSubject = (c: Case, id: string | null, partyId: string | null) =>
  id === partyId || (id === null && c.parties.find((p) => p.role === 'borrower')?.id === partyId);

const ANCHOR_TEXT: Record<Anchor, string> = {
  effect: '法律文书生效',
  suit: '起诉',
  enforcement: '申请执行',
  reportOrder: '报告财产令送达',
  consumptionOrder: '限制消费令发出',
  sanction: '罚款、拘留',
  report: '提出控告',
  none: '',
};

export const SANCTIONS = ['fined', 'detained'];

/** Days of these kinds of fact on record for the debtor, earliest first. */
export function daysOf(c: Case, kinds: readonly string[], partyId: string | null): string[] {
  return c.conduct
    .filter((f) => !f.contrary && kinds.includes(f.element) && isSubject(c, f.partyId, partyId))
    .flatMap((f) => (f.date === null ? [] : [f.date]))
    .sort();
}

/** The day a fact has to follow; null when that day is not on record. */
export function anchorDate(c: Case, anchor: Anchor, partyId: string | null): string | null {
  if (anchor === 'effect') return c.judgment?.effectiveOn ?? null;
  if (anchor === 'suit') return c.suit.filedOn ?? c.judgment?.decidedOn ?? null;
  if (anchor === 'enforcement') return c.enforcement?.appliedOn ?? null;
  if (anchor === 'reportOrder') return c.enforcement?.reportOrderServedOn ?? null;
  if (anchor === 'consumptionOrder') return c.enforcement?.consumptionOrderOn ?? null;
  if (anchor === 'sanction') return daysOf(c, SANCTIONS, partyId)[0] ?? null;
  if (anchor === 'report') return daysOf(c, ['policeReport'], partyId)[0] ?? null;
  return null;
}

/** Evidence of a record, from either side: its own list, or items that name it in `proves`. */
export function evidenceOf(c: Case, id: string, own: readonly string[]): string[] {
  return c.evidence.filter((e) => own.includes(e.id) || e.proves.includes(id)).map((e) => e.id);
}

/** Facts of the case as seen from one debtor on a day. */
export interface Viewpoint {
  c: Case;
  partyId: string | null;
  today: string;
}

/** Whether its day alone rules a fact out: it came before what it has to follow. */
export function tooEarly(v: Viewpoint, date: string | null, anchor: Anchor): boolean {
  if (anchor === 'none' || date === null || date > v.today) return false;
  const start = anchorDate(v.c, anchor, v.partyId);
  return start !== null && discount(v, date, anchor) !== '';
}

/** Why a fact of that date can't show an element; empty when it can. */
export function discount(v: Viewpoint, date: string | null, anchor: Anchor): string {
  if (anchor === 'none') return '';
  if (date === null) return '没有日期，不能判断先后，请补上日期。';
  if (date > v.today) return `日期${printDate(date)}还没有到，请核对。`;
  const start = anchorDate(v.c, anchor, v.partyId);
  if (start === null) {
    // A date of the court's own papers is asked for by itself; these two are facts that may not exist.
    return anchor === 'sanction' || anchor === 'report'
      ? `还没有${ANCHOR_TEXT[anchor]}的记录。`
      : '';
  }
  if (date > start) return '';
  // The order itself reaches the debtor during that day: spending on it proves no breach yet.
  if (date === start && anchor !== 'consumptionOrder') return '';
  const late = `发生在${ANCHOR_TEXT[anchor]}（${printDate(start)}）之前，只能作背景。`;
  return anchor === 'suit' ? `${late}可以另问律师能否请求撤销该处分。` : late;
}
