/** Each file made ready for the book, before anything is written: its pages counted, its faults found. */
import { webcrypto } from 'node:crypto';
import type { Exhibit } from '../../../shared/case/exhibits.ts';
import { mediaSheet, paperSheets, textSheets } from '../../../templates/bundle-papers.ts';
import type { Paper } from '../../../templates/paper.ts';
import type { PaperContext } from '../../../templates/template.ts';
import { extractPaper } from '../../../templates/transcript-sheet.ts';
import { renderPdf } from '../../papers/pdf.ts';
import { type Picture, type Room, readPictures } from './image/pictures.ts';
import {
  clean,
  notedId,
  type PlacedBox,
  pagedLines,
  placedBoxes,
  quotedLines,
  spokenLines,
} from './notes.ts';
import { type OpenedPdf, openPdf } from './pdf/open.ts';
import { durationText, mediaSeconds } from './source/duration.ts';
import { breakable, docxLines, printable, textLines, xlsxLines } from './source/words.ts';
import {
  BundleRefusal,
  type BundleRequest,
  type FileProblem,
  type ReadSource,
  type RecognisedPage,
  type SourceFile,
  SourceProblem,
} from './types.ts';

/** Room for a picture on A4 upright: 2.5 cm for the binding, 2 cm above and below, 1.5 cm on the right. */
export const PICTURE_ROOM: Room = { width: 482, height: 728 };

/** PDFs kept open between counting and copying, by size; larger books are read twice. */
const KEEP_OPEN = 100 * 1024 * 1024;

/** More sheets than this for one exhibit on paper are a slip of the pen. */
const MOST_SHEETS = 1000;

export type Part =
  | { kind: 'pdf'; open: () => Promise<OpenedPdf> }
  /** Our own sheets. */
  | { kind: 'sheets'; pdf: Uint8Array }
  | { kind: 'pictures'; pictures: readonly Picture[] }
  /** The extract table, set once the pages of its exhibit are known. */
  | { kind: 'extract'; set: (first: number) => Uint8Array };

export interface Prepared {
  exhibit: Exhibit;
  /** null: a sheet of our own, see `role`. */
  file: SourceFile | null;
  /** paper: stands for an exhibit that has no file · extract: the table after the pages of one. */
  role: 'file' | 'paper' | 'extract';
  /** Under which marks and lines of the transcript name the file. */
  fileId: string;
  part: Part;
  pages: number;
  /** What it adds to the book, about. */
  bytes: number;
  treatments: string[];
  /** The original goes beside the book: its copy has lost its signature. */
  beside: boolean;
  /** A recording or a film, for which a sheet stands. */
  sound: boolean;
  /** Drawn on the copy. */
  boxes: readonly PlacedBox[];
  /** Recognised on its pages; laid over them invisibly. */
  words: readonly RecognisedPage[];
  /** What is printed of the user's notes, as data; '' = nothing. */
  noted: string;
}

const plain = {
  ...{ beside: false, sound: false, boxes: [], words: [], noted: '', fileId: '' },
} satisfies Partial<Prepared>;

/** As long as page numbers get, so that the table is as long with as without them. */
const LONG_RANGE = '99999-99999';

const office = 'application/vnd.openxmlformats-officedocument.';
const DOCX = `${office}wordprocessingml.document`;
const XLSX = `${office}spreadsheetml.sheet`;

/** Name without what no font can print, cut where a line would run over. */
export const shownName = (name: string, most: number): string => breakable(printable(name), most);

function unsupported(mime: string): SourceProblem {
  const what =
    mime.includes('zip') || mime.includes('rar') || mime.includes('7z')
      ? '压缩包里的文件要先解压，再逐个添加。'
      : mime === 'application/x-ole-storage' || mime.includes('presentation')
        ? '这种办公文件不能直接放进证据册，请用原来的软件“另存为”PDF 再添加；原文件请保留。'
        : '这种文件不能放进证据册，请转成 PDF 或图片再添加；原文件请保留。';
  return new SourceProblem('unsupported', what);
}

const sheets = (paper: Paper) => {
  const { pdf, pages } = renderPdf(paper);
  return { part: { kind: 'sheets' as const, pdf }, pages, bytes: pdf.length };
};

async function wholeFile(file: SourceFile, read: ReadSource): Promise<Uint8Array> {
  const bytes = await read(file.key, 0, file.size);
  // Node's own threads take the fingerprint.
  const digest = Buffer.from(
    await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>),
  );
  if (bytes.length === file.size && digest.toString('hex') === file.sha256) return bytes;
  throw new SourceProblem('changed', '文件内容与收入时的指纹不一致。请重新添加这个文件。');
}

class Preparer {
  readonly #x: PaperContext;
  readonly #request: BundleRequest;
  readonly #read: ReadSource;
  #kept = 0;

  constructor(request: BundleRequest, read: ReadSource) {
    this.#x = request.context;
    this.#request = request;
    this.#read = read;
  }

