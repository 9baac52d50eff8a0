/** The filled examples of the running case: figures, dates and boxes of the official samples. */
import { describe, expect, it } from 'vitest';
import { paperText } from '../../templates/paper.ts';
import narrative from '../fixtures/forms/complaint-narrative.json' with { type: 'json' };
import service from '../fixtures/forms/service-address.json' with { type: 'json' };
import { build, contextOf, fits, missing } from '../helpers/paper-context.ts';

/** The lines printed after a label, as many as asked for. */
function linesAfter(lines: string[], label: string, count: number, nth = 0): string[] {
  let from = -1;
  for (let n = 0; n <= nth; n++) {
    from = lines.indexOf(label, from + 1);
    if (from < 0) throw new Error(`no line ${label}`);
  }
  return lines.slice(from + 1, from + 1 + count).map((l) => l.replace(/\s{2,}/g, ' '));
}

describe('利息计算清单 on the day of filing', () => {
  const x = contextOf(() => undefined, '2026-03-16');

  it('shows the start, base, rate and reason of interest that is still 0.00', () => {
    expect(x.claim.interest).toBe(0);
    expect(fits('interest-schedule', x).fits).toBe(true);
    expect(missing('interest-schedule', x).filter((m) => m.level === 'blocking')).toEqual([]);
    const lines = paperText(build('interest-schedule', x));
    expect(linesAfter(lines, '利息（元）', 8)).toEqual([
      '1',
      '2026-03-16',
      '2026-03-16',
      '0',
      '300,000.00',
      '3.00',
      expect.stringMatching(/^逾期利息：2026年3月16日适用的一年期贷款市场报价利率3.00%（/),
      '0.00',
    ]);
    expect(linesAfter(lines, '合计', 5)).toEqual(['0', '', '', '', '0.00']);
    expect(linesAfter(lines, '本息合计', 4).at(-1)).toBe('300,000.00');
    expect(lines).toContain(
      '以上利息暂计至2026年3月16日，此后利息按同一标准计算至实际清偿之日止。',
    );
  });

  it('does not fit when no interest has run and none will', () => {
    const none = contextOf((d) => {
      if (d.loans?.[0]) {
        d.loans[0].overdueRate = { value: '0', per: 'year' };
        d.loans[0].interest = 'agreed';
        d.loans[0].rate = { value: '0', per: 'year' };
      }
    });
    expect(none.claim.loans.flatMap((l) => l.running)).toEqual([]);
    expect(fits('interest-schedule', none).fits).toBe(false);
  });
});

