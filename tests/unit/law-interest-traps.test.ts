import { describe, expect, test } from 'vitest';
import { calcTopics } from '../../shared/calc/registry.ts';
import { lprTable } from '../../shared/law/lpr.ts';
import { codes, interestOf, lent, month2 } from './interest-loan.ts';

/** The traps of interest, each by its number. */

describe('traps', () => {
  test('trap 1: four times the LPR is frozen at formation; older contracts take the LPR at filing', () => {
    const r = interestOf({ rate: month2 });
    expect(new Set(r.segments.map((s) => s.rate))).toEqual(new Set(['14.60']));
    const old = { tranches: lent('2020-08-19'), due: '2021-08-19', rate: month2 };
    const before = interestOf({ ...old, filed: '2025-05-19', until: '2025-06-30' });
    const after = interestOf({ ...old, filed: '2025-05-20', until: '2025-06-30' });
    expect(before.segments.at(-1)?.rate).toBe('12.40');
    expect(after.segments.at(-1)?.rate).toBe('12.00');
  });

  test('trap 2: formation is the day the money came, each disbursement for itself', () => {
    const tranches = [...lent('2023-06-19'), ...lent('2023-06-20')];
    const r = interestOf({
      tranches,
      due: '2023-09-01',
      rate: month2,
      signed: '2021-12-01',
      until: '2023-09-01',
    });
    expect(r.segments.map((s) => s.rate).sort()).toEqual(['14.20', '14.60']);
    const company = interestOf({
      tranches,
      due: '2023-09-01',
      rate: month2,
      signed: '2021-12-01',
      naturalPersons: false,
      until: '2023-09-01',
    });
    expect(new Set(company.segments.map((s) => s.rate))).toEqual(new Set(['15.40']));
  });

  test('trap 3: nothing agreed is 1×LPR overdue and nothing in term', () => {
    const r = interestOf({});
    expect(r.inTerm).toBe(0);
    expect(r.segments.map((s) => s.rate)).toEqual(['3.45']);
    expect(interestOf({ rate: { percent: '0', per: 'month' } }).interest).toBe(r.interest);
  });

  test('trap 4: pre-2020-08-20 overdue with nothing agreed is 6%', () => {
    const r = interestOf({ tranches: lent('2017-01-01'), due: '2017-12-31', until: '2020-08-19' });
    expect(r.segments.map((s) => s.rate)).toEqual(['6.00']);
    expect(r.segments[0]?.article).toContain('法释〔2015〕18号');
  });

  test('trap 5: 24–36% stands only where it was paid as interest before 2020-08-20', () => {
    const loan = {
      tranches: lent('2019-08-19'),
      due: null,
      rate: { percent: '36', per: 'year' } as const,
    };
    const pay = (date: string, as: 'interest' | null) =>
      interestOf({ ...loan, until: '2026-09-30', repayments: [{ date, amount: 3_600_000, as }] })
        .repayments[0];
    // 365 days at 24% = 24,000; at 36% = 36,000.
    expect(pay('2020-08-18', 'interest')).toMatchObject({ interest: 3_600_000, principal: 0 });
    expect(pay('2020-08-18', null)).toMatchObject({ interest: 2_400_000, principal: 1_200_000 });
    expect(pay('2020-08-20', 'interest')?.interest).toBe(2_406_575 + 3_288);
    const unpaid = interestOf({ ...loan, until: '2020-08-18' });
    expect(unpaid.interest).toBe(2_400_000);
  });

  test('trap 5: arrears between 24% and 36% are gone once the rest is paid', () => {
    const r = interestOf({
      tranches: lent('2019-08-19'),
      due: null,
      rate: { percent: '36', per: 'year' },
      repayments: [
        { date: '2020-08-18', amount: 2_400_000, as: null },
        { date: '2020-08-19', amount: 500_000, as: 'interest' },
      ],
    });
    expect(r.repayments[1]).toMatchObject({ interest: 9_863, principal: 490_137 });
  });

  test('trap 6: the old rule has to be asked for in the complaint', () => {
    const r = interestOf({ tranches: lent('2019-01-01'), due: null, rate: month2 });
    expect(codes(r)).toContain('old-rules-request');
    const without = interestOf(
      { tranches: lent('2019-01-01'), due: null, rate: month2 },
      { oldRules: false },
    );
    expect(without.segments.map((s) => s.rate)).toEqual(['12.00']);
    expect(codes(without)).not.toContain('old-rules-request');
  });

  test('trap 7: the cap counts interest, penalty and lump sums together', () => {
    const r = interestOf({
      rate: { percent: '10', per: 'year' },
      penalties: [
        { kind: 'rate', rate: { percent: '0.05', per: 'day' } },
        { kind: 'lump', amount: 9_900_000 },
      ],
      until: '2025-03-01',
    });
    expect(r.overdue).toBe(1_000_000);
    expect(r.penalty).toBe(460_000);
    const room = interestOf({
      rate: { percent: '10', per: 'year' },
      penalties: [{ kind: 'lump', amount: 9_900_000 }],
      until: '2025-03-01',
    });
    expect(room.penalty).toBe(460_000);
    const small = interestOf({
      rate: { percent: '10', per: 'year' },
      penalties: [{ kind: 'lump', amount: 100_000 }],
      until: '2025-03-01',
    });
    expect(small.penalty).toBe(100_000);
  });

  test('trap 8: (S, E] everywhere, 29 February counts, overdue starts the day after the due date', () => {
    const r = interestOf({ rate: { percent: '10', per: 'year' }, until: '2024-03-02' });
    expect(r.segments.map((s) => [s.kind, s.from, s.to, s.days])).toEqual([
      ['inTerm', '2023-03-01', '2024-03-01', 366],
      ['overdue', '2024-03-01', '2024-03-02', 1],
    ]);
    // 10,027.397 + 27.397 is 10,054.79 once rounded; the overdue line keeps its own 27.40.
    expect([r.inTerm, r.overdue, r.interest]).toEqual([1_002_739, 2_740, 1_005_479]);
    expect(interestOf({ until: '2024-03-01' }).interest).toBe(0);
  });

  test('trap 9: interest kept back lowers principal and is not credited as interest as well', () => {
    const withheld = interestOf({
      tranches: [{ amount: 10_000_000, paid: '2023-03-01', withheld: 600_000 }],
      rate: month2,
      until: '2024-03-01',
    });
    expect([withheld.principal, withheld.inTerm]).toEqual([9_400_000, 1_376_160]);
    for (const date of ['2023-03-01', '2023-03-02']) {
      const back = interestOf({
        rate: month2,
        until: '2024-03-01',
        repayments: [{ date, amount: 600_000, as: 'interest' }],
      });
      expect([back.principal, back.inTerm]).toEqual([9_400_000, 1_376_160]);
      expect(back.repayments[0]).toMatchObject({ interest: 0, principal: 600_000 });
    }
  });

  test('trap 10: the surplus over the cap lowers principal on the payment date', () => {
    const r = interestOf({
      rate: month2,
      until: '2025-03-01',
      repayments: [{ date: '2024-03-01', amount: 2_406_575, as: 'interest' }],
    });
    expect(r.repayments[0]).toMatchObject({ interest: 1_464_000, principal: 942_575 });
    expect(r.interest).toBe(Math.round((9_057_425 * 0.146 * 365) / 365));
  });

  test('trap 12: the last publication on or before the date; never past the table in silence', () => {
    const lpr = (date: string) => calcTopics.lpr?.run({ date });
    expect(lpr('2022-08-21')).toMatchObject({ oneYear: '3.70', published: '2022-07-20' });
    expect(lpr('2022-08-22')).toMatchObject({ oneYear: '3.65', fiveYear: '4.30', verified: true });
    expect(lpr('2026-10-19')).toMatchObject({ verified: true });
    const open = lpr('2026-10-20');
    expect(open).toMatchObject({ oneYear: '3.00', published: '2026-09-20', verified: false });
    expect(JSON.stringify(open)).toContain('LPR 未核实：请输入公布值');
    expect(() => lpr('2019-08-19')).toThrow('没有贷款市场报价利率');
  });

  test('trap 12: the user’s own entry is used, named as such, and leaves gaps open', () => {
    const facts = {
      tranches: lent('2026-01-05'),
      due: '2026-10-31',
      filed: null,
      until: '2026-11-30',
    };
    const entries = [{ effective: '2026-10-20', oneYear: '2.90', fiveYear: null, note: '公告' }];
    const r = interestOf({ ...facts, lpr: lprTable(entries) });
    expect(r.segments[0]?.rate).toBe('2.90');
    expect(codes(r)).toContain('lpr-user-entry');
    expect(codes(r)).not.toContain('lpr-unverified');
    expect(codes(interestOf(facts))).toContain('lpr-unverified');
    const floating = interestOf({ ...facts, lpr: lprTable(entries) }, { lprAnchor: 'floating' });
    expect(codes(floating)).toContain('lpr-unverified');
  });

  test('trap 27: no reading of any choice demands 36%, nor anything above the cap', () => {
    const r = interestOf(
      {
        tranches: lent('2019-01-01'),
        due: '2019-12-31',
        rate: { percent: '3', per: 'month' },
        filed: '2022-01-10',
        until: '2022-01-10',
      },
      {},
    );
    // 596 days at 24% and 509 at four times 3.80%.
    const most = Math.round((596 * 24 + 509 * 15.2) * 27_397.260_273_972_6 * 0.01);
    expect(Math.abs(r.interest - most)).toBeLessThanOrEqual(1);
    for (const a of r.alternatives) expect(a.interest).toBeLessThanOrEqual((most * 366) / 360 + 1);
    expect(r.segments.every((s) => Number(s.rate) <= 24)).toBe(true);
  });

  test('what practice leaves open is told: 360 days, both ends, completed payments, voluntary interest', () => {
    expect(codes(interestOf({}, { dayCount: 'actual360', countBothEnds: true }))).toEqual(
      expect.arrayContaining(['basis-360', 'both-ends']),
    );
    expect(codes(interestOf({}))).not.toContain('basis-360');
    const old = {
      tranches: lent('2019-01-01'),
      due: '2022-01-01',
      rate: month2,
      repayments: [{ date: '2021-01-01', amount: 8_000_000, as: null }],
    };
    expect(codes(interestOf(old))).toContain('paid-above-cap');
    const free = {
      ...old,
      rate: null,
      repayments: [{ date: '2019-06-01', amount: 100_000, as: 'interest' as const }],
    };
    expect(codes(interestOf(free))).toContain('voluntary-interest');
  });

  test('trap 30: interest does not stop on holidays', () => {
    const r = interestOf({
      rate: { percent: '3.65', per: 'year' },
      due: '2023-10-01',
      until: '2023-10-08',
    });
    expect(r.segments.map((s) => s.days)).toEqual([214, 7]);
  });
});
