/** Repayment plans: whole fen, the debt to the fen, months that end early, plans of one's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../shared/law/dates.ts';
import { FieldError } from '../../shared/law/field-error.ts';
import {
  customInstalments,
  equalInstalments,
  parsePlanLines,
  planTotals,
} from '../../shared/law/instalment-plan.ts';

const debt = (principal: number, interest = 0) => ({ principal, interest });

function refusal(run: () => unknown): FieldError {
  try {
    run();
  } catch (error) {
    if (error instanceof FieldError) return error;
  }
  throw new Error('nothing was refused');
}

describe('equal instalments', () => {
  it('leaves the odd fen to the last one', () => {
    const plan = equalInstalments(debt(100_000_00), {
      count: 3,
      first: '2026-02-28',
      everyMonths: 1,
    });
    expect(plan.map((x) => x.total)).toEqual([33_333_33, 33_333_33, 33_333_34]);
    expect(plan.map((x) => x.due)).toEqual(['2026-02-28', '2026-03-28', '2026-04-28']);
    expect(planTotals(plan)).toEqual({ principal: 100_000_00, interest: 0, total: 100_000_00 });
  });

  it('goes to the end of a shorter month and back', () => {
    const plan = equalInstalments(debt(400), { count: 4, first: '2024-01-31', everyMonths: 1 });
    expect(plan.map((x) => x.due)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ]);
    const quarters = equalInstalments(debt(300), { count: 3, first: '2025-11-30', everyMonths: 3 });
    expect(quarters.map((x) => x.due)).toEqual(['2025-11-30', '2026-02-28', '2026-05-30']);
  });

  it('pays the interest first', () => {
    const plan = equalInstalments(debt(200_00, 100_01), {
      count: 3,
      first: '2026-06-30',
      everyMonths: 1,
    });
    expect(plan.map((x) => [x.principal, x.interest, x.total])).toEqual([
      [0, 100_00, 100_00],
      [99_99, 1, 100_00],
      [100_01, 0, 100_01],
    ]);
  });

  it('adds up for any debt, number and day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 360, max: 99_999_999_999_99 }),
        fc.integer({ min: 0, max: 9_999_999_99 }),
        fc.integer({ min: 1, max: 360 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 60 }),
        (principal, interest, count, everyMonths, month) => {
          const first = addMonths('2024-01-31', month);
          const plan = equalInstalments({ principal, interest }, { count, first, everyMonths });
          expect(planTotals(plan)).toEqual({ principal, interest, total: principal + interest });
          plan.forEach((x, i) => {
            expect(x.total).toBe(x.principal + x.interest);
            expect(Math.min(x.principal, x.interest, x.total - 1)).toBeGreaterThanOrEqual(0);
            if (i > 0) expect(x.due > (plan[i - 1]?.due ?? '')).toBe(true);
          });
        },
      ),
    );
  });

  it.each([
    [{ count: 0, everyMonths: 1 }, 'count'],
    [{ count: 2.5, everyMonths: 1 }, 'count'],
    [{ count: 361, everyMonths: 1 }, 'count'],
    [{ count: 3, everyMonths: 0 }, 'everyMonths'],
    [{ count: 301, everyMonths: 1 }, 'amount'],
  ])('refuses %j at %s', (plan, field) => {
    const told = refusal(() => equalInstalments(debt(300), { ...plan, first: '2026-01-01' }));
    expect(told.field).toBe(field);
  });
});

describe('a plan of one’s own', () => {
  it('reads the running case', () => {
    const parts = parsePlanLines([
      '2026-02-28 100000.00',
      '2026年4月30日：10万元',
      '2026.6.30，100,000',
    ]);
    const plan = customInstalments(debt(300_000_00), parts);
    expect(plan.map((x) => [x.number, x.due, x.total])).toEqual([
      [1, '2026-02-28', 100_000_00],
      [2, '2026-04-30', 100_000_00],
      [3, '2026-06-30', 100_000_00],
    ]);
  });

  it.each([
    ['2026-02-30 100', 'lines.0', '日期'],
    ['下个月 100', 'lines.0', '日期'],
    ['2026-02-28', 'lines.0', '日期'],
    ['2026-02-28 一些', 'lines.0', '金额'],
    ['2026-02-28 0', 'lines.0', '金额是0'],
  ])('refuses %s', (line, field, message) => {
    const told = refusal(() => parsePlanLines([line]));
    expect(told.field).toBe(field);
    expect(told.message).toContain(message);
  });

  it('has to add up and to go forward', () => {
    const parts = parsePlanLines(['2026-02-28 100', '2026-04-30 100']);
    expect(refusal(() => customInstalments(debt(300_00), parts))).toMatchObject({
      field: 'lines',
      message: '各期合计200元，尚欠300元，少了100元，请改成一致',
    });
    const back = parsePlanLines(['2026-04-30 100', '2026-02-28 100']);
    expect(refusal(() => customInstalments(debt(200_00), back)).field).toBe('lines.1');
    expect(refusal(() => customInstalments(debt(200_00, 1), parts)).field).toBe('lines');
  });
});