describe('民事起诉状（要素式）, running case', () => {
  const lines = paperText(build('complaint-elements', contextOf()));

  it('fills the parties', () => {
    expect(linesAfter(lines, '原告（自然人）', 8)).toEqual([
      '姓名：王某',
      '性别：男☑ 女□',
      '出生日期：1980年5月12日 民族：汉族',
      '工作单位：个体建材经营 职务：无 联系电话：13800000001',
      '住所地（户籍所在地）：甲省乙市丙区建设路1号',
      '经常居住地：同上',
      '证件类型：居民身份证',
      '证件号码：110101198005120014',
    ]);
    expect(linesAfter(lines, '委托诉讼代理人', 5)).toEqual([
      '有□',
      '姓名：',
      '单位： 职务： 联系电话：',
      '代理权限：一般授权□ 特别授权□',
      '无☑',
    ]);
    expect(linesAfter(lines, '被告（自然人）', 4)).toEqual([
      '姓名：李某',
      '性别：男☑ 女□',
      '出生日期：1985年9月8日 民族：汉族',
      '工作单位：不详 职务：不详 联系电话：13900000002',
    ]);
  });

  it('claims 300,000 and interest from the filing day', () => {
    const from = lines.findIndex((l) => l.startsWith('（可完整表述诉讼请求'));
    expect(lines.slice(from + 1, from + 4)).toEqual([
      '1. 判令被告偿还原告借款本金300,000元；',
      '2. 判令被告支付利息（以300,000元为基数，自2026年3月16日起至实际清偿之日止，按照起诉时全国银行间同业拆借中心公布的一年期贷款市场报价利率计算）；',
      '3. 本案诉讼费用由被告负担。',
    ]);
    expect(linesAfter(lines, '1. 本金', 1)).toEqual([
      '截至2026年3月16日止，尚欠本金300,000元（人民币，下同；如外币需特别注明）',
    ]);
    expect(linesAfter(lines, '2. 利息', 3)).toEqual([
      '截至2026年3月16日止，尚欠利息0元；',
      '计算方式：以300,000元为基数，自2026年3月16日起按起诉时一年期LPR计算',
      '是否请求支付至实际清偿之日止：是☑ 否□',
    ]);
    for (const label of [
      '3. 是否要求提前还款或解除合同',
      '4. 是否主张担保权利',
      '5. 是否主张实现债权的费用',
    ]) {
      expect(linesAfter(lines, label, 2)[1]).toBe('否☑');
    }
    expect(linesAfter(lines, '6. 是否主张诉讼费用', 2)).toEqual(['是☑', '否□']);
    expect(linesAfter(lines, '7. 其他请求', 1)).toEqual(['无']);
    expect(linesAfter(lines, '8. 标的总额', 1)).toEqual(['300,000元（暂计至2026年3月16日）']);
  });

  it('states the loan and 745 days overdue', () => {
    expect(linesAfter(lines, '1. 合同签订情况（名称、编号、签订时间、地点等）', 1)).toEqual([
      '《借条》，2023年3月1日，甲省乙市丙区',
    ]);
    expect(linesAfter(lines, '2. 签订主体', 2)).toEqual(['出借人：王某', '借款人：李某']);
    expect(linesAfter(lines, '3. 借款金额', 3)).toEqual([
      '约定：300,000元',
      '实际提供：300,000元',
      '提供方式：现金□ 转账☑ 其他：',
    ]);
    expect(linesAfter(lines, '4. 借款期限', 2)).toEqual([
      '是否到期：是☑ 否□',
      '约定期限：2023年3月1日起至2024年2月29日止',
    ]);
    expect(linesAfter(lines, '5. 借款利率', 2)[1]).toBe('未约定');
    expect(linesAfter(lines, '6. 借款提供时间', 1)).toEqual(['2023年3月1日，300,000元']);
    expect(linesAfter(lines, '7. 还款方式', 5)[4]).toBe('其他：到期一次性还本');
    expect(linesAfter(lines, '8. 还款情况', 1)).toEqual(['已还本金：0元']);
    expect(linesAfter(lines, '9. 是否存在逾期还款', 2)).toEqual([
      '是☑ 逾期时间：2024年3月1日 至今已逾期745天',
      '否□',
    ]);
    expect(linesAfter(lines, '16. 其他需要说明的内容（可另附页）', 1)).toEqual([
      '原告于2024年3月5日至2026年2月10日期间多次催收，诉讼时效中断，详见证据4',
    ]);
    expect(linesAfter(lines, '17. 请求依据', 2)).toEqual([
      '合同约定：《借条》',
      '法律规定：《中华人民共和国民法典》第一百九十五条、第五百零九条、第六百六十七条、第六百七十五条、第六百七十六条，《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十八条',
    ]);
    expect(linesAfter(lines, '18. 证据清单（可另附页）', 1)).toEqual(['附页']);
  });

  it('ticks 否 for every security row and nothing on mediation', () => {
    const from = lines.indexOf('10. 是否签订物的担保（抵押、质押）合同');
    const to = lines.indexOf('16. 其他需要说明的内容（可另附页）');
    const security = lines.slice(from, to);
    expect(security.filter((l) => l.includes('否☑'))).toHaveLength(5);
    expect(security.filter((l) => l.includes('是☑'))).toEqual([]);
    const will = lines.slice(lines.indexOf('对纠纷解决方式的意愿'));
    expect(will.join('')).not.toContain('☑');
  });

  it('leaves the signature to the pen', () => {
    expect(lines.slice(-2)).toEqual(['具状人（签字、盖章）：', '日期：2026年3月16日']);
  });
});

describe('民事起诉状（叙述式）', () => {
  it('equals the sample line by line', () => {
    const x = contextOf((d) => {
      const [wang, li] = d.parties ?? [];
      if (wang?.kind === 'person') {
        wang.employer = '建材经营者';
        wang.phone = '138××××0001';
        wang.idNumber = '××××××××××××××××××';
      }
      if (li) li.phone = '139××××0002';
      if (li?.kind === 'person') li.idNumber = '××××××××××××××××××';
    });
    expect(paperText(build('complaint-narrative', x))).toEqual(narrative.lines);
  });
});

describe('强制执行申请书, running case', () => {
  const x = contextOf();
  const lines = paperText(build('enforcement-elements', x));

  it('fits after the performance period, and prints what is due', () => {
    expect(fits('enforcement-elements', x).fits).toBe(true);
    expect(missing('enforcement-elements', x).filter((m) => m.level === 'blocking')).toEqual([]);
    const request = lines.slice(lines.lastIndexOf('申请执行事项') + 1);
    expect(request.slice(0, 8)).toEqual([
      '金钱给付☑:',
      '本金☑:300,000元',
      '一般债务利息☑:以300,000元为基数，自2026年3月16日起按判决确定标准计算至实际清偿之日止，暂计至2026年8月3日为3,452.05元',
      '迟延履行利息☑:以未清偿的300,000元为基数，自2026年7月11日起按日万分之一点七五计算至履行完毕之日止，暂计至2026年8月3日为1,207.50元',
      '其他费用☑:申请执行费由被执行人承担',
      '行为执行□',
      '交付特定物□',
      '其他□',
    ]);
  });

  it('fills the instrument, the account and the clue', () => {
    expect(linesAfter(lines, '民事类：', 1)).toEqual(['判决书☑ 裁定书□ 调解书□ 制裁决定□ 支付令□']);
    expect(linesAfter(lines, '行政类：', 1)[0]).not.toContain('☑');
    expect(linesAfter(lines, '文书号', 1)).toEqual(['（2026）甲0104民初1234号']);
    expect(linesAfter(lines, '生效日期', 1)).toEqual(['2026年6月30日']);
    expect(lines).toContain('银行账号：6200000000000001234');
    expect(lines).toContain(
      '上述判决已生效，履行期于2026年7月10日届满，被执行人未履行，请求强制执行。',
    );
    expect(linesAfter(lines, '其他财产线索', 1)).toEqual([
      '被执行人名下小型轿车，号牌甲A×××88，详见财产线索表',
    ]);
    expect(lines.slice(-2)).toEqual(['申请执行人（签字、盖章）：', '日期：2026年8月3日']);
  });
});

