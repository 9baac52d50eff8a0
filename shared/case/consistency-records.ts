/** Problems of the records of suit and enforcement: numbers given twice, people who are not there, dates the wrong way round. */
import type { Case } from './case.ts';
import type { Problem } from './parse.ts';
import type { Renewal } from './seizure.ts';

const error = (path: string, message: string): Problem => ({ level: 'error', path, message });

type Dated = string | null | undefined;

const order = (first: Dated, second: Dated, path: string, message: string): Problem[] =>
  first && second && second < first
    ? [error(path, `${message}（${second} 早于 ${first}），请核对`)]
    : [];

function twice(list: readonly { id: string }[], path: string): Problem[] {
  const seen = new Set<string>();
  return list.flatMap((record, i) => {
    if (seen.has(record.id)) {
      return [error(`${path}.${i}.id`, `编号“${record.id}”重复，请改成不同的编号`)];
    }
    seen.add(record.id);
    return [];
  });
}

function renewals(list: readonly Renewal[], path: string): Problem[] {
  return [
    ...twice(list, `${path}.renewals`),
    ...list.flatMap((r, i) =>
      order(
        r.appliedOn,
        r.ruledOn,
        `${path}.renewals.${i}.ruledOn`,
        '续行裁定的日期不应早于申请的日期',
      ),
    ),
  ];
}

function inSuit(c: Case, party: (id: string | null, path: string) => Problem[]): Problem[] {
  const s = c.suit;
  return [
    ...twice(s.hearings, 'suit.hearings'),
    ...twice(s.appeals, 'suit.appeals'),
    ...twice(s.mediations, 'suit.mediations'),
    ...twice(s.preservations, 'suit.preservations'),
    ...order(
      s.evidenceTerm.noticeOn,
      s.evidenceDue,
      'suit.evidenceDue',
      '举证期限的最后一天不应早于收到通知的日期',
    ),
    ...s.hearings.flatMap((h, i) =>
      order(s.filedOn, h.date, `suit.hearings.${i}.date`, '开庭日期不应早于起诉日期'),
    ),
    ...s.appeals.flatMap((a, i): Problem[] => {
      const path = `suit.appeals.${i}`;
      return [
        ...a.byPartyIds.flatMap((id, k) => party(id, `${path}.byPartyIds.${k}`)),
        ...a.services.flatMap((x, k) => [
          ...party(x.partyId, `${path}.services.${k}.partyId`),
          ...order(
            a.decidedOn,
            x.date,
            `${path}.services.${k}.date`,
            '送达日期不应早于二审作出的日期',
          ),
        ]),
        ...order(a.servedOn, a.filedOn, `${path}.filedOn`, '上诉日期不应早于收到裁定的日期'),
        ...order(a.filedOn, a.decidedOn, `${path}.decidedOn`, '二审作出的日期不应早于上诉日期'),
        ...(a.against === 'judgment'
          ? order(
              c.judgment?.decidedOn,
              a.filedOn,
              `${path}.filedOn`,
              '上诉日期不应早于一审判决日期',
            )
          : []),
      ];
    }),
    ...s.preservations.flatMap((p, i): Problem[] => {
      const path = `suit.preservations.${i}`;
      return [
        ...party(p.partyId, `${path}.partyId`),
        ...order(p.appliedOn, p.ruledOn, `${path}.ruledOn`, '裁定日期不应早于申请日期'),
        ...order(p.ruledOn, p.startedOn, `${path}.startedOn`, '保全日期不应早于裁定日期'),
        ...order(p.startedOn, p.expires, `${path}.expires`, '到期日不应早于保全日期'),
        ...order(p.startedOn, p.liftedOn, `${path}.liftedOn`, '解除日期不应早于保全日期'),
        ...renewals(p.renewals, path),
      ];
    }),
    ...order(
      s.filedOn,
      s.withdrawal?.appliedOn,
      'suit.withdrawal.appliedOn',
      '申请撤诉的日期不应早于起诉日期',
    ),
    ...order(
      s.withdrawal?.appliedOn ?? s.filedOn,
      s.withdrawal?.ruledOn,
      'suit.withdrawal.ruledOn',
      '准许撤诉的日期不应早于申请撤诉的日期',
    ),
  ];
}

