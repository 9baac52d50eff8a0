import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { filingFee } from '../../shared/claim/filing-fee.ts';
import { deadlineQuestion } from '../../shared/law/deadline-types.ts';
import { deadlinesOf, nearestDeadline } from '../../shared/law/deadlines.ts';
import { ladder, STEP_PAPERS, type StepKey, sectionState } from '../../shared/law/road.ts';
import { paperTemplate, paperTemplates } from '../../templates/index.ts';
import { ROAD_CASES, ROAD_DAY, type RoadCase, roadCase } from '../fixtures/road.ts';

function parsed(document: CaseDocument): Case {
  const p = parseCase(document);
  if (!p.ok) throw new Error(JSON.stringify(p.problems));
  return p.case;
}

const next = (name: RoadCase, change: (d: CaseDocument) => void = () => {}, today = ROAD_DAY) => {
  const d = roadCase(name);
  change(d);
  return ladder(parsed(d), today).next;
};

/** What a step asks for: text, screen, field or list to add to, paper, and a word of the reason. */
type Asked = [string, string, string | undefined, string | undefined, RegExp];

const asked = (n: ReturnType<typeof next>): (string | undefined)[] => [
  n.text,
  n.screen,
  n.add ? `+${n.add.list}.${n.add.field}` : n.path,
  n.paper,
];

describe('the next step of ten half-finished cases', () => {
  test.each<[RoadCase, ...Asked]>([
    ['01-only-a-name', '填写出借人', 'parties', '+parties.name', undefined, /谁告谁/],
    [
      '02-no-transfer',
      '记下借出去的那笔转账',
      'transfers',
      '+transfers.date',
      undefined,
      /实际交付/,
    ],
    ['03-not-due', '加入借条和转账凭证', 'evidence', undefined, undefined, /越早/],
    ['04-overdue', '加入借条和转账凭证', 'evidence', undefined, undefined, /先留好再催/],
    ['05-promised', '请对方签还款协议', 'settlement', undefined, 'repayment-agreement', /11月30日/],
    [
      '06-limitation',
      '发催收通知书，让诉讼时效重新计算',
      'papers',
      undefined,
      'demand-letter',
      /2026年12月11日届满，还有 20 天.*今天先发微信或短信留底，同时寄出；到2026年12月4日查不到签收，就去法院立案/,
    ],
    [
      '07-instalment-late',
      '提醒对方补上第2期',
      'demands',
      undefined,
      'reminder-messages',
      /100,000\.00元，已逾期 6 天。到2026年11月26日/,
    ],
    ['08-fee-unpaid', '交诉讼费', 'suit', 'suit.feePaidOn', undefined, /2026年11月25日/],
    [
      '09-judgment-unperformed',
      '申请强制执行',
      'enforcement',
      'enforcement.appliedOn',
      'enforcement-elements',
      /^履行期限2026年7月10日已过，对方没有付清。早申请，财产不易转走；最晚2028年7月10日。$/,
    ],
    [
      '10-seizure-ending',
      '申请续封：小型轿车，号牌甲A×××88',
      'enforcement',
      undefined,
      'renew-seizure',
      /2026年11月27日到期.*马上/,
    ],
    [
      '10-report-disobeyed',
      '申请纳入失信名单',
      'dishonest',
      'enforcement.listAppliedOn',
      'dishonest-list-application',
      /违反财产报告制度/,
    ],
    [
      '10-terminated',
      '继续找财产线索',
      'enforcement',
      '+propertyClues.description',
      undefined,
      /六个月/,
    ],
  ])('%s: %s', (name, text, screen, path, paper, why) => {
    const n = next(name);
    expect(asked(n)).toEqual([text, screen, path, paper]);
    expect(n.why).toMatch(why);
    if (paper) expect(paperTemplate(paper)?.id).toBe(paper);
  });

  test('what is done already is one click from the place where it is recorded', () => {
    const sent = next('06-limitation').more?.[0];
    expect(sent?.text).toBe('已经寄出，去记下来');
    expect(sent?.add).toEqual({
      list: 'demands',
      blank: { date: '', channel: 'letter', toPartyId: 'li' },
      field: 'date',
      label: '新增催收',
    });
  });

  test('a renewal that was asked for is a record of its own; the end of the seizure stays', () => {
    const n = next('10-seizure-ending');
    expect(n.path).toBeUndefined();
    expect(n.more).toEqual([
      {
        text: '已经申请了，去记一次续封',
        add: {
          list: 'propertyClues.0.renewals',
          blank: { appliedOn: null },
          field: 'appliedOn',
          label: '记一次续封',
        },
      },
    ]);
  });

  test('a new record opens as the case file holds it', () => {
    for (const name of ['01-only-a-name', '10-terminated'] as const) {
      const { add } = next(name);
      if (!add) throw new Error(name);
      const d: Record<string, unknown> = { ...roadCase(name) };
      d[add.list] = [...((d[add.list] as object[]) ?? []), { id: 'new', ...add.blank }];
      expect(parseCase(d).problems.filter((p) => !p.path.endsWith(add.field))).toEqual([]);
    }
  });

  test('the fee names its sum once it is known, and the way for whoever cannot pay it', () => {
    const c = parsed(roadCase('08-fee-unpaid'));
    const claim = claimOf(c, { today: ROAD_DAY });
    const fee = filingFee(c, claim.total).fee;
    const n = ladder(c, ROAD_DAY, null, fee).next;
    expect([fee, n.text]).toEqual([290000, '交诉讼费 2,900元']);
    expect(n.why).toMatch(/^还有 4 天。金额以法院的缴费通知为准。.*申请缓交、减交、免交。$/);
    // The rule of the seven days stands beside it, under 最晚哪天.
    expect(n.why).not.toContain('七日');
    expect(n.more).toEqual([
      { text: '交不起，申请缓交、减交、免交', paper: 'fee-relief-application' },
    ]);
  });

  test('every file of the folder is among them', () => {
    const files = readdirSync(join(import.meta.dirname, '../fixtures/road'));
    expect(files.sort()).toEqual(ROAD_CASES.map((n) => `${n}.json`).sort());
  });

  test('moved to another day they ask for the same', () => {
    for (const name of ROAD_CASES) {
      const moved = ladder(parsed(roadCase(name, '2027-03-05')), '2027-03-05').next;
      expect([name, moved.text]).toEqual([name, next(name).text]);
    }
  });
});

