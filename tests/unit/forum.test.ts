import { describe, expect, it } from 'vitest';
import { parseCase } from '../../shared/case/parse.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { paymentOrderFacts } from '../../shared/law/case-procedure.ts';
import { addressParts, courtOfAddress, provinceOfAddress } from '../../shared/law/courts.ts';
import {
  clauseFinding,
  courtLevel,
  type ForumClauseInput,
  forum,
} from '../../shared/law/jurisdiction.ts';
import { paymentOrderAdvice } from '../../shared/law/payment-order.ts';
import {
  defaultLimits,
  PROVINCES,
  procedureAdvice,
  smallClaimsLimits,
} from '../../shared/law/procedure.ts';

describe('court names from addresses (conventions E)', () => {
  it.each([
    ['甲省乙市丁区和平路2号', '乙市丁区人民法院'],
    ['上海市浦东新区世纪大道1号', '上海市浦东新区人民法院'],
    ['北京市朝阳区建国路1号', '北京市朝阳区人民法院'],
    ['江苏省南京市鼓楼区中山路1号', '南京市鼓楼区人民法院'],
    ['江苏省苏州市昆山市前进路1号', '昆山市人民法院'],
    ['甲省乙市戊县城关镇', '戊县人民法院'],
    ['内蒙古自治区呼和浩特市新城区1号', '呼和浩特市新城区人民法院'],
    ['广西壮族自治区南宁市青秀区1号', '南宁市青秀区人民法院'],
    ['重庆市城口县葛城街道', '城口县人民法院'],
    ['甲省乙市戊县联盟路1号', '戊县人民法院'],
    ['甲省戊县联盟路1号', '戊县人民法院'],
    ['天津市滨海新区1号', '天津市滨海新区人民法院'],
    ['吉林省延边朝鲜族自治州延吉市1号', '延吉市人民法院'],
    [
      '甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县1号',
      '积石山保安族东乡族撒拉族自治县人民法院',
    ],
  ])('%s → %s', (address, court) => {
    expect(courtOfAddress(address)).toBe(court);
  });

  it('does not guess', () => {
    for (const a of [
      '',
      '和平路2号',
      '丁区和平路2号',
      '广东省东莞市莞城街道1号',
      '广东省东莞市莞城街道某某小区1号',
      '江苏省苏州市高新区1号',
    ]) {
      expect(courtOfAddress(a)).toBeUndefined();
    }
    expect(provinceOfAddress('江苏省南京市鼓楼区')).toBe('江苏');
    expect(provinceOfAddress('上海市浦东新区')).toBe('上海');
    expect(addressParts('甲省乙市丁区和平路2号')).toEqual({
      province: '甲省',
      city: '乙市',
      county: '丁区',
    });
  });
});

const wang = { name: '王某', domicile: '甲省乙市丙区建设路1号' };
const li = { name: '李某', domicile: '甲省乙市丁区和平路2号' };
const clause = (x: Partial<ForumClauseInput>): ForumClauseInput => ({
  kind: 'court',
  wording: '',
  named: '乙市戊区人民法院',
  connection: 'unknown',
  ...x,
});

describe('rules 5.1: competent courts', () => {
  it('trap 22: the running case may go to the defendant’s or the lender’s court', () => {
    const f = forum({ plaintiffs: [wang], defendants: [li], asOf: '2026-03-16' });
    expect(f.courts.map((c) => [c.basis, c.court])).toEqual([
      ['defendantDomicile', '乙市丁区人民法院'],
      ['performancePlace', '乙市丙区人民法院'],
    ]);
    expect(f.courts[1]?.article).toContain('民间借贷规定第三条');
    expect(f.blocked).toBe(false);
  });

  it('habitual residence prevails over domicile', () => {
    const f = forum({
      plaintiffs: [],
      defendants: [{ ...li, habitualResidence: '丙省丁市己县1号' }],
      asOf: '2026-03-16',
    });
    expect(f.courts[0]).toMatchObject({ court: '己县人民法院' });
    expect(f.courts[0]?.reason).toContain('经常居住地');
  });

  it('a real connection makes the clause good; the five places are enough', () => {
    for (const connection of [
      'defendant',
      'performance',
      'signing',
      'plaintiff',
      'subject',
    ] as const) {
      expect(clauseFinding(clause({ connection }), '2026-03-16').state).toBe('valid');
    }
    const f = forum({
      plaintiffs: [wang],
      defendants: [li],
      clause: clause({ connection: 'signing' }),
      asOf: '2026-03-16',
    });
    expect(f.courts).toHaveLength(1);
    expect(f.courts[0]).toMatchObject({ basis: 'agreed', court: '乙市戊区人民法院' });
    expect(f.clause?.reason).toContain('真实签订');
  });

  it('trap 22: a clause without connection is void by the reply of 2025-12-31', () => {
    const none = clauseFinding(clause({ connection: 'none' }), '2025-12-31');
    expect(none).toMatchObject({ state: 'void', article: '管辖批复第一条' });
    expect(clauseFinding(clause({ connection: 'none' }), '2025-12-30').article).toBe(
      '民事诉讼法第三十五条',
    );
    const f = forum({
      plaintiffs: [wang],
      defendants: [li],
      clause: clause({ connection: 'none' }),
      asOf: '2026-03-16',
    });
    expect(f.courts).toHaveLength(2);
    expect(clauseFinding(clause({ connection: 'other' }), '2026-03-16').state).toBe('unclear');
  });

  it('arbitration keeps the case out; “arbitration or court” keeps only the court', () => {
    const a = forum({
      plaintiffs: [wang],
      defendants: [li],
      clause: clause({ kind: 'arbitration' }),
      asOf: '2026-03-16',
    });
    expect(a).toMatchObject({ blocked: true, courts: [] });
    const either = clauseFinding(clause({ kind: 'either', connection: 'plaintiff' }), '2026-03-16');
    expect(either.state).toBe('valid');
    expect(either.article).toContain('管辖批复第四条');
  });

  it('level: 500 million, or 100 million when one party is outside', () => {
    expect(courtLevel(30_000_000, true).level).toBe('basic');
    expect(courtLevel(49_999_999_999, true).level).toBe('basic');
    expect(courtLevel(50_000_000_000, true).level).toBe('intermediate');
    expect(courtLevel(10_000_000_000, false).level).toBe('intermediate');
    expect(courtLevel(10_000_000_000, true).level).toBe('basic');
  });
});