function inEnforcement(c: Case, party: (id: string | null, path: string) => Problem[]): Problem[] {
  const e = c.enforcement;
  if (!e) return [];
  const evidence = new Set(c.evidence.map((x) => x.id));
  const clues = new Set(c.propertyClues.map((x) => x.id));
  const base = 'enforcement';
  return [
    ...twice(e.inquiries, `${base}.inquiries`),
    ...twice(e.distributions, `${base}.distributions`),
    ...twice(e.objections, `${base}.objections`),
    ...twice(e.resumptions, `${base}.resumptions`),
    ...e.inquiries.flatMap((q, i) => [
      ...party(q.partyId, `${base}.inquiries.${i}.partyId`),
      ...q.evidenceIds.flatMap((id, k) =>
        evidence.has(id)
          ? []
          : [
              error(
                `${base}.inquiries.${i}.evidenceIds.${k}`,
                `找不到编号为“${id}”的证据，请重新选择`,
              ),
            ],
      ),
    ]),
    ...e.distributions.flatMap((d, i) =>
      d.clueId !== null && !clues.has(d.clueId)
        ? [
            error(
              `${base}.distributions.${i}.clueId`,
              `找不到编号为“${d.clueId}”的财产线索，请重新选择`,
            ),
          ]
        : [],
    ),
    ...e.objections.flatMap((o, i): Problem[] => {
      const path = `${base}.objections.${i}`;
      return [
        ...order(o.filedOn, o.ruledOn, `${path}.ruledOn`, '裁定日期不应早于提出异议的日期'),
        ...order(o.ruledOn, o.servedOn, `${path}.servedOn`, '收到裁定的日期不应早于裁定日期'),
        ...order(
          o.servedOn,
          o.reviewFiledOn,
          `${path}.reviewFiledOn`,
          '申请复议或起诉的日期不应早于收到裁定的日期',
        ),
      ];
    }),
    ...e.resumptions.flatMap((r, i) =>
      order(
        r.appliedOn,
        r.resumedOn,
        `${base}.resumptions.${i}.resumedOn`,
        '恢复执行的日期不应早于申请日期',
      ),
    ),
    ...order(
      e.reportOrderServedOn,
      e.report?.dueOn,
      `${base}.report.dueOn`,
      '报告的最后一天不应早于报告财产令送达的日期',
    ),
    ...order(
      e.settlement?.signedOn,
      e.settlement?.lastDue,
      `${base}.settlement.lastDue`,
      '和解约定的最后一天不应早于签订日期',
    ),
    ...order(
      e.appliedOn,
      e.closing?.closedOn,
      `${base}.closing.closedOn`,
      '结案日期不应早于申请执行的日期',
    ),
  ];
}

/** Everything that can't be true of the records between filing and closing. */
export function recordProblems(c: Case): Problem[] {
  const known = new Set(c.parties.map((p) => p.id));
  const party = (id: string | null, path: string): Problem[] =>
    id !== null && !known.has(id) ? [error(path, `找不到编号为“${id}”的当事人，请重新选择`)] : [];
  return [
    ...inSuit(c, party),
    ...inEnforcement(c, party),
    ...c.propertyClues.flatMap((clue, i) => [
      ...renewals(clue.renewals, `propertyClues.${i}`),
      // Older files were not asked: told, and not refused.
      ...order(
        clue.seizedOn,
        clue.seizureExpires,
        `propertyClues.${i}.seizureExpires`,
        '到期日不应早于查封、冻结的日期',
      ).map((p): Problem => ({ ...p, level: 'warning' })),
      ...order(
        clue.seizedOn,
        clue.liftedOn,
        `propertyClues.${i}.liftedOn`,
        '解除日期不应早于查封、冻结的日期',
      ),
    ]),
  ];
}