/** Adds to a list of the document. */
const push = <K extends 'parties' | 'transfers' | 'demands' | 'evidence' | 'propertyClues'>(
  d: CaseDocument,
  list: K,
  ...records: NonNullable<CaseDocument[K]>[number][]
) => Object.assign(d, { [list]: [...(d[list] ?? []), ...records] });

const NOTE = { id: 'note', group: 'agreement' as const, name: '借条' };
const SLIP = { id: 'slip', group: 'delivery' as const, name: '银行电子回单' };
const set = (of: object | null | undefined, values: object) => Object.assign(of ?? {}, values);

describe('what the step asks for is typed in: the step after it', () => {
  const LI = { toPartyId: 'li', content: '请还款。' };
  const steps: [RoadCase, string, (d: CaseDocument) => void, string, string?][] = [
    [
      '01-only-a-name',
      'the lender is named',
      (d) => push(d, 'parties', { id: 'w', kind: 'person', role: 'lender', name: '王某' }),
      '录入借款',
    ],
    [
      '02-no-transfer',
      'the transfer is entered',
      (d) =>
        push(d, 'transfers', {
          ...{ id: 't', direction: 'out', date: '2023-03-01', amount: '300000.00' },
          ...{ loanId: d.loans?.[0]?.id ?? null, method: 'bank' },
        }),
      '加入借条和转账凭证',
    ],
    ['03-not-due', 'the note alone', (d) => push(d, 'evidence', NOTE), '加入转账凭证'],
    ['03-not-due', 'note and slip', (d) => push(d, 'evidence', NOTE, SLIP), '等到期'],
    [
      '04-overdue',
      'note and slip',
      (d) => push(d, 'evidence', NOTE, SLIP),
      '发一条提醒，并记下来',
      'reminder-messages',
    ],
    [
      '04-overdue',
      'and reminded',
      (d) => {
        push(d, 'evidence', NOTE, SLIP);
        push(d, 'demands', { id: 'm', date: '2026-11-20', channel: 'wechat', ...LI });
      },
      '生成催收通知书',
      'demand-letter',
    ],
    [
      '05-promised',
      'the agreement is signed',
      (d) => {
        d.settlement = {
          ...{ status: 'signed', signedOn: '2026-11-20' },
          debt: { principal: '300000.00', interest: '0.00' },
          instalments: [{ id: 'i1', due: '2026-12-20', principal: '300000.00', interest: '0.00' }],
        };
      },
      '等第1期还款',
    ],
    [
      '06-limitation',
      'the letter is on its way',
      (d) => push(d, 'demands', { id: 'm', date: '2026-11-20', channel: 'letter', ...LI }),
      '查对方收到催款没有',
    ],
    [
      '06-limitation',
      'the letter arrived',
      (d) =>
        push(d, 'demands', {
          ...{ id: 'm', date: '2026-11-19', channel: 'letter', arrived: 'yes', ...LI },
          arrivedOn: '2026-11-20',
        }),
      '排一份还款计划',
      'repayment-agreement',
    ],
    [
      '07-instalment-late',
      'the instalment is paid',
      (d) =>
        push(d, 'transfers', {
          ...{ id: 't', direction: 'in', date: '2026-11-20', amount: '100000.00' },
          ...{ loanId: 'loan1', method: 'bank' },
        }),
      '等第3期还款',
    ],
    [
      '08-fee-unpaid',
      'the fee is paid',
      (d) => set(d.suit, { feePaidOn: '2026-11-20' }),
      '等法院的举证通知书和传票，收到就记下来',
    ],
    [
      '09-judgment-unperformed',
      'applied for',
      (d) => {
        d.enforcement = { ...d.enforcement, appliedOn: '2026-11-20' };
      },
      '填写执行案号',
    ],
    [
      '10-seizure-ending',
      'renewed',
      (d) => set(d.propertyClues?.[0], { seizureExpires: '2028-11-26' }),
      '继续找财产线索',
    ],
    [
      '10-report-disobeyed',
      'listing applied for',
      (d) => set(d.enforcement, { listAppliedOn: '2026-11-20' }),
      '申请罚款拘留',
      'detention-application',
    ],
    [
      '10-report-disobeyed',
      'and not answered in fifteen days',
      (d) => set(d.enforcement, { listAppliedOn: '2026-11-05' }),
      '追问失信名单的决定',
    ],
    [
      '10-terminated',
      'a clue is found',
      (d) => push(d, 'propertyClues', { id: 'c', kind: 'realEstate', description: '车位一处' }),
      '申请恢复执行',
      'resume-enforcement',
    ],
    [
      '10-terminated',
      'and resumption applied for',
      (d) => {
        push(d, 'propertyClues', { id: 'c', kind: 'realEstate', description: '车位一处' });
        set(d.enforcement, { resumptions: [{ id: 'r', appliedOn: '2026-11-20' }] });
      },
      '追问恢复执行的结果',
    ],
  ];
  test.each(steps)('%s, %s', (name, _what, change, text, paper) => {
    expect(next(name).text).not.toBe(text);
    const n = next(name, change);
    expect([n.text, n.paper]).toEqual([text, paper]);
  });

  test('every one of the twelve is among them', () => {
    expect(new Set(steps.map(([name]) => name))).toEqual(new Set(ROAD_CASES));
  });

  test('a demand whose arrival nobody knows is asked after for a month, then sent again', () => {
    const letter = (date: string) => (d: CaseDocument) =>
      push(d, 'demands', { id: 'm', date, channel: 'letter', ...LI });
    expect(next('06-limitation', letter('2026-10-22'))).toMatchObject({
      screen: 'demands',
      path: 'demands.0.arrived',
    });
    expect(next('06-limitation', letter('2026-10-21')).paper).toBe('demand-letter');
  });
});

