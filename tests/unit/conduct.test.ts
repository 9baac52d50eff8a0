import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { type ConductRule, type Contact, guard, reword } from '../../shared/law/conduct.ts';
import { WORD_RULES } from '../../shared/law/conduct-words.ts';

const read = (d: CaseDocument): Case => {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};

/** The sample before the suit, without its demands; a guarantor and a colleague stand by. */
function early(): CaseDocument {
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
      { id: 'sun', kind: 'person', role: 'thirdPerson', name: '孙某' },
    ],
    loans: [{ ...loan, guarantees: [{ id: 'g1', partyId: 'zhao', kind: 'joint' }] }],
    transfers: doc.transfers ?? [],
  };
}

const before = read(early());
const sued = read({ ...early(), suit: sampleCase().suit ?? {} });
const decided = read(sampleCase());

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
const rulesOf = (x: Partial<Contact>, c: Case = before, history: Contact[] = []) =>
  guard(contact(x), history, c, 30_000_000).map((f) => f.rule);

/** Wording, rule, level before the suit, and how the same matter is put lawfully. */
const WORDS: [ConductRule, 'law' | 'practice', string, string][] = [
  ['violence', 'law', '再不还钱打断你的腿', '再不还钱我只好去法院'],
  ['violence', 'law', '小心你孩子', '希望您孩子早日康复'],
  ['violence', 'law', '我找人收拾你', '您收拾好仓库再谈'],
  ['restraint', 'law', '明天上门堵你', '明天方便的话我上门取借条'],
  ['restraint', 'law', '不还钱就扣你的车', '您卖车还款也可以'],
  ['restraint', 'law', '去你公司闹', '去您公司附近的茶馆谈'],
  ['exposure', 'law', '我要把你曝光', '我不会曝光您'],
  ['exposure', 'law', '把借条发到朋友圈', '我没有发到朋友圈'],
  ['exposure', 'law', '让全村人都知道你欠钱', '只有我们两个人知道'],
  ['tellOthers', 'law', '我这就告诉你老婆', '我不会告诉您的家人'],
  ['tellOthers', 'law', '打电话给你们单位', '请您联系您的家人想想办法'],
  ['arrest', 'law', '不还钱就等着坐牢', '下午坐车过来面谈'],
  ['arrest', 'law', '我马上报警抓你', '请抓紧时间'],
  ['arrest', 'law', '你会被司法拘留', '请回复'],
  ['listing', 'practice', '再不还就把你列入失信名单', '请守信用按期归还'],
  ['listing', 'practice', '让你上征信', '征得您同意后我再安排'],
  ['insult', 'law', '你这个老赖', '您并不是骗子，我相信您'],
  ['insult', 'law', '你他妈的还钱', '您妈妈身体好些了吗'],
  ['insult', 'law', '不要脸', '不要有压力'],
  ['courtLike', 'law', '这是法院通知', '我会向法院起诉'],
  ['courtLike', 'law', '传票明天寄到', '催款函明天寄到'],
  ['courtLike', 'practice', '这是最后通牒', '这是最后一次提醒'],
  ['impersonation', 'law', '我是派出所民警', '我们可以到派出所旁边的银行'],
  ['impersonation', 'law', '我是李律师，代理此案', '律师建议我们先协商'],
  ['tracking', 'law', '我已经定位到你了', '物流跟踪单号发您'],
  ['tracking', 'law', '花钱查了你的底', '请查收'],
  ['tracking', 'law', '我有你的通讯录', '这是我的联系方式'],
  ['vagueThreat', 'practice', '后果自负', '逾期我将起诉'],
  ['vagueThreat', 'practice', '别怪我对你不客气', '不客气，应该的'],
];

