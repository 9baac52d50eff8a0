/** What happened in the suit and in enforcement, for the timeline. */
import type { Case } from '../../../shared/case/case.ts';
import { receiptsOf } from '../../../shared/law/enforcement-records.ts';
import { hearingsOf } from '../../../shared/law/suit-records.ts';
import { formatShort } from '../../../shared/text/money.ts';
import {
  CAUSES,
  DISTRIBUTION_KINDS,
  INQUIRY_RESULTS,
  OBJECTION_RESULTS,
  WAYS,
  wordOf,
} from '../enforcement/words.ts';
import { at, type TimelineEvent } from './events.ts';

const APPEAL_RESULT: Record<string, string> = {
  upheld: '维持原判',
  changed: '改判',
  remanded: '发回重审',
  withdrawn: '撤回上诉',
};
const MEDIATION_RESULT: Record<string, string> = { agreed: '，谈成了', failed: '，没有谈成' };

function inSuit(c: Case): TimelineEvent[] {
  const s = c.suit;
  const j = c.judgment;
  const nameOf = (id: string) => c.parties.find((p) => p.id === id)?.name || '当事人';
  return [
    ...at('procedure', s.preSuitPreservation?.date, '诉前保全', 'suit.preSuitPreservation.date'),
    ...at('procedure', s.filedOn, '向法院起诉', 'suit.filedOn'),
    ...at('procedure', s.acceptedOn, '法院立案', 'suit.acceptedOn'),
    ...at('procedure', s.feeNoticeOn, '收到缴费通知', 'suit.feeNoticeOn'),
    ...at('money', s.feePaidOn, '交诉讼费', 'suit.feePaidOn'),
    ...at('procedure', s.evidenceTerm.noticeOn, '收到举证通知', 'suit.evidenceTerm.noticeOn'),
    ...hearingsOf(c).flatMap((h) =>
      at('procedure', h.date, `开庭${h.time ? ` ${h.time}` : ''}`, h.path),
    ),
    ...s.mediations.flatMap((m, i) =>
      at('contact', m.date, `调解${MEDIATION_RESULT[m.result] ?? ''}`, `suit.mediations.${i}.date`),
    ),
    ...s.preservations.flatMap((p, i) => {
      const path = `suit.preservations.${i}`;
      const what = p.object ? `：${p.object}` : '';
      return [
        ...at('procedure', p.appliedOn, `申请保全${what}`, `${path}.appliedOn`),
        ...at('procedure', p.startedOn ?? p.ruledOn, `保全${what}`, `${path}.startedOn`),
        ...renewals(p.renewals, what, path),
        ...at('procedure', p.liftedOn, `解除保全${what}`, `${path}.liftedOn`),
      ];
    }),
    ...at('procedure', s.withdrawal?.appliedOn, '申请撤诉', 'suit.withdrawal.appliedOn'),
    ...at('procedure', s.withdrawal?.ruledOn, '准许撤诉', 'suit.withdrawal.ruledOn'),
    ...at('procedure', j?.decidedOn, '作出裁判', 'judgment.decidedOn'),
    ...(j?.services ?? []).flatMap((x, i) =>
      at('procedure', x.date, `${nameOf(x.partyId)}收到裁判文书`, `judgment.services.${i}.date`),
    ),
    ...s.appeals.flatMap((a, i) => {
      const path = `suit.appeals.${i}`;
      const who = a.byPartyIds.map(nameOf).join('、') || '有人';
      const what = a.against === 'ruling' ? `对${a.subject || '裁定'}上诉` : '上诉';
      return [
        ...at('procedure', a.filedOn, `${who}${what}`, `${path}.filedOn`),
        ...at(
          'procedure',
          a.decidedOn,
          `二审：${APPEAL_RESULT[a.result] ?? '作出决定'}`,
          `${path}.decidedOn`,
        ),
      ];
    }),
    ...at('procedure', j?.effectiveOn, '裁判生效', 'judgment.effectiveOn'),
  ];
}

const renewals = (
  list: Case['propertyClues'][number]['renewals'],
  what: string,
  path: string,
): TimelineEvent[] =>
  list.flatMap((r, i) => [
    ...at('procedure', r.appliedOn, `申请续封${what}`, `${path}.renewals.${i}.appliedOn`),
    ...at(
      'procedure',
      r.ruledOn,
      `续封${what}${r.expires ? `，到 ${r.expires}` : ''}`,
      `${path}.renewals.${i}.ruledOn`,
    ),
  ]);

