/** Papers of unusual cases: many parties, organisations, foreign papers, no interest, very large sums, nothing filled in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { paperText } from '../../templates/paper.ts';
import { build, contextOf, FORM_PAPERS } from '../helpers/paper-context.ts';

type PartyDocument = NonNullable<CaseDocument['parties']>[number];

const person = (n: number, role: PartyDocument['role']): PartyDocument => ({
  kind: 'person',
  id: `p${n}`,
  role,
  name: `张三${n}`,
});
const company = (n: number, role: PartyDocument['role']): PartyDocument => ({
  kind: 'organisation',
  id: `p${n}`,
  role,
  name: `乙市第${n}建材有限公司`,
  domicile: '甲省乙市丙区建设路9号',
  representative: `赵六${n}`,
  type: 'limitedCompany',
  ownership: 'private',
});

/** The sample with other parties on each side. */
const withParties = (parties: PartyDocument[]) =>
  contextOf((d) => {
    d.parties = parties;
    d.agents = [];
    const side = (role: string) => parties.filter((p) => p.role === role).map((p) => p.id);
    for (const loan of d.loans ?? []) {
      loan.lenderIds = side('lender');
      loan.borrowerIds = side('borrower');
    }
    for (const demand of d.demands ?? []) demand.toPartyId = null;
    for (const clue of d.propertyClues ?? []) clue.partyId = null;
    d.judgment = null;
    d.enforcement = null;
  });