describe('wording', () => {
  it.each(WORDS)('%s (%s): %s ≠ %s', (rule, level, bad, good) => {
    const found = guard(contact({ content: bad }), [], before).find((f) => f.rule === rule);
    expect(found).toMatchObject({ rule, level });
    expect(bad).toContain(found?.found?.words);
    expect(bad.indexOf(found?.found?.words ?? '?')).toBe(found?.found?.at);
    expect(found?.proposal).not.toBe('');
    expect(found?.source).toMatch(level === 'law' ? /第.+条/ : /做法|指引|规定/);
    expect(guard(contact({ content: good }), [], before)).toEqual([]);
  });

  it('tries every row of the table', () => {
    const tried = new Set(WORDS.map(([rule, level]) => `${rule} ${level}`));
    expect(WORD_RULES.map((r) => `${r.rule} ${r.level}`).filter((k) => !tried.has(k))).toEqual([]);
  });

  it('a negation far away does not excuse a threat', () => {
    expect(rulesOf({ content: '你不还钱就曝光你' })).toContain('exposure');
    expect(rulesOf({ content: '不还，打断你的腿' })).toContain('violence');
    expect(rulesOf({ content: '不是我不讲情面，我要告诉你老婆' })).toContain('tellOthers');
  });

  it('court papers may be spoken of once a suit is filed; listing once a judgment is in force', () => {
    const on = { date: '2026-04-01', content: '法院传票会送到您家，请按时到庭。' };
    expect(rulesOf(on, before)).toEqual(['courtLike']);
    expect(rulesOf(on, sued)).toEqual([]);
    const list = {
      date: '2026-08-01',
      content: '判决已经生效，拒不履行的，法院可以限制消费、拘留，并列入失信名单。',
    };
    expect(rulesOf({ ...list, date: '2026-05-01' }, decided)).toEqual(['arrest', 'listing']);
    expect(rulesOf(list, decided)).toEqual([]);
    expect(rulesOf({ date: '2026-08-01', content: '你等着坐牢吧' }, decided)).toEqual(['arrest']);
  });

  it('after the judgment the list and detention are still no lever', () => {
    const rules = (content: string) => rulesOf({ date: '2026-08-01', content }, decided);
    for (const lever of [
      '月底前不还，我就让法院把您列入失信名单。',
      '再不还就申请拘留您',
      '请还款，否则限制高消费',
      '还了钱我就撤销失信',
    ]) {
      expect([lever, rules(lever)]).toEqual([lever, ['listing']]);
    }
    for (const plain of [
      '判决已生效，请按判决履行。',
      '我已于8月3日申请强制执行，请联系执行法官履行。',
      '法院已把您列入失信名单，履行完毕后法院会依法删除。',
    ]) {
      expect([plain, rules(plain)]).toEqual([plain, []]);
    }
  });

  it('a lawyer may write as one when the case names one', () => {
    const content = '我是王某委托的张律师，请归还借款。';
    expect(rulesOf({ content })).toEqual(['impersonation']);
    const agents: CaseDocument['agents'] = [
      { id: 'a', partyId: 'wang', name: '张律', kind: 'lawyer' },
    ];
    expect(rulesOf({ content }, read({ ...early(), agents }))).toEqual([]);
  });

  it('a case number that the case does not have is told, its own one is not', () => {
    const content = '案号（2026）甲0104民初1234号，请按时到庭。';
    expect(rulesOf({ content, date: '2026-04-01' }, before)).toEqual(['falseCaseNumber']);
    expect(rulesOf({ content, date: '2026-04-01' }, sued)).toEqual([]);
    expect(
      rulesOf({ content: content.replace('（2026）', '(2026)'), date: '2026-04-01' }, sued),
    ).toEqual([]);
  });
});

