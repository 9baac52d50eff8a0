/**
 * The sheets an evidence bundle has besides the exhibits themselves: cover, list, hash register, and the
 * sheets that stand for what cannot be printed. The bundle is made in main/evidence/bundle.
 */
import { bundleTitle } from '../shared/case/book-gaps.ts';
import { batchTitle, type Exhibit } from '../shared/case/exhibits.ts';
import { chineseNumber } from '../shared/text/numerals.ts';
import { caseLines, caseNumberLine, listPaper } from './evidence-list.ts';
import { type Block, type Paper, p, type Table } from './paper.ts';
import { names, plaintiffs } from './parts/people.ts';
import { bodyRow, type Column, headRow, table } from './parts/table-paper.ts';
import { day, fileName } from './parts/words.ts';
import type { PaperContext } from './template.ts';
import { recordingFacts, recordingTable, type SheetLine } from './transcript-sheet.ts';

/** One volume, as the others name it. */
export interface VolumeLine {
  number: number;
  exhibits: { first: number; last: number };
  pages: { from: number; to: number };
  /** Its PDF, as it lies beside the others. */
  file: string;
}

export interface BundleLook {
  batch: number;
  volume: number;
  volumes: readonly VolumeLine[];
}

/** Prefixes of the page numbers before and after the evidence body; the body's own are plain. */
export const PAGE_PREFIX = { cover: '封面', list: '目录', register: '校验' } as const;

/** Where the row of another volume leads. */
export const volumeAddress = (v: Pick<VolumeLine, 'number'>): string => `jieju:volume/${v.number}`;

const volumeName = (n: number) => `第${chineseNumber(n)}册`;
const span = (from: number, to: number, unit: string, head: string) =>
  from === to ? `${head}${from}${unit}` : `${head}${from}—${to}${unit}`;
const exhibitSpan = (v: VolumeLine) => span(v.exhibits.first, v.exhibits.last, '', '证据');
const pageSpan = (v: VolumeLine) => span(v.pages.from, v.pages.to, '页', '第');

/** File name without extension: 03-证据册-王某, 03-证据册（第二册）-王某. */
export function bundleFileName(x: PaperContext, batch: number, volume: number, of: number): string {
  const part = of > 1 ? `（${volumeName(volume)}）` : '';
  return fileName('03', `${bundleTitle(batch)}${part}`, names(plaintiffs(x.case)));
}

const base = (x: PaperContext, id: string, title: string) => ({
  id,
  title,
  profile: 'T' as const,
  fileName: title,
  date: x.case.suit.signedOn ?? x.today,
});

const space = (lines: number): Block[] => Array.from({ length: lines }, () => p('plain', ''));

/** All volumes, the one it stands in marked; nothing for a book of one volume. */
function volumeTable(look: BundleLook): Block[] {
  if (look.volumes.length < 2) return [];
  const columns: Column[] = [
    { title: '册', weight: 30, align: 'center' },
    { title: '证据', weight: 35, align: 'center' },
    { title: '页码', weight: 35, align: 'center' },
  ];
  const rows = look.volumes.map((v) => {
    const own = v.number === look.volume;
    const texts = [`${volumeName(v.number)}${own ? '（本册）' : ''}`, exhibitSpan(v), pageSpan(v)];
    return bodyRow(columns, texts, undefined, own ? undefined : volumeAddress(v));
  });
  return [
    p('heading', `${bundleTitle(look.batch)}共${chineseNumber(look.volumes.length)}册`),
    table(columns, false, [headRow(columns), ...rows]),
  ];
}

/** 封面: cause, parties, who submits, date, volumes (form 03 E 1). */
export function coverPaper(x: PaperContext, look: BundleLook): Paper {
  const signed = x.case.suit.signedOn;
  const own = look.volumes.find((v) => v.number === look.volume);
  const many = look.volumes.length > 1;
  return {
    ...base(x, 'bundle-cover', bundleTitle(look.batch)),
    pageNumber: { prefix: PAGE_PREFIX.cover, counted: false },
    blocks: [
      ...space(5),
      p('title', bundleTitle(look.batch)),
      ...(many ? [p('subtitle', volumeName(look.volume))] : []),
      ...space(3),
      ...[...caseLines(x), caseNumberLine(x)].map((line) => p('caseLine', line)),
      ...(own ? [p('caseLine', `内容：${exhibitSpan(own)}，${pageSpan(own)}`)] : []),
      p('caseLine', `提交日期：${signed ? day(signed) : '    年    月    日'}`),
      ...(many ? [...space(2), ...volumeTable(look)] : []),
    ],
  };
}

/** The list of a volume: its own exhibits with their pages; the other volumes are named below. */
export function bundleList(
  x: PaperContext,
  list: Exhibit[],
  look: BundleLook,
  linkOf: (e: Exhibit) => string,
): Paper {
  const many = look.volumes.length > 1;
  return listPaper(x, list, {
    title: batchTitle(look.batch),
    ...(many ? { subtitle: volumeName(look.volume) } : {}),
    pageNumber: { prefix: PAGE_PREFIX.list, counted: true },
    linkOf,
    after: many ? [p('plain', ''), ...volumeTable(look)] : [],
  });
}

/** One file in the hash register. */
export interface RegisterRow {
  number: string;
  name: string;
  size: number;
  sha256: string;
  takenAt: string;
  pages: string;
  /** What was done to its copy in the book; empty when it stands as it is. */
  treatment: string;
}

