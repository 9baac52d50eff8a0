/** Who the parties are, the repayment agreement, costs claimed, the judgment in force. */
import type { Case } from '../case/case.ts';
import type { Cost } from '../case/proceedings.ts';
import { CALLED_DUE, JUDGMENT, SETTLEMENT } from '../case/provable.ts';
import { costName } from '../claim/costs.ts';
import { WRITTEN } from '../law/road-talks.ts';
import { printDate as day } from '../text/chinese-date.ts';
import type { FactDraft } from './facts.ts';
import { sum } from './facts-loan.ts';
import { copyWeakness } from './weakness.ts';

const ROLE = {
  lender: '原告',
  borrower: '被告',
  guarantor: '被告',
  thirdPerson: '第三人',
} as const;

/** 主体资格: the plaintiff's own is asked for at filing; the other side's helps the court to find them. */
export function identityFacts(c: Case): FactDraft[] {
  return c.parties.map((p, i): FactDraft => {
    const own = p.role === 'lender';
    const paper = p.kind === 'person' ? '身份证正反面复印件' : '营业执照复印件';
    return {
      ...{ kind: 'identity', path: `parties.${i}`, recordId: p.id, group: 'identity' },
      required: own,
      text: `${ROLE[p.role]}${p.name ? `${p.name}的` : ''}身份`,
      needs: own
        ? paper
        : p.kind === 'person'
          ? '身份证复印件、户籍信息，或者写有身份证号的借条'
          : '企业信用信息公示系统打印的登记信息',
      accepts: 'identity',
      name: `${ROLE[p.role]}${own ? '' : p.name}${p.kind === 'person' ? '居民身份证' : '营业执照'}`,
    };
  });
}

/** The notice works from the day it reached the debtor (form 08d, 四): its letter on record proves it, too. */
function calledDue(c: Case, on: string | null): FactDraft[] {
  if (on === null) return [];
  const letters = c.demands.filter((d) => WRITTEN.includes(d.channel) && d.date <= on);
  const letter = letters.at(-1);
  return [
    {
      ...{ kind: 'settlement', path: 'settlement.acceleratedOn', recordId: CALLED_DUE },
      ...{ group: 'demand', required: true, weak: copyWeakness },
      by: [CALLED_DUE, ...(letter ? [letter.id] : [])],
      text: `${day(on)}通知到达对方，没到期的各期全部到期`,
      name: '宣布全部到期的催收通知书和签收记录',
      needs: '催收通知书底稿、快递单和签收记录；对方回复说收到的聊天也可以',
    },
  ];
}

export function settlementFacts(c: Case): FactDraft[] {
  const s = c.settlement;
  if (s?.status !== 'signed') return [];
  return [
    {
      ...{ kind: 'settlement', path: 'settlement', recordId: SETTLEMENT, group: 'performance' },
      ...{ required: true, weak: copyWeakness },
      text: `${s.signedOn ? day(s.signedOn) : ''}双方签订还款协议`,
      name: `《还款协议书》${s.signedOn ? `（${day(s.signedOn)}）` : ''}`,
      needs: '双方签名的还款协议原件',
    },
    ...calledDue(c, s.acceleratedOn),
  ];
}

const COST_NEEDS: Record<Cost['kind'], string> = {
  lawyer: '委托代理合同、发票和付款凭证',
  preservationInsurance: '保单、发票和付款凭证',
  announcement: '公告和发票',
  notary: '公证书和发票',
  other: '发票和付款凭证',
};

/** 实现债权的费用: only what is agreed and paid is claimed (rules 1.5), so only that has to be proved. */
export function costFacts(c: Case): FactDraft[] {
  const lists = [
    ['claim.costs', c.claim.costs, 'costs'],
    ['enforcement.otherCosts', c.enforcement?.otherCosts ?? [], 'enforcement'],
  ] as const;
  return lists.flatMap(([at, costs, group]) =>
    costs.map(
      (x, i): FactDraft => ({
        ...{ kind: 'cost', path: `${at}.${i}`, recordId: x.id, group, needs: COST_NEEDS[x.kind] },
        required: group === 'enforcement' || (x.agreed && x.paidOn !== null),
        text: `${costName(x.kind)} ${sum(x.amount)}`,
        weak: (items) =>
          x.paidOn === null ? '还没有填支付日期，没有支付的不能主张' : copyWeakness(items),
      }),
    ),
  );
}

const DOCUMENT = {
  judgment: '判决书',
  ruling: '裁定书',
  mediation: '调解书',
  paymentOrder: '支付令',
  award: '仲裁裁决书',
  notarised: '公证债权文书和执行证书',
} as const;

/** 执行依据: what enforcement stands on. */
export function judgmentFacts(c: Case): FactDraft[] {
  const j = c.judgment;
  if (!j) return [];
  const name = DOCUMENT[j.kind];
  const effective = j.kind === 'judgment' || j.kind === 'ruling' ? '和生效证明' : '';
  return [
    {
      ...{ kind: 'judgment', path: 'judgment', recordId: JUDGMENT, group: 'enforcement' },
      // The pack for enforcement asks for the document itself; on the evidence list it only helps.
      ...{ required: false, weak: copyWeakness },
      text: `${j.issuer}${j.documentNumber}${name}${j.effectiveOn ? `，${day(j.effectiveOn)}生效` : ''}`,
      needs: `${name}${effective}`,
      name: `${j.documentNumber}${name}${effective}`,
    },
  ];
}
