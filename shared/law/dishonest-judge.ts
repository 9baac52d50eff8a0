/** One criterion set against the records: elements, contrary facts, what is missing, and the verdict. */
import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import { spanEnd } from './calendar.ts';
import { anchorDate, type Viewpoint } from './dishonest-anchors.ts';
import type { Subject } from './dishonest-checks.ts';
import { contraryFacts, counts, elementViews, proved, unsorted } from './dishonest-facts.ts';
import type { Anchor, CriterionSpec, Ground, GroundSpec } from './dishonest-grounds.ts';
import type {
  Check,
  CriterionView,
  ElementView,
  GroundView,
  Missing,
  Reason,
  Verdict,
} from './dishonest-types.ts';
import {
  deciding,
  elementText,
  isBegun,
  nothingYet,
  ruledOut,
  toAskFor,
} from './dishonest-verdict.ts';
import { cite } from './statutes.ts';

/** What every criterion is judged with. */
export interface Context {
  c: Case;
  today: string;
  subject: Subject;
  before: Check[];
  excluded: Check[];
}

const viewpoint = (x: Context): Viewpoint => ({
  c: x.c,
  partyId: x.subject.partyId,
  today: x.today,
});

const DAY_FIELDS: Partial<Record<Anchor, Missing>> = {
  effect: { text: '填写法律文书的生效日期', path: 'judgment.effectiveOn' },
  suit: { text: '填写起诉的日期', path: 'suit.filedOn' },
  enforcement: { text: '填写申请执行的日期', path: 'enforcement.appliedOn' },
  reportOrder: {
    text: '填写报告财产令送达被执行人的日期',
    path: 'enforcement.reportOrderServedOn',
  },
  consumptionOrder: {
    text: '填写限制消费令发出的日期',
    path: 'enforcement.consumptionOrderOn',
  },
};

const dayField = (anchor: Anchor): Missing[] => {
  const field = DAY_FIELDS[anchor];
  return field ? [field] : [];
};

/** What a ground needs from the record besides facts: the order or settlement that was broken. */
function recordsNeeded(c: Case, ground: Ground): Missing[] {
  const e = c.enforcement;
  if (ground === 4) return e?.reportOrderServedOn ? [] : dayField('reportOrder');
  if (ground === 5) return e?.consumptionOrderOn ? [] : dayField('consumptionOrder');
  if (ground !== 6) return [];
  return [
    ...(e?.settlement?.signedOn
      ? []
      : [{ text: '填写执行和解协议的签订日期', path: 'enforcement.settlement.signedOn' }]),
    ...(e?.settlement?.terms.trim()
      ? []
      : [{ text: '写明和解协议约定的付款内容', path: 'enforcement.settlement.terms' }]),
  ];
}

/** Days of the court's papers that the recorded facts are measured by, where they are not filled in. */
export function daysNeeded(
  x: Context,
  spec: CriterionSpec,
  elements: readonly ElementView[],
): Missing[] {
  const anchors = elements.flatMap((e, i) =>
    e.facts.flatMap((f) => {
      const element = spec.elements[i];
      const own = element?.kinds.find((k) => k.id === f.kind)?.after ?? element?.after;
      return own && f.path.startsWith('conduct.') ? [own] : [];
    }),
  );
  return [...new Set(anchors)]
    .filter((a) => anchorDate(x.c, a, x.subject.partyId) === null)
    .flatMap(dayField);
}

function elementMissing(key: CriterionSpec['key'], e: ElementView): Missing[] {
  if (e.state === 'proved' || e.optional) return [];
  const fixes = e.facts.flatMap((f): Missing[] => {
    if (f.text === '' || (f.discounted !== '' && f.date === null)) {
      const path = f.id === 'report' ? 'enforcement.report.dueOn' : `${f.path}.date`;
      return [{ text: `补全“${f.text || e.label}”的日期和经过`, path }];
    }
    if (f.id === 'report' && !f.onCourtFile && f.discounted === '') {
      return [
        { text: '记下漏报了哪项财产，并挂上证据', path: 'conduct', add: { key, element: f.kind } },
      ];
    }
    if (f.discounted !== '' && e.kinds.some((k) => k.id === f.kind && k.sanctionFirst)) {
      const add = { key, element: 'fined' };
      return [{ text: '法院因此决定罚款、拘留的，记下决定的日期', path: 'conduct', add }];
    }
    return f.discounted === '' && f.evidenceIds.length === 0 && f.id !== 'settlement'
      ? [{ text: `给“${f.text}”挂上证据`, path: `${f.path}.evidenceIds` }]
      : [];
  });
  if (fixes.length > 0) return fixes;
  return [
    {
      text: `记一条“${e.label}”的事实，并挂上证据`,
      path: 'conduct',
      add: { key, element: e.kinds[0]?.id ?? '' },
    },
  ];
}

/** What decides besides facts. */
export interface Rules {
  /** Reasons that close the criterion altogether. */
  closed: Reason[];
  /** Checks still to be answered. */
  waiting: Missing[];
  /** Records besides facts. */
  records: Missing[];
  bare?: string;
}

export interface Judged {
  elements: ElementView[];
  contrary: CriterionView['contrary'];
  verdict: Verdict;
  begun: boolean;
  askFor: string[];
  reasons: Reason[];
  missing: Missing[];
}

/** A check as a reason. */
export const reasonOf = (k: Check): Reason => ({
  text: k.text,
  ...(k.article && { article: k.article }),
});

