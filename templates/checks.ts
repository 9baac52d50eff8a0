/** One figure, one name, one count everywhere: reads the finished papers back and compares (form 10 A, F 4, F 5). */
import { parseAmount } from '../shared/text/money.ts';
import { acrossProblems } from './checks/across.ts';
import { amountsAfter } from './checks/amounts.ts';
import { type Paper, paperText, type Table } from './paper.ts';
import { enforcementOf } from './parts/enforcement-figures.ts';
import { copies, defendants, plaintiffs } from './parts/people.ts';
import { day, formatAmount, yuanText } from './parts/words.ts';
import type { Missing, PaperContext, PaperStage } from './template.ts';

export interface Discrepancy {
  paperId: string;
  what: 'principal' | 'interest' | 'total' | 'name' | 'copies';
  found: string;
  expected: string;
  message: string;
}

const textOf = (cell: Table['rows'][number]['cells'][number] | undefined): string =>
  (cell?.paragraphs ?? [])
    .map((par) => par.runs.map((r) => ('box' in r ? (r.box ? '☑' : '□') : r.text)).join(''))
    .join('\n');

/** Text of the last cell of the row whose first cell says `label`; '' when there is no such row. */
function rowText(paper: Paper, label: string): string {
  for (const block of paper.blocks) {
    if (block.type !== 'table') continue;
    const row = block.rows.find((r) => r.cells.length > 1 && textOf(r.cells[0]) === label);
    if (row) return textOf(row.cells.filter((cell) => textOf(cell) !== '').at(-1));
  }
  return '';
}

function firstAmount(text: string): number | null {
  const m = /([\d,]+(?:\.\d{1,2})?)/.exec(text);
  const parsed = m ? parseAmount(m[1] ?? '') : null;
  return parsed?.ok ? parsed.fen : null;
}

type Reading = [what: 'principal' | 'interest' | 'total', found: number | null, expected: number];

function complaintReadings(paper: Paper, x: PaperContext): Reading[] {
  const after = (label: string, word: string) =>
    amountsAfter(rowText(paper, label), word)[0] ?? null;
  return [
    ['principal', after('1. 本金', '尚欠本金'), x.claim.principal],
    ['interest', after('2. 利息', '尚欠利息'), x.claim.interest],
    ['total', firstAmount(rowText(paper, '8. 标的总额')), x.claim.total],
  ];
}

/** The principal items of a narrative have to add up to the claim's principal. */
function narrativeReadings(paper: Paper, x: PaperContext): Reading[] {
  const lines = paperText(paper);
  const from = lines.indexOf('诉讼请求：');
  const to = lines.indexOf('事实和理由：');
  const asked = lines
    .slice(from + 1, to)
    .flatMap((line) => (/偿还|归还|返还/.test(line) ? amountsAfter(line, '本金').slice(0, 1) : []));
  if (asked.length === 0)
    return x.claim.principal > 0 ? [['principal', null, x.claim.principal]] : [];
  return [['principal', asked.reduce((n, fen) => n + fen, 0), x.claim.principal]];
}

function scheduleReadings(paper: Paper, x: PaperContext): Reading[] {
  const lines = paperText(paper);
  const principal = lines.flatMap((line) => amountsAfter(line, '本金：'))[0] ?? null;
  const one = x.claim.loans.length === 1 ? x.claim.loans[0] : undefined;
  const interest = one
    ? ([['interest', firstAmount(rowText(paper, '合计')), one.interest]] satisfies Reading[])
    : [];
  const due = x.claim.principal + x.claim.interest;
  const total = one
    ? ([['total', firstAmount(rowText(paper, '本息合计')), due]] satisfies Reading[])
    : ([['total', lastTotal(paper), due]] satisfies Reading[]);
  return [['principal', principal, x.claim.principal], ...interest, ...total];
}

/** The figure in the last cell of the last table's last row. */
function lastTotal(paper: Paper): number | null {
  const tables = paper.blocks.filter((block) => block.type === 'table');
  return firstAmount(textOf(tables.at(-1)?.rows.at(-1)?.cells.at(-1)));
}

function enforcementReadings(paper: Paper, x: PaperContext): Reading[] {
  const e = enforcementOf(x);
  if (!e) return [];
  const lines = rowText(paper, '申请执行事项').split('\n');
  const sum = (start: string) => lines.find((line) => line.startsWith(start)) ?? '';
  const ordinary = amountsAfter(sum('一般债务利息'), `暂计至${day(e.asOf)}为`)[0] ?? null;
  return [
    ...(e.principal > 0
      ? ([['principal', firstAmount(sum('本金')), e.principal]] satisfies Reading[])
      : []),
    ...(e.ordinaryInterest > 0
      ? ([['interest', ordinary, e.ordinaryInterest]] satisfies Reading[])
      : []),
  ];
}

