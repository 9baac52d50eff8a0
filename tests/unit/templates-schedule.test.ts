/** The interest schedules: columns, rows, totals and the lines that let a judge recompute them. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { type Paper, paperText, type Row } from '../../templates/paper.ts';
import { build, contextOf, fits } from '../helpers/paper-context.ts';

const texts = (row: Row) =>
  row.cells.map((cell) =>
    cell.paragraphs.map((p) => p.runs.map((r) => ('box' in r ? '□' : r.text)).join('')).join('\n'),
  );
const tables = (paper: Paper) => paper.blocks.filter((b) => b.type === 'table');
const grid = (paper: Paper, n = 0) => (tables(paper)[n]?.rows ?? []).map(texts);

const loan = (d: CaseDocument) => {
  const [l] = d.loans ?? [];
  if (!l) throw new Error('no sample loan');
  return l;
};
/** 年利率12%, 50,000 back on 2024-06-01, counted to 2026-03-16. */
const repaid = (d: CaseDocument) => {
  loan(d).interest = 'agreed';
  loan(d).rate = { value: '12', per: 'year' };
  d.claim = { asOf: '2026-03-16' };
  d.transfers?.push({
    id: 'in1',
    loanId: 'loan1',
    direction: 'in',
    date: '2024-06-01',
    amount: '50000.00',
  });
};

