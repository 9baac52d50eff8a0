/** The repayment agreement: plan, cap, clause, schedule, breach, the accelerated claim. */
import { describe, expect, it } from 'vitest';
import type { Case, CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import { settlementPlan } from '../../shared/claim/settlement-plan.ts';
import { loanLimitation } from '../../shared/law/case-limits.ts';
import { deadlinesOf } from '../../shared/law/deadlines.ts';
import { trackSettlement } from '../../shared/law/settlement-track.ts';
import { crossCheck, paperTemplates } from '../../templates/index.ts';
import { paperText } from '../../templates/paper.ts';

type SettlementDocument = NonNullable<CaseDocument['settlement']>;

/** The sample before any suit: 300,000 lent on 2023-03-01, due 2024-02-29, no interest agreed. */
function agreed(settlement: SettlementDocument | null, paid: [string, string][] = []): Case {
  const d = sampleCase('s') as CaseDocument;
  d.claim = {};
  d.suit = {};
  d.judgment = null;
  d.enforcement = null;
  d.settlement = settlement;
  d.transfers = [
    ...(d.transfers ?? []).filter((t) => t.direction === 'out'),
    ...paid.map(([date, amount], i) => ({
      ...{ id: `in${i}`, loanId: d.loans?.[0]?.id ?? '', date, amount },
      direction: 'in' as const,
    })),
  ];
  const parsed = parseCase(d);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.case;
}

const plan = (s: SettlementDocument | null, paid: [string, string][] = []) =>
  settlementPlan(agreed(s, paid), { today: '2026-01-20' });

/** Three instalments of 100,000; the interest so far given up. */
const SIGNED: SettlementDocument = {
  status: 'signed',
  signedOn: '2026-01-20',
  waiveInterest: true,
  graceDays: 10,
  debt: { principal: '300000.00', interest: '0.00' },
  instalments: [
    { id: 'p1', due: '2026-02-28', principal: '100000.00' },
    { id: 'p2', due: '2026-04-30', principal: '100000.00' },
    { id: 'p3', due: '2026-06-30', principal: '100000.00' },
  ],
};

describe('the plan', () => {
  it('equal parts, the odd fen in the last, interest before principal', () => {
    const p = plan({ count: 3 });
    // 300,000 × 3.45% × 691 days ÷ 365 = 19,594.11.
    expect(p.debt).toEqual({ principal: 300_000_00, interest: 19_594_11 });
    expect(p.instalments?.map((x) => [x.due, x.principal, x.interest, x.total])).toEqual([
      ['2026-02-20', 86_937_26, 19_594_11, 106_531_37],
      ['2026-03-20', 106_531_37, 0, 106_531_37],
      ['2026-04-20', 106_531_37, 0, 106_531_37],
    ]);
    expect(p.problems).toEqual([]);
  });

  it('bears interest on what is still open, day by day', () => {
    const p = plan({ count: 3, waiveInterest: true, rate: '6' });
    // 300,000 × 6% × 31 ÷ 365; 200,000 × 6% × 28 ÷ 365; 100,000 × 6% × 31 ÷ 365.
    expect(p.instalments?.map((x) => [x.principal, x.accruing, x.total])).toEqual([
      [100_000_00, 1_528_77, 101_528_77],
      [100_000_00, 920_55, 100_920_55],
      [100_000_00, 509_59, 100_509_59],
    ]);
  });

  it('a plan of one’s own has to add up, in rising dates, after the signing', () => {
    const parts = (list: [string, string][]) =>
      plan({
        waiveInterest: true,
        method: 'custom',
        parts: list.map(([due, amount], i) => ({ id: `p${i}`, due, amount })),
      });
    const good = parts([
      ['2026-02-28', '100000'],
      ['2026-06-30', '200000'],
    ]);
    expect(good.problems).toEqual([]);
    expect(good.instalments).toHaveLength(2);
    const short = parts([['2026-02-28', '299999.99']]);
    expect(short.problems).toEqual([
      { path: 'settlement.parts', message: expect.stringContaining('少了0.01元') },
    ]);
    const back = parts([
      ['2026-06-30', '200000'],
      ['2026-02-28', '100000'],
    ]);
    expect(back.problems[0]?.path).toBe('settlement.parts.1.due');
    const early = parts([['2026-01-20', '300000']]);
    expect(early.problems[0]).toMatchObject({ path: 'settlement.parts.0.due' });
  });

  it.each([
    [{ rate: '12' }, []],
    [{ rate: '12.01' }, ['settlement.rate']],
    [{ overdue: 'rate' as const, overdueRate: '24' }, ['settlement.overdueRate']],
    [{ overdue: 'rate' as const }, ['settlement.overdueRate']],
    [{ overdue: 'lpr' as const, overdueRate: '24' }, []],
  ])('the cap: %j', (given, paths) => {
    const p = plan({ waiveInterest: true, ...given });
    // 4 × 3.00%, the one-year LPR of the signing, is lower than 4 × 3.65% of 2023.
    expect(p.cap).toBe('12.00');
    expect(p.problems.map((x) => x.path)).toEqual(paths);
  });

  it.each([
    [{ place: 'lender' as const }, 'valid'],
    [{ place: 'borrower' as const }, 'valid'],
    [{ place: 'signing' as const, named: '丙市' }, 'valid'],
    [{ place: 'other' as const, named: '丙市某区人民法院' }, 'unclear'],
    [{ place: 'arbitration' as const, named: '乙仲裁委员会' }, 'valid'],
    [{ place: 'arbitration' as const }, 'void'],
  ])('the clause on disputes: %j is %s', (forum, state) => {
    const p = plan({ forum });
    expect(p.forum.state).toBe(state);
    expect(p.notices.some((n) => n.code === 'forum')).toBe(state !== 'valid');
  });
});

describe('the schedule', () => {
  const track = (today: string, paid: [string, string][] = [], more: SettlementDocument = {}) =>
    trackSettlement(agreed({ ...SIGNED, ...more }, paid), today);

  it.each<[string, [string, string][], string, string]>([
    ['nothing due yet', [], '2026-02-28', 'running'],
    ['a day late', [], '2026-03-01', 'late'],
    ['the last day of grace', [], '2026-03-10', 'late'],
    ['a day beyond the days of grace', [], '2026-03-11', 'breached'],
    ['paid on the last day', [['2026-02-28', '100000']], '2026-04-30', 'running'],
    ['paid in part', [['2026-02-28', '99999.99']], '2026-03-11', 'breached'],
    ['second late', [['2026-02-28', '100000']], '2026-05-11', 'breached'],
    ['all paid at once', [['2026-02-01', '300000']], '2026-07-31', 'fulfilled'],
  ])('%s', (_, paid, today, state) => {
    expect(track(today, paid).state).toBe(state);
  });

  it('tells which transfer paid which instalment, and how late', () => {
    const t = track('2026-07-10', [
      ['2026-02-20', '60000'],
      ['2026-03-05', '90000'],
    ]);
    expect(t.instalments.map((x) => [x.state, x.paid, x.left, x.lateDays])).toEqual([
      ['paidLate', 100_000_00, 0, 5],
      ['late', 50_000_00, 50_000_00, 71],
      ['late', 0, 100_000_00, 10],
    ]);
    expect(t.instalments[0]?.by).toEqual([
      { transferId: 'in0', date: '2026-02-20', amount: 60_000_00 },
      { transferId: 'in1', date: '2026-03-05', amount: 40_000_00 },
    ]);
    expect(t).toMatchObject({ left: 150_000_00, accelerateFrom: '2026-05-11' });
  });

  it('money that came on or before the signing is in the debt already', () => {
    expect(track('2026-02-01', [['2026-01-20', '50000']]).paid).toBe(0);
  });

  it('called due, refused, drafted, none', () => {
    expect(track('2026-03-20', [], { acceleratedOn: '2026-03-15' }).state).toBe('accelerated');
    expect(trackSettlement(agreed({ status: 'refused' }), '2026-03-20').state).toBe('refused');
    expect(trackSettlement(agreed({}), '2026-03-20').state).toBe('draft');
    expect(trackSettlement(agreed(null), '2026-03-20').state).toBe('none');
  });

  it('puts the next instalment, then calling the rest due, among the deadlines', () => {
    const ids = (today: string) => deadlinesOf(agreed(SIGNED), today).map((d) => [d.id, d.date]);
    expect(ids('2026-02-01')).toContainEqual(['instalment-1', '2026-02-28']);
    expect(ids('2026-03-05')).toContainEqual(['instalment-1', '2026-02-28']);
    expect(ids('2026-03-11')).toContainEqual(['accelerate', '2026-03-11']);
  });
});

describe('the claim under the agreement', () => {
  const claim = (s: SettlementDocument, asOf: string, paid: [string, string][] = []) =>
    claimOf(agreed(s, paid), { today: asOf, asOf });

  it('waived interest stays waived; what is not due bears none', () => {
    const c = claim(SIGNED, '2026-02-28');
    expect([c.principal, c.interest]).toEqual([300_000_00, 0]);
    // By the loan's own terms it would go on from 2024.
    const own = claimOf(agreed(null), { today: '2026-02-28', asOf: '2026-02-28' });
    expect(own.interest).toBeGreaterThan(20_000_00);
  });

  it('a missed instalment bears overdue interest at the LPR, the others none', () => {
    const c = claim(SIGNED, '2026-03-30');
    // 100,000 × 3.00% × 30 ÷ 365.
    expect(c.interest).toBe(246_58);
    expect(c.warnings.map((w) => w.code)).toContain('not-due');
  });

  it('called due on breach, the whole principal bears it', () => {
    const c = claim({ ...SIGNED, acceleratedOn: '2026-03-15' }, '2026-03-30');
    // 100,000 for 30 days and 200,000 for 15 days at 3.00%.
    expect(c.principal).toBe(300_000_00);
    expect(c.interest).toBe(493_15);
    expect(c.warnings.map((w) => w.code)).not.toContain('not-due');
    expect(c.explain.some((e) => e.text.includes('2026-03-15 宣布未到期款项全部到期'))).toBe(true);
  });

  it('interest confirmed is a fixed sum, paid first, and bears none', () => {
    const s: SettlementDocument = {
      ...SIGNED,
      waiveInterest: false,
      debt: { principal: '300000.00', interest: '19594.11' },
    };
    const none = claim(s, '2026-02-15');
    expect([none.principal, none.interest, none.total]).toEqual([
      300_000_00, 19_594_11, 319_594_11,
    ]);
    const paid = claim(s, '2026-02-20', [['2026-02-15', '50000']]);
    expect([paid.principal, paid.interest]).toEqual([269_594_11, 0]);
    expect(paid.repayments).toMatchObject([
      { date: '2026-02-15', amount: 50_000_00, interest: 19_594_11, principal: 30_405_89 },
    ]);
    expect(paid.loans[0]?.repaid).toMatchObject({ total: 50_000_00, interest: 19_594_11 });
    const part = claim(s, '2026-02-20', [['2026-02-15', '10000']]);
    expect([part.principal, part.interest]).toEqual([300_000_00, 9_594_11]);
  });

  it('two loans keep their own terms, and the user is told', () => {
    const c = agreed(SIGNED);
    const [loan] = c.loans;
    if (!loan) throw new Error('no loan');
    const two: Case = { ...c, loans: [loan, { ...loan, id: 'l2' }] };
    const found = claimOf(two, { today: '2026-03-30', asOf: '2026-03-30' });
    expect(found.warnings.map((w) => w.code)).toContain('settlement-several');
  });

  it('signing interrupts limitation, which runs from the last instalment', () => {
    const c = agreed(SIGNED);
    const loan = c.loans[0];
    if (!loan) throw new Error('no loan');
    expect(loanLimitation(c, loan, '2026-03-01').end).toBe('2029-07-02');
    expect(
      loanLimitation(agreed({ ...SIGNED, acceleratedOn: '2026-03-15' }), loan, '2026-03-20').end,
    ).toBe('2029-03-15');
  });
});

describe('records that contradict', () => {
  const paths = (s: SettlementDocument) => {
    const d = sampleCase('s') as CaseDocument;
    d.settlement = s;
    return parseCase(d).problems.map((p) => p.path);
  };
  it.each<[SettlementDocument, string | null]>([
    [SIGNED, null],
    [{ ...SIGNED, signedOn: null }, 'settlement.signedOn'],
    [{ ...SIGNED, instalments: [] }, 'settlement.instalments'],
    [{ ...SIGNED, debt: { principal: '300001', interest: '0' } }, 'settlement.instalments'],
    [{ ...SIGNED, acceleratedOn: '2026-01-01' }, 'settlement.acceleratedOn'],
    [{ status: 'draft', instalments: [] }, null],
  ])('%j', (s, path) => {
    expect(paths(s)).toEqual(path === null ? [] : expect.arrayContaining([path]));
  });
});

describe('the papers after a breach', () => {
  const x = () => {
    const c = agreed(
      {
        ...SIGNED,
        waiveInterest: false,
        debt: { principal: '300000.00', interest: '19594.11' },
        acceleratedOn: '2026-03-15',
      },
      [['2026-02-20', '50000']],
    );
    return { case: c, claim: claimOf(c, { today: '2026-03-30' }), today: '2026-03-30' };
  };

  it('tell of the agreement and its breach, with the figures of the claim', () => {
    const context = x();
    const ids = ['complaint-elements', 'complaint-narrative', 'interest-schedule'];
    const papers = paperTemplates.filter((t) => ids.includes(t.id)).map((t) => t.build(context));
    expect(papers).toHaveLength(3);
    expect(crossCheck(papers, context)).toEqual([]);
    const narrative = papers.find((p) => p.id === 'complaint-narrative');
    const text = narrative ? paperText(narrative).join('') : '';
    expect(text).toContain(
      '2026年1月20日，双方签订还款协议书，确认尚欠本金300,000元、利息19,594.11元，约定分3期于2026年6月30日前还清。2026年2月10日，原告通过微信催要。2026年2月20日，被告还款50,000元。第1期100,000元应于2026年2月28日支付，已收到50,000元，还差50,000元。因被告逾期超过约定的10日，原告依约通知被告，自2026年3月15日起未到期款项全部到期。',
    );
    expect(text).toContain('判令被告偿还原告借款本金269,594.11元');
  });
});
