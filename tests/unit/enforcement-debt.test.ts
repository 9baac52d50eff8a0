import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { enforcementClaimOf } from '../../shared/claim/enforcement.ts';
import { caseWith, moved } from './case-kit.ts';

/** Judgments whose interest follows the LPR, instalments, stays, court fees, money that came directly. */

type Items = NonNullable<NonNullable<CaseDocument['judgment']>['items']>;

/** 100,000 ordered; the performance period ends on 2024-06-30; filed on 2023-12-20. */
function judged(items: Items, change: (d: CaseDocument) => void = () => {}) {
  return caseWith((d) => {
    d.suit = { filedOn: '2023-12-20' };
    d.judgment = {
      kind: 'judgment',
      issuer: '乙市丁区人民法院',
      documentNumber: '（2024）甲0104民初1号',
      decidedOn: '2024-05-01',
      performanceEnds: '2024-06-30',
      items: [{ id: 'p', kind: 'principal', amount: '100000.00' }, ...items],
    };
    d.enforcement = { doubleStart: 'expiryDay' };
    d.transfers = [moved('out', 'loan1', '2023-03-01', '300000.00')];
    change(d);
  });
}
const interest = (over: Partial<Items[number]>): Items => [
  { id: 'i', kind: 'interest', base: '100000.00', from: '2024-06-20', ...over },
];
const codes = (r: { warnings: { code: string }[] }) => r.warnings.map((w) => w.code);

describe('interest that follows the LPR', () => {
  test('floating: each day at the LPR then in force', () => {
    // 3.45% to 2024-07-21 (31 days), 3.35% to 2024-10-20 (91 days), 3.10% to 2024-11-20 (31 days).
    const r = enforcementClaimOf(judged(interest({ rateKind: 'lprFloating' })), '2024-11-20');
    expect(r.segments.map((s) => [s.from, s.to, s.days, s.rate, s.amount])).toEqual([
      ['2024-06-20', '2024-07-21', 31, '3.45', 29_301],
      ['2024-07-21', '2024-10-20', 91, '3.35', 83_521],
      ['2024-10-20', '2024-11-20', 31, '3.10', 26_329],
    ]);
    expect(r.ordinaryInterest).toBe(139_151);
    expect(codes(r)).not.toContain('interest-item-incomplete');
  });

  test('floating and by multiples: 1.5 times', () => {
    const r = enforcementClaimOf(
      judged(interest({ rateKind: 'lprFloating', multiple: '1.5' })),
      '2024-07-21',
    );
    expect(r.segments.map((s) => [s.days, s.rate, s.amount])).toEqual([[31, '5.175', 43_952]]);
    expect(r.segments[0]?.reason).toContain('1.5倍同期一年期LPR 3.45%');
  });

  test('at filing: fixed, and told when the filing date is missing', () => {
    const item = interest({ rateKind: 'lprAtFiling', multiple: '4' });
    const r = enforcementClaimOf(judged(item), '2025-06-20');
    expect(r.segments.map((s) => [s.days, s.rate])).toEqual([[365, '13.80']]);
    expect(r.ordinaryInterest).toBe(1_380_000);
    const unknown = enforcementClaimOf(
      judged(item, (d) => {
        d.suit = {};
      }),
      '2025-06-20',
    );
    expect(unknown.ordinaryInterest).toBe(0);
    expect(unknown.warnings.map((w) => w.text).join()).toContain('没有填写起诉日期');
  });

  test('days past the last verified LPR are told, the user’s own entry settles them', () => {
    const c = judged(interest({ rateKind: 'lprFloating' }));
    expect(codes(enforcementClaimOf(c, '2026-11-21'))).toContain('lpr-unverified');
    const lprEntries = ['2026-10-20', '2026-11-20'].map((effective) => ({
      effective,
      oneYear: '2.90',
      fiveYear: null,
      note: '公布值',
    }));
    const known = enforcementClaimOf(c, '2026-11-21', { lprEntries });
    expect(codes(known)).not.toContain('lpr-unverified');
    expect(known.segments.at(-1)?.rate).toBe('2.90');
  });

  test('ordinary interest never enters the base of the doubled part', () => {
    const r = enforcementClaimOf(judged(interest({ rateKind: 'lprFloating' })), '2024-11-20');
    expect(r.doubledSegments.map((s) => [s.base, s.days, s.amount])).toEqual([
      [10_000_000, 143, 250_250],
    ]);
  });
});

