/** What a new piece of evidence could prove, offered the moment it is taken in. */
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../shared/case/parse.ts';
import { couldProve } from '../../shared/proof/could.ts';
import { factsOf } from '../../shared/proof/facts.ts';
import { ROAD_DAY, roadCase } from '../fixtures/road.ts';

function facts() {
  const p = parseCase(roadCase('04-overdue'));
  if (!p.ok) throw new Error(JSON.stringify(p.problems));
  return factsOf(p.case, ROAD_DAY);
}
const fresh = (group: string, proves: string[] = []) => ({ id: 'new', group, proves });
const records = (item: ReturnType<typeof fresh>) =>
  couldProve(facts(), item).map((c) => c.recordId);

describe('a new piece of evidence', () => {
  it('is offered the records of its group first, each once with all its facts', () => {
    const [first, ...rest] = couldProve(facts(), fresh('agreement'));
    expect(first?.recordId).toBe('loan1');
    expect(first?.texts.length).toBeGreaterThan(1);
    expect(first?.texts[0]).toContain('约定借款');
    expect(rest.map((c) => c.recordId)).toContain('out1');
    expect(records(fresh('delivery'))[0]).toBe('out1');
  });

  it('papers of identity prove who somebody is, and nothing else does', () => {
    expect(records(fresh('identity'))).toEqual(expect.arrayContaining(['wang', 'li']));
    expect(records(fresh('identity'))).not.toContain('loan1');
    expect(records(fresh('agreement'))).not.toContain('wang');
    // A picture whose name says nothing may be anything.
    expect(records(fresh('other'))).toEqual(expect.arrayContaining(['wang', 'loan1', 'out1']));
  });

  it('once linked, only its own group is still offered, and never what it proves already', () => {
    expect(records(fresh('agreement', ['loan1']))).toEqual([]);
    expect(records(fresh('delivery', ['loan1']))).toEqual(['out1']);
  });
});
