/** Sections 执行依据信息 and 申请执行事项 of the enforcement application (form 05a A3, A4). */
import type { Judgment } from '../../shared/case/proceedings.ts';
import { preservationHeld } from '../../shared/law/seizures.ts';
import { box, type Row, type Run, t } from '../paper.ts';
import type { PaperContext } from '../template.ts';
import {
  enforcementGrid as grid,
  hintRow,
  type Line,
  labelRow,
  sectionBar,
  textLines,
} from './element-form.ts';
import {
  cluesText,
  delayInterestText,
  instrumentNumbers,
  ordinaryInterestText,
  otherCostsText,
  principalText,
} from './enforcement-text.ts';
import { passageField, passageText } from './passages.ts';
import { caseNumber, dayOr } from './words.ts';

const row = (label: string, lines: Line[], field: string, more: { mayBreak?: boolean } = {}) =>
  labelRow(grid.facts, label, lines, { field, ...more });

/** 判决书□  裁定书□ …; the one named is ticked. */
function choices(names: string[], ticked: string | null): Run[] {
  return names.flatMap((name, i) => [t(`${i > 0 ? '  ' : ''}${name}`), box(name === ticked)]);
}

const CIVIL: Partial<Record<Judgment['kind'], string>> = {
  judgment: '判决书',
  ruling: '裁定书',
  mediation: '调解书',
  paymentOrder: '支付令',
};
const AWARD: Partial<Record<Judgment['kind'], string>> = {
  award: '裁决书',
  notarised: '赋予强制执行效力的债权文书',
};

function typeLines(j: Judgment | null): Line[] {
  return [
    '民事类：',
    choices(['判决书', '裁定书', '调解书', '制裁决定', '支付令'], (j && CIVIL[j.kind]) ?? null),
    '刑事类：',
    choices(['刑事附带民事判决书', '刑事附带民事裁定书', '刑事附带民事调解书'], null),
    '行政类：',
    choices(['判决书', '裁定书', '调解书', '行政处罚决定', '行政处理决定'], null),
    '仲裁、公证类：',
    choices(
      ['裁决书', '调解书', '财产保全裁定', '证据保全裁定', '赋予强制执行效力的债权文书'],
      (j && AWARD[j.kind]) ?? null,
    ),
    [t('其他'), box(false)],
  ];
}

/** Section 执行依据信息. */
export function basisRows(x: PaperContext): Row[] {
  const j = x.case.judgment;
  return [
    sectionBar(grid, '执行依据信息'),
    row(
      '文书类型（注：1. 行政处罚决定、行政处理决定，需先经人民法院裁定准予执行；2. 申请执行债权文书的，需一并提交执行证书）',
      typeLines(j),
      'judgment.kind',
    ),
    row('执行依据作出机构', [j?.issuer ?? ''], 'judgment.issuer'),
    row('案  由', [j?.cause ?? ''], 'judgment.cause'),
    row('文书号', [instrumentNumbers(x.case)], 'judgment.documentNumber'),
    row('生效日期', [dayOr(j?.effectiveOn ?? null)], 'judgment.effectiveOn'),
    row('执行依据判项主文', textLines(j?.operativeText ?? ''), 'judgment.operativeText', {
      mayBreak: true,
    }),
  ];
}

/** 本金☑:300,000元; an empty text leaves the box open. */
function money(label: string, text: string): Line {
  return [t(label), box(text !== ''), t(`:${text}`)];
}

/** Section 申请执行事项. */
export function requestRows(x: PaperContext): Row[] {
  const c = x.case;
  const known = c.judgment !== null;
  const sums = known
    ? [principalText(x), ordinaryInterestText(x), delayInterestText(x), otherCostsText(x)]
    : ['', '', '', ''];
  const [principal = '', ordinary = '', delay = '', other = ''] = sums;
  const held = preservationHeld(c);
  return [
    sectionBar(grid, '申请执行事项'),
    hintRow(
      grid,
      '（可概括描述申请执行的请求、事实与理由，相关具体内容请在下方要素式表格中填写）',
      passageText(x, 'enforcement-elements.claims'),
      passageField(c, 'enforcement-elements.claims'),
    ),
    row(
      '申请执行事项',
      [
        [t('金钱给付'), box([principal, ordinary, delay].some((s) => s !== '')), t(':')],
        money('本金', principal),
        money('一般债务利息', ordinary),
        money('迟延履行利息', delay),
        money('其他费用', other),
        [t('行为执行'), box(false)],
        [t('交付特定物'), box(false)],
        [t('其他'), box(false)],
      ],
      'judgment.items',
      { mayBreak: true },
    ),
    row(
      '是否有诉前 / 诉讼保全',
      [
        [t('有'), box(held !== null)],
        `保全案号：${caseNumber(held?.caseNumber ?? '')}`,
        `保全措施最早到期时间：${dayOr(held?.earliestExpiry ?? null)}`,
        [t('无'), box(known && held === null)],
      ],
      'enforcement.preservation',
    ),
    row('其他财产线索', [known ? cluesText(c) : ''], 'propertyClues', { mayBreak: true }),
  ];
}
