import { describe, expect, it } from 'vitest';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { effectOf, performanceEnd } from '../../shared/law/after-judgment.ts';
import {
  dueForLimitation,
  limitNotices,
  loanGuarantees,
  loanLimitation,
} from '../../shared/law/case-limits.ts';
import {
  enforcementLimit,
  enforcementTimetable,
  feePaymentEnd,
} from '../../shared/law/enforcement-limit.ts';
import {
  postJudgmentEnd,
  preSuitFilingEnd,
  preservationSecurity,
  seizureDates,
} from '../../shared/law/preservation.ts';

function sample(change: object = {}) {
  const p = parseCase({ ...sampleCase(), ...change });
  if (!p.ok) throw new Error(JSON.stringify(p.problems));
  return p.case;
}

describe('rules 5.6: two years to apply for enforcement', () => {
  it('trap 29, running case: served 06-12, effective 06-30, period ends 07-10, two years', () => {
    const c = sample();
    expect(effectOf(c)?.date).toBe('2026-06-30');
    expect(performanceEnd(c.judgment)).toBe('2026-07-10');
    const r = enforcementLimit({ performanceEnd: '2026-07-10', asOf: '2026-08-03' });
    expect(r).toMatchObject({ end: '2028-07-10', expired: false, chain: [] });
    expect(r?.explain[0]?.article).toBe('民事诉讼法第二百五十条');
  });

  it('restarts like limitation, and a late application is still taken', () => {
    const r = enforcementLimit({
      performanceEnd: '2022-03-10',
      events: [{ date: '2023-05-08' }, { date: '2022-03-10' }, { date: '2026-01-01' }],
      asOf: '2026-08-03',
    });
    expect(r?.chain).toEqual([{ date: '2023-05-08', newEnd: '2025-05-08' }]);
    expect(r?.expired).toBe(true);
    expect(r?.warnings[0]?.article).toBe('民诉法解释第四百八十一条');
    expect(enforcementLimit({ effectiveOn: '2026-06-30', asOf: '2026-08-03' })?.end).toBe(
      '2028-06-30',
    );
    expect(enforcementLimit({ asOf: '2026-08-03' })).toBeNull();
  });

  it('trap 17: instalments run from the last one; before 2022 each ran for itself', () => {
    const dues = ['2019-06-30', '2019-12-31', '2020-06-30'];
    const r = enforcementLimit({
      performanceEnd: '2019-06-30',
      instalments: dues,
      asOf: '2022-01-10',
    });
    expect(r).toMatchObject({ end: '2022-06-30', expired: false });
    const lost = r?.warnings.find((w) => w.code === 'instalmentsLost');
    expect(lost?.text).toContain('2019年6月30日、2019年12月31日');
    const later = enforcementLimit({
      instalments: ['2020-01-04', '2024-01-04'],
      asOf: '2025-01-10',
    });
    expect(later?.end).toBe('2026-01-04');
    expect(later?.warnings.map((w) => w.code)).not.toContain('instalmentsLost');
  });

  it('the timetable of the filing pack', () => {
    const rows = enforcementTimetable({ performanceEnd: '2026-07-10', appliedOn: '2026-08-03' });
    const at = (id: string) => rows.find((r) => r.id === id)?.date;
    expect(at('apply')).toBe('2028-07-10');
    expect(at('docket')).toBe('2026-08-10');
    expect(at('notice')).toBe('2026-08-13');
    expect(at('objection')).toBeNull();
    for (const r of rows) expect(r.article).toMatch(/第.+条/);
  });

  it('case fee: seven days from the day after the notice', () => {
    expect(feePaymentEnd('2026-03-20').date).toBe('2026-03-27');
    expect(feePaymentEnd('2026-09-24').date).toBe('2026-10-08');
  });
});

describe('rules 5.4: preservation', () => {
  it('security: 30 percent in the suit, the whole before it', () => {
    expect(preservationSecurity(30_000_000, 'inSuit').most).toBe(9_000_000);
    expect(preservationSecurity(30_000_000, 'preSuit').most).toBe(30_000_000);
  });

  it('trap 24: one, two and three years, renewal seven days before', () => {
    const car = seizureDates('2026-10-12', 'movable', '2026-11-21');
    expect(car).toMatchObject({ expires: '2028-10-12', renewBy: '2028-10-05' });
    expect(car.reminders.map((r) => r.date)).toEqual([
      '2028-08-13',
      '2028-09-12',
      '2028-09-27',
      '2028-10-05',
    ]);
    expect(seizureDates('2026-10-12', 'deposit', '2026-11-21').expires).toBe('2027-10-12');
    expect(seizureDates('2026-10-12', 'realEstate', '2026-11-21').expires).toBe('2029-10-12');
    expect(seizureDates('2025-11-01', 'deposit', '2026-11-21').notice.urgency).toBe('expired');
    expect(seizureDates('2025-12-01', 'deposit', '2026-11-21').notice.urgency).toBe('urgent');
  });

  it('thirty days to sue, five days to apply', () => {
    expect(preSuitFilingEnd('2026-03-02').date).toBe('2026-04-01');
    expect(postJudgmentEnd('2026-07-10').date).toBe('2026-07-15');
  });
});