describe('normal sentences pass', () => {
  it.each([
    '李某您好，您2023年3月1日所借300,000元至今未还，请于2026年2月28日前归还。收到请回复。——王某',
    '请就30万元借款给出还款安排。',
    '最后一次请您归还30万元借款，否则我将向法院起诉。',
    '逾期未付，本人将依法主张权利，包括向人民法院提起诉讼。',
    '如一次归还有困难，可以分期，请回复您能接受的每月金额和日期，我们签一份还款协议。',
    '请确认：截至2026年1月20日您尚欠本金300,000元。如无异议请回复“确认”。',
    '请把钱打到我的账户，打完给我打个电话，我给您打收条。',
    '打您电话没人接，看到请回。',
    '您爱人也在借条上签了字，请一起商量。',
    '我家人看病也急用钱，请理解。',
    '当时您朋友也在场，借条是您本人写的。',
    '天冷注意身体，还款的事我们慢慢商量。',
    '麻烦把您的住址发我，我把催款函寄给您。',
    '我把借条照片发给您核对。',
    '约定年利率12%，到今天利息共3万元。',
    '月利率1%，不算高，请按约定付息。',
    '滞纳金我不要了，先还本金。',
    '您说年前还一部分，请问什么时候方便转账？',
    '请不要躲着我，有困难可以商量。',
    '公司盖章的对账单请寄回。',
    '我已咨询律师，还是希望先协商。',
    '身份证复印件已收到，谢谢。',
    '请拿好收据，垃圾分类的事不用您操心。',
    '上次的转账我没有收到，请查一下您的银行卡有没有退回。',
    '今天18:00前请给个准信，好吗？',
    '您失信于我，我很失望，但还是希望您按月归还。',
    '我只跟您本人联系，不会去您单位，也不会找您家人。',
    '家里报警器坏了，改天再谈。',
  ])('%s', (content) => {
    expect(guard(contact({ content }), [], before, 33_000_000)).toEqual([]);
  });
});

describe('hours', () => {
  it.each([
    ['07:59', /休息时间/, { date: '2025-06-18', time: '09:00' }],
    ['21:01', /偏晚/, { date: '2025-06-19', time: '09:00' }],
    ['22:00', /休息时间/, { date: '2025-06-19', time: '09:00' }],
    ['22:30', /休息时间/, { date: '2025-06-19', time: '09:00' }],
    ['00:10', /休息时间/, { date: '2025-06-18', time: '09:00' }],
  ] as const)('%s', (time, text, moment) => {
    const [f] = guard(contact({ time }), [], before);
    expect(f).toMatchObject({ rule: 'hours', level: 'practice', moment });
    expect(f?.text).toMatch(text);
  });

  it.each(['08:00', '12:00', '21:00', null])('%s is fine', (time) => {
    expect(rulesOf({ time })).toEqual([]);
  });

  it('a letter has no hour', () => {
    expect(rulesOf({ time: '23:00', channel: 'letter' })).toEqual([]);
  });

  it('moves over a month end and a leap day', () => {
    expect(guard(contact({ date: '2024-02-28', time: '22:30' }), [], before)[0]?.moment?.date).toBe(
      '2024-02-29',
    );
    expect(guard(contact({ date: '2025-12-31', time: '22:30' }), [], before)[0]?.moment?.date).toBe(
      '2026-01-01',
    );
  });
});

