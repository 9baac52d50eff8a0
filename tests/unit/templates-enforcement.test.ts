/** The papers from the judgment on: their structure, their language, and the running case's figures. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { enforcementPapers } from '../../templates/enforcement-papers.ts';
import { crossCheck, paperTemplates } from '../../templates/index.ts';
import { paperText } from '../../templates/paper.ts';
import forms from '../fixtures/forms/enforcement-papers.json' with { type: 'json' };
import { answer, blocks, running, text } from '../helpers/enforcement-context.ts';
import { build, emptyContext, fits } from '../helpers/paper-context.ts';

const ids = Object.keys(forms) as (keyof typeof forms)[];

describe('structure', () => {
  it('covers every enforcement paper but the two proved elsewhere', () => {
    const others = ['enforcement-elements', 'delay-interest-schedule'];
    const listed = enforcementPapers.map((t) => t.id).filter((id) => !others.includes(id));
    expect([...ids].sort()).toEqual([...listed].sort());
    for (const t of enforcementPapers) expect(paperTemplates).toContain(t);
  });

  it.each(ids)('%s prints its parts in order', (id) => {
    const whole = text(id);
    let at = 0;
    for (const piece of forms[id]) {
      const found = whole.indexOf(piece, at);
      expect(found, piece).toBeGreaterThanOrEqual(0);
      at = found + piece.length;
    }
  });

  it.each(ids)('%s has nothing blocking in the running case', (id) => {
    expect(blocks(id)).toEqual([]);
  });

  it.each(ids)('%s is refused, and does not fail, on an empty case', (id) => {
    const x = emptyContext();
    expect(fits(id, x).fits).toBe(false);
    expect(fits(id, x).why).not.toBe('');
    expect(() => build(id, x)).not.toThrow();
    if (id !== 'filing-checklist') expect(blocks(id, x).length).toBeGreaterThan(0);
  });

  it.each(ids)('%s never signs for the party and never names a dead article', (id) => {
    const whole = text(id);
    expect(whole).not.toMatch(/(签名|盖章)[）)]?：[^\n\s]/);
    expect(whole).not.toMatch(/第二百六十二条|第二百四十二条|36%|老赖/);
    expect(build(id, running()).fileName).toMatch(/^\d{2}-[^\\/:*?"<>|]+-王某$/);
  });
});

/** Companies on both sides, two lenders, a guarantor, a passport, 120 million, a part received, no interest. */
function crowded(d: CaseDocument): void {
  d.parties = [
    {
      id: 'wang',
      kind: 'organisation',
      role: 'lender',
      name: '甲省某某建材有限公司',
      domicile: '甲省乙市丙区建设路1号',
      representative: '王某',
      creditCode: '91110000000000000X',
      phone: '0101234567',
    },
    {
      id: 'zhang',
      kind: 'person',
      role: 'lender',
      name: '张某',
      sex: 'female',
      birthDate: '1981-01-01',
      domicile: '甲省乙市丙区建设路2号',
      phone: '13800000009',
    },
    {
      id: 'li',
      kind: 'person',
      role: 'borrower',
      name: '李某',
      idType: 'passport',
      idNumber: 'E12345678',
      domicile: '甲省乙市丁区和平路2号',
    },
    {
      id: 'firm',
      kind: 'organisation',
      role: 'borrower',
      name: '乙市某某贸易有限公司',
      domicile: '甲省乙市丁区和平路3号',
    },
    { id: 'qian', kind: 'person', role: 'guarantor', name: '钱某', domicile: '甲省乙市丁区' },
  ];
  d.judgment!.kind = 'mediation';
  d.judgment!.items = [
    { id: 'j1', kind: 'principal', amount: '120000000.00' },
    { id: 'j2', kind: 'costs', amount: '5800.00' },
  ];
  d.enforcement!.payments = [{ id: 'p1', date: '2026-08-20', amount: '1000.00' }];
}

/** Hardly anything recorded beyond the judgment. */
function bare(d: CaseDocument): void {
  Object.assign(d, {
    choices: {},
    conduct: [],
    propertyClues: [],
    agents: [],
    evidence: [],
    demands: [],
  });
  Object.assign(d.enforcement!, {
    noticeServedOn: null,
    reportOrderServedOn: null,
    caseNumber: '',
  });
  d.judgment!.effectiveOn = null;
}

