import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { enforcementClaimOf, performanceEnd } from '../../shared/claim/enforcement.ts';
import { FieldError } from '../../shared/law/field-error.ts';

/** From a case file to what is owed, on the running example and its variations. */

function caseWith(change: (d: CaseDocument) => void) {
  const document = sampleCase();
  change(document);
  const parsed = parseCase(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}
const sample = () => caseWith(() => {});
const today = '2026-03-16';
const first = (d: CaseDocument) => {
  const loan = d.loans?.[0];
  if (!loan) throw new Error('the sample has a loan');
  return loan;
};
const repay = (d: CaseDocument, date: string, amount: string, over = {}) =>
  d.transfers?.push({
    id: `in${d.transfers.length}`,
    loanId: 'loan1',
    direction: 'in',
    date,
    amount,
    ...over,
  });

describe('the claim', () => {
  test('forms 04 E: 3,452.05 from filing to 2026-08-03 at the LPR of filing', () => {
    const claim = claimOf(sample(), { today, asOf: '2026-08-03' });
    expect([claim.principal, claim.interest, claim.costs, claim.total]).toEqual([
      30_000_000, 345_205, 0, 30_345_205,
    ]);
    expect(claim.loans[0]?.running).toMatchObject([
      { kind: 'overdue', base: 30_000_000, from: '2026-03-16', rate: '3.00', amount: 345_205 },
    ]);
    expect(claim.loans[0]?.arrears).toBe(0);
    expect(claim.explain.at(-1)?.text).toContain('303,452.05元');
  });

  test('on the filing day nothing has accrued yet, and what runs on is still said', () => {
    const claim = claimOf(sample(), { today });
    expect([claim.asOf, claim.total]).toEqual(['2026-03-16', 30_000_000]);
    expect(claim.loans[0]?.running).toMatchObject([
      {
        amount: 0,
        from: '2026-03-16',
        firstDay: '2026-03-17',
        lpr: { published: '2026-02-24', floating: false },
      },
    ]);
  });

  test('cut-off: the argument, then the case, then today', () => {
    const open = caseWith((d) => {
      d.claim = {};
    });
    expect(claimOf(open, { today: '2026-04-01' }).asOf).toBe('2026-04-01');
    expect(claimOf(sample(), { today: '2026-04-01' }).asOf).toBe('2026-03-16');
    expect(claimOf(sample(), { today, asOf: '2026-05-01' }).asOf).toBe('2026-05-01');
  });

  test('arrears and running interest add up, with repayments and an agreed rate', () => {
    const c = caseWith((d) => {
      const loan = first(d);
      loan.interest = 'agreed';
      loan.rate = { value: '2', per: 'month', wording: '月息2分' };
      d.claim = { asOf: '2026-03-16' };
      repay(d, '2024-02-01', '20000.00');
      repay(d, '2025-02-01', '100000.00');
    });
    const claim = claimOf(c, { today });
    const loan = claim.loans[0];
    const running = loan?.running.reduce((sum, r) => sum + r.amount, 0) ?? 0;
    expect((loan?.arrears ?? 0) + running).toBe(loan?.interest);
    expect(loan?.running).toMatchObject([
      { from: '2025-02-01', rate: '14.60', rateText: '年利率14.60%' },
    ]);
    expect(loan?.repaid.total).toBe(12_000_000);
    expect(claim.segments.length).toBe(loan?.segments.length);
  });

  test('rates as people write them: 日万分之五, four times the LPR', () => {
    const at = (rate: { value: string; per: 'tenThousandthPerDay' | 'lprMultiple' }) =>
      claimOf(
        caseWith((d) => {
          Object.assign(first(d), { interest: 'agreed', rate });
          d.claim = { asOf: '2024-02-29' };
        }),
        { today },
      ).segments[0]?.rate;
    expect(at({ value: '3', per: 'tenThousandthPerDay' })).toBe('10.95');
    expect(at({ value: '4', per: 'lprMultiple' })).toBe('14.60');
    expect(at({ value: '2.5', per: 'lprMultiple' })).toBe('9.125');
  });

  test('costs: agreed and paid count, and rank first when money comes in', () => {
    const cost = {
      id: 'k1',
      kind: 'lawyer' as const,
      amount: '5000.00',
      agreed: true,
      paidOn: '2026-03-01',
    };
    const withCost = (over: object, then: (d: CaseDocument) => void = () => {}) =>
      claimOf(
        caseWith((d) => {
          d.claim = { ...d.claim, costs: [{ ...cost, ...over }] };
          then(d);
        }),
        { today },
      );
    expect(withCost({})).toMatchObject({ costs: 500_000, total: 30_500_000 });
    expect(withCost({ agreed: false }).costs).toBe(0);
    expect(withCost({ paidOn: null }).costs).toBe(0);
    const paid = withCost({}, (d) => repay(d, '2026-03-10', '2000.00'));
    expect([paid.costs, paid.principal]).toEqual([300_000, 30_000_000]);
  });

  test('a loan without delivery is left out and said so; several loans add up', () => {
    const c = caseWith((d) => {
      d.loans?.push({ id: 'loan2', interest: 'none', due: '2024-06-30' });
      d.loans?.push({ id: 'loan3', interest: 'none', due: '2024-06-30' });
      d.transfers?.push({
        id: 'o3',
        loanId: 'loan3',
        direction: 'out',
        date: '2024-01-01',
        amount: '1000.00',
      });
    });
    const claim = claimOf(c, { today });
    expect(claim.principal).toBe(30_100_000);
    expect(claim.warnings.map((w) => w.code)).toContain('no-delivery');
    expect(claim.alternatives.every((a) => a.total >= 30_100_000)).toBe(true);
  });

  test('no due date: the grace period of the demand starts overdue interest', () => {
    const c = caseWith((d) => {
      first(d).due = null;
      const demand = d.demands?.[1];
      if (demand) demand.graceUntil = '2024-11-30';
      d.claim = { asOf: '2026-03-16' };
    });
    expect(claimOf(c, { today }).loans[0]?.overdueFrom).toBe('2024-12-01');
  });

  test('contradictions are told at the case’s own path', () => {
    const c = sample();
    c.suit.filedOn = '2022-01-01';
    try {
      claimOf(c, { today });
      throw new Error('accepted');
    } catch (e) {
      expect(e).toBeInstanceOf(FieldError);
      expect((e as FieldError).field).toBe('suit.filedOn');
    }
    const early = caseWith((d) => repay(d, '2023-03-05', '1.00'));
    const moved = early.transfers.find((t) => t.direction === 'in');
    if (moved) moved.date = '2020-01-01';
    expect(() => claimOf(early, { today })).toThrow(/早于/);
  });

  test('an old contract asks for the old rules, unless the user chose not to', () => {
    const old = (oldRules: boolean) =>
      claimOf(
        caseWith((d) => {
          const out = d.transfers?.[0];
          if (out) out.date = '2019-03-01';
          first(d).signed = '2019-03-01';
          first(d).termFrom = '2019-03-01';
          d.claim = { ...d.claim, oldRules };
        }),
        { today },
      ).asksOldRules;
    expect([old(true), old(false)]).toEqual([true, false]);
  });
});

describe('the enforcement claim', () => {
  const enforced = (payments: { date: string; amount: string }[], over: object = {}) =>
    caseWith((d) => {
      d.enforcement = {
        ...d.enforcement,
        payments: payments.map((p, i) => ({ id: `p${i}`, ...p })),
        ...over,
      };
    });

  test('forms 04 F: 300,000 + 3,452.05 + 1,207.50 = 304,659.55', () => {
    const r = enforcementClaimOf(sample(), '2026-08-03');
    expect([r.principal, r.ordinaryInterest, r.doubled, r.total]).toEqual([
      30_000_000, 345_205, 120_750, 30_465_955,
    ]);
    expect([r.segments[0]?.days, r.doubledSegments[0]?.days]).toEqual([140, 23]);
    const fromExpiry = enforcementClaimOf(sample(), '2026-08-03', { start: 'expiryDay' });
    expect(fromExpiry.doubled).toBe(126_000);
    expect(r.alternatives.map((a) => a.key)).toEqual([
      'doubleStart.expiryDay',
      'dayCount.actual360',
    ]);
  });

  test('rules 7: money pays ordinary interest and principal first, the doubled part last', () => {
    const c = caseWith((d) => {
      const j = d.judgment;
      if (!j) throw new Error('the sample has a judgment');
      j.performanceEnds = '2026-03-10';
      j.decidedOn = '2026-02-01';
      j.services = [];
      j.effectiveOn = '2026-02-20';
      j.items = [{ id: 'a', kind: 'principal', amount: '100000.00' }];
      if (d.suit) d.suit.filedOn = '2026-01-05';
      d.enforcement = {
        ...d.enforcement,
        doubleStart: 'expiryDay',
        payments: [
          { id: 'p1', date: '2026-06-10', amount: '40000.00' },
          { id: 'p2', date: '2026-09-10', amount: '61000.00' },
        ],
      };
    });
    const r = enforcementClaimOf(c, '2026-09-30');
    expect(r.payments.map((p) => [p.principal, p.doubled, p.balance])).toEqual([
      [4_000_000, 0, 6_000_000],
      [6_000_000, 100_000, 0],
    ]);
    // 1,610.00 + 966.00 = 2,576.00, of which 1,000.00 came in with the last payment.
    expect(r.total).toBe(157_600);
    const before = enforcementClaimOf(c, '2026-09-09');
    expect(before.doubledSegments.map((s) => [s.base, s.days])).toEqual([
      [10_000_000, 92],
      [6_000_000, 91],
    ]);
  });

  test('each payment is conserved to the fen', () => {
    const c = enforced([
      { date: '2026-07-20', amount: '1234.56' },
      { date: '2026-07-25', amount: '320000.01' },
    ]);
    for (const p of enforcementClaimOf(c, '2026-08-03').payments) {
      expect(p.costs + p.interest + p.principal + p.doubled + p.overpaid).toBe(p.amount);
    }
  });

  test('the performance period: as named, or effect plus days, rolled off a holiday', () => {
    const j = sample().judgment;
    if (!j) throw new Error('the sample has a judgment');
    expect(performanceEnd(j)).toBe('2026-07-10');
    expect(performanceEnd({ ...j, performanceEnds: null })).toBe('2026-07-10');
    expect(performanceEnd({ ...j, performanceEnds: null, performanceDays: 11 })).toBe('2026-07-13');
    expect(performanceEnd({ ...j, performanceEnds: null, performanceDays: null })).toBe(
      '2026-06-30',
    );
  });

  test('what is missing is named', () => {
    const none = caseWith((d) => {
      d.judgment = null;
    });
    expect(() => enforcementClaimOf(none, '2026-08-03')).toThrow('还没有录入判决');
    const c = caseWith((d) => {
      if (d.judgment)
        d.judgment.items = [
          { id: 'x', kind: 'principal', amount: '1.00' },
          { id: 'y', kind: 'interest' },
        ];
    });
    expect(enforcementClaimOf(c, '2026-08-03').warnings.map((w) => w.code)).toContain(
      'interest-item-incomplete',
    );
  });
});
