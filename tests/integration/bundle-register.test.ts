/** The hash register as printed: nothing of a row runs out of its column, whatever stands in the others. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, expect, test } from 'vitest';
import { shownName } from '../../main/evidence/bundle/prepare.ts';
import { renderPdf } from '../../main/papers/pdf.ts';
import { type RegisterRow, registerPaper } from '../../templates/bundle-papers.ts';
import type { Paper, Table } from '../../templates/paper.ts';
import { build, caseWith, removeFolders, sha256 } from '../helpers/bundle-kit.ts';
import { contextFrom } from '../helpers/paper-context.ts';

interface Word {
  text: string;
  left: number;
  right: number;
}

const MARGIN = (1134 / 1440) * 72;

async function words(paper: Paper): Promise<Word[]> {
  const task = getDocument({ data: new Uint8Array(renderPdf(paper).pdf), verbosity: 0 });
  try {
    const pdf = await task.promise;
    const out: Word[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      for (const item of items)
        if ('str' in item && item.str.trim() !== '') {
          const left = item.transform[4] as number;
          out.push({ text: item.str, left, right: left + item.width });
        }
    }
    return out;
  } finally {
    await task.destroy();
  }
}

/** Left and right edges of the columns, points from the edge of the page. */
function edges(paper: Paper): { title: string; left: number; right: number }[] {
  const table = paper.blocks.find((b): b is Table => b.type === 'table');
  if (!table) throw new Error('no table');
  let at = MARGIN;
  return table.columns.map((twips, i) => {
    const title =
      table.rows[0]?.cells[i]?.paragraphs[0]?.runs
        .map((r) => ('box' in r ? '' : r.text))
        .join('') ?? '';
    const left = at;
    at += twips / 20;
    return { title, left, right: at };
  });
}

// The widest digest there can be, and those of real files.
const digests = ['b'.repeat(64), sha256(Buffer.from('1')), sha256(Buffer.from('2'))];
const names = ['a.png', `${'W'.repeat(40)}.jpg`, '微信支付账单(20240301-20250201).csv'];
const pages = ['1', '101-250', '99999-99999'];

const rows = (takenAt: string): RegisterRow[] =>
  digests.flatMap((digest) =>
    names.flatMap((name) =>
      pages.map((range, i) => ({
        number: ['1', '12', '123-45'][i] ?? '',
        name: shownName(name, 18),
        size: [12, 367_487, 4_294_967_296][i] ?? 0,
        sha256: digest,
        takenAt,
        pages: range,
        treatment: '图像，附识别文字（仅供检索，以图像为准）；为加注页码外扩了页边',
      })),
    ),
  );

afterAll(removeFolders);

const x = contextFrom(caseWith(['e1']));

test.each(['2026-11-22 11:07', ''])(
  'the digest keeps off the page numbers (taken “%s”)',
  async (takenAt) => {
    const paper = registerPaper(x, rows(takenAt));
    const columns = edges(paper);
    const column = (title: string) => {
      const found = columns.find((c) => c.title.startsWith(title));
      if (!found) throw new Error(title);
      return found;
    };
    const digest = column('SHA-256');
    const said = await words(paper);
    const hex = said.filter((w) => /^[0-9a-f]{16,}$/.test(w.text));
    expect(hex.map((w) => w.text).join('').length).toBe(rows('').length * 64);
    for (const w of hex) {
      expect(w.left, w.text).toBeGreaterThan(digest.left);
      expect(w.right, w.text).toBeLessThan(digest.right - 2);
    }
    for (const w of said.filter((word) => pages.includes(word.text))) {
      const home = columns.find((c) => w.left >= c.left && w.right <= c.right);
      expect(home, `${w.text} ${w.left}`).toBeDefined();
    }
    // And nothing else crosses a line of the table either.
    for (const w of said.filter((word) => /^(W+|[\d,]{7,}|2026-11.*)$/.test(word.text)))
      expect(
        columns.some((c) => w.left >= c.left && w.right <= c.right),
        `${w.text} ${w.left}–${w.right}`,
      ).toBe(true);
  },
);

test('a bill that goes in whole is told, with the way to show only what matters; a text is not', async () => {
  const csv = { item: 'e1', name: '微信支付账单.csv', bytes: Buffer.from('交易时间,金额\n1,2\n') };
  const txt = { item: 'e2', name: '说明.txt', bytes: Buffer.from('借款,三十万') };
  const { notes } = await build(caseWith(['e1', 'e2']), [csv, txt]);
  const told = notes.filter((n) => n.includes('“导入账单”'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('证据1“微信支付账单.csv”');
});
