/** 证据目录: the rows evidence rules art. 19 asks for, numbered and paged throughout (form 03). */
import { chatAnswers, chatGaps } from '../shared/case/chat-checks.ts';
import type { EvidenceItem } from '../shared/case/conduct.ts';
import { formOf } from '../shared/case/evidence-form.ts';
import { currentBatch, type Exhibit, LIST_PAPER, pageRange } from '../shared/case/exhibits.ts';
import { purposeState } from '../shared/proof/purpose.ts';
import { chineseNumber } from '../shared/text/numerals.ts';
import { signatureReminder, warning } from './checks/common.ts';
import { blockingFirst } from './checks/filing.ts';
import { type Block, type Paper, p, type Row } from './paper.ts';
import { choicePath, choicesOf } from './parts/choices.ts';
import { defendants, names, plaintiffs, thirdPersons } from './parts/people.ts';
import { signatureLines } from './parts/signature.ts';
import { bodyRow, type Column, cell, headRow, table } from './parts/table-paper.ts';
import { caseNumber, fileName } from './parts/words.ts';
import type { Choice, Missing, PaperContext, PaperTemplate } from './template.ts';

const ID = LIST_PAPER;

const CHOICES: readonly Choice[] = [
  {
    key: 'originals',
    label: '列出“原件/复印件”',
    hint: '法院要核对原件；不想让对方在开庭前知道有没有原件的，可以不列。',
    kind: 'flag',
    default: true,
  },
  {
    key: 'groups',
    label: '按组分列（第一组、第二组……）',
    hint: '证据较多时便于查阅；同一组的证据须排在一起。',
    kind: 'flag',
    default: false,
  },
  {
    key: 'purposes',
    label: '每组的证明目的',
    hint: '按组分列时印在组名后面。一行一组，先写组名，例如“款项交付：证明原告已实际交付借款。”；不写的组只印组名。',
    kind: 'list',
    default: [],
  },
  {
    key: 'duplex',
    label: '证据双面打印（每份证据从正面开始）',
    hint: '页数为单数的证据后面加一张空白页，空白页也计页码；证据册和证据目录都按这样计页。',
    kind: 'flag',
    default: false,
  },
  { key: 'copies', label: '列出“份数”', kind: 'flag', default: false },
  { key: 'notes', label: '列出“备注”', kind: 'flag', default: false },
];

const GROUPS: Record<EvidenceItem['group'], string> = {
  identity: '主体资格',
  agreement: '借贷合意',
  delivery: '款项交付',
  performance: '履行与欠款',
  demand: '催收与时效',
  security: '担保',
  costs: '实现债权费用',
  enforcement: '执行',
  other: '其他',
};

/** 原件 · 复印件（原件备查） · 打印件 · 电子数据打印件（原始载体：…） (form 03 B). */
export function formText(item: EvidenceItem): string {
  const form = formOf(item);
  if (form === 'original') return '原件';
  if (form === 'copy') {
    // The court is promised the original only where the user said that it can be shown.
    const checkable = item.group !== 'identity' && item.originalHeld === true;
    return checkable ? '复印件（原件备查）' : '复印件';
  }
  if (form === 'print') return '打印件';
  return `电子数据打印件${item.carrier ? `（原始载体：${item.carrier}）` : ''}`;
}

type Shown = Column & { text: (e: Exhibit) => string };

function columns(x: PaperContext): Shown[] {
  const own = choicesOf(x, ID, CHOICES);
  const all: (Shown | null)[] = [
    { title: '序号', weight: 6, align: 'center', text: (e) => String(e.number) },
    { title: '证据名称', weight: 24, text: (e) => e.item.name },
    { title: '证据来源', weight: 13, text: (e) => e.item.source },
    own.flag('originals')
      ? { title: '原件/复印件', weight: 16, text: (e) => formText(e.item) }
      : null,
    { title: '证明目的', weight: 33, text: (e) => e.item.purpose },
    own.flag('copies')
      ? { title: '份数', weight: 6, align: 'center', text: (e) => String(e.item.copies) }
      : null,
    { title: '页码', weight: 8, align: 'center', text: pageRange },
    own.flag('notes') ? { title: '备注', weight: 12, text: (e) => e.item.note } : null,
  ];
  return all.filter((col) => col !== null);
}