function enforcementNarrativeReadings(paper: Paper, x: PaperContext): Reading[] {
  const e = enforcementOf(x);
  if (!e) return [];
  const lines = paperText(paper).filter((line) => /^\d+\.强制执行/.test(line));
  const sum = (word: string, after: string) =>
    amountsAfter(lines.find((line) => line.includes(word)) ?? '', after)[0] ?? null;
  const soFar = `暂计至${day(e.asOf)}为`;
  return [
    ...(e.principal > 0
      ? ([['principal', sum('强制执行借款本金', '本金'), e.principal]] satisfies Reading[])
      : []),
    ...(e.ordinaryInterest > 0
      ? ([['interest', sum('强制执行利息', soFar), e.ordinaryInterest]] satisfies Reading[])
      : []),
  ];
}

function delayReadings(paper: Paper, x: PaperContext): Reading[] {
  const e = enforcementOf(x);
  return e ? [['total', firstAmount(rowText(paper, '合计')), e.total]] : [];
}

const READERS: Record<string, (paper: Paper, x: PaperContext) => Reading[]> = {
  'complaint-elements': complaintReadings,
  'complaint-narrative': narrativeReadings,
  'interest-schedule': scheduleReadings,
  'enforcement-elements': enforcementReadings,
  'enforcement-narrative': enforcementNarrativeReadings,
  'delay-interest-schedule': delayReadings,
};

const WORDS = { principal: '本金', interest: '利息', total: '总额' } as const;

function figures(paper: Paper, x: PaperContext): Discrepancy[] {
  return (READERS[paper.id]?.(paper, x) ?? [])
    .filter(([, found, expected]) => found !== expected)
    .map(([what, found, expected]) => ({
      paperId: paper.id,
      what,
      found: found === null ? '（没有写）' : formatAmount(found),
      expected: formatAmount(expected),
      message: `《${paper.title}》里的${WORDS[what]}${found === null ? '没有写' : `是${yuanText(found)}`}，计算结果是${yuanText(expected)}，请改成一致`,
    }));
}

/** Papers that name all parties, and those that name the filer only. */
const ALL_PARTIES = [...Object.keys(READERS), 'evidence-list'];
const OWN_PARTIES = ['service-address'];

function partyNames(paper: Paper, x: PaperContext): Discrepancy[] {
  if (![...ALL_PARTIES, ...OWN_PARTIES].includes(paper.id)) return [];
  const text = paperText(paper).join('\n');
  const wanted = OWN_PARTIES.includes(paper.id)
    ? plaintiffs(x.case)
    : [...plaintiffs(x.case), ...defendants(x.case)];
  return wanted
    .filter((party) => party.name !== '' && !text.includes(party.name))
    .map((party) => ({
      paperId: paper.id,
      what: 'name' as const,
      found: '（没有写）',
      expected: party.name,
      message: `《${paper.title}》里没有“${party.name}”，请核对当事人`,
    }));
}

function copyCount(paper: Paper, x: PaperContext): Discrepancy[] {
  const line = paperText(paper).find((l) => l.startsWith('附：本起诉状副本'));
  const found = line ? Number(/副本(\d+)份/.exec(line)?.[1] ?? Number.NaN) : null;
  const { forOpponents } = copies(x.case);
  return found === null || found === forOpponents
    ? []
    : [
        {
          paperId: paper.id,
          what: 'copies',
          found: String(found),
          expected: String(forOpponents),
          message: `《${paper.title}》写的副本是${found}份，应为${forOpponents}份（每名被告、第三人一份）`,
        },
      ];
}

/** Everything in the finished papers that differs from the case's own figures, names and counts. */
export function crossCheck(papers: readonly Paper[], x: PaperContext): Discrepancy[] {
  return papers.flatMap((paper) => [
    ...figures(paper, x),
    ...partyNames(paper, x),
    ...copyCount(paper, x),
  ]);
}

const FIELDS: Record<Discrepancy['what'], string> = {
  principal: 'claim.asOf',
  interest: 'claim.asOf',
  total: 'claim.asOf',
  name: 'parties',
  copies: 'suit.extraCopies',
};

/**
 * What the finished paper says otherwise than the case, as problems at their fields: what contradicts the
 * case stops the paper, what is only unusual is told. Called before every export.
 */
export function finishedProblems(paper: Paper, stage: PaperStage, x: PaperContext): Missing[] {
  const prose = x.case.prose.findIndex((p) => p.key.startsWith(`${paper.id}.`));
  return [
    ...crossCheck([paper], x).map(({ what, message }): Missing => {
      const path = prose >= 0 ? `prose.${prose}.text` : FIELDS[what];
      return { path, message, level: 'blocking' };
    }),
    ...acrossProblems(paper, stage, x),
  ];
}
