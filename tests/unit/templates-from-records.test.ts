/** Papers take from the case's records what they used to ask for. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { paperText } from '../../templates/paper.ts';
import { blockedAt, running, text, warned } from '../helpers/enforcement-context.ts';
import { build, contextOf, fits } from '../helpers/paper-context.ts';

/** Enforcement without the answers that the fixture gives the papers themselves. */
const unanswered = (id: string, change: (d: CaseDocument) => void, today?: string) =>
  running((d) => {
    const { [id]: _, ...rest } = d.choices ?? {};
    d.choices = rest;
    change(d);
  }, today);

describe('renewal of a seizure', () => {
  const id = 'renew-seizure';
  it('takes the number and the newest end from the clue', () => {
    const x = unanswered(
      id,
      (d) => {
        d.propertyClues![0]!.seizureNumber = '（2026）甲0104执567号之二';
      },
      '2028-09-20',
    );
    expect(text(id, x)).toContain('（2026）甲0104执567号之二查封');
    expect(text(id, x)).toContain('期限至2028年10月11日');
    const renewed = unanswered(
      id,
      (d) => {
        d.propertyClues![0]!.renewals = [
          {
            id: 'r1',
            appliedOn: '2028-09-25',
            ruledOn: '2028-10-08',
            documentNumber: '（2026）甲0104执567号之五',
            expires: '2030-10-10',
          },
        ];
      },
      '2030-09-20',
    );
    expect(text(id, renewed)).toContain('（2026）甲0104执567号之五查封');
    expect(text(id, renewed)).toContain('期限至2030年10月10日');
    expect(fits(id, renewed).fits).toBe(true);
  });

  it('asks where no record has the number, and is not for a seizure that was lifted', () => {
    // At the record that lacks it, not at the answer that may stay empty.
    expect(
      blockedAt(
        id,
        unanswered(id, () => undefined),
      ),
    ).toEqual(['propertyClues.0.seizureNumber']);
    expect(
      blockedAt(
        id,
        unanswered(id, (d) => {
          d.propertyClues![0]!.seizureNumber = '（2026）甲0104执567号之二';
        }),
      ),
    ).toEqual([]);
    const lifted = unanswered(
      id,
      (d) => {
        d.propertyClues![0]!.liftedOn = '2027-01-01';
      },
      '2028-09-20',
    );
    expect(fits(id, lifted)).toEqual({ fits: false, why: '还没有已查封、扣押、冻结的财产' });
  });

  it('a preservation of the suit is renewed as well, by the court that ordered it', () => {
    const x = unanswered(
      id,
      (d) => {
        d.suit = {
          ...d.suit,
          preservations: [
            {
              id: 'p1',
              object: '中国××银行账户尾号5678',
              court: '乙市丙区人民法院',
              documentNumber: '（2026）甲0103财保9号',
              startedOn: '2026-03-20',
            },
          ],
        };
      },
      '2027-02-20',
    );
    expect(fits(id, x).fits).toBe(true);
    expect(blockedAt(id, x)).toEqual([]);
    const whole = text(id, x);
    expect(whole).toContain(
      '请求对（2026）甲0103财保9号冻结的被执行人李某名下中国××银行账户尾号5678续行冻结，期限一年',
    );
    expect(whole).toContain('乙市丙区人民法院已于2026年3月20日冻结');
    expect(whole).toContain('期限至2027年3月20日');
    // The car runs for another year and a half: it is not asked for yet.
    expect(whole).not.toContain('小型轿车');
  });

  it('after a renewal the auction is not stopped by the first end', () => {
    const x = running((d) => {
      d.propertyClues![0]!.renewals = [{ id: 'r1', expires: '2030-10-10' }];
    }, '2028-11-01');
    expect(blockedAt('appraise-auction', x)).not.toContain('propertyClues.0.seizureExpires');
  });
});

describe('resuming enforcement', () => {
  const id = 'resume-enforcement';
  it('takes ruling and findings from the records', () => {
    const x = unanswered(id, (d) => {
      Object.assign(d.enforcement!, {
        finalisedOn: '2026-09-30',
        finalisedNumber: '（2026）甲0104执567号之一',
        resumptions: [{ id: 'r1', cause: 'assets', found: '乙市戊区车位一处。\n工资收入' }],
      });
    });
    expect(blockedAt(id, x)).toEqual([]);
    expect(text(id, x)).toContain('以（2026）甲0104执567号之一终结本次执行程序');
    expect(text(id, x)).toContain('下列财产：乙市戊区车位一处；工资收入');
  });

  it('a recorded breach of the settlement stands before the ruling', () => {
    const x = unanswered(id, (d) => {
      Object.assign(d.enforcement!, {
        finalisedOn: '2026-09-30',
        settlement: { signedOn: '2026-09-10', terms: '每月还30,000元', breachedOn: '2026-10-10' },
        resumptions: [{ id: 'r1', cause: 'settlement' }],
      });
    });
    expect(text(id, x)).toContain('自2026年10月10日起，被执行人没有按照和解协议履行');
    expect(blockedAt(id, x)).toEqual([]);
  });
});

