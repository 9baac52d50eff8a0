/** Facts and their proof: for each kind what proves it, what does not, and what is not asked for. */
import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { provableRecords, withoutGone } from '../../shared/case/provable.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { type Fact, factsOf, gapText, openFacts } from '../../shared/proof/facts.ts';
import { missing } from '../helpers/paper-context.ts';
import { preSuit } from '../helpers/stage-cases.ts';
import { caseWith } from './case-kit.ts';

type Change = (d: CaseDocument) => void;
type Item = NonNullable<CaseDocument['evidence']>[number];

const TODAY = '2026-01-20';

/** The sample before its suit, changed; its facts. */
function facts(change: Change, today = TODAY): Fact[] {
  const c = caseWith((d) => {
    d.judgment = null;
    d.enforcement = null;
    d.suit = {};
    change(d);
  });
  return factsOf(c, today);
}

const fact = (key: string, change: Change, today = TODAY): Fact => {
  const found = facts(change, today).find((f) => f.key === key);
  if (!found) throw new Error(`no fact ${key}`);
  return found;
};

const loanOf = (d: CaseDocument) => d.loans![0]!;
const outOf = (d: CaseDocument) => d.transfers![0]!;
const itemOf = (d: CaseDocument, id: string) => d.evidence!.find((e) => e.id === id)!;
const without = (d: CaseDocument, id: string) => {
  d.evidence = d.evidence!.filter((e) => e.id !== id);
};
const add = (d: CaseDocument, item: Partial<Item> & Pick<Item, 'group'>) => {
  d.evidence = [...(d.evidence ?? []), { id: `x${d.evidence!.length}`, name: '材料', ...item }];
};
/** A second loan's parts on the sample's only loan. */
const guarantor: Change = (d) => {
  d.parties!.push({ id: 'zhao', kind: 'person', role: 'guarantor', name: '赵某' });
  loanOf(d).guarantees = [{ id: 'g1', partyId: 'zhao', kind: 'joint', signed: '2023-03-01' }];
};
const house: Change = (d) => {
  loanOf(d).securities = [
    { id: 's1', kind: 'mortgage', provider: '李某', thing: '房屋', registration: 'registered' },
  ];
};
const spouse: Change = (d) => {
  const wife = { id: 'qian', kind: 'person', role: 'borrower', name: '钱某' } as const;
  d.parties!.push({ ...wife, spouseOfBorrower: true });
  loanOf(d).borrowerIds = ['li', 'qian'];
};
const fee: Change = (d) => {
  const cost = { id: 'k1', kind: 'lawyer', amount: '5000', agreed: true } as const;
  d.claim = { ...d.claim, costs: [{ ...cost, paidOn: '2026-01-10' }] };
};
const signed: Change = (d) => {
  d.settlement = {
    status: 'signed',
    signedOn: '2025-07-01',
    debt: { principal: '300000', interest: '0' },
    instalments: [{ id: 'i1', due: '2025-12-31', principal: '300000' }],
  };
};
const repaid: Change = (d) => {
  const money = { direction: 'in', date: '2024-06-01', amount: '10000' } as const;
  d.transfers!.push({ id: 'in1', loanId: 'loan1', ...money });
};
const decided: Change = (d) => {
  d.judgment = sampleCase().judgment!;
  d.enforcement = sampleCase().enforcement!;
};

test('the sample proves everything its complaint states', () => {
  expect(openFacts(facts(() => undefined))).toEqual([]);
});

