import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, fromDayNumber } from '../../shared/law/dates.ts';
import { guaranteePeriod, guaranteeStatus } from '../../shared/law/guarantee.ts';
import { type LimitationEventKind, limitation } from '../../shared/law/limitation.ts';

const state = (input: Partial<Parameters<typeof limitation>[0]>) =>
  limitation({ events: [], asOf: '2026-11-21', ...input });

describe('rules 4.1: limitation', () => {
  it('fixed due date: three years, same day-number', () => {
    const r = state({ due: '2024-03-05' });
    expect(r).toMatchObject({ start: '2024-03-06', end: '2027-03-05', expired: false });
    expect(r.chain).toEqual([]);
  });

  it('29 February: last day of the month, rolled over the Sunday (民法典 202, 203)', () => {
    expect(state({ due: '2024-02-29' }).end).toBe('2027-03-01');
  });

  it('expired the day after the last day, not on it', () => {
    expect(state({ due: '2021-06-01', asOf: '2024-06-03' }).end).toBe('2024-06-03');
    expect(state({ due: '2021-06-01', asOf: '2024-06-03' }).expired).toBe(false);
    const over = state({ due: '2021-06-01', asOf: '2024-06-04' });
    expect(over.expired).toBe(true);
    expect(over.warnings[0]).toMatchObject({ code: 'expired', urgency: 'expired' });
  });

  it('each demand restarts it', () => {
    const r = state({
      due: '2020-06-01',
      events: [
        { date: '2025-05-20', kind: 'partPayment' },
        { date: '2022-08-01', kind: 'demand' },
      ],
    });
    expect(r.chain).toEqual([
      { date: '2022-08-01', kind: 'demand', newEnd: '2025-08-01' },
      { date: '2025-05-20', kind: 'partPayment', newEnd: '2028-05-22' },
    ]);
    expect(r.end).toBe('2028-05-22');
  });

  it('events before the start, after the cut-off or after expiry change nothing', () => {
    const r = state({
      due: '2020-06-01',
      events: [
        { date: '2020-06-01', kind: 'demand' },
        { date: '2024-01-01', kind: 'demand' },
        { date: '2024-02-01', kind: 'partPayment' },
        { date: '2027-01-01', kind: 'demand' },
      ],
    });
    expect(r.chain).toEqual([]);
    expect(r.ignored).toHaveLength(4);
    expect(r.expired).toBe(true);
  });

  it('a promise after expiry waives the objection (民法典 192)', () => {
    const r = state({ due: '2020-06-01', events: [{ date: '2025-01-10', kind: 'promise' }] });
    expect(r.chain[0]?.newEnd).toBe('2028-01-10');
    expect(r.warnings.some((w) => w.code === 'waived')).toBe(true);
    expect(r.expired).toBe(false);
  });

  it('no due date: from the end of the grace period, or from the first refusal', () => {
    expect(state({ firstDemandGraceEnd: '2025-04-30' })).toMatchObject({
      start: '2025-05-01',
      end: '2028-05-01',
    });
    expect(state({ firstRefusal: '2025-03-10', firstDemandGraceEnd: '2025-04-30' }).start).toBe(
      '2025-03-11',
    );
    const none = state({ events: [{ date: '2025-01-01', kind: 'demand' }] });
    expect(none).toMatchObject({ start: null, end: null, expired: false, chain: [] });
    expect(none.ignored).toHaveLength(1);
  });

  it('warns at eighteen years and stops at twenty', () => {
    const events = [2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024].map((y) => ({
      date: `${y}-05-06`,
      kind: 'demand' as const,
    }));
    const r = state({ due: '2008-05-06', events });
    expect(r.end).toBe('2027-05-06');
    const later = state({
      due: '2008-05-06',
      events: [...events, { date: '2026-05-06', kind: 'demand' }],
    });
    expect(later.end).toBe('2028-05-08');
    expect(later.warnings.some((w) => w.code === 'twentyYears')).toBe(true);
    expect(state({ disbursed: '2008-01-01' }).warnings.some((w) => w.code === 'twentyYears')).toBe(
      true,
    );
  });

  it('the old two years, over before 2017-10-01, do not come back', () => {
    expect(state({ due: '2015-09-29' })).toMatchObject({ end: '2017-09-29', expired: true });
    expect(state({ due: '2015-10-08' }).end).toBe('2018-10-08');
  });

  it('trap 18: submission of the complaint interrupts', () => {
    const r = state({ due: '2023-06-01', events: [{ date: '2026-05-29', kind: 'suit' }] });
    expect(r.chain[0]).toEqual({ date: '2026-05-29', kind: 'suit', newEnd: '2029-05-29' });
    expect(r.explain.at(-1)?.article).toBe('诉讼时效规定第十条');
    const ended = state({
      due: '2023-06-01',
      events: [{ date: '2024-05-30', kind: 'suit', ended: '2025-02-10' }],
    });
    expect(ended.end).toBe('2028-02-10');
  });

  it('suspension: an obstacle in the last six months gives six months from its end (民法典 194)', () => {
    const with_ = (date: string, ended?: string) =>
      state({ due: '2022-06-30', events: [{ date, kind: 'obstacle', ended }] });
    // The period ends on 2025-06-30; its last six months begin after 2024-12-30.
    expect(with_('2025-01-10', '2025-04-10')).toMatchObject({
      end: '2025-10-10',
      chain: [{ kind: 'obstacle', newEnd: '2025-10-10' }],
    });
    // It began before and still stood in the last six months.
    expect(with_('2024-06-01', '2025-01-02').end).toBe('2025-07-02');
    const early = with_('2024-01-01', '2024-12-30');
    expect(early).toMatchObject({ end: '2025-06-30', chain: [] });
    expect(early.ignored[0]?.reason).toContain('最后六个月');
    expect(with_('2025-07-01', '2025-08-01').end).toBe('2025-06-30');
    // Still standing: six months from the day of looking at least.
    expect(with_('2025-06-01')).toMatchObject({ end: '2027-05-21', expired: false });
    // A restart before it is what it then suspends.
    const restarted = state({
      due: '2020-06-30',
      events: [
        { date: '2022-06-30', kind: 'demand' },
        { date: '2025-06-01', kind: 'obstacle', ended: '2025-09-01' },
      ],
    });
    expect(restarted.chain.map((c) => [c.kind, c.newEnd])).toEqual([
      ['demand', '2025-06-30'],
      ['obstacle', '2026-03-02'],
    ]);
    expect(restarted.explain.at(-1)?.article).toBe('民法典第一百九十四条');
  });

  it('more events never bring the end forward', () => {
    const day = fc
      .integer({ min: dayNumber('2019-01-01'), max: dayNumber('2026-11-21') })
      .map(fromDayNumber);
    const kind = fc.constantFrom<LimitationEventKind>(
      'demand',
      'promise',
      'partPayment',
      'suit',
      'obstacle',
    );
    const events = fc.array(fc.record({ date: day, kind }), { maxLength: 6 });
    fc.assert(
      fc.property(day, events, fc.record({ date: day, kind }), (due, list, extra) => {
        const a = state({ due, events: list });
        const b = state({ due, events: [...list, extra] });
        expect((b.end ?? '') >= (a.end ?? '')).toBe(true);
        expect(a.chain.length + a.ignored.length).toBe(list.length);
      }),
    );
  });
});