describe('利息计算清单', () => {
  it('comes out as the sample: 140 days, 3,452.05', () => {
    const paper = build(
      'interest-schedule',
      contextOf((d) => {
        d.claim = { ...d.claim, asOf: '2026-08-03' };
      }),
    );
    const [head, ...rows] = grid(paper);
    expect(head).toEqual([
      '序号',
      '起',
      '止',
      '天数',
      '计息本金（元）',
      '年利率（%）',
      '利率依据',
      '利息（元）',
    ]);
    expect(rows[0]?.filter((_, i) => i !== 6)).toEqual([
      '1',
      '2026-03-16',
      '2026-08-03',
      '140',
      '300,000.00',
      '3.00',
      '3,452.05',
    ]);
    expect(rows[0]?.[6]).toContain('起诉时');
    expect(rows[1]).toEqual(['合计', '140', '', '', '', '3,452.05']);
    expect(rows[2]).toEqual(['本息合计', '', '', '', '303,452.05']);
    expect(paper.landscape).toBe(true);
    expect(tables(paper)[0]?.rows[0]?.header).toBe(true);
    const lines = paperText(paper);
    expect(lines).toContain('（暂计至2026年8月3日）');
    expect(lines).toContain('债权人：王某　债务人：李某　本金：300,000.00元');
    expect(lines).toContain(
      '利息 = 计息本金 × 年利率 ÷ 365 × 天数（算头不算尾），各段四舍五入至分列示，合计按各段舍入前的数额相加后再取整。',
    );
    expect(lines).toContain('以上利息暂计至2026年8月3日，此后利息按同一标准计算至实际清偿之日止。');
    expect(lines.slice(-2)).toEqual(['制表人（签名）：', '日期：2026年3月16日']);
  });

  it('says so when the year has 360 days: 3,500.00', () => {
    const paper = build(
      'interest-schedule',
      contextOf((d) => {
        d.claim = { ...d.claim, asOf: '2026-08-03', dayCount: 'actual360' };
      }),
    );
    expect(grid(paper)[1]?.at(-1)).toBe('3,500.00');
    expect(paperText(paper).join('\n')).toContain('÷ 360 × 天数');
    expect(paperText(paper).join('\n')).toContain('天数：实际天数÷360');
  });

  it('shows thirteen columns once money has come back, each repayment on its stretch', () => {
    const paper = build('interest-schedule', contextOf(repaid));
    const [head, ...rows] = grid(paper);
    expect(head).toEqual([
      '序号',
      '计息期间 起',
      '计息期间 止',
      '天数',
      '计息本金（元）',
      '年利率（%）',
      '利率依据',
      '利息（元）',
      '本期还款（元）',
      '冲抵利息',
      '冲抵本金',
      '剩余本金（元）',
      '剩余利息（元）',
    ]);
    expect(rows[0]?.slice(0, 5)).toEqual(['1', '2023-03-01', '2024-02-29', '365', '300,000.00']);
    expect(rows[0]?.slice(7)).toEqual(['36,000.00', '', '', '', '', '']);
    expect(rows[1]?.slice(1, 4)).toEqual(['2024-02-29', '2024-06-01', '93']);
    expect(rows[1]?.slice(7)).toEqual([
      '9,172.60',
      '50,000.00',
      '45,172.60',
      '4,827.40',
      '295,172.60',
      '0.00',
    ]);
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['本息合计', '358,541.71']);
    expect(paperText(paper).filter((l) => /^注\d：/.test(l))).toHaveLength(3);
    const table = tables(paper)[0];
    for (const row of table?.rows ?? []) {
      expect(row.cells.reduce((n, cell) => n + (cell.span ?? 1), 0)).toBe(13);
    }
  });

  it.each([1, 100, 10_000])('gives every figure of the thirteen columns a line, x %i', (times) => {
    const paper = build(
      'interest-schedule',
      contextOf((d) => {
        repaid(d);
        loan(d).agreedAmount = `${300_000 * times}.00`;
        for (const t of d.transfers ?? []) t.amount = `${Number(t.amount) * times}.00`;
      }),
    );
    const [table] = tables(paper);
    if (table?.type !== 'table') throw new Error('no table');
    for (const row of table.rows) {
      let x = 0;
      for (const cell of row.cells) {
        const width = table.columns.slice(x, x + (cell.span ?? 1)).reduce((n, w) => n + w, 0);
        x += cell.span ?? 1;
        for (const run of cell.paragraphs.flatMap((one) => one.runs)) {
          if ('box' in run || !/^[\d,.-]+$/.test(run.text)) continue;
          // A figure is half a character wide; the cell has margins of 85 twips on both sides.
          const needed = run.text.length * (run.size ?? 21) * 5 + 170;
          expect(needed, run.text).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it('adds up several loans in a table of their own', () => {
    const paper = build(
      'interest-schedule',
      contextOf((d) => {
        d.claim = { asOf: '2026-03-16' };
        const [out] = d.transfers ?? [];
        if (!out) throw new Error('no sample transfer');
        d.loans?.push({ ...loan(d), id: 'loan2', signed: '2023-05-01', due: '2024-04-30' });
        d.transfers?.push({ ...out, id: 'out2', loanId: 'loan2', date: '2023-05-01' });
      }),
    );
    expect(tables(paper)).toHaveLength(3);
    const sum = grid(paper, 2);
    expect(sum[1]?.[0]).toBe('第一笔借款（2023年3月1日《借条》）');
    expect(sum.at(-1)?.[0]).toBe('合计');
    expect(sum.at(-1)?.[1]).toBe('600,000.00');
  });

  it('lists base and rate with no days yet on the day of filing', () => {
    const x = contextOf();
    expect(fits('interest-schedule', x).fits).toBe(true);
    const rows = grid(build('interest-schedule', x));
    expect(rows[1]?.filter((_, i) => i !== 6)).toEqual([
      '1',
      '2026-03-16',
      '2026-03-16',
      '0',
      '300,000.00',
      '3.00',
      '0.00',
    ]);
  });

  it('does not fit a loan without any interest', () => {
    const free = contextOf((d) => {
      loan(d).interest = 'agreed';
      loan(d).rate = { value: '0', per: 'year' };
      loan(d).overdueRate = { value: '0', per: 'year' };
    });
    expect(fits('interest-schedule', free)).toEqual({
      fits: false,
      why: '到暂计日为止没有利息',
    });
  });
});

describe('迟延履行期间利息计算表', () => {
  it('comes out as the sample, 24 days from the last day of the period', () => {
    expect(grid(build('delay-interest-schedule', contextOf())).slice(1)).toEqual([
      ['本金', '', '', '', '', '300,000.00'],
      ['一般债务利息', '300,000.00', '年3.00%÷365', '2026-03-16 至 2026-08-03', '140', '3,452.05'],
      [
        '迟延履行利息（加倍部分）',
        '300,000.00',
        '日万分之一点七五',
        '2026-07-11 至 2026-08-03',
        '23',
        '1,207.50',
      ],
      ['合计', '', '', '', '', '304,659.55'],
    ]);
    const expiry = contextOf((d) => {
      if (d.enforcement) d.enforcement.doubleStart = 'expiryDay';
    });
    const doubled = grid(build('delay-interest-schedule', expiry))[3];
    expect(doubled?.slice(4)).toEqual(['24', '1,260.00']);
  });

  it('lists what came in during enforcement, and what is left', () => {
    const x = contextOf((d) => {
      if (d.enforcement) {
        d.enforcement.payments = [{ id: 'pay1', date: '2026-07-20', amount: '100000.00' }];
      }
    });
    const paper = build('delay-interest-schedule', x);
    expect(tables(paper)).toHaveLength(2);
    expect(grid(paper, 1)[1]?.slice(0, 2)).toEqual(['2026-07-20', '100,000.00']);
    expect(grid(paper)[1]?.[0]).toBe('尚欠本金');
    const form = paperText(build('enforcement-elements', x));
    expect(form).toContain(
      '上述判决已生效，履行期于2026年7月10日届满，被执行人未全部履行，请求强制执行。',
    );
    expect(form.find((l) => l.startsWith('一般债务利息'))).toBe(
      '一般债务利息☑:以未清偿的本金203,106.85元为基数，自2026年7月20日起按判决确定标准计算至实际清偿之日止，暂计至2026年8月3日为233.71元',
    );
    expect(form.find((l) => l.startsWith('迟延履行利息'))).toContain(
      '以各期间未清偿的金钱债务为基数',
    );
  });
});
