/** The official forms in the files the court gets: every row of the real DOCX, every line of the real PDF. */
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../main/papers/docx.ts';
import { layPaper } from '../../main/papers/layout.ts';
import { renderPdf } from '../../main/papers/pdf.ts';
import { type Paper, p, paperText } from '../../templates/paper.ts';
import complaint from '../fixtures/forms/complaint-elements.json' with { type: 'json' };
import enforcement from '../fixtures/forms/enforcement-elements.json' with { type: 'json' };
import service from '../fixtures/forms/service-address.json' with { type: 'json' };
import { build, contextOf, emptyContext } from '../helpers/paper-context.ts';
import { type DocxContent, flat, readDocx } from '../helpers/read-docx.ts';
import { type PdfContent, readPdf } from '../helpers/read-pdf.ts';
import { EXAMPLES } from '../helpers/stage-cases.ts';

interface FormRow {
  section?: string;
  label?: string;
  lines?: string[];
  full?: string[];
}
interface Form {
  title: string[];
  notice: string[];
  rows: FormRow[];
  signature: string[];
}

const sample = contextOf();
const counted = contextOf((d) => {
  d.claim = { asOf: '2026-03-16' };
});
const papers: Record<string, Paper> = {
  'complaint-elements': build('complaint-elements', sample),
  'complaint-narrative': build('complaint-narrative', sample),
  'evidence-list': build('evidence-list', sample),
  'interest-schedule': build('interest-schedule', counted),
  'service-address': build(
    'service-address',
    contextOf((d) => {
      d.choices = { 'service-address': { officialNotice: true } };
    }),
  ),
  'enforcement-elements': build('enforcement-elements', sample),
  'delay-interest-schedule': build('delay-interest-schedule', sample),
  ...Object.fromEntries(Object.entries(EXAMPLES).map(([id, make]) => [id, build(id, make())])),
  'blank-complaint': build(
    'complaint-elements',
    emptyContext({ 'complaint-elements': { keepUnusedBlocks: true } }),
  ),
  'blank-enforcement': build(
    'enforcement-elements',
    emptyContext({ 'enforcement-elements': { keepUnusedBlocks: true } }),
  ),
};

const files = new Map<string, { word: DocxContent; print: PdfContent }>();
const file = (id: string) => {
  const found = files.get(id);
  if (!found) throw new Error(`not rendered: ${id}`);
  return found;
};

beforeAll(async () => {
  for (const [id, paper] of Object.entries(papers)) {
    const word = readDocx(await renderDocx(paper));
    files.set(id, { word, print: await readPdf(renderPdf(paper).pdf) });
  }
}, 120_000);

const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '').replaceAll('☑', '□');
/** The fixed words of a line: what stands between its blanks and boxes. */
const fixed = (line: string) =>
  line
    .split(/□|\s{2,}|(?<=年)\s+|(?<=月)\s+/)
    .map(squeeze)
    .filter((s) => s !== '');

/** Asserts that the pieces stand in the text one after another. */
function inOrder(text: string, pieces: string[]) {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    expect(found, `${piece} after ${text.slice(Math.max(0, at - 20), at)}`).toBeGreaterThanOrEqual(
      0,
    );
    at = found + piece.length;
  }
}

describe.each(Object.keys(papers))('%s', (id) => {
  it('says in Word and on paper what the template says, in order', () => {
    const { word, print } = file(id);
    const lines = paperText(papers[id]!).flatMap((line) => line.split('\n'));
    expect(word.lines.map((l) => l.replace(/\u3000/g, ' '))).toEqual(
      lines.map((l) => l.replace(/[\t\u3000]/g, ' ')),
    );
    expect(flat(print.lines)).toBe(flat(lines));
  });
});

