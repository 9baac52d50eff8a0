/**
 * The blank forms against the official rows: an empty case, every block kept, must print each label, line
 * and box of the form in order, nothing missing and nothing added; then the grid and the row heights.
 */
import { describe, expect, it } from 'vitest';
import { type Paper, paperText, type Row, type Table } from '../../templates/paper.ts';
import complaint from '../fixtures/forms/complaint-elements.json' with { type: 'json' };
import enforcement from '../fixtures/forms/enforcement-elements.json' with { type: 'json' };
import { build, contextOf, emptyContext } from '../helpers/paper-context.ts';

interface FormRow {
  section?: string;
  label?: string;
  lines?: string[];
  full?: string[];
}

/** Blanks for the pen differ in width only; ticked boxes count as boxes. */
const squeeze = (line: string) => line.replace(/\s+/g, '').replaceAll('☑', '□');

const expected = (form: {
  title: string[];
  notice: string[];
  rows: FormRow[];
  signature: string[];
}) =>
  [
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
  ].map(squeeze);

const tableOf = (paper: Paper): Table => {
  const found = paper.blocks.find((block) => block.type === 'table');
  if (!found) throw new Error('no table');
  return found;
};
const textOf = (row: Row, i: number) =>
  (row.cells[i]?.paragraphs ?? [])
    .map((par) => par.runs.map((run) => ('box' in run ? '□' : run.text)).join(''))
    .join('\n');
const rowNamed = (paper: Paper, label: string): Row => {
  const row = tableOf(paper).rows.find((r) => textOf(r, 0) === label);
  if (!row) throw new Error(`no row ${label}`);
  return row;
};

describe('the blank element forms', () => {
  it.each([
    ['complaint-elements', complaint],
    ['enforcement-elements', enforcement],
  ])('%s prints every official line in order and nothing else', (id, form) => {
    const paper = build(id, emptyContext({ [id]: { keepUnusedBlocks: true } }));
    expect(paperText(paper).map(squeeze)).toEqual(expected(form));
  });

  it('leaves out unused party blocks by default, never a numbered row', () => {
    const lines = paperText(build('complaint-elements', emptyContext()));
    expect(lines.filter((l) => l.includes('法人、非法人组织'))).toEqual([]);
    expect(lines.filter((l) => l.startsWith('第三人（'))).toEqual([]);
    expect(lines).toContain('原告（自然人）');
    expect(lines).toContain('被告（自然人）');
    const numbered = complaint.rows.flatMap((r: FormRow) =>
      /^\d+\. /.test(r.label ?? '') ? [r.label] : [],
    );
    expect(numbered).toHaveLength(28);
    expect(lines.filter((l) => numbered.includes(l))).toEqual(numbered);
  });
});

describe('grid and heights of the complaint', () => {
  const paper = build('complaint-elements', contextOf());
  const table = tableOf(paper);

  it('builds both column pairs from one grid of 9344 twips', () => {
    expect(paper.profile).toBe('E');
    expect(table.columns).toEqual([2270, 115, 6959]);
    expect(table.columns.reduce((a, b) => a + b)).toBe(9344);
    expect(table.indent).toBe(5);
    for (const row of table.rows) {
      expect(row.cells.reduce((n, cell) => n + (cell.span ?? 1), 0)).toBe(3);
    }
  });

  it('spans 2270 + 7074 for parties, claims and wishes, 2385 + 6959 for forum and facts', () => {
    const spans = (label: string) => rowNamed(paper, label).cells.map((cell) => cell.span ?? 1);
    for (const label of [
      '原告（自然人）',
      '委托诉讼代理人',
      '1. 本金',
      '8. 标的总额',
      '是否考虑先行调解',
    ]) {
      expect(spans(label)).toEqual([1, 2]);
    }
    for (const label of ['1. 有无仲裁、法院管辖约定', '3. 借款金额', '18. 证据清单（可另附页）']) {
      expect(spans(label)).toEqual([2, 1]);
    }
    expect(table.rows.filter((row) => row.cells.length === 1)).toHaveLength(8);
  });

  it('keeps the least heights of the book', () => {
    const height = (label: string) => rowNamed(paper, label).minHeight;
    expect(table.rows[0]?.minHeight).toBe(4453);
    expect(height('当事人信息')).toBe(465);
    expect(height('原告（自然人）')).toBe(2754);
    expect(height('委托诉讼代理人')).toBe(1981);
    expect(height('1. 本金')).toBe(375);
    expect(height('2. 签订主体')).toBe(715);
    expect(height('2. 利息')).toBe(1054);
    expect(height('2. 是否已经诉前保全')).toBe(1394);
    expect(height('7. 还款方式')).toBe(1734);
    expect(height('是否了解先行调解解决纠纷的好处')).toBe(5475);
    const hints = table.rows.filter((row) => row.cells[0]?.paragraphs[0]?.style === 'hint');
    expect(hints.map((row) => row.minHeight)).toEqual([1734, 1734]);
  });

  it('gives label cells the label role and text rows leave to break', () => {
    const row = rowNamed(paper, '16. 其他需要说明的内容（可另附页）');
    expect(row.cells.map((cell) => cell.role)).toEqual(['label', 'value']);
    expect(row.mayBreak).toBe(true);
    expect(rowNamed(paper, '1. 本金').mayBreak).toBeUndefined();
  });
});

describe('grid of the enforcement application', () => {
  it('has 2383 + 6961 and the tall 说明', () => {
    const paper = build('enforcement-elements', contextOf());
    const table = tableOf(paper);
    expect(table.columns).toEqual([2383, 6961]);
    expect(table.rows[0]?.minHeight).toBe(7851);
    for (const row of table.rows) {
      expect(row.cells.reduce((n, cell) => n + (cell.span ?? 1), 0)).toBe(2);
    }
  });
});
