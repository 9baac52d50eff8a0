/**
 * The conduct guard as one table: every rule with a contact it speaks of and a near one it lets pass, whether
 * it is binding law or good practice, and the source it names. The sources are those of the statutes named in
 * the rules on lawful dunning; a private lender is not bound by the industry's guides.
 */
import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { type ConductRule, type Contact, guard } from '../../shared/law/conduct.ts';

/** Every rule there is; a new one does not compile until it stands here. */
const ALL: Record<ConductRule, true> = {
  hours: true,
  frequency: true,
  harassment: true,
  stopRequest: true,
  thirdParty: true,
  group: true,
  public: true,
  workplace: true,
  relatives: true,
  disclosure: true,
  guarantorEarly: true,
  violence: true,
  vagueThreat: true,
  exposure: true,
  tellOthers: true,
  arrest: true,
  listing: true,
  insult: true,
  restraint: true,
  courtLike: true,
  impersonation: true,
  falseCaseNumber: true,
  overCap: true,
  overOwed: true,
  tracking: true,
  illegalDebt: true,
};

function read(d: CaseDocument): Case {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}

/** The sample before any suit, without demands; a joint guarantor and a colleague stand by. */
function before(): Case {
  const { schema, version, id, parties, loans, transfers } = sampleCase();
  const [loan] = loans ?? [];
  if (!loan) throw new Error('no loan');
  return read({
    schema,
    version,
    id,
    parties: [
      ...(parties ?? []),
      { id: 'zhao', kind: 'person', role: 'guarantor', name: '赵某' },
      { id: 'sun', kind: 'person', role: 'thirdPerson', name: '孙某' },
    ],
    loans: [{ ...loan, guarantees: [{ id: 'g1', partyId: 'zhao', kind: 'joint' }] }],
    transfers: transfers ?? [],
  });
}

const contact = (x: Partial<Contact> = {}): Contact => ({
  id: 'new',
  date: '2025-06-18',
  time: '10:00',
  channel: 'wechat',
  toPartyId: 'li',
  audience: 'self',
  content: '请归还30万元借款。',
  ...x,
});
const says = (content: string): Partial<Contact> => ({ content });
const many = (n: number, x: Partial<Contact>) =>
  Array.from({ length: n }, (_, i) => contact({ id: `p${i}`, ...x }));

const PEACE = '治安管理处罚法第五十条';
const PRIVACY = '民法典第一千零三十二条';
const QUIET = '民法典第一千零三十三条';
const NAME = '民法典第一千零二十四条';
const GBT = 'GB/T 45251-2025';
const BANKS = '银行业协会催收工作指引';
const OWN = '本软件的稳妥做法';
const FALSE_IDENTITY = '治安管理处罚法第六十二条';

interface Row {
  rule: ConductRule;
  level: 'law' | 'practice';
  bad: Partial<Contact>;
  good: Partial<Contact>;
  sources: string[];
  /** Other contacts of the case: for the bad contact, and for the good one. */
  past?: [Contact[], Contact[]];
}

