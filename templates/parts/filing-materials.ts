/** What goes to the docketing desk with an enforcement application (form 05d A), in the form's order. */

import type { Case } from '../../shared/case/case.ts';
import { preservationHeld } from '../../shared/law/seizures.ts';
import type { PaperContext } from '../template.ts';
import { agentsOf, plaintiffs } from './people.ts';

export interface Material {
  name: string;
  copies: number;
  original: boolean;
  /** Who makes it or where it comes from, and what to mind. */
  note: string;
}

const material = (name: string, note: string, original = true, copies = 1): Material => ({
  name,
  copies,
  original,
  note,
});

function identity(c: Case): Material[] {
  const list = plaintiffs(c);
  const people = list.some((p) => p.kind === 'person');
  const orgs = list.some((p) => p.kind === 'organisation');
  return [
    ...(people ? [material('申请执行人居民身份证复印件', '正反两面，带原件核对', false)] : []),
    ...(orgs
      ? [
          material('营业执照复印件', '加盖公章', false),
          material('法定代表人身份证明书', '加盖公章'),
          material('法定代表人居民身份证复印件', '正反两面，加盖公章', false),
        ]
      : []),
  ];
}

const JUDGMENT = '生效法律文书副本';

/** Papers the kind of instrument calls for (form 05a B). */
function basis(c: Case): Material[] {
  const kind = c.judgment?.kind ?? 'judgment';
  if (kind === 'award') {
    return [
      material('仲裁裁决书、调解书副本', '带原件核对', false),
      material('仲裁协议或者有仲裁条款的合同复印件', '申请执行仲裁裁决时提交', false),
    ];
  }
  if (kind === 'notarised') {
    return [
      material('公证债权文书副本', '带原件核对', false),
      material('执行证书', '由出具公证书的公证处出具'),
    ];
  }
  if (kind === 'paymentOrder') {
    return [
      material('支付令副本', '带原件核对', false),
      material('支付令送达和未提出有效异议的证明', '向作出支付令的法院申请'),
    ];
  }
  return [
    material(JUDGMENT, '判决书、裁定书或者调解书，带原件核对', false),
    material('生效证明', '向作出文书的法院立案庭或者审判庭申请'),
  ];
}

/** The same as the items of 附: 生效法律文书1份、生效证明1份, or what an award, a deed or an order calls for. */
export function instrumentAnnexes(c: Case): string[] {
  const named = basis(c).map((one) => (one.name === JUDGMENT ? '生效法律文书' : one.name));
  return named.map((name) => `${name}1份`);
}

/** Every annex this case needs; local courts may add to it. */
export function filingMaterials(x: PaperContext): Material[] {
  const c = x.case;
  const agents = agentsOf(c, plaintiffs(c));
  const lawyer = agents.some(({ agent }) => agent.kind === 'lawyer');
  return [
    material('强制执行申请书', '签名或者盖章，写明日期'),
    ...identity(c),
    ...basis(c),
    ...(agents.length > 0
      ? [
          material('授权委托书', '代收执行款的，须写明特别授权'),
          material(
            lawyer ? '律师事务所函、律师执业证复印件' : '代理人身份证件及关系证明复印件',
            lawyer ? '所函为原件，执业证为复印件' : '近亲属附亲属关系证明，工作人员附劳动合同等',
            lawyer,
          ),
        ]
      : []),
    ...(c.propertyClues.length > 0
      ? [material('被执行人身份信息及财产线索表', '证件号码、住址、电话写全')]
      : [material('被执行人身份信息', '证件号码、住址、电话写全')]),
    material('送达地址确认书', '申请执行人签名或者盖章'),
    material('收取执行款银行账户确认书', '附银行卡复印件'),
    material('迟延履行利息计算表', '与申请书金额一致'),
    ...(preservationHeld(c)
      ? [material('保全裁定及协助执行手续复印件', '核对到期日，及时申请续行', false)]
      : []),
  ];
}