describe('several parties', () => {
  it('gives every party a block of its own and counts the copies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 5 }),
        fc.array(fc.boolean(), { maxLength: 2 }),
        (lenders, debtors, third) => {
          let n = 0;
          const make = (org: boolean, role: PartyDocument['role']) =>
            org ? company(++n, role) : person(++n, role);
          const parties = [
            ...lenders.map((org) => make(org, 'lender')),
            make(debtors[0]?.[0] ?? false, 'borrower'),
            ...debtors.slice(1).map(([org, g]) => make(org, g ? 'guarantor' : 'borrower')),
            ...third.map((org) => make(org, 'thirdPerson')),
          ];
          const x = withParties(parties);
          const lines = paperText(build('complaint-elements', x));
          const count = (start: string) => lines.filter((l) => l.startsWith(start)).length;
          expect(count('原告（')).toBe(lenders.length);
          expect(count('被告（')).toBe(debtors.length);
          expect(count('第三人（')).toBe(third.length);
          for (const party of parties) {
            const label = party.kind === 'person' ? '姓名：' : '名称：';
            expect(lines.filter((l) => l === label + party.name)).toHaveLength(1);
          }
          const letter = paperText(build('complaint-narrative', x));
          expect(letter).toContain(`附：本起诉状副本${debtors.length + third.length}份`);
          for (const start of ['原告：', '被告：', '第三人：']) {
            const expected = { '原告：': lenders, '被告：': debtors, '第三人：': third }[start];
            expect(letter.filter((l) => l.startsWith(start))).toHaveLength(expected?.length ?? 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes 3 plaintiffs and 5 defendants into every paper', () => {
    const x = withParties([
      person(1, 'lender'),
      company(2, 'lender'),
      person(3, 'lender'),
      person(4, 'borrower'),
      company(5, 'borrower'),
      person(6, 'borrower'),
      person(7, 'guarantor'),
      company(8, 'guarantor'),
    ]);
    for (const id of FORM_PAPERS) {
      const text = paperText(build(id, x)).join('\n');
      for (const party of x.case.parties) {
        if (id === 'service-address' && party.role !== 'lender') continue;
        expect(text, `${id} ${party.name}`).toContain(party.name);
      }
    }
    const claims = paperText(build('complaint-narrative', x)).filter((l) => /^\d\./.test(l));
    expect(claims[0]).toBe(
      '1.判令被告张三4、乙市第5建材有限公司、张三6共同偿还原告借款本金300,000元；',
    );
    expect(claims[2]).toBe('3.判令被告张三7对上述第1项、第2项债务承担保证责任；');
    const forms = build('service-address', x).blocks;
    expect(forms.filter((b) => b.type === 'table')).toHaveLength(3);
    expect(forms.filter((b) => b.type === 'pageBreak')).toHaveLength(2);
  });

  it('signs for an organisation with its seal, and names its representative', () => {
    const x = withParties([company(1, 'lender'), person(2, 'borrower')]);
    const lines = paperText(build('complaint-narrative', x));
    expect(lines[1]).toBe('原告：乙市第1建材有限公司，住所甲省乙市丙区建设路9号。');
    expect(lines[2]).toBe('法定代表人：赵六1。');
    expect(lines).toContain('起诉人（公章和签名）：');
    const form = paperText(build('complaint-elements', x));
    expect(form.find((l) => l.startsWith('类型：'))).toMatch(
      /^类型：有限责任公司☑ {2}股份有限公司□/,
    );
    expect(form).toContain('所有制性质：国有□（控股□ / 参股□)  民营☑  其他__');
    expect(form.filter((l) => l.startsWith('统一社会信用代码'))).toHaveLength(1);
  });

  it('limits a guarantor to the loan guaranteed', () => {
    const x = contextOf((d) => {
      const loan = d.loans?.[0];
      const out = d.transfers?.[0];
      if (!loan || !out) throw new Error('no sample loan');
      d.parties?.push(person(9, 'guarantor'));
      d.loans?.push({ ...loan, id: 'loan2', signed: '2023-05-01', guarantees: [] });
      d.transfers?.push({ ...out, id: 'out2', loanId: 'loan2', date: '2023-05-01' });
      loan.guarantees = [{ id: 'g1', partyId: 'p9', kind: 'general', signed: '2023-03-01' }];
    });
    const claims = paperText(build('complaint-narrative', x)).filter((l) => /^\d\./.test(l));
    expect(claims).toContain(
      '4.判令被告张三9对第一笔借款（2023年3月1日《借条》）的本金和利息，在被告李某的财产依法强制执行后仍不能清偿的部分承担保证责任；',
    );
    expect(claims[0]).toBe('1.判令被告李某偿还原告借款本金600,000元；');
  });
});

describe('mortgages', () => {
  const mortgaged = (maximumAmount: string | null) =>
    paperText(
      build(
        'complaint-narrative',
        contextOf((d) => {
          const [loan] = d.loans ?? [];
          if (!loan || !d.claim) throw new Error('no sample loan');
          d.claim.claimSecurity = true;
          loan.securities = [
            {
              id: 's1',
              kind: 'mortgage',
              provider: '李某',
              thing: '房屋一套',
              registration: 'registered',
              maximumAmount,
            },
          ];
        }),
      ),
    ).filter((l) => l.startsWith('3.'));

  it('claims priority, up to the agreed maximum when there is one', () => {
    expect(mortgaged(null)).toEqual([
      '3.确认原告就李某提供的房屋一套折价或者拍卖、变卖所得价款，在上述第1项、第2项债务的范围内优先受偿；',
    ]);
    expect(mortgaged('200000.00')).toEqual([
      '3.确认原告就李某提供的房屋一套折价或者拍卖、变卖所得价款，对上述第1项、第2项债务，在最高债权额200,000元的范围内优先受偿；',
    ]);
  });
});

describe('agents', () => {
  const x = contextOf((d) => {
    d.agents = [
      { id: 'a1', partyId: 'wang', name: '钱律', unit: '甲律师事务所', authority: 'special' },
      { id: 'a2', partyId: 'wang', name: '孙律', kind: 'lawyer', authority: 'general' },
      { id: 'a3', partyId: 'wang', name: '多余', authority: 'general' },
    ];
  });

  it('prints two at most, each in a block, with the powers ticked', () => {
    const lines = paperText(build('complaint-elements', x));
    expect(lines.filter((l) => l === '委托诉讼代理人')).toHaveLength(2);
    expect(lines).toContain('姓名：钱律');
    expect(lines).toContain('代理权限：一般授权□  特别授权☑');
    expect(lines).toContain('代理权限：一般授权☑  特别授权□');
    expect(lines.join('')).not.toContain('多余');
    expect(lines.slice(0, lines.indexOf('诉讼请求'))).not.toContain('无☑');
  });
});

describe('people with other papers, and without', () => {
  it('names a passport as such', () => {
    const x = contextOf((d) => {
      const [wang] = d.parties ?? [];
      if (wang?.kind !== 'person') throw new Error('no sample lender');
      wang.idType = 'passport';
      wang.idNumber = 'E12345678';
      wang.ethnicity = '';
    });
    expect(paperText(build('complaint-elements', x))).toContain('证件类型：护照');
    expect(paperText(build('complaint-narrative', x))[1]).toContain('护照号码：E12345678');
  });

  it('leaves what is not known blank instead of inventing it', () => {
    const x = withParties([person(1, 'lender'), person(2, 'borrower')]);
    const form = paperText(build('complaint-elements', x));
    expect(form.filter((l) => l === '证件类型：')).toHaveLength(2);
    expect(form.filter((l) => l === '性别：男□  女□')).toHaveLength(2);
    expect(paperText(build('complaint-narrative', x))[2]).toBe('被告：张三2。');
  });
});

describe('sums', () => {
  it('prints sums over a hundred million with separators, in every paper', () => {
    const x = contextOf((d) => {
      if (d.loans?.[0]) d.loans[0].agreedAmount = '123456789.05';
      if (d.transfers?.[0]) d.transfers[0].amount = '123456789.05';
      d.claim = { asOf: '2026-03-16' };
    });
    for (const id of FORM_PAPERS) build(id, x);
    const form = paperText(build('complaint-elements', x)).join('\n');
    expect(form).toContain('尚欠本金123,456,789.05元（人民币');
    expect(paperText(build('interest-schedule', x))).toContain('123,456,789.05');
  });

  it('claims no in-term interest where none was agreed, and none at all on a rate of nothing', () => {
    const x = contextOf((d) => {
      if (d.loans?.[0]) {
        d.loans[0].interest = 'agreed';
        d.loans[0].rate = { value: '0', per: 'year' };
        d.loans[0].overdueRate = { value: '0', per: 'year' };
      }
      d.claim = { asOf: '2026-03-16' };
    });
    const lines = paperText(build('complaint-narrative', x));
    expect(x.claim.interest).toBe(0);
    expect(lines).toContain('1.判令被告偿还原告借款本金300,000元；');
    expect(lines.join('')).not.toContain('借期内利息');
    expect(lines.filter((l) => /^\d\./.test(l))).toHaveLength(2);
    expect(paperText(build('complaint-elements', x))).toContain('计算方式：无');
  });

  it('follows the agreed rate up to the cap, in-term and overdue apart', () => {
    const x = contextOf((d) => {
      if (d.loans?.[0]) {
        d.loans[0].interest = 'agreed';
        d.loans[0].rate = { value: '2', per: 'month', wording: '月息2分' };
      }
      d.claim = { asOf: '2026-03-16' };
    });
    const claims = paperText(build('complaint-narrative', x)).filter((l) => /^\d\./.test(l));
    expect(claims).toEqual([
      '1.判令被告偿还原告借款本金300,000元；',
      '2.判令被告支付原告借期内利息43,800元（以本金300,000元为基数，自2023年3月1日起至2024年2月29日止，按年利率14.6%计算）；',
      '3.判令被告支付原告逾期利息（以本金300,000元为基数，自2024年3月1日起按年利率14.6%计算至实际清偿之日止；暂计至2026年3月16日为89,520元）；',
      '4.本案诉讼费用由被告负担。',
    ]);
    const form = paperText(build('complaint-elements', x));
    expect(form).toContain('利率☑  2%/ 年（季 / 月）（合同条款：第 条）');
    expect(form).toContain('月利率2.00%（折合年利率24.00%）（原文“月息2分”）');
  });
});

describe('edited passages', () => {
  it('prints the user’s words instead of the draft, and keeps the rest', () => {
    const x = contextOf((d) => {
      d.prose = [{ key: 'complaint-elements.facts', text: '第一段。\n第二段。', basis: '' }];
    });
    const lines = paperText(build('complaint-elements', x));
    const at = lines.indexOf('第一段。');
    expect(lines[at - 1]).toMatch(/^（可完整表述纠纷涉及的事实与理由/);
    expect(lines[at + 1]).toBe('第二段。');
    expect(paperText(build('complaint-narrative', x)).join('')).not.toContain('第一段');
  });
});

describe('days and demands in the complaint', () => {
  const demandsOn = (...days: string[]) =>
    contextOf((d) => {
      d.demands = days.map((date, i) => ({
        ...{ id: `d${i}`, date, content: '请还款。' },
        channel: i === 0 ? ('wechat' as const) : ('letter' as const),
      }));
    });
  const facts = (x: ReturnType<typeof contextOf>) =>
    paperText(build('complaint-narrative', x)).join('');

  it('says how many whole days went by since the first overdue day; interest counts that day too', () => {
    // A loan without interest, claimed from the first day of default: one stretch of overdue interest.
    const x = contextOf((d) => {
      Object.assign(d.claim ?? {}, { claimFrom: 'overdue', lprAnchor: 'fixedAtDefault' });
    });
    const days = x.claim.segments.reduce((n, s) => n + s.days, 0);
    expect(days).toBe(746);
    expect(paperText(build('complaint-elements', x)).join('')).toMatch(
      /逾期时间：2024年3月1日\s+至今已逾期745天/,
    );
  });

  it('names one day once, and 多次 only for demands of several days', () => {
    const one = facts(demandsOn('2026-01-20', '2026-01-20'));
    expect(one).toContain('2026年1月20日，原告通过微信、信函催要');
    expect(one).not.toContain('多次');
    expect(facts(demandsOn('2026-01-20', '2026-02-01'))).toContain(
      '2026年1月20日至2026年2月1日，原告多次通过微信、信函催要',
    );
  });
});