/** Groups in one piece each: only then can they head the rows without renumbering. */
function grouped(x: PaperContext, list: Exhibit[]): boolean {
  const order = list.map((e) => e.item.group);
  const starts = order.filter((g, i) => g !== order[i - 1]);
  const whole = new Set(starts).size === starts.length;
  return whole && starts.length > 1 && choicesOf(x, ID, CHOICES).flag('groups');
}

/** 款项交付：证明… as typed, one line a group (form 03 B: one purpose for each group). */
function groupPurpose(x: PaperContext, name: string): string {
  const line = choicesOf(x, ID, CHOICES)
    .list('purposes')
    .find((l) => groupOf(l) === name);
  return line ? line.slice(line.search(/[：:]/) + 1).trim() : '';
}

const groupOf = (line: string): string => line.split(/[：:]/)[0]?.trim() ?? '';

/** Lines about a group that does not exist would be printed nowhere. */
function strayPurposes(x: PaperContext): Missing[] {
  const known = Object.values(GROUPS);
  return choicesOf(x, ID, CHOICES)
    .list('purposes')
    .filter((line) => !known.includes(groupOf(line)) || !/[：:]/.test(line))
    .map((line) =>
      warning(
        choicePath(ID, 'purposes'),
        `“${line.slice(0, 20)}”没有印出来：请先写组名（${known.join('、')}），再写冒号和证明目的`,
      ),
    );
}

function rows(x: PaperContext, cols: Shown[], list: Exhibit[], linkOf: ListLook['linkOf']): Row[] {
  const c = x.case;
  const heads = grouped(x, list);
  let group = 0;
  return list.flatMap((e, i): Row[] => {
    const row = bodyRow(
      cols,
      cols.map((col) => col.text(e)),
      `evidence.${c.evidence.indexOf(e.item)}`,
      linkOf?.(e),
    );
    if (!heads || e.item.group === list[i - 1]?.item.group) return [row];
    group += 1;
    const purpose = groupPurpose(x, GROUPS[e.item.group]);
    const title = `第${chineseNumber(group)}组　${GROUPS[e.item.group]}${purpose ? `　证明目的：${purpose}` : ''}`;
    return [{ cells: [cell(title, { span: cols.length, role: 'head', align: 'left' })] }, row];
  });
}

/** How the list is set where it is part of a bundle. */
export interface ListLook {
  title: string;
  /** After the title, e.g. which volume's list it is. */
  subtitle?: string;
  pageNumber?: Paper['pageNumber'];
  /** Where a row leads in the PDF. */
  linkOf?: (e: Exhibit) => string;
  /** What stands between the table and the signature. */
  after?: Block[];
}

/** Who submits what against whom: the head of the list, the cover and the register. */
export function caseLines(x: PaperContext): string[] {
  const c = x.case;
  const third = names(thirdPersons(c));
  return [
    '案由：民间借贷纠纷',
    `原告：${names(plaintiffs(c))}`,
    `被告：${names(defendants(c))}`,
    ...(third ? [`第三人：${third}`] : []),
    `提交人：原告${names(plaintiffs(c))}`,
  ];
}

/** `案号：`, or when it will be known. */
export const caseNumberLine = (x: PaperContext): string =>
  `案号：${caseNumber(x.case.suit.caseNumber) || '（立案后填写）'}`;

