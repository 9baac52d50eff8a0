import { describe, expect, test } from 'vitest';
import { paperContext } from '../../main/papers/context.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import { build } from '../helpers/paper-context.ts';
import { bareCase, loanDoc, moved } from './case-kit.ts';

/** Repayments that name no loan (民法典第五百六十条), rolled-over notes (第二十七条), costs under the cap. */

const at = (asOf: string) => ({ today: asOf, asOf });

describe('civil code 560: a repayment that names no loan', () => {
  const two = (last: ReturnType<typeof moved>[], more: (d: object) => void = () => {}) =>
    bareCase((d) => {
      // a: due and bare; b: not due until 2025.
      d.loans = [loanDoc('a', '2025-06-30', '6'), loanDoc('b', '2023-12-31', null)];
      d.transfers = [
        moved('out', 'a', '2023-01-01', '100000.00'),
        moved('out', 'b', '2023-01-01', '50000.00'),
        ...last,
      ];
      more(d);
    });

  test('goes to what is due first, interest before principal, the rest to the next loan', () => {
    const claim = claimOf(two([moved('in', null, '2024-06-30', '60000.00')]), at('2024-06-30'));
    const [a, b] = claim.loans;
    // b: overdue from 2024-01-01, 182 days at 3.45%: 860.14. a: 546 days at 6%: 8,975.34.
    expect(b?.repayments).toMatchObject([{ amount: 5_086_014, interest: 86_014, balance: 0 }]);
    expect(a?.repayments).toMatchObject([
      { amount: 913_986, interest: 897_534, principal: 16_452, balance: 9_983_548 },
    ]);
    expect(claim.repayments.reduce((s, r) => s + r.amount, 0)).toBe(6_000_000);
    expect(claim.explain[0]).toMatchObject({ article: '民法典第五百六十条' });
    expect(claim.explain[0]?.text).toContain('第2笔 50,860.14元');
  });

  test('what the payer named stands, and comes before the law’s order on the same day', () => {
    const named = claimOf(two([moved('in', 'a', '2024-06-30', '5000.00')]), at('2024-06-30'));
    expect(named.loans.map((l) => l.repaid.total)).toEqual([500_000, 0]);
    const both = claimOf(
      two([moved('in', null, '2024-06-30', '50860.14'), moved('in', 'b', '2024-06-30', '860.14')]),
      at('2024-06-30'),
    );
    expect(both.loans.map((l) => [l.principal, l.repaid.total])).toEqual([
      [10_000_000, 86_014],
      [0, 5_086_014],
    ]);
  });

  test('among debts alike, the least secured is paid first', () => {
    const c = bareCase((d) => {
      d.loans = [
        {
          ...loanDoc('a', '2023-12-31', '6'),
          securities: [{ id: 's', kind: 'mortgage' as const }],
        },
        loanDoc('b', '2023-12-31', '6'),
      ];
      d.transfers = [
        moved('out', 'a', '2023-01-01', '100000.00'),
        moved('out', 'b', '2023-01-01', '100000.00'),
        moved('in', null, '2024-03-01', '20000.00'),
      ];
    });
    expect(claimOf(c, at('2024-06-30')).loans.map((l) => l.repaid.total)).toEqual([0, 2_000_000]);
  });

  test('alike in everything: in proportion, and nothing is lost', () => {
    const c = bareCase((d) => {
      d.loans = [loanDoc('a', '2023-12-31', null), loanDoc('b', '2023-12-31', null)];
      d.transfers = [
        moved('out', 'a', '2023-01-01', '20000.00'),
        moved('out', 'b', '2023-01-01', '10000.00'),
        moved('in', null, '2023-12-31', '10000.00'),
      ];
    });
    expect(claimOf(c, at('2023-12-31')).loans.map((l) => l.repaid.total)).toEqual([
      666_667, 333_333,
    ]);
  });

  test('more than is owed is kept and told; payments after the cut-off wait', () => {
    const c = two([
      moved('in', null, '2024-06-30', '200000.00'),
      moved('in', null, '2024-09-30', '1.00'),
    ]);
    const claim = claimOf(c, at('2024-06-30'));
    expect(claim.total).toBe(0);
    const paid = claim.loans.reduce((s, l) => s + l.repaid.total, 0);
    const over = claim.loans.reduce((s, l) => s + l.repaid.overpaid, 0);
    expect([paid, over]).toEqual([20_000_000, 20_000_000 - 5_086_014 - 10_897_534]);
    expect(claim.warnings.map((w) => w.code)).toContain('overpaid');
  });

  test('with one loan it is that loan’s repayment', () => {
    const build = (loanId: string | null) =>
      bareCase((d) => {
        d.loans = [loanDoc('a', '2023-12-31', '6')];
        d.transfers = [
          moved('out', 'a', '2023-01-01', '100000.00'),
          moved('in', loanId, '2024-03-01', '20000.00'),
        ];
      });
    const [open, named] = [build(null), build('a')].map((c) => claimOf(c, at('2024-06-30')));
    expect(open?.repayments).toEqual(named?.repayments);
    expect(open?.total).toBe(named?.total);
  });

  test('money lent must name its loan; money back comes after the first money lent', () => {
    const d = sampleCase();
    d.transfers = [
      moved('out', null, '2023-03-01', '1.00'),
      moved('in', null, '2022-01-01', '1.00'),
    ];
    const parsed = parseCase(d);
    const paths = parsed.ok ? [] : parsed.problems.map((p) => p.path);
    expect(paths).toContain('transfers.0.loanId');
    expect(paths).toContain('transfers.1.date');
  });

  test('a contradiction is told at the case’s own path, whatever was assigned before it', () => {
    const c = two([moved('in', null, '2023-02-01', '10.00')]);
    c.transfers.push({
      ...(c.transfers[2] as (typeof c.transfers)[number]),
      id: 'early',
      loanId: 'b',
      date: '2022-12-01',
    });
    const failed = () => claimOf(c, at('2024-06-30'));
    expect(failed).toThrow(FieldError);
    expect(failed).toThrow(expect.objectContaining({ field: 'transfers.3.date' }));
  });
});

