/**
 * A second, deliberately plain computation of the same law: one loop over the calendar, one day at a
 * time, with its own date, rate and rounding code. It shares nothing with shared/law but the data
 * file, so that both would have to be wrong in the same way to agree.
 */
import { readFileSync } from 'node:fs';

export interface NaiveRate {
  percent: number; // whole hundredths of a percent per period, e.g. 200 = 2%
  per: 'year' | 'month' | 'day';
}

export interface NaiveCase {
  tranches: { fen: number; paid: string; withheld: number }[];
  due: string | null;
  rate: NaiveRate | null;
  overdueRate: NaiveRate | null;
  dailyPenalty: NaiveRate | null;
  lump: number;
  natural: boolean;
  signed: string;
  filed: string;
  until: string;
  repayments: { date: string; fen: number; as: 'principal' | 'interest' | null }[];
  year: 365 | 360;
  bothEnds: boolean;
  anchor: 'fixedAtDefault' | 'floating' | 'atFiling';
  from: 'overdue' | 'filing';
  oldRules: boolean;
}

export interface NaiveResult {
  principal: number;
  interest: number;
  splits: { date: string; interest: number; principal: number; over: number; balance: number }[];
}

const lprRows = JSON.parse(
  readFileSync(new URL('../../shared/law/data/lpr.json', import.meta.url), 'utf8'),
) as { effective: string; one_year: number }[];

/** Hundredths of a percent. */
function lpr(day: string): number {
  let found = -1;
  for (const row of lprRows) if (row.effective <= day) found = Math.round(row.one_year * 100);
  if (found < 0) throw new Error(`no LPR on ${day}`);
  return found;
}

const lprCache = new Map<string, number>();
function lprCached(day: string): number {
  let v = lprCache.get(day);
  if (v === undefined) {
    v = lpr(day);
    lprCache.set(day, v);
  }
  return v;
}

const nextCache = new Map<string, string>();
export function next(day: string): string {
  let n = nextCache.get(day);
  if (n === undefined) {
    const d = new Date(`${day}T12:00:00Z`);
    d.setUTCDate(d.getUTCDate() + 1);
    n = d.toISOString().slice(0, 10);
    nextCache.set(day, n);
  }
  return n;
}

function perYear(r: NaiveRate): number {
  return r.per === 'year' ? r.percent : r.per === 'month' ? r.percent * 12 : r.percent * 365;
}

/** The rate on the chosen year: an uncut daily rate gives exactly its percentage a day. */
function onYear(r: NaiveRate, year: number): number {
  return r.per === 'day' ? r.percent * year : perYear(r);
}

interface Part {
  formed: string;
  paid: string;
  balance: number;
}

