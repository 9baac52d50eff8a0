/** What reading a file for its words gives. Plain data: it crosses from the reading process. */

/** Shares (0 to 1) of the page as it is shown upright: left, top, width, height. */
export type LineBox = readonly [x: number, y: number, width: number, height: number];

export interface TextLine {
  text: string;
  /** null where a text has no place on a page: text and office files. */
  box: LineBox | null;
}

/**
 * Where the words of a page come from: the file's own text; recognised on the picture; a picture that
 * waits to be recognised (`lines` then has what little text there is); nothing to be read.
 */
export type TextSource = 'layer' | 'ocr' | 'waiting' | 'none';

export interface PageText {
  /** 1 for the first page. */
  page: number;
  source: TextSource;
  lines: TextLine[];
}

export interface FileToRead {
  /** Names the file: its id in the store. */
  key: string;
  name: string;
  size: number;
  mime: string;
}

/**
 * `layer`: every page, without recognising; `ocr`: recognises these pages.
 */
export type Task = { what: 'layer' } | { what: 'ocr'; pages: readonly number[] };

export interface ReadingHooks {
  /** A page is done; waited for, so that it is kept before the next one begins. */
  page(text: PageText): Promise<void>;
  /** @throws AppError `cancelled` once the user has stopped */
  check(): void;
}

/** Larger files are not read: their bytes would fill the memory. */
export const MAX_READ = 300 * 1024 * 1024;

/** Makes of the engine and its models; text recognised by another make may be recognised again. */
export const OCR_ENGINE = 'ppocr-v4';
