import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../renderer/screens/overview/timeline-events.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { deadlinesOf } from '../../shared/law/deadlines.ts';
import { longRoad } from '../fixtures/long-road.ts';

const TODAY = '2026-11-21';

function shown(document = longRoad(), today = TODAY) {
  const parsed = parseCase(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const deadlines = deadlinesOf(parsed.case, today).map((d) => ({ ...d, was: null }));
  return timelineOf(parsed.case, deadlines);
}

/** Every date of a document, by path. */
function dates(value: unknown, path = ''): [path: string, date: string][] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => dates(v, path ? `${path}.${key}` : key));
}

describe('the timeline', () => {
  it('has every dated record of suit and enforcement', () => {
    const all = shown();
    const on = new Set(all.map((e) => e.date));
    const doc = longRoad();
    const records = dates({
      suit: doc.suit,
      judgment: { decidedOn: doc.judgment?.decidedOn, services: doc.judgment?.services },
      enforcement: doc.enforcement,
      propertyClues: doc.propertyClues,
    });
    // Ends are limits, shown by their own dates; the rest is a detail of the event beside it.
    const detail =
      /expires$|Expires$|dueOn$|lastDue$|signedOn$|receivedOn$|servedOn$|ruledOn$|services\.\d+\.date$/i;
    const missed = records.filter(([path, date]) => !on.has(date) && !detail.test(path));
    expect(missed).toEqual([]);
    expect(records.length).toBeGreaterThan(40);
  });

  it('puts each kind into its lane, and a distribution’s money on the day that counts', () => {
    const all = shown();
    const find = (text: string) => all.find((e) => e.text.includes(text));
    expect(find('拍卖、变卖 50,000 元')).toMatchObject({ lane: 'money', date: '2026-11-02' });
    expect(all.filter((e) => e.text.includes('50,000'))).toHaveLength(1);
    expect(find('调解，没有谈成')).toMatchObject({ lane: 'contact' });
    expect(find('开庭 09:30')).toMatchObject({ lane: 'procedure' });
    expect(find('李某上诉')).toMatchObject({ lane: 'procedure', date: '2026-06-26' });
    expect(find('二审：维持原判')).toMatchObject({ date: '2026-07-20' });
    expect(find('续封：小型轿车，号牌甲A×××88，到 2030-10-11')).toMatchObject({
      date: '2028-10-08',
    });
  });

  it('gives each limit its rule, and what it was before it moved', () => {
    const parsed = parseCase(longRoad());
    if (!parsed.ok) throw new Error('broken fixture');
    const deadlines = deadlinesOf(parsed.case, TODAY).map((d) => ({
      ...d,
      was: d.id === 'seizure-c1' ? '2028-10-04' : null,
    }));
    const limits = timelineOf(parsed.case, deadlines).filter((e) => e.lane === 'limit');
    const seizure = limits.find((e) => e.text.includes('申请续封：小型轿车'));
    expect(seizure).toMatchObject({ date: '2030-10-04', was: '2028-10-04' });
    expect(limits.filter((e) => e.why).every((e) => e.article)).toBe(true);
    expect(limits.filter((e) => e.why)).toHaveLength(2);
  });

  it('opens every event where it was entered', () => {
    const doc = longRoad() as unknown as Record<string, unknown>;
    const at = (path: string) =>
      path
        .split('.')
        .reduce<unknown>((v, k) => (v as Record<string, unknown> | undefined)?.[k], doc);
    const lost = shown()
      .filter((e) => e.lane !== 'limit')
      .filter((e) => at(e.path) === undefined)
      .map((e) => e.path);
    expect(lost).toEqual([]);
  });
});
