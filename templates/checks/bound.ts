/**
 * Figures, dates and names in passages the user worded stay bound to the case: one that the data have left
 * behind is named, with what stands there now, and the paper is not printed until they agree (form 10 A, F 4).
 */
import { amountsIn, changedPieces } from '../../shared/text/rebind.ts';
import { enforcementFigures } from '../parts/enforcement-figures.ts';
import type { Passage } from '../parts/passages.ts';
import { yuanText } from '../parts/words.ts';
import type { Missing, PaperContext } from '../template.ts';

const DATE = /\d{4}年\d{1,2}月\d{1,2}日/gu;
/** Words that make the figure after them one of the claim's, wherever the user put it. */
const CLAIMED = /(?:本金|利息|本息合计|合计|共计|总额|标的额|尚欠)(?:人民币)?(?:为|是|：)?$/u;

/** Every sum that the case and its computation know of, in fen. */
function knownSums(x: PaperContext): Set<number> {
  const { case: c, claim } = x;
  const owed = enforcementFigures(x).claim;
  const book = claim.loans.flatMap((l) => [
    l.principal,
    l.interest,
    l.lent,
    ...[...l.running, ...l.segments].map((s) => s.base),
  ]);
  const sums: (number | null | undefined)[] = [
    claim.principal,
    claim.interest,
    claim.inTerm,
    claim.overdue,
    claim.penalty,
    claim.costs,
    claim.total,
    claim.principal + claim.interest,
    ...book,
    ...claim.repayments.flatMap((r) => [r.amount, r.balance, r.interest, r.principal]),
    ...c.loans.map((l) => l.agreedAmount),
    ...c.transfers.map((t) => t.amount),
    ...c.claim.costs.map((k) => k.amount),
    ...(c.judgment?.items ?? []).flatMap((item) => [item.amount, item.base]),
    ...(c.enforcement?.payments ?? []).map((one) => one.amount),
    ...(c.enforcement?.distributions ?? []).flatMap((one) => [one.share, one.total]),
    ...(owed
      ? [owed.principal, owed.fixedInterest, owed.ordinaryInterest, owed.doubled, owed.total]
      : []),
  ];
  return new Set(sums.filter((n): n is number => typeof n === 'number'));
}

/** Sums that may be called principal. */
function principals(x: PaperContext): Set<number> {
  const owed = enforcementFigures(x).claim;
  return new Set([
    x.claim.principal,
    ...x.claim.loans.flatMap((l) => [
      l.principal,
      ...[...l.running, ...l.segments].map((s) => s.base),
    ]),
    ...(owed ? [owed.principal] : []),
  ]);
}

const count = <T>(list: readonly T[], value: T): number =>
  list.reduce((n, one) => n + (one === value ? 1 : 0), 0);

function wrongAmounts(x: PaperContext, passage: Passage, now: (old: string) => string): string[] {
  const fens = (text: string) => amountsIn(text).map((a) => a.fen);
  const written = fens(passage.text);
  const drafted = fens(passage.draft);
  const before = fens(passage.basis);
  const known = knownSums(x);
  const principal = principals(x);
  const seen = new Set<number>();
  return amountsIn(passage.text).flatMap((a): string[] => {
    const left = count(drafted, a.fen);
    const outdated = count(before, a.fen) > left && count(written, a.fen) > left;
    if (outdated) {
      if (seen.has(a.fen)) return [];
      seen.add(a.fen);
      return [`“${passage.title}”里写的${a.text}是原来的数字${now(a.text)}，请改成一致`];
    }
    if (left > 0 || !CLAIMED.test(a.before)) return [];
    if (/本金(?:人民币)?$/.test(a.before)) {
      return principal.has(a.fen)
        ? []
        : [
            `“${passage.title}”里写的本金${yuanText(a.fen)}与计算的本金${yuanText(x.claim.principal)}不一致，请改成一致`,
          ];
    }
    return known.has(a.fen)
      ? []
      : [`“${passage.title}”里写的${a.text}不是计算出的数字，请改成与“请求计算”一致`];
  });
}

function ofPassage(x: PaperContext, passage: Passage, path: string): Missing[] {
  const names = x.case.parties.map((p) => p.name).filter((n) => n !== '');
  const changes = changedPieces(passage.basis, passage.draft, names);
  const now = (old: string) => {
    const next = changes.get(old);
    return next === undefined ? '' : `，现在是${next}`;
  };
  const dates = (text: string) => text.match(DATE) ?? [];
  const drafted = dates(passage.draft);
  const before = dates(passage.basis);
  const written = dates(passage.text);
  const oldDates = [...new Set(written)].filter((d) => {
    const left = count(drafted, d);
    return count(before, d) > left && count(written, d) > left;
  });
  const oldNames = [...changes].filter(
    ([was, next]) => names.includes(next) && !names.includes(was) && passage.text.includes(was),
  );
  return [
    ...wrongAmounts(x, passage, now),
    ...oldDates.map((d) => `“${passage.title}”里写的${d}是原来的日期${now(d)}，请改成一致`),
    ...oldNames.map(
      ([was, next]) => `“${passage.title}”里还写着“${was}”，当事人已改为“${next}”，请改成一致`,
    ),
  ].map((message) => ({ path, message, level: 'blocking' }));
}

/** Figures, dates and names of edited passages that the data have left behind. */
export function boundProse(x: PaperContext, own: readonly Passage[]): Missing[] {
  return own
    .filter((p) => p.edited)
    .flatMap((p) => {
      const i = x.case.prose.findIndex((one) => one.key === p.key);
      return ofPassage(x, p, `prose.${i}.text`);
    });
}
