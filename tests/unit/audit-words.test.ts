import { describe, expect, it } from 'vitest';
import {
  actionWord,
  detailWords,
  pathWords,
  placeWords,
} from '../../renderer/screens/settings/audit-words.ts';
import { auditActions } from '../../shared/audit.ts';
import { longRoad } from '../fixtures/long-road.ts';

describe('the record of changes in words', () => {
  it.each([
    ['note', '备注'],
    ['transfers.0.amount', '流水第1条的金额'],
    ['transfers.2+', '流水加第3条'],
    ['suit.hearings.1+', '诉讼的开庭加第2条'],
    ['enforcement.distributions.0-', '执行的扣划和分配删第1条'],
    ['propertyClues.0.renewals.0.expires', '财产线索第1条的续封第1条的到期日期'],
  ])('%s: %s', (path, words) => {
    expect(pathWords(path)).toBe(words);
  });

  it.each([
    ['judgment.operativeText', '判决主文'],
    ['judgment.items.0.amount', '判项 第1条 金额'],
    ['suit.hearings.1.place', '开庭 第2条 地点'],
    ['propertyClues.0.description', '财产线索 第1条 描述'],
    ['note', ''],
  ])('a hit in %s is found at %s', (path, words) => {
    expect(placeWords(path)).toBe(words);
  });

  it('no place of the records of suit and enforcement is left in English', () => {
    const paths = (value: unknown, at: string): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([k, v]) => paths(v, `${at}.${k}`))
        : [at];
    const doc = longRoad();
    const all = [
      ...paths(doc.suit, 'suit'),
      ...paths(doc.enforcement, 'enforcement'),
      ...paths(doc.propertyClues, 'propertyClues'),
    ].filter((p) => !p.endsWith('.id'));
    const english = all.map(pathWords).filter((w) => /[A-Za-z]/.test(w));
    expect([...new Set(english)]).toEqual([]);
  });

  it('every action has a word, and upkeep is told in Chinese', () => {
    expect(auditActions.filter((a) => /^[a-z.-]+$/.test(actionWord(a)))).toEqual([]);
    expect(detailWords({ note: 'lprEntries, remind' })).toBe('自己录入的 LPR、到期提醒');
    expect(detailWords({ note: '12 checked, 0 broken' })).toBe('核对 12 个，0 个有问题');
    expect(detailWords({ note: 'by hand' })).toBe('手动');
  });
});
