/** texts.*: the words in files: what the window may ask, and what it gets. Part of shared/api.ts. */
import { z } from 'zod';
import { id, line } from '../case/fields.ts';
import type { Excerpt, Place } from './hits.ts';

const caseId = z.strictObject({ caseId: id });

export const readingCalls = {
  /** How far the words of each file are known. */
  'texts.state': caseId,
  /** Looks into the files that nobody has looked into yet; quick, nothing is recognised. A job. */
  'texts.read': caseId,
  /** Recognises the words on pictures and scans, page by page; `fileId` null = of all files. A job. */
  'texts.recognise': z.strictObject({ caseId: id, fileId: id.nullable() }),
  /** The words of one file. */
  'texts.pages': z.strictObject({ fileId: id }),
  /** Pages of the case in which every word occurs. */
  'texts.search': z.strictObject({ caseId: id, query: line }),
} as const;

/** Where the words of a page come from; see main/evidence/reading/types.ts. */
export type TextSource = 'layer' | 'ocr' | 'waiting' | 'none';

export interface FileTexts {
  fileId: string;
  /** `unread`: not looked into yet; `wordless`: a kind of file without words (sound, video). */
  state: 'unread' | 'read' | 'failed' | 'wordless';
  /** Why it could not be read; else ''. */
  message: string;
  /** Pages by where their words come from. */
  pages: Record<TextSource, number>;
}

export interface PageLines {
  page: number;
  source: TextSource;
  lines: { text: string; box: Place | null }[];
}

export interface PageHit {
  fileId: string;
  fileName: string;
  page: number;
  /** Pages of the file that were looked into. */
  pages: number;
  source: TextSource;
  count: number;
  excerpt: Excerpt;
  places: Place[];
}

export interface ReadingResults {
  'texts.state': FileTexts[];
  'texts.read': FileTexts[];
  'texts.recognise': FileTexts[];
  'texts.pages': PageLines[];
  /** `more`: there are more hits than were sent; `waiting`: pages that were not recognised yet. */
  'texts.search': { hits: PageHit[]; more: boolean; waiting: number };
}
