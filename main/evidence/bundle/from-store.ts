/** The bundle's view of the store: which files the case has, and their bytes in small pieces. */
import type { Case } from '../../../shared/case/case.ts';
import { exhibits } from '../../../shared/case/exhibits.ts';
import type { OpenStore } from '../../store/store.ts';
import { getFile, listFiles } from '../files.ts';
import { CHUNK } from '../staging.ts';
import { pageTexts } from '../texts.ts';
import {
  BundleRefusal,
  type FileProblem,
  type ReadSource,
  type RecognisedPage,
  type SourceFile,
} from './types.ts';

export interface StoredFiles {
  files: SourceFile[];
  /** Files of the case that no piece of evidence names: told, since they are not in the book. */
  loose: string[];
}

/** What was recognised on the pages of a file that are pictures. */
function recognisedPages(store: OpenStore, fileId: string): RecognisedPage[] {
  return pageTexts(store, fileId)
    .filter((p) => p.source === 'ocr')
    .map(({ page, lines }) => ({
      page,
      lines: lines.flatMap(({ text, box }) => (box ? [{ text, box }] : [])),
    }));
}

/**
 * The files of a case in the order of the book.
 * @throws BundleRefusal for a file that the evidence names and the store no longer has
 */
export function storedFiles(store: OpenStore, caseId: string, c: Case): StoredFiles {
  const known = new Map(listFiles(store, caseId).map((f) => [f.fileId, f]));
  const used = new Set<string>();
  const problems: FileProblem[] = [];
  const files = exhibits(c).flatMap(({ item, number }) =>
    item.fileIds.flatMap((fileId): SourceFile[] => {
      const file = known.get(fileId);
      if (!file) {
        const message = `证据${number}“${item.name}”有一个文件已从案件中移除。请在“证据”里撤销移除，或重新添加。`;
        problems.push({ key: fileId, itemId: item.id, name: item.name, code: 'changed', message });
        return [];
      }
      used.add(fileId);
      const { name, size, mime, sha256, takenAt } = file;
      const words = recognisedPages(store, fileId);
      return [{ key: fileId, itemId: item.id, name, size, mime, sha256, takenAt, words }];
    }),
  );
  if (problems.length > 0) throw new BundleRefusal(problems);
  return {
    files,
    loose: [...known.values()].filter((f) => !used.has(f.fileId)).map((f) => f.name),
  };
}

/** Reads a few pieces of a stored file: short work, so that the window never waits for it. */
export function storeReader(store: OpenStore): ReadSource {
  const read = store.db.prepare<[number, number], { bytes: Buffer }>(
    'SELECT bytes FROM evidence_chunks WHERE file_n = ? AND n = ?',
  );
  return async (key, offset, length) => {
    const { n, file } = getFile(store, key);
    const end = Math.min(file.size, offset + length);
    const parts: Buffer[] = [];
    for (let k = Math.floor(offset / CHUNK); k * CHUNK < end; k++) {
      const row = read.get(n, k);
      if (!row) break;
      parts.push(row.bytes.subarray(Math.max(0, offset - k * CHUNK), end - k * CHUNK));
    }
    return Buffer.concat(parts);
  };
}
