import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
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

/** What a step asks for: text, screen, field, paper, and a word of the reason. */
type Asked = [string, string, string | undefined, string | undefined, RegExp];

const asked = (n: ReturnType<typeof next>): (string | undefined)[] => [
  n.text,
  n.screen,
  n.path,
  n.paper,
];

describe('the next step of ten half-finished cases', () => {
  test.each<[RoadCase, ...Asked]>([
    ['01-only-a-name', '填写出借人', 'parties', undefined, undefined, /谁告谁/],
    ['02-no-transfer', '录入交付的款项', 'transfers', undefined, undefined, /实际交付/],
    ['03-not-due', '加入借条和转账凭证', 'evidence', undefined, undefined, /越早/],
    ['04-overdue', '发一条提醒，并记下来', 'demands', undefined, 'reminder-messages', /时效/],
    ['05-promised', '请对方签还款协议', 'settlement', undefined, 'repayment-agreement', /11月30日/],
    [
      '06-limitation',
      '发催收通知书，让诉讼时效重新计算',
      'papers',
      undefined,
      'demand-letter',
      /2026年12月11日届满，还有 20 天/,
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
      undefined,
      'enforcement-elements',
      /2028年7月10日/,
    ],
    [
      '10-seizure-ending',
      '申请续封：小型轿车，号牌甲A×××88',
      'enforcement',
      'propertyClues.0.seizureExpires',
      'renew-seizure',
      /2026年11月27日到期.*马上/,
    ],
    [
      '10-report-disobeyed',
      '申请纳入失信名单',
      'dishonest',
      undefined,
      'dishonest-list-application',
      /违反财产报告制度/,
    ],
    ['10-terminated', '继续找财产线索', 'enforcement', 'propertyClues', undefined, /六个月/],
  ])('%s: %s', (name, text, screen, path, paper, why) => {
    const n = next(name);
    expect(asked(n)).toEqual([text, screen, path, paper]);
    expect(n.why).toMatch(why);
    if (paper) expect(paperTemplate(paper)?.id).toBe(paper);
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

describe('the same cases a little later, or with one thing more', () => {
  const evidence = (d: CaseDocument) => {
    d.evidence = [{ id: 'e1', group: 'agreement', name: '借条' }];
  };
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
    ['not due, proof taken in', '03-not-due', evidence, ROAD_DAY, '等到期', undefined],
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
      '宣布剩余款项全部到期',
      undefined,
    ],
    [
      'the fee paid',
      '08-fee-unpaid',
      (d) => {
        Object.assign(d.suit ?? {}, { feePaidOn: '2026-11-20' });
      },
      ROAD_DAY,
      '录入判决或调解书',
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
      'propertyClues.0.seizureExpires',
      undefined,
    ]);
  });
});

describe('the picture', () => {
  const states = (name: RoadCase) =>
    Object.fromEntries(ladder(parsed(roadCase(name)), ROAD_DAY).steps.map((s) => [s.key, s.state]));

  test.each<[RoadCase, Partial<Record<StepKey, string>>]>([
    ['04-overdue', { reminder: 'now', demandLetter: 'next', sanction: 'notYet' }],
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
