/**
 * What a chat or a recording says, in words beside it: the extract table after the pages of an exhibit
 * (form 03 C), and the transcript on the sheet that stands for a recording (rules of evidence art. 15, form 03 D).
 */
import type { Exhibit } from '../shared/case/exhibits.ts';
import { type Block, type Cell, type Paper, p, type Row } from './paper.ts';
import { type Column, headRow, table } from './parts/table-paper.ts';
import type { PaperContext } from './template.ts';

/** One line as it is printed: free of what no font holds. */
export interface SheetLine {
  date: string;
  /** 21:05, or 03:12 from the start of a recording. */
  time: string;
  speaker: string;
  content: string;
  /** Pages in the book: 12, 12-14; '' when the line stands in no file. */
  pages: string;
}

const PLATFORMS = {
  wechat: '微信聊天记录',
  sms: '短信记录',
  call: '通话记录',
  recording: '录音',
  email: '电子邮件',
  other: '记录',
} as const;
type Platform = keyof typeof PLATFORMS;
const ACCOUNTS: Record<Platform, string> = {
  wechat: '微信号',
  sms: '手机号',
  call: '电话号码',
  recording: '电话号码',
  email: '邮箱',
  other: '账号',
};

/** Days, hours and pages, so that each fits a line; words are as large as elsewhere in the book. */
const SMALL = 18;
const WORDS = 21;

const platformOf = (e: Exhibit): Platform => e.item.chat?.platform ?? 'other';

/** 对方：李总（微信号 li_88）, as far as it is known. */
function accountLines(e: Exhibit, clean: (text: string) => string): [string, string][] {
  const chat = e.item.chat;
  if (!chat) return [];
  const account = ACCOUNTS[chat.platform];
  const other = [
    clean(chat.otherName),
    chat.otherAccount ? `${account} ${clean(chat.otherAccount)}` : '',
  ]
    .filter((t) => t !== '')
    .join('，');
  return [
    ['对方账号', other],
    ['本方账号', chat.ownAccount ? `${account} ${clean(chat.ownAccount)}` : ''],
  ];
}

/** What the sheet of a recording says of the account, the carrier and the day. */
export function recordingFacts(
  e: Exhibit,
  lines: readonly SheetLine[],
  clean: (text: string) => string,
): [string, string][] {
  const days = [...new Set(lines.map((l) => l.date).filter((d) => d !== ''))];
  const facts: [string, string][] = [
    ...accountLines(e, clean),
    ['录制日期', days.length === 1 ? (days[0] ?? '') : ''],
  ];
  return facts.filter(([, value]) => value !== '');
}

const paragraphs = (text: string, size: number): Cell['paragraphs'] =>
  text.split('\n').map((line) => p('plain', [{ text: line, size }]));

function rowOf(columns: readonly Column[], texts: readonly string[]): Row {
  return {
    mayBreak: true,
    cells: texts.map((text, i): Cell => {
      const align = columns[i]?.align;
      return {
        vAlign: 'center',
        ...(align ? { align } : {}),
        paragraphs: paragraphs(text, columns[i]?.size ?? WORDS),
      };
    }),
  };
}

/** 文字整理 of a recording: every passage, with minute and second. */
export function recordingTable(lines: readonly SheetLine[]): Block[] {
  if (lines.length === 0) return [];
  const columns: Column[] = [
    { title: '时间（分:秒）', weight: 18, align: 'center', size: SMALL },
    { title: '说话人', weight: 16, align: 'center' },
    { title: '内容', weight: 66 },
  ];
  const days = new Set(lines.map((l) => l.date));
  const when = (l: SheetLine) => (days.size > 1 && l.date ? `${l.date}\n${l.time}` : l.time);
  return [
    p('heading', '文字整理'),
    table(columns, false, [
      headRow(columns),
      ...lines.map((l) => rowOf(columns, [when(l), l.speaker, l.content])),
    ]),
    p('formula', '文字由提交人逐句整理，供查阅；以录音、录像原件为准。'),
  ];
}

const COLUMNS: Column[] = [
  { title: '时间', weight: 20, align: 'center', size: SMALL },
  { title: '说话人', weight: 14, align: 'center' },
  { title: '内容', weight: 52 },
  { title: '页码', weight: 14, align: 'center', size: SMALL },
];

/**
 * 摘录表: the lines that matter, with the page of the book on which each stands. Its length does not depend on
 * the page numbers, so that it can be counted before they are known.
 * @param clean text without what no font holds
 */
export function extractPaper(
  x: PaperContext,
  e: Exhibit,
  lines: readonly SheetLine[],
  clean: (text: string) => string,
): Paper {
  const title = `${e.item.chat ? PLATFORMS[platformOf(e)] : ''}摘录表`;
  const accounts = accountLines(e, clean)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`);
  const carrier = e.item.carrier ? [`原始载体：${clean(e.item.carrier)}`] : [];
  const head = [...accounts, ...carrier].join('　');
  return {
    id: 'bundle-extract',
    title,
    profile: 'T',
    fileName: title,
    date: x.case.suit.signedOn ?? x.today,
    // The book's own number is stamped on.
    pageNumber: { prefix: '', counted: false },
    blocks: [
      p('title', title),
      p('caseLine', `证据${e.number}　${clean(e.item.name)}`),
      ...(head ? [p('caseLine', head)] : []),
      table(COLUMNS, false, [
        headRow(COLUMNS),
        ...lines.map((l) =>
          rowOf(COLUMNS, [
            [l.date, l.time].filter((t) => t !== '').join(' '),
            l.speaker,
            l.content,
            l.pages,
          ]),
        ),
      ]),
      p('formula', `本表由提交人摘自证据${e.number}各页，供查阅；以原始记录为准。`),
    ],
  };
}
