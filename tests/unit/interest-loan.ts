import { computeInterest } from '../../shared/law/interest.ts';
import { DEFAULT_OPTIONS, type InterestInput } from '../../shared/law/interest-input.ts';

/** One loan between natural persons, 100,000.00 yuan unless said otherwise; change what the test is about. */
export function interestOf(
  over: Partial<InterestInput>,
  options: Partial<InterestInput['options']> = {},
) {
  return computeInterest({
    tranches: lent('2023-03-01'),
    due: '2024-03-01',
    rate: null,
    overdueRate: null,
    penalties: [],
    naturalPersons: true,
    signed: null,
    filed: '2026-09-30',
    until: '2026-09-30',
    repayments: [],
    ...over,
    options: { ...DEFAULT_OPTIONS, ...options },
  });
}

export function lent(paid: string, amount = 10_000_000) {
  return [{ amount, paid, withheld: 0 }];
}

export const month2 = { percent: '2', per: 'month' } as const;

export function codes(r: { warnings: { code: string }[] }): string[] {
  return r.warnings.map((w) => w.code);
}
