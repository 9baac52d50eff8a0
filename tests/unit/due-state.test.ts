/** Whether what is owed has to be paid yet, and the dates that are no last day for the lender. */
import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { deadlineQuestion } from '../../shared/law/deadline-types.ts';
import { deadlinesOf, nearestDeadline } from '../../shared/law/deadlines.ts';
import { dueState } from '../../shared/law/due-state.ts';
import { ladder } from '../../shared/law/road.ts';
import { ROAD_DAY, roadCase } from '../fixtures/road.ts';

type Change = (d: CaseDocument) => void;
const none: Change = () => {};

function read(d: CaseDocument, change: Change): Case {
  change(d);
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}
const notDue = (change: Change = none) => read(roadCase('03-not-due'), change);
const planned = (change: Change = none) => read(roadCase('07-instalment-late'), change);
const paid =
  (...dates: string[]): Change =>
  (d) => {
    for (const [i, date] of dates.entries()) {
      d.transfers?.push({
        ...{ id: `more${i}`, loanId: 'loan1', direction: 'in', method: 'bank' },
        ...{ date, amount: '100000.00' },
      });
    }
  };
const loan = (over: object): Change => {
  return (d) => {
    Object.assign(d.loans?.[0] ?? {}, over);
  };
};
const secondLoan: Change = (d) => {
  const [one] = d.loans ?? [];
  const [out] = d.transfers ?? [];
  if (!one || !out) throw new Error('no loan');
  d.loans?.push({ ...one, id: 'loan2', paperName: '欠条', due: '2027-06-01' });
  d.transfers?.push({ ...out, id: 'out2', loanId: 'loan2' });
};
const instalments = {
  due: null,
  instalments: [
    { id: 'a', due: '2026-10-01', principal: '150000.00' },
    { id: 'b', due: '2027-10-01', principal: '150000.00' },
  ],
};

describe('beside the sum', () => {
  it.each<[string, Case, string, string, string]>([
    ['before the day', notDue(), ROAD_DAY, 'none', '还没到期：2027年3月1日到期，还有 100 天。'],
    ['the day itself', notDue(), '2027-03-01', 'none', '还没到期：2027年3月1日到期，就是今天。'],
    ['the day after', notDue(), '2027-03-02', 'all', ''],
    ['no day agreed', notDue(loan({ due: null })), ROAD_DAY, 'open', '没有约定还款日'],
    [
      'one of two instalments',
      notDue(loan(instalments)),
      ROAD_DAY,
      'some',
      '其中有的还没到期，下一个到期日是2027年10月1日',
    ],
    ['called due', notDue(loan({ acceleratedOn: '2026-11-01' })), ROAD_DAY, 'all', ''],
    [
      'one of two loans',
      notDue(secondLoan),
      '2027-03-02',
      'some',
      '其中有的还没到期，下一个到期日是2027年6月1日，还有 91 天。',
    ],
    [
      'under a plan that is kept',
      planned(),
      '2026-11-10',
      'none',
      '按还款协议还没到期，没有逾期；下一期 100,000元，2026年11月15日到期。',
    ],
    [
      'an instalment late',
      planned(),
      ROAD_DAY,
      'some',
      '第2期 100,000元已到期，没有付；其余按还款协议还没到期。',
    ],
    [
      'two late, none left',
      planned(),
      '2026-12-20',
      'all',
      '第2期等 2 期 200,000元已到期，没有付。',
    ],
    [
      'the rest called due',
      planned((d) => Object.assign(d.settlement ?? {}, { acceleratedOn: '2026-11-27' })),
      '2026-11-30',
      'all',
      '按还款协议，2026年11月27日起已全部到期。',
    ],
    ['paid off', planned(paid('2026-11-15', '2026-12-15')), '2026-12-16', 'all', '都已付清'],
  ])('%s', (_what, c, today, due, words) => {
    const s = dueState(c, today);
    expect(s.due).toBe(due);
    if (words === '') expect(s.words).toBe('');
    else expect(s.words).toContain(words);
  });
});