describe('frequency', () => {
  const past = (x: Partial<Contact>, n = 1): Contact[] =>
    Array.from({ length: n }, (_, i) => contact({ id: `p${i}`, ...x }));
  const call = { channel: 'call', arrived: 'yes' } as const;

  it('one connected call a day, three a week', () => {
    expect(rulesOf(call, before, past({ ...call, date: '2025-06-17' }, 2))).toEqual([]);
    expect(rulesOf(call, before, past(call))).toEqual(['frequency']);
    expect(rulesOf(call, before, past({ ...call, date: '2025-06-12' }, 3))).toEqual(['frequency']);
    expect(rulesOf(call, before, past({ ...call, date: '2025-06-11' }, 3))).toEqual([]);
    expect(guard(contact(call), past(call, 3), before)[0]?.source).toContain('GB/T 45251');
  });

  it('a call that nobody answered is an attempt', () => {
    const missed = { channel: 'call', arrived: 'no' } as const;
    expect(rulesOf(call, before, past(missed, 2))).toEqual([]);
    expect(rulesOf(missed, before, past({ ...missed, date: '2025-06-17' }, 9))).toEqual([]);
    expect(rulesOf(missed, before, past(missed, 6))).toEqual(['harassment', 'frequency']);
  });

  it('one written demand in seven days', () => {
    const letter = { channel: 'letter' } as const;
    expect(rulesOf(letter, before, past({ ...letter, date: '2025-06-12' }))).toEqual(['frequency']);
    expect(rulesOf(letter, before, past({ ...letter, date: '2025-06-11' }))).toEqual([]);
    expect(rulesOf(letter, before, past({ channel: 'wechat' }))).toEqual([]);
  });

  it('one message a day, three a week; others and the record itself do not count', () => {
    expect(rulesOf({}, before, past({}))).toEqual(['frequency']);
    expect(rulesOf({}, before, past({ date: '2025-06-16' }, 3))).toEqual(['frequency']);
    expect(rulesOf({}, before, past({ toPartyId: 'zhao' }, 3))).toEqual([]);
    expect(rulesOf({}, before, [contact()])).toEqual([]);
    // Without a name it went to the first borrower.
    expect(rulesOf({}, before, past({ toPartyId: null }))).toEqual(['frequency']);
  });

  it('three nights in a week, or six contacts in a day, are told as harassment', () => {
    const night = past({ date: '2025-06-16', time: '23:00' }, 2);
    expect(rulesOf({ time: '22:30' }, before, night)).toContain('harassment');
    expect(rulesOf({ time: '22:30' }, before, night.slice(1))).not.toContain('harassment');
    expect(rulesOf({ time: '10:00' }, before, night)).not.toContain('harassment');
    expect(rulesOf({}, before, past({}, 5))).toContain('harassment');
    expect(rulesOf({}, before, past({}, 4))).not.toContain('harassment');
  });

  it('a debtor who asked not to be called is not called; a letter is still fine', () => {
    const asked = past({ date: '2025-06-01', answer: '不要再给我打电话了' });
    expect(rulesOf({}, before, asked)).toEqual(['stopRequest']);
    expect(rulesOf({ channel: 'letter' }, before, asked)).toEqual([]);
    expect(rulesOf({}, before, past({ date: '2025-06-01', answer: '下月还' }))).toEqual([]);
    expect(rulesOf({ date: '2025-05-01' }, before, asked)).toEqual([]);
  });
});

describe('persons', () => {
  it.each([
    ['group', 'group', 'law'],
    ['public', 'public', 'law'],
    ['workplace', 'workplace', 'law'],
    ['relative', 'relatives', 'law'],
    ['other', 'relatives', 'law'],
  ] as const)('%s', (audience, rule, level) => {
    const [f] = guard(contact({ audience }), [], before);
    expect(f).toMatchObject({ rule, level });
    expect(f?.source).toContain('民法典第一千零三十二条');
  });

  it('asking a relative to pass on a call is not disclosure', () => {
    const relay = guard(
      contact({ audience: 'relative', content: '请转告李某给王某回个电话。' }),
      [],
      before,
    );
    expect(relay.map((f) => [f.rule, f.level])).toEqual([['relatives', 'practice']]);
  });

  it('third persons have nothing to pay', () => {
    expect(rulesOf({ toPartyId: 'sun' })).toEqual(['thirdParty']);
    expect(rulesOf({ toPartyId: 'zhao' })).toEqual([]);
  });

  it('a guarantor is not asked before the debt is due', () => {
    expect(rulesOf({ toPartyId: 'zhao', date: '2024-02-29' })).toEqual(['guarantorEarly']);
    expect(rulesOf({ toPartyId: 'zhao', date: '2024-03-01' })).toEqual([]);
  });

  it('identity and account numbers are not shown to others', () => {
    const content = '李某，身份证110101198509080036，欠款未还。';
    expect(rulesOf({ content, audience: 'group' })).toEqual(['group', 'disclosure']);
    expect(rulesOf({ content })).toEqual([]);
    expect(rulesOf({ content: '账号6200000000000001234，欠款', audience: 'other' })).toContain(
      'disclosure',
    );
  });
});

