/** What keeps each enforcement paper from being printed, and what it warns of. */
import { describe, expect, it } from 'vitest';
import { paperText } from '../../templates/paper.ts';
import {
  answer,
  blockedAt,
  blocks,
  running,
  text,
  warned,
} from '../helpers/enforcement-context.ts';
import { build, fits } from '../helpers/paper-context.ts';

describe('dishonest-list-application', () => {
  const id = 'dishonest-list-application';
  it('pleads each ground with dated facts and exhibits', () => {
    const whole = text(id);
    expect(whole).toContain('2026年8月20日，名下账户收到货款80,000元（见证据9）');
    expect(whole).toContain('2026年8月25日，在电话中表示不会履行判决（见证据7）');
    expect(whole).not.toContain('转入他人账户');
    expect(warned(id)).toContain('“虚假诉讼、隐匿转移财产”的事实或者证据还不齐');
  });

  it('refuses bare non-payment', () => {
    const x = running((d) => {
      d.conduct = [];
      d.propertyClues = [];
    });
    expect(blockedAt(id, x)).toContain('conduct');
    expect(fits(id, x).fits).toBe(false);
    expect(fits(id, x).why).toContain('没有还钱');
  });

  it('leaves out a ground whose facts have no evidence', () => {
    const x = running((d) => {
      d.conduct = d.conduct!.map((f) => (f.id === 'f3' ? { ...f, evidenceIds: [] } : f));
    });
    expect(text(id, x)).not.toContain('违反财产报告制度');
    expect(text(id, x)).toContain('第一条第一项规定的情形');
  });

  it('drops ground 1 and warns when what is seized covers the debt', () => {
    const x = running((d) => {
      d.enforcement!.exclusions!.seizedSuffices = true;
    });
    expect(warned(id, x)).toContain('第三条第二项');
    expect(text(id, x)).not.toContain('有履行能力而拒不履行');
    expect(text(id, x)).toContain('第一条第四项规定的情形');
    const valued = running((d) => {
      d.propertyClues![0]!.estimatedValue = '400000.00';
    });
    expect(warned(id, valued)).toContain('第三条第二项');
    expect(warned(id)).not.toContain('第三条第二项');
  });

  it('warns of the six months, of leverage, and of filing without a case number', () => {
    expect(warned(id)).toContain('六个月内不能');
    expect(warned(id)).toContain('不要拿列入名单来威胁');
    expect(warned(id)).not.toContain('还没有执行案号');
    const x = running((d) => {
      d.enforcement!.caseNumber = '';
    });
    expect(warned(id, x)).toContain('还没有执行案号');
    expect(fits(id, x).fits).toBe(false);
  });

  it('never lists a minor', () => {
    const x = running((d) => {
      const li = d.parties!.find((p) => p.id === 'li')!;
      Object.assign(li, { birthDate: '2012-09-08' });
    });
    expect(blockedAt(id, x)).toContain('conduct');
  });

  it('names only those against whom there are facts', () => {
    const x = running((d) => {
      d.parties!.push({
        id: 'qian',
        kind: 'person',
        role: 'guarantor',
        name: '钱某',
        sex: 'male',
        domicile: '甲省乙市丁区和平路8号',
        idNumber: '110101199003070030',
      });
    });
    expect(text(id, x)).toContain('将被执行人李某纳入');
    expect(paperText(build(id, x)).filter((l) => l.startsWith('被执行人：'))).toHaveLength(1);
    expect(warned(id, x)).toContain('没有钱某符合');
  });
});