const ROWS: Row[] = [
  {
    rule: 'hours',
    level: 'practice',
    bad: { time: '22:30' },
    good: { time: '21:00' },
    sources: [GBT, BANKS],
  },
  {
    rule: 'hours',
    level: 'practice',
    bad: { time: '21:30' },
    good: { time: '08:00' },
    sources: [OWN],
  },
  {
    rule: 'frequency',
    level: 'practice',
    bad: { channel: 'call', arrived: 'yes' },
    good: { channel: 'call', arrived: 'yes' },
    past: [
      many(3, { channel: 'call', arrived: 'yes' }),
      many(3, { channel: 'call', arrived: 'yes', date: '2025-06-10' }),
    ],
    sources: [GBT, OWN],
  },
  {
    rule: 'frequency',
    level: 'practice',
    bad: { channel: 'letter' },
    good: { channel: 'letter' },
    past: [
      many(1, { channel: 'letter', date: '2025-06-12' }),
      many(1, { channel: 'letter', date: '2025-06-11' }),
    ],
    sources: [OWN],
  },
  {
    rule: 'harassment',
    level: 'law',
    bad: {},
    good: {},
    past: [many(5, {}), many(4, {})],
    sources: [PEACE, QUIET],
  },
  {
    rule: 'stopRequest',
    level: 'practice',
    bad: {},
    good: {},
    past: [
      many(1, { date: '2025-06-01', answer: '请勿再打电话' }),
      many(1, { date: '2025-06-01', answer: '月底打电话给我' }),
    ],
    sources: [OWN, QUIET],
  },
  {
    rule: 'thirdParty',
    level: 'law',
    bad: { toPartyId: 'sun' },
    good: { toPartyId: 'zhao' },
    sources: [PRIVACY, QUIET],
  },
  {
    rule: 'group',
    level: 'law',
    bad: { audience: 'group' },
    good: { audience: 'self' },
    sources: [PRIVACY, QUIET, PEACE, '个人信息保护法第二十五条'],
  },
  {
    rule: 'public',
    level: 'law',
    bad: { audience: 'public' },
    good: { audience: 'self' },
    sources: [PEACE, NAME, PRIVACY, '个人信息保护法第二十五条'],
  },
  {
    rule: 'workplace',
    level: 'law',
    bad: { audience: 'workplace' },
    good: { audience: 'self' },
    sources: [PRIVACY, QUIET],
  },
  {
    rule: 'relatives',
    level: 'law',
    bad: { audience: 'relative' },
    good: { audience: 'self' },
    sources: [PRIVACY, QUIET],
  },
  {
    rule: 'relatives',
    level: 'practice',
    bad: { audience: 'relative', content: '请转告李某给王某回个电话。' },
    good: { audience: 'self', content: '请给我回个电话。' },
    sources: [BANKS, OWN],
  },
  {
    rule: 'disclosure',
    level: 'law',
    bad: { audience: 'group', content: '李某110101198509080036欠款' },
    good: { audience: 'self', content: '李某110101198509080036欠款' },
    sources: ['个人信息保护法第二十五条', '个人信息保护法第二十八条', '民法典第一千零三十四条'],
  },
  {
    rule: 'guarantorEarly',
    level: 'practice',
    bad: { toPartyId: 'zhao', date: '2024-02-29' },
    good: { toPartyId: 'zhao', date: '2024-03-01' },
    sources: [OWN, '民法典第六百八十八条'],
  },
  {
    rule: 'violence',
    level: 'law',
    bad: says('再不还钱就打断你的腿'),
    good: says('我腿受了伤，要用钱看病，请归还借款'),
    sources: [PEACE, '治安管理处罚法第五十一条', '刑法第二百九十三条'],
  },
  {
    rule: 'vagueThreat',
    level: 'practice',
    bad: says('不还的话后果自负'),
    good: says('不还的话我将向法院起诉'),
    sources: [OWN, PEACE],
  },
  {
    rule: 'exposure',
    level: 'law',
    bad: says('明天就把你曝光'),
    good: says('我不会把借条曝光'),
    sources: [PEACE, PRIVACY, NAME, '个人信息保护法第二十五条'],
  },
  {
    rule: 'tellOthers',
    level: 'law',
    bad: says('我这就告诉你老婆'),
    good: says('我没有告诉你老婆'),
    sources: [PRIVACY, QUIET, PEACE],
  },
  {
    rule: 'arrest',
    level: 'law',
    bad: says('不还钱就等着坐牢'),
    good: says('不还钱我就去法院起诉'),
    sources: [PEACE],
  },
  {
    rule: 'arrest',
    level: 'law',
    bad: says('你会被拘留'),
    good: says('法院会依法判决'),
    sources: [PEACE, '刑法第三百一十三条'],
  },
  {
    rule: 'listing',
    level: 'practice',
    bad: says('再不还就把你列入失信名单'),
    good: says('请守信用，按期归还'),
    sources: ['失信名单规定第一条', OWN],
  },
  {
    rule: 'insult',
    level: 'law',
    bad: says('你这个老赖'),
    good: says('请您按借条归还'),
    sources: [PEACE, NAME],
  },
  {
    rule: 'restraint',
    level: 'law',
    bad: says('明天上门堵你'),
    good: says('明天方便的话我们在银行门口见面'),
    sources: ['治安管理处罚法第四十七条', '刑法第二百三十八条第三款', '刑法第二百四十五条'],
  },
  {
    rule: 'courtLike',
    level: 'law',
    bad: says('这是法院通知'),
    good: says('这是催收通知'),
    sources: [FALSE_IDENTITY],
  },
  {
    rule: 'courtLike',
    level: 'practice',
    bad: says('这是最后通牒'),
    good: says('这是最后一次提醒'),
    sources: [BANKS, OWN],
  },
  {
    rule: 'impersonation',
    level: 'law',
    bad: says('我是派出所民警'),
    good: says('我是出借人王某'),
    sources: [FALSE_IDENTITY],
  },
  {
    rule: 'falseCaseNumber',
    level: 'law',
    bad: says('案号（2026）甲0104民初1234号'),
    good: says('借条编号2023-03-01'),
    sources: [FALSE_IDENTITY],
  },
  {
    // 2% a month is 24% a year; formed 2023-03-01 the cap is 4 × 3.65% = 14.6%.
    rule: 'overCap',
    level: 'law',
    bad: says('按月息2分算'),
    good: says('按年利率14.6%算'),
    sources: ['民间借贷规定第二十五条', '民间借贷规定第二十九条'],
  },
  {
    rule: 'overOwed',
    level: 'law',
    bad: says('请还35万元'),
    good: says('请还30万元'),
    sources: ['民间借贷规定第二十五条', '民间借贷规定第二十九条'],
  },
  {
    rule: 'tracking',
    level: 'law',
    bad: says('我已经定位到你了'),
    good: says('请发个定位，我们见面谈'),
    sources: [PEACE, '治安管理处罚法第五十六条', '刑法第二百五十三条之一', '个人信息保护法第十条'],
  },
  {
    // 5% a month is 60% a year, and force with it.
    rule: 'illegalDebt',
    level: 'law',
    bad: says('月息5分一分不能少，不然打断你的腿'),
    good: says('月息5分一分不能少'),
    sources: ['刑法第二百九十三条之一'],
  },
];

