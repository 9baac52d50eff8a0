import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseDocument, caseTitle, emptyCase } from '../../shared/case/case.ts';
import { isIsoDate } from '../../shared/case/fields.ts';
import { caseFileJsonSchema } from '../../shared/case/json-schema.ts';
import { isCaseDraft, parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';

/** A document with every list present. */
type Full = { [K in keyof CaseDocument]-?: NonNullable<CaseDocument[K]> };

/** The sample with one place changed, as a hand-edited file would be. */
function edited(change: (doc: Full) => void): unknown {
  const doc = structuredClone(sampleCase()) as Full;
  change(doc);
  return doc;
}

function messagesAt(document: unknown, path: string): string[] {
  const parsed = parseCase(document);
  return parsed.problems.filter((p) => p.path === path).map((p) => p.message);
}

describe('the case file', () => {
  it('parses the sample without a problem, amounts as whole fen', () => {
    const parsed = parseCase(sampleCase());
    expect(parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.case.transfers[0]?.amount).toBe(30_000_000);
  });

  it('survives a round trip through text unchanged', () => {
    const doc = sampleCase();
    expect(JSON.parse(JSON.stringify(doc))).toEqual(doc);
    expect(parseCase(JSON.parse(JSON.stringify(doc)))).toEqual(parseCase(doc));
  });

  it('parses an empty new case and names it', () => {
    expect(parseCase(emptyCase('c1')).ok).toBe(true);
    expect(caseTitle(emptyCase('c1'))).toBe('未命名案件');
    expect(caseTitle(sampleCase())).toBe('王某诉李某');
  });

  it('publishes the schema that is in force', () => {
    const published = JSON.parse(
      readFileSync(new URL('../../docs/case-file.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(caseFileJsonSchema());
  });
});

describe('bad input is told at its field', () => {
  it.each([
    ['an impossible date', 'loans.0.due', (d: Full) => set(d, 'due', '2024-02-30'), '日期不存在'],
    ['a negative amount', 'transfers.0.amount', (d: Full) => pay(d, '-5.00'), '金额应为大于 0'],
    ['three decimals', 'transfers.0.amount', (d: Full) => pay(d, '300000.001'), '最多两位小数'],
    ['a zero transfer', 'transfers.0.amount', (d: Full) => pay(d, '0.00'), '金额应大于 0'],
    ['a word for an amount', 'transfers.0.amount', (d: Full) => pay(d, '三十万'), '金额应为'],
  ])('%s', (_name, path, change, message) => {
    const found = messagesAt(edited(change), path);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).toContain(message);
  });

  it('an unknown field is refused by its name', () => {
    expect(messagesAt({ ...sampleCase(), colour: 'red' }, 'colour')).toEqual([
      '没有名为“colour”的栏目，请核对拼写或删去',
    ]);
  });

  it('a repayment before the loan', () => {
    const doc = edited((d) =>
      d.transfers.push({
        id: 'in1',
        loanId: 'loan1',
        direction: 'in',
        date: '2023-02-28',
        amount: '1.00',
      }),
    );
    expect(messagesAt(doc, 'transfers.1.date')).toEqual([
      '还款日期 2023-02-28 早于出借日期 2023-03-01，请核对',
    ]);
  });

  it('a reference that leads nowhere and a number used twice', () => {
    const doc = edited((d) => {
      d.demands[0]?.evidenceIds?.push('missing');
      const first = d.evidence[0];
      if (first) d.evidence.push({ ...first });
    });
    expect(messagesAt(doc, 'demands.0.evidenceIds.1')).toHaveLength(1);
    expect(messagesAt(doc, 'evidence.4.id')).toHaveLength(1);
  });

  it('a file of another kind or a newer version', () => {
    expect(messagesAt({ ...sampleCase(), schema: 'other' }, 'schema')[0]).toContain('不是借据');
    expect(messagesAt({ ...sampleCase(), version: 2 }, 'version')[0]).toContain('新版');
    expect(parseCase(null).ok).toBe(false);
    expect(parseCase([]).ok).toBe(false);
  });
});

describe('a draft may be half typed', () => {
  it('keeps bad values, refuses a broken skeleton', () => {
    expect(isCaseDraft(edited((d) => pay(d, '30000.')))).toBe(true);
    expect(isCaseDraft({ ...sampleCase(), loans: 'none' })).toBe(false);
    expect(isCaseDraft({ ...sampleCase(), extra: 1 })).toBe(false);
    expect(isCaseDraft('text')).toBe(false);
  });
});

describe('dates', () => {
  it('accepts exactly the days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
          const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0;
          return isIsoDate(iso) === (d >= 1 && d <= length);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

function set(doc: Full, field: 'due', value: string): void {
  const loan = doc.loans[0];
  if (loan) loan[field] = value;
}

function pay(doc: Full, amount: string): void {
  const transfer = doc.transfers[0];
  if (transfer) transfer.amount = amount;
}
