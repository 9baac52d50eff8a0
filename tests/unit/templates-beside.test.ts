/** The papers before and beside the suit: their rows in order, the worked examples word for word, when they fit. */
import { describe, expect, it } from 'vitest';
import { paperTemplates } from '../../templates/index.ts';
import { paperText } from '../../templates/paper.ts';
import rows from '../fixtures/forms/before-and-beside.json' with { type: 'json' };
import { build, contextOf, emptyContext, fits, missing } from '../helpers/paper-context.ts';
import {
  answer,
  asCompany,
  EXAMPLES,
  inSuit,
  lender,
  loanOf,
  preSuit,
  repaid,
  withGuarantor,
  withLawyer,
} from '../helpers/stage-cases.ts';

const ids = Object.keys(EXAMPLES);
const example = (id: string) => {
  const make = EXAMPLES[id];
  if (!make) throw new Error(`no example of ${id}`);
  return make();
};
const lines = (id: string, x = example(id)) => paperText(build(id, x));
const text = (id: string, x = example(id)) => lines(id, x).join('\n');

describe.each(ids)('%s', (id) => {
  it('fits its example, with nothing missing', () => {
    const x = example(id);
    expect(fits(id, x)).toMatchObject({ fits: true });
    expect(missing(id, x).filter((m) => m.level === 'blocking')).toEqual([]);
  });

  it('has its rows in order', () => {
    const own = (rows as Record<string, string[]>)[id] ?? [];
    expect(own.length).toBeGreaterThan(3);
    const all = text(id);
    let at = 0;
    for (const row of own) {
      const found = all.indexOf(row, at);
      expect(found, `${row} after ${all.slice(Math.max(0, at - 30), at)}`).toBeGreaterThanOrEqual(
        0,
      );
      at = found + row.length;
    }
  });

  it('says why it does not fit an empty case, and still prints a blank', () => {
    const empty = emptyContext();
    const { fits: fit, why } = fits(id, empty);
    expect(fit).toBe(false);
    expect(why).not.toBe('');
    expect(lines(id, empty).length).toBeGreaterThan(0);
    expect(() => missing(id, empty)).not.toThrow();
  });

  it('keeps to plain and lawful words', () => {
    expect(text(id)).not.toMatch(/失信|拘留|老赖|曝光|36%|[！!]/);
  });

  it('names its file and stage', () => {
    const paper = build(id, example(id));
    expect(paper.fileName).toMatch(/^\d{2}-[^-]+-[^-]+$/);
    expect(paper.id).toBe(id);
    expect([...paper.fileName].length).toBeLessThanOrEqual(60);
  });
});

it('every one of them is listed', () => {
  const known = paperTemplates.map((t) => t.id);
  for (const id of ids) expect(known).toContain(id);
});

it('after the judgment only the authority for enforcement is left', () => {
  const x = contextOf();
  expect(ids.filter((id) => fits(id, x).fits)).toEqual([]);
  expect(ids.filter((id) => fits(id, contextOf(withLawyer)).fits)).toEqual(['power-of-attorney']);
});