/** The list of the given exhibits, with the columns the user chose for this paper. */
export function listPaper(x: PaperContext, list: Exhibit[], look: ListLook): Paper {
  const c = x.case;
  const cols = columns(x);
  const landscape = cols.length > 5;
  return {
    id: ID,
    title: look.title,
    profile: 'T',
    landscape,
    fileName: fileName('03', look.title, names(plaintiffs(c))),
    date: c.suit.signedOn ?? x.today,
    ...(look.pageNumber ? { pageNumber: look.pageNumber } : {}),
    blocks: [
      p('title', look.title),
      ...(look.subtitle ? [p('subtitle', look.subtitle)] : []),
      p('caseLine', caseLines(x).join('　')),
      p('caseLine', caseNumberLine(x)),
      table(cols, landscape, [headRow(cols), ...rows(x, cols, list, look.linkOf)]),
      ...(look.after ?? []),
      ...signatureLines(
        '提交人（签名或盖章）：',
        '提交日期：',
        c.suit.signedOn,
        '    年    月    日',
      ),
    ],
  };
}

function build(x: PaperContext): Paper {
  const { title, list } = currentBatch(x.case);
  return listPaper(x, list, { title });
}

/** Chats and recordings that would not stand up in court as they are (evidence rules arts. 14, 15, 90, 93). */
function chatMissing(item: EvidenceItem, path: string, name: string): Missing[] {
  const { open, no } = chatAnswers(item);
  const at = (key: string | undefined) => `${path}.chat.checks.${key ?? 'originalKept'}`;
  return chatGaps(item, false).map((gap) => {
    if (gap === 'untranscribed')
      return warning(`${path}.chat.platform`, `“${name}”是录音，还没有写成文字，法官看卷时听不了`);
    return gap === 'unchecked'
      ? warning(at(open[0]?.key), `“${name}”开庭前要核对的有 ${open.length} 项没有答`)
      : warning(at(no[0]?.key), `“${name}”有 ${no.length} 项核对不上，请按提示补齐`);
  });
}

function missing(x: PaperContext): Missing[] {
  const c = x.case;
  const items = c.evidence.flatMap((item, i): Missing[] => {
    const path = `evidence.${i}`;
    const name = item.name || `第${i + 1}项证据`;
    return [
      ...(item.name === ''
        ? [{ path: `${path}.name`, message: '请填写证据名称', level: 'blocking' as const }]
        : []),
      ...(item.source === '' ? [warning(`${path}.source`, `请填写“${name}”的来源`)] : []),
      ...(item.purpose === '' ? [warning(`${path}.purpose`, `请填写“${name}”要证明什么`)] : []),
      ...(purposeState(c, item).state === 'stale'
        ? [
            warning(
              `${path}.purpose`,
              `“${name}”的证明目的是按原来的记录起草的，记录后来改过，请核对金额和日期`,
            ),
          ]
        : []),
      ...(item.pages === null
        ? [warning(`${path}.pages`, `“${name}”的页数还不知道，它和它后面的页码会留空`)]
        : []),
      ...(formOf(item) === 'electronic' && item.carrier === ''
        ? [warning(`${path}.carrier`, `请填写“${name}”的原始载体，例如哪一部手机`)]
        : []),
      ...chatMissing(item, path, name),
    ];
  });
  const none: Missing[] =
    c.evidence.length === 0
      ? [{ path: 'evidence', message: '还没有证据，请先在“证据”里添加', level: 'blocking' }]
      : [];
  return blockingFirst([
    ...none,
    ...items,
    ...strayPurposes(x),
    ...signatureReminder(plaintiffs(c), '提交人', 'suit.signedOn', c.suit.signedOn),
  ]);
}

export const evidenceList: PaperTemplate = {
  id: ID,
  title: '证据目录',
  form: '03',
  stage: 'filing',
  choices: CHOICES,
  fits: (x) =>
    x.case.evidence.length > 0
      ? { fits: true, why: '起诉时与证据一并提交' }
      : { fits: false, why: '还没有证据' },
  missing,
  build,
};
