import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarWarning,
  dayKind,
  holidayYears,
  limitEnd,
  rollForward,
  spanEnd,
} from '../../shared/law/calendar.ts';
import {
  addDays,
  addMonths,
  addYears,
  dayNumber,
  daysBetween,
  fromDayNumber,
  weekday,
} from '../../shared/law/dates.ts';

const anyDate = fc
  .integer({ min: dayNumber('2010-01-01'), max: dayNumber('2040-12-31') })
  .map(fromDayNumber);

describe('day arithmetic', () => {
  it('knows month ends and leap years (民法典 202)', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addYears('2024-02-29', 3)).toBe('2027-02-28');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(daysBetween('2024-03-01', '2026-11-21')).toBe(995);
    expect(weekday('2026-06-27')).toBe(6);
    expect(weekday('1969-12-31')).toBe(3);
  });
});

describe('end of time limits', () => {
  it('running case: 15 days from 2026-06-12 end on a Saturday, so on Monday 2026-06-29', () => {
    expect(limitEnd('2026-06-12', { days: 15 })).toEqual({
      date: '2026-06-29',
      rolled: true,
      nominal: '2026-06-27',
      because: '周六',
      verified: true,
    });
  });

  it('trap 30: holidays roll forward, working weekends do not', () => {
    expect(rollForward('2026-10-01').date).toBe('2026-10-08');
    expect(rollForward('2026-02-14')).toMatchObject({ date: '2026-02-14', rolled: false });
    expect(rollForward('2026-09-20').rolled).toBe(false);
    expect(rollForward('2021-02-20').rolled).toBe(false);
    expect(rollForward('2026-02-15').date).toBe('2026-02-24');
    expect(rollForward('2020-02-01').date).toBe('2020-02-03');
    expect(dayKind('2023-01-27').name).toBe('春节');
    expect(rollForward('2022-12-31').date).toBe('2023-01-03');
    expect(dayKind('2018-12-29').working).toBe(true);
  });

  it('says so when the calendar of a year is not on record', () => {
    const r = rollForward('2028-10-01');
    expect(r.verified).toBe(false);
    expect(r.date).toBe('2028-10-02');
    expect(calendarWarning(r)).toContain('2028年');
    expect(calendarWarning(rollForward('2026-10-01'))).toBeUndefined();
  });

  it('adds years, then months, then days', () => {
    expect(spanEnd('2024-01-31', { months: 1, days: 1 })).toBe('2024-03-01');
    expect(spanEnd('2024-02-29', { years: 1, months: 1 })).toBe('2025-03-28');
  });

  it('never rolls back, is monotonic, and always lands on a working day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (d, n) => {
        const a = rollForward(d);
        const b = rollForward(addDays(d, n));
        expect(a.date >= d).toBe(true);
        expect(b.date >= a.date).toBe(true);
        expect(dayKind(a.date).working).toBe(true);
        expect(rollForward(a.date).rolled).toBe(false);
      }),
    );
  });
});

describe('holiday data', () => {
  it('is complete, ordered and sourced', () => {
    expect(holidayYears.map((y) => y.year)).toEqual([
      2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    for (const y of holidayYears) {
      expect(y.source.length).toBeGreaterThan(10);
      let last = '';
      for (const o of y.off) {
        expect(o.from > last).toBe(true);
        expect(o.to >= o.from).toBe(true);
        last = o.to;
      }
      expect([...y.work].sort()).toEqual(y.work);
      // A make-up day is a weekend day outside every holiday.
      for (const w of y.work) {
        expect([0, 6]).toContain(weekday(w));
        expect(y.off.some((o) => w >= o.from && w <= o.to)).toBe(false);
      }
    }
  });
});
