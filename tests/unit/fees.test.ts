import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  courtFee,
  enforcementFee,
  paymentOrderFee,
  preservationFee,
} from '../../shared/law/fees.ts';
import { yuan } from '../../shared/text/money.ts';

const fee = (f: (amount: number) => { fee: number }, yuanAmount: number): string =>
  yuan(f(yuanAmount * 100).fee);

describe('rules 8: court fees', () => {
  it('running case, 300,000', () => {
    expect(fee(courtFee, 300_000)).toBe('5800.00');
    expect(yuan(courtFee(30_000_000, true).fee)).toBe('2900.00');
    expect(fee(preservationFee, 300_000)).toBe('2020.00');
    expect(fee(paymentOrderFee, 300_000)).toBe('1933.33');
    expect(fee(enforcementFee, 300_000)).toBe('4400.00');
  });

  it.each([
    [0, '50.00'],
    [10_000, '50.00'],
    [10_000.01, '50.00'],
    [50_000, '1050.00'],
    [100_000, '2300.00'],
    [200_000, '4300.00'],
    [500_000, '8800.00'],
    [1_000_000, '13800.00'],
    [2_000_000, '22800.00'],
    [5_000_000, '46800.00'],
    [10_000_000, '81800.00'],
    [20_000_000, '141800.00'],
    [30_000_000, '191800.00'],
  ])('case fee of %d is %s', (amount, expected) => {
    expect(yuan(courtFee(Math.round(amount * 100)).fee)).toBe(expected);
  });

  it('preservation: thirty, one percent, half a percent, at most 5,000 (reached at 896,000)', () => {
    expect(fee(preservationFee, 1_000)).toBe('30.00');
    expect(fee(preservationFee, 100_000)).toBe('1020.00');
    expect(fee(preservationFee, 895_998)).toBe('4999.99');
    expect(fee(preservationFee, 896_000)).toBe('5000.00');
    expect(fee(preservationFee, 9_000_000)).toBe('5000.00');
  });

  it('enforcement', () => {
    expect(fee(enforcementFee, 10_000)).toBe('50.00');
    expect(fee(enforcementFee, 500_000)).toBe('7400.00');
    expect(fee(enforcementFee, 5_000_000)).toBe('52400.00');
    expect(fee(enforcementFee, 10_000_000)).toBe('77400.00');
    expect(fee(enforcementFee, 20_000_000)).toBe('87400.00');
  });

  it('trap 21: halved once; the payment order is a third of the full fee', () => {
    const amount = 12_345_678;
    const full = courtFee(amount).fee;
    expect(Math.abs(courtFee(amount, true).fee * 2 - full)).toBeLessThanOrEqual(1);
    expect(Math.abs(paymentOrderFee(amount).fee * 3 - full)).toBeLessThanOrEqual(2);
    expect(courtFee(amount, true).explain.at(-1)?.article).toContain('第二百零六条');
    expect(enforcementFee(amount).explain.at(-1)?.text).toContain('不用预交');
  });

  it('never falls as the claim grows, and the tiers meet', () => {
    const amounts = fc.integer({ min: 0, max: 5_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        for (const f of [courtFee, preservationFee, paymentOrderFee, enforcementFee]) {
          expect(f(low).fee).toBeLessThanOrEqual(f(high).fee);
        }
      }),
    );
  });

  it('every line of reasoning names its article', () => {
    for (const f of [courtFee, preservationFee, paymentOrderFee, enforcementFee]) {
      for (const e of f(30_000_000).explain) expect(e.article).toMatch(/第.+条/);
    }
  });
});