describe('证据目录', () => {
  it('numbers and pages the sample throughout', () => {
    const paper = build('evidence-list', contextOf());
    const table = paper.blocks.find((b) => b.type === 'table');
    const rows = (table?.type === 'table' ? table.rows : []).map((row) =>
      row.cells.map((cell) =>
        cell.paragraphs.map((p) => p.runs.map((r) => ('box' in r ? '□' : r.text)).join('')).join(),
      ),
    );
    expect(rows[0]).toEqual(['序号', '证据名称', '证据来源', '原件/复印件', '证明目的', '页码']);
    expect(rows.slice(1).map((r) => [r[0], r[3], r[5]])).toEqual([
      ['1', '复印件', '1'],
      ['2', '复印件（原件备查）', '2'],
      ['3', '打印件', '3'],
      ['4', '电子数据打印件（原始载体：原告手机）', '4-15'],
    ]);
    expect(paper.landscape).toBe(true);
    expect(paperText(paper)).toContain(
      '案由：民间借贷纠纷　原告：王某　被告：李某　提交人：原告王某',
    );
  });

  it('leaves pages open from the first item whose pages are not known', () => {
    const x = contextOf((d) => {
      if (d.evidence?.[1]) d.evidence[1].pages = null;
    });
    expect(paperText(build('evidence-list', x)).filter((l) => l === '4-15')).toEqual([]);
    expect(missing('evidence-list', x).map((m) => m.path)).toContain('evidence.1.pages');
  });

  it('prints group heads on request, without renumbering', () => {
    const x = contextOf((d) => {
      d.choices = { 'evidence-list': { groups: true, originals: false } };
    });
    const paper = build('evidence-list', x);
    expect(paper.landscape).toBe(false);
    expect(paperText(paper).filter((l) => /^第.组/.test(l))).toEqual([
      '第一组　主体资格',
      '第二组　借贷合意',
      '第三组　款项交付',
      '第四组　催收与时效',
    ]);
  });

  it('prints one purpose for a group after its name, and tells a line that names no group', () => {
    const purposes = ['款项交付：证明原告已实际交付借款300,000元。', '借条：证明借款'];
    const heads = (groups: boolean) => {
      const x = contextOf((d) => {
        d.choices = { 'evidence-list': { groups, purposes } };
      });
      const told = missing('evidence-list', x).filter((m) => m.path.startsWith('choices.'));
      expect(told.map((m) => m.message.slice(0, 12))).toEqual(['“借条：证明借款”没有印']);
      return paperText(build('evidence-list', x)).filter((l) => /^第.组/.test(l));
    };
    expect(heads(true)).toEqual([
      '第一组　主体资格',
      '第二组　借贷合意',
      '第三组　款项交付　证明目的：证明原告已实际交付借款300,000元。',
      '第四组　催收与时效',
    ]);
    expect(heads(false)).toEqual([]);
  });
});

describe('送达地址确认书', () => {
  it('prints every row of the official form and no consent of its own', () => {
    const x = contextOf((d) => {
      if (d.parties?.[0]) d.parties[0].acceptsElectronicService = null;
    });
    const lines = paperText(build('service-address', x));
    expect(lines[0]).toBe(service.title);
    let at = 0;
    for (const label of service.rows) {
      at = lines.indexOf(label, at) + 1;
      expect(at, label).toBeGreaterThan(0);
    }
    for (const line of service.electronic) expect(lines).toContain(line);
    expect(lines).toContain(service.confirmation[0]);
    expect(lines).toContain(service.confirmation[1]);
    expect(lines.join('')).not.toContain('☑');
    expect(lines).not.toContain(service.notice[2]);
    expect(missing('service-address', x)).toContainEqual({
      path: 'parties.0.acceptsElectronicService',
      level: 'blocking',
      message: '请选择是否接受电子送达；这要由您本人决定，软件不代选',
    });
  });

  it('ticks the choice made, and prints the official notice only on request', () => {
    const lines = paperText(
      build(
        'service-address',
        contextOf((d) => {
          d.choices = { 'service-address': { officialNotice: true } };
        }),
      ),
    );
    expect(lines).toContain('☑是 □否');
    expect(lines).toContain('☑手机号码：13800000001');
    for (const line of service.notice) expect(lines).toContain(line);
    const refused = paperText(
      build(
        'service-address',
        contextOf((d) => {
          if (d.parties?.[0]) d.parties[0].acceptsElectronicService = false;
        }),
      ),
    );
    expect(refused).toContain('□是 ☑否');
    expect(refused).toContain('□手机号码：');
  });
});