describe('article 27: a rolled-over note in the case', () => {
  // 100,000 on 2021-03-01 at 24% (cap 15.4%); on 2022-03-01 a new note over 124,000 at 24%.
  const rolled = (noteAmount: string, extra: ReturnType<typeof moved>[] = [], rate = '24') =>
    bareCase((d) => {
      d.loans = [
        {
          ...loanDoc('a', '2023-03-01', '24'),
          rollover: {
            settledOn: '2022-03-01',
            noteAmount,
            earlierRate: rate === '' ? null : { value: rate, per: 'year' as const },
          },
        },
      ];
      d.transfers = [moved('out', 'a', '2021-03-01', '100000.00'), ...extra];
    });

  test('only interest within the cap becomes principal', () => {
    const claim = claimOf(rolled('124000.00'), at('2022-03-01'));
    expect([claim.principal, claim.interest]).toEqual([10_000_000, 1_540_000]);
    const after = claimOf(rolled('124000.00'), at('2022-03-02'));
    // Recognised: 100,000 + 15,400; one day at 14.8% (LPR 3.70% on 2022-03-01): 46.79; the ceiling
    // 100,000 + 366 days at 15.4% on 100,000 = 115,442.19 cuts it to 42.19.
    expect([after.principal, after.interest]).toEqual([11_540_000, 4_219]);
    expect(after.loans[0]?.lent).toBe(10_000_000);
    const codes = after.warnings.map((w) => w.code);
    expect(codes).toContain('rollover-interest');
    expect(codes).toContain('rollover-ceiling');
    expect(after.explain.map((e) => e.text).join()).toContain('其余 8,600.00元不予认定');
  });

  test('an earlier rate under the cap: the whole note is principal', () => {
    const claim = claimOf(rolled('110000.00', [], '10'), at('2022-03-31'));
    expect(claim.principal).toBe(11_000_000);
    // 30 days at 14.8% on 110,000 = 1,338.08; ceiling 100,000 + 395 days × 15.4% = 116,665.75.
    expect(claim.interest).toBe(133_808);
  });

  test('nothing agreed earlier: no interest may be written into the note', () => {
    expect(claimOf(rolled('124000.00', [], ''), at('2022-03-02')).principal).toBe(10_000_000);
  });

  test('repayments before the new note count in the earlier period and under the ceiling', () => {
    const paid = [
      moved('in', 'a', '2021-09-01', '20000.00'),
      moved('in', 'a', '2022-06-01', '1000.00'),
    ];
    const claim = claimOf(rolled('120000.00', paid), at('2022-12-31'));
    // 184 days at 15.4%: 7,763.29 interest, 12,236.71 principal; then 181 days on 87,763.29: 6,702.23.
    expect(claim.repayments[0]).toMatchObject({ interest: 776_329, principal: 1_223_671 });
    expect(claim.principal).toBe(8_776_329 + 670_223);
    expect(claim.loans[0]?.repaid.total).toBe(2_100_000);
  });

  test('a chain across 2020-08-20 is warned of; contradictions are told at the field', () => {
    const old = bareCase((d) => {
      d.loans = [
        {
          ...loanDoc('a', '2022-03-01', '24'),
          rollover: {
            settledOn: '2021-03-01',
            noteAmount: '140000.00',
            earlierRate: { value: '24', per: 'year' as const },
          },
        },
      ];
      d.transfers = [moved('out', 'a', '2019-03-01', '100000.00')];
    });
    const claim = claimOf(old, at('2021-03-01'));
    // 537 days at 24%, then 194 days at four times 3.10% (filed 2024-12-31).
    expect(claim.total).toBe(10_000_000 + Math.round(((537 * 24 + 194 * 12.4) * 100_000) / 365));
    const codes = claimOf(old, at('2021-03-02')).warnings.map((w) => w.code);
    expect(codes).toContain('rollover-chain');
    const d = sampleCase();
    if (d.loans?.[0]) {
      d.loans[0].rollover = { settledOn: '2022-01-01', noteAmount: '1.00', earlierRate: null };
    }
    const parsed = parseCase(d);
    expect(parsed.ok ? [] : parsed.problems.map((p) => p.path)).toContain(
      'loans.0.rollover.settledOn',
    );
  });
});