describe('gates', () => {
  it('payee-account: the holder has to be the applicant', () => {
    const x = running((d) => {
      d.enforcement!.bankAccount!.holder = '张三';
    });
    expect(blockedAt('payee-account', x)).toContain('enforcement.bankAccount.holder');
  });

  it('asset-clues: a vehicle without a place is warned of', () => {
    const x = running((d) => {
      d.propertyClues![0]!.location = '';
    });
    expect(warned('asset-clues', x)).toContain('停在哪里');
    expect(warned('asset-clues')).not.toContain('停在哪里');
    expect(warned('asset-clues')).toContain('定位设备');
  });

  it('every application during enforcement needs 执行案号', () => {
    const x = running((d) => {
      d.enforcement!.caseNumber = '';
    });
    for (const id of ['asset-query', 'reward-notice', 'add-obligor', 'exit-ban'] as const) {
      expect(blockedAt(id, x)).toContain('enforcement.caseNumber');
      expect(fits(id, x).fits).toBe(false);
    }
  });

  it('aims at the obligors named, and refuses a stranger', () => {
    expect(blockedAt('asset-query', answer('asset-query', { debtors: ['路人'] }))).toContain(
      'choices.asset-query.debtors',
    );
  });

  it('order-report: not after the order was served', () => {
    expect(fits('order-report', running()).why).toContain('2026年9月2日送达');
    const x = running((d) => {
      d.enforcement!.reportOrderServedOn = null;
    });
    expect(fits('order-report', x).fits).toBe(true);
  });

  it('renew-seizure: document number, the longest time, and an end that is near', () => {
    const unnumbered = answer('renew-seizure', { documentNumber: '' });
    expect(blockedAt('renew-seizure', unnumbered)).toEqual(['propertyClues.0.seizureNumber']);
    const three = answer('renew-seizure', { years: '3' });
    expect(text('renew-seizure', three)).toContain('期限二年');
    expect(warned('renew-seizure', three)).toContain('最长二年');
    expect(text('renew-seizure', answer('renew-seizure', { years: '1' }))).toContain('期限一年');
    expect(fits('renew-seizure', running()).fits).toBe(false);
    expect(fits('renew-seizure', running(undefined, '2028-09-01')).fits).toBe(true);
    expect(warned('renew-seizure', running(undefined, '2028-10-06'))).toContain('不足七日');
    expect(warned('renew-seizure', running(undefined, '2028-11-01'))).toContain('效力已经消灭');
  });

  it('appraise-auction: not once the seizure has lapsed; plain title for other property', () => {
    expect(blockedAt('appraise-auction', running(undefined, '2028-11-01'))).toContain(
      'propertyClues.0.seizureExpires',
    );
    const x = running((d) => {
      d.propertyClues![0] = {
        ...d.propertyClues![0]!,
        kind: 'realEstate',
        description: '商铺一间，××路9号',
      };
    });
    const lines = paperText(build('appraise-auction', x));
    expect(lines[0]).toBe('评估、拍卖申请书');
    expect(lines.join('\n')).toContain('商铺一间（××路9号）依法评估、拍卖（变卖）');
  });

  it('reward-notice: each way of reckoning needs its own figure', () => {
    const at = (values: Record<string, string>) =>
      blockedAt('reward-notice', answer('reward-notice', values));
    expect(at({ percent: '0' })).toEqual(['choices.reward-notice.percent']);
    expect(at({ percent: '150' })).toEqual(['choices.reward-notice.percent']);
    expect(at({ mode: 'fixed' })).toEqual(['choices.reward-notice.amount']);
    expect(at({ mode: 'tiered' })).toEqual(['choices.reward-notice.tiers']);
    const fixed = answer('reward-notice', { mode: 'fixed', amount: '5000' });
    expect(text('reward-notice', fixed)).toContain('悬赏金的数额或者计算方法：\n5,000元。');
  });

  it('lawyer-investigation-order: for a lawyer only', () => {
    const x = running((d) => {
      d.agents = [];
    });
    expect(fits('lawyer-investigation-order', x).fits).toBe(false);
    expect(blockedAt('lawyer-investigation-order', x)).toContain('agents');
  });

  it('add-obligor: statutory grounds for the right kind of obligor; no relatives', () => {
    const at = (values: Record<string, string>) =>
      blocks('add-obligor', answer('add-obligor', values)).map((m) => m.message);
    expect(at({ ground: 'relative' }).join()).toContain('不能凭申请追加');
    expect(at({ ground: 'unpaidCapital', insufficiency: '终本裁定' }).join()).toContain(
      '只适用于单位被执行人',
    );
    const company = running((d) => {
      d.parties = d.parties!.filter((p) => p.id !== 'li');
      d.parties.push({
        id: 'li',
        kind: 'organisation',
        role: 'borrower',
        name: '乙市某某贸易有限公司',
        domicile: '甲省乙市丁区和平路2号',
        representative: '李某',
      });
      d.choices = {
        'add-obligor': {
          ground: 'unpaidCapital',
          name: '孙某',
          particulars: '男',
          facts: '孙某认缴出资100万元，至今未缴。',
        },
      };
    });
    expect(blockedAt('add-obligor', company)).toContain('choices.add-obligor.insufficiency');
    expect(text('add-obligor', company)).toContain('在未缴纳出资的范围内承担责任');
    expect(text('add-obligor', company)).toContain('第十七条、第二十八条');
  });

  it('consumption-restriction: representative of a company is restricted with it', () => {
    const x = running((d) => {
      d.parties = d.parties!.filter((p) => p.id !== 'li');
      d.parties.push({
        id: 'li',
        kind: 'organisation',
        role: 'borrower',
        name: '乙市某某贸易有限公司',
        domicile: '甲省乙市丁区和平路2号',
        representative: '李某',
      });
    });
    expect(text('consumption-restriction', x)).toContain(
      '李某（乙市某某贸易有限公司的法定代表人）',
    );
    const done = running((d) => {
      d.enforcement!.consumptionOrderOn = '2026-09-01';
    });
    expect(fits('consumption-restriction', done).fits).toBe(false);
  });

  it('consumption-restriction: tells the gap that 失信评估 tells, and may still be printed', () => {
    const id = 'consumption-restriction';
    expect(fits(id, running()).why).toContain('可以提交');
    const x = running((d) => {
      d.enforcement!.noticeServedOn = null;
    });
    expect(fits(id, x)).toEqual({
      fits: true,
      why: '材料不足：还没有填写执行通知书送达被执行人的日期，可以向执行法官询问。可以先生成，最好补上再提交。',
    });
    expect(warned(id, x).split('\n')[0]).toContain('执行通知书送达被执行人的日期');
  });

  it('resume-enforcement: a ruling and assets, or a settlement and its breach', () => {
    const none = running((d) => {
      d.choices = { ...d.choices, 'resume-enforcement': { ruling: '', assets: [] } };
      d.propertyClues = [];
    });
    expect(blockedAt('resume-enforcement', none)).toEqual([
      'choices.resume-enforcement.ruling',
      'choices.resume-enforcement.assets',
    ]);
    const settled = (breachedOn: string | null) =>
      running((d) => {
        // Nothing is chosen: no day of 终本 is recorded, so the settlement is the cause.
        d.enforcement!.settlement = { signedOn: '2026-09-10', terms: '每月还30,000元', breachedOn };
      });
    expect(blockedAt('resume-enforcement', settled(null))).toEqual([
      'enforcement.settlement.breachedOn',
    ]);
    const whole = text('resume-enforcement', settled('2026-10-10'));
    expect(whole).toContain('自2026年10月10日起，被执行人没有按照和解协议履行');
    expect(whole).toContain('第二百四十一条');
    expect(fits('resume-enforcement', settled('2026-10-10')).fits).toBe(true);
  });

  it('detention-application: recorded acts only, each with its day', () => {
    const none = running((d) => {
      d.conduct = d.conduct!.filter((f) => f.ground === 1);
    });
    expect(fits('detention-application', none).fits).toBe(false);
    expect(blockedAt('detention-application', none)).toContain('conduct');
    const undated = running((d) => {
      d.conduct = d.conduct!.map((f) => ({ ...f, date: null }));
    });
    expect(blockedAt('detention-application', undated)).toContain('conduct.3.date');
    const only = answer('detention-application', { measures: ['罚款'] });
    expect(paperText(build('detention-application', only))[0]).toBe('罚款申请书');
  });

  it('criminal-complaint: ability and acts; a sanction first for reports and spending', () => {
    const unable = running((d) => {
      d.conduct = d.conduct!.filter((f) => f.ground !== 1);
      d.propertyClues = [];
    });
    expect(
      blocks('criminal-complaint', unable)
        .map((m) => m.message)
        .join(),
    ).toContain('有能力执行');
    const unsanctioned = answer('criminal-complaint', { measures: [] });
    expect(warned('criminal-complaint', unsanctioned)).toContain('请先申请罚款、拘留');
    expect(warned('criminal-complaint')).not.toContain('请先申请罚款、拘留');
    const early = running((d) => {
      d.conduct = d.conduct!.map((f) => (f.id === 'f4' ? { ...f, date: '2025-01-01' } : f));
    });
    expect(warned('criminal-complaint', early)).toContain('只能作背景');
  });

  it('private-prosecution: blocked without the complaint and its answer', () => {
    const x = answer('private-prosecution', { complaint: '', answer: '' });
    expect(fits('private-prosecution', x).fits).toBe(false);
    expect(blockedAt('private-prosecution', x)).toEqual([
      'choices.private-prosecution.complaint',
      'choices.private-prosecution.answer',
    ]);
    const civil = answer('private-prosecution', { civil: true, civilClaim: '损失5,000元' });
    expect(text('private-prosecution', civil)).toContain('是☑  否□');
    expect(text('private-prosecution', civil)).toContain('请求被告人李某赔偿损失5,000元。');
  });

  it('distribution-application: never against a company', () => {
    const company = (type: 'limitedCompany' | 'partnership') =>
      running((d) => {
        d.parties = d.parties!.filter((p) => p.id !== 'li');
        d.parties.push({
          id: 'li',
          kind: 'organisation',
          role: 'borrower',
          name: '乙市某某贸易公司',
          domicile: '甲省乙市丁区和平路2号',
          type,
        });
      });
    expect(blockedAt('distribution-application', company('limitedCompany'))).toContain('parties');
    expect(blockedAt('distribution-application', company('partnership'))).toEqual([]);
  });

  it('exit-ban and media-notice: no reason, no application', () => {
    expect(blockedAt('exit-ban', answer('exit-ban', { reason: '' }))).toEqual([
      'choices.exit-ban.reason',
    ]);
    const bare = running((d) => {
      d.choices = { ...d.choices, 'media-notice': { reason: '' } };
      d.conduct = d.conduct?.filter((f) => f.element !== 'refusal') ?? [];
    });
    expect(blockedAt('media-notice', bare)).toEqual(['choices.media-notice.reason']);
    expect(warned('exit-ban', answer('exit-ban', { reason: '他是个骗子' }))).toContain('只写事实');
  });

  it('what is recorded stands for the reason, and for the police’s answer', () => {
    const x = running((d) => {
      d.choices = {};
      d.conduct = [
        ...(d.conduct ?? []),
        {
          id: 'x1',
          measure: 'exitBan',
          element: 'exitPlan',
          date: '2026-10-08',
          description: '订了出境机票',
          evidenceIds: ['e9'],
        },
        {
          id: 'x2',
          measure: 'crime',
          element: 'policeReport',
          date: '2026-10-09',
          description: '向乙市公安局丁区分局控告，当日受理',
        },
        {
          id: 'x3',
          measure: 'prosecution',
          element: 'notPursued',
          date: '2026-11-10',
          description: '公安机关作出不予立案通知书',
        },
      ];
    });
    expect(blockedAt('exit-ban', x)).toEqual([]);
    expect(text('exit-ban', x)).toContain('2026年10月8日，订了出境机票（见证据9）');
    expect(text('exit-ban', x)).toContain(
      '被执行人名下小型轿车，号牌甲A×××88，已于2026年10月12日查封',
    );
    expect(text('private-prosecution', x)).toContain('小型轿车，号牌甲A×××88，已于2026年10月12日');
    expect(text('media-notice', x)).toContain('在电话中表示不会履行判决');
    expect(blockedAt('private-prosecution', x)).not.toContain('choices.private-prosecution.answer');
    expect(text('private-prosecution', x)).toContain('2026年11月10日，公安机关作出不予立案通知书');
  });

  it('the report noted in enforcement is an act that a fine can rest on', () => {
    const x = running((d) => {
      d.conduct = [];
      d.enforcement!.report = { dueOn: '2026-09-17', result: 'none' };
    });
    expect(blockedAt('detention-application', x)).toEqual([]);
    expect(text('detention-application', x)).toContain(
      '至2026年9月17日期限届满没有报告财产（见执行卷宗）',
    );
    expect(fits('detention-application', x).fits).toBe(true);
  });

  it('a fine on record is told in the complaint to the police', () => {
    const x = running((d) => {
      d.choices = { 'criminal-complaint': { police: '乙市公安局丁区分局' } };
      d.conduct = [
        ...(d.conduct ?? []),
        {
          id: 'x4',
          measure: 'sanction',
          element: 'fined',
          date: '2026-10-01',
          description: '决定罚款五千元',
        },
      ];
    });
    expect(text('criminal-complaint', x)).toContain('2026年10月1日，法院决定罚款五千元');
    expect(warned('criminal-complaint', x)).not.toContain('请先申请罚款、拘留');
  });

  it('an edited passage is printed, and told of when the record changes', () => {
    const x = running((d) => {
      d.prose = [{ key: 'exit-ban.facts', text: '我的说法。', basis: '旧的草稿' }];
    });
    expect(text('exit-ban', x)).toContain('我的说法。');
    expect(warned('exit-ban', x)).toContain('此后案件数据有变');
  });
});