describe('the base of the doubled part', () => {
  const fee: Items = [
    { id: 'l', kind: 'costs', amount: '5000.00' },
    { id: 'f', kind: 'courtFee', amount: '2300.00' },
  ];

  test('the lawyer’s fee counts, the court fee only when asked; the other reading is told', () => {
    const out = enforcementClaimOf(judged(fee), '2024-07-10');
    expect([out.costs, out.doubledSegments[0]?.base, out.doubled]).toEqual([
      730_000, 10_500_000, 18_375,
    ]);
    expect(codes(out)).toContain('court-fee-base');
    const other = out.alternatives.find((a) => a.key === 'courtFeeInBase');
    const asked = enforcementClaimOf(
      judged(fee, (d) => {
        d.enforcement = { doubleStart: 'expiryDay', courtFeeInBase: true };
      }),
      '2024-07-10',
    );
    // 107,300 × 0.0175% × 10 days = 187.775.
    expect([asked.doubled, other?.total]).toEqual([18_778, asked.total]);
  });

  test('instalments bear it each from its own day; money pays the earliest first', () => {
    const c = judged(
      [{ id: 'p2', kind: 'principal', amount: '50000.00', due: '2024-07-31' }],
      (d) => {
        d.enforcement = {
          doubleStart: 'expiryDay',
          payments: [{ id: 'x', date: '2024-08-10', amount: '120000.00' }],
        };
      },
    );
    const r = enforcementClaimOf(c, '2024-08-20');
    expect(r.doubledSegments.map((s) => [s.from, s.to, s.base, s.days])).toEqual([
      ['2024-06-30', '2024-07-31', 10_000_000, 31],
      ['2024-07-31', '2024-08-10', 15_000_000, 10],
      ['2024-08-10', '2024-08-20', 3_000_000, 10],
    ]);
    // 542.50 + 262.50 + 52.50.
    expect([r.principal, r.doubled]).toEqual([3_000_000, 85_750]);
  });

  test('article 3: stays bear none, unless the debtor asked for them', () => {
    const stayed = (byDebtor: boolean) =>
      judged([], (d) => {
        d.enforcement = {
          doubleStart: 'expiryDay',
          stays: [{ id: 's', from: '2024-07-11', to: '2024-07-20', byDebtor }],
        };
      });
    const r = enforcementClaimOf(stayed(false), '2024-07-31');
    expect(r.doubledSegments.map((s) => [s.from, s.to, s.days])).toEqual([
      ['2024-06-30', '2024-07-10', 10],
      ['2024-07-20', '2024-07-31', 11],
    ]);
    expect(r.doubled).toBe(36_750);
    expect(r.explain.at(-1)?.article).toBe('迟延利息解释第三条');
    expect(enforcementClaimOf(stayed(true), '2024-07-31').doubled).toBe(54_250);
  });
});

describe('money that came directly after the judgment', () => {
  test('counts like an enforcement payment, once, and is told', () => {
    const both = judged([], (d) => {
      d.transfers?.push(
        moved('in', 'loan1', '2024-07-10', '10000.00'),
        moved('in', null, '2024-07-20', '5000.00'),
        moved('in', 'loan1', '2024-04-30', '7000.00'),
      );
      d.enforcement = {
        doubleStart: 'expiryDay',
        payments: [{ id: 'x', date: '2024-07-10', amount: '10000.00' }],
      };
    });
    const r = enforcementClaimOf(both, '2024-07-31');
    expect(r.payments.map((p) => [p.date, p.amount])).toEqual([
      ['2024-07-10', 1_000_000],
      ['2024-07-20', 500_000],
    ]);
    expect(r.principal).toBe(8_500_000);
    expect(r.warnings.find((w) => w.code === 'repaid-after-judgment')?.text).toContain(
      '1 笔只计一次',
    );
  });
});
