/** The sheet on top of a pack: every material with its copies, where to sign, ready or still to come. */
import { type Block, box, type Cell, type Paper, p, type Row, t } from '../paper.ts';
import { defendants, names, plaintiffs } from '../parts/people.ts';
import { bodyRow, type Column, cell, headRow, table } from '../parts/table-paper.ts';
import { day, fileName } from '../parts/words.ts';
import type { PaperContext } from '../template.ts';
import type { Pack, PackItem } from './types.ts';

const COLUMNS: Column[] = [
  { title: '材料', weight: 29 },
  { title: '份数', weight: 7, align: 'center' },
  { title: '原件/复印件', weight: 9, align: 'center' },
  { title: '签名、盖章处', weight: 18 },
  { title: '备齐情况', weight: 12 },
  { title: '说明', weight: 25 },
];

const STATES: Record<PackItem['state'], string> = {
  ready: '已备',
  blocked: '待补',
  unfit: '不适用',
  hand: '待补',
};

/** A row over the whole width: the portal's slot, under the number its files have. */
const slotRow = (item: PackItem): Row => ({
  cells: [
    cell(`${String(item.slot + 1).padStart(2, '0')}　${item.slotTitle}`, {
      span: COLUMNS.length,
      role: 'total',
    }),
  ],
});

function itemRow(item: PackItem): Row {
  const sign = item.signatures.map((s) => `${s}（待签）`).join('、');
  const state: Cell = cell([box(item.state === 'ready'), t(STATES[item.state])]);
  const row = bodyRow(COLUMNS, [
    item.name,
    String(item.copies),
    item.original ? '原件' : '复印件',
    sign || '—',
    '',
    item.note,
  ]);
  return { ...row, cells: row.cells.map((one, i) => (i === 4 ? state : one)) };
}

function notes(pack: Pack, x: PaperContext): Block[] {
  const { sizeLimit, formats, source, checkedOn, extraCopies } = pack.settings;
  const told = source
    ? `依据：${source}${checkedOn ? `（${day(checkedOn)}）` : ''}`
    : `依据：软件默认值（${day(x.today)}），尚未向受理法院核实`;
  const served = pack.items.some((item) => item.copies > 1 + extraCopies);
  const more = extraCopies > 0 ? `，另加${extraCopies}份` : '';
  const copies = `份数按${served ? '每名对方当事人一份、受理机构一份' : '受理机构一份'}计算${more}`;
  const open = pack.items.filter((item) => item.state !== 'ready' && item.state !== 'unfit').length;
  const unsigned = pack.items.filter((item) => item.signatures.length > 0).length;
  return [
    p('formula', `待补${open}项；待签名、盖章${unsigned}份，只打印姓名不算签名。`),
    p(
      'formula',
      `上传要求：单个文件不超过${sizeLimit}MB；格式${formats.join('、') || '未填'}；${copies}。${told}。以受理法院平台提示为准。`,
    ),
    p('formula', `${pack.basis}。`),
  ];
}

/** The checklist of a pack as a paper of profile T. */
export function packChecklist(pack: Pack, x: PaperContext): Paper {
  const rows = pack.items.flatMap((item, i) => {
    const head = pack.items[i - 1]?.slot === item.slot ? [] : [slotRow(item)];
    return [...head, itemRow(item)];
  });
  const who = names(plaintiffs(x.case));
  return {
    id: `pack-${pack.destination}`,
    title: pack.title,
    profile: 'T',
    fileName: fileName('00', pack.title, who),
    date: x.today,
    blocks: [
      p('title', pack.title),
      p('caseLine', `提交人：${who}　对方当事人：${names(defendants(x.case))}`),
      p('caseLine', `收件：${pack.receiver || '××××'}　制表日期：${day(x.today)}`),
      table(COLUMNS, false, [headRow(COLUMNS), ...rows]),
      ...notes(pack, x),
    ],
  };
}
