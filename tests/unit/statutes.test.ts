import { describe, expect, it } from 'vitest';
import {
  articleNote,
  articlesOf,
  cite,
  citeCpl,
  citeFull,
  citeOld,
  cpl,
  cplFromOld,
  cplNumber,
  cplSubjects,
  statute,
  statuteIds,
  statuteName,
} from '../../shared/law/statutes.ts';

describe('citations', () => {
  it('prints short and full forms', () => {
    expect(cite('lending', 28, 2, 1)).toBe('民间借贷规定第二十八条第二款第一项');
    expect(citeFull('lending', 28)).toBe(
      '《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十八条',
    );
    expect(cite('civilCode', 1064)).toBe('民法典第一千零六十四条');
    expect(cite('criminal', '253-1')).toBe('刑法第二百五十三条之一');
    expect(cite('delayInterest', 1)).toBe('迟延利息解释第一条');
    expect(statuteName('dishonest')).toContain('法释〔2017〕7号');
  });

  it('refuses an article that is not registered, in every statute', () => {
    for (const id of statuteIds) expect(() => cite(id, 9998)).toThrow(/不能引用/);
    expect(() => citeFull('lending', 32)).toThrow(/不能引用/);
  });

  it('cites the 2015 text only with its number, and never the text of August 2020', () => {
    expect(citeOld('lending', '2015', 26)).toBe('民间借贷规定（法释〔2015〕18号）第二十六条');
    expect(() => citeOld('lending', '2020-08', 26)).toThrow();
    expect(() => citeOld('lending', '2020-12', 26)).toThrow();
    expect(() => citeOld('dishonest', '2013', 1)).toThrow();
  });

  it('shows official words only where they are on record', () => {
    expect(articleNote('lending', 3).quote).toContain('接受货币一方所在地');
    expect(articleNote('lending', 30).quote).toBeUndefined();
  });
});

describe('rules 0.1: renumbering of the Civil Procedure Law', () => {
  it.each([
    ['enforcementTimeLimit', 239, 246, 250],
    ['queryFreeze', 242, 249, 253],
    ['delayInterest', 253, 260, 264],
    ['exitBanCreditPublicity', 255, 262, 266],
    ['paymentOrder', 214, 221, 225],
    ['defaultJudgment', 144, 147, 147],
    ['agreedCourt', 34, 35, 35],
    ['noticeService', 92, 95, 95],
  ] as const)('%s: %i, %i, %i', (subject, n2012, n2021, n2023) => {
    expect(cplNumber(subject, '2021-12-31')).toBe(n2012);
    expect(cplNumber(subject, '2022-01-01')).toBe(n2021);
    expect(cplNumber(subject, '2023-12-31')).toBe(n2021);
    expect(cplNumber(subject, '2024-01-01')).toBe(n2023);
    expect(cplNumber(subject)).toBe(n2023);
  });

  it('prints today’s number by subject', () => {
    expect(cpl('enforcementTimeLimit')).toBe('第二百五十条');
    expect(cpl('enforcementTimeLimit', '2015-05-01')).toBe('第二百三十九条');
    expect(citeCpl('delayInterest')).toBe('民事诉讼法第二百六十四条');
    for (const s of cplSubjects) expect(citeCpl(s)).toMatch(/^民事诉讼法第.+条$/);
    expect(() => cpl('periods', '2015-01-01')).toThrow();
    expect(() => cpl('domicile', '2012-12-31')).toThrow();
  });

  it('trap 13: maps the old numbers that interpretations quote', () => {
    expect(cplFromOld('2012', 253)).toBe(264);
    expect(cplFromOld('2021', 260)).toBe(264);
    expect(cplFromOld('2021', 221)).toBe(225);
    expect(cplFromOld('2021', 9999)).toBeUndefined();
  });
});

describe('rules 0.2: the two wrong numbers in circulation', () => {
  it('“242 for querying assets” was right only until 2021-12-31', () => {
    expect(cplNumber('queryFreeze', '2021-12-31')).toBe(242);
    expect(cplNumber('queryFreeze', '2022-06-01')).not.toBe(242);
    expect(cplNumber('queryFreeze')).toBe(253);
    expect(articleNote('cpl', 242).gist).toContain('执行担保');
  });

  it('“249 for the dishonest list” was never right', () => {
    for (const d of ['2015-01-01', '2022-06-01', '2024-06-01']) {
      expect(cplNumber('exitBanCreditPublicity', d)).not.toBe(249);
    }
    expect(cplNumber('delivery', '2015-01-01')).toBe(249);
    expect(cplNumber('queryFreeze', '2022-06-01')).toBe(249);
    expect(articleNote('cpl', 249).gist).toContain('公证债权文书');
    expect(cite('dishonest', 1)).toBe('失信名单规定第一条');
    expect(cite('cplInterp', 516)).toBe('民诉法解释第五百一十六条');
  });
});

describe('registry data', () => {
  it('has unique CPL numbers, sources everywhere, and version ranges without overlap', () => {
    const numbers = cplSubjects.map((s) => cplNumber(s));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const id of statuteIds) {
      const { versions, short, full } = statute(id);
      expect(short.length).toBeGreaterThan(1);
      expect(full.length).toBeGreaterThanOrEqual(short.length - 1);
      expect(articlesOf(id).length).toBeGreaterThan(0);
      let last = '';
      for (const v of versions) {
        expect(v.source.length).toBeGreaterThan(1);
        expect(v.from > last).toBe(true);
        if (v.to !== undefined) expect(v.to > v.from).toBe(true);
        last = v.to ?? '9999-12-31';
      }
    }
  });
});
