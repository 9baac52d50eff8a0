/** The listing application as a judge reads it: one ground after the other, from every source of fact. */
import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { paperText } from '../../templates/paper.ts';
import { roadCase } from '../fixtures/road.ts';
import { build, contextFrom, fits, missing } from '../helpers/paper-context.ts';

const TODAY = '2026-11-21';

type Fact = NonNullable<CaseDocument['conduct']>[number];

const fact = (
  ground: Fact['ground'],
  element: string,
  date: string,
  description: string,
  more: Partial<Fact> = {},
): Fact => ({
  id: `${element}-${date}`,
  ground,
  element,
  date,
  description,
  evidenceIds: ['e4'],
  ...more,
});

const text = (document: CaseDocument, id = 'dishonest-list-application'): string =>
  paperText(build(id, contextFrom(document, TODAY))).join('\n');

/** The sample in enforcement with these facts and no property clues. */
function withFacts(conduct: Fact[], enforcement: object = {}, more: Partial<CaseDocument> = {}) {
  const sample = sampleCase();
  return text({
    ...sample,
    propertyClues: [],
    ...more,
    conduct,
    enforcement: {
      ...sample.enforcement,
      noticeServedOn: '2026-08-12',
      reportOrderServedOn: '2026-08-12',
      consumptionOrderOn: '2026-09-01',
      exclusions: { sufficientSecurity: false, seizedSuffices: false, notYetTurn: false },
      ...enforcement,
    } as NonNullable<CaseDocument['enforcement']>,
  });
}

describe('each ground, from facts with exhibits', () => {
  test.each<[string, Fact[], object, string]>([
    [
      'ability and refusal',
      [
        fact(1, 'ability', '2026-09-05', '李某在某公司领取工资12,000元'),
        fact(1, 'refusal', '2026-09-20', '李某在电话中表示不还。'),
      ],
      {},
      '被执行人有履行能力而拒不履行生效法律文书确定义务。履行能力方面，2026年9月5日，李某在某公司领取工资12,000元（见证据4）。拒不履行方面，2026年9月20日，李某在电话中表示不还（见证据4）。',
    ],
    [
      'a threat; only the method on record is named',
      [
        fact(2, 'threat', '2026-09-05', '李某威胁执行人员'),
        fact(2, 'obstruction', '2026-09-05', '车辆没有扣成'),
      ],
      {},
      '被执行人以威胁的方法妨碍、抗拒执行。2026年9月5日，李某威胁执行人员（见证据4）。上述行为妨碍、抗拒了执行：2026年9月5日，车辆没有扣成（见证据4）。',
    ],
    [
      'a method of another sort: the words of the statute',
      [
        fact(2, 'otherObstruction', '2026-09-05', '李某锁门拒绝扣押'),
        fact(2, 'obstruction', '2026-09-05', '车辆没有扣成'),
      ],
      {},
      '被执行人以伪造证据、暴力、威胁等方法妨碍、抗拒执行。2026年9月5日，李某锁门拒绝扣押（见证据4）。',
    ],
    [
      'a transfer',
      [
        fact(3, 'transfer', '2026-04-05', '李某将房屋过户给其弟'),
        fact(3, 'evasion', '2026-04-05', '过户价格只有市价的三成'),
      ],
      {},
      '被执行人以转移财产的方法规避执行。2026年4月5日，李某将房屋过户给其弟（见证据4）。上述行为的目的在于规避执行：2026年4月5日，过户价格只有市价的三成（见证据4）。',
    ],
    [
      'a false report',
      [fact(4, 'falseReport', '2026-08-25', '李某报告名下没有车辆，漏报小型轿车')],
      {},
      '被执行人违反财产报告制度。被执行人于2026年8月12日收到报告财产令。2026年8月25日，李某报告名下没有车辆，漏报小型轿车（见证据4）。',
    ],
    [
      'spending after the order',
      [fact(5, 'consumption', '2026-10-01', '李某乘坐飞机')],
      {},
      '被执行人违反限制消费令。贵院于2026年9月1日发出限制消费令。2026年10月1日，李某乘坐飞机（见证据4）。',
    ],
    [
      'a settlement broken',
      [
        fact(6, 'settlementBreach', '2026-10-11', '到期没有付款'),
        fact(6, 'noReason', '2026-10-15', '催告后没有说明理由'),
      ],
      { settlement: { signedOn: '2026-09-10', terms: '每月还一万元' } },
      '被执行人无正当理由拒不履行执行和解协议。双方于2026年9月10日达成执行和解协议，约定：每月还一万元。2026年10月11日，到期没有付款（见证据4）。被执行人没有正当理由：2026年10月15日，催告后没有说明理由（见证据4）。',
    ],
  ])('%s', (_, conduct, enforcement, wanted) => {
    expect(withFacts(conduct, enforcement)).toContain(wanted);
  });
});

test('what is relied on without being in hand stands first among the checks', () => {
  const x = contextFrom(roadCase('10-report-disobeyed'), TODAY);
  const told = missing('dishonest-list-application', x).filter((m) => m.level === 'warning');
  expect(told[0]?.path).toBe('evidence');
  expect(told[0]?.message).toContain('您手里还没有');
  expect(told[0]?.message).toContain('报告财产令的送达回证');
});

