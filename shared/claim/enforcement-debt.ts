import type { Case } from '../case/case.ts';
import type { Judgment, OperativeItem } from '../case/proceedings.ts';
import { receiptsOf } from '../law/enforcement-records.ts';
import { RATE_ONE, rateText, scaleRate } from '../law/exact.ts';
import { FieldError } from '../law/field-error.ts';
import { firstUnverified, type LprTable, lprOn, requireLpr } from '../law/lpr.ts';
import { cite } from '../law/statutes.ts';
import type { Debt, DebtPart, InterestLine, Payment } from './enforcement-books.ts';
import type { Warning } from './types.ts';

/** From the operative items and the records of a case to the debt that is enforced. */

const RATE = cite('delayInterest', 1);

/** `multiple` × a scaled LPR, refused where it is too fine to be exact. */
function times(multiple: string, lpr: number, path: string): number {
  const rate = (scaleRate(multiple) * lpr) / (RATE_ONE / 100);
  if (!Number.isInteger(rate)) throw new FieldError(path, '倍数的小数位过多，请核对');
  return rate;
}

type Rates = InterestLine['rates'];

/** Each day's LPR from the item's first day to the cut-off. */
function floating(item: OperativeItem, from: string, asOf: string, lpr: LprTable, path: string) {
  const days = [from, ...lpr.changes.filter((d) => d > from && d <= asOf)];
  return days.map((day): Rates[number] => {
    const found = requireLpr(day, `${path}.from`, lpr);
    const rate = times(item.multiple, found.oneYear, `${path}.multiple`);
    const note = `（${item.multiple === '1' ? '' : `${item.multiple}倍`}同期一年期LPR ${rateText(found.oneYear)}%）`;
    return { from: day, rate, note };
  });
}

function ratesOf(c: Case, i: number, at: DebtSetting): Rates | null {
  const item = c.judgment?.items[i];
  const path = `judgment.items.${i}`;
  if (!item || item.from === null) return null;
  if (item.rateKind === 'lprFloating') {
    return floating(item, item.from, at.asOf, at.lpr, path);
  }
  if (item.rateKind === 'lprAtFiling') {
    const filed = c.suit.filedOn;
    if (filed === null) return null;
    const found = requireLpr(filed, 'suit.filedOn', at.lpr);
    const rate = times(item.multiple, found.oneYear, `${path}.multiple`);
    return [{ from: item.from, rate, note: `（起诉时一年期LPR ${rateText(found.oneYear)}%）` }];
  }
  if (item.ratePercent === null) return null;
  return [{ from: item.from, rate: scaleRate(item.ratePercent), note: '' }];
}

export interface DebtSetting {
  asOf: string;
  lpr: LprTable;
  /** Last day of the performance period. */
  periodEnd: string;
  courtFeeInBase: boolean;
}

/**
 * The money debt of the judgment. Court fees are no operative money item in the usual reading, so
 * they stay out of the base of the doubled part unless asked for.
 * @throws FieldError for a rate that can't be exact, or an LPR before there was one.
 */
export function debtOf(c: Case, at: DebtSetting): Debt {
  const items = c.judgment?.items ?? [];
  const parts = items.flatMap((x): DebtPart[] => {
    if (x.kind === 'interest' || !x.amount) return [];
    const kind = x.kind === 'principal' ? 'principal' : 'costs';
    const inBase = x.kind !== 'courtFee' || at.courtFeeInBase;
    return [{ kind, amount: x.amount, due: x.due ?? at.periodEnd, inBase }];
  });
  const principal = parts.reduce((s, p) => (p.kind === 'principal' ? s + p.amount : s), 0);
  const lines = items.flatMap((x, i): InterestLine[] => {
    const rates = x.kind === 'interest' ? ratesOf(c, i, at) : null;
    if (rates === null || x.from === null) return [];
    return [{ rates, base: x.base ?? principal, from: x.from, until: x.until }];
  });
  const fixedInterest = items.reduce(
    (s, x) => (x.kind === 'interest' ? s + (x.amount ?? 0) : s),
    0,
  );
  return { parts, fixedInterest, lines };
}

/** What the interest items lack, and where an LPR they rest on is not verified. */
export function itemWarnings(c: Case, at: DebtSetting): Warning[] {
  const list: Warning[] = [];
  c.judgment?.items.forEach((x, i) => {
    if (x.kind !== 'interest') return;
    if (x.amount === null && ratesOf(c, i, at) === null) {
      const text =
        x.rateKind === 'lprAtFiling' && x.from !== null
          ? '判项中的利息按起诉时LPR计算，但没有填写起诉日期，一般债务利息没有计入'
          : '判项中的利息缺少起算日或年利率，一般债务利息没有计入，请补全判项';
      list.push({ code: 'interest-item-incomplete', text, article: RATE });
    }
    if (x.rateKind === 'lprFloating' && x.from !== null) {
      const open = firstUnverified(x.from, at.asOf, at.lpr);
      if (open !== null) {
        const known = lprOn(open, at.lpr);
        list.push({
          code: 'lpr-unverified',
          text: `LPR 未核实：${open} 起没有公布值的记录，暂按 ${known?.published ?? ''} 公布的计算；请在设置里录入后再用`,
          article: RATE,
        });
      }
    }
  });
  return list;
}

/**
 * Money received after the judgment: enforcement payments, own shares of distributions, and repayments
 * among the transfers after the day of the judgment. What stands in two of them counts once: same amount,
 * same day, or the day on which the money of a distribution arrived.
 */
export function paymentsOf(
  c: Case,
  j: Judgment,
): { payments: Payment[]; direct: number; twice: number; repeated: number } {
  const { receipts: recorded, repeats } = receiptsOf(c.enforcement);
  const arrivals = (c.enforcement?.distributions ?? []).map((d) => ({
    key: `${d.receivedOn} ${d.share}`,
    counts: `${d.date} ${d.share}`,
  }));
  const decided = j.decidedOn;
  const moved = c.transfers.filter(
    (t) => t.direction === 'in' && decided !== null && t.date > decided,
  );
  const free = recorded.map((p) => `${p.date} ${p.amount}`);
  const direct = moved.filter((t) => {
    const key = `${t.date} ${t.amount}`;
    const day = free.indexOf(key);
    const at =
      day >= 0 ? day : free.indexOf(arrivals.find((a) => a.key === key)?.counts ?? 'nothing');
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
  const payments = [...recorded, ...direct]
    .map(({ date, amount }) => ({ date, amount }))
    .sort((a, b) => a.date.localeCompare(b.date));
  return {
    payments,
    direct: direct.length,
    twice: moved.length - direct.length,
    repeated: repeats.length,
  };
}