describe('article 29: costs beside the cap or within it', () => {
  const withFee = (percent: string, costsUnderCap: boolean) =>
    bareCase((d) => {
      d.loans = [loanDoc('a', '2022-03-01', percent)];
      d.transfers = [moved('out', 'a', '2021-03-01', '100000.00')];
      d.claim = {
        costsUnderCap,
        costs: [{ id: 'l', kind: 'lawyer', amount: '5000.00', paidOn: '2024-12-01', agreed: true }],
      };
    });

  test('at the cap there is no room for costs; below it there is', () => {
    const beside = claimOf(withFee('24', false), at('2023-03-01'));
    expect(beside.costs).toBe(500_000);
    const other = beside.alternatives.find((a) => a.key === 'costsUnderCap');
    expect(other).toMatchObject({ costs: 0, claimTotal: beside.principal + beside.interest });
    expect(claimOf(withFee('24', true), at('2023-03-01')).costs).toBe(0);
    // 15.4% − 12% on 100,000 for 365 overdue days = 3,400.00 of the 5,000.00.
    const within = claimOf(withFee('12', true), at('2023-03-01'));
    expect(within.costs).toBe(340_000);
    expect(within.total).toBe(within.principal + within.interest + 340_000);
    expect(within.alternatives.find((a) => a.key === 'costsUnderCap')?.costs).toBe(500_000);
  });

  test('every reading tells its own whole sum', () => {
    const claim = claimOf(withFee('12', false), at('2023-03-01'));
    for (const a of claim.alternatives) {
      expect(a.claimTotal).toBe(a.total + (a.costs ?? claim.costs));
    }
    expect(claim.warnings.map((w) => w.code)).toContain('lawyer-fee');
  });
});

test('the papers tell a new note, and each repayment under the loan it went to', () => {
  const rolled = bareCase((d) => {
    d.loans = [
      {
        ...loanDoc('a', '2023-03-01', '24'),
        rollover: {
          settledOn: '2022-03-01',
          noteAmount: '110000.00',
          earlierRate: { value: '10', per: 'year' as const },
        },
      },
    ];
    d.transfers = [
      moved('out', 'a', '2021-03-01', '100000.00'),
      moved('in', null, '2021-06-01', '1000.00'),
    ];
  });
  const told = JSON.stringify(build('complaint-narrative', paperContext(rolled, '2024-12-31')));
  expect(told).toContain('2022年3月1日，双方结算');
  expect(told).toContain('载明金额110,000元');
  expect(told.indexOf('2021年6月1日')).toBeLessThan(told.indexOf('双方结算'));
  const two = bareCase((d) => {
    d.loans = [loanDoc('a', '2025-06-30', '6'), loanDoc('b', '2023-12-31', null)];
    d.transfers = [
      moved('out', 'a', '2023-01-01', '100000.00'),
      moved('out', 'b', '2023-01-01', '50000.00'),
      moved('in', null, '2024-06-30', '60000.00'),
    ];
  });
  const x = paperContext(two, '2024-12-31');
  expect(x.case.transfers.map((t) => [t.loanId, t.amount])).toEqual([
    ['a', 10_000_000],
    ['b', 5_000_000],
    ['a', 913_986],
    ['b', 5_086_014],
  ]);
  expect(JSON.stringify(build('complaint-narrative', x))).toContain('还款50,860.14元');
});
