/** With a signed repayment agreement the messages speak of its instalments, never of the old due date. */
import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { type Reminder, reminders } from '../../shared/claim/reminders.ts';
import { guard } from '../../shared/law/conduct.ts';
import { addDays, addMonths } from '../../shared/law/dates.ts';
import { roadCase } from '../fixtures/road.ts';

const read = (d: CaseDocument): Case => {
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
};

type Paid = [date: string, amount: string];
type Change = (d: CaseDocument) => void;

const FIRST: Paid = ['2026-10-14', '100000.00'];

/** 100,000 on 15 October, November and December 2026; ten days of grace; signed on 1 September. */
function agreed(paid: Paid[], change: Change = () => {}): Case {
  const d = roadCase('07-instalment-late');
  const out = (d.transfers ?? []).filter((t) => t.direction === 'out');
  d.transfers = [
    ...out,
    ...paid.map(([date, amount], i) => ({
      ...{ id: `p${i}`, loanId: 'loan1', direction: 'in' as const, method: 'bank' as const },
      ...{ date, amount },
    })),
  ];
  change(d);
  return read(d);
}

const called =
  (on: string): Change =>
  (d) =>
    Object.assign(d.settlement ?? {}, { acceleratedOn: on });

function drafts(c: Case, today: string): Reminder[] {
  const claim = claimOf(c, { today, asOf: today, lprEntries: [] });
  const facts = { today, deadline: addDays(today, 15), address: '', account: '' };
  const list = reminders(c, claim, facts).flatMap((r) => r.messages);
  for (const { text } of list) {
    const entry = {
      date: today,
      time: '10:00',
      channel: 'wechat',
      toPartyId: 'li',
      audience: 'self',
      content: text,
    } as const;
    expect(guard(entry, [], c, claim.principal + claim.interest)).toEqual([]);
    // Nothing that goes against what was signed: no other plan, not the day of the note.
    expect(text).not.toMatch(/可以分期|分期方案|2026年2月28日|您2025年/);
  }
  return list;
}

const HEAD = '李某您好，按2026年9月1日还款协议，';
const ME = '——王某';