/** key, what makes the fact exist, evidence that proves it, evidence that does not. */
const TABLE: [
  key: string,
  setUp: Change,
  proof: Partial<Item> & Pick<Item, 'group'>,
  not: Partial<Item> & Pick<Item, 'group'>,
][] = [
  [
    'identity:wang',
    (d) => without(d, 'e1'),
    { group: 'identity', proves: ['wang'] },
    { group: 'identity', proves: ['li'] },
  ],
  [
    'identity:li',
    () => undefined,
    { group: 'identity', proves: ['li'] },
    { group: 'agreement', proves: ['li'] },
  ],
  [
    'agreement:loan1',
    (d) => without(d, 'e2'),
    { group: 'agreement', proves: ['loan1'] },
    { group: 'agreement', proves: ['out1'] },
  ],
  [
    'term:loan1',
    (d) => without(d, 'e2'),
    { group: 'agreement', proves: ['loan1'] },
    { group: 'agreement' },
  ],
  [
    'rate:loan1',
    (d) => {
      without(d, 'e2');
      Object.assign(loanOf(d), { interest: 'agreed', rate: { value: '2', per: 'month' } });
    },
    { group: 'agreement', proves: ['loan1'] },
    { group: 'agreement' },
  ],
  [
    'forum:loan1',
    (d) => {
      without(d, 'e2');
      loanOf(d).forumClause = { kind: 'court', wording: '由甲法院管辖', named: '甲法院' };
      d.suit = { court: '甲法院' };
    },
    { group: 'agreement', proves: ['loan1'] },
    { group: 'other', proves: ['li'] },
  ],
  [
    'delivery:out1',
    (d) => without(d, 'e3'),
    { group: 'delivery', proves: ['out1'] },
    { group: 'delivery', proves: ['loan1'] },
  ],
  [
    'repayment:in1',
    repaid,
    { group: 'performance', proves: ['in1'] },
    { group: 'performance', proves: ['out1'] },
  ],
  [
    'demand:d1',
    (d) => {
      d.demands![0]!.evidenceIds = [];
      itemOf(d, 'e4').proves = [];
    },
    { group: 'demand', proves: ['d1'] },
    { group: 'demand', proves: ['d2'] },
  ],
  [
    'settlement:settlement',
    signed,
    { group: 'performance', proves: ['settlement'] },
    { group: 'performance', proves: ['loan1'] },
  ],
  [
    'guarantee:g1',
    guarantor,
    { group: 'security', proves: ['g1'] },
    { group: 'security', proves: ['zhao'] },
  ],
  [
    'security:s1',
    house,
    { group: 'security', proves: ['s1'] },
    { group: 'security', proves: ['loan1'] },
  ],
  [
    'spouse:qian',
    spouse,
    { group: 'agreement', proves: ['qian'] },
    { group: 'identity', proves: ['qian'] },
  ],
  ['cost:k1', fee, { group: 'costs', proves: ['k1'] }, { group: 'costs', proves: ['loan1'] }],
  [
    'judgment:judgment',
    decided,
    { group: 'enforcement', proves: ['judgment'] },
    { group: 'enforcement', proves: ['loan1'] },
  ],
];

describe('each fact: a gap without proof, closed by its proof, not by another', () => {
  test.each(TABLE)('%s', (key, setUp, proof, not) => {
    const before = fact(key, setUp);
    expect(before).toMatchObject({ state: 'gap', exhibits: [] });
    expect(before.needs).not.toBe('');
    const closed = fact(key, (d) => {
      setUp(d);
      add(d, proof);
    });
    expect(closed).toMatchObject({ state: 'proved', gap: '' });
    expect(closed.exhibits).toHaveLength(1);
    expect(
      fact(key, (d) => {
        setUp(d);
        add(d, not);
      }).state,
    ).toBe('gap');
  });
});

test('the words of a gap, as the window says them', () => {
  const gap = fact('delivery:out1', (d) => without(d, 'e3'));
  expect(gapText(gap)).toBe('2023年3月1日交付 300,000 元（银行转账）：已录入，无凭证');
  expect(gap).toMatchObject({ path: 'transfers.0', recordId: 'out1', group: 'delivery' });
});

