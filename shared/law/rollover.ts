import { formatAmount } from '../text/money.ts';
import { ART, capOn, OLD_RULE_LAST } from './cap.ts';
import { dayNumber, earlier, later } from './dates.ts';
import { yearParts } from './day-count.ts';
import { fromFen, interestUnits, minUnits, rateText, toFen } from './exact.ts';
import type { InterestInput, InterestOptions, Rollover } from './interest-input.ts';
import type { Ledger } from './ledger.ts';
import type { LprTable } from './lpr.ts';
import type { Needs } from './phases.ts';
import { type AgreedRate, annualRate } from './rate.ts';

/**
 * Rolled-over notes (民间借贷规定第二十七条): earlier interest may become later principal only as far
 * as the earlier rate stayed under the cap, and all that is ever payable is limited to the first
 * principal and interest on it at the cap for the whole time. Chains that cross 2020-08-20 are
 * computed by segments (24%, then four times the LPR); practice on that is not settled.
 */

interface Chain {
  principal: number;
  from: string;
  to: string;
  filed: string;
  options: Pick<InterestOptions, 'dayCount' | 'oldRules'>;
  lpr?: LprTable;
}

function pieces(c: Chain): { from: string; to: string }[] {
  if (c.from > OLD_RULE_LAST || c.to <= OLD_RULE_LAST) return [{ from: c.from, to: c.to }];
  return [
    { from: c.from, to: earlier(c.to, OLD_RULE_LAST) },
    { from: later(c.from, OLD_RULE_LAST), to: c.to },
  ];
}

/** Interest on the first principal over the whole time, each piece at `rateOf` its cap; units. */
function chainInterest(
  c: Chain,
  rateOf: (cap: number) => number,
  needs?: Needs,
): { units: bigint; text: string } {
  const { dayCount, oldRules } = c.options;
  let units = 0n;
  const texts: string[] = [];
  for (const p of pieces(c)) {
    const cap = capOn({ formed: c.from, filed: c.filed, oldRules }, p.to, c.lpr);
    if (cap.lpr)
      needs?.lprs.set(`${cap.lpr.published}第二十七条上限`, {
        lpr: cap.lpr,
        purpose: '第二十七条上限',
      });
    const rate = rateOf(cap.rate);
    const [start, a, b] = [dayNumber(c.from), dayNumber(p.from), dayNumber(p.to)];
    units += interestUnits(c.principal, rate, yearParts(dayCount, start, a, b));
    texts.push(`${p.from} 至 ${p.to} ${b - a}天按${rateText(rate)}%`);
  }
  return { units, text: texts.join('，') };
}

export interface RolledPrincipal {
  /** What counts as principal of the new note, fen. */
  principal: number;
  /** Interest in the new note that is not recognised, fen. */
  excess: number;
  explain: { text: string; article: string };
}

/**
 * How much of a rolled-over note counts as principal.
 * @param note.amount sum the new note states, fen
 * @param note.rate rate of the earlier period; note.from, note.to: the earlier period
 */
export function rolledPrincipal(note: {
  amount: number;
  firstPrincipal: number;
  from: string;
  to: string;
  rate: AgreedRate;
  filed: string;
  options: Pick<InterestOptions, 'dayCount' | 'oldRules'>;
  lpr?: LprTable;
}): RolledPrincipal {
  const annual = annualRate(note.rate);
  const chain: Chain = { ...note, principal: note.firstPrincipal };
  const lawful = chainInterest(chain, (cap) => Math.min(annual, cap));
  const interest = toFen(lawful.units);
  const principal = Math.min(note.amount, note.firstPrincipal + interest);
  const sum = `${formatAmount(note.firstPrincipal)} + ${formatAmount(interest)}`;
  const text = `前期利息${lawful.text}，可计入本金的上限 = ${sum} = ${formatAmount(note.firstPrincipal + interest)}元`;
  return { principal, excess: note.amount - principal, explain: { text, article: ART.rollover } };
}

export interface Ceiling {
  /** Unpaid interest after the ceiling: in-term, overdue, penalty, in units. */
  parts: [bigint, bigint, bigint];
  principal: number;
  /** Cut off, fen. */
  cut: number;
  text: string;
}

/** Applies the ceiling to a loan's account at the cut-off. */
export function rolloverCeiling(
  input: InterestInput,
  rollover: Rollover,
  filed: string,
  ledger: Ledger,
  needs: Needs,
): Ceiling {
  const first = rollover.firstTranches ?? [
    { amount: rollover.firstPrincipal, paid: rollover.firstDate },
  ];
  const each = first.map((t) =>
    chainInterest(
      {
        principal: t.amount,
        from: t.paid,
        to: input.until,
        filed,
        options: input.options,
        ...(input.lpr ? { lpr: input.lpr } : {}),
      },
      (cap) => cap,
      needs,
    ),
  );
  const interest = {
    units: each.reduce((sum, x) => sum + x.units, 0n),
    text: each.map((x) => x.text).join('；'),
  };
  const paid =
    rollover.paidBefore + ledger.splits.reduce((s, x) => s + x.interest + x.principal, 0);
  const most = fromFen(rollover.firstPrincipal) + interest.units - fromFen(paid);
  const { account } = ledger;
  const parts: [bigint, bigint, bigint] = [account.inTerm, account.overdue, account.penalty];
  const owed = parts[0] + parts[1] + parts[2] + fromFen(account.principal);
  let excess = owed > most ? owed - most : 0n;
  const cut = toFen(excess);
  for (const i of [2, 1, 0] as const) {
    const part = minUnits(parts[i], excess);
    parts[i] -= part;
    excess -= part;
  }
  const principal = Math.max(0, account.principal - toFen(excess));
  const total = formatAmount(rollover.firstPrincipal + toFen(interest.units));
  const text = `本息上限 = 最初本金 ${formatAmount(rollover.firstPrincipal)} + 全程利息 ${formatAmount(toFen(interest.units))}（${interest.text}） = ${total}元，已还 ${formatAmount(paid)}元${cut > 0 ? `，超出的 ${formatAmount(cut)}元不计` : '，没有超出'}`;
  return { parts, principal, cut, text };
}
