/** What stops the papers before and beside the suit, each gate with its counterpart. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { paymentOrderSum } from '../../shared/claim/payment-order.ts';
import { packOf } from '../../templates/packs.ts';
import { paperText } from '../../templates/paper.ts';
import type { PaperContext } from '../../templates/template.ts';
import { build, contextOf, fits, missing } from '../helpers/paper-context.ts';
import {
  answer,
  asCompany,
  betweenLimits,
  borrower,
  type Change,
  EXAMPLES,
  inSuit,
  loanOf,
  preSuit,
  withArbitration,
} from '../helpers/stage-cases.ts';

const stops = (id: string, x: PaperContext) => missing(id, x).filter((m) => m.level === 'blocking');
const stopsAt = (id: string, x: PaperContext, key: string) =>
  stops(id, x).filter((m) => m.path === key || m.path === `choices.${id}.${key}`);
const text = (id: string, x: PaperContext) => paperText(build(id, x)).join('\n');
const both =
  (...changes: Change[]): Change =>
  (d: CaseDocument) => {
    for (const change of changes) change(d);
  };

describe('payment order', () => {
  const id = 'payment-order-application';
  const ready = answer(id, { noOtherDebts: true });

  it('does not fit a debtor who cannot be found, a debt not due, or after pre-suit preservation', () => {
    const missingDebtor: Change = (d) => {
      borrower(d).whereaboutsUnknown = true;
    };
    const preserved: Change = (d) => {
      d.suit = { ...d.suit, preSuitPreservation: { court: '乙市丁区人民法院' } };
    };
    const notDue: Change = (d) => {
      loanOf(d).due = '2026-12-31';
    };
    for (const [change, path] of [
      [missingDebtor, 'parties.1.whereaboutsUnknown'],
      [preserved, 'suit.preSuitPreservation'],
      [notDue, 'loans.0.due'],
    ] as const) {
      const x = preSuit(both(ready, change));
      expect(fits(id, x).fits, path).toBe(false);
      expect(stopsAt(id, x, path), path).toHaveLength(1);
    }
    expect(stops(id, preSuit(ready))).toEqual([]);
  });

  it('needs the creditor’s own word that nothing else is owed', () => {
    expect(stopsAt(id, preSuit(), 'noOtherDebts')).toHaveLength(1);
  });

  it('goes to the court of the debtor’s home only', () => {
    const x = preSuit(both(ready, answer(id, { court: '乙市丙区人民法院' })));
    expect(stopsAt(id, x, 'court')[0]?.message).toContain('债务人住所地');
    expect(text(id, preSuit(ready))).toContain('乙市丁区人民法院');
  });

  it('asks for no interest that the documents do not contain', () => {
    const unpaid: Change = (d) => {
      d.claim = {};
    };
    const x = preSuit(both(ready, unpaid, answer(id, { withInterest: true })));
    expect(x.claim.overdue).toBe(19_594_11);
    expect(paymentOrderSum(x.case, x.claim)).toEqual({
      principal: 300_000_00,
      documented: 0,
      onlyBySuit: 19_594_11,
    });
    expect(text(id, x)).toContain('支付借款本金300,000元。');
    expect(text(id, x)).not.toContain('利息19');
    expect(
      missing(id, x)
        .map((m) => m.message)
        .join(),
    ).toContain('19,594.11元不能通过支付令请求');
  });

  it('asks for the interest the documents contain, on request', () => {
    const agreed: Change = (d) => {
      d.claim = {};
      loanOf(d).interest = 'agreed';
      loanOf(d).rate = { value: '12', per: 'year' };
    };
    const inTerm = preSuit(both(ready, agreed, answer(id, { withInterest: true })));
    const sum = paymentOrderSum(inTerm.case, inTerm.claim);
    expect(sum.documented).toBe(36_000_00);
    expect(sum.onlyBySuit).toBe(inTerm.claim.interest - 36_000_00);
    expect(text(id, inTerm)).toContain('及利息36,000元（计算至2026年1月20日）');
    const late: Change = (d) => {
      loanOf(d).overdueRate = { value: '12', per: 'year' };
    };
    const all = preSuit(both(ready, agreed, late));
    expect(paymentOrderSum(all.case, all.claim).onlyBySuit).toBe(0);
    expect(text(id, all)).not.toContain('及利息');
  });

  it('gives way to a suit, a judgment and an arbitration clause', () => {
    expect(fits(id, inSuit(ready)).fits).toBe(false);
    expect(fits(id, contextOf(ready)).fits).toBe(false);
    expect(fits(id, preSuit(both(ready, withArbitration))).fits).toBe(false);
  });
});

describe('preservation', () => {
  const id = 'preservation-application';
  const ready = answer(id, { reason: '正在转移财产', securityDetail: '××保险公司' });

  it('never asks for more than the claim', () => {
    expect(stops(id, inSuit(both(ready, answer(id, { amount: '300000.00' }))))).toEqual([]);
    const over = inSuit(both(ready, answer(id, { amount: '300000.01' })));
    expect(stopsAt(id, over, 'amount')[0]?.message).toBe(
      '请求保全300,000.01元，超过了请求的300,000元，请改小',
    );
  });

  it('before the suit needs property, urgency and a security', () => {
    const early = preSuit(
      both(ready, answer(id, { security: 'none' }), (d) => {
        d.propertyClues = [];
      }),
    );
    expect(stops(id, early).map((m) => m.path)).toEqual(
      expect.arrayContaining([`choices.${id}.urgency`, `choices.${id}.security`, 'propertyClues']),
    );
    const late = inSuit(
      both(ready, answer(id, { security: 'none' }), (d) => {
        d.propertyClues = [];
      }),
    );
    expect(stops(id, late)).toEqual([]);
    expect(text(id, late)).toContain('不要求申请人提供担保');
  });

  it('needs its reason and the particulars of the security', () => {
    expect(stopsAt(id, inSuit(), 'reason')).toHaveLength(1);
    expect(stopsAt(id, inSuit(), 'securityDetail')).toHaveLength(1);
  });

  it('is over once enforcement has been applied for', () => {
    expect(fits(id, contextOf(ready)).fits).toBe(false);
    const between = contextOf((d) => {
      ready(d);
      d.enforcement = null;
    }, '2026-07-01');
    expect(fits(id, between).fits).toBe(true);
    expect(text(id, between)).toContain('已经判决，尚未进入执行程序');
  });

  it('has a guarantee only where somebody stands security', () => {
    const guarantee = 'preservation-guarantee';
    expect(fits(guarantee, inSuit(ready)).fits).toBe(false);
    const given = inSuit(both(ready, answer(id, { security: 'guarantor' })));
    expect(fits(guarantee, given).fits).toBe(true);
    expect(stops(guarantee, given).map((m) => m.path)).toEqual([
      `choices.${guarantee}.guarantor`,
      `choices.${guarantee}.identity`,
      `choices.${guarantee}.property`,
    ]);
  });
});

describe('judicial confirmation', () => {
  const id = 'judicial-confirmation';
  const agreed = (today: string, more: Record<string, string> = {}) =>
    preSuit(
      answer(id, {
        organisation: '乙市丁区人民调解委员会',
        agreedOn: '2026-04-01',
        terms: '分期偿还',
        ...more,
      }),
      today,
    );

  it('within thirty days of the agreement’s effect, the last day rolled over a holiday', () => {
    // 2026-05-01 opens the Labour Day holiday; the last day moves to the first working day after it.
    expect(stops(id, agreed('2026-05-06'))).toEqual([]);
    expect(stopsAt(id, agreed('2026-05-07'), 'agreedOn')[0]?.message).toContain('三十日');
    expect(stopsAt(id, agreed('2026-03-31'), 'agreedOn')[0]?.message).toContain('还没有生效');
    expect(stops(id, agreed('2026-05-07', { effectiveOn: '2026-04-20' }))).toEqual([]);
  });

  it('needs a mediation organisation, and both parties’ identity', () => {
    expect(fits(id, preSuit()).fits).toBe(false);
    const x = preSuit(
      both(
        answer(id, { organisation: '调解委员会', agreedOn: '2026-01-10', terms: '还款' }),
        (d) => {
          borrower(d).idNumber = '';
        },
      ),
    );
    expect(stopsAt(id, x, 'parties.1.idNumber')).toHaveLength(1);
  });
});

describe('arbitration', () => {
  const id = 'arbitration-application';
  const clause = (more: object): Change =>
    both(withArbitration, (d) => Object.assign(loanOf(d).forumClause ?? {}, more));

  it('only with a clause that names its commission', () => {
    expect(fits(id, preSuit()).fits).toBe(false);
    expect(fits(id, preSuit(clause({ kind: 'either' }))).fits).toBe(false);
    expect(stopsAt(id, preSuit(clause({ named: '' })), 'loans.0.forumClause.named')).toHaveLength(
      1,
    );
    expect(
      stopsAt(id, preSuit(clause({ wording: '' })), 'loans.0.forumClause.wording'),
    ).toHaveLength(1);
    const two = preSuit(clause({ named: '乙仲裁委员会或者丙仲裁委员会' }));
    expect(missing(id, two).some((m) => m.message.includes('两个以上'))).toBe(true);
    expect(fits('complaint-elements', preSuit(withArbitration)).fits).toBe(false);
  });
});

describe('authority, procedure, fees', () => {
  it('states the powers and the kinship', () => {
    const id = 'power-of-attorney';
    expect(fits(id, preSuit()).fits).toBe(false);
    const kin = (relation: string) =>
      preSuit((d) => {
        d.agents = [
          {
            id: 'a1',
            partyId: 'wang',
            name: '王父',
            kind: 'relative',
            authority: relation === '' ? null : 'general',
            idNumber: '110101198001010010',
          },
        ];
        answer(id, { relation })(d);
      });
    expect(stops(id, kin('')).map((m) => m.path)).toEqual([
      'agents.0.authority',
      `choices.${id}.relation`,
    ]);
    expect(stops(id, kin('父子'))).toEqual([]);
    expect(text(id, kin('父子'))).toContain('受托人系委托人的近亲属（父子关系）。');
    expect(text(id, kin('父子'))).toContain('王父，男，1980年1月1日出生');
  });

  it('consents to small claims only between the two limits', () => {
    const id = 'small-claims-consent';
    expect(fits(id, preSuit(betweenLimits)).fits).toBe(true);
    expect(fits(id, preSuit()).fits).toBe(false);
    const limits = preSuit(answer(id, { simple: '60000', agreed: '300000' }));
    expect(fits(id, limits).fits).toBe(true);
    expect(fits(id, preSuit(answer(id, { simple: '60000', agreed: '299999' }))).fits).toBe(false);
    const simplified = preSuit(answer(id, { procedure: 'simplified' }));
    expect(fits(id, simplified).fits).toBe(true);
    expect(text(id, simplified)).toContain('同意本案适用简易程序审理');
    const gone = preSuit(
      both(answer(id, { procedure: 'simplified' }), (d) => {
        borrower(d).whereaboutsUnknown = true;
      }),
    );
    expect(fits(id, gone).fits).toBe(false);
  });

  it('waives fees for people only, on a ground of its own kind', () => {
    const id = 'fee-relief-application';
    const asked = (answers: Record<string, string | string[]>, change: Change = () => undefined) =>
      preSuit(
        both(change, answer(id, { ground: '47-3', reason: '困难', proofs: ['证明'], ...answers })),
      );
    expect(stops(id, asked({}))).toEqual([]);
    expect(stopsAt(id, asked({ kind: 'exempt' }), 'ground')).toHaveLength(1);
    expect(stops(id, asked({ kind: 'exempt', ground: '45-3' }))).toEqual([]);
    expect(stopsAt(id, asked({ kind: 'exempt', ground: '45-3' }, asCompany), 'kind')).toHaveLength(
      1,
    );
    expect(stopsAt(id, asked({ proofs: [] }), 'proofs')).toHaveLength(1);
    expect(stopsAt(id, asked({ amount: '5800.01' }), 'amount')).toHaveLength(1);
    expect(text(id, asked({ kind: 'reduce', ground: '46-1' }))).toContain(
      '第四十四条、第四十六条第一项',
    );
  });

  it('asks its questions before it fits, and says what it lacks once it is ticked in the filing pack', () => {
    const id = 'fee-relief-application';
    expect(fits(id, preSuit())).toMatchObject({ fits: false, asks: true });
    expect(fits(id, contextOf()).asks).toBeUndefined();
    const ticked = preSuit((d) => {
      d.choices = { 'pack-filing': { include: [id] } };
    });
    expect(fits(id, ticked).fits).toBe(true);
    expect(stopsAt(id, ticked, 'ground')).toHaveLength(1);
    expect(packOf('filing', ticked).items.map((i) => i.paperId)).toContain(id);
  });

  it('withdraws and objects only in a suit, for a reason', () => {
    for (const id of ['withdrawal-application', 'procedure-objection']) {
      expect(fits(id, inSuit()).fits, id).toBe(false);
      expect(fits(id, preSuit(answer(id, { reason: '已还清' }))).fits, id).toBe(false);
      const unnumbered = inSuit(
        both(answer(id, { reason: '已还清' }), (d) => {
          d.suit = { ...d.suit, caseNumber: '' };
        }),
      );
      expect(stopsAt(id, unnumbered, 'suit.caseNumber'), id).toHaveLength(1);
      expect(stops(id, EXAMPLES[id]?.() ?? inSuit())).toEqual([]);
    }
    const stranger = inSuit(
      answer('withdrawal-application', { reason: '已还清', defendants: ['周某'] }),
    );
    expect(stopsAt('withdrawal-application', stranger, 'defendants')).toHaveLength(1);
  });
});
