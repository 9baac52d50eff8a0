/**
 * Speed of the papers: how long a preview takes again after the first, paper by paper, and how long all the
 * papers of the sample take as DOCX and PDF. Run: node bench/papers.ts
 */
import { renderDocx } from '../main/papers/docx.ts';
import { renderPdf } from '../main/papers/pdf.ts';
import { parseCase } from '../shared/case/parse.ts';
import { sampleCase } from '../shared/case/sample.ts';
import { claimOf } from '../shared/claim/claim.ts';
import { paperTemplates } from '../templates/index.ts';
import type { PaperContext } from '../templates/template.ts';

const PREVIEW = 100;
const ALL = 3000;
const ROUNDS = 7;

/** The sample in enforcement, in suit and before the suit, so that most papers fit one of them. */
const CASES: [string, string, (d: ReturnType<typeof sampleCase>) => void][] = [
  ['enforcement', '2026-08-05', () => undefined],
  [
    'suit',
    '2026-04-20',
    (d) => {
      d.judgment = null;
      d.enforcement = null;
    },
  ],
  [
    'before',
    '2026-02-20',
    (d) => {
      d.judgment = null;
      d.enforcement = null;
      d.suit = { court: '乙市丁区人民法院' };
      d.claim = { ...d.claim, asOf: null };
    },
  ],
];

/** The context with its figures counted anew, as after an edit; `n` keeps the paper from being the same one. */
function context(which: number, n: number): PaperContext {
  const [, today, change] = CASES[which] ?? ['', '2026-08-05', () => undefined];
  const document = sampleCase();
  change(document);
  const [first] = document.parties ?? [];
  if (first) first.phone = `1380000${String(1000 + n)}`;
  const parsed = parseCase(document);
  if (!parsed.ok) throw new Error('the sample does not parse');
  return { case: parsed.case, claim: claimOf(parsed.case, { today }), today };
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
let over = 0;

function report(what: string, ms: number, limit: number): void {
  if (ms >= limit) over += 1;
  console.log(`${what}: ${ms.toFixed(1)} ms${ms < limit ? '' : ` (OVER ${limit} ms)`}`);
}

const seen = new Set<string>();
CASES.forEach(([name], which) => {
  for (const template of paperTemplates) {
    const x = context(which, 0);
    if (seen.has(template.id) || !template.fits(x).fits) continue;
    seen.add(template.id);
    renderPdf(template.build(x));
    const times = Array.from({ length: ROUNDS }, (_, n) => {
      const start = performance.now();
      renderPdf(template.build(context(which, n + 1)));
      return performance.now() - start;
    });
    report(`${template.id} (${name}) again, median of ${ROUNDS}`, median(times), PREVIEW);
  }
});

const start = performance.now();
const sample = context(0, 99);
const chosen = paperTemplates.filter((template) => template.fits(sample).fits);
for (const template of chosen) {
  const paper = template.build(sample);
  await renderDocx(paper);
  renderPdf(paper);
}
report(`${chosen.length} papers of the sample, DOCX and PDF`, performance.now() - start, ALL);
console.log(`${seen.size} of ${paperTemplates.length} papers measured, ${over} over their limit`);
if (over > 0) process.exitCode = 1;
