import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { type LendingRecord, lendingPattern, lendingRecords } from '../../shared/law/validity.ts';
import { bareCase, moved } from './case-kit.ts';

/** Rules 12: what may void a loan, false suits, and signs of a professional lender. */

function codes(change: (d: CaseDocument) => void): string[] {
  const c = bareCase((d) => {
    d.transfers = [moved('out', 'loan1', '2023-03-01', '300000.00')];
    change(d);
  });
  return claimOf(c, { today: '2024-12-31' }).warnings.map((w) => w.code);
}

describe('rules 12: validity', () => {
  test('money from a bank, from others, or for crime: the contract may be void', () => {
    const from = (sourceOfFunds: 'own' | 'bankCredit' | 'borrowed' | 'raised' | 'unknown') =>
      codes((d) => {
        d.background = { sourceOfFunds };
      });
    expect(from('bankCredit')).toContain('relent-bank-credit');
    expect(from('borrowed')).toContain('relent-borrowed');
    expect(from('raised')).toContain('relent-borrowed');
    for (const quiet of [from('own'), from('unknown')]) {
      expect(quiet.filter((c) => c.startsWith('relent'))).toEqual([]);
    }
    const asked = codes((d) => {
      d.background = { illegalUse: true };
    });
    expect(asked).toContain('illegal-use');
  });

  test('trap 27: the notice on hidden repayments stands until it is answered', () => {
    expect(codes(() => {})).toContain('false-suit');
    const answered = codes((d) => {
      d.background = { repaymentsComplete: true };
    });
    expect(answered).not.toContain('false-suit');
  });

  test('cash is asked about; a financial lender falls outside the rules', () => {
    const cash = codes((d) => {
      d.transfers = [moved('out', 'loan1', '2023-03-01', '300000.00', { method: 'cash' })];
    });
    expect(cash).toContain('cash-delivery');
    const lender = codes((d) => {
      d.parties = (d.parties ?? []).map((p) =>
        p.role === 'lender'
          ? {
              kind: 'organisation' as const,
              id: p.id,
              role: p.role,
              name: '甲市某小额贷款有限公司',
            }
          : p,
      );
    });
    expect(lender).toContain('financial-lender');
  });

  test('trap 23: the spouse is asked about before judgment', () => {
    expect(codes(() => {})).toContain('spouse');
  });
});

describe('九民纪要 53: a professional lender, over all cases', () => {
  const one = (borrower: string, date: string, over: Partial<LendingRecord> = {}) => ({
    caseId: `${borrower}${date}`,
    borrower,
    date,
    withInterest: true,
    sued: false,
    ...over,
  });

  test('three borrowers with interest within two years', () => {
    const two = [one('a', '2023-01-01'), one('b', '2023-06-01'), one('a', '2024-01-01')];
    expect(lendingPattern(two)).toEqual([]);
    expect(lendingPattern([...two, one('c', '2024-12-31')])[0]?.text).toContain('3人');
    expect(lendingPattern([...two, one('c', '2025-06-02')])).toEqual([]);
    expect(lendingPattern([...two, one('c', '2024-12-31', { withInterest: false })])).toEqual([]);
  });

  test('five suits, however many borrowers', () => {
    const suits = (n: number) =>
      Array.from({ length: n }, (_, i) =>
        one('a', `201${i}-01-01`, { sued: true, withInterest: false }),
      );
    expect(lendingPattern(suits(4))).toEqual([]);
    expect(lendingPattern(suits(5))[0]).toMatchObject({ code: 'professional-lender' });
  });

  test('records come from the case as typed; what is half typed is passed over', () => {
    const d = sampleCase();
    expect(lendingRecords(d)).toMatchObject([
      { date: '2023-03-01', withInterest: false, sued: true },
    ]);
    expect(lendingRecords({ ...d, transfers: [], loans: [{ id: 'x' }] })).toEqual([]);
  });
});