describe('messages under a signed agreement', () => {
  it.each<[string, Paid[], string, [Reminder['id'], string][]]>([
    [
      'the next one to come: its date only, no threat',
      [FIRST],
      '2026-11-10',
      [['planNext', `${HEAD}第2期100,000元应于2026年11月15日支付，请提前安排。${ME}`]],
    ],
    [
      'the day of signing',
      [],
      '2026-09-01',
      [['planNext', `${HEAD}第1期100,000元应于2026年10月15日支付，请提前安排。${ME}`]],
    ],
    [
      'part of it has come in ahead of time',
      [FIRST, ['2026-11-01', '40000.00']],
      '2026-11-10',
      [
        [
          'planNext',
          `${HEAD}第2期100,000元应于2026年11月15日支付，已收到40,000元，还差60,000元，请提前安排。${ME}`,
        ],
      ],
    ],
    [
      'its day',
      [FIRST],
      '2026-11-15',
      [['planDue', `${HEAD}第2期100,000元今天应付，请安排支付。如已转账请忽略并回复告知。${ME}`]],
    ],
    [
      'the first day late',
      [FIRST],
      '2026-11-16',
      [
        [
          'planLate',
          `${HEAD}第2期100,000元应于2026年11月15日支付，现未收到。请最迟于2026年11月25日补付；仍不付的，我可以按协议要求一次还清。收到请回复。${ME}`,
        ],
      ],
    ],
    [
      'the last day on which it can be made good',
      [FIRST, ['2026-11-18', '40000.00']],
      '2026-11-25',
      [
        [
          'planLate',
          `${HEAD}第2期100,000元应于2026年11月15日支付，已收到40,000元，还差60,000元。请最迟于2026年11月25日补付；仍不付的，我可以按协议要求一次还清。收到请回复。${ME}`,
        ],
      ],
    ],
    [
      'past the days of grace: no new date is given',
      [FIRST],
      '2026-11-26',
      [
        [
          'planBreached',
          `${HEAD}第2期100,000元应于2026年11月15日支付，现未收到，已超过协议约定的10日。请收到后马上补付；我可以按协议书面通知您，要求没到期的各期也一次还清。收到请回复。${ME}`,
        ],
      ],
    ],
    [
      'two late, one of them in part',
      [['2026-10-20', '30000.00']],
      '2026-11-20',
      [
        [
          'planBreached',
          `${HEAD}第1期还差70,000元（2026年10月15日到期）、第2期还差100,000元（2026年11月15日到期），合计170,000元。已超过协议约定的10日。请收到后马上补付；我可以按协议书面通知您，要求没到期的各期也一次还清。收到请回复。${ME}`,
        ],
      ],
    ],
    [
      'the last one late: nothing is left to call due',
      [FIRST, ['2026-11-15', '100000.00']],
      '2026-12-20',
      [
        [
          'planLate',
          `${HEAD}第3期100,000元应于2026年12月15日支付，现未收到。请最迟于2026年12月25日补付。收到请回复。${ME}`,
        ],
      ],
    ],
    [
      'the last one past the days of grace: like any debt that is due',
      [FIRST, ['2026-11-15', '100000.00']],
      '2027-01-04',
      [
        [
          'planOverdue',
          `${HEAD}第3期100,000元应于2026年12月15日支付，现未收到，已逾期20天。请于2027年1月19日前付清，逾期我将依法处理。收到请回复。${ME}`,
        ],
        [
          'final',
          `李某您好，还款协议约定的100,000元逾期20天未付，若2027年1月19日前仍未付清，我将向人民法院起诉。本信息供您最后考虑。`,
        ],
      ],
    ],
    [
      'paid in full',
      [FIRST, ['2026-11-15', '100000.00'], ['2026-12-15', '100000.00']],
      '2026-12-20',
      [],
    ],
    ['paid in full at once', [['2026-10-01', '300000.00']], '2026-10-02', []],
  ])('%s', (_what, paid, today, expected) => {
    const list = drafts(agreed(paid), today);
    expect(list.map((m) => [m.id, m.text])).toEqual(expected);
    expect(list.map((m) => m.id)).not.toContain('plan');
  });

  it('paid late, with a few yuan of interest left over: the plan is kept, nothing is asked for', () => {
    const late: Paid[] = [FIRST, ['2026-11-20', '100000.00'], ['2026-12-15', '100000.00']];
    expect(drafts(agreed(late), '2026-12-20')).toEqual([]);
  });

  it('called due: the whole rest under the agreement, with a day for it', () => {
    const list = drafts(agreed([FIRST], called('2026-11-27')), '2026-11-27');
    expect(list.map((m) => [m.id, m.text])).toEqual([
      [
        'planCalled',
        expect.stringMatching(
          /^李某您好，按2026年9月1日还款协议，因有一期逾期，剩余款项已于2026年11月27日全部到期，尚欠本金200,000元.*请于2026年12月12日前一次付清，逾期我将依法处理。收到请回复。——王某$/,
        ),
      ],
      ['confirm', expect.stringContaining('按还款协议尚欠本金200,000元')],
      ['final', expect.stringContaining('若2026年12月12日前仍未付清，我将向人民法院起诉')],
    ]);
  });

  it('called due for a later day: until then as it stands', () => {
    const list = drafts(agreed([FIRST], called('2026-12-01')), '2026-11-27');
    expect(list.map((m) => m.id)).toEqual(['planBreached']);
  });

  const DAYS = [9, 10, 11, 12, 13, 14].map((m) => addMonths('2026-01-15', m - 1));

  it('many late ones are told by the first and the last', () => {
    const c = agreed([], (d) => {
      Object.assign(d.settlement ?? {}, {
        instalments: DAYS.map((due, i) => ({
          ...{ id: `s${i}`, due, principal: '50000.00', interest: '0.00' },
        })),
      });
    });
    expect(drafts(c, '2026-12-20')[0]?.text).toContain(
      '第1期至第4期合计还差200,000元，最早一期2026年9月15日到期。已超过',
    );
  });

  it.each<[string, Change]>([
    ['a draft', (d) => Object.assign(d.settlement ?? {}, { status: 'draft' })],
    ['refused', (d) => Object.assign(d.settlement ?? {}, { status: 'refused' })],
    ['signed later', (d) => Object.assign(d.settlement ?? {}, { signedOn: '2026-12-01' })],
  ])('no agreement in force (%s): the loan speaks, and a plan may be offered', (_what, change) => {
    const d = roadCase('07-instalment-late');
    d.transfers = (d.transfers ?? []).filter((t) => t.direction === 'out');
    change(d);
    const c = read(d);
    const today = '2026-11-21';
    const claim = claimOf(c, { today, asOf: today, lprEntries: [] });
    const facts = { today, deadline: addDays(today, 15), address: '', account: '' };
    const ids = reminders(c, claim, facts).flatMap((r) => r.messages.map((m) => m.id));
    expect(ids).toEqual(['o30', 'half', 'plan', 'confirm', 'final']);
  });

  it('one agreement over several loans: one set of messages, of the agreement', () => {
    const c = agreed([FIRST], (d) => {
      const [loan] = d.loans ?? [];
      const [out] = d.transfers ?? [];
      if (!loan || !out) throw new Error('no loan');
      d.loans = [
        { ...loan, agreedAmount: '200000.00' },
        { ...loan, id: 'loan2', agreedAmount: '100000.00' },
      ];
      d.transfers = [
        { ...out, amount: '200000.00' },
        { ...out, id: 'out2', loanId: 'loan2', amount: '100000.00' },
        ...(d.transfers ?? []).slice(1),
      ];
    });
    const list = drafts(c, '2026-11-20');
    expect(list.map((m) => m.id)).toEqual(['planLate']);
    expect(list[0]?.text).toContain('第2期100,000元应于2026年11月15日支付');
  });
});
