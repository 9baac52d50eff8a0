import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCase } from '../../shared/case/sample.ts';
import type { PageLines } from '../../shared/find/calls.ts';
import { figuresIn } from '../../shared/find/figures.ts';
import { fold, foldLines } from '../../shared/find/fold.ts';
import { lineHits, pageHits } from '../../shared/find/hits.ts';
import { recordName } from '../../shared/find/names.ts';
import { searchRecords, typedTexts } from '../../shared/find/records.ts';
import { hasAll, terms } from '../../shared/find/terms.ts';

const finds = (query: string, text: string) => hasAll(fold(text).text, terms(query));

describe('folding', () => {
  test('width, case, spaces and thousands make no difference', () => {
    expect(fold('李 娜　ＡＢＣ １，２３４.５６').text).toBe('李娜abc1234.56');
    expect(fold('￥300，000.00元').text).toBe('¥300000.00元');
    // A comma between other figures stays: two numbers, not one.
    expect(fold('12,34').text).toBe('12,34');
    expect(fold('1,2345').text).toBe('1,2345');
  });

  test('every sign knows where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, from } = fold(text);
        expect(from).toHaveLength(folded.length + 1);
        expect([...from].sort((a, b) => a - b)).toEqual([...from]);
        expect(from.at(-1)).toBe(text.length);
      }),
    );
    const { text, from } = fold('甲 乙，1,000元');
    expect('甲 乙，1,000元'.slice(from[text.indexOf('乙')], from[text.indexOf('乙') + 1])).toBe(
      '乙',
    );
  });

  test('a sentence goes on in the next line, figures do not', () => {
    expect(foldLines(['厂里货', '款下个月到', '12', '34', '元']).text).toBe(
      '厂里货款下个月到\n12\n34\n元',
    );
  });
});

describe('queries', () => {
  test.each([
    ['李娜', '借款人：李 娜', true],
    ['李娜', '李明、王娜', false],
    ['300,000', '金额300000.00', true],
    ['300000.00', '转账 300,000 元', true],
    ['300000', '借我30万元', true],
    ['30万', '人民币叁拾万元整', true],
    ['２０２４', '2024年', true],
    ['2024年3月5日', '2024-03-05 14:20', true],
    ['2024-3-5', '二〇二四年三月五日', true],
    ['20240305', '2024.3.5', true],
    ['2024-12-20', '二〇二四年十二月二十日', true],
    ['2024-03-05', '2024-03-06', false],
    ['王哥 借款', '借款……王哥', true],
    ['王哥 还款', '借款……王哥', false],
    ['100%', '100％', true],
    ['_', '甲_乙', true],
  ])('%s in %s: %s', (query, text, expected) => {
    expect(finds(query, text)).toBe(expected);
  });

  test('nothing is asked for by spaces', () => expect(terms(' 　 ')).toEqual([]));
});

test('hits on a page: counted, shown in their line, boxed where they stand', () => {
  const lines = [
    { text: '借款人：李娜', box: [0.1, 0.1, 0.6, 0.05] as const },
    { text: '今收到李', box: [0.1, 0.2, 0.4, 0.05] as const },
    { text: '娜还款', box: [0.1, 0.3, 0.3, 0.05] as const },
  ];
  const hit = pageHits(lines, terms('李娜'));
  expect(hit?.count).toBe(2);
  expect(hit?.excerpt).toEqual({ before: '借款人：', hit: '李娜', after: '' });
  const [first, second, third] = hit?.places ?? [];
  expect(first?.x).toBeCloseTo(0.1 + (0.6 * 4) / 6, 3);
  expect(first?.width).toBeCloseTo((0.6 * 2) / 6, 3);
  // Over the end of a line: one box in each.
  expect(second).toMatchObject({ y: 0.2 });
  expect(third).toMatchObject({ x: 0.1, y: 0.3 });
  expect(pageHits(lines, terms('张三'))).toBeNull();
});

