/** The comparison of routes: each condition of each route, met, unmet and unknown, with its article. */
import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { routeSums } from '../../shared/claim/route-sums.ts';
import { type Route, type RouteId, routesOf } from '../../shared/law/routes.ts';

type Change = (d: CaseDocument) => void;
const TODAY = '2026-03-16';

/** The sample before any suit: 300,000, due 2024-02-29, no interest agreed, 甲省. */
function made(change: Change = () => undefined): Case {
  const d = sampleCase('s') as CaseDocument;
  d.claim = {};
  d.suit = {};
  d.judgment = null;
  d.enforcement = null;
  change(d);
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}

function routes(change?: Change, today = TODAY): Route[] {
  const c = made(change);
  const claim = claimOf(c, { today, asOf: today });
  return routesOf(c, routeSums(c, claim), today);
}

function route(id: RouteId, change?: Change, today?: string): Route {
  const found = routes(change, today).find((r) => r.id === id);
  if (!found) throw new Error(`no route ${id}`);
  return found;
}

const loan = (d: CaseDocument) => {
  const [l] = d.loans ?? [];
  if (!l) throw new Error('no loan');
  return l;
};
const debtor = (d: CaseDocument) => {
  const found = (d.parties ?? []).find((p) => p.role === 'borrower');
  if (found?.kind !== 'person') throw new Error('no debtor');
  return found;
};
const answered =
  (routes: NonNullable<NonNullable<CaseDocument['suit']>['routes']>): Change =>
  (d) => {
    d.suit = { ...d.suit, routes };
  };
const clause =
  (kind: 'court' | 'arbitration' | 'either', named: string): Change =>
  (d) => {
    loan(d).forumClause = { kind, wording: '见合同', named };
  };
const missing: Change = (d) => {
  debtor(d).whereaboutsUnknown = true;
};
const noDue: Change = (d) => {
  loan(d).due = null;
  d.demands = [];
};
const late: Change = (d) => {
  loan(d).due = '2027-02-28';
};
const tooLate: Change = (d) => {
  loan(d).due = '2024-02-29';
  d.demands = [];
  d.transfers = (d.transfers ?? []).filter((t) => t.direction === 'out');
};
const jiangsu =
  (amount: string): Change =>
  (d) => {
    debtor(d).domicile = '江苏省南京市玄武区长江路1号';
    debtor(d).habitualResidence = '';
    loan(d).agreedAmount = amount;
    d.transfers = (d.transfers ?? [])
      .filter((t) => t.direction === 'out')
      .map((t) => ({ ...t, amount }));
  };
const both =
  (...changes: Change[]): Change =>
  (d) => {
    for (const c of changes) c(d);
  };
const small = both(jiangsu('50000'), answered({ factsClear: true }));

