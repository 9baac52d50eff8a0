import { describe, expect, test } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { effectOf, performanceEnd } from '../../shared/law/after-judgment.ts';

type J = NonNullable<CaseDocument['judgment']>;

function sample(judgment: Partial<J> = {}, suit: object = {}): Case {
  const doc = sampleCase();
  const p = parseCase({
    ...doc,
    enforcement: null,
    judgment: { ...doc.judgment, effectiveOn: null, performanceEnds: null, ...judgment },
    suit: { ...doc.suit, ...suit },
  });
  if (!p.ok) throw new Error(JSON.stringify(p.problems));
  return p.case;
}

describe('effect', () => {
  test('judgment: the appeal period rolls over the weekend, effect the day after', () => {
    const e = effectOf(sample());
    expect(e?.periods.map((p) => p.last)).toEqual(['2026-06-29', '2026-06-29']);
    expect(e?.date).toBe('2026-06-30');
    expect(e?.article).toBe('民事诉讼法第一百七十一条');
  });

  test('judgment: the last party served decides', () => {
    const services = [
      { partyId: 'wang', date: '2026-06-12' },
      { partyId: 'li', date: '2026-06-20' },
    ];
    expect(effectOf(sample({ services }))?.date).toBe('2026-07-07');
  });

  test('judgment: no effect while a party has not been served', () => {
    const e = effectOf(sample({ services: [{ partyId: 'wang', date: '2026-06-12' }] }));
    expect(e?.date).toBeNull();
    expect(e?.reason).toContain('李某');
  });

  test('small claims: in force on service', () => {
    expect(effectOf(sample({}, { procedure: 'smallClaims' }))?.date).toBe('2026-06-12');
  });

  test('mediation: the last signature; ruling: ten days; payment order: the debtor only', () => {
    expect(effectOf(sample({ kind: 'mediation' }))?.date).toBe('2026-06-12');
    expect(effectOf(sample({ kind: 'ruling' }))?.date).toBe('2026-06-23');
    const services = [{ partyId: 'li', date: '2026-06-12' }];
    expect(effectOf(sample({ kind: 'paymentOrder', services }))?.date).toBe('2026-06-30');
  });

  test('award: on making', () => {
    expect(effectOf(sample({ kind: 'award' }))?.date).toBe('2026-06-08');
  });
});

describe('performance period', () => {
  test('counted from effect, rolled to a working day', () => {
    const end = (patch: Partial<J>) => performanceEnd(sample(patch).judgment);
    expect(end({ effectiveOn: '2026-06-30', performanceDays: 10 })).toBe('2026-07-10');
    expect(end({ effectiveOn: '2026-06-30', performanceDays: 11 })).toBe('2026-07-13');
    expect(end({ effectiveOn: '2026-06-30', performanceDays: 0 })).toBe('2026-06-30');
    expect(end({ effectiveOn: '2026-06-30', performanceDays: null })).toBeNull();
    expect(end({ performanceEnds: '2026-08-01' })).toBe('2026-08-01');
    expect(performanceEnd(null)).toBeNull();
  });
});