/** File sizes are given to the byte: with the fingerprint they name one file and no other. */
const bytes = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A fingerprint in two lines of 32: one of 64 letters has nowhere to break and runs over its column. */
const digestLines = (sha256: string): string => sha256.replace(/^(.{32})(?=.)/, '$1\n');

/** Printed times are China's, wherever the book is made. */
const TAKEN = '收入时间（北京时间）';

/** 文件校验清单: every original with its SHA-256. */
export function registerPaper(x: PaperContext, rows: readonly RegisterRow[]): Paper {
  const small = { size: 16 };
  const columns: Column[] = [
    { title: '证据', weight: 6, align: 'center', ...small },
    { title: '原文件名', weight: 24, ...small },
    { title: '大小（字节）', weight: 10, align: 'right', ...small },
    { title: 'SHA-256', weight: 25, ...small },
    { title: '页码', weight: 9, align: 'center', ...small },
    { title: TAKEN, weight: 12, ...small },
    { title: '说明', weight: 16, ...small },
  ];
  const shown = rows.some((r) => r.takenAt) ? columns : columns.filter((c) => c.title !== TAKEN);
  const body = rows.map((r) => {
    const texts: Record<string, string> = {
      证据: r.number,
      原文件名: r.name,
      '大小（字节）': bytes(r.size),
      'SHA-256': digestLines(r.sha256),
      页码: r.pages,
      [TAKEN]: r.takenAt,
      说明: r.treatment,
    };
    return bodyRow(
      shown,
      shown.map((c) => texts[c.title] ?? ''),
    );
  });
  return {
    ...base(x, 'bundle-register', '文件校验清单'),
    landscape: true,
    pageNumber: { prefix: PAGE_PREFIX.register, counted: true },
    blocks: [
      p('title', '文件校验清单'),
      p(
        'formula',
        '下列为证据原文件的名称、大小与 SHA-256 值。原文件未经改动；证据册中的页面是它们的复制件，页码和证据编号为装订时加注。',
      ),
      table(shown, true, [headRow(shown), ...body]),
    ],
  };
}

/** Two columns of words about a file. */
function factTable(facts: readonly (readonly [string, string])[]): Table {
  const columns: Column[] = [
    { title: '项目', weight: 22 },
    { title: '内容', weight: 78, size: 20 },
  ];
  return table(
    columns,
    false,
    facts.map(([label, value]) => bodyRow(columns, [label, value])),
  );
}

/** Sheets inside the body have no number of their own: the book's is stamped on. */
const unnumbered = { pageNumber: { prefix: '', counted: false } };

export interface FileFacts {
  name: string;
  size: number;
  sha256: string;
  kind: string;
  duration: string;
}

/** The sheet that stands for a recording or a film in the book, with what is said in it. */
export function mediaSheet(
  x: PaperContext,
  e: Exhibit,
  file: FileFacts,
  lines: readonly SheetLine[],
  clean: (text: string) => string,
): Paper {
  return {
    ...base(x, 'bundle-media', `${file.kind}说明页`),
    ...unnumbered,
    blocks: [
      p('title', `${file.kind}文件说明`),
      factTable([
        ['证据编号', `证据${e.number}`],
        ['证据名称', e.item.name],
        ['文件名', file.name],
        ['时长', file.duration || '未能从文件中读出，请以播放为准'],
        ['大小', `${bytes(file.size)} 字节`],
        ['SHA-256', digestLines(file.sha256)],
        // Left empty it is written in by hand; what the user should know of it is told beside the book.
        ['原始载体', e.item.carrier],
        ...recordingFacts(e, lines, clean),
        ['证明目的', e.item.purpose],
      ]),
      ...recordingTable(lines),
      p('formula', `本证据为${file.kind}文件，随本证据册另附光盘或 U 盘；原始载体可当庭核对。`),
    ],
  };
}

/** The sheets in the place of an exhibit that has no file, one for each of its pages: the paper itself goes in here. */
export function paperSheets(x: PaperContext, e: Exhibit, count: number): Paper {
  const sheet = (n: number): Block[] => [
    ...(n > 1 ? [{ type: 'pageBreak' as const }] : []),
    ...space(4),
    p('title', '纸质证据'),
    factTable([
      ['证据编号', `证据${e.number}`],
      ['证据名称', e.item.name],
      ['证据来源', e.item.source],
      ['证明目的', e.item.purpose],
    ]),
    p(
      'formula',
      count > 1
        ? `本项证据没有电子文件，请换上纸质件（第${n}页，共${count}页）。`
        : '本项证据没有电子文件，请换上纸质件。',
    ),
  ];
  return {
    ...base(x, 'bundle-paper', '纸质证据说明页'),
    ...unnumbered,
    blocks: Array.from({ length: count }, (_, i) => sheet(i + 1)).flat(),
  };
}

/** A text file, set on pages line by line; `note` says where the words come from. */
export function textSheets(
  x: PaperContext,
  title: string,
  note: string,
  lines: readonly string[],
): Paper {
  return {
    ...base(x, 'bundle-text', title),
    ...unnumbered,
    blocks: [p('formula', note), ...lines.map((line) => p('plain', [{ text: line, size: 20 }]))],
  };
}

/** The empty page that lets the next exhibit start on a front side. */
export const BLANK_PAGE = '（此页空白）';

/** Words of the stamps: every character here is in the stamp's font. */
export const stampWords = {
  page: (n: number) => `证据第${n}页`,
  /** 证据3, or 证据3-2 for the second file of an exhibit. */
  exhibit: (number: number, part: number | null) =>
    `证据${number}${part === null ? '' : `-${part}`}`,
  /** On a page with boxes: whose they are. */
  marked: '方框为提交人所加，原件未改动',
};