describe('annexes and words of the application', () => {
  it('long entries of a line stand closer, so that a phone number stays on it', () => {
    expect(text('enforcement-elements')).toContain(
      '单位：甲省××律师事务所    职务：律师    联系电话：13700000003',
    );
    expect(text('enforcement-elements')).toContain('出生日期：1980年5月12日            民族：汉族');
  });

  const narrative = (change: Parameters<typeof running>[0]) =>
    text('enforcement-narrative', running(change));

  it('asks for what an award, a deed or a payment order needs', () => {
    const kind = (value: 'award' | 'notarised' | 'paymentOrder') =>
      narrative((d) => {
        if (d.judgment) d.judgment.kind = value;
      });
    expect(narrative(() => undefined)).toContain('附：生效法律文书1份、生效证明1份、财产线索表1份');
    expect(kind('award')).toContain('仲裁协议或者有仲裁条款的合同复印件1份');
    expect(kind('award')).not.toContain('生效证明');
    expect(kind('notarised')).toContain('执行证书1份');
    expect(kind('paymentOrder')).toContain('支付令送达和未提出有效异议的证明1份');
  });

  it('counts only what had come in by the day of its figures', () => {
    const paid = (date: string) =>
      narrative((d) => {
        if (d.enforcement) d.enforcement.payments = [{ id: 'p1', date, amount: '1000.00' }];
      });
    expect(paid('2026-09-10')).toContain('被执行人李某未履行生效法律文书');
    expect(paid('2026-08-01')).toContain('被执行人李某未全部履行生效法律文书');
  });
});

describe('language', () => {
  const broken = /undefined|null|NaN|，，|。。|；；|；。|，。|、、|、。|。，|。；|（）/;
  it.each([
    ['the running case', () => undefined],
    ['a crowded case', crowded],
    ['a bare case', bare],
  ])('stays whole in %s', (_, change) => {
    const x = running(change);
    for (const id of ids) {
      expect(
        paperText(build(id, x)).filter((line) => broken.test(line)),
        id,
      ).toEqual([]);
    }
  });

  it('names every party and figure of a crowded case', () => {
    const x = running(crowded);
    const whole = text('enforcement-narrative', x);
    expect(whole).toContain('强制执行借款本金120,000,000元');
    expect(whole).toContain('调解书确定的费用5,800元');
    expect(whole).toContain('护照号码：E12345678');
    // Each applicant signs in its own way, at its own place.
    expect(whole).toContain(
      '申请执行人甲省某某建材有限公司\n（公章和签名）：\n申请执行人张某（签名）：',
    );
    expect(whole).toContain('委托诉讼代理人：赵某，甲省××律师事务所律师。');
    expect(build('enforcement-narrative', x).fileName).toContain('强制执行申请书（叙述式）');
    expect(whole).not.toContain('强制执行利息');
    expect(crossCheck([build('enforcement-narrative', x)], x)).toEqual([]);
    expect(text('resume-enforcement', x)).toContain('调解书确定的费用4,800元');
  });

  it('finds a figure changed by hand in the narrative application', () => {
    const x = running((d) => {
      d.prose = [
        {
          key: 'enforcement-narrative.claims',
          text: '1.强制执行借款本金310,000元；\n2.强制执行利息（暂计至2026年8月3日为3,452.05元）。',
          basis: '',
        },
      ];
    });
    expect(crossCheck([build('enforcement-narrative', x)], x).map((m) => m.what)).toEqual([
      'principal',
    ]);
  });
});

describe('figures', () => {
  it('enforcement-narrative takes them from the engine', () => {
    const whole = text('enforcement-narrative');
    expect(whole).toContain('暂计至2026年8月3日为3,452.05元');
    expect(whole).toContain('自2026年7月11日起按日万分之一点七五计算');
    expect(whole).toContain('暂计至2026年8月3日为1,207.50元');
    expect(whole).toContain('4.申请执行费由被执行人承担。');
  });

  it('names what was received, and the rest only', () => {
    const x = running((d) => {
      d.enforcement!.payments = [{ id: 'p1', date: '2026-08-01', amount: '100000.00' }];
    });
    expect(text('enforcement-narrative', x)).toContain('被执行人李某未全部履行');
    expect(text('enforcement-narrative', x)).not.toContain('本金300,000元；');
    expect(text('distribution-application', x)).toContain('已执行到位金额：100,000元');
  });

  it('puts the doubled part forward only on request', () => {
    expect(text('distribution-application')).not.toContain('加倍部分');
    const x = answer('distribution-application', { doubled: true });
    expect(text('distribution-application', x)).toContain('304,659.55元（本金300,000元');
  });

  it('recounts a resumed enforcement to the day of signing', () => {
    const whole = text('resume-enforcement');
    expect(whole).toContain('一般债务利息8,630.14元');
    expect(whole).toContain('加倍部分债务利息12,232.50元，共计320,862.64元');
  });
});