describe('verdicts', () => {
  it.each<[RouteId, string, Change, string, string | null]>([
    ['suit', 'the sample', () => undefined, 'open', null],
    [
      'suit',
      'an arbitration clause',
      clause('arbitration', '乙仲裁委员会'),
      'closed',
      'noArbitration',
    ],
    ['suit', 'one that names nobody', clause('arbitration', ''), 'ask', 'noArbitration'],
    ['suit', 'arbitration or court', clause('either', '乙市丁区人民法院'), 'open', null],
    ['suit', 'a clause on the court', clause('court', '乙市丁区人民法院'), 'open', null],
    ['suit', 'not due', late, 'closed', 'due'],
    ['suit', 'no due date, never asked', noDue, 'ask', 'due'],
    [
      'suit',
      'a defendant without number or address',
      (d) => {
        debtor(d).idNumber = '';
        debtor(d).domicile = '';
      },
      'closed',
      'defendant',
    ],
    ['suit', 'a missing defendant is sued all the same', missing, 'open', null],

    ['smallClaims', 'within the limit', small, 'open', null],
    ['smallClaims', 'facts not said to be clear', jiangsu('50000'), 'ask', 'clear'],
    [
      'smallClaims',
      'facts disputed',
      both(jiangsu('50000'), answered({ factsClear: false })),
      'closed',
      'clear',
    ],
    ['smallClaims', 'missing defendant', both(small, missing), 'closed', 'found'],
    [
      'smallClaims',
      'over the first limit, the other side not asked',
      both(jiangsu('100000'), answered({ factsClear: true })),
      'ask',
      'limit',
    ],
    [
      'smallClaims',
      'over the first limit, agreed',
      both(jiangsu('100000'), answered({ factsClear: true, agreeSmallClaims: true })),
      'open',
      null,
    ],
    [
      'smallClaims',
      'over the first limit, refused',
      both(jiangsu('100000'), answered({ factsClear: true, agreeSmallClaims: false })),
      'closed',
      'limit',
    ],
    [
      'smallClaims',
      'over the second limit',
      both(jiangsu('300000'), answered({ factsClear: true, agreeSmallClaims: true })),
      'closed',
      'limit',
    ],
    [
      'smallClaims',
      'a province whose limit is not on record',
      answered({ factsClear: true }),
      'ask',
      'limit',
    ],
    [
      'smallClaims',
      'the same with the limits looked up',
      answered({ factsClear: true, smallClaimsLimit: '400000', agreedLimit: '1600000' }),
      'open',
      null,
    ],
    [
      'smallClaims',
      'arbitration',
      both(small, clause('arbitration', '某会')),
      'closed',
      'noArbitration',
    ],

    ['paymentOrder', 'nothing else between them', answered({ noOtherDebts: true }), 'open', null],
    ['paymentOrder', 'not answered', () => undefined, 'ask', 'noOtherDebts'],
    ['paymentOrder', 'other debts', answered({ noOtherDebts: false }), 'closed', 'noOtherDebts'],
    [
      'paymentOrder',
      'missing debtor',
      both(answered({ noOtherDebts: true }), missing),
      'closed',
      'debtorMissing',
    ],
    ['paymentOrder', 'not due', both(answered({ noOtherDebts: true }), late), 'closed', 'due'],
    [
      'paymentOrder',
      'preservation before suit',
      (d) => {
        d.suit = {
          routes: { noOtherDebts: true },
          preSuitPreservation: { court: '乙市丁区人民法院' },
        };
      },
      'closed',
      'preSuitPreservation',
    ],
    [
      'paymentOrder',
      'a debtor with a passport',
      both(answered({ noOtherDebts: true }), (d) => {
        debtor(d).idType = 'passport';
        debtor(d).idNumber = 'E12345678';
      }),
      'ask',
      'debtorInMainland',
    ],

    ['arbitration', 'no clause', () => undefined, 'closed', 'clause'],
    [
      'arbitration',
      'a clause that names the commission',
      clause('arbitration', '乙仲裁委员会'),
      'open',
      null,
    ],
    ['arbitration', 'one that names nobody', clause('arbitration', ''), 'closed', 'clause'],
    ['arbitration', 'arbitration or court', clause('either', '某会'), 'closed', 'clause'],
    ['arbitration', 'not due', both(clause('arbitration', '某会'), late), 'closed', 'due'],

    ['mediation', 'willing', answered({ willMediate: true }), 'open', null],
    ['mediation', 'not asked', () => undefined, 'ask', 'willing'],
    ['mediation', 'not willing', answered({ willMediate: false }), 'closed', 'willing'],
    ['mediation', 'missing', both(answered({ willMediate: true }), missing), 'closed', 'found'],

    ['notarised', 'an instrument', answered({ notarised: true }), 'open', null],
    ['notarised', 'none', answered({ notarised: false }), 'closed', 'instrument'],
    ['notarised', 'not answered', () => undefined, 'ask', 'instrument'],
    ['notarised', 'not due', both(answered({ notarised: true }), late), 'closed', 'due'],
  ])('%s: %s', (id, _, change, verdict, failing) => {
    const r = route(id, change);
    expect(r.verdict).toBe(verdict);
    const open = r.conditions.filter((c) => c.state !== 'met').map((c) => c.id);
    if (failing === null) expect(open).toEqual([]);
    else {
      expect(open).toContain(failing);
      expect(r.why.length).toBeGreaterThan(4);
    }
    // Every condition cites its article; what is open says why.
    for (const c of r.conditions) {
      expect(c.article, c.id).toMatch(/第.+条/);
      expect(c.reason, c.id).not.toBe('');
    }
  });

  it('expired limitation leaves the suit open to doubt, not closed', () => {
    const r = route('suit', tooLate, '2027-03-02');
    expect([r.verdict, r.conditions.find((c) => c.id === 'inTime')?.state]).toEqual([
      'ask',
      'unknown',
    ]);
    expect(route('suit', tooLate, '2027-02-26').verdict).toBe('open');
  });

  it('a repayment agreement that is being kept is not due; once called due it is', () => {
    const signed: Change = (d) => {
      d.settlement = {
        status: 'signed',
        signedOn: '2026-03-01',
        debt: { principal: '300000.00', interest: '0.00' },
        instalments: [
          { id: 'p1', due: '2026-03-10', principal: '100000.00' },
          { id: 'p2', due: '2026-12-31', principal: '200000.00' },
        ],
      };
    };
    const dueIn = (change: Change) =>
      route('suit', change).conditions.find((c) => c.id === 'due')?.state;
    expect(dueIn(signed)).toBe('unmet');
    expect(
      dueIn(
        both(signed, (d) => {
          if (d.settlement) d.settlement.acceleratedOn = '2026-03-15';
        }),
      ),
    ).toBe('met');
    const arbitrated = both(signed, (d) => {
      if (d.settlement) d.settlement.forum = { place: 'arbitration', named: '乙仲裁委员会' };
    });
    expect(route('suit', arbitrated).conditions.find((c) => c.id === 'noArbitration')?.state).toBe(
      'unmet',
    );
  });
});