describe('the date on the overview', () => {
  const nearest = (c: Case, today: string) => {
    const d = nearestDeadline(deadlinesOf(c, today));
    return d && [deadlineQuestion(d.kind), d.date, d.title];
  };

  it.each<[string, Case, string, [string, string, string]]>([
    ['before the due date', notDue(), ROAD_DAY, ['哪天到期', '2027-03-01', '借款到期']],
    [
      'of two loans it says which',
      notDue(secondLoan),
      ROAD_DAY,
      ['哪天到期', '2027-03-01', '借款到期（借条）'],
    ],
    [
      'the next instalment of the loan itself',
      notDue(loan(instalments)),
      ROAD_DAY,
      ['哪天到期', '2027-10-01', '借款下一期到期'],
    ],
    ['after it', notDue(), '2027-03-02', ['最晚哪天', '2030-03-01', '诉讼时效届满']],
    [
      'an instalment of the agreement',
      planned(),
      '2026-11-10',
      ['这一期哪天到期', '2026-11-15', '还款协议第2期'],
    ],
    [
      'late: the day from which all can be called due',
      planned(),
      ROAD_DAY,
      ['哪天起可以要求一次还清', '2026-11-26', '可以宣布全部到期'],
    ],
  ])('%s', (_what, c, today, expected) => {
    expect(nearest(c, today)).toEqual(expected);
  });

  it('the last instalment late: nothing is left to call due', () => {
    const last = planned(paid('2026-11-15'));
    for (const today of ['2026-12-20', '2027-01-10']) {
      expect(deadlinesOf(last, today).map((d) => d.kind)).not.toContain('accelerate');
    }
  });

  it('an agreement before the due date puts its own dates in its place', () => {
    const early = planned(loan({ due: '2027-02-28' }));
    expect(deadlinesOf(early, ROAD_DAY).map((d) => d.kind)).not.toContain('due');
  });
});

describe('the road before the due date', () => {
  const reminded: Change = (d) => {
    d.demands = [
      { id: 'd', date: '2026-11-10', channel: 'wechat', toPartyId: 'li', arrived: 'yes' },
    ];
  };
  const kept: Change = (d) => {
    d.evidence = [
      { id: 'e1', group: 'agreement', name: '借条', proves: ['loan1'] },
      { id: 'e2', group: 'delivery', name: '转账回单', proves: ['out1'] },
    ];
  };
  const both: Change = (d) => {
    reminded(d);
    kept(d);
  };
  const picture = (c: Case, today: string) => {
    const { steps, next } = ladder(c, today);
    const of = (key: string) => steps.find((s) => s.key === key);
    return [next.text, of('reminder')?.state, of('demandLetter')?.state] as const;
  };

  it.each<[string, Change, string, readonly [string, string, string]]>([
    ['nothing done', () => {}, ROAD_DAY, ['加入借条和转账凭证', 'next', 'notYet']],
    ['proof kept', kept, ROAD_DAY, ['等到期', 'next', 'notYet']],
    ['a friendly word said', both, ROAD_DAY, ['等到期', 'done', 'next']],
    ['on the day', both, '2027-03-01', ['等到期', 'done', 'next']],
    ['the day after', both, '2027-03-02', ['生成催收通知书', 'done', 'now']],
    ['the day after, nothing said', kept, '2027-03-02', ['发一条提醒，并记下来', 'now', 'next']],
  ])('%s', (_what, change, today, expected) => {
    expect(picture(notDue(change), today)).toEqual(expected);
  });

  it('a rung says when its time comes, and never that the debt is late', () => {
    for (const s of ladder(notDue(kept), ROAD_DAY).steps.slice(0, 2)) {
      expect(s.reason).not.toMatch(/逾期/);
    }
    const [first] = ladder(notDue(kept), ROAD_DAY).steps;
    expect(first?.reason).toBe('借款2027年3月1日到期，还有 100 天；到期前可以友好提醒一次。');
  });

  it('every instalment of an agreement due and one not paid: a letter, nothing to call due', () => {
    const { next } = ladder(planned(paid('2026-11-15')), '2027-01-04');
    expect([next.text, next.paper]).toEqual(['发催收通知书', 'demand-letter']);
    expect(ladder(planned(), '2026-11-26').next.text).toBe('写信通知对方：剩余款项全部到期');
  });
});
