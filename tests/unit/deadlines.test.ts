import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { deadlinesOf, nearestDeadline } from '../../shared/law/deadlines.ts';

const read = (d: CaseDocument) => {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};

/** The sample as it stood before the suit. */
function early(): CaseDocument {
  const { suit: _s, judgment: _j, enforcement: _e, propertyClues: _p, ...rest } = sampleCase();
  return rest;
}

describe('deadlinesOf', () => {
  it('runs three years from the last demand that arrived', () => {
    const list = deadlinesOf(read(early()), '2026-03-01');
    // 2026-02-10 + 3 years = 2029-02-10, a Saturday, so the Monday.
    expect(list.map((d) => [d.id, d.date])).toEqual([['limitation-loan1', '2029-02-12']]);
  });

  it('does not count demands of unknown arrival', () => {
    const doc = early();
    doc.demands = (doc.demands ?? []).map((d) => ({ ...d, arrived: 'unknown', outcome: 'none' }));
    const [first] = deadlinesOf(read(doc), '2026-03-01');
    // Due 2024-02-29, three years: 2027-02-28, a Sunday.
    expect(first?.date).toBe('2027-03-01');
  });

  it('keeps a lost guarantee in the list as expired and drops one claimed in time', () => {
    const doc = early();
    doc.parties = [
      ...(doc.parties ?? []),
      { id: 'g', kind: 'person', role: 'guarantor', name: '赵某' },
    ];
    const [loan] = doc.loans ?? [];
    if (!loan) throw new Error('no loan');
    doc.loans = [{ ...loan, guarantees: [{ id: 'g1', partyId: 'g', kind: 'joint' }] }];
    const lost = deadlinesOf(read(doc), '2026-03-01').find((d) => d.id === 'guarantee-g1');
    // Six months from 2024-02-29.
    expect(lost).toMatchObject({ date: '2024-08-29', urgency: 'expired' });
    doc.demands = [
      ...(doc.demands ?? []),
      { id: 'dg', date: '2024-07-01', channel: 'letter', toPartyId: 'g', arrived: 'yes' },
    ];
    expect(deadlinesOf(read(doc), '2026-03-01').some((d) => d.id === 'guarantee-g1')).toBe(false);
  });

  it('after judgment counts to the application for enforcement, then to the renewal of seizures', () => {
    const doc = sampleCase();
    const { enforcement: _e, ...judged } = doc;
    const apply = deadlinesOf(read(judged), '2026-07-20').find((d) => d.id === 'apply');
    expect(apply?.date).toBe('2028-07-10');
    const now = nearestDeadline(deadlinesOf(read(doc), '2026-11-21'));
    expect(now).toMatchObject({ id: 'seizure-c1', date: '2028-10-04' });
  });

  it('has nothing to say of an empty case', () => {
    const list = deadlinesOf(read({ schema: 'jieju.case', version: 1, id: 'x' }), '2026-03-01');
    expect(list).toEqual([]);
    expect(nearestDeadline(list)).toBeNull();
  });
});