describe('rules 4.2: guarantees', () => {
  const due = '2024-02-29';
  const period = (x: Partial<Parameters<typeof guaranteePeriod>[0]>) =>
    guaranteePeriod({ due, contractDate: '2023-03-01', kind: 'unclear', ...x });

  it('not agreed: six months from the due date', () => {
    expect(period({})).toMatchObject({ kind: 'general', end: '2024-08-29' });
    expect(period({ agreed: { months: 0 } }).end).toBe('2024-08-29');
    expect(period({ agreed: { unclear: true } }).end).toBe('2024-08-29');
    expect(period({ agreed: { until: '2024-01-31' } }).end).toBe('2024-08-29');
  });

  it('agreed months and days', () => {
    // A Saturday on which the State Council's calendar has people work.
    expect(period({ agreed: { months: 24 } }).end).toBe('2026-02-28');
    expect(period({ agreed: { months: 12 }, due: '2024-06-01' })).toMatchObject({
      end: '2025-06-01',
      extendedEnd: '2025-06-03',
    });
    // Claimed on the working day after the holiday: still in time.
    const claimed = [{ date: '2025-06-03', kind: 'claimGuarantor' as const }];
    const input = { due: '2024-06-01', contractDate: '2023-03-01', agreed: { months: 12 } };
    expect(guaranteeStatus({ ...input, kind: 'joint' }, claimed, '2025-07-01').state).toBe('saved');
    expect(period({ agreed: { until: '2025-05-30' } }).end).toBe('2025-05-30');
  });

  it('trap 16: silence on the kind means general from 2021-01-01, joint before', () => {
    expect(period({ contractDate: '2021-01-01' }).kind).toBe('general');
    expect(period({ contractDate: '2020-12-31' }).kind).toBe('joint');
    expect(period({ contractDate: '2020-12-31' }).explain[0]?.article).toBe('担保法第十九条');
    expect(period({ contractDate: '2020-12-31', kind: 'general' }).kind).toBe('general');
  });

  it('unclear period of an old contract: two years', () => {
    const r = period({ due: '2020-06-30', contractDate: '2019-06-30', agreed: { unclear: true } });
    expect(r.end).toBe('2022-06-30');
  });

  it('trap 15: only suing the debtor saves a general guarantee; a message saves nothing', () => {
    const input = { due, contractDate: '2023-03-01', kind: 'general' as const };
    const asked = guaranteeStatus(
      input,
      [
        { date: '2024-05-01', kind: 'claimGuarantor' },
        { date: '2024-05-02', kind: 'demandDebtor' },
      ],
      '2024-09-30',
    );
    expect(asked.state).toBe('lost');
    expect(asked.warnings.map((w) => w.code)).toContain('uselessAct');
    const sued = guaranteeStatus(input, [{ date: '2024-08-29', kind: 'sueDebtor' }], '2024-09-30');
    expect(sued).toMatchObject({ state: 'saved', savedOn: '2024-08-29' });
    expect(sued.limitationEnd).toBeUndefined();
    expect(
      guaranteeStatus(
        input,
        [
          { date: '2024-05-01', kind: 'sueDebtor' },
          { date: '2024-06-01', kind: 'withdrawn' },
        ],
        '2024-09-30',
      ).state,
    ).toBe('lost');
    expect(guaranteeStatus(input, [], '2024-08-20').state).toBe('open');
  });

  it('a joint guarantee is saved by any claim in time; then three years run', () => {
    const input = { due, contractDate: '2023-03-01', kind: 'joint' as const };
    const r = guaranteeStatus(
      input,
      [{ date: '2024-05-06', kind: 'claimGuarantor' }],
      '2026-01-01',
    );
    expect(r).toMatchObject({ state: 'saved', savedOn: '2024-05-06', limitationEnd: '2027-05-06' });
    expect(
      guaranteeStatus(input, [{ date: '2024-09-02', kind: 'claimGuarantor' }], '2026-01-01').state,
    ).toBe('lost');
  });

  it('general guarantee: limitation from the end of the refusal right (担保制度解释 28)', () => {
    const r = guaranteeStatus(
      { due, contractDate: '2023-03-01', kind: 'general' },
      [{ date: '2024-05-06', kind: 'sueDebtor' }],
      '2026-01-01',
      '2025-06-06',
    );
    expect(r.limitationEnd).toBe('2028-06-06');
  });
});