describe('rates and sums', () => {
  // Formed 2023-03-01: 4 × 3.65 % = 14.60 %.
  it.each([
    ['按月息2分算', '24.00%', false],
    ['按月利率1.3%算', '15.60%', false],
    ['年利率36%', '36.00%', false],
    ['月息5分', '60.00%', true],
    ['日息千分之三', '109.50%', true],
    ['逾期每天万分之五', '18.25%', false],
  ])('%s is %s', (content, annual, crime) => {
    const [f] = guard(contact({ content }), [], before);
    expect(f).toMatchObject({ rule: 'overCap', level: 'law' });
    expect(f?.text).toContain(annual);
    expect(f?.source.includes('第二百九十三条之一')).toBe(crime);
  });

  it.each(['年利率14.6%', '月利率1.2%', '月息1分', '日万分之四', '已还60%的本金', '利息请分3次付'])(
    '%s is within the cap, or no rate',
    (content) => expect(rulesOf({ content })).toEqual([]),
  );

  it('with force, interest over the cap is the crime of collecting illegal debts', () => {
    expect(rulesOf({ content: '月息5分一分不能少，不然打断你的腿' })).toContain('illegalDebt');
    expect(rulesOf({ content: '打断你的腿' })).not.toContain('illegalDebt');
    expect(rulesOf({ content: '月息5分' })).not.toContain('illegalDebt');
  });

  it('a sum over what was lent and is owed', () => {
    const ask = (content: string, owed: number | null) =>
      guard(contact({ content }), [], before, owed).map((f) => f.rule);
    expect(ask('请还35万元', 31_000_000)).toEqual(['overOwed']);
    expect(ask('请还350,000元', 31_000_000)).toEqual(['overOwed']);
    expect(ask('请还31万元', 31_000_000)).toEqual([]);
    expect(ask('请还300000元', 10_000_000)).toEqual([]);
    expect(ask('请还35万元', null)).toEqual([]);
  });
});

describe('order and rewording', () => {
  it('binding law comes first', () => {
    const levels = guard(contact({ time: '22:30', content: '后果自负，打断你的腿' }), [], before);
    expect(levels.map((f) => f.level)).toEqual(['law', 'practice', 'practice']);
  });

  const DRAFT = '李某您好，300,000元借款已逾期475天。请于2025年7月3日前归还。——王某';
  it.each(WORDS.map(([, , bad]) => bad))('%s becomes lawful', (bad) => {
    const content = `${bad}！`;
    const after = reword(contact({ content }), before, 30_000_000, DRAFT);
    expect(guard(contact({ content: after }), [], before, 30_000_000)).toEqual([]);
    expect(after).toContain('300,000元');
    expect(after).not.toContain(bad);
  });

  it('keeps the sentences that are lawful', () => {
    const content = '请于7月3日前归还30万元借款。不还就去你公司闹，让大家都知道！收到请回复。';
    expect(reword(contact({ content }), before, 30_000_000, DRAFT)).toBe(
      '请于7月3日前归还30万元借款。收到请回复。如方便，请约个时间和地点，我们当面对账商量还款安排。逾期未付，我将依法主张权利，包括向人民法院提起诉讼。',
    );
  });

  it('leaves a lawful message as it is', () => {
    const content = '请于7月3日前归还30万元借款。收到请回复';
    expect(reword(contact({ content }), before, 30_000_000, DRAFT)).toBe(content);
  });
});
