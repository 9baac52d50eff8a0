/** Facts that other records of the case show, apart from conduct facts. */
import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { discount, evidenceOf, isSubject, type Viewpoint } from './dishonest-anchors.ts';
import type { Source } from './dishonest-grounds.ts';
import type { FactView } from './dishonest-types.ts';
import { finalisedSince } from './enforcement-records.ts';
import { isSeized } from './seizures.ts';

/** Property clues show ability as far as the thing is there after effect; worth is for the court. */
function clueFacts({ c, partyId, today }: Viewpoint): FactView[] {
  return c.propertyClues.flatMap((p, i) => {
    if (!isSubject(c, p.partyId, partyId) || p.description.trim() === '') return [];
    const onCourtFile = isSeized(p, today);
    return [
      {
        id: p.id,
        path: `propertyClues.${i}`,
        kind: 'ability',
        date: p.seizedOn,
        text: `财产线索：${p.description}${onCourtFile && p.seizedOn ? `（${printDate(p.seizedOn)}查封）` : ''}`,
        evidenceIds: evidenceOf(c, p.id, p.evidenceIds),
        // A seizure is an act of the enforcing court: its own file proves the property.
        onCourtFile,
        askFor: '查封、扣押、冻结的裁定书',
        discounted: '',
      },
    ];
  });
}

/** Refusals on record among the demands made after effect. */
function refusals(v: Viewpoint): FactView[] {
  const { c, partyId } = v;
  return c.demands.flatMap((d, i) =>
    d.outcome === 'refusal' && isSubject(c, d.toPartyId, partyId)
      ? [
          {
            id: d.id,
            path: `demands.${i}`,
            kind: 'refusal',
            date: d.date,
            text: `催收时，被执行人明确拒绝履行${d.answer ? `（答复：${d.answer.replace(/。$/, '')}）` : ''}`,
            evidenceIds: evidenceOf(c, d.id, d.evidenceIds),
            onCourtFile: false,
            discounted: discount(v, d.date, 'effect'),
          },
        ]
      : [],
  );
}

function breachField({ c, today }: Viewpoint): FactView[] {
  const s = c.enforcement?.settlement;
  if (!s?.breachedOn) return [];
  return [
    {
      id: 'settlement',
      path: 'enforcement.settlement.breachedOn',
      kind: 'settlementBreach',
      date: s.breachedOn,
      text: `自${printDate(s.breachedOn)}起，被执行人没有按执行和解协议履行`,
      evidenceIds: [],
      onCourtFile: false,
      discounted: s.breachedOn > today ? '日期还没有到，请核对。' : '',
    },
  ];
}

/** 终本: the court itself has found that the instrument cannot be enforced for now. */
function finalised({ c, today }: Viewpoint): FactView[] {
  const on = finalisedSince(c.enforcement);
  if (!on || on > today) return [];
  return [
    {
      id: 'finalised',
      path: 'enforcement.finalisedOn',
      kind: 'unenforceable',
      date: on,
      text: `法院于${printDate(on)}裁定终结本次执行程序，判决没有执行到位`,
      evidenceIds: [],
      onCourtFile: true,
      askFor: '终结本次执行程序的裁定书',
      discounted: '',
    },
  ];
}

const REPORTS = { none: 'noReport', late: 'lateReport', false: 'falseReport' } as const;

/** 被执行人于…收到报告财产令，至…期限届满没有报告财产（…）: one sentence for the screen and the papers. */
function reportText(c: Case, result: keyof typeof REPORTS): string {
  const e = c.enforcement;
  const r = e?.report;
  const served = e?.reportOrderServedOn ? `于${printDate(e.reportOrderServedOn)}` : '';
  const due = r?.dueOn ? printDate(r.dueOn) : '';
  const on = r?.reportedOn ? printDate(r.reportedOn) : '';
  const what = {
    none: due ? `至${due}期限届满没有报告财产` : '没有报告财产',
    late: `${due ? `报告期限于${due}届满，` : ''}${on ? `直至${on}才报告财产` : '逾期才报告财产'}`,
    false: `${on ? `于${on}` : ''}虚假报告财产`,
  }[result];
  const note = r?.note.trim().replace(/。$/, '');
  return `被执行人${served}收到报告财产令，${what}${note ? `（${note}）` : ''}`;
}

/**
 * The report as noted in enforcement. That none came, or came late, stands in the court's file; that it
 * was false needs proof of what it left out.
 */
function report({ c, partyId, today }: Viewpoint, kinds: readonly string[]): FactView[] {
  const r = c.enforcement?.report;
  if (!r || r.result === 'waiting' || r.result === 'complete') return [];
  const kind = REPORTS[r.result];
  if (!kinds.includes(kind) || !isSubject(c, null, partyId)) return [];
  const date = r.result === 'none' ? r.dueOn : (r.reportedOn ?? r.dueOn);
  const early = r.result === 'none' ? date !== null && date >= today : (date ?? '') > today;
  return [
    {
      id: 'report',
      path: 'enforcement.report.result',
      kind,
      date,
      text: reportText(c, r.result),
      evidenceIds: [],
      onCourtFile: r.result !== 'false',
      askFor: '报告财产令的送达回证和记明有没有报告的执行笔录',
      discounted:
        date === null
          ? '没有报告的限期或者日期，请补上。'
          : early
            ? `日期${printDate(date)}还没有过，请核对。`
            : '',
    },
  ];
}

/** Facts of each source; of the report only those of the kinds asked for. */
export const SOURCES: Record<Source, (v: Viewpoint, kinds: readonly string[]) => FactView[]> = {
  clues: clueFacts,
  refusals,
  breach: breachField,
  finalised,
  report,
};