describe('worked examples', () => {
  it('demand letter', () => {
    const all = lines('demand-letter');
    expect(all).toContain(
      '2023年3月1日，您向本人借款人民币300,000元，期限一年（2023年3月1日起至2024年2月29日止），未约定利息，本人已于当日通过银行转账交付。借款已到期，至今未还。截至2026年1月20日，尚欠本金人民币300,000元（未约定利息）。',
    );
    expect(all.join('')).toContain(
      '请于2026年2月10日前将上述款项支付至：户名：王某，账号：6200000000000001234',
    );
    expect(all).toContain('2026年1月20日');
  });

  it('gives fifteen days when no deadline is chosen, and the figures of its own day', () => {
    const x = preSuit((d) => {
      d.claim = {};
      answer('demand-letter', { date: '2026-03-05' })(d);
    });
    const all = text('demand-letter', x);
    expect(all).toContain('请于2026年3月20日前');
    // 300,000 × 3.45% ÷ 365 × 735 days from 2024-02-29.
    expect(all).toContain(
      '截至2026年3月5日，尚欠本金人民币300,000元、利息人民币20,841.78元，合计人民币320,841.78元',
    );
    expect(all).toContain('利息计算方式：以300,000元为基数，自2024年3月1日起');
  });

  it('reminders, in one segment each', () => {
    const all = lines('reminder-messages');
    expect(all).toContain(
      '李某您好，提醒您2023年3月1日借款300,000元至今未清，请于2026年2月28日前归还。收到请回复。——王某',
    );
    expect(all).toContain(
      '李某您好，300,000元借款已逾期712天。请于2026年2月28日前归还或书面说明分期方案，逾期我将依法处理。——王某',
    );
    expect(all).toContain('请确认：截至2026年2月10日您尚欠本金300,000元。如无异议请回复“确认”。');
    const lengths = all.flatMap((l) => /^(\d+)字$/.exec(l)?.[1] ?? []).map(Number);
    expect(lengths).toHaveLength(5);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(70);
  });

  it.each([
    ['2024-02-22', ['李某您好，您2023年3月1日所借300,000元将于2024年2月29日到期，请提前安排。']],
    ['2024-02-29', ['李某您好，您2023年3月1日所借300,000元今日到期，请安排归还。']],
    [
      '2024-03-07',
      ['李某您好，您2023年3月1日所借300,000元已于2024年2月29日到期，目前未收到还款。'],
    ],
    ['2024-04-01', ['300,000元借款已逾期32天', '逾期32天未还']],
  ])('reminders of %s', (today, starts) => {
    const all = text(
      'reminder-messages',
      preSuit(() => undefined, today),
    );
    for (const start of starts) expect(all).toContain(start);
  });

  it('agreement: the plan is the debt', () => {
    const all = lines('repayment-agreement');
    const from = all.indexOf('合计（元）');
    expect(all.slice(from + 1, from + 6)).toEqual([
      '1',
      '2026-02-28',
      '100,000.00',
      '0.00',
      '100,000.00',
    ]);
    expect(all.slice(all.indexOf('合计'), all.indexOf('合计') + 4)).toEqual([
      '合计',
      '300,000.00',
      '0.00',
      '300,000.00',
    ]);
    expect(all.join('')).toContain('尚欠甲方本金人民币叁拾万元整（¥300,000.00），未约定利息');
    expect(all.join('')).toContain('保证期间为全部债务履行期限届满之日起三年');
    expect(all.join('')).toContain('一式三份');
  });

  it('agreement: three equal months by default, interest before principal', () => {
    const x = preSuit((d) => {
      d.claim = {};
    });
    const all = lines('repayment-agreement', x);
    const from = all.indexOf('合计（元）');
    // 300,000 and 19,594.11 of interest (691 days at 3.45%) in three parts of 106,531.37.
    expect(all.slice(from + 1, from + 20)).toEqual([
      ...['1', '2026-02-20', '86,937.26', '19,594.11', '106,531.37'],
      ...['2', '2026-03-20', '106,531.37', '0.00', '106,531.37'],
      ...['3', '2026-04-20', '106,531.37', '0.00', '106,531.37'],
      ...['合计', '300,000.00', '19,594.11', '319,594.11'],
    ]);
    expect(all.join('')).toContain('利息不再计入本金计收利息');
    const waived = preSuit((d) => {
      d.claim = {};
      d.settlement = { waiveInterest: true };
    });
    expect(text('repayment-agreement', waived)).toContain('甲方放弃此前的利息');
    expect(lines('repayment-agreement', waived)).toContain('100,000.00');
  });

  it('letters to an organisation address it as one', () => {
    const toCompany = preSuit((d) => {
      asCompany(d);
      const [company, person] = d.parties ?? [];
      if (company && person) {
        d.parties = [
          { ...person, id: 'wang', role: 'lender' },
          { ...company, id: 'li', role: 'borrower' },
        ];
      }
    });
    expect(text('demand-letter', toCompany)).toContain('贵单位向本人借款人民币300,000元');
    expect(text('debt-confirmation', toCompany)).toContain('本单位确认截至');
    expect(text('debt-confirmation', toCompany)).toContain('借款人（公章和签名）：');
  });

  it('note of the debtor', () => {
    expect(lines('debt-note')[1]).toBe(
      '截至2026年1月20日，李某欠王某借款本金人民币叁拾万元整（¥300,000.00），因2023年3月1日借款产生，李某承诺于2026年2月28日前付清。',
    );
    // The number stands with the signature, where it cannot tear the sentence apart.
    expect(lines('debt-note').slice(2)).toEqual([
      '欠款人（签名、指印）：',
      '身份证号：110101198509080036',
      '2026年1月20日',
    ]);
    expect(lines('iou')[1]).toBe(
      '今因建材周转，本人李某（公民身份号码：110101198509080036）向王某（公民身份号码：110101198005120014）借款人民币叁拾万元整（¥300,000.00），王某于2023年3月1日通过银行转账支付至本人账户（李某 尾号5678），本人已收到。',
    );
  });

  it('receipt of the last repayment, with what it paid and what is left', () => {
    expect(lines('receipt')[1]).toBe(
      '今收到李某归还2023年3月1日借款的本金人民币壹万元整（¥10,000.00），收款方式：银行转账（尾号5678），剩余未还本金人民币贰拾玖万元整（¥290,000.00）。',
    );
    const mixed = preSuit((d) => {
      repaid(d);
      d.claim = {};
      const last = d.transfers?.at(-1);
      if (last) last.as = null;
    });
    // 20 days of overdue interest at 3.45% first: 567.12.
    expect(text('receipt', mixed)).toContain(
      '（¥10,000.00），其中利息人民币伍佰陆拾柒元壹角贰分（¥567.12）、本金人民币玖仟肆佰叁拾贰元捌角捌分（¥9,432.88）',
    );
  });

  it('balance to be confirmed', () => {
    expect(text('debt-confirmation')).toContain(
      '本人确认截至2026年1月20日，尚欠王某本金人民币叁拾万元整（¥300,000.00），未约定利息。',
    );
    const paid = preSuit(repaid);
    const all = lines('debt-confirmation', paid);
    expect(all.slice(all.indexOf('尚欠利息') + 1, all.indexOf('合计'))).toEqual([
      '1',
      '2023-03-01',
      '300,000.00',
      '10,000.00',
      '0.00',
      '290,000.00',
      '0.00',
    ]);
  });

  it('authority: collecting money only when it is given', () => {
    expect(text('power-of-attorney')).toContain(
      '特别授权：代为申请执行、提供财产线索、提交材料、签收法律文书，进行执行和解；不含代为收取执行款。',
    );
    const collect = contextOf((d) => {
      withLawyer(d);
      answer('power-of-attorney', { collect: true })(d);
    });
    expect(text('power-of-attorney', collect)).toContain('，代为收取执行款。');
    const suit = preSuit(withLawyer);
    expect(text('power-of-attorney', suit)).toContain(
      '代为承认、放弃、变更诉讼请求，进行和解、调解，提起反诉、上诉。',
    );
    const company = preSuit((d) => {
      asCompany(d);
      withLawyer(d);
    });
    const all = lines('power-of-attorney', company);
    expect(all[1]).toBe('委托单位：乙市××建材有限公司，住所甲省乙市丙区建设路1号。');
    expect(all[2]).toBe('法定代表人或主要负责人：王某，执行董事，联系方式：13800000001。');
    expect(all).toContain('委托单位（公章和签名）：');
    expect(all.join('')).toContain('作为我单位参加诉讼的委托诉讼代理人');
  });

  it('preservation before the suit: urgency, security, and the suit to follow', () => {
    const x = preSuit(
      answer('preservation-application', {
        reason: '被申请人正在出售名下房产',
        urgency: '房产已挂牌，买方已付定金',
        securityDetail: '××保险公司',
      }),
    );
    const all = text('preservation-application', x);
    expect(all).not.toContain('案号：');
    expect(all).toContain('《中华人民共和国民事诉讼法》第一百零四条');
    expect(all).toContain('申请人将在人民法院采取保全措施后三十日内依法提起诉讼');
    expect(fits('preservation-application', x).why).toContain('2,020元');
  });

  it('fees named where they decide', () => {
    expect(fits('payment-order-application', example('payment-order-application')).why).toContain(
      '1,933.33元',
    );
    expect(fits('fee-relief-application', example('fee-relief-application')).why).toContain(
      '5,800元',
    );
    // Half under the simplified procedure, as the court's notice says.
    const x = example('fee-relief-application');
    const suit = { ...x.case.suit, procedure: 'simplified' as const };
    const simplified = { ...x, case: { ...x.case, suit } };
    expect(fits('fee-relief-application', simplified).why).toContain('2,900元');
  });
});