describe('a ground begun', () => {
  const document = roadCase('10-report-disobeyed');
  const enforcement = { ...document.enforcement };
  const untrue = contextFrom(
    {
      ...document,
      enforcement: {
        ...enforcement,
        report: { result: 'false', reportedOn: '2026-08-25', dueOn: '2026-08-27' },
      },
    },
    TODAY,
  );
  const id = 'dishonest-list-application';

  test('the paper opens, names what that ground lacks, and leads to its card', () => {
    expect(fits(id, untrue)).toMatchObject({ fits: true });
    const gaps = missing(id, untrue).filter((m) => m.level === 'blocking');
    expect(gaps.map((m) => [m.path, m.message])).toContainEqual([
      'dishonest.ground4',
      '违反财产报告制度：记下漏报了哪项财产，并挂上证据',
    ]);
    expect(paperText(build(id, untrue)).join()).toContain('请求依法将被执行人李某纳入失信');
  });

  test('what it pleads is said in one line', () => {
    expect(fits(id, contextFrom(document, TODAY)).why).toBe('写进申请书的情形：违反财产报告制度');
  });
});

describe('facts from other records', () => {
  const report = (result: string, more: object = {}) =>
    withFacts([], { report: { result, dueOn: '2026-08-27', note: '', ...more } });

  test('no report: one sentence, the day of the order, the end of its term, the note in brackets', () => {
    const paper = text(roadCase('10-report-disobeyed'));
    expect(paper).toContain(
      '被执行人违反财产报告制度。被执行人于2026年8月12日收到报告财产令，至2026年8月27日期限届满没有报告财产（执行法官告知：没有收到财产报告）（见执行卷宗）。',
    );
    expect(paper).not.toContain('收到报告财产令后没有如实按时报告');
  });

  test('a late report', () => {
    expect(report('late', { reportedOn: '2026-09-10' })).toContain(
      '被执行人于2026年8月12日收到报告财产令，报告期限于2026年8月27日届满，直至2026年9月10日才报告财产（见执行卷宗）。',
    );
  });

  test('no report, and a fact of its own with an exhibit: told once', () => {
    const paper = withFacts([fact(4, 'noReport', '2026-08-28', '法院证明没有收到报告')], {
      report: { result: 'none', dueOn: '2026-08-27' },
    });
    expect(paper).toContain('2026年8月28日，法院证明没有收到报告（见证据4）。');
    expect(paper).not.toContain('期限届满没有报告财产');
  });

  test('seized property and a refused demand', () => {
    const paper = withFacts(
      [],
      {},
      {
        propertyClues: [
          {
            id: 'c1',
            partyId: 'li',
            kind: 'vehicle',
            description: '小型轿车，号牌甲A×××88',
            seizedOn: '2026-10-12',
          },
          {
            id: 'c2',
            partyId: 'li',
            kind: 'salary',
            description: '某公司每月工资',
            seizedOn: '2026-10-13',
          },
        ],
        demands: [
          {
            id: 'd9',
            date: '2026-09-09',
            channel: 'call',
            toPartyId: 'li',
            outcome: 'refusal',
            answer: '不还。',
            evidenceIds: ['e4'],
          },
        ],
      },
    );
    expect(paper).toContain(
      '履行能力方面，被执行人名下有小型轿车（号牌甲A×××88），已于2026年10月12日被查封（见执行卷宗）。被执行人另有可供执行的财产：某公司每月工资，已于2026年10月13日被冻结（见执行卷宗）。拒不履行方面，2026年9月9日，催收时，被执行人明确拒绝履行（答复：不还）（见证据4）。',
    );
  });

  test('a refused demand carries the application for publication, too', () => {
    const sample = sampleCase();
    const x = contextFrom(
      {
        ...sample,
        demands: [
          {
            id: 'd9',
            date: '2026-09-09',
            channel: 'call',
            toPartyId: 'li',
            outcome: 'refusal',
            answer: '不还。',
            evidenceIds: ['e4'],
          },
        ],
      },
      TODAY,
    );
    expect(fits('media-notice', x).fits).toBe(true);
    expect(paperText(build('media-notice', x)).join()).toContain(
      '2026年9月9日，催收时，被执行人明确拒绝履行（答复：不还）（见证据4）。',
    );
  });

  test('a contrary fact is told as it is', () => {
    const paper = withFacts([
      fact(5, 'consumption', '2026-10-01', '李某乘坐飞机'),
      fact(5, 'consumption', '2026-09-20', '李某说机票由公司购买', { contrary: true }),
    ]);
    expect(paper).toContain('另据实说明：2026年9月20日，李某说机票由公司购买（见证据4）。');
  });

  test('the same note in the application for a fine: no stutter either', () => {
    const paper = text(roadCase('10-report-disobeyed'), 'detention-application');
    expect(paper).toContain(
      '被执行人于2026年8月12日收到报告财产令，至2026年8月27日期限届满没有报告财产（执行法官告知：没有收到财产报告）（见执行卷宗）。',
    );
    expect(paper).not.toContain('拒不报告财产：');
  });
});