describe('time limits of a case', () => {
  it('the sample: interrupted four times, then by the suit', () => {
    const c = sample();
    const [loan] = c.loans;
    if (!loan) throw new Error('the sample has a loan');
    const r = loanLimitation(c, loan, '2026-11-21');
    expect(r.chain.map((x) => x.kind)).toEqual(['promise', 'demand', 'demand', 'demand', 'suit']);
    expect(r.chain.at(-1)?.date).toBe('2026-03-16');
    expect(r.expired).toBe(false);
    expect(limitNotices(c, '2026-11-21').length).toBeGreaterThan(0);
  });

  it('a demand not known to have arrived does not count, and is asked about', () => {
    const doc = sampleCase();
    const demands = (doc.demands ?? []).map((d) => ({
      ...d,
      arrived: 'unknown' as const,
      outcome: 'none' as const,
    }));
    const c = sample({ demands, suit: {}, judgment: null, enforcement: null });
    const [loan] = c.loans;
    if (!loan) throw new Error('the sample has a loan');
    const r = loanLimitation(c, loan, '2026-03-01');
    expect(r).toMatchObject({ chain: [], end: '2027-03-01' });
    expect(r.warnings.find((w) => w.code === 'arrivalUnknown')?.text).toContain('2026年2月10日');
  });

  it('trap 17: the last instalment counts; an accelerated loan its new date', () => {
    const { loans } = sampleCase();
    const base = loans?.[0];
    if (!base) throw new Error('the sample has a loan');
    const instalments = [
      { id: 'i2', due: '2025-06-30', principal: '150000.00' },
      { id: 'i1', due: '2024-06-30', principal: '150000.00' },
    ];
    const [loan] = sample({ loans: [{ ...base, due: null, instalments }] }).loans;
    expect(loan && dueForLimitation(loan)).toBe('2025-06-30');
    const called = { ...base, due: null, instalments, acceleratedOn: '2024-09-01' };
    const [fast] = sample({ loans: [called] }).loans;
    expect(fast && dueForLimitation(fast)).toBe('2024-09-01');
  });

  it('an obstacle on record suspends; an open repayment counts only where there is one loan', () => {
    const doc = sampleCase();
    const bare = { suit: {}, judgment: null, enforcement: null, demands: [] };
    const transfers = [
      ...(doc.transfers ?? []),
      { id: 'o', loanId: null, direction: 'in' as const, date: '2025-02-03', amount: '1.00' },
    ];
    const obstacles = [{ id: 'x', from: '2028-01-10', to: '2028-01-20' }];
    const end = (change: object) => {
      const c = sample({ ...bare, ...change });
      const [loan] = c.loans;
      if (!loan) throw new Error('the sample has a loan');
      return loanLimitation(c, loan, '2028-01-31').end;
    };
    expect(end({})).toBe('2027-03-01');
    expect(end({ transfers })).toBe('2028-02-03');
    expect(end({ transfers, loans: [...(doc.loans ?? []), { id: 'second' }] })).toBe('2027-03-01');
    expect(end({ transfers, background: { obstacles } })).toBe('2028-07-20');
  });

  it('a guarantee until all is paid: two years for contracts before 2021, six months after', () => {
    const end = (signed: string) => {
      const doc = sampleCase();
      const [first] = doc.loans ?? [];
      if (!first) throw new Error('the sample has a loan');
      const party = { ...(doc.parties?.[1] as object), id: 'g', role: 'guarantor' };
      const guarantees = [{ id: 'q', partyId: 'g', kind: 'joint', signed, periodUnclear: true }];
      const c = sample({
        parties: [...(doc.parties ?? []), party],
        loans: [{ ...first, guarantees }],
      });
      const [loan] = c.loans;
      if (!loan) throw new Error('the sample has a loan');
      return loanGuarantees(c, loan, '2024-03-10')[0]?.status?.end;
    };
    expect(end('2020-12-31')).toBe('2026-02-28');
    expect(end('2021-01-01')).toBe('2024-08-29');
  });

  it('trap 23: says that a spouse cannot be added later, before judgment', () => {
    const notices = limitNotices(sample({ judgment: null, enforcement: null }), '2026-03-01');
    expect(notices.some((n) => n.code === 'spouse')).toBe(true);
  });

  it('a guarantor’s state comes from the demands and the suit on record', () => {
    const doc = sampleCase();
    const base = doc.loans?.[0];
    if (!base) throw new Error('the sample has a loan');
    const zhao = { id: 'zhao', kind: 'person', role: 'guarantor', name: '赵某' };
    const guarantee = { id: 'g1', partyId: 'zhao', kind: 'joint', signed: '2023-03-01' };
    const demand = {
      id: 'd9',
      date: '2024-07-01',
      channel: 'wechat',
      toPartyId: 'zhao',
      arrived: 'yes',
    };
    const c = sample({
      parties: [...(doc.parties ?? []), zhao],
      loans: [{ ...base, guarantees: [guarantee] }],
      demands: [...(doc.demands ?? []), demand],
      judgment: null,
      enforcement: null,
    });
    const [loan] = c.loans;
    if (!loan) throw new Error('the sample has a loan');
    expect(loanGuarantees(c, loan, '2026-11-21')[0]).toMatchObject({
      name: '赵某',
      status: { state: 'saved', savedOn: '2024-07-01', end: '2024-08-29' },
    });
    // The guarantor's demand does not restart the main debt's limitation.
    expect(loanLimitation(c, loan, '2026-11-21').chain.some((x) => x.date === '2024-07-01')).toBe(
      false,
    );
  });
});
