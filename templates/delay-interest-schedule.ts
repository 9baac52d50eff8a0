/** 迟延履行期间利息计算表: principal, ordinary interest and the doubled part after judgment (form 04 F). */
import type { DelayedSegment, EnforcementSplit, Segment } from '../shared/claim/types.ts';
import { cplNumber } from '../shared/law/statutes.ts';
import { enforcementProblems, fitsEnforcement } from './checks/enforcement.ts';
import { type Block, type Paper, p, type Row } from './paper.ts';
import { enforcementDay, enforcementOf } from './parts/enforcement-figures.ts';
import { defendants, names, plaintiffs } from './parts/people.ts';
import { signatureLines } from './parts/signature.ts';
import { citeTogether } from './parts/statute-text.ts';
import { bodyRow, type Column, headRow, table, totalRow } from './parts/table-paper.ts';
import { caseNumber, day, fileName, formatAmount, rateTwoPlaces } from './parts/words.ts';
import type { PaperContext, PaperTemplate } from './template.ts';

const ID = 'delay-interest-schedule';

/** The articles behind the doubled part and the order of crediting. */
const LAW = citeTogether([
  { statute: 'cpl', article: cplNumber('delayInterest') },
  ...[1, 2, 3, 4].map((article) => ({ statute: 'delayInterest' as const, article })),
]);

const COLUMNS: Column[] = [
  { title: '项目', weight: 22 },
  { title: '计息基数（元）', weight: 15, align: 'right' },
  { title: '标准', weight: 18, align: 'center' },
  { title: '期间', weight: 23, align: 'center' },
  { title: '天数', weight: 7, align: 'right' },
  { title: '金额（元）', weight: 15, align: 'right' },
];

const PAYMENTS: Column[] = [
  { title: '受偿日期', weight: 14, align: 'center' },
  { title: '受偿金额（元）', weight: 15, align: 'right' },
  { title: '抵费用', weight: 14, align: 'right' },
  { title: '抵一般债务利息', weight: 15, align: 'right' },
  { title: '抵本金', weight: 14, align: 'right' },
  { title: '抵加倍部分', weight: 14, align: 'right' },
  { title: '剩余本金（元）', weight: 14, align: 'right' },
];

const span = (s: { from: string; to: string }) => `${s.from} 至 ${s.to}`;

function ordinaryRow(s: Segment, year: string): Row {
  return bodyRow(COLUMNS, [
    '一般债务利息',
    formatAmount(s.base),
    `年${rateTwoPlaces(s.rate)}%${year}`,
    span(s),
    String(s.days),
    formatAmount(s.amount),
  ]);
}

function doubledRow(s: DelayedSegment): Row {
  return bodyRow(COLUMNS, [
    '迟延履行利息（加倍部分）',
    formatAmount(s.base),
    '日万分之一点七五',
    span(s),
    String(s.days),
    formatAmount(s.amount),
  ]);
}

function paymentTable(payments: EnforcementSplit[]): Block[] {
  if (payments.length === 0) return [];
  return [
    p('caseLine', '执行中受偿及冲抵', { keepNext: true }),
    table(PAYMENTS, true, [
      headRow(PAYMENTS),
      ...payments.map((s) =>
        bodyRow(PAYMENTS, [
          s.date,
          ...[s.amount, s.costs, s.interest, s.principal, s.doubled, s.balance].map(formatAmount),
        ]),
      ),
    ]),
  ];
}

function build(x: PaperContext): Paper {
  const c = x.case;
  const e = enforcementOf(x);
  const signedOn = c.enforcement?.signedOn ?? null;
  const asOf = enforcementDay(x);
  const year = { actual365: '÷365', actual360: '÷360', months30: '', months: '', thirty360: '' }[
    c.claim.dayCount
  ];
  const only = (label: string, fen: number): Row[] =>
    fen > 0 ? [bodyRow(COLUMNS, [label, '', '', '', '', formatAmount(fen)])] : [];
  const paid = (e?.payments.length ?? 0) > 0;
  // With money received in between, the rows show what accrued and these lines what is still unpaid.
  const unpaid = (label: string, fen: number): Row[] =>
    paid ? [bodyRow(COLUMNS, [label, '', '', '', '', formatAmount(fen)])] : [];
  const rows = e
    ? [
        bodyRow(COLUMNS, [paid ? '尚欠本金' : '本金', '', '', '', '', formatAmount(e.principal)]),
        ...only('判决确定的利息', e.fixedInterest),
        ...only('判决确定的费用', e.costs),
        ...e.segments.map((s) => ordinaryRow(s, year)),
        ...unpaid('尚欠一般债务利息', e.ordinaryInterest),
        ...e.doubledSegments.map(doubledRow),
        ...unpaid('尚欠加倍部分债务利息', e.doubled),
        totalRow(COLUMNS, ['合计', '', '', '', '', formatAmount(e.total)]),
      ]
    : [];
  const end = e ? `履行期限于${day(e.periodEnd)}届满，` : '';
  const start =
    c.enforcement?.doubleStart === 'expiryDay' ? '自届满之日起计算' : '自届满次日起计算';
  return {
    id: ID,
    title: '迟延履行期间利息计算表',
    profile: 'T',
    landscape: true,
    fileName: fileName('02', '迟延履行期间利息计算表', names(plaintiffs(c))),
    date: signedOn ?? x.today,
    blocks: [
      p('title', '迟延履行期间利息计算表'),
      p('caseLine', `（暂计至${day(asOf)}）`),
      p(
        'caseLine',
        `申请执行人：${names(plaintiffs(c))}　被执行人：${names(defendants(c))}　执行依据：${caseNumber(c.judgment?.documentNumber ?? '')}`,
      ),
      table(COLUMNS, true, [headRow(COLUMNS), ...rows]),
      ...paymentTable(e?.payments ?? []),
      p(
        'formula',
        `一般债务利息 = 计息基数 × 年利率${year.replace('÷', ' ÷ ')} × 天数；加倍部分债务利息 = 尚未清偿的金钱债务（不含一般债务利息） × 日万分之一点七五 × 迟延履行天数。`,
      ),
      p('formula', `${end}加倍部分${start}；依据${LAW}。`),
      p('formula', `以上利息暂计至${day(asOf)}，此后利息按同一标准计算至实际清偿之日止。`),
      ...signatureLines('制表人（签名）：', '日期：', signedOn),
    ],
  };
}

export const delayInterestSchedule: PaperTemplate = {
  id: ID,
  title: '迟延履行期间利息计算表',
  form: '04F',
  stage: 'enforcement',
  fits: fitsEnforcement,
  missing: (x) => enforcementProblems(x, ID),
  build,
};