describe('in court, what the court sends next is waited for and noted', () => {
  const court = (suit: object, today = ROAD_DAY) =>
    next('08-fee-unpaid', (d) => Object.assign(d, { suit: { ...suit } }), today);
  const FILED = { filedOn: '2026-11-17', procedure: 'simplified' };
  const PAID = { ...FILED, acceptedOn: '2026-11-19', feePaidOn: '2026-11-20' };
  const HEARD = [{ id: 'h', date: '2026-12-10', time: '09:30', place: '第三法庭' }];

  test.each<[string, object, string, string, string | undefined, RegExp]>([
    ['just filed', FILED, ROAD_DAY, '等法院立案的答复', 'suit.acceptedOn', /11月24日以前/],
    [
      'no answer in seven days',
      FILED,
      '2026-11-25',
      '到立案庭问立案的结果',
      'suit.acceptedOn',
      /提交凭证/,
    ],
    [
      'docketed and paid',
      PAID,
      ROAD_DAY,
      '等法院的举证通知书和传票，收到就记下来',
      'suit.evidenceTerm.noticeOn',
      /交证据的最后一天/,
    ],
    [
      'the evidence period is known',
      { ...PAID, evidenceDue: '2026-12-04' },
      ROAD_DAY,
      '等法院的传票，收到就记下来',
      '+suit.hearings.date',
      /12月4日以前/,
    ],
    [
      'a hearing is set',
      { ...PAID, hearings: HEARD },
      ROAD_DAY,
      '准备开庭',
      'suit.hearings.0.date',
      /2026年12月10日，09:30，第三法庭开庭/,
    ],
    [
      'the hearing is over',
      { ...PAID, hearings: HEARD },
      '2026-12-11',
      '等判决',
      'judgment',
      /已经开过庭/,
    ],
    [
      'a payment order has no hearing',
      { ...PAID, procedure: 'paymentOrder' },
      ROAD_DAY,
      '录入判决或调解书',
      'judgment',
      /判项/,
    ],
  ])('%s', (_what, suit, today, text, path, why) => {
    const n = court(suit, today);
    expect(asked(n)).toEqual([text, 'suit', path, undefined]);
    expect(n.why).toMatch(why);
    const here = n.more?.some((w) => w.path === 'judgment') ?? false;
    expect(here || n.path === 'judgment').toBe(true);
  });
});

