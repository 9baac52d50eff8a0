/** A filing pack as files: one folder a pack, the checklist on top, each paper as PDF and DOCX; or all in one PDF. */
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackItemSummary, PackSummary } from '../../shared/api.ts';
import { type PackDestination, packDestinations } from '../../shared/packs.ts';
import { paperTemplate } from '../../templates/index.ts';
import { packChecklist } from '../../templates/packs/checklist.ts';
import type { Pack, PackItem } from '../../templates/packs.ts';
import { packOf } from '../../templates/packs.ts';
import type { Paper } from '../../templates/paper.ts';
import { names, plaintiffs } from '../../templates/parts/people.ts';
import type { PaperContext } from '../../templates/template.ts';
import { AppError } from '../errors.ts';
import { fileNameFor, writeNewFile } from './file-names.ts';
import { joinPdfs } from './join-pdfs.ts';
import type { Letterhead } from './letterhead.ts';
import {
  bookName,
  bookNote,
  type MakeBook,
  type PackBook,
  withBook,
  withPages,
} from './pack-evidence.ts';
import { type PaperFormat, paperProblems, renderAs } from './paper-set.ts';
import { renderPdf } from './pdf.ts';

const MB = 1024 * 1024;

/** A pack with everything its papers lack, characters no font has included. */
const fullPack = (destination: PackDestination, context: PaperContext): Pack =>
  packOf(destination, context, paperProblems);

function summarisePack(pack: Pack): PackSummary {
  const { items, ...rest } = pack;
  return {
    ...rest,
    choices: pack.choices.map((choice) => ({ ...choice })),
    items: items.map((item): PackItemSummary => ({ ...item })),
  };
}

const BOOK_TO_COME = '导出整套时一并做成证据册；“打印全部”不含证据，请从证据册打印';

/**
 * Every pack: does it fit, what is in it, what is missing.
 * @param files the files of the evidence are at hand, so that the export makes the book
 */
export function listPacks(context: PaperContext, files = false): PackSummary[] {
  return packDestinations.map((destination) => {
    const pack = fullPack(destination, context);
    return summarisePack(files ? withBook(pack, BOOK_TO_COME) : pack);
  });
}

/** @throws AppError `pack-unfit` */
function fitting(destination: PackDestination, context: PaperContext): Pack {
  const pack = fullPack(destination, context);
  if (pack.fits) return pack;
  throw new AppError('pack-unfit', `现在还不能准备“${pack.name}”这套材料：${pack.why}`);
}

interface Sheet {
  paper: Paper;
  fileName: string;
}

/** The papers of a pack that can be written, in slot order, the checklist first. */
function sheets(pack: Pack, context: PaperContext): Sheet[] {
  const checklist = packChecklist(pack, context);
  const made = pack.items.flatMap((item): Sheet[] => {
    const template = item.state === 'ready' && item.paperId ? paperTemplate(item.paperId) : null;
    return template ? [{ paper: template.build(context), fileName: item.fileName }] : [];
  });
  return [{ paper: checklist, fileName: checklist.fileName }, ...made];
}

/** A folder that was not there before: name, name（2）, … */
async function newFolder(parent: string, name: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (let n = 1; ; n++) {
    const path = join(parent, n === 1 ? name : `${name}（${n}）`);
    try {
      await mkdir(path);
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

export interface PackOptions {
  context: PaperContext;
  destination: PackDestination;
  /** Where the pack's own folder is made. */
  folder: string;
  formats: readonly PaperFormat[];
  /** For the DOCX of written papers. */
  letterhead?: Letterhead | null;
  /** Makes the evidence book; left out: evidence is added by hand. */
  evidence?: MakeBook | null;
  /** Called after each paper. */
  progress?: (done: number, total: number) => void;
  /** Throws to stop between two papers; what is written stays. */
  check?: () => void;
}

export interface WrittenPack {
  /** The pack's own folder. */
  folder: string;
  files: string[];
  /** Papers left out, with what they lack. */
  refused: PackItem[];
  /** Materials the user still has to add. */
  byHand: PackItem[];
  /** Files larger than the receiving portal takes. */
  oversize: string[];
  /** What the user should know of the evidence book, or why there is none. */
  notes: string[];
}

/** How many files' worth of work a pack is, for the progress bar. */
export const packSize = (destination: PackDestination, context: PaperContext): number =>
  sheets(fitting(destination, context), context).length;

/** The evidence book first: the list and the checklist quote it. */
async function bookOf(pack: Pack, folder: string, options: PackOptions): Promise<PackBook | null> {
  const name = bookName(pack, names(plaintiffs(options.context.case)));
  if (!options.evidence || name === null) return null;
  try {
    return await options.evidence(folder, name, pack.settings.sizeLimit * 1_000_000);
  } catch (error) {
    // Nothing was written yet.
    await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

/**
 * Writes a pack into a new folder of its own, so nothing there is touched. A paper with a blocking gap is
 * left out; the checklist and `refused` say why.
 * @throws AppError `pack-unfit`; what the evidence book throws; the system's errors when the folder cannot be written
 */
export async function writePack(options: PackOptions): Promise<WrittenPack> {
  const { destination } = options;
  const planned = fitting(destination, options.context);
  const folder = await newFolder(options.folder, fileNameFor(planned.name, '').replace(/\.$/, ''));
  const book = await bookOf(planned, folder, options);
  const made = book && 'files' in book ? book : null;
  const context = made ? withPages(options.context, made.exhibits) : options.context;
  const pack = made ? withBook(fitting(destination, context), bookNote(made)) : planned;
  const list = sheets(pack, context);
  const files: string[] = [];
  const oversize: string[] = [];
  for (const [n, { paper, fileName }] of list.entries()) {
    options.check?.();
    for (const format of new Set(options.formats)) {
      const bytes = await renderAs(format, paper, options.letterhead ?? null);
      const path = await writeNewFile(folder, fileName, format, bytes);
      files.push(path);
      if (bytes.length > pack.settings.sizeLimit * MB) oversize.push(path);
    }
    options.progress?.(n + 1, list.length);
  }
  for (const path of made?.files ?? [])
    if ((await stat(path)).size > pack.settings.sizeLimit * MB) oversize.push(path);
  return {
    folder,
    files: [...files, ...(made?.files ?? [])],
    refused: pack.items.filter((item) => item.state === 'blocked'),
    byHand: pack.items.filter((item) => item.state === 'hand'),
    oversize,
    notes: book && 'problem' in book ? [book.problem] : (made?.notes ?? []),
  };
}

/**
 * All papers of a pack as one PDF in slot order, to be printed in one go.
 * @throws AppError `pack-unfit`
 */
export async function combinedPdf(
  destination: PackDestination,
  context: PaperContext,
): Promise<{ pdf: Uint8Array; name: string; pages: number }> {
  const pack = fitting(destination, context);
  const list = sheets(pack, context);
  const parts = list.map(({ paper }) => ({ title: paper.title, ...renderPdf(paper) }));
  return {
    pdf: await joinPdfs(parts, pack.title, context.today),
    name: pack.title,
    pages: parts.reduce((n, part) => n + part.pages, 0),
  };
}