/** “拒不履行”: the elements still without a fact, where another has one; '' where none has. */
const withoutFacts = (needed: readonly ElementView[]): string =>
  needed.some((e) => e.facts.length > 0)
    ? deciding(needed)
        .filter((e) => e.facts.length === 0)
        .map((e) => `“${e.label}”`)
        .join('')
    : '';

/**
 * Judges a criterion by the rules given for its elements. 不成立 only where a rule, the answer to an
 * exclusion or a recorded fact rules it out; with nothing on record it is 材料不足.
 */
export function judged(
  x: Context,
  spec: CriterionSpec,
  rules: (e: ElementView[]) => Rules,
): Judged {
  const v = viewpoint(x);
  const elements = elementViews(v, spec);
  const contrary = contraryFacts(v, spec, elements);
  const loose = unsorted(v, spec);
  const { closed, waiting, records, bare } = rules(elements);
  const own: Missing[] = [
    ...records,
    ...elements.flatMap((e) => elementMissing(spec.key, e)),
    ...loose.map((path) => ({ text: '选择这条事实说明的是什么', path })),
  ];
  const needed = elements.filter((e) => !e.optional);
  const begun = loose.length > 0 || contrary.length > 0 || deciding(needed).some(isBegun);
  const found = { elements, contrary, begun, askFor: toAskFor(needed) };
  const against =
    closed.length > 0 ? closed : loose.length > 0 ? [] : ruledOut(spec, needed, contrary);
  if (against.length > 0) return { ...found, verdict: 'notMet', reasons: against, missing: own };
  const open = contrary.filter((k) => !k.answered);
  const stands =
    own.length === 0 &&
    open.length === 0 &&
    waiting.length === 0 &&
    needed.every((e) => e.state === 'proved');
  return {
    ...found,
    verdict: stands ? 'met' : 'insufficient',
    reasons: [
      ...(begun ? [] : [{ text: nothingYet(bare, withoutFacts(needed)) }]),
      ...needed.map((e) => ({ text: elementText(e), element: e.id })),
      ...open.map((k) => ({ text: `有相反的事实还没有回应：${k.text || '（还没有写经过）'}` })),
      ...(waiting.length > 0 ? [{ text: `还有 ${waiting.length} 项一般条件没有确认。` }] : []),
    ],
    missing: stands ? [] : [...own, ...waiting],
  };
}

function listTerm(x: Context, ground: Ground, elements: ElementView[]): CriterionView['term'] {
  if (ground === 1) {
    return {
      text: '没有固定期限：一直到履行完毕或者出现应当删除的情形为止。',
      article: cite('dishonest', 10),
    };
  }
  // Only what is proved: the same act may stand as a note in enforcement and as a fact with its exhibit.
  const used = elements.flatMap((e) => e.facts).filter(proved);
  const extra =
    ground === 2
      ? '暴力、威胁情节严重的，可以延长一至三年。'
      : used.length > 1
        ? '有多项失信行为的，可以延长一至三年。'
        : '';
  const listed = x.c.enforcement?.listedOn;
  const until = listed && listed <= x.today ? spanEnd(listed, { years: 2 }) : undefined;
  const end = until ? `按${printDate(listed ?? '')}列入计算，二年到${printDate(until)}。` : '';
  return {
    text: `纳入期限为二年。${end}${extra}`,
    article: cite('dishonest', 2),
    ...(until ? { until } : {}),
  };
}

const hasFacts = (elements: readonly ElementView[]) => elements.some((e) => e.facts.some(counts));

/** Ground 4 while the days of the order run: nothing has been disobeyed yet. */
function stillReporting({ c, today }: Context, elements: readonly ElementView[]): Reason[] {
  const due = c.enforcement?.report?.dueOn;
  const running = c.enforcement?.report?.result !== 'complete' && due && due >= today;
  return running && !hasFacts(elements)
    ? [{ text: `报告财产的期限到${printDate(due)}为止，还没有届满。` }]
    : [];
}

/** Ground 4 after service of the order: what came of it is not on record. */
function reportNeeded({ c }: Context, elements: readonly ElementView[]): Missing[] {
  const waiting = (c.enforcement?.report?.result ?? 'waiting') === 'waiting';
  return c.enforcement?.reportOrderServedOn && waiting && !hasFacts(elements)
    ? [
        {
          text: '向执行法官问明有没有报告财产，在“执行”里记下期限和结果',
          path: 'enforcement.report.result',
        },
      ]
    : [];
}

/** One of the six grounds. Arts. 3 and 4, and the six months after a deletion, close it. */
export function groundView(x: Context, spec: GroundSpec): GroundView {
  const { ground, title, short } = spec;
  const bars = (k: Check) => ground === 1 || k.id === 'minor' || k.id === 'sixMonths';
  const rules = (elements: ElementView[]): Rules => ({
    closed: [
      ...x.before.filter((k) => k.state === 'no'),
      ...x.excluded.filter((k) => k.state === 'yes' && bars(k)),
    ]
      .map(reasonOf)
      .concat(ground === 4 ? stillReporting(x, elements) : []),
    waiting: [
      ...x.before.filter((k) => k.state === 'unknown'),
      ...x.excluded.filter((k) => k.state === 'unknown' && bars(k)),
    ].map((k) => ({ text: k.text, path: k.path })),
    records: [...recordsNeeded(x.c, ground), ...(ground === 4 ? reportNeeded(x, elements) : [])],
  });
  const found = judged(x, spec, rules);
  return {
    key: ground,
    ground,
    title,
    short,
    article: cite('dishonest', 1, undefined, ground),
    ...found,
    term: listTerm(x, ground, found.elements),
    papers: ['dishonest-list-application'],
  };
}