function inEnforcement(c: Case): TimelineEvent[] {
  const e = c.enforcement;
  const base = 'enforcement';
  const shares = e?.distributions ?? [];
  return [
    ...at('procedure', e?.appliedOn, '申请强制执行', `${base}.appliedOn`),
    ...at('procedure', e?.acceptedOn, '执行立案', `${base}.acceptedOn`),
    ...at('procedure', e?.noticeServedOn, '执行通知书送达', `${base}.noticeServedOn`),
    ...at('procedure', e?.reportOrderServedOn, '报告财产令送达', `${base}.reportOrderServedOn`),
    ...at('procedure', e?.report?.reportedOn, '对方报告财产', `${base}.report.reportedOn`),
    ...at('procedure', e?.consumptionOrderOn, '限制消费令', `${base}.consumptionOrderOn`),
    ...at('procedure', e?.listAppliedOn, '申请列入失信名单', `${base}.listAppliedOn`),
    ...at('procedure', e?.listedOn, '列入失信名单', `${base}.listedOn`),
    ...at('procedure', e?.delistedOn, '应申请删除失信信息', `${base}.delistedOn`),
    ...(e?.inquiries ?? []).flatMap((q, i) =>
      at(
        'procedure',
        q.date,
        `${wordOf(WAYS, q.way)}${q.subject ? `：${q.subject}` : ''}（${wordOf(INQUIRY_RESULTS, q.result)}）`,
        `${base}.inquiries.${i}.date`,
      ),
    ),
    ...c.propertyClues.flatMap((p, i) => {
      const path = `propertyClues.${i}`;
      const what = `：${p.description}`;
      return [
        ...at('procedure', p.submittedOn, `向法院提供线索${what}`, `${path}.submittedOn`),
        ...at('procedure', p.seizedOn, `查封、冻结${what}`, `${path}.seizedOn`),
        ...renewals(p.renewals, what, path),
        ...at('procedure', p.liftedOn, `解除查封${what}`, `${path}.liftedOn`),
      ];
    }),
    ...receiptsOf(e ?? null).receipts.flatMap((r) => {
      const d = shares.find((x) => x.id === r.id);
      const how = r.from === 'distribution' && d ? wordOf(DISTRIBUTION_KINDS, d.kind) : '执行到';
      return at('money', r.date, `${how} ${formatShort(r.amount)} 元`, r.path);
    }),
    ...shares.flatMap((d, i) => [
      ...at(
        'procedure',
        d.planReceivedOn,
        '收到分配方案',
        `${base}.distributions.${i}.planReceivedOn`,
      ),
      ...at('procedure', d.objectedOn, '对分配方案提异议', `${base}.distributions.${i}.objectedOn`),
    ]),
    ...at('contact', e?.settlement?.signedOn, '签执行和解协议', `${base}.settlement.signedOn`),
    ...at('contact', e?.settlement?.breachedOn, '对方不履行和解', `${base}.settlement.breachedOn`),
    ...(e?.objections ?? []).flatMap((o, i) => {
      const path = `${base}.objections.${i}`;
      const who = o.ours ? '我方' : o.by || '对方';
      return [
        ...at('procedure', o.filedOn, `${who}提出执行异议`, `${path}.filedOn`),
        ...at(
          'procedure',
          o.ruledOn,
          `异议裁定（${wordOf(OBJECTION_RESULTS, o.result)}）`,
          `${path}.ruledOn`,
        ),
        ...at('procedure', o.reviewFiledOn, '申请复议或起诉', `${path}.reviewFiledOn`),
      ];
    }),
    ...at('procedure', e?.finalisedOn, '终结本次执行', `${base}.finalisedOn`),
    ...(e?.resumptions ?? []).flatMap((r, i) => {
      const path = `${base}.resumptions.${i}`;
      return [
        ...at(
          'procedure',
          r.appliedOn,
          `申请恢复执行（${wordOf(CAUSES, r.cause)}）`,
          `${path}.appliedOn`,
        ),
        ...at('procedure', r.resumedOn, '恢复执行', `${path}.resumedOn`),
      ];
    }),
    ...at('money', e?.closing?.paidOn, '全部付清', `${base}.closing.paidOn`),
    ...at('procedure', e?.closing?.closedOn, '结案', `${base}.closing.closedOn`),
    ...at(
      'procedure',
      e?.closing?.listingRemovedOn,
      '失信信息删除',
      `${base}.closing.listingRemovedOn`,
    ),
    ...at('procedure', e?.closing?.banLiftedOn, '限制消费解除', `${base}.closing.banLiftedOn`),
    ...at(
      'procedure',
      e?.closing?.measuresLiftedOn,
      '查封、冻结解除',
      `${base}.closing.measuresLiftedOn`,
    ),
  ];
}

/** Every dated record between filing and closing. */
export const courtEvents = (c: Case): TimelineEvent[] => [...inSuit(c), ...inEnforcement(c)];
