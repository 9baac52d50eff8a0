/** What is asked with a pack: which form, what else goes in, and what the receiving court wants. */
import { type PackDestination, packChoices } from '../../shared/packs.ts';
import { warning } from '../checks/common.ts';
import { choicePath, choiceProblems, choicesOf } from '../parts/choices.ts';
import type { Choice, Missing, PaperContext } from '../template.ts';
import type { PackSettings } from './types.ts';

/** Element form or written form: courts must take either; the element form is docketed faster. */
export const formChoice: Choice = {
  key: 'form',
  label: '用哪一种',
  hint: '要素式是法院推广的表格，立案快；叙述式也必须收。',
  kind: 'select',
  options: [
    { value: 'elements', label: '要素式（表格）' },
    { value: 'narrative', label: '叙述式' },
  ],
  default: 'elements',
};

export const optionalChoice = (options: readonly { value: string; label: string }[]): Choice => ({
  key: 'include',
  label: '一并放进去的文书',
  hint: '不选就不放；适用才会出现在清单里。',
  kind: 'multi',
  options,
  default: [],
});

/** The court's own wishes. No source gives a limit for all portals, so it is asked, with source and day. */
export const courtChoices: readonly Choice[] = [
  {
    key: 'extraCopies',
    label: '法院另外要的份数',
    hint: '除每名被告一份、法院一份之外；留空按“诉讼”里填的算。',
    kind: 'text',
    default: '',
  },
  {
    key: 'extra',
    label: '受理法院另外要求的材料',
    hint: '一行一项，印在材料清单上。',
    kind: 'list',
    default: [],
  },
  {
    key: 'sizeLimit',
    label: '单个文件最大（MB）',
    hint: '各地平台不一样，以受理法院平台提示为准；不知道就用 10。',
    kind: 'text',
    default: '10',
  },
  {
    key: 'formats',
    label: '平台收的格式',
    hint: '签名盖章后的扫描件用 PDF 或者图片，不要上传没签名的 Word 稿。',
    kind: 'multi',
    options: [
      { value: 'PDF', label: 'PDF' },
      { value: 'JPG', label: 'JPG' },
      { value: 'PNG', label: 'PNG' },
      { value: 'DOCX', label: 'DOCX' },
    ],
    default: ['PDF', 'JPG', 'PNG'],
  },
  {
    key: 'source',
    label: '这些要求从哪里看到的',
    hint: '例如：某某法院立案窗口告知、人民法院在线服务上传页面。',
    kind: 'text',
    default: '',
  },
  { key: 'checkedOn', label: '哪天看到的', kind: 'date', default: '' },
];

const whole = (text: string, least: number, most: number): number | null => {
  const n = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return n >= least && n <= most ? n : null;
};

/** The court's wishes, defaults for what is not known; unreadable answers are told in `problems`. */
export function packSettings(
  x: PaperContext,
  destination: PackDestination,
): { settings: PackSettings; extra: string[]; problems: Missing[] } {
  const id = packChoices(destination);
  const own = choicesOf(x, id, courtChoices);
  const limit = whole(own.text('sizeLimit'), 1, 1000);
  const typed = own.text('extraCopies');
  const copies = typed === '' ? x.case.suit.extraCopies : whole(typed, 0, 50);
  return {
    settings: {
      sizeLimit: limit ?? 10,
      formats: own.list('formats'),
      extraCopies: copies ?? x.case.suit.extraCopies,
      source: own.text('source'),
      checkedOn: own.date('checkedOn'),
    },
    extra: own.list('extra'),
    problems: [
      ...choiceProblems(x, id, courtChoices, []),
      ...(limit === null
        ? [
            warning(
              choicePath(id, 'sizeLimit'),
              '单个文件大小应为 1 到 1000 的整数（MB），暂按 10 计',
            ),
          ]
        : []),
      ...(copies === null
        ? [warning(choicePath(id, 'extraCopies'), '份数应为 0 到 50 的整数，暂按“诉讼”里填的计')]
        : []),
    ],
  };
}