describe.each([
  ['complaint-elements', complaint as Form, [2270, 115, 6959]],
  ['enforcement-elements', enforcement as Form, [2383, 6961]],
])('%s row by row in the DOCX', (id, form, grid) => {
  const unused = /（法人、非法人组织）$|^第三人/;
  const rows = form.rows.filter((row) => !unused.test(row.label ?? ''));

  it('has the form’s rows, spans and grid, none missing, none added', () => {
    const { word } = file(id);
    expect(word.tables).toHaveLength(1);
    const table = word.tables[0]!;
    expect(table.grid).toEqual(grid);
    const [notice, ...body] = table.rows;
    expect(notice?.cells[0]?.lines).toEqual(form.notice);
    expect(body).toHaveLength(rows.length);
    body.forEach((row, i) => {
      const official = rows[i]!;
      expect(row.cells.reduce((n, cell) => n + cell.span, 0)).toBe(grid.length);
      if (official.section !== undefined) {
        expect(row.cells.map((c) => c.lines)).toEqual([[official.section]]);
        expect(row.minHeight).toBe(465);
      } else if (official.full !== undefined) {
        expect(row.cells).toHaveLength(1);
        expect(row.cells[0]?.lines[0]).toBe(official.full[0]);
        expect(row.minHeight).toBe(1734);
      } else {
        expect(row.cells).toHaveLength(2);
        expect(row.cells[0]?.lines).toEqual([official.label]);
        const value = squeeze((row.cells[1]?.lines ?? []).join(''));
        inOrder(value, (official.lines ?? []).flatMap(fixed));
        const boxes = (text: string) => [...text].filter((c) => c === '□').length;
        expect(boxes(value), official.label).toBe(boxes((official.lines ?? []).join('')));
      }
    });
  });

  it('has the form’s rows in order in the PDF', () => {
    const text = squeeze(file(id).print.lines.join(''));
    inOrder(text, [
      ...form.title.map(squeeze),
      ...form.notice.map(squeeze),
      ...rows.flatMap((row) => [
        ...(row.section !== undefined ? [squeeze(row.section)] : []),
        ...(row.full ?? []).map(squeeze),
        ...(row.label !== undefined ? [squeeze(row.label)] : []),
        ...(row.lines ?? []).flatMap(fixed),
      ]),
      ...form.signature.map(squeeze),
    ]);
  });
});

describe('the blank forms in the DOCX', () => {
  it.each([
    ['blank-complaint', complaint as Form],
    ['blank-enforcement', enforcement as Form],
  ])('%s prints the official lines and nothing else', (id, form) => {
    const official = [
      ...form.title,
      ...form.notice,
      ...form.rows.flatMap((row) =>
        row.section !== undefined
          ? [row.section]
          : row.full !== undefined
            ? [...row.full, '']
            : [row.label ?? '', ...(row.lines ?? [])],
      ),
      ...form.signature,
    ];
    expect(file(id).word.lines.map(squeeze)).toEqual(official.map(squeeze));
  });
});

describe('annexes', () => {
  it('repeats the head of the evidence list and keeps rows whole', () => {
    const rows = file('evidence-list').word.tables[0]?.rows ?? [];
    expect(rows.map((r) => r.header)).toEqual([true, false, false, false, false]);
    expect(rows.every((r) => r.cantSplit)).toBe(true);
  });

  it('lays schedules and the list across the page, letters upright', () => {
    for (const id of ['evidence-list', 'interest-schedule', 'delay-interest-schedule']) {
      const [page] = file(id).print.sizes;
      expect(page!.width).toBeGreaterThan(page!.height);
    }
    for (const id of ['complaint-narrative', 'service-address', 'complaint-elements']) {
      const [page] = file(id).print.sizes;
      expect(page!.width).toBeLessThan(page!.height);
    }
  });

  it('writes the name of the address block once, down all its rows', () => {
    const { document, tables } = file('service-address').word;
    const merges = [...document.matchAll(/<w:vMerge w:val="(\w+)"/g)].map((m) => m[1]);
    expect(merges).toEqual(['restart', ...Array<string>(7).fill('continue')]);
    expect(tables[0]?.rows.slice(4, 12).map((r) => r.cells.length)).toEqual(Array(8).fill(3));
  });

  it('refuses a cell over rows that have something of their own under it', () => {
    const paper = structuredClone(papers['service-address']!);
    const table = paper.blocks.find((block) => block.type === 'table');
    table?.rows[5]?.cells[0]?.paragraphs.push(p('plain', '压住的字'));
    expect(() => layPaper(paper)).toThrow('row 5 has a cell over 8 rows');
  });

  it('prints the service address form whole', () => {
    const text = squeeze(file('service-address').print.lines.join(''));
    inOrder(text, [...service.rows.slice(0, 3), ...service.notice.map(squeeze)]);
    inOrder(text, service.rows);
    inOrder(text, service.electronic.map(squeeze));
  });

  it('has the figures of the enforcement schedule', () => {
    const rows = file('delay-interest-schedule').word.tables[0]?.rows ?? [];
    expect(rows.map((r) => r.cells.at(-1)?.lines.join(''))).toEqual([
      '金额（元）',
      '300,000.00',
      '3,452.05',
      '1,207.50',
      '304,659.55',
    ]);
  });
});
