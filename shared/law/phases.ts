import type { SegmentKind } from '../claim/types.ts';
import { ART, type Cap, capOn, OLD_DEFAULT, OLD_RULE_LAST, underOldRule } from './cap.ts';
import { addDays, dayNumber, fromDayNumber, later } from './dates.ts';
import { yearDays } from './day-count.ts';
import { rateText, scaleRate } from './exact.ts';
import type { InterestInput } from './interest-input.ts';
import { isOldContract, type Lot } from './lots.ts';
import {
  firstUnverified,
  LPR_START,
  type LprOn,
  lprPhrase,
  OFFICIAL_LPR,
  requireLpr,
} from './lpr.ts';
import { type AgreedRate, agreedRateText, annualRate } from './rate.ts';

/** A stretch (a, b] of one lot's life in which nothing about its rate changes. Rates are scaled. */
export interface Phase {
  kind: Exclude<SegmentKind, 'penalty'>;
  a: number;
  b: number;
  /** First day of the run, from which months are counted. */
  anchor: number;
  rate: number;
  /** Claimable rate of 违约金 agreed as a percentage. */
  penalty: number;
  /** Room left under the cap for lump sums; null: no cap. */
  room: number | null;
  /** Up to where a voluntary payment stands for days under the old rule; else 0. */
  zone: number;
  article: string;
  reason: string;
  /** The LPR the rate is. */
  lpr: LprOn | null;
  floating: boolean;
}

/** Facts the phases leaned on, for warnings and explanations. */
export interface Needs {
  lprs: Map<string, { lpr: LprOn; purpose: string }>;
  caps: Map<string, Cap>;
  /** The filing date was needed. */
  filed: boolean;
  /** An agreed rate was cut by the cap. */
  cut: boolean;
  /** 1×LPR was applied because nothing was agreed. */
  lprOverdue: boolean;
}

export function noNeeds(): Needs {
  return { lprs: new Map(), caps: new Map(), filed: false, cut: false, lprOverdue: false };
}

function noteLpr(needs: Needs, lpr: LprOn, purpose: string): void {
  needs.lprs.set(`${lpr.published}${lpr.verified}${purpose}`, { lpr, purpose });
}

interface Applied {
  rate: number;
  penalty: number;
  room: number | null;
  zone: number;
  article: string;
  reason: string;
  lpr: LprOn | null;
  floating: boolean;
}

/** What every lot of a loan shares. */
interface Frame {
  input: InterestInput;
  filed: string;
  needs: Needs;
  agreed: AgreedRate | null;
}

/** A rate of nought is the same as none agreed (第二十四条). */
function agreedRate(rate: AgreedRate | null): AgreedRate | null {
  return rate !== null && scaleRate(rate.percent) > 0 ? rate : null;
}

/** The agreed rate on the chosen year basis, when the cap does not bite. */
function ownRate(rate: AgreedRate, input: InterestInput): number {
  return rate.per === 'day'
    ? scaleRate(rate.percent) * yearDays(input.options.dayCount)
    : annualRate(rate);
}

function capOf(frame: Frame, lot: Lot, day: string): Cap | null {
  const { input } = frame;
  if (!input.options.cap) return null;
  const facts = { formed: lot.formed, filed: frame.filed, oldRules: input.options.oldRules };
  const cap = capOn(facts, day, input.lpr);
  if (isOldContract(lot)) frame.needs.filed = true;
  frame.needs.caps.set(cap.text, cap);
  if (cap.lpr) noteLpr(frame.needs, cap.lpr, '利率上限');
  return cap;
}

function percentText(scaled: number): string {
  return `${rateText(scaled)}%`;
}

function limited(frame: Frame, rate: AgreedRate, cap: Cap | null): { rate: number; text: string } {
  const annual = annualRate(rate);
  if (cap !== null && annual > cap.rate) {
    frame.needs.cut = true;
    return {
      rate: cap.rate,
      text: `${agreedRateText(rate)}，超过上限${percentText(cap.rate)}，按上限计算`,
    };
  }
  const under = cap === null ? '，未按上限核减' : `，未超过上限${percentText(cap.rate)}`;
  return { rate: ownRate(rate, frame.input), text: `${agreedRateText(rate)}${under}` };
}

