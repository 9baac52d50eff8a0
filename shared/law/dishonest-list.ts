import type { Case } from '../case/case.ts';
import { exclusions, preconditions, type Subject } from './dishonest-checks.ts';
import { consumptionView } from './dishonest-consumption.ts';
import { contraryFacts, elementView, unsorted } from './dishonest-facts.ts';
import { GROUNDS, type Ground, type GroundSpec } from './dishonest-grounds.ts';
import type {
  Assessment,
  Check,
  ElementView,
  GroundView,
  Missing,
  Reason,
  Verdict,
} from './dishonest-types.ts';
import { cite } from './statutes.ts';

export * from './dishonest-grounds.ts';
export * from './dishonest-types.ts';

export interface AssessOptions {
  /** The debtor to assess; default: the first borrower. */
  partyId?: string;
  /** What is unpaid today, fen, from the enforcement claim; without it the principal decides. */
  outstanding?: number | null;
}

/** Debtors an application can name: borrowers and guarantors. */
export function debtors(c: Case): { id: string; name: string }[] {
  return c.parties
    .filter((p) => p.role === 'borrower' || p.role === 'guarantor')
    .map((p) => ({ id: p.id, name: p.name || '（未填姓名）' }));
}

/** What a ground needs from the record besides facts: the order or settlement that was broken. */
function recordsNeeded(c: Case, ground: Ground): Missing[] {
  const e = c.enforcement;
  const need = (ok: boolean, text: string, path: string): Missing[] => (ok ? [] : [{ text, path }]);
  if (ground === 4) {
    return need(
      Boolean(e?.reportOrderServedOn),
      '填写报告财产令送达被执行人的日期',
      'enforcement.reportOrderServedOn',
    );
  }
  if (ground === 5) {
    return need(
      Boolean(e?.consumptionOrderOn),
      '填写限制消费令发出的日期',
      'enforcement.consumptionOrderOn',
    );
  }
  if (ground === 6) {
    return [
      ...need(
        Boolean(e?.settlement?.signedOn),
        '填写执行和解协议的签订日期',
        'enforcement.settlement.signedOn',
      ),
      ...need(
        Boolean(e?.settlement?.terms.trim()),
        '写明和解协议约定的付款内容',
        'enforcement.settlement.terms',
      ),
    ];
  }
  return [];
}