describe('proof is asked for before talks, and only where the records say it exists', () => {
  test('cash and word of mouth hold nobody up', () => {
    const oral = (d: CaseDocument) => {
      set(d.loans?.[0], { paper: 'none' });
      set(d.transfers?.[0], { method: 'cash' });
    };
    expect(next('04-overdue', oral).paper).toBe('reminder-messages');
  });

  test('a picture whose name says nothing is to be linked, not to be added again', () => {
    const picture = { id: 'p', group: 'other' as const, name: 'IMG_0001' };
    const n = next('04-overdue', (d) => push(d, 'evidence', picture));
    expect([n.text, n.path]).toEqual(['加入借条和转账凭证', 'evidence.facts']);
    expect(n.why).toContain('点明它能证明什么');
    const linked = next('04-overdue', (d) => {
      const proves = [d.loans?.[0]?.id ?? '', d.transfers?.[0]?.id ?? ''];
      push(d, 'evidence', { ...picture, proves });
    });
    expect(linked.paper).toBe('reminder-messages');
  });
});

describe('the same cases a little later, or with one thing more', () => {
  test.each<[string, RoadCase, (d: CaseDocument) => void, string, string, string | undefined]>([
    [
      'a lender, no borrower',
      '01-only-a-name',
      (d) => {
        d.parties = [{ id: 'w', kind: 'person', role: 'lender', name: '王某' }];
      },
      ROAD_DAY,
      '填写借款人',
      undefined,
    ],
    [
      'both names, no loan',
      '01-only-a-name',
      (d) => {
        d.parties = [
          ...(d.parties ?? []),
          { id: 'w', kind: 'person', role: 'lender', name: '王某' },
        ];
      },
      ROAD_DAY,
      '录入借款',
      undefined,
    ],
    [
      'a loan without its sum',
      '02-no-transfer',
      (d) => {
        Object.assign(d.loans?.[0] ?? {}, { agreedAmount: null });
      },
      ROAD_DAY,
      '填写约定的借款金额',
      undefined,
    ],
    ['a promise broken', '05-promised', () => {}, '2026-12-01', '发催收通知书', 'demand-letter'],
    [
      'limitation in six days',
      '06-limitation',
      () => {},
      '2026-12-05',
      '马上起诉，保住诉讼时效',
      'complaint-elements',
    ],
    [
      'limitation gone',
      '06-limitation',
      () => {},
      '2026-12-20',
      '请对方签对账确认函',
      'debt-confirmation',
    ],
    ['the plan in time', '07-instalment-late', () => {}, '2026-11-10', '等第2期还款', undefined],
    [
      'ten days late and more',
      '07-instalment-late',
      () => {},
      '2026-11-26',
      '写信通知对方：剩余款项全部到期',
      'demand-letter',
    ],
    [
      'the fee paid',
      '08-fee-unpaid',
      (d) => {
        Object.assign(d.suit ?? {}, { feePaidOn: '2026-11-20' });
      },
      ROAD_DAY,
      '等法院的举证通知书和传票，收到就记下来',
      undefined,
    ],
    [
      'before the period is over',
      '09-judgment-unperformed',
      () => {},
      '2026-07-10',
      '先备好执行材料',
      'enforcement-elements',
    ],
    [
      'the two years in thirty days',
      '09-judgment-unperformed',
      () => {},
      '2028-06-20',
      '申请强制执行',
      'enforcement-elements',
    ],
    [
      'renewed',
      '10-seizure-ending',
      (d) => {
        Object.assign(d.propertyClues?.[0] ?? {}, { seizureExpires: '2028-11-26' });
      },
      ROAD_DAY,
      '继续找财产线索',
      undefined,
    ],
    [
      'the report order ran out, nothing noted',
      '10-report-disobeyed',
      (d) => {
        Object.assign(d.enforcement ?? {}, { report: { dueOn: '2026-08-27' } });
      },
      ROAD_DAY,
      '查对方有没有报告财产',
      'read-report',
    ],
    [
      'listed already',
      '10-report-disobeyed',
      (d) => {
        Object.assign(d.enforcement ?? {}, { listedOn: '2026-11-01' });
      },
      ROAD_DAY,
      '申请罚款拘留',
      'detention-application',
    ],
    [
      'no number yet',
      '10-report-disobeyed',
      (d) => {
        Object.assign(d.enforcement ?? {}, { caseNumber: '' });
      },
      ROAD_DAY,
      '填写执行案号',
      undefined,
    ],
    [
      'property found after 终本',
      '10-terminated',
      (d) => {
        d.propertyClues = [{ id: 'c', partyId: 'li', kind: 'realEstate', description: '车位一处' }];
      },
      ROAD_DAY,
      '申请恢复执行',
      'resume-enforcement',
    ],
    [
      'closed',
      '10-terminated',
      (d) => {
        Object.assign(d.enforcement ?? {}, {
          closing: { way: 'paid', paidOn: '2026-11-20', closedOn: '2026-11-20' },
        });
      },
      ROAD_DAY,
      '核对结案手续',
      undefined,
    ],
  ])('%s', (_what, name, change, today, text, paper) => {
    const n = next(name, change, today);
    expect([n.text, n.paper]).toEqual([text, paper]);
  });

  // Whatever limit is pressing: once nothing is owed, the case is to be ended.
  test.each([
    ['10-seizure-ending', '记录结案', 'enforcement', 'enforcement.closing', undefined],
    ['08-fee-unpaid', '款项已经还清，申请撤诉', 'papers', undefined, 'withdrawal-application'],
    ['06-limitation', '款项已经还清，开收条', 'papers', undefined, 'receipt'],
  ] as const)('nothing owed any more: %s', (name, text, screen, path, paper) => {
    const { next: n } = ladder(parsed(roadCase(name)), ROAD_DAY, 0);
    expect(asked(n)).toEqual([text, screen, path, paper]);
    expect(ladder(parsed(roadCase(name)), ROAD_DAY, 1).next.text).not.toBe(text);
  });

  test('talks that were refused leave nothing open', () => {
    const state = (status: 'draft' | 'refused') => {
      const d = roadCase('04-overdue');
      d.settlement = { status };
      return sectionState(d, [], 'settlement', ROAD_DAY, parsed(d));
    };
    expect([state('draft'), state('refused')]).toEqual(['partial', 'complete']);
  });

  test('a renewal asked for and not decided is asked after, not asked for again', () => {
    const renewed = (d: CaseDocument) => {
      const [clue] = d.propertyClues ?? [];
      if (!clue?.seizureExpires) throw new Error('no seizure');
      clue.renewals = [{ id: 'r', appliedOn: ROAD_DAY }];
    };
    const end = roadCase('10-seizure-ending').propertyClues?.[0]?.seizureExpires ?? '';
    const n = next('10-seizure-ending', renewed, end);
    expect(asked(n)).toEqual([
      '追问续封裁定',
      'enforcement',
      'propertyClues.0.renewals.0.expires',
      undefined,
    ]);
  });
});