  async #pdf(file: SourceFile, bytes: Uint8Array) {
    const password = this.#request.options.passwords[file.key];
    const opened = await openPdf(bytes, password);
    const keep = this.#kept + file.size <= KEEP_OPEN;
    if (keep) this.#kept += file.size;
    const again = async () => openPdf(await wholeFile(file, this.#read), password);
    // Handed out once: pages that were stamped must not be copied again.
    let first: OpenedPdf | undefined = keep ? opened : undefined;
    const open = async () => {
      const found = first ?? (await again());
      first = undefined;
      return found;
    };
    return {
      part: { kind: 'pdf' as const, open },
      pages: opened.pages.length,
      bytes: file.size,
      treatments: opened.treatments,
      beside: opened.signed,
    };
  }

  async #media(exhibit: Exhibit, file: SourceFile, fileId: string, only: boolean) {
    const seconds = await mediaSeconds(file.mime, file.size, (offset, length) =>
      this.#read(file.key, offset, length),
    );
    const facts = {
      name: shownName(file.name, 34),
      size: file.size,
      sha256: file.sha256,
      kind: file.mime.startsWith('audio/') ? '录音' : '录像',
      duration: seconds === null ? '' : durationText(seconds),
    };
    const lines = spokenLines(exhibit.item, fileId, only);
    return {
      ...sheets(mediaSheet(this.#x, exhibit, facts, lines, clean)),
      treatments: ['说明页；原文件另附光盘或 U 盘'],
      sound: true,
      noted: lines.length > 0 ? JSON.stringify(lines) : '',
    };
  }

  async #content(exhibit: Exhibit, file: SourceFile, fileId: string, only: boolean) {
    const { mime } = file;
    if (mime.startsWith('audio/') || mime.startsWith('video/'))
      return this.#media(exhibit, file, fileId, only);
    const known =
      mime === 'application/pdf' || mime.startsWith('image/') || mime.startsWith('text/');
    if (!known && mime !== DOCX && mime !== XLSX) throw unsupported(mime);
    const bytes = await wholeFile(file, this.#read);
    if (mime === 'application/pdf') return this.#pdf(file, bytes);
    if (mime.startsWith('image/')) {
      const { pages, treatments } = await readPictures(bytes, mime, PICTURE_ROOM);
      return {
        part: { kind: 'pictures' as const, pictures: pages },
        pages: pages.length,
        bytes: pages.reduce((sum, p) => sum + p.bytes.length, 0),
        treatments,
      };
    }
    const lines =
      mime === DOCX
        ? await docxLines(bytes)
        : mime === XLSX
          ? await xlsxLines(bytes)
          : textLines(bytes, file.name);
    const note = `以下为文件“${shownName(file.name, 60)}”中的文字，按原文排印；字库里没有的符号写作〔U+编号〕。原文件见文件校验清单。`;
    return {
      ...sheets(textSheets(this.#x, '文字材料', note, lines)),
      treatments: ['按文件中的文字排印'],
    };
  }

  /** @param place of the file among the `of` files of its exhibit, from 0 */
  async file(exhibit: Exhibit, file: SourceFile, place: number, of: number): Promise<Prepared> {
    const fileId = notedId(exhibit.item, file, place);
    const made = { ...plain, ...(await this.#content(exhibit, file, fileId, of === 1)) };
    const boxes = placedBoxes(exhibit.item, fileId, made.part, made.pages);
    const treatments =
      boxes.length > 0 ? [...made.treatments, '复制页上有提交人加的方框'] : made.treatments;
    const noted = boxes.length > 0 ? JSON.stringify(boxes) : made.noted;
    const words = file.words ?? [];
    return { ...made, treatments, boxes, words, noted, fileId, role: 'file', exhibit, file };
  }

  /** The extract table of an exhibit; null when nothing of it is quoted. */
  extract(exhibit: Exhibit, own: readonly Prepared[]): Prepared | null {
    const lines = quotedLines(exhibit.item, own);
    if (lines.length === 0) return null;
    const paper = (first: number | null) => {
      const paged = pagedLines(lines, own, first ?? 1).map((line) =>
        first === null ? { ...line, pages: LONG_RANGE } : line,
      );
      return extractPaper(this.#x, exhibit, paged, clean);
    };
    const { pages, bytes } = sheets(paper(null));
    return {
      ...{ ...plain, exhibit, file: null, role: 'extract', pages, bytes, treatments: [] },
      part: { kind: 'extract', set: (first) => renderPdf(paper(first)).pdf },
      noted: JSON.stringify(pagedLines(lines, own, 1)),
    };
  }

  paper(exhibit: Exhibit): Prepared {
    // As many as the user counted on paper, so that the numbers hold once the paper is in its place.
    const count = Math.min(exhibit.item.pages ?? 1, MOST_SHEETS);
    const made = sheets(paperSheets(this.#x, exhibit, count));
    return { ...plain, ...made, exhibit, file: null, role: 'paper', treatments: [] };
  }
}

/**
 * Prepares every file of the exhibits, in order.
 * @throws BundleRefusal naming every file that cannot be put in, not only the first
 */
export async function prepareFiles(
  request: BundleRequest,
  list: readonly Exhibit[],
  read: ReadSource,
  step: (bytes: number) => void,
): Promise<Prepared[]> {
  const preparer = new Preparer(request, read);
  const prepared: Prepared[] = [];
  const problems: FileProblem[] = [];
  for (const exhibit of list) {
    const files = request.files.filter((f) => f.itemId === exhibit.item.id);
    if (files.length === 0) prepared.push(preparer.paper(exhibit));
    const own: Prepared[] = [];
    for (const [place, file] of files.entries()) {
      try {
        own.push(await preparer.file(exhibit, file, place, files.length));
      } catch (e) {
        if (!(e instanceof SourceProblem)) throw e;
        const { key, itemId, name } = file;
        const message = `证据${exhibit.number}“${exhibit.item.name}”的文件“${name}”：${e.message}`;
        problems.push({ key, itemId, name, code: e.code, message });
      }
      step(file.size);
    }
    prepared.push(...own);
    const extract = own.length > 0 ? preparer.extract(exhibit, own) : null;
    if (extract) prepared.push(extract);
  }
  if (problems.length > 0) throw new BundleRefusal(problems);
  return prepared;
}
