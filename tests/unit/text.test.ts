import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseDate, printDate } from '../../shared/text/chinese-date.ts';
import {
  checkCreditCode,
  checkIdNumber,
  checkMobile,
  creditCodeChecksum,
  idChecksum,
} from '../../shared/text/identity.ts';
import { formatAmount, formatShort, parseAmount, yuan, yuanText } from '../../shared/text/money.ts';
import { chineseNumber, parseChineseNumber } from '../../shared/text/numerals.ts';
import { parseRmb, rmb, rmbPrinted } from '../../shared/text/rmb.ts';

describe('uppercase amounts, conventions A', () => {
  it.each([
    [140950, '壹仟肆佰零玖元伍角', ['壹仟肆佰零玖元伍角整']],
    [600714, '陆仟零柒元壹角肆分', []],
    [168032, '壹仟陆佰捌拾元零叁角贰分', ['壹仟陆佰捌拾元叁角贰分']],
    [1640902, '壹万陆仟肆佰零玖元零贰分', []],
    [32504, '叁佰贰拾伍元零肆分', []],
    [30000000, '叁拾万元整', []],
    [580000, '伍仟捌佰元整', []],
    [202000, '贰仟零贰拾元整', []],
    [193333, '壹仟玖佰叁拾叁元叁角叁分', []],
    [345205, '叁仟肆佰伍拾贰元零伍分', []],
    [100000100, '壹佰万零壹元整', []],
    [30, '叁角整', ['叁角']],
    [0, '零元整', []],
    [1, '壹分', []],
    [10005000000, '壹亿零伍万元整', []],
    [10000000100, '壹亿零壹元整', []],
    [10000100000, '壹亿零壹仟元整', ['壹亿壹仟元整']],
  ])('%i fen', (fen, text, alternatives) => {
    expect(rmb(fen)).toEqual({ text, alternatives });
  });

  it('107,000.53 has both readings of the annex', () => {
    const r = rmb(10700053);
    expect(r.text).toBe('壹拾万柒仟元零伍角叁分');
    expect(r.alternatives).toContain('壹拾万零柒仟元伍角叁分');
  });

  it('reads back what it writes, every reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (fen) => {
        const { text, alternatives } = rmb(fen);
        for (const t of [text, ...alternatives]) expect(parseRmb(`人民币${t}`)).toBe(fen);
        expect(text).not.toMatch(/零零|零元|零万|零亿/);
      }),
    );
  });

  it('refuses what is not an amount', () => {
    expect(() => rmb(-1)).toThrow(RangeError);
    expect(() => rmb(1.5)).toThrow(RangeError);
    expect(parseRmb('叁拾万圆正')).toBe(30000000);
    for (const bad of ['', '叁拾', '三十万元整', '叁叁元整', '零叁拾万元整']) {
      expect(parseRmb(bad)).toBeUndefined();
    }
    expect(rmbPrinted(30000000)).toBe('人民币叁拾万元整');
  });
});

describe('amounts', () => {
  it('formats for papers', () => {
    expect(yuan(30000000)).toBe('300000.00');
    expect(yuan(5)).toBe('0.05');
    expect(formatAmount(123456789)).toBe('1,234,567.89');
    expect(formatShort(30000000)).toBe('300,000');
    expect(yuanText(193333)).toBe('1,933.33元');
    expect(formatAmount(10000)).toBe('100.00');
  });

  it.each([
    ['30万', 30000000],
    ['3,000.5', 300050],
    ['３０００００', 30000000],
    ['１２，３４５．６０', 1234560],
    ['¥300,000.00元', 30000000],
    ['人民币30万元整', 30000000],
    ['1.5亿', 15000000000],
    ['0.01', 1],
    ['3.123万', 3123000],
    ['10.50000', 1050],
  ])('reads %s', (text, fen) => {
    expect(parseAmount(text)).toEqual({ ok: true, fen });
  });

  it.each(['', 'abc', '-1', '1.234', '3,00', '1,2345', '1e5', '10000亿', '三十万', '1.23456789万'])(
    'refuses %s with a reason',
    (text) => {
      const r = parseAmount(text);
      expect(r.ok).toBe(false);
      if (!r.ok) expect(r.message).toMatch(/\p{Script=Han}/u);
    },
  );

  it('reads back every format', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
        for (const text of [yuan(fen), formatAmount(fen), yuanText(fen)]) {
          expect(parseAmount(text)).toEqual({ ok: true, fen });
        }
      }),
    );
  });
});

