/** Sections 诉讼请求 and 约定管辖和诉前保全 of the element-form complaint (form 01 A3, A4). */

import type { Case } from '../../shared/case/case.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { preSuitOf } from '../../shared/law/seizures.ts';
import { box, type Row, t } from '../paper.ts';
import type { PaperContext } from '../template.ts';
import { costTexts, interestMethod } from './claims-text.ts';
import { complaintGrid as grid, hintRow, type Line, labelRow, sectionBar } from './element-form.ts';
import { passageField, passageText } from './passages.ts';
import { names } from './people.ts';
import { calledEarly } from './plan-facts.ts';
import {
  guaranteeKind,
  guarantees,
  securities,
  securityClaimed,
  securityLine,
} from './security-text.ts';
import { caseNumber, day, dayOr, formatShort, yuanText } from './words.ts';

/** 是□ … / 否□ as two lines; `after` follows the 是 box. */
export function yesNo(yes: boolean | null, after: Line = ''): Line[] {
  const tail = typeof after === 'string' ? (after === '' ? [] : [t(after)]) : after;
  return [
    [t('是'), box(yes === true), ...tail],
    [t('否'), box(yes === false)],
  ];
}

const claimRow = (label: string, lines: Line[], field: string, more: { mayBreak?: boolean } = {}) =>
  labelRow(grid.party, label, lines, { field, ...more });
const factRow = (label: string, lines: Line[], field: string) =>
  labelRow(grid.facts, label, lines, { field });

/** What is claimed on guarantees and things, for row 4. */
function securityContent(c: Case): string {
  const persons = guarantees(c).map(
    ({ guarantee, loan, name }) =>
      `${name}承担${guaranteeKind(guarantee, loan) === 'joint' ? '连带保证责任' : '一般保证责任'}`,
  );
  const bare = c.parties.filter(
    (p) => p.role === 'guarantor' && !guarantees(c).some((g) => g.guarantee.partyId === p.id),
  );
  return [
    ...persons,
    ...(bare.length > 0 ? [`${names(bare)}承担保证责任`] : []),
    ...securities(c).map((s) => `就${securityLine(s)}优先受偿`),
  ].join('；');
}

function interestLines(c: Case, claim: Claim): Line[] {
  const claimed = claim.interest > 0 || claim.loans.some((l) => l.running.length > 0);
  const open = claim.loans.some((l) => l.running.length > 0);
  const known = c.loans.length > 0;
  return [
    `截至${dayOr(known ? claim.asOf : null)}止，尚欠利息${known ? formatShort(claim.interest) : '      '}元；`,
    `计算方式：${claimed ? interestMethod(c, claim) : known ? '无' : ''}`,
    [t('是否请求支付至实际清偿之日止：是'), box(open), t('  否'), box(known && !open)],
  ];
}

function totalText(claim: Claim): string {
  const runs = claim.loans.some((l) => l.running.length > 0);
  return `${yuanText(claim.total)}${runs ? `（暂计至${day(claim.asOf)}）` : ''}`;
}

/** Section 诉讼请求. */
export function claimRows(x: PaperContext): Row[] {
  const { case: c, claim } = x;
  const cost = costTexts(claim).join('；');
  // Called due under a repayment agreement: the notice did it, and the claim rests on it.
  const early = c.claim.rescission === 'rescind' ? null : calledEarly(c, claim.asOf);
  const rescission = early ? 'accelerate' : c.claim.rescission;
  const security = securityClaimed(c);
  const known = c.loans.length > 0;
  return [
    sectionBar(grid, '诉讼请求'),
    hintRow(
      grid,
      '（可完整表述诉讼请求；为方便、准确梳理要点，相关内容请在下方要素式表格中填写）',
      passageText(x, 'complaint-elements.claims'),
      passageField(c, 'complaint-elements.claims'),
    ),
    claimRow(
      '1. 本金',
      [
        `截至${dayOr(known ? claim.asOf : null)}止，尚欠本金${known ? formatShort(claim.principal) : '      '}元（人民币，下同；如外币需特别注明）`,
      ],
      'claim.asOf',
    ),
    claimRow('2. 利息', interestLines(c, claim), 'claim'),
    claimRow(
      '3. 是否要求提前还款或解除合同',
      [
        [
          t('是'),
          box(rescission !== 'none'),
          t('  提前还款（加速到期）'),
          box(rescission === 'accelerate'),
          t(' / 解除合同'),
          box(rescission === 'rescind'),
        ],
        ...(early ? [early] : []),
        [t('否'), box(rescission === 'none')],
      ],
      'claim.rescission',
    ),
    claimRow(
      '4. 是否主张担保权利',
      yesNo(security, `  内容：${security ? securityContent(c) : ''}`),
      'claim.claimSecurity',
    ),
    claimRow('5. 是否主张实现债权的费用', yesNo(cost !== '', `  明细：${cost}`), 'claim.costs'),
    claimRow('6. 是否主张诉讼费用', yesNo(c.claim.claimCourtFees), 'claim.claimCourtFees'),
    claimRow(
      '7. 其他请求',
      [c.claim.otherClaims.filter((s) => s.trim() !== '').join('；') || (known ? '无' : '')],
      'claim.otherClaims',
      { mayBreak: true },
    ),
    claimRow('8. 标的总额', [known ? totalText(claim) : ''], 'claim'),
  ];
}

/** Section 约定管辖和诉前保全. */
export function forumRows(c: Case): Row[] {
  const clauses = c.loans.flatMap((l) => (l.forumClause ? [l.forumClause.wording.trim()] : []));
  const wording = [...new Set(clauses)].join('；');
  const before = preSuitOf(c);
  return [
    sectionBar(grid, '约定管辖和诉前保全'),
    factRow(
      '1. 有无仲裁、法院管辖约定',
      [
        [t('有'), box(clauses.length > 0), t(`        合同条款及内容：${wording}`)],
        [t('无'), box(clauses.length === 0)],
      ],
      'loans',
    ),
    factRow(
      '2. 是否已经诉前保全',
      [
        [
          t('是'),
          box(before !== null),
          t(
            `  保全法院：${before?.court ?? ''}       保全时间：${dayOr(before?.date ?? null, '')}`,
          ),
        ],
        `保全案号：${caseNumber(before?.caseNumber ?? '')}`,
        [t('否'), box(before === null)],
        '（如申请诉讼保全，请另行提交诉讼保全申请及相关材料）',
      ],
      'suit.preSuitPreservation',
    ),
  ];
}