describe('preservation, appeal, withdrawal', () => {
  const inSuit = (over: object): CaseDocument['suit'] => ({
    court: '乙市丁区人民法院',
    filedOn: '2026-03-16',
    caseNumber: '（2026）甲0104民初1234号',
    ...over,
  });

  it('the enforcement form names the preservation and its earliest end', () => {
    const x = contextOf((d) => {
      d.suit = inSuit({
        preservations: [
          {
            id: 'p1',
            object: '账户尾号5678',
            documentNumber: '（2026）甲0104财保9号',
            startedOn: '2026-03-20',
          },
          {
            id: 'p2',
            kind: 'movable',
            object: '车',
            startedOn: '2026-03-20',
            liftedOn: '2026-05-01',
          },
        ],
      });
    });
    const form = paperText(build('enforcement-elements', x)).join('\n');
    expect(form).toContain('保全案号：（2026）甲0104财保9号');
    expect(form).toContain('保全措施最早到期时间：2027年3月20日');
  });

  it('the complaint names a pre-suit preservation from the records', () => {
    const x = contextOf((d) => {
      const { judgment: _j, enforcement: _e, ...rest } = d;
      Object.assign(d, rest, { judgment: null, enforcement: null });
      d.suit = inSuit({
        preservations: [
          { id: 'p1', stage: 'preSuit', court: '乙市丁区人民法院', startedOn: '2026-03-02' },
        ],
      });
    }, '2026-03-16');
    expect(paperText(build('complaint-elements', x)).join('\n')).toContain(
      '保全法院：乙市丁区人民法院       保全时间：2026年3月2日',
    );
  });

  it('both instances stand in the enforcement form, and in the facts of the applications', () => {
    const x = running((d) => {
      d.suit!.appeals = [
        {
          id: 'a',
          byPartyIds: ['li'],
          filedOn: '2026-06-20',
          court: '乙市中级人民法院',
          result: 'upheld',
          documentNumber: '（2026）甲01民终45号',
          decidedOn: '2026-06-25',
        },
      ];
    });
    expect(paperText(build('enforcement-elements', x)).join('\n')).toContain(
      '（2026）甲0104民初1234号、（2026）甲01民终45号',
    );
    expect(text('asset-query', x)).toContain(
      '民事判决（乙市中级人民法院以（2026）甲01民终45号二审维持原判）',
    );
  });

  it('the withdrawal gives the reason noted with the suit', () => {
    const change = (reason: string) =>
      contextOf((d) => {
        Object.assign(d, { judgment: null, enforcement: null });
        d.suit = inSuit({ withdrawal: { reason } });
      }, '2026-04-21');
    const x = change('被告已于2026年4月20日还清，双方无其他争议');
    expect(fits('withdrawal-application', x).fits).toBe(true);
    expect(paperText(build('withdrawal-application', x)).join('\n')).toContain(
      '被告已于2026年4月20日还清，双方无其他争议。现申请撤回起诉',
    );
    expect(fits('withdrawal-application', change('')).fits).toBe(false);
  });
});

describe('distribution', () => {
  const id = 'distribution-application';
  it('counts the own share once and says how the own enforcement stands', () => {
    const x = unanswered(id, (d) => {
      Object.assign(d.enforcement!, {
        payments: [{ id: 'p', date: '2026-10-20', amount: '50000.00' }],
        distributions: [
          {
            id: 'd',
            kind: 'auction',
            date: '2026-10-13',
            receivedOn: '2026-10-20',
            total: '80000.00',
            share: '50000.00',
          },
        ],
        finalisedOn: '2026-10-22',
      });
    });
    const form = text(id, x);
    expect(form).toContain('已执行到位金额：50,000元');
    expect(form).toMatch(/执行中□.*终本(√|☑|■).*终结□/);
    expect(warned(id, x)).not.toContain('到账');
  });
});

describe('resumption after 终本', () => {
  const id = 'resume-enforcement';
  const clue = (over: object) => ({
    ...{
      id: 'new',
      kind: 'realEstate' as const,
      description: '车位一处',
      location: '和平路2号地下',
    },
    ...over,
  });
  const ended = (over: object) =>
    unanswered(id, (d) => {
      Object.assign(d.enforcement ?? {}, {
        finalisedOn: '2026-09-30',
        finalisedNumber: '（2026）甲0104执567号之一',
        resumptions: [],
      });
      d.propertyClues = [clue(over)];
    });

  it('takes what was found from the clues that came after it', () => {
    const x = ended({});
    expect(blockedAt(id, x)).toEqual([]);
    expect(text(id, x)).toContain('申请执行人发现被执行人有下列财产：车位一处（和平路2号地下）。');
    expect(blockedAt(id, ended({ submittedOn: '2026-10-09' }))).toEqual([]);
  });

  it('does not take what the court had been given before, or what is seized', () => {
    for (const over of [{ submittedOn: '2026-09-01' }, { seizedOn: '2026-10-01' }]) {
      expect(blockedAt(id, ended(over))).toEqual([`choices.${id}.assets`]);
    }
  });
});