describe('numerals', () => {
  it('counts as statutes do', () => {
    expect([10, 11, 20, 28, 110, 250, 264, 1064, 9999].map(chineseNumber)).toEqual([
      '十',
      '十一',
      '二十',
      '二十八',
      '一百一十',
      '二百五十',
      '二百六十四',
      '一千零六十四',
      '九千九百九十九',
    ]);
    expect(() => chineseNumber(0)).toThrow(RangeError);
  });
  it('round trip', () => {
    for (let n = 1; n <= 9999; n++) expect(parseChineseNumber(chineseNumber(n))).toBe(n);
    expect(parseChineseNumber('二〇二四')).toBe(2024);
    for (const bad of ['', '十百', '百', '一二十', '三x']) {
      expect(parseChineseNumber(bad)).toBeUndefined();
    }
  });
});

describe('dates as people write them', () => {
  it.each([
    '2024年3月1日',
    '2024年03月01日',
    '二〇二四年三月一日',
    '二零二四年三月一号',
    '2024.3.1',
    '2024-03-01',
    '2024/3/1',
    '20240301',
    '２０２４年３月１日',
    '2024 年 3 月 1 日',
    '24年3月1日',
    '二四年三月一日',
    '2024年3月1日 10:30',
    '2024-03-01T00:00:00Z',
    '2024年3月1日（星期五）',
    '202431',
  ])('%s', (text) => {
    expect(parseChineseDate(text)).toMatchObject({ valid: true, iso: '2024-03-01' });
  });

  it('names the other readings of a short year', () => {
    expect(parseChineseDate('24.3.1')).toEqual({
      valid: true,
      iso: '2024-03-01',
      alternatives: ['2001-03-24'],
    });
    expect(parseChineseDate('3/1/2024').alternatives).toEqual(['2024-01-03']);
    expect(parseChineseDate('3.1.24').iso).toBe('2024-03-01');
    expect(parseChineseDate('2024121')).toEqual({
      valid: true,
      iso: '2024-12-01',
      alternatives: ['2024-01-21'],
    });
  });

  it.each([
    '2024年2月30日',
    '2023.2.29',
    '20241301',
    '',
    '农历正月初一',
    '2024年3月',
    '昨天',
    '99',
  ])('refuses %s with a reason', (text) => {
    const r = parseChineseDate(text);
    expect(r.valid).toBe(false);
    expect(r.reason).toMatch(/\p{Script=Han}/u);
  });

  it('reads numerals of long dates', () => {
    expect(parseChineseDate('二〇一九年十二月三十一日').iso).toBe('2019-12-31');
    expect(parseChineseDate('二〇二〇年十月二十日').iso).toBe('2020-10-20');
    expect(parseChineseDate('1985.9.8').iso).toBe('1985-09-08');
    expect(printDate('2026-03-06')).toBe('2026年3月6日');
  });
});

describe('identity numbers', () => {
  it('reads birth date and sex', () => {
    expect(checkIdNumber('11010519491231002X')).toEqual({
      valid: true,
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(checkIdNumber('11010519491231002x').valid).toBe(true);
    expect(checkIdNumber('440524188001010014').valid).toBe(false);
  });

  it.each([
    ['110105491231002', '15位'],
    ['110105194912310021', '校验位'],
    ['11010519490231002X', '出生日期'],
    ['99', '18位'],
    ['110101********0019', '遮住'],
    ['00010519491231002X', '省份'],
  ])('%s: %s', (value, words) => {
    const r = checkIdNumber(value);
    expect(r.valid).toBe(false);
    expect(r.reason).toContain(words);
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 100, max: 999 }),
        (at, by, serial) => {
          const first = `37010219850908${serial}`;
          const id = first + idChecksum(first);
          expect(checkIdNumber(id).valid).toBe(true);
          const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
          expect(checkIdNumber(wrong).valid).toBe(false);
        },
      ),
    );
  });

  it('checks credit codes (GB 32100)', () => {
    expect(checkCreditCode('91350100M000100Y43').valid).toBe(true);
    expect(checkCreditCode('91350100m000100y43').valid).toBe(true);
    expect(checkCreditCode('91350100M000100Y44').reason).toContain('校验位');
    expect(checkCreditCode('91350100M0001O0Y43').reason).toContain('O');
    expect(checkCreditCode('110000000000000').reason).toContain('15位');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        const first = `91370100${String(n).padStart(9, '0')}`;
        expect(checkCreditCode(first + creditCodeChecksum(first)).valid).toBe(true);
      }),
    );
  });

  it('normalises mobile numbers', () => {
    for (const v of [
      '13800000001',
      '+86 138 0000 0001',
      '１３８００００００01',
      '86-138-0000-0001',
      '0086 13800000001',
    ]) {
      expect(checkMobile(v)).toEqual({ valid: true, normalised: '13800000001' });
    }
    for (const [v, words] of [
      ['1380000000', '11位'],
      ['12800000001', '号段'],
      ['010-88888888', '座机'],
      ['138××××0001', '遮住'],
      ['abc', '数字'],
    ] as const) {
      expect(checkMobile(v).reason).toContain(words);
    }
  });
});
