/** Reads the words of one file of evidence, page by page. */

import { AppError } from '../../errors.ts';
import { wordsToFind } from '../bundle/source/words.ts';
import type { ReadSource } from '../bundle/types.ts';
import { isWritten } from './kinds.ts';
import { recognise } from './ocr/engine.ts';
import { pagePixels } from './pdf-pixels.ts';
import { pageWords } from './pdf-words.ts';
import { openPdf } from './pdfjs.ts';
import { picturePages, picturePixels } from './pixels.ts';
import {
  type FileToRead,
  MAX_READ,
  type PageText,
  type ReadingHooks,
  type Task,
  type TextLine,
} from './types.ts';

/** A page with fewer signs of its own is a picture with a stamp or a page number on it. */
const LEAST_SIGNS = 30;

const signs = (lines: readonly TextLine[]) =>
  lines.reduce((n, { text }) => n + text.replaceAll(/\s/g, '').length, 0);

function layerOf(page: number, lines: TextLine[]): PageText {
  return { page, source: signs(lines) >= LEAST_SIGNS ? 'layer' : 'waiting', lines };
}

/** What is recognised, and the little text the page has of its own. */
function together(page: number, own: readonly TextLine[], seen: readonly TextLine[]): PageText {
  const lines = [...own, ...seen];
  return { page, source: lines.length > 0 ? 'ocr' : 'none', lines };
}

async function readPdf(bytes: Uint8Array, task: Task, hooks: ReadingHooks): Promise<number> {
  const { pdfjs, document, close } = await openPdf(bytes);
  try {
    const all = Array.from({ length: document.numPages }, (_, i) => i + 1);
    for (const n of task.what === 'ocr' ? task.pages : all) {
      hooks.check();
      const page = await document.getPage(n);
      const own = await pageWords(page);
      if (task.what === 'layer') await hooks.page(layerOf(n, own));
      else {
        const sheet = await pagePixels(pdfjs, page);
        await hooks.page(together(n, own, sheet ? await recognise(sheet, hooks.check) : []));
      }
      page.cleanup();
    }
    return document.numPages;
  } finally {
    await close();
  }
}

async function readPicture(
  bytes: Uint8Array,
  mime: string,
  task: Task,
  hooks: ReadingHooks,
): Promise<number> {
  const count = await picturePages(bytes, mime);
  const all = Array.from({ length: count }, (_, i) => i + 1);
  for (const n of task.what === 'ocr' ? task.pages : all) {
    hooks.check();
    if (task.what === 'layer') await hooks.page({ page: n, source: 'waiting', lines: [] });
    else {
      const pixels = await picturePixels(bytes, mime, n);
      await hooks.page(together(n, [], await recognise(pixels, hooks.check)));
    }
  }
  return count;
}

/**
 * Reads a file, calling `hooks.page` for each page.
 * @returns how many pages it has
 * @throws AppError in the user's words; another error when the file cannot be read at all
 */
export async function readFileText(
  file: FileToRead,
  task: Task,
  read: ReadSource,
  hooks: ReadingHooks,
): Promise<number> {
  if (file.size > MAX_READ)
    throw new AppError('too-large', '文件超过 300 MB，没有读取里面的文字。');
  const bytes = await read(file.key, 0, file.size);
  hooks.check();
  if (file.mime === 'application/pdf') return readPdf(bytes, task, hooks);
  if (file.mime.startsWith('image/')) return readPicture(bytes, file.mime, task, hooks);
  if (!isWritten(file.mime)) throw new AppError('unsupported', '这种文件里没有能读取的文字。');
  const words = (await wordsToFind(bytes, file.mime, file.name))
    .filter((text) => text !== '')
    .map((text) => ({ text, box: null }));
  await hooks.page({ page: 1, source: words.length > 0 ? 'layer' : 'none', lines: words });
  return 1;
}