test('what the claim does not stand on is not asked for', () => {
  const required = (key: string, change: Change) => fact(key, change).required;
  expect(required('identity:li', () => undefined)).toBe(false);
  expect(required('repayment:in1', repaid)).toBe(false);
  expect(required('demand:d1', () => undefined)).toBe(false);
  expect(required('security:s1', house)).toBe(false);
  expect(
    required('security:s1', (d) => {
      house(d);
      d.claim = { ...d.claim, claimSecurity: true };
    }),
  ).toBe(true);
  expect(required('guarantee:g1', guarantor)).toBe(true);
  expect(
    required('cost:k1', (d) => {
      fee(d);
      d.claim!.costs![0]!.agreed = false;
    }),
  ).toBe(false);
});

describe('weak proof is named', () => {
  const weak = (key: string, change: Change) => {
    const { state, gap } = fact(key, change);
    return state === 'weak' ? gap : state;
  };
  test('delivery by a copy that cannot be checked', () => {
    const copy: Change = (d) =>
      Object.assign(itemOf(d, 'e3'), { form: 'copy', originalHeld: false });
    expect(weak('delivery:out1', copy)).toBe('只有核对不了原件的复印件，不能单独证明');
    const two: Change = (d) => {
      copy(d);
      add(d, { group: 'delivery', form: 'print', proves: ['out1'] });
    };
    expect(weak('delivery:out1', two)).toBe('proved');
    const held: Change = (d) => Object.assign(itemOf(d, 'e3'), { form: 'copy' });
    expect(weak('delivery:out1', held)).toBe('proved');
  });
  test('cash by the note alone; a receipt carries it', () => {
    const cash: Change = (d) => {
      without(d, 'e3');
      outOf(d).method = 'cash';
      itemOf(d, 'e2').proves = ['loan1', 'out1'];
    };
    expect(weak('delivery:out1', cash)).toBe('现金交付，只有借条，没有收条或者取款记录');
    const receipt: Change = (d) => {
      cash(d);
      itemOf(d, 'e2').name = '借条（内有“今收到现金”字样）';
    };
    expect(weak('delivery:out1', receipt)).toBe('proved');
    expect(
      weak('delivery:out1', (d) => {
        cash(d);
        outOf(d).method = 'bank';
      }),
    ).toBe('只有借条，没有转账凭证');
  });
  test('delivery by a chat picture alone', () => {
    const chat: Change = (d) =>
      Object.assign(itemOf(d, 'e3'), { name: '微信聊天截图', form: 'electronic' });
    expect(weak('delivery:out1', chat)).toBe('只有聊天截图，没有盖章的回单或者流水');
    const original: Change = (d) =>
      Object.assign(itemOf(d, 'e3'), { name: '微信转账电子凭证', form: 'electronic' });
    expect(weak('delivery:out1', original)).toBe('proved');
  });
  test('an agreement by a chat whose account is nobody in particular', () => {
    const chat: Change = (d) =>
      Object.assign(itemOf(d, 'e2'), { name: '聊天', form: 'electronic', chat: {} });
    expect(weak('agreement:loan1', chat)).toBe('只有聊天记录，还没有证明对方的账号就是其本人');
    const tied: Change = (d) =>
      Object.assign(itemOf(d, 'e2'), { chat: { checks: { identityTied: true } } });
    expect(weak('agreement:loan1', tied)).toBe('proved');
  });
});

describe('limitation', () => {
  const late = '2027-06-01';
  const key = (change: Change, today: string) =>
    facts(change, today).find((f) => f.kind === 'limitation');
  test('is no question while the three years run by themselves', () => {
    expect(key(() => undefined, '2026-01-20')).toBeUndefined();
  });
  test('stands on demands that have proof', () => {
    expect(key(() => undefined, late)).toMatchObject({ state: 'proved', required: true });
  });
  test('is a gap when the demands it stands on have none', () => {
    const bare: Change = (d) => {
      without(d, 'e4');
      for (const x of d.demands!) x.evidenceIds = [];
    };
    const gap = key(bare, late);
    expect(gap).toMatchObject({ state: 'gap', recordId: 'd4', group: 'demand' });
    expect(gap?.text).toContain('2026年2月10日');
  });
  test('one proved demand that is late enough will do', () => {
    const one: Change = (d) => {
      itemOf(d, 'e4').proves = ['d3'];
      for (const x of d.demands!) x.evidenceIds = x.id === 'd3' ? ['e4'] : [];
    };
    expect(key(one, late)).toMatchObject({ state: 'proved' });
    const early: Change = (d) => {
      itemOf(d, 'e4').proves = ['d1'];
      for (const x of d.demands!) x.evidenceIds = x.id === 'd1' ? ['e4'] : [];
    };
    expect(key(early, late)).toMatchObject({ state: 'gap', recordId: 'd4' });
  });
});