describe('every rule of the guard', () => {
  const c = before();
  const of = (x: Partial<Contact>, past: Contact[], rule: ConductRule) =>
    guard(contact(x), past, c, 30_000_000).find((f) => f.rule === rule);

  it.each(ROWS)('$rule ($level): %#', ({ rule, level, bad, good, sources, past }) => {
    const found = of(bad, past?.[0] ?? [], rule);
    expect(found?.level).toBe(level);
    for (const source of sources) expect(found?.source).toContain(source);
    // Nothing but these is named: a guide is never given out as law, nor an article added.
    const rest = sources.reduce((s, one) => s.replace(one, ''), found?.source ?? '');
    expect(rest.replace(/（[^）]*）|、|；|参照/g, '')).toBe('');
    expect(found?.text).toMatch(/。$/);
    expect(found?.proposal).not.toBe('');
    expect(of(good, past?.[1] ?? [], rule)).toBeUndefined();
  });

  it('stands in the table', () => {
    const tried = new Set(ROWS.map((r) => r.rule));
    expect(Object.keys(ALL).filter((rule) => !tried.has(rule as ConductRule))).toEqual([]);
    expect(tried.size).toBe(26);
  });

  it('binding law rests on an article, good practice on a guide or on the app’s own caution', () => {
    for (const { rule, level, bad, past } of ROWS) {
      const source = of(bad, past?.[0] ?? [], rule)?.source ?? '';
      const soft = new RegExp(`${GBT}|${BANKS}|${OWN}`).test(source);
      expect(soft, `${rule}: ${source}`).toBe(level === 'practice');
      if (level === 'law') expect(source, rule).toMatch(/第.+条/);
    }
  });
});
