/** Case files (`.jieju.json`) in and out. A file is taken whole or not at all. */
import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { StoredCase } from '../../shared/api.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { type Problem, parseCase } from '../../shared/case/parse.ts';
import { AppError } from '../errors.ts';
import { audit } from './audit.ts';
import { sha256 } from './audit-files.ts';
import { caseExists, getCase, insertCase, MAX_DOCUMENT } from './cases.ts';
import { writeFileAtomic } from './files.ts';
import { jsonFault } from './json-position.ts';
import type { OpenStore } from './store.ts';

function problem(message: string): { problems: Problem[] } {
  return { problems: [{ level: 'error', path: '', message }] };
}

/** The text of a file as JSON, or what is wrong with it and where. */
function readJson(bytes: Buffer): { json: unknown } | { problems: Problem[] } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem(
      '文件不是 UTF-8 编码的文本，没有导入。请确认选对了文件，或另存为 UTF-8 后再试。',
    );
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    const fault = jsonFault(text);
    const where = fault ? `第 ${fault.line} 行第 ${fault.column} 个字符处` : '其中';
    return problem(`文件不是完整的 JSON，${where}有误，没有导入。请重新导出一份，或改正后再试。`);
  }
}

/** The files a document refers to stay with the store they are in: a case file holds no originals. */
function withoutFiles(document: CaseDocument): CaseDocument {
  if (!document.evidence) return document;
  return { ...document, evidence: document.evidence.map((item) => ({ ...item, fileIds: [] })) };
}

/**
 * Imports one case file. Every fault is listed with its path; then nothing is imported.
 * An id that is taken already gets a fresh one: an import never replaces a case.
 * @throws AppError `too-large` over 50 MB.
 */
export async function importCase(
  store: () => OpenStore,
  path: string,
): Promise<{ case: StoredCase } | { problems: Problem[] }> {
  const { size } = await stat(path);
  if (size > MAX_DOCUMENT) {
    throw new AppError('too-large', '文件超过 50 MB，不像是案件文件，没有导入。请确认选对了文件。');
  }
  const read = readJson(await readFile(path));
  if ('problems' in read) return read;
  const parsed = parseCase(read.json);
  if (!parsed.ok) return { problems: parsed.problems };
  // Reading took time: the store may have been locked meanwhile.
  const target = store();
  const document = withoutFiles(read.json as CaseDocument);
  const id = caseExists(target, document.id) ? randomUUID() : document.id;
  return { case: insertCase(target, { ...document, id }, 'case.import') };
}

/**
 * Writes a case as it stands, half-typed values included.
 * @returns what the reader of the file should know: originals are not in it, values still to be mended
 */
export async function exportCase(store: OpenStore, caseId: string, path: string): Promise<string> {
  const { document } = getCase(store, caseId);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  await writeFileAtomic(path, text);
  audit(store, 'case.export', caseId, { files: [{ name: basename(path), sha256: sha256(text) }] });
  const faults = parseCase(document).problems.filter((p) => p.level === 'error').length;
  const notes = [
    '案件文件里只有填写的内容，不含证据原件和流水原始文件；在原件上画的框，换一台电脑就看不到。要连同原件和画的框一起交给别人，请用“设置”里的“备份”。',
  ];
  if (faults > 0) notes.push(`其中还有 ${faults} 处内容需要补正，补正后才能导入别处。`);
  return notes.join('');
}