function zoneRate(cap: Cap | null, uncut: number): number {
  return cap?.voidAbove ? Math.min(uncut, cap.voidAbove) : 0;
}

function inTermRate(frame: Frame, lot: Lot, day: string): Applied | null {
  if (frame.agreed === null) return null;
  const cap = capOf(frame, lot, day);
  const { rate, text } = limited(frame, frame.agreed, cap);
  return {
    rate,
    penalty: 0,
    room: 0,
    zone: zoneRate(cap, ownRate(frame.agreed, frame.input)),
    article: cap?.article ?? ART.cap,
    reason: `借期内约定${text}`,
    lpr: null,
    floating: false,
  };
}

/** Which day's LPR 「当时」 is (第二十八条第二款第一项). */
function anchorDay(frame: Frame, lot: Lot, firstDay: string, day: string): string {
  const { lprAnchor, claimFrom } = frame.input.options;
  if (lprAnchor === 'floating' && day >= LPR_START) return day;
  const fromFiling = claimFrom === 'filing' && lot.due !== null && frame.filed > lot.due;
  const byDefault = lprAnchor === 'fixedAtDefault' && !fromFiling && firstDay > OLD_RULE_LAST;
  if (byDefault) return firstDay;
  frame.needs.filed = true;
  return frame.filed;
}

/** The LPR of a whole phase: not verified when any of its days is not. */
function phaseLpr(frame: Frame, date: string, after: string, floating: boolean): LprOn {
  if (!floating) return requireLpr(date, 'due', frame.input.lpr);
  const lpr = requireLpr(addDays(after, 1), 'due', frame.input.lpr);
  const open = firstUnverified(after, date, frame.input.lpr ?? OFFICIAL_LPR);
  return open === null ? lpr : { ...lpr, date: open, verified: false };
}

function floatingPhrase(lpr: LprOn): string {
  const mark = lpr.verified ? '' : `（其中 ${lpr.date} 起未核实）`;
  return `${rateText(lpr.oneYear)}%${mark}`;
}

function lprRate(frame: Frame, lot: Lot, firstDay: string, after: string, day: string): Applied {
  const date = anchorDay(frame, lot, firstDay, day);
  const isFloating = frame.input.options.lprAnchor === 'floating' && date === day;
  const lpr = phaseLpr(frame, date, after, isFloating);
  noteLpr(frame.needs, lpr, '逾期利息');
  frame.needs.lprOverdue = true;
  const which = isFloating
    ? '同期'
    : date === frame.filed
      ? `起诉时（${date}）`
      : `逾期首日（${date}）`;
  return {
    rate: lpr.oneYear,
    penalty: 0,
    room: 0,
    zone: 0,
    article: ART.overdueLpr,
    reason: `未约定利息和逾期利率，按${which}一年期LPR：${isFloating ? floatingPhrase(lpr) : lprPhrase(lpr)}`,
    lpr,
    floating: isFloating,
  };
}

function oldDefaultRate(): Applied {
  return {
    rate: OLD_DEFAULT,
    penalty: 0,
    room: 0,
    zone: OLD_DEFAULT,
    article: ART.oldDefault,
    reason: '未约定利息和逾期利率，2020年8月20日前的逾期按年利率6%',
    lpr: null,
    floating: false,
  };
}

function agreedOverdue(frame: Frame, lot: Lot, day: string, old: boolean): Applied | null {
  const own = frame.input.overdueRate;
  const rate = own ?? frame.agreed;
  if (rate === null) return null;
  const cap = capOf(frame, lot, day);
  const { rate: applied, text } = limited(frame, rate, cap);
  const articles = old
    ? { own: ART.oldOverdueAgreed, goesOn: ART.oldInTermGoesOn }
    : { own: ART.overdueAgreed, goesOn: ART.overdueInTerm };
  return {
    rate: applied,
    penalty: 0,
    room: 0,
    zone: zoneRate(cap, ownRate(rate, frame.input)),
    article: own ? articles.own : articles.goesOn,
    reason: own ? `约定逾期${text}` : `未约定逾期利率，按借期内${text}`,
    lpr: null,
    floating: false,
  };
}

