/** Calling the rest of a signed plan due: reminded, given notice, arrived, entered; each step by its record. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { ladder } from '../../shared/law/road.ts';
import { factsOf, openFacts } from '../../shared/proof/facts.ts';
import { ROAD_DAY, roadCase } from '../fixtures/road.ts';

type Change = (d: CaseDocument) => void;
type DemandDocument = NonNullable<CaseDocument['demands']>[number];

/** Three instalments from 15 October 2026, ten days of grace, the first paid: may be called due from 26 November. */
function planned(change: Change = () => {}) {
  const d = roadCase('07-instalment-late');
  change(d);
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}
const contact =
  (over: Partial<DemandDocument>): Change =>
  (d) => {
    d.demands?.push({
      ...{ id: 'new', date: '2026-11-20', channel: 'wechat', toPartyId: 'li', ...over },
    });
  };

const LETTER = { date: '2026-11-26', channel: 'letter' } as const;

describe('the next step under a late instalment', () => {
  it.each<[string, Change, string, string, string | undefined, string | undefined]>([
    [
      'nobody was reminded',
      () => {},
      ROAD_DAY,
      '提醒对方补上第2期',
      'reminder-messages',
      undefined,
    ],
    [
      'reminded on the due day itself: not late yet then',
      contact({ date: '2026-11-15' }),
      ROAD_DAY,
      ...(['提醒对方补上第2期', 'reminder-messages', undefined] as const),
    ],
    ['reminded', contact({}), ROAD_DAY, '等到11月26日', undefined, undefined],
    [
      'the reminder came back',
      contact({ arrived: 'no' }),
      ROAD_DAY,
      ...(['提醒对方补上第2期', 'reminder-messages', undefined] as const),
    ],
    [
      'over the grace: the notice is written first',
      contact({}),
      '2026-11-26',
      ...(['写信通知对方：剩余款项全部到期', 'demand-letter', undefined] as const),
    ],
    ['sent', contact(LETTER), '2026-11-27', '查通知到达对方没有', undefined, 'demands.1.arrived'],
    [
      'arrived',
      contact({ ...LETTER, arrived: 'yes' }),
      '2026-11-29',
      ...(['填写通知到达的日期', undefined, 'settlement.acceleratedOn'] as const),
    ],
    [
      'came back',
      contact({ ...LETTER, arrived: 'no' }),
      '2026-11-29',
      ...(['写信通知对方：剩余款项全部到期', 'demand-letter', undefined] as const),
    ],
  ])('%s', (_what, change, today, text, paper, path) => {
    const { next } = ladder(planned(change), today);
    expect([next.text, next.paper, next.path]).toEqual([text, paper, path]);
  });

  it('once reminded it says when, and what may follow; the rung says the same', () => {
    const { next, steps } = ladder(planned(contact({})), ROAD_DAY);
    expect(next.why).toBe(
      '2026年11月20日已经提醒。第2期还差 100,000.00元；到2026年11月26日仍不付，可以书面通知对方，要求没到期的各期一次还清。到账了，请记到流水里。',
    );
    const rung = steps.find((s) => s.key === 'negotiation');
    expect([rung?.state, rung?.reason]).toEqual([
      'now',
      '还款协议有一期逾期，已经提醒过，等宽限过完。',
    ]);
  });

  it('the letter is the present rung; the suit waits until it arrived', () => {
    const of = (change: Change, key: string) =>
      ladder(planned(change), '2026-11-27').steps.find((s) => s.key === key);
    expect(of(() => {}, 'demandLetter')?.state).toBe('now');
    expect(of(contact(LETTER), 'suit')).toMatchObject({
      state: 'next',
      reason: '先书面通知对方全部到期，到达以后再起诉；不通知，只能要已经到期的部分。',
    });
  });

  it('a letter that was sent is offered to be recorded', () => {
    const { next } = ladder(planned(), '2026-11-26');
    expect(next.more?.map((w) => [w.text, w.add?.list, w.add?.blank.date])).toEqual([
      ['已经寄出，去记下来', 'demands', ''],
    ]);
  });
});

describe('the arrival of the notice has to be proved', () => {
  const called: Change = (d) => {
    Object.assign(d.settlement ?? {}, { acceleratedOn: '2026-11-28' });
  };
  const fact = (change: Change) =>
    factsOf(planned(change), '2026-12-01').find((f) => f.key === 'settlement:calledDue');

  it('without evidence it is a fact without proof on which the claim stands', () => {
    const found = fact(called);
    expect(found).toMatchObject({
      ...{ state: 'gap', required: true, path: 'settlement.acceleratedOn', group: 'demand' },
      text: '2026年11月28日通知到达对方，没到期的各期全部到期',
    });
    const c = planned(called);
    expect(openFacts(factsOf(c, '2026-12-01')).map((f) => f.key)).toContain('settlement:calledDue');
  });

  it('the evidence of the notice proves it, that of the agreement does not', () => {
    const proves =
      (...ids: string[]): Change =>
      (d) => {
        called(d);
        d.evidence?.push({ id: 'n', group: 'demand', name: '快递签收记录', proves: ids });
      };
    expect(fact(proves('calledDue'))?.state).toBe('proved');
    expect(fact(proves('settlement'))?.state).toBe('gap');
    // The record of the letter is the same thing.
    const letter: Change = (d) => {
      proves('new')(d);
      contact(LETTER)(d);
    };
    expect(fact(letter)?.state).toBe('proved');
  });

  it('nothing of it before the rest was called due', () => {
    expect(fact(() => {})).toBeUndefined();
  });
});

describe('a refusal without a plan', () => {
  const refused = (refusedOn: string | null) => {
    const d = roadCase('04-overdue');
    d.evidence = [
      { id: 'e1', group: 'agreement', name: '借条', proves: ['loan1'] },
      { id: 'e2', group: 'delivery', name: '转账回单', proves: ['out1'] },
    ];
    d.settlement = { status: 'refused', refusedOn };
    const parsed = parseCase(d);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return ladder(parsed.case, ROAD_DAY).next;
  };

  it('asks for its day, then goes on to the suit', () => {
    expect([refused(null).text, refused(null).path]).toEqual([
      '填写对方哪天拒绝的',
      'settlement.refusedOn',
    ]);
    expect(refused('2026-11-20').text).toBe('生成起诉材料');
  });
});
