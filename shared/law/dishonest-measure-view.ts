/** A measure beside the list set against the records, with its term and what an application needs. */
import { printDate } from '../text/chinese-date.ts';
import { addDays } from './dates.ts';
import { isSubject } from './dishonest-anchors.ts';
import { type Context, daysNeeded, judged, reasonOf } from './dishonest-judge.ts';
import type { MeasureSpec } from './dishonest-measures.ts';
import type { CriterionView, MeasureView, Missing, Verdict } from './dishonest-types.ts';
import { cite, citeCpl } from './statutes.ts';

/** Days in which the police decide whether to open a case: seven, thirty for a complex one. */
const POLICE_DAYS = [7, 30] as const;
const DETENTION_DAYS = 15;

function measureTerm(x: Context, spec: MeasureSpec, on: string | null): CriterionView['term'] {
  const party = x.c.parties.find((p) => p.id === x.subject.partyId);
  if (spec.measure === 'exitBan') {
    return {
      text: '没有固定期限。付清以后法院应当解除；对方提供充分有效的担保，或者您同意的，可以解除。',
      article: cite('enforcementInterp', 25),
    };
  }
  if (spec.measure === 'media') {
    return {
      text: '没有固定期限。费用由被执行人负担，您申请公布的要先垫付。',
      article: cite('enforcementInterp', 26, 2),
    };
  }
  if (spec.measure === 'sanction') {
    const sums =
      party?.kind === 'organisation'
        ? '对单位罚款五万元以上一百万元以下；对主要负责人或者直接责任人员罚款十万元以下，拘留十五日以下。'
        : '对个人罚款十万元以下，拘留十五日以下。';
    const until = on ? addDays(on, DETENTION_DAYS) : undefined;
    return {
      text: until ? `${sums}${printDate(on ?? '')}拘留的，最迟到${printDate(until)}。` : sums,
      article: citeCpl('fines'),
      ...(until ? { until } : {}),
    };
  }
  if (spec.measure === 'crime') {
    const limits = on ? POLICE_DAYS.map((n) => addDays(on, n)) : [];
    const wait =
      limits.length > 0
        ? `${printDate(on ?? '')}控告：公安机关一般应在${printDate(limits[0] ?? '')}前，复杂的在${printDate(limits[1] ?? '')}前决定是否立案（两高一部2025年的意见）。`
        : '';
    return {
      text: `情节严重的，处三年以下有期徒刑、拘役或者罚金；情节特别严重的，处三年以上七年以下有期徒刑，并处罚金。${wait}`,
      article: cite('criminal', 313),
      ...(limits[1] ? { until: limits[1] } : {}),
    };
  }
  return { text: '刑罚与控告的罪名相同，由法院审理决定。', article: cite('criminal', 313) };
}

/** Day of the newest order on record of these kinds; the first kind with a record decides. */
function orderedOn(x: Context, kinds: readonly string[]): string | null {
  for (const kind of kinds) {
    const days = x.c.conduct
      .filter((f) => f.element === kind && !f.contrary && f.date !== null && f.date <= x.today)
      .filter((f) => isSubject(x.c, f.partyId, x.subject.partyId))
      .map((f) => f.date ?? '')
      .sort();
    const last = days.at(-1);
    if (last) return last;
  }
  return null;
}

/** Number of the case, and of the person where the application has to carry it. */
function particulars(x: Context, spec: MeasureSpec): Missing[] {
  const at = x.c.parties.findIndex((p) => p.id === x.subject.partyId);
  const party = x.c.parties[at];
  return [
    ...(x.c.enforcement?.caseNumber
      ? []
      : [{ text: '填写执行案号', path: 'enforcement.caseNumber' }]),
    ...(spec.needsId && party?.kind === 'person' && party.idNumber === ''
      ? [{ text: `填写${party.name || '被执行人'}的证件号码`, path: `parties.${at}.idNumber` }]
      : []),
  ];
}

/**
 * One measure beside the list. Art. 3 of the list's rules does not speak of it, but security or seized
 * property that covers the debt leaves no reason for it.
 */
export function measureView(x: Context, spec: MeasureSpec, crime: Verdict | null): MeasureView {
  const { measure, title, short, article, papers } = spec;
  const found = judged(x, spec, (elements) => ({
    closed: [
      ...x.before.filter((k) => k.state === 'no').map(reasonOf),
      ...x.excluded
        .filter((k) => k.state === 'yes' && spec.closedBy.includes(k.id))
        .map((k) => ({ text: `${k.text}没有必要、也不宜再申请这一项。` })),
      ...(crime === 'notMet'
        ? [
            {
              text: '拒不执行判决、裁定罪的事实还不成立，见上一项。',
              article: cite('criminal', 313),
            },
          ]
        : []),
    ],
    waiting: x.before
      .filter((k) => k.state === 'unknown')
      .map((k) => ({ text: k.text, path: k.path })),
    records: [
      ...particulars(x, spec),
      ...daysNeeded(x, spec, elements),
      ...(crime === 'insufficient'
        ? [{ text: '先补齐上一项（拒执罪）的事实和证据', path: 'dishonest.crime' }]
        : []),
    ],
    bare: spec.bare,
  }));
  const on = orderedOn(x, spec.ordered);
  const detained = measure === 'sanction' ? orderedOn(x, ['detained']) : on;
  const minor = x.excluded.some((k) => k.id === 'minor' && k.state === 'yes');
  return {
    key: measure,
    measure,
    title,
    short,
    article,
    ...found,
    notes: [
      ...spec.notes,
      ...(minor ? [{ text: '被执行人是未成年人，申请以前请先问执行法官或者律师。' }] : []),
    ],
    term: measureTerm(x, spec, detained),
    papers,
    orderedOn: on,
  };
}