describe('rules 5.3: procedure', () => {
  const at = (province: string, amount: number, x = {}) =>
    procedureAdvice({ province, amount: Math.round(amount * 100), ...x });

  it('Jiangsu: 64,610 and 258,440 from 2026-01-04', () => {
    expect(defaultLimits('江苏省')).toMatchObject({ simple: 6_461_000, agreed: 25_844_000 });
    expect(at('江苏', 64_610).track).toBe('smallClaims');
    expect(at('江苏', 64_610.01).track).toBe('smallClaimsByAgreement');
    expect(at('江苏省', 258_440).track).toBe('smallClaimsByAgreement');
    expect(at('江苏', 258_440.01).track).toBe('simplified');
    expect(at('江苏', 300_000).track).toBe('simplified');
    expect(at('江苏', 50_000).source).toContain('2026-01-04');
  });

  it('trap 19: only a current court notice is used; others are asked for', () => {
    expect(smallClaimsLimits.filter((x) => x.usable_as_default).map((x) => x.province)).toEqual([
      '江苏',
    ]);
    for (const p of PROVINCES.filter((x) => x !== '江苏')) {
      const r = at(p, 10_000);
      expect(r.track).toBe('unknown');
      expect(r.reason).toContain('填写');
    }
    const limits = { simple: 6_000_000, agreed: 24_000_000 };
    expect(at('浙江', 60_000, { limits }).track).toBe('smallClaims');
  });

  it('trap 19: a missing defendant or an appraisal excludes small claims', () => {
    expect(at('江苏', 10_000, { defendantMissing: true }).track).toBe('ordinary');
    expect(at('江苏', 10_000, { appraisal: true }).track).toBe('simplified');
  });

  it('data: every figure has a source, a year and consistent halves', () => {
    for (const x of smallClaimsLimits) {
      expect(x.source.length).toBeGreaterThan(5);
      expect(PROVINCES).toContain(x.province);
      expect(x.half * 4).toBe(x.double);
      expect(x.half * 2).toBe(x.average_wage);
    }
  });
});

describe('rules 5.5: payment order', () => {
  const good = {
    fixedAmount: true,
    due: true,
    noOtherDebts: true,
    debtorInMainland: true,
    debtorMissing: false,
    serviceable: true,
    debtorCourt: true,
    preSuitPreservation: false,
    beyondDocuments: false,
  };

  it('open when every condition is met, asks for what is not known', () => {
    expect(paymentOrderAdvice(good).state).toBe('available');
    const ask = paymentOrderAdvice({ ...good, noOtherDebts: null });
    expect(ask.state).toBe('ask');
    expect(ask.conditions.filter((c) => c.state === 'unknown').map((c) => c.id)).toEqual([
      'noOtherDebts',
    ]);
  });

  it('trap 20: each single obstacle blocks it, preservation and extra interest among them', () => {
    for (const key of Object.keys(good) as (keyof typeof good)[]) {
      const r = paymentOrderAdvice({ ...good, [key]: !good[key] });
      expect(r.state).toBe('blocked');
      const unmet = r.conditions.filter((c) => c.state === 'unmet');
      expect(unmet.map((c) => c.id)).toEqual([key]);
      expect(unmet[0]?.article).toMatch(/第.+条/);
    }
    expect(paymentOrderAdvice(good).notes.some((n) => n.code === 'guarantor')).toBe(true);
  });

  it('the sample: principal only, before the debtor’s court; the rest is asked', () => {
    const doc = sampleCase();
    const parsed = parseCase({ ...doc, suit: {}, judgment: null, enforcement: null });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const c = parsed.case;
    const facts = paymentOrderFacts(c, '2026-03-16', '乙市丁区人民法院', false);
    expect(facts).toEqual({ ...good, noOtherDebts: null });
    expect(paymentOrderFacts(c, '2024-02-29', '乙市丙区人民法院', true)).toMatchObject({
      due: false,
      debtorCourt: false,
      beyondDocuments: true,
    });
  });
});
