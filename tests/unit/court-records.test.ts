/** Records of suit and enforcement: what they add up to, and what is odd about them. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { enforcementClaimOf } from '../../shared/claim/enforcement.ts';
import { effectOf } from '../../shared/law/after-judgment.ts';
import {
  closedOn,
  enforcementNotices,
  finalisedSince,
  receiptsOf,
  resumeEnd,
  workingDaysAfter,
} from '../../shared/law/enforcement-records.ts';
import {
  isSeized,
  preSuitOf,
  preservationHeld,
  seizureNotices,
} from '../../shared/law/seizures.ts';
import { evidenceEnd, hearingsOf, suitNotices } from '../../shared/law/suit-records.ts';
import { longRoad } from '../fixtures/long-road.ts';
import { caseWith } from './case-kit.ts';

type Suit = NonNullable<CaseDocument['suit']>;
type Enforcing = NonNullable<CaseDocument['enforcement']>;

const inSuit = (s: Suit) =>
  caseWith((d) => {
    Object.assign(d, { judgment: null, enforcement: null, propertyClues: [] });
    d.suit = { filedOn: '2026-01-05', ...s };
  });
const enforcing = (e: Enforcing) =>
  caseWith((d) => {
    d.enforcement = { ...d.enforcement, ...e };
  });

const share = (over: object = {}) => ({
  id: 'd',
  date: '2026-10-13',
  receivedOn: '2026-10-20',
  share: '50000.00',
  ...over,
});
const paid = (date: string, amount = '50000.00') => ({ id: `p${date}`, date, amount });

describe('money received counts once', () => {
  it.each([
    ['a distribution alone', { distributions: [share()] }, 1, 0],
    ['without a day it does not count', { distributions: [share({ date: null })] }, 0, 0],
    ['without an own share it does not count', { distributions: [share({ share: null })] }, 0, 0],
    [
      'the same on the day that counts',
      { distributions: [share()], payments: [paid('2026-10-13')] },
      1,
      1,
    ],
    ['the same on arrival', { distributions: [share()], payments: [paid('2026-10-20')] }, 1, 1],
    [
      'another day is other money',
      { distributions: [share()], payments: [paid('2026-10-21')] },
      2,
      0,
    ],
    [
      'another amount is other money',
      { distributions: [share()], payments: [paid('2026-10-20', '49999.99')] },
      2,
      0,
    ],
    [
      'two payments, one distribution',
      { distributions: [share()], payments: [paid('2026-10-13'), paid('2026-10-20')] },
      2,
      1,
    ],
  ] as [string, Enforcing, number, number][])('%s', (_, e, count, repeated) => {
    const found = receiptsOf(enforcing(e).enforcement);
    expect([found.receipts.length, found.repeats.length]).toEqual([count, repeated]);
  });

  it('also when the bank statement has it', () => {
    const today = '2026-11-21';
    const with_ = (change: (d: CaseDocument) => void) =>
      enforcementClaimOf(
        caseWith((d) => {
          d.enforcement = { ...d.enforcement, distributions: [share()] };
          change(d);
        }),
        today,
      ).total;
    const once = with_(() => undefined);
    const statement = (date: string) => (d: CaseDocument) => {
      d.transfers = [
        ...(d.transfers ?? []),
        { id: 'in', direction: 'in', date, amount: '50000.00', loanId: 'loan1' },
      ];
    };
    expect(with_(statement('2026-10-13'))).toBe(once);
    expect(with_(statement('2026-10-20'))).toBe(once);
    expect(with_(statement('2026-10-25'))).toBeLessThan(once);
    expect(
      enforcementClaimOf(
        caseWith(() => undefined),
        today,
      ).total,
    ).toBeGreaterThan(once);
  });

  it('counts on the day of the ruling, not on the day the money arrived', () => {
    const on = (date: string) =>
      enforcementClaimOf(enforcing({ distributions: [share({ date })] }), '2026-11-21');
    expect(on('2026-10-13').payments[0]?.date).toBe('2026-10-13');
    expect(on('2026-10-13').total).toBeLessThan(on('2026-10-20').total);
  });

  it('asks about a payment of the same amount near by', () => {
    const at = (e: Enforcing) => enforcementNotices(enforcing(e)).map((n) => n.path);
    expect(at({ distributions: [share()], payments: [paid('2026-11-05')] })).toEqual([
      'enforcement.payments.0.amount',
    ]);
    expect(at({ distributions: [share()], payments: [paid('2027-05-05')] })).toEqual([]);
    expect(at({ distributions: [share({ total: '40000.00' })] })).toEqual([
      'enforcement.distributions.0.share',
    ]);
    expect(at({ distributions: [share({ date: null })] })).toEqual([
      'enforcement.distributions.0.date',
    ]);
  });
});

describe('the evidence period (证据规定 51)', () => {
  it.each([
    ['ordinary', 14, true],
    ['ordinary', 15, false],
    ['simplified', 15, false],
    ['simplified', 16, true],
    ['smallClaims', 7, false],
    ['smallClaims', 8, true],
    ['unknown', 1, false],
  ] as const)('%s, %i days: odd %s', (procedure, days, odd) => {
    const c = inSuit({ procedure, evidenceTerm: { noticeOn: '2026-03-02', days } });
    expect(suitNotices(c).some((n) => n.path === 'suit.evidenceTerm.days')).toBe(odd);
    const agreed = inSuit({ procedure, evidenceTerm: { setBy: 'agreed', days } });
    expect(suitNotices(agreed)).toEqual([]);
  });

  it('counts from the notice, over holidays; the day named stands first and is compared', () => {
    const counted = inSuit({ evidenceTerm: { noticeOn: '2026-02-02', days: 15 } });
    expect(evidenceEnd(counted)).toBe('2026-02-24');
    const named = inSuit({
      evidenceDue: '2026-02-17',
      evidenceTerm: { noticeOn: '2026-02-02', days: 15 },
    });
    expect(evidenceEnd(named)).toBe('2026-02-17');
    expect(suitNotices(named).map((n) => n.path)).toEqual(['suit.evidenceDue']);
    const short = inSuit({
      procedure: 'ordinary',
      evidenceDue: '2026-02-06',
      evidenceTerm: { noticeOn: '2026-02-02' },
    });
    expect(suitNotices(short)[0]?.text).toContain('不得少于十五日；这里是4天');
  });
});

describe('hearings and appeals', () => {
  it('an older file’s single hearing stands in the list, once', () => {
    const both = inSuit({ hearingOn: '2026-03-02', hearings: [{ id: 'h', date: '2026-03-01' }] });
    expect(hearingsOf(both).map((h) => [h.date, h.path])).toEqual([
      ['2026-03-01', 'suit.hearings.0.date'],
      ['2026-03-02', 'suit.hearingOn'],
    ]);
    const same = inSuit({ hearingOn: '2026-03-01', hearings: [{ id: 'h', date: '2026-03-01' }] });
    expect(hearingsOf(same)).toHaveLength(1);
  });

  const appealed = (over: object, procedure: Suit['procedure'] = 'simplified') =>
    caseWith((d) => {
      d.suit = { ...d.suit, procedure, appeals: [{ id: 'a', byPartyIds: ['li'], ...over }] };
      d.judgment = { ...d.judgment, effectiveOn: null, performanceEnds: null };
      d.enforcement = { ...d.enforcement, appliedOn: null };
    });
  const services = [
    { partyId: 'wang', date: '2026-09-07' },
    { partyId: 'li', date: '2026-09-10' },
  ];

  it.each([
    ['nobody has appealed', {}, '2026-06-30'],
    ['pending', { filedOn: '2026-06-26' }, null],
    ['remanded', { filedOn: '2026-06-26', result: 'remanded', services }, null],
    ['upheld', { filedOn: '2026-06-26', result: 'upheld', services }, '2026-09-10'],
    ['changed', { filedOn: '2026-06-26', result: 'changed', services }, '2026-09-10'],
    ['withdrawn', { filedOn: '2026-06-26', result: 'withdrawn', services }, '2026-09-10'],
    [
      'one party not served',
      { filedOn: '2026-06-26', result: 'upheld', services: services.slice(0, 1) },
      null,
    ],
    ['against a ruling only', { filedOn: '2026-04-01', against: 'ruling' }, '2026-06-30'],
  ])('effect: %s', (_, over, date) => {
    expect(effectOf(appealed(over))?.date).toBe(date);
  });

  it('a late appeal, and one in small claims, are asked about', () => {
    const paths = (c: ReturnType<typeof appealed>) => suitNotices(c).map((n) => n.article);
    // Served 2026-06-12; fifteen days end on Saturday 27 June, rolled to Monday the 29th.
    expect(paths(appealed({ filedOn: '2026-06-29' }))).toEqual([]);
    expect(paths(appealed({ filedOn: '2026-06-30' }))).toEqual(['民事诉讼法第一百七十一条']);
    expect(paths(appealed({ filedOn: '2026-06-20' }, 'smallClaims'))).toEqual([
      '民事诉讼法第一百六十五条',
    ]);
    const ruling = { against: 'ruling', servedOn: '2026-09-22' };
    expect(paths(appealed({ ...ruling, filedOn: '2026-10-08' }))).toEqual([]);
    expect(paths(appealed({ ...ruling, filedOn: '2026-10-09' }))).toEqual([
      '民事诉讼法第一百七十一条',
    ]);
  });
});

describe('seizures', () => {
  const kept = (p: object) =>
    seizureNotices(inSuit({ preservations: [{ id: 'p', ...p }] })).map((n) => n.path);
  const at = (key: string) => `suit.preservations.0.${key}`;

  it.each([
    ['deposit', '2025-02-28', '2026-02-28', false],
    ['deposit', '2025-02-28', '2026-03-01', true],
    ['deposit', '2024-02-29', '2025-03-01', true],
    ['movable', '2024-02-29', '2026-02-28', false],
    ['movable', '2024-02-29', '2026-03-01', true],
    ['realEstate', '2023-10-31', '2026-10-31', false],
    ['other', '2023-10-31', '2026-11-01', true],
  ] as const)(
    '%s from %s to %s: longer than the law allows %s',
    (kind, startedOn, expires, odd) => {
      expect(kept({ kind, startedOn, expires })).toEqual(odd ? [at('expires')] : []);
    },
  );

  it.each([
    ['in time', { appliedOn: '2026-03-01', expires: '2027-03-09' }, []],
    ['on the seventh day before', { appliedOn: '2026-03-02' }, []],
    ['six days before', { appliedOn: '2026-03-03' }, ['renewals.0.appliedOn']],
    ['after the end', { appliedOn: '2026-03-10' }, ['renewals.0.appliedOn']],
    ['no later end', { appliedOn: '2026-03-01', expires: '2026-03-09' }, ['renewals.0.expires']],
    ['too long', { appliedOn: '2026-03-01', expires: '2027-03-10' }, ['renewals.0.expires']],
  ])('renewal %s', (_, renewal, paths) => {
    const startedOn = '2025-03-10';
    expect(kept({ startedOn, expires: '2026-03-09', renewals: [{ id: 'r', ...renewal }] })).toEqual(
      paths.map(at),
    );
  });

  it('a clue is seized from its day to its newest end, unless lifted', () => {
    const clue = (over: object) =>
      caseWith((d) => {
        d.propertyClues = [
          {
            id: 'c',
            kind: 'vehicle',
            description: '车',
            seizedOn: '2024-03-31',
            seizureExpires: '2026-03-30',
            ...over,
          },
        ];
      }).propertyClues[0]!;
    expect(isSeized(clue({}), '2024-03-30')).toBe(false);
    expect(isSeized(clue({}), '2026-03-30')).toBe(true);
    expect(isSeized(clue({}), '2026-03-31')).toBe(false);
    const renewals = [{ id: 'r', expires: '2028-03-30' }];
    expect(isSeized(clue({ renewals }), '2026-03-31')).toBe(true);
    expect(isSeized(clue({ renewals, liftedOn: '2026-05-01' }), '2026-05-01')).toBe(false);
  });

  it('older files: the single pre-suit preservation and the single expiry still count', () => {
    const old = caseWith((d) => {
      d.suit = { ...d.suit, preSuitPreservation: { court: '甲', date: '2026-03-01' } };
      d.enforcement = { ...d.enforcement, preservation: { earliestExpiry: '2027-01-31' } };
    });
    expect(preSuitOf(old)?.date).toBe('2026-03-01');
    expect(preservationHeld(old)?.earliestExpiry).toBe('2027-01-31');
    expect(preSuitOf(caseWith(() => undefined))).toBeNull();
  });
});

describe('settlement, 终本, closing', () => {
  it('the two years to resume', () => {
    const end = (settlement: object, more: Enforcing = {}) =>
      resumeEnd(enforcing({ settlement, ...more }).enforcement)?.date ?? null;
    expect(end({ signedOn: '2023-12-01', lastDue: '2024-02-29' })).toBe('2026-02-28');
    expect(end({ signedOn: '2024-10-02' })).toBe('2026-10-08');
    expect(end({ signedOn: '2024-10-02', performedOn: '2025-01-01' })).toBeNull();
    const resumptions = [{ id: 'r', cause: 'fraud' as const, appliedOn: '2025-01-01' }];
    expect(end({ signedOn: '2024-10-02' }, { resumptions })).toBeNull();
    const resumed = (resumedOn: string) => ({ resumptions: [{ id: 'r', resumedOn }] });
    expect(end({ signedOn: '2024-10-02' }, resumed('2025-01-01'))).toBeNull();
    expect(end({ signedOn: '2024-10-02' }, resumed('2024-01-01'))).toBe('2026-10-08');
    expect(end({ signedOn: '2024-10-02' }, { closing: { closedOn: '2026-10-01' } })).toBeNull();
    expect(end({})).toBeNull();
  });

  it('终本 stands until enforcement was resumed', () => {
    const on = (resumedOn: string | null) =>
      finalisedSince(
        enforcing({ finalisedOn: '2026-09-30', resumptions: [{ id: 'r', resumedOn }] }).enforcement,
      );
    expect(on(null)).toBe('2026-09-30');
    expect(on('2026-09-29')).toBe('2026-09-30');
    expect(on('2026-10-15')).toBeNull();
  });

  it('closed by the court, or once everything was paid', () => {
    const on = (closing: object) => closedOn(enforcing({ closing }).enforcement);
    expect(on({})).toBeNull();
    expect(on({ paidOn: '2026-10-01' })).toBe('2026-10-01');
    expect(on({ paidOn: '2026-10-01', closedOn: '2026-10-20' })).toBe('2026-10-20');
    expect(on({ way: 'terminated', paidOn: '2026-10-01' })).toBeNull();
  });

  it.each([
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2024-02-28', 1, '2024-02-29'],
  ])('%s and %i working days: %s', (from, days, date) => {
    expect(workingDaysAfter(from, days)).toBe(date);
  });
});

describe('what cannot be true', () => {
  const problems = (change: (d: CaseDocument) => void) => {
    const d = longRoad();
    change(d);
    const parsed = parseCase(d);
    return parsed.problems.filter((p) => p.level === 'error').map((p) => p.path);
  };
  it('the long road is free of problems', () => {
    expect(problems(() => undefined)).toEqual([]);
  });
  it.each([
    [
      'suit.hearings.0.date',
      (d: CaseDocument) => {
        d.suit!.hearings![0]!.date = '2026-03-01';
      },
    ],
    [
      'suit.appeals.0.byPartyIds.0',
      (d: CaseDocument) => {
        d.suit!.appeals![0]!.byPartyIds = ['nobody'];
      },
    ],
    [
      'suit.appeals.0.decidedOn',
      (d: CaseDocument) => {
        d.suit!.appeals![0]!.decidedOn = '2026-06-25';
      },
    ],
    [
      'suit.preservations.0.expires',
      (d: CaseDocument) => {
        d.suit!.preservations![0]!.expires = '2026-01-01';
      },
    ],
    [
      'suit.preservations.0.renewals.0.ruledOn',
      (d: CaseDocument) => {
        d.suit!.preservations![0]!.renewals![0]!.ruledOn = '2027-02-28';
      },
    ],
    [
      'enforcement.distributions.0.clueId',
      (d: CaseDocument) => {
        d.enforcement!.distributions![0]!.clueId = 'gone';
      },
    ],
    [
      'enforcement.objections.0.servedOn',
      (d: CaseDocument) => {
        d.enforcement!.objections![0]!.servedOn = '2026-10-25';
      },
    ],
    [
      'enforcement.settlement.lastDue',
      (d: CaseDocument) => {
        d.enforcement!.settlement!.lastDue = '2026-10-01';
      },
    ],
    [
      'enforcement.report.dueOn',
      (d: CaseDocument) => {
        d.enforcement!.report!.dueOn = '2026-08-01';
      },
    ],
    [
      'suit.hearings.1.id',
      (d: CaseDocument) => {
        d.suit!.hearings![1]!.id = 'h1';
      },
    ],
  ])('%s', (path, change) => {
    expect(problems(change)).toContain(path);
  });

  it('files of before these records parse as they are, and mean the same', () => {
    const old = sampleCase();
    const parsed = parseCase(old);
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    expect(parsed.case.suit.hearings).toEqual([]);
    expect(parsed.case.enforcement?.distributions).toEqual([]);
    expect(parsed.case.propertyClues[0]?.renewals).toEqual([]);
    expect(JSON.stringify(old)).not.toContain('hearings');
  });
});
