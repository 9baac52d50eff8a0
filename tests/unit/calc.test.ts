import { describe, expect, it } from 'vitest';
import { calcTopic, calcTopicNames, calcTopics, runCalc } from '../../shared/calc/registry.ts';

function run(name: string, input: unknown): Record<string, unknown> {
  const topic = calcTopic(name);
  if (!topic) throw new Error(`no topic ${name}`);
  const reply = runCalc(topic, input);
  if (!reply.ok) throw new Error(`${reply.field}: ${reply.message}`);
  return reply.result;
}

function refusal(name: string, input: unknown): string {
  const topic = calcTopic(name);
  if (!topic) throw new Error(`no topic ${name}`);
  const reply = runCalc(topic, input);
  if (reply.ok) throw new Error('was accepted');
  expect(reply.message).toMatch(/\p{Script=Han}/u);
  return reply.field;
}

/** A good input of each topic; every test below changes one thing in it. */
const GOOD: Record<string, Record<string, unknown>> = {
  'court-fee': { amount: '300000.00' },
  'preservation-fee': { amount: '300000.00' },
  'payment-order-fee': { amount: '300000.00' },
  'enforcement-fee': { amount: '300000.00' },
  rmb: { amount: '300000.00' },
  'id-number': { value: '11010519491231002X' },
  'credit-code': { value: '91350100M000100Y43' },
  mobile: { value: '+86 138 0000 0001' },
  'chinese-date': { value: '二〇二四年三月一日' },
  'plain-interest': {
    principal: '300000.00',
    percent: '3.00',
    from: '2026-03-16',
    to: '2026-08-03',
  },
  lpr: { date: '2023-03-01' },
  cap: { formed: '2023-03-01' },
  interest: {
    tranches: [{ amount: '100000.00', paid: '2023-03-01' }],
    due: '2024-03-01',
    rate: { percent: '2', per: 'month' },
    naturalPersons: true,
    until: '2026-11-21',
  },
  'delayed-interest': {
    base: '100000.00',
    periodEnd: '2026-03-10',
    payments: [
      { date: '2026-06-10', amount: '40000.00' },
      { date: '2026-09-10', amount: '60000.00' },
    ],
    until: '2026-09-10',
  },
  limitation: { due: '2024-03-05', events: [], asOf: '2026-11-21' },
  'guarantee-period': { due: '2024-02-29', contractDate: '2023-03-01', kind: 'unclear' },
  date: { from: '2026-06-12', days: 15, roll: true },
  'small-claims': { province: '江苏', amount: '60000.00' },
};

describe('the registry of calculators', () => {
  it('has the topics of the command line, each with a title', () => {
    expect([...calcTopicNames].sort()).toEqual(Object.keys(GOOD).sort());
    for (const t of Object.values(calcTopics)) expect(t.title).toMatch(/\p{Script=Han}/u);
    expect(calcTopic('constructor')).toBeUndefined();
  });

  it.each(Object.keys(GOOD))('%s: explains itself, and refuses what it does not know', (name) => {
    const good = GOOD[name] ?? {};
    const explain = run(name, good).explain as { text: string }[];
    expect(explain.length).toBeGreaterThan(0);
    for (const e of explain) expect(e.text).toMatch(/\p{Script=Han}/u);
    expect(refusal(name, { ...good, surplus: 1 })).toBe('surplus');
    expect(refusal(name, null)).toBe('输入');
    expect(refusal(name, 'text')).toBe('输入');
    // Every field of the wrong type is named.
    for (const key of Object.keys(good)) {
      expect(refusal(name, { ...good, [key]: { wrong: true } }).split('.')[0]).toBe(key);
    }
  });

  it('results: amounts with two places', () => {
    expect(run('court-fee', { amount: '300000', halved: true }).fee).toBe('2900.00');
    expect(run('payment-order-fee', { amount: '300000.0' }).fee).toBe('1933.33');
    expect(run('preservation-fee', { amount: '300000.00' }).fee).toBe('2020.00');
    expect(run('enforcement-fee', { amount: '300000.00' }).fee).toBe('4400.00');
    expect(run('delayed-interest', GOOD['delayed-interest']).doubled).toBe('2576.00');
    expect(run('plain-interest', GOOD['plain-interest'])).toMatchObject({
      interest: '3452.05',
      days: 140,
    });
    expect(run('interest', GOOD.interest)).toMatchObject({ interest: '54440.00' });
    expect(run('lpr', GOOD.lpr)).toMatchObject({ oneYear: '3.65', published: '2023-02-20' });
    expect(run('cap', GOOD.cap).segments).toMatchObject([{ cap: '14.60' }]);
  });

  it('results: texts and dates', () => {
    expect(run('rmb', { amount: '1933.33' }).text).toBe('壹仟玖佰叁拾叁元叁角叁分');
    expect(run('chinese-date', GOOD['chinese-date'])).toMatchObject({ iso: '2024-03-01' });
    expect(run('mobile', GOOD.mobile)).toMatchObject({ normalised: '13800000001' });
    expect(run('date', GOOD.date)).toMatchObject({ date: '2026-06-29', rolled: true });
    expect(run('date', { from: '2026-06-12', days: 15 })).toMatchObject({
      date: '2026-06-27',
      rolled: false,
    });
    expect(run('guarantee-period', GOOD['guarantee-period'])).toMatchObject({
      kind: 'general',
      end: '2024-08-29',
    });
    expect(run('limitation', GOOD.limitation)).toMatchObject({
      start: '2024-03-06',
      end: '2027-03-05',
      expired: false,
      chain: [],
    });
    expect(run('small-claims', GOOD['small-claims'])).toMatchObject({ track: 'smallClaims' });
    const own = { province: '浙江', amount: '1.00', simpleLimit: '5.00', agreedLimit: '20.00' };
    expect(run('small-claims', own)).toMatchObject({ track: 'smallClaims', agreedLimit: '20.00' });
  });

  it('names nested fields', () => {
    const limitation = GOOD.limitation ?? {};
    expect(refusal('limitation', { ...limitation, events: [{ date: '2024-01-01' }] })).toBe(
      'events.0.kind',
    );
    const bad = { date: '2024-05-01', kind: 'suit', ended: '2024-04-01' };
    expect(refusal('limitation', { ...limitation, events: [bad] })).toBe('events.0.ended');
    expect(refusal('limitation', { ...limitation, events: [{ ...bad, x: 1 }] })).toBe('events.0.x');
    const guarantee = GOOD['guarantee-period'] ?? {};
    expect(refusal('guarantee-period', { ...guarantee, agreed: { months: 1.5 } })).toBe(
      'agreed.months',
    );
    expect(refusal('date', { from: '2026-02-29' })).toBe('from');
    expect(refusal('small-claims', { province: '江苏', amount: '1', simpleLimit: '2' })).toBe(
      'agreedLimit',
    );
  });
});
