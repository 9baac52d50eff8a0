import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { readableCase } from '../../shared/case/readable.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { deadlinesOf } from '../../shared/law/deadlines.ts';
import { ROAD_CASES, ROAD_DAY, roadCase } from '../fixtures/road.ts';

const whole = (document: CaseDocument) => {
  const parsed = parseCase(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};
const limits = (document: CaseDocument) => {
  const read = readableCase(document).case;
  return read && deadlinesOf(read, ROAD_DAY).map((d) => [d.id, d.date]);
};

const LISTS = ['parties', 'loans', 'transfers', 'demands', 'evidence', 'propertyClues'] as const;
type Row = Record<string, unknown>;
/** The document with one more row in a list, at the place given. */
const withRow = (d: CaseDocument, list: string, at: number, row: Row): CaseDocument => {
  const rows = [...(((d as Row)[list] as Row[] | undefined) ?? [])];
  rows.splice(Math.min(at, rows.length), 0, row);
  return { ...d, [list]: rows };
};

describe('a case that is not whole', () => {
  test.each(ROAD_CASES)('%s is read as it is when nothing is wrong', (name) => {
    const read = readableCase(roadCase(name));
    expect(read.case).toEqual(whole(roadCase(name)));
    expect(read.left).toEqual([]);
    expect(read.original('transfers.3.date')).toBe('transfers.3.date');
  });

  test('any one broken row more, anywhere, is left out and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROAD_CASES),
        fc.constantFrom(...LISTS),
        fc.nat(6),
        fc.constantFrom<Row>({}, { date: '', amount: '' }, { kind: 'x', role: 'x', group: 'x' }),
        (name, list, at, broken) => {
          const good = roadCase(name);
          // A loan needs no more than its id: its id is what is broken there.
          const row = { id: list === 'loans' ? '？' : 'new', ...broken };
          const read = readableCase(withRow(good, list, at, row));
          expect(read.case).toEqual(whole(good));
          const rows = ((good as Row)[list] as Row[] | undefined)?.length ?? 0;
          const place = Math.min(at, rows);
          expect(read.left).toEqual([`${list}.${place}`]);
          if (place < rows)
            expect(read.original(`${list}.${place}.id`)).toBe(`${list}.${place + 1}.id`);
        },
      ),
    );
  });

  test('whatever is put into one field, a valid case is left', () => {
    const paths: string[][] = [];
    const walk = (v: unknown, at: string[]) => {
      if (at.length > 1) paths.push(at);
      if (v !== null && typeof v === 'object')
        for (const [k, inner] of Object.entries(v)) walk(inner, [...at, k]);
    };
    walk(sampleCase(), []);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom<unknown>('', '2026-13-45', 'x y', null, -1),
        (path, value) => {
          const d = structuredClone(sampleCase()) as unknown as Row;
          const keys = [...path];
          const last = keys.pop() ?? '';
          let at: Row = d;
          for (const k of keys) at = at[k] as Row;
          at[last] = value;
          expect(readableCase(d).case).not.toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an empty transfer leaves the limitation where it was', () => {
    for (const name of ['02-no-transfer', '06-limitation'] as const) {
      const good = roadCase(name);
      const row = { id: 'n', loanId: 'loan1', direction: 'out', date: '', amount: '' };
      const before = limits(good);
      expect(before?.length).toBeGreaterThan(0);
      expect(limits(withRow(good, 'transfers', 9, row))).toEqual(before);
      const sent = { id: 'n', date: '', channel: 'letter' };
      expect(limits(withRow(good, 'demands', 0, sent))).toEqual(before);
    }
  });

  test('a mistyped date takes its field, and the other limits stay', () => {
    const d = roadCase('10-seizure-ending');
    const clue = d.propertyClues?.[0];
    if (!clue) throw new Error('no clue');
    const read = readableCase({
      ...d,
      propertyClues: [{ ...clue, seizureExpires: '2026-13-01' }],
    });
    expect(read.left).toEqual(['propertyClues.0.seizureExpires']);
    expect(read.case?.propertyClues).toHaveLength(1);
    expect(read.case?.judgment).toEqual(whole(d).judgment);
  });

  test('a rate that can’t be read leaves the loan, and its limitation', () => {
    const d = sampleCase();
    const loan = d.loans?.[0];
    if (!loan) throw new Error('no loan');
    const read = readableCase({
      ...d,
      loans: [{ ...loan, interest: 'agreed', rate: { value: '十四', per: 'year' } }],
    });
    expect(read.case?.loans).toHaveLength(1);
    expect(read.case?.transfers).toEqual(whole(d).transfers);
  });

  test('what refers to a person left out loses the reference, not its place', () => {
    const d = roadCase('02-no-transfer');
    const parties = d.parties?.map((p, i) => (i === 1 ? { ...p, role: 'x' } : p));
    const read = readableCase({ ...d, parties });
    expect(read.left).toContain('parties.1');
    expect(read.case?.loans[0]?.borrowerIds).toEqual([]);
    expect(read.case?.loans[0]?.due).toBe('2024-02-29');
  });

  test('what is no case at all is not read', () => {
    expect(readableCase({ schema: 'other' }).case).toBeNull();
    expect(readableCase(null).case).toBeNull();
  });
});