function elementMissing(ground: Ground, e: ElementView): Missing[] {
  if (e.state === 'proved') return [];
  const fixes = e.facts.flatMap((f): Missing[] => {
    if (f.text === '' || (f.discounted !== '' && f.date === null)) {
      return [{ text: `补全“${f.text || e.label}”的日期和经过`, path: `${f.path}.date` }];
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
      add: { ground, element: e.kinds[0]?.id ?? '' },
    },
  ];
}

const TERM_BASE = '纳入期限为二年。';

function termOf(ground: Ground, elements: ElementView[]): Reason {
  if (ground === 1) {
    return {
      text: '没有固定期限：一直到履行完毕或者出现应当删除的情形为止。',
      article: cite('dishonest', 10),
    };
  }
  const proved = elements.flatMap((e) => e.facts).filter((f) => f.discounted === '');
  const extra =
    ground === 2
      ? '暴力、威胁情节严重的，可以延长一至三年。'
      : proved.length > 1
        ? '有多项失信行为的，可以延长一至三年。'
        : '';
  return { text: TERM_BASE + extra, article: cite('dishonest', 2) };
}

/** A fact that could still count once its date or text is filled in. */
const fixable = (e: ElementView) =>
  e.facts.some((f) => f.discounted === '' || f.date === null || f.text === '');

interface Context {
  c: Case;
  today: string;
  subject: Subject;
  before: Check[];
  excluded: Check[];
}

/** Reasons that close a ground altogether. */
function barriers(x: Context, ground: Ground): Reason[] {
  const reason = (k: Check): Reason => ({ text: k.text, ...(k.article && { article: k.article }) });
  return [
    ...x.before.filter((k) => k.state === 'no').map(reason),
    ...x.excluded
      .filter((k) => k.state === 'yes' && (ground === 1 || k.id === 'minor'))
      .map(reason),
  ];
}

function openChecks(x: Context, ground: Ground): Missing[] {
  return [
    ...x.before.filter((k) => k.state === 'unknown'),
    ...x.excluded.filter((k) => k.state === 'unknown' && (ground === 1 || k.id === 'minor')),
  ].map((k) => ({ text: k.text, path: k.path }));
}

function groundView(x: Context, spec: GroundSpec): GroundView {
  const { c, today, subject } = x;
  const { ground, title, short } = spec;
  const elements = spec.elements.map((e) => elementView(c, spec, e, subject.partyId, today));
  const contrary = contraryFacts(c, spec, elements, subject.partyId, today);
  const loose = unsorted(c, spec, subject.partyId);
  const records = recordsNeeded(c, ground);
  const own: Missing[] = [
    ...records,
    ...elements.flatMap((e) => elementMissing(ground, e)),
    ...loose.map((path) => ({ text: '选择这条事实说明的是什么', path })),
  ];
  const article = cite('dishonest', 1, undefined, ground);
  const [verdict, reasons] = judge(x, spec, { elements, contrary, own, loose: loose.length > 0 });
  return {
    ground,
    title,
    short,
    article,
    verdict,
    reasons,
    elements,
    contrary,
    missing: verdict === 'met' ? [] : [...own, ...openChecks(x, ground)],
    term: termOf(ground, elements),
  };
}

interface Findings {
  elements: ElementView[];
  contrary: GroundView['contrary'];
  own: Missing[];
  loose: boolean;
}

function judge(x: Context, spec: GroundSpec, f: Findings): [Verdict, Reason[]] {
  const closed = barriers(x, spec.ground);
  if (closed.length > 0) return ['notMet', closed];
  if (!f.loose && !f.elements.some(fixable)) {
    const dropped = f.elements.flatMap((e) => e.facts).map((v) => ({ text: v.discounted }));
    return [
      'notMet',
      dropped.length > 0
        ? dropped
        : [{ text: '没有记录到这方面的事实。没有发生过的事，不需要填写。' }],
    ];
  }
  const open = f.contrary.filter((k) => !k.answered);
  const waiting = openChecks(x, spec.ground);
  const reasons: Reason[] = [
    ...f.elements.map((e) => ({ text: `${e.label}：${ELEMENT_STATE[e.state]}` })),
    ...open.map((k) => ({ text: `有相反的事实还没有回应：${k.text}` })),
    ...(waiting.length > 0 ? [{ text: `还有 ${waiting.length} 项一般条件没有确认。` }] : []),
  ];
  const stands =
    f.own.length === 0 &&
    open.length === 0 &&
    waiting.length === 0 &&
    f.elements.every((e) => e.state === 'proved');
  return [stands ? 'met' : 'insufficient', reasons];
}

const ELEMENT_STATE: Record<ElementView['state'], string> = {
  proved: '有事实，有证据。',
  recorded: '有事实，还没有证据。',
  missing: '还没有可用的事实。',
};

function warningsOf(c: Case, grounds: GroundView[]): Assessment['warnings'] {
  const list: Assessment['warnings'] = [
    {
      code: 'mereNonPayment',
      text: '只是没有还钱，不等于失信。真的没有能力履行的人不应列入名单；申请要写明属于哪一项、有什么事实和证据。',
      article: cite('dishonest', 1),
    },
    {
      code: 'leverage',
      text: '不要拿列入名单来威胁对方，也不要为了施压而申请。名单由法院依法决定，法院还可能先给宽限期。',
      article: cite('dishonest', 5),
    },
    {
      code: 'sixMonths',
      text: '如果您以后申请把对方从名单上删除并获准，六个月内不能因同一案件再申请列入。同意删除之前请先想好。',
      article: cite('dishonest', 10),
    },
  ];
  if (c.enforcement?.finalisedOn) {
    list.push({
      code: 'finalised',
      text: '案件已终结本次执行程序。法院两次网络查控都没有发现财产、又没有线索的，会删除失信信息。',
      article: cite('dishonest', 10),
    });
  }
  if (c.enforcement?.listedOn) {
    list.push({ code: 'listed', text: '记录显示被执行人已经列入名单，不必重复申请。' });
  }
  const ability = grounds[0]?.elements.find((e) => e.id === 'ability')?.facts ?? [];
  const counted = ability.filter((f) => f.discounted === '');
  if (grounds[0]?.verdict === 'met' && counted.every((f) => f.onCourtFile)) {
    list.push({
      code: 'seizedOnly',
      text: '“有履行能力”现在只靠已被查封的财产。法院可能认为处置该财产就行，最好另有工资、流水、消费等证据。',
      article: cite('dishonest', 3),
    });
  }
  if (grounds.some((g) => g.verdict === 'met' && g.contrary.length > 0)) {
    list.push({
      code: 'contraryMet',
      text: '有对您不利的事实。申请书里应如实写明，并说明为什么不影响结论。',
    });
  }
  return list;
}

/**
 * Sets the records of a case against the six grounds of 失信规定 art. 1, the exclusions of arts. 3 and 4
 * and the general preconditions, for one debtor. It says what the records show; the court decides.
 * @param today YYYY-MM-DD.
 */
export function assess(c: Case, today: string, options: AssessOptions = {}): Assessment {
  const first = c.parties.find((p) => p.role === 'borrower') ?? null;
  const party = c.parties.find((p) => p.id === options.partyId) ?? first;
  const subject: Subject = {
    partyId: party?.id ?? null,
    outstanding: options.outstanding ?? null,
  };
  const before = preconditions(c, today, subject);
  const excluded = exclusions(c, today, subject);
  const x: Context = { c, today, subject, before, excluded };
  const grounds = GROUNDS.map((spec) => groundView(x, spec));
  const met = grounds.filter((g) => g.verdict === 'met').map((g) => g.ground);
  const caseNumber: Missing[] = c.enforcement?.caseNumber
    ? []
    : [{ text: '填写执行案号；没有案号，法院难以受理这份申请', path: 'enforcement.caseNumber' }];
  return {
    partyId: subject.partyId,
    name: party?.name ?? '',
    preconditions: before,
    exclusions: excluded,
    grounds,
    met,
    ready: met.length > 0 && caseNumber.length === 0,
    missing: [
      ...before.filter((k) => k.state !== 'yes').map((k) => ({ text: k.text, path: k.path })),
      ...excluded.filter((k) => k.state === 'unknown').map((k) => ({ text: k.text, path: k.path })),
      ...caseNumber,
    ],
    warnings: warningsOf(c, grounds),
    consumption: consumptionView(c, today, before, excluded),
  };
}