describe('the picture', () => {
  const states = (name: RoadCase) =>
    Object.fromEntries(ladder(parsed(roadCase(name)), ROAD_DAY).steps.map((s) => [s.key, s.state]));

  test.each<[RoadCase, Partial<Record<StepKey, string>>]>([
    // First the proof, then the reminder.
    ['04-overdue', { reminder: 'next', demandLetter: 'notYet', sanction: 'notYet' }],
    // The letter is the next step: the picture says so as well.
    ['06-limitation', { reminder: 'missing', demandLetter: 'now', negotiation: 'next' }],
    [
      '05-promised',
      { reminder: 'done', demandLetter: 'missing', negotiation: 'now', suit: 'next' },
    ],
    ['07-instalment-late', { negotiation: 'now', suit: 'next' }],
    ['08-fee-unpaid', { suit: 'done', judgment: 'now' }],
    ['09-judgment-unperformed', { judgment: 'done', enforcement: 'now', exitBan: 'notYet' }],
    ['10-report-disobeyed', { consumption: 'done', list: 'now', sanction: 'now', crime: 'notYet' }],
    ['10-terminated', { list: 'next', sanction: 'notYet', media: 'notYet' }],
  ])('%s', (name, expected) => {
    expect(states(name)).toMatchObject(expected);
  });

  test('the listing asked for is told as such, with the day by which the court answers', () => {
    const d = roadCase('10-report-disobeyed');
    Object.assign(d.enforcement ?? {}, { listAppliedOn: '2026-11-20' });
    const c = parsed(d);
    const rung = ladder(c, ROAD_DAY).steps.find((s) => s.key === 'list');
    expect(rung).toMatchObject({
      state: 'now',
      applied: true,
      reason: expect.stringContaining('十五日内'),
    });
    const answer = deadlinesOf(c, ROAD_DAY).find((x) => x.kind === 'listAnswer');
    // 5 December is a Saturday: the period runs to the Monday.
    expect(answer).toMatchObject({ date: '2026-12-07', title: '法院答复：失信名单' });
    expect(deadlineQuestion('listAnswer')).toBe('法院最晚哪天答复');
    expect(nearestDeadline(deadlinesOf(c, ROAD_DAY))?.kind).toBe('listAnswer');
  });

  test('the last rungs never come as a matter of course: mere non-payment leaves them closed', () => {
    const steps = ladder(parsed(roadCase('10-terminated')), ROAD_DAY).steps.filter((s) => s.branch);
    expect(steps.map((s) => s.key)).toEqual(['exitBan', 'media', 'sanction', 'crime']);
    for (const s of steps) expect([s.key, s.state, s.missing]).toEqual([s.key, 'notYet', []]);
    expect(steps.every((s) => s.reason.includes('没有'))).toBe(true);
  });

  test('a rung done has its day, a rung open says what it lacks', () => {
    const d = roadCase('10-report-disobeyed');
    d.conduct = [
      {
        id: 'f1',
        ground: null,
        measure: 'sanction',
        element: 'detained',
        date: '2026-10-10',
        description: '拘留十五日',
      },
      { id: 'f2', ground: 5, element: 'consumption', date: '2026-10-20', description: '乘坐飞机' },
    ];
    const steps = ladder(parsed(d), ROAD_DAY).steps;
    expect(steps.find((s) => s.key === 'sanction')).toMatchObject({
      state: 'done',
      date: '2026-10-10',
    });
    expect(steps.find((s) => s.key === 'list')?.missing[0]).toEqual({
      text: '违反限制消费令：给“乘坐飞机”挂上证据',
      path: 'conduct.1.evidenceIds',
    });
  });

  test.each<['judgment' | 'mediation' | 'paymentOrder' | 'award' | 'notarised', string, string]>([
    ['judgment', '起诉', '判决'],
    ['mediation', '起诉', '调解书'],
    ['paymentOrder', '起诉', '支付令生效'],
    ['award', '仲裁', '仲裁裁决'],
    ['notarised', '公证', '公证文书'],
  ])(
    '%s: the rungs carry its names, and no suit is asked for where there was none',
    (kind, suit, instrument) => {
      const d = roadCase('09-judgment-unperformed');
      Object.assign(d.judgment ?? {}, { kind });
      d.suit = {};
      const road = ladder(parsed(d), ROAD_DAY);
      const titles = road.steps.filter((s) => s.key === 'suit' || s.key === 'judgment');
      expect(titles.map((s) => s.title)).toEqual([suit, instrument]);
      const asked = kind === 'award' || kind === 'notarised' ? '申请强制执行' : '补录：起诉';
      expect(road.next.text).toBe(asked);
    },
  );

  test('every paper stands on exactly one rung', () => {
    const all = Object.values(STEP_PAPERS).flat();
    expect(new Set(all).size).toBe(all.length);
    const written = paperTemplates.map((t) => t.id).filter((id) => id !== 'transcript-sheet');
    expect([...all].sort()).toEqual(written.sort());
  });
});