describe('what each costs and brings', () => {
  const at = (id: RouteId, change?: Change) => route(id, change);
  const figures: Change = (d) => {
    loan(d).interest = 'agreed';
    loan(d).rate = { value: '12', per: 'year' };
    loan(d).overdueRate = { value: '12', per: 'year' };
  };

  it('fees from the sum claimed', () => {
    // 300,000 and 21,153.70 of overdue interest: 3.45%, 746 days.
    const c = made();
    const { total } = claimOf(c, { today: TODAY, asOf: TODAY });
    expect(total).toBe(321_153_70);
    // 321,153.70 × 1.5% + 1,300 = 6,117.31 (rounded), half 3,058.65; a third of the fee of 300,000.
    expect(at('suit').cost.fen).toBe(3_058_65);
    expect(at('suit', missing).cost.fen).toBe(6_117_31);
    expect(at('smallClaims').cost.fen).toBe(3_058_65);
    expect(at('paymentOrder').cost.fen).toBe(1_933_33);
    expect(at('mediation').cost.fen).toBe(0);
    expect([at('arbitration').cost.fen, at('notarised').cost.fen]).toEqual([null, null]);
  });

  it('the payment order says what interest is lost, unless it is agreed', () => {
    expect(at('paymentOrder').interest).toMatchObject({
      text: expect.stringContaining('21,153.70 元要不到'),
      article: '民诉法解释第四百二十八条',
    });
    expect(at('paymentOrder', figures).interest.text).not.toContain('要不到');
  });

  it('each tells its effect on limitation, by its article', () => {
    const articles = Object.fromEntries(routes().map((r) => [r.id, r.limitation.article]));
    expect(articles).toMatchObject({
      suit: '诉讼时效规定第十条',
      smallClaims: '诉讼时效规定第十条',
      paymentOrder: '诉讼时效规定第十一条',
      mediation: '诉讼时效规定第十二条',
      arbitration: '民法典第一百九十五条',
    });
  });

  it('small claims warn of the single instance, the order of an objection and of guarantors', () => {
    expect(at('smallClaims').risks[0]?.text).toContain('一审终审');
    const texts = (r: Route) => r.risks.map((x) => x.text).join();
    expect(texts(at('paymentOrder'))).not.toContain('保证人');
    const guaranteed: Change = (d) => {
      d.parties?.push({ kind: 'person', id: 'g', role: 'guarantor', name: '赵某' });
    };
    expect(texts(at('paymentOrder', guaranteed))).toContain('对保证人没有拘束力');
    expect(texts(at('notarised'))).toContain('先问当地公证处');
  });

  it('open routes come first', () => {
    const order = ['open', 'ask', 'closed'];
    const got = routes(small).map((r) => order.indexOf(r.verdict));
    expect(got).toEqual([...got].sort());
    expect(routes()).toHaveLength(6);
  });
});