/** Sums in 1/(year × 10000) fen: balance × hundredths of a percent. */
export function dayByDay(c: NaiveCase): NaiveResult {
  const scale = BigInt(c.year) * 10_000n;
  const roundUp = (x: bigint) => Number((2n * x + scale) / (2n * scale));
  const parts: Part[] = [...c.tranches]
    .sort((a, b) =>
      a.paid < b.paid ? -1 : a.paid > b.paid ? 1 : a.fen - b.fen || a.withheld - b.withheld,
    )
    .map((t) => ({
      formed: c.natural ? t.paid : c.signed,
      paid: t.paid,
      balance: t.fen - t.withheld,
    }));
  const first = parts[0]!;
  const weight = { interest: 0, none: 1, principal: 2 };
  const pays = c.repayments
    .filter((r) => r.date <= c.until)
    .sort(
      (a, b) =>
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
        weight[a.as ?? 'none'] - weight[b.as ?? 'none'] ||
        a.fen - b.fen,
    );
  const atOnce = new Set<(typeof pays)[number]>();
  if (c.rate) {
    for (const p of pays) {
      if (p.as !== 'principal' && p.date <= next(first.paid) && p.fen < first.balance) {
        first.balance -= p.fen;
        atOnce.add(p);
      }
    }
  }
  const due = c.due ?? c.filed;
  const overdueAfter = c.from === 'filing' && c.filed > due ? c.filed : due;

  let interest = 0n;
  let between = 0n; // 24–36 %, days before 2020-08-20
  let lump = BigInt(c.lump) * scale;
  const splits: NaiveResult['splits'] = [];
  const live = (day: string) => parts.filter((p) => p.paid < day);

  const capOf = (p: Part, day: string): number => {
    if (p.formed < '2020-08-20') {
      if (c.filed < '2020-08-20' || (c.oldRules && day < '2020-08-20')) return 2400;
      return 4 * lprCached(c.filed);
    }
    return 4 * lprCached(p.formed);
  };
  const isOld = (p: Part, day: string) =>
    p.formed < '2020-08-20' && (c.filed < '2020-08-20' || (c.oldRules && day < '2020-08-20'));

  /** Claimable rates of one part on one day: interest, penalty, room for a lump, void line. */
  const ratesOn = (p: Part, day: string) => {
    if (day <= due) {
      if (!c.rate) return { main: 0, penalty: 0, room: 0, zone: 0, late: false };
      const cap = capOf(p, day);
      const main = perYear(c.rate) > cap ? cap : onYear(c.rate, c.year);
      const zone = isOld(p, day) ? Math.max(0, Math.min(onYear(c.rate, c.year), 3600) - main) : 0;
      return { main, penalty: 0, room: 0, zone, late: false };
    }
    const start = [overdueAfter, p.paid].sort()[1]!;
    if (day <= start) return { main: 0, penalty: 0, room: 0, zone: 0, late: false };
    const agreed = c.overdueRate ?? c.rate;
    let main: number;
    let zoneTo = 0;
    if (agreed) {
      const cap = capOf(p, day);
      main = perYear(agreed) > cap ? cap : onYear(agreed, c.year);
      if (isOld(p, day)) zoneTo = Math.min(onYear(agreed, c.year), 3600);
    } else if (isOld(p, day)) {
      main = 600;
      zoneTo = 600;
    } else if (c.anchor === 'floating' && day >= '2019-08-20') {
      main = lprCached(day);
    } else if (
      c.anchor === 'fixedAtDefault' &&
      !(c.from === 'filing' && c.filed > due) &&
      next(start) >= '2020-08-20'
    ) {
      main = lprCached(next(start));
    } else {
      main = lprCached(c.filed);
    }
    let penalty = 0;
    let room = 0;
    if (c.dailyPenalty || c.lump > 0) {
      const cap = capOf(p, day);
      room = Math.max(0, cap - main);
      if (c.dailyPenalty) {
        const tested = perYear(c.dailyPenalty);
        penalty = tested > room ? room : onYear(c.dailyPenalty, c.year);
        if (zoneTo) zoneTo = Math.min(zoneTo + onYear(c.dailyPenalty, c.year), 3600);
        room -= Math.min(tested, room);
      }
    }
    return { main, penalty, room, zone: Math.max(0, zoneTo - main - penalty), late: true };
  };

  const accrueDay = (day: string, rateDay: string) => {
    for (const p of live(day)) {
      if (p.balance === 0) continue;
      const r = ratesOn(p, rateDay);
      const bal = BigInt(p.balance);
      interest += bal * BigInt(r.main + r.penalty);
      between += bal * BigInt(r.zone);
      const wanted = bal * BigInt(r.room);
      const taken = wanted < lump ? wanted : lump;
      interest += taken;
      lump -= taken;
    }
  };

  const lower = (paid: number, day: string) => {
    let left = paid;
    while (left > 0) {
      const open = parts.filter((p) => p.balance > 0 && p.paid <= day);
      const burden = (p: Part) => {
        if (p.paid >= day) return 0;
        const r = ratesOn(p, day);
        return r.main + r.penalty;
      };
      const top = Math.max(...open.map(burden));
      const rank = open.filter((p) => burden(p) === top);
      const sum = rank.reduce((a, p) => a + p.balance, 0);
      const pay = Math.min(left, sum);
      const exact = rank.map((p) => BigInt(pay) * BigInt(p.balance));
      const shares = exact.map((e) => Number(e / BigInt(sum)));
      let rest = pay - shares.reduce((a, b) => a + b, 0);
      const order = rank
        .map((_, i) => i)
        .sort((x, y) => {
          const d = (exact[y]! % BigInt(sum)) - (exact[x]! % BigInt(sum));
          return d > 0n ? 1 : d < 0n ? -1 : x - y;
        });
      for (const i of order) {
        if (rest === 0) break;
        shares[i]! += 1;
        rest -= 1;
      }
      rank.forEach((p, i) => {
        p.balance -= shares[i]!;
      });
      left -= pay;
    }
  };

  const outstanding = (day: string) =>
    parts.filter((p) => p.paid <= day).reduce((a, p) => a + p.balance, 0);

  const pay = (p: (typeof pays)[number]) => {
    if (atOnce.has(p)) {
      splits.push({
        date: p.date,
        interest: 0,
        principal: p.fen,
        over: 0,
        balance: outstanding(p.date),
      });
      return;
    }
    let left = p.fen;
    let toPrincipal = 0;
    const old = p.date < '2020-08-20';
    if (p.as === 'principal') {
      toPrincipal = Math.min(left, outstanding(p.date));
      left -= toPrincipal;
    }
    const zoneToo = p.as === 'interest' && old;
    const k = zoneToo ? interest + between : interest;
    let toInterest: number;
    if (left >= roundUp(k)) {
      toInterest = roundUp(k);
      interest = 0n;
      if (zoneToo) between = 0n;
    } else {
      toInterest = left;
      const y = BigInt(left) * scale;
      if (y > interest) {
        between -= y - interest;
        interest = 0n;
      } else interest -= y;
    }
    left -= toInterest;
    if (old && interest === 0n) between = 0n;
    const rest = Math.min(left, outstanding(p.date) - toPrincipal);
    left -= rest;
    toPrincipal += rest;
    lower(toPrincipal, p.date);
    splits.push({
      date: p.date,
      interest: toInterest,
      principal: toPrincipal,
      over: left,
      balance: outstanding(p.date),
    });
  };

  let day = first.paid;
  let k = 0;
  for (;;) {
    accrueDay(day, day);
    while (k < pays.length && pays[k]!.date === day) pay(pays[k++]!);
    if (day >= c.until) break;
    day = next(day);
  }
  if (c.bothEnds) {
    const again = parts.filter((p) => p.paid < c.until);
    if (again.length > 0) accrueDay(c.until, c.until);
  }
  return { principal: outstanding(c.until), interest: roundUp(interest), splits };
}