describe('失信评估 on the road at the left', () => {
  test('a report refused is something recorded; the listing completes it', () => {
    const d = roadCase('10-report-disobeyed');
    const state = () => sectionState(d, [], 'dishonest', ROAD_DAY, null);
    expect(state()).toBe('partial');
    Object.assign(d.enforcement ?? {}, { listedOn: '2026-11-01' });
    expect(state()).toBe('complete');
    expect(sectionState(roadCase('10-terminated'), [], 'dishonest', ROAD_DAY, null)).toBe('empty');
  });
});

describe('执行 on the road at the left', () => {
  test.each([
    [null, 'empty'],
    [{ bankAccount: { number: '6200000000000001234', holder: '王某', branch: '' } }, 'empty'],
    [{ appliedOn: '2026-11-20' }, 'partial'],
    [{}, 'partial'],
  ] as const)('%j: %s', (enforcement, expected) => {
    const d = { ...roadCase('06-limitation'), enforcement } as CaseDocument;
    expect(sectionState(d, [], 'enforcement', ROAD_DAY, null)).toBe(expected);
  });
});

describe('协商 on the road at the left', () => {
  const state = (today: string, change: (d: CaseDocument) => void = () => {}) => {
    const d = roadCase('07-instalment-late');
    change(d);
    return sectionState(d, [], 'settlement', today, parsed(d));
  };

  test.each([
    ['2026-11-15', 'complete'],
    ['2026-11-16', 'attention'],
    ['2026-11-26', 'attention'],
  ])('an instalment of 15 November on %s: %s', (today, expected) => {
    expect(state(today)).toBe(expected);
  });

  test('sued for, or called due, it asks for nothing more', () => {
    const sued = (d: CaseDocument) => Object.assign(d, { suit: { filedOn: '2026-12-01' } });
    expect(state('2026-12-05', sued)).toBe('complete');
    const due = (d: CaseDocument) =>
      Object.assign(d.settlement ?? {}, { acceleratedOn: '2026-12-01' });
    expect(state('2026-12-05', due)).toBe('complete');
  });
});