/** Adds 违约金: with overdue interest it may not pass the cap (第二十九条). */
function withPenalties(frame: Frame, lot: Lot, day: string, base: Applied): Applied {
  const { penalties } = frame.input;
  if (penalties.length === 0) return base;
  const cap = capOf(frame, lot, day);
  const rates = penalties.flatMap((p) => (p.kind === 'rate' ? [p.rate] : []));
  const tested = rates.reduce((sum, r) => sum + annualRate(r), 0);
  const own = rates.reduce((sum, r) => sum + ownRate(r, frame.input), 0);
  if (cap === null) return { ...base, penalty: own, room: null };
  const room = Math.max(0, cap.rate - base.rate);
  if (tested > room) frame.needs.cut = true;
  const penalty = tested > room ? room : own;
  const zone = base.zone ? zoneRate(cap, base.zone + own) : 0;
  return { ...base, penalty, room: room - Math.min(tested, room), zone };
}

function overdueRate(
  frame: Frame,
  lot: Lot,
  firstDay: string,
  after: string,
  day: string,
): Applied {
  const { oldRules } = frame.input.options;
  const old = underOldRule({ formed: lot.formed, filed: frame.filed, oldRules }, day);
  const base =
    agreedOverdue(frame, lot, day, old) ??
    (old ? oldDefaultRate() : lprRate(frame, lot, firstDay, after, day));
  return withPenalties(frame, lot, day, base);
}

/** Day after which overdue interest is claimed; null: never. */
export function overdueStart(lot: Lot, input: InterestInput, filed: string): string | null {
  if (lot.due === null) return null;
  const from = input.options.claimFrom === 'filing' ? later(lot.due, filed) : lot.due;
  return later(from, lot.startIso);
}

function boundaries(lot: Lot, frame: Frame, overdueFrom: string | null, until: number): number[] {
  const cuts = [dayNumber(OLD_RULE_LAST), until];
  if (lot.due !== null) cuts.push(dayNumber(lot.due));
  if (overdueFrom !== null) cuts.push(dayNumber(overdueFrom));
  const noneAgreed = frame.agreed === null && frame.input.overdueRate === null;
  if (frame.input.options.lprAnchor === 'floating' && noneAgreed) {
    const changes = (frame.input.lpr ?? OFFICIAL_LPR).changes;
    for (const change of changes) cuts.push(dayNumber(change) - 1);
  }
  return [...new Set(cuts.filter((d) => d > lot.start && d <= until))].sort((x, y) => x - y);
}

/** The phases of a lot from its disbursement to the cut-off, without gap or overlap. */
export function phasesOf(lot: Lot, input: InterestInput, filed: string, needs: Needs): Phase[] {
  const frame: Frame = { input, filed, needs, agreed: agreedRate(input.rate) };
  const from = overdueStart(lot, input, filed);
  if (input.options.claimFrom === 'filing') needs.filed = true;
  const firstDay = from === null ? '' : fromDayNumber(dayNumber(from) + 1);
  const phases: Phase[] = [];
  let a = lot.start;
  for (const b of boundaries(lot, frame, from, dayNumber(input.until))) {
    const day = fromDayNumber(b);
    const inTerm = lot.due === null || day <= lot.due;
    const overdue = from !== null && day > from;
    const applied = inTerm
      ? inTermRate(frame, lot, day)
      : overdue
        ? overdueRate(frame, lot, firstDay, fromDayNumber(a), day)
        : null;
    if (applied !== null) {
      const anchor = inTerm || from === null ? lot.start : dayNumber(from);
      phases.push({ kind: inTerm ? 'inTerm' : 'overdue', a, b, anchor, ...applied });
    }
    a = b;
  }
  return phases;
}
