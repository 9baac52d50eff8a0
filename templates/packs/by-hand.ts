/** Materials nobody but the user can supply: identity papers, judgment, proof of effect (forms 03 E–F, 05d A). */

import type { Case } from '../../shared/case/case.ts';
import { preservationHeld } from '../../shared/law/seizures.ts';
import { agentsOf, defendants, plaintiffs } from '../parts/people.ts';
import type { HandMaterial } from './types.ts';

const hand = (name: string, note: string, original = false, copies = 1): HandMaterial => ({
  name,
  copies,
  original,
  note,
});

const ONE_PAGE = '正反面复印在同一页，核对有效期；上传用扫描件或者照片，不能用户口本代替';

/** Identity papers of the side that files. */
export function ownIdentity(c: Case): HandMaterial[] {
  return plaintiffs(c).flatMap((p) =>
    p.kind === 'person'
      ? [
          hand(
            `${p.name}的${p.idType === 'residentId' ? '居民身份证' : '身份证件'}复印件`,
            ONE_PAGE,
          ),
        ]
      : [
          hand(`${p.name}的营业执照复印件`, '加盖公章'),
          hand(`${p.name}的法定代表人身份证复印件`, `${ONE_PAGE}，加盖公章`),
        ],
  );
}

/** What shows who the other side is. */
export function otherIdentity(c: Case): HandMaterial[] {
  return defendants(c).map((p) =>
    p.kind === 'person'
      ? hand(`${p.name}的身份信息`, '身份证复印件、户籍信息或者法院调取的人口信息，有哪样交哪样')
      : hand(`${p.name}的登记信息`, '国家企业信用信息公示系统打印件'),
  );
}

const PROOFS = {
  lawyer: ['律师事务所函、律师执业证复印件', '所函为原件，执业证为复印件'],
  legalWorker: ['基层法律服务所函、执业证复印件', '所函为原件；另附当事人住所在辖区内的证明'],
  relative: ['代理人身份证及近亲属关系证明复印件', '户口簿、结婚证或者出生证明'],
  employee: ['代理人身份证及劳动合同、社保记录复印件', '加盖单位公章'],
  other: ['代理人身份证及社区、单位或者社会团体的推荐信', '推荐信为原件'],
} as const;

/** What an agent has to show besides the power of attorney. */
export function agentProofs(c: Case): HandMaterial[] {
  return agentsOf(c, plaintiffs(c)).map(({ agent }) => {
    const [name, note] = PROOFS[agent.kind];
    return hand(`${agent.name}：${name}`, note);
  });
}

/** Evidence itself, behind its list. */
export function evidence(c: Case): HandMaterial[] {
  const items = c.evidence.filter((e) => e.group !== 'enforcement');
  return items.length === 0
    ? []
    : [
        {
          ...hand(
            '证据材料',
            `按证据目录的顺序装订并编页码，共${items.length}项；原件开庭时带去，电子数据保留原始载体`,
            false,
            defendants(c).length + 1 + c.suit.extraCopies,
          ),
          evidence: true,
        },
      ];
}

function courtPaper(c: Case): string {
  const kind = c.judgment?.kind;
  return kind === 'mediation' ? '调解书' : kind === 'ruling' ? '裁定书' : '判决书';
}

/** Papers the kind of instrument calls for (forms 05a B, 05d A 3–6). */
export function instrument(c: Case): HandMaterial[] {
  const number = c.judgment?.documentNumber ?? '';
  switch (c.judgment?.kind ?? 'judgment') {
    case 'award':
      return [
        hand(`${number}仲裁裁决书、调解书副本`, '带原件核对'),
        hand('仲裁协议或者有仲裁条款的合同复印件', '申请执行仲裁裁决时提交'),
        hand('裁决书送达证明', '向仲裁委员会申请'),
      ];
    case 'notarised':
      return [
        hand(`${number}公证债权文书副本`, '带原件核对'),
        hand('执行证书', '由出具公证书的公证处出具', true),
      ];
    case 'paymentOrder':
      return [
        hand(`${number}支付令副本`, '带原件核对'),
        hand('支付令送达和未提出有效异议的证明', '向作出支付令的法院申请', true),
      ];
    default:
      return [
        hand(`${number}${courtPaper(c)}副本`, '带原件核对；有二审的，一、二审都要'),
        hand('生效证明', '向作出文书的法院立案庭或者审判庭申请', true),
      ];
  }
}

/** Preservation that is already in force goes with the instrument. */
export function preservationRuling(c: Case): HandMaterial[] {
  return preservationHeld(c)
    ? [hand('保全裁定及协助执行手续复印件', '核对到期日，及时申请续行')]
    : [];
}

export const bankCard = (c: Case): HandMaterial[] => [
  hand(
    `${plaintiffs(c)[0]?.name ?? '申请执行人'}的收款银行卡复印件`,
    '户名必须是申请执行人本人，正反面同一页',
  ),
];

/** The security offered for preservation. */
export const security = (): HandMaterial[] => [
  hand('担保材料', '保险公司保函原件，或者担保财产的权属证明、担保人身份证明', true),
];

export const arbitrationClause = (): HandMaterial[] => [
  hand('仲裁协议或者有仲裁条款的合同复印件', '仲裁委员会凭它受理'),
];

/** Proof of the case in enforcement, for applications made during it. */
export const enforcementProof = (): HandMaterial[] => [
  hand('执行案件受理通知书、执行通知书复印件', '没有收到的，写明执行案号即可'),
  hand('证明失信情形的材料', '与申请书里写的情形一一对应，编上号'),
];