describe('parties of other kinds', () => {
  it('a company demands, agrees and applies under its seal', () => {
    for (const id of ['demand-letter', 'repayment-agreement', 'mediation-application']) {
      expect(text(id, preSuit(asCompany)), id).toContain('（公章和签名）：');
    }
    expect(text('demand-letter', preSuit(asCompany))).toContain('您向本单位借款');
    expect(fits('representative-certificate', preSuit()).fits).toBe(false);
    const partnership = preSuit((d) => {
      asCompany(d);
      const party = d.parties?.[0];
      if (party?.kind === 'organisation') party.type = 'partnership';
    });
    expect(lines('representative-certificate', partnership)[0]).toBe('主要负责人身份证明书');
  });

  it('writes a letter to each borrower, and names guarantors in the agreement only', () => {
    const x = preSuit((d) => {
      withGuarantor(d);
      d.parties?.push({
        id: 'sun',
        kind: 'person',
        role: 'borrower',
        name: '孙某',
        domicile: '甲省乙市丁区和平路5号',
      });
      loanOf(d).borrowerIds = ['li', 'sun'];
    });
    const all = lines('demand-letter', x);
    expect(all.filter((l) => l === '催收通知书')).toHaveLength(2);
    expect(all).toContain('孙某：');
    expect(all.join('')).not.toContain('赵某');
    expect(lines('payment-order-application', x).join('')).not.toContain('赵某');
    expect(text('payment-order-application', x)).toContain('被申请人李某、孙某');
    expect(text('mediation-application', x)).toContain('被申请人：赵某');
  });

  it('prints sums over a hundred million, and foreign papers', () => {
    const x = preSuit((d) => {
      loanOf(d).agreedAmount = '123456789.05';
      if (d.transfers?.[0]) d.transfers[0].amount = '123456789.05';
      lender(d).idType = 'passport';
      lender(d).idNumber = 'E12345678';
    });
    for (const id of ['demand-letter', 'debt-confirmation', 'payment-order-application']) {
      expect(text(id, x), id).toContain('123,456,789.05');
    }
    expect(text('debt-note', x)).toContain('人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零伍分');
    expect(text('repayment-agreement', x)).toContain('护照号码：E12345678');
  });

  it('objects to small claims by its own articles', () => {
    const x = inSuit(
      answer('procedure-objection', { procedure: 'smallClaims', reason: '需要鉴定' }),
    );
    expect(text('procedure-objection', x)).toContain(
      '依照《中华人民共和国民事诉讼法》第一百六十六条、第一百六十九条的规定',
    );
  });
});
