import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { reminders } from '../../shared/claim/reminders.ts';
import { guard } from '../../shared/law/conduct.ts';
import { addDays } from '../../shared/law/dates.ts';
import { demandEffects } from '../../shared/law/demand-effect.ts';

const read = (d: CaseDocument): Case => {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};

/** The sample before the suit, with the given demands; a joint guarantor for 12 months stands by. */
function early(
  demands: CaseDocument['demands'] = [],
  kind: 'joint' | 'general' = 'joint',
): CaseDocument {
  const doc = sampleCase();
  const [loan] = doc.loans ?? [];
  if (!loan) throw new Error('no loan');
  return {
    schema: doc.schema,
    version: doc.version,
    id: doc.id,
    parties: [
      ...(doc.parties ?? []),
      { id: 'zhao', kind: 'person', role: 'guarantor', name: '赵某' },
    ],
    loans: [
      {
        ...loan,
        guarantees: [{ id: 'g1', partyId: 'zhao', kind, periodMonths: 12, signed: '2023-03-01' }],
      },
    ],
    transfers: doc.transfers ?? [],
    demands,
  };
}

describe('drafts with the figures of the day', () => {
  // Due 2024-02-29: before, on, a week after, long after.
  it.each(['2024-02-20', '2024-02-29', '2024-03-08', '2026-02-10'])(
    'on %s all pass the guard',
    (today) => {
      const c = read(early());
      const claim = claimOf(c, { today, asOf: today, lprEntries: [] });
      const facts = {
        today,
        deadline: addDays(today, 15),
        address: '',
        account: '户名：王某，账号：6200000000000001234',
      };
      const texts = reminders(c, claim, facts).flatMap((r) => r.messages);
      expect(texts.length).toBeGreaterThan(0);
      for (const { text } of texts) {
        const entry = {
          date: today,
          time: '10:00',
          channel: 'wechat',
          toPartyId: 'li',
          audience: 'self',
          content: text,
        } as const;
        expect(guard(entry, [], c, claim.principal + claim.interest)).toEqual([]);
      }
    },
  );
});

describe('what one contact does', () => {
  const demand = {
    id: 'd',
    date: '2024-11-08',
    channel: 'letter',
    toPartyId: 'li',
    content: '请归还30万元借款。',
  } as const;
  const effect = (
    over: Partial<NonNullable<CaseDocument['demands']>[number]>,
    kind: 'joint' | 'general' = 'joint',
  ) => {
    const c = read(early([{ ...demand, ...over }], kind));
    const [d] = c.demands;
    if (!d) throw new Error('no demand');
    return demandEffects(c, d, '2024-12-01').map((e) => [e.state, e.text, e.article ?? '']);
  };

  it('one that arrived restarts limitation from the day of arrival', () => {
    // 2024-11-08 + 3 years is a Monday; 2024-11-13 + 3 years is a Saturday, so the Monday.
    expect(effect({ arrived: 'yes' })[0]).toEqual([
      'done',
      '诉讼时效从2024年11月8日重新计算，至2027年11月8日。',
      '民法典第一百九十五条',
    ]);
    expect(effect({ arrived: 'yes', arrivedOn: '2024-11-13' })[0]?.[1]).toBe(
      '诉讼时效从2024年11月13日重新计算，至2027年11月15日。',
    );
  });

  it('one that did not arrive, or may not have, changes nothing', () => {
    expect(effect({})[0]).toEqual([
      'waits',
      expect.stringContaining('暂不改变诉讼时效'),
      '诉讼时效规定第八条',
    ]);
    expect(effect({ arrived: 'no' })[0]?.[0]).toBe('none');
  });

  it('a promise restarts it whatever is known of arrival', () => {
    expect(effect({ outcome: 'promise' })[0]?.[0]).toBe('done');
    expect(effect({ outcome: 'promise' })[0]?.[2]).toBe('诉讼时效规定第十四条');
  });

  it('one before the due date changes nothing, and says why', () => {
    const [e] = effect({ date: '2024-02-10', arrived: 'yes' });
    expect(e?.[0]).toBe('none');
    expect(e?.[1]).toContain('起算之前');
  });

  it('asking the borrower does not keep a guarantor', () => {
    const all = effect({ arrived: 'yes' });
    expect(all[1]?.[1]).toContain('不影响赵某的保证期间（到2025年2月28日）');
  });

  it('asking a joint guarantor in the period keeps the guarantor', () => {
    expect(effect({ toPartyId: 'zhao', arrived: 'yes' })).toEqual([
      [
        'done',
        expect.stringContaining('保证债务的诉讼时效到2027年11月8日'),
        '民法典第六百九十四条',
      ],
    ]);
    expect(effect({ toPartyId: 'zhao' })[0]?.[0]).toBe('waits');
  });

  it('a letter that reaches the guarantor after the period keeps nobody', () => {
    const late = {
      ...demand,
      id: 'd',
      date: '2025-02-27',
      toPartyId: 'zhao',
      arrived: 'yes',
      arrivedOn: '2025-03-03',
    } as const;
    const c = read(early([late]));
    const [d] = c.demands;
    if (!d) throw new Error('no demand');
    expect(demandEffects(c, d, '2025-03-10')[0]).toMatchObject({ state: 'none' });
    expect(demandEffects(c, { ...d, arrivedOn: null }, '2025-03-10')[0]?.state).toBe('done');
  });

  it('asking a general guarantor is useless', () => {
    const [e] = effect({ toPartyId: 'zhao', arrived: 'yes' }, 'general');
    expect(e?.[0]).toBe('none');
    expect(e?.[1]).toContain('须在2025年2月28日前起诉借款人');
  });
});