test('what a judgment in force found need not be proved again; the judgment itself is', () => {
  const change: Change = (d) => {
    decided(d);
    d.evidence = [];
    for (const x of d.demands!) x.evidenceIds = [];
  };
  const all = facts(change);
  expect(all.find((f) => f.key === 'delivery:out1')).toMatchObject({ state: 'decided' });
  expect(all.find((f) => f.key === 'judgment:judgment')).toMatchObject({ state: 'gap' });
  expect(openFacts(all)).toEqual([]);
});

test('the complaint warns of what is not proved, and of the first six only', () => {
  const told = (change: Change) =>
    missing('complaint-elements', preSuit(change))
      .filter((m) => m.path === 'evidence.facts')
      .map((m) => m.message);
  expect(told(() => undefined)).toEqual([]);
  expect(told((d) => without(d, 'e3'))).toEqual([
    '2023年3月1日交付 300,000 元（银行转账）：已录入，无凭证。可用：银行电子回单或者盖章的流水',
  ]);
  const many = told((d) => {
    without(d, 'e3');
    const out = { loanId: 'loan1', direction: 'out', date: '2023-03-01' } as const;
    for (let i = 0; i < 9; i++) d.transfers!.push({ id: `more${i}`, amount: `${i + 1}`, ...out });
  });
  expect(many).toHaveLength(7);
  expect(many[6]).toContain('还有 4 件事');
});

test('evidence may name every record there is, and a lost one is told without stopping the case', () => {
  const c = caseWith((d) => {
    guarantor(d);
    house(d);
    fee(d);
    signed(d);
    decided(d);
    const ids = provableRecords(d).map((r) => r.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'wang',
        'loan1',
        'g1',
        's1',
        'out1',
        'd1',
        'settlement',
        'k1',
        'judgment',
        'c1',
      ]),
    );
    add(d, { group: 'other', proves: ids });
  });
  expect(c.evidence).toHaveLength(5);
  const document = sampleCase();
  document.evidence![2]!.proves = ['out1', 'gone'];
  const parsed = parseCase(document);
  expect(parsed.ok).toBe(true);
  expect(parsed.problems).toEqual([
    expect.objectContaining({ level: 'warning', path: 'evidence.2.proves.1' }),
  ]);
});

test('a removed record leaves what evidence names; what was lost before stays as it is', () => {
  const before = sampleCase();
  before.evidence![2]!.proves = ['out1', 'older'];
  const after = withoutGone(before, { ...before, transfers: [] });
  expect(after.evidence![2]!.proves).toEqual(['older']);
  expect(withoutGone(before, before)).toBe(before);
});

test('payments run by day, in whatever order they were entered', () => {
  const c = caseWith((d) => {
    const paid = (id: string, date: string) => ({
      ...outOf(d),
      ...{ id, date, direction: 'in' as const, amount: '100.00' },
    });
    d.transfers = [...d.transfers!, paid('r2', '2025-12-25'), paid('r1', '2025-09-20')];
  });
  const told = factsOf(c, TODAY).filter((f) => f.kind === 'repayment');
  expect(told.map((f) => f.recordId).slice(-2)).toEqual(['r1', 'r2']);
  expect(told.at(-1)?.path).toMatch(/^transfers\.\d+$/);
});