describe('typed records', () => {
  const document = sampleCase('s');
  test('each hit names the field', () => {
    const borrower = document.parties?.findIndex((p) => p.role === 'borrower') ?? -1;
    const name = document.parties?.[borrower]?.name ?? '';
    const hits = searchRecords(document, terms(name));
    expect(hits.map((h) => h.path)).toContain(`parties.${borrower}.name`);
    expect(recordName(document, `parties.${borrower}.name`)).toBe(name);
    expect(searchRecords(document, terms('这几个字哪里都没有'))).toEqual([]);
  });
  test('words in two fields of one record are a hit, in two records not', () => {
    const [a, b] = document.transfers ?? [];
    const both = `${a?.date} ${Number(a?.amount)}`;
    expect(searchRecords(document, terms(both)).some((h) => h.path.startsWith('transfers.0'))).toBe(
      true,
    );
    expect(a?.date).not.toBe(b?.date);
    const across = `${a?.date} ${b?.date}`;
    expect(
      searchRecords(document, terms(across)).some((h) => h.path.startsWith('transfers.')),
    ).toBe(false);
  });
  test('an amount is shown with its thousands apart, in the name of its record too', () => {
    const way = document.transfers?.[0]?.direction === 'in' ? '还回' : '借出';
    for (const query of ['300000', '300,000.00', '30万']) {
      const hit = searchRecords(document, terms(query)).find(
        (h) => h.path === 'transfers.0.amount',
      );
      expect(`${hit?.excerpt.before}${hit?.excerpt.hit}${hit?.excerpt.after}`).toBe('300,000.00');
    }
    expect(recordName(document, 'transfers.0.amount')).toContain(`${way} 300,000.00 元`);
  });
  test('choices of the program are not words of the user', () => {
    const texts = typedTexts(document);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((t) => /\.(role|direction|id|fileIds)$/.test(t.path))).toEqual([]);
  });
});

const page = (...lines: string[]): PageLines[] => [
  { page: 1, source: 'ocr', lines: lines.map((text) => ({ text, box: null })) },
];

describe('dates and amounts in a text', () => {
  const dates = (...lines: string[]) => figuresIn(page(...lines)).dates.map((d) => d.iso);
  const amounts = (...lines: string[]) =>
    figuresIn(page(...lines)).amounts.map((a) => [a.fen, a.capital]);

  test.each([
    ['2024年3月5日', '2024-03-05'],
    ['2024 年 03 月 05 日', '2024-03-05'],
    ['交易时间 2024-03-05 14:20:11', '2024-03-05'],
    ['交易时间2024-03-0514:20:11', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二O二四年十二月二十一日', '2024-12-21'],
    ['〇二〇二四年三月五日', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
  ])('%s', (text, iso) => expect(dates(text)).toEqual([iso]));

  test.each(['2024年13月5日', '2024年3月', '110101198503071234', '6222-02-03'])(
    'no date in %s',
    (text) => expect(dates(text)).toEqual([]),
  );

  test.each([
    ['¥300,000.00', 30_000_000, false],
    ['￥300，000', 30_000_000, false],
    ['金额：300,000.00', 30_000_000, false],
    ['再借我30万元周转', 30_000_000, false],
    ['1.5万', 1_500_000, false],
    ['5000元', 500_000, false],
    ['三十万元', 30_000_000, false],
    ['一万二千元', 1_200_000, false],
    ['叁拾万元整', 30_000_000, true],
    ['人民币壹万贰仟叁佰元伍角整', 1_230_050, true],
  ])('%s', (text, fen, capital) => expect(amounts(text)).toEqual([[fen, capital]]));

  test.each(['月利率1.50%', '110101198503071234', '尾号6789', '第3页', '14:32'])(
    'no amount in %s',
    (text) => expect(amounts(text)).toEqual([]),
  );

  test('大写 over the end of a line, both ways of the same sum', () => {
    const found = figuresIn(page('今借到王建国人民币叁拾', '万元整（¥300,000.00），用于经营'));
    expect(found.amounts.map((a) => [a.written, a.fen])).toEqual([
      ['人民币叁拾万元整', 30_000_000],
      ['¥300000.00', 30_000_000],
    ]);
    expect(found.differ).toEqual([]);
  });

  test('大写 and digits that differ are both shown, and said to differ', () => {
    const { amounts: all, differ } = figuresIn(page('人民币叁拾万元整（¥30,000.00）'));
    expect(all.map((a) => a.fen)).toEqual([30_000_000, 3_000_000]);
    expect(differ).toMatchObject([{ digits: { fen: 3_000_000 }, capital: { fen: 30_000_000 } }]);
  });

  test('a date and an amount side by side stay apart', () => {
    const row = figuresIn(page('2024-03-05 300,000.00 6222020200012345678'));
    expect(row.dates.map((d) => d.iso)).toEqual(['2024-03-05']);
    expect(row.amounts.map((a) => a.fen)).toEqual([30_000_000]);
  });

  test('a value that occurs again is proposed once', () => {
    expect(dates('2024年3月5日', '二〇二四年三月五日')).toEqual(['2024-03-05']);
  });
});

test('in a text the hits are lit where they stand, one that goes on in the next line as one', () => {
  const lines = ['李娜：下个月到', '账，李 娜 还 300,000 元', '', '三十万'];
  const lit = (query: string) =>
    lineHits(lines, terms(query)).map((h) => `${h.hit}:${lines[h.line]?.slice(h.start, h.end)}`);
  expect(lit('李娜')).toEqual(['0:李娜', '1:李 娜']);
  expect(lit('月到账')).toEqual(['0:月到', '0:账']);
  expect(lit('300000')).toEqual(['0:300,000']);
  expect(lit('赵六')).toEqual([]);
});
