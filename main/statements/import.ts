/**
 * Importing a statement: the file goes into the store as it is, its rows are read, what cannot be recognised
 * for certain is handed to the user to say which column is which. The same file is never read in twice.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { StatementImport, StatementQuestion } from '../../shared/statements/calls.ts';
import { cleanCell } from '../../shared/statements/cells.ts';
import { columnsOf } from '../../shared/statements/heads.ts';
import type { Mapping, Source } from '../../shared/statements/types.ts';
import { AppError, toAppError } from '../errors.ts';
import { byHash, getFile, readWhole } from '../evidence/files.ts';
import { atPath, takeFiles } from '../evidence/intake.ts';
import type { Job } from '../jobs.ts';
import { dropStatement } from '../store/purge.ts';
import type { OpenStore } from '../store/store.ts';
import { WorkThread } from '../threads/thread.ts';
import type { OpenedStatement } from '../threads/work.ts';
import { insertStatement } from './insert.ts';
import { savedMapping, saveMapping } from './mappings.ts';
import { assertKind, MAX_STATEMENT, signatureAt } from './read-file.ts';
import { statementOfFile } from './store.ts';
import type { Pace } from './xlsx.ts';

/** Lets other work go on when some milliseconds are used up, and stops a cancelled job. */
export function pacer(check: () => void): Pace {
  let since = performance.now();
  return async () => {
    check();
    if (performance.now() - since < 12) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

async function readBytes(path: string): Promise<Buffer> {
  const info = await stat(path);
  if (!info.isFile()) {
    throw new AppError('not-a-file', '这不是普通文件，没有导入。请选择账单文件。');
  }
  if (info.size > MAX_STATEMENT) {
    throw new AppError(
      'statement-too-large',
      '账单文件超过 60 MB，没有导入。请按时间段分几次导出，再分别导入。',
    );
  }
  return readFile(path);
}

/** A job of which only the cancelling matters: its progress is told by the import itself. */
const quiet = (job: Job): Job => ({
  id: job.id,
  signal: job.signal,
  check: () => job.check(),
  progress: () => undefined,
});

/** The file's bytes as evidence of the case: taken in now, or found there. */
async function storeFile(
  store: OpenStore,
  caseId: string,
  path: string,
  sha256: string,
  job: Job,
): Promise<{ fileId: string; fresh: boolean }> {
  const there = byHash(store, caseId, sha256);
  if (there && there.removed_at === null) return { fileId: there.id, fresh: false };
  const { files, refused } = await takeFiles(store, caseId, null, [atPath(path)], quiet(job));
  const file = files[0];
  if (!file) {
    job.check();
    throw new AppError('not-stored', refused[0]?.message ?? '文件没有存入，账单没有导入。');
  }
  if (file.sha256 !== sha256) {
    throw new AppError('changed', '读取时文件正在被改动，没有导入。请等它保存完后再导入。');
  }
  return { fileId: file.fileId, fresh: true };
}

const PREVIEW_ROWS = 60;
const PREVIEW_COLUMNS = 40;

/** What the mapping screen shows: the first rows, and the best guess. */
function question(
  grid: OpenedStatement,
  fileId: string,
  fileName: string,
  fresh: boolean,
): StatementQuestion {
  const rows = grid.top
    .filter((r) => r.cells.some((c) => cleanCell(c) !== ''))
    .slice(0, PREVIEW_ROWS);
  // Without a known head, the widest row near the top is the likeliest one.
  const widest = rows
    .slice(0, 30)
    .reduce((a, r) => (r.cells.length > (a?.cells.length ?? 0) ? r : a), rows[0]);
  return {
    fileId,
    fileName,
    fresh,
    source: grid.found.source,
    layout: grid.found.name,
    rows: rows.map((r) => ({
      n: r.n,
      cells: r.cells.slice(0, PREVIEW_COLUMNS).map((c) => cleanCell(c).slice(0, 60)),
    })),
    mapping: grid.found.mapping ?? {
      headRow: widest?.n ?? 1,
      columns: columnsOf(widest?.cells ?? []),
      outSign: 'negative',
      dateOrder: 'ymd',
    },
  };
}

interface Taking {
  caseId: string;
  fileId: string;
  fileName: string;
  sha256: string;
  fresh: boolean;
}

async function enter(
  thread: WorkThread,
  store: OpenStore,
  t: Taking,
  grid: OpenedStatement,
  mapping: Mapping,
  source: Source,
  layout: string,
  pace: Pace,
  progress: (part: number) => void,
): Promise<StatementImport> {
  const parsed = await stoppable(thread.ask('read', { mapping, source }), pace);
  if (parsed.entries === 0) {
    const why = parsed.report.problems[0];
    throw new AppError(
      'no-entries',
      why
        ? `没有读出任何一笔交易（第 ${why.row} 行：${why.message}），没有导入。请核对是不是账单文件，或重新指定各列。`
        : '文件里没有交易记录，没有导入。请核对导出时选的时间段。',
    );
  }
  progress(0.5);
  try {
    const info = await insertStatement(
      store,
      { ...t, source, layout, mapping },
      parsed,
      (count) => thread.ask('rows', { count }),
      pace,
      (rows) => progress(0.5 + (0.5 * rows) / grid.rows),
    );
    return { kind: 'statement', statement: info, again: false };
  } catch (e) {
    await clearStaged(store, t);
    throw e;
  }
}

/** Rows of an import that was stopped; what is left of a crash goes at the next opening. */
async function clearStaged(store: OpenStore, t: Taking): Promise<void> {
  const staged = store.db
    .prepare<[string, string], { n: number }>(
      "SELECT n FROM statements WHERE case_id = ? AND sha256 = ? AND state = 'staged'",
    )
    .all(t.caseId, t.sha256);
  for (const { n } of staged) {
    await dropStatement(store, n).catch((e) =>
      console.error('statements: staged rows stay until the next opening', e),
    );
  }
}

/** Takes the file out again that this import had brought in. */
function takeBack(store: OpenStore, t: Taking): void {
  if (!t.fresh) return;
  store.db
    .prepare<[string, string]>('UPDATE evidence_files SET removed_at = ? WHERE id = ?')
    .run(store.now().toISOString(), t.fileId);
}

/** Waits for the thread, and sees now and then whether the user has stopped the job. */
async function stoppable<T>(work: Promise<T>, pace: Pace): Promise<T> {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  ended.catch(() => undefined);
  while (!done) {
    await pace();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  return ended;
}

/** Has the work of one statement done in a thread of its own, which ends with it. */
async function withThread<T>(work: (thread: WorkThread) => Promise<T>): Promise<T> {
  const thread = new WorkThread();
  try {
    return await work(thread);
  } finally {
    await thread.end();
  }
}

/** The share of the job that storing and reading one file takes. */
async function importOne(
  thread: WorkThread,
  store: OpenStore,
  caseId: string,
  path: string,
  job: Job,
  progress: (part: number) => void,
): Promise<StatementImport> {
  const pace = pacer(() => job.check());
  const bytes = await readBytes(path);
  const fileName = basename(path);
  assertKind(bytes);
  // Read before it is stored: a file that is no statement leaves nothing behind.
  const grid = await stoppable(thread.ask('open', { bytes, fileName, headRow: null }), pace);
  const { sha256 } = grid;
  const known = statementOfFile(store, caseId, sha256);
  if (known) return { kind: 'statement', statement: known, again: true };
  progress(0.2);
  const stored = await storeFile(store, caseId, path, sha256, job);
  const taking = { caseId, fileName, sha256, ...stored };
  try {
    const { mapping, sure, source, name } = grid.found;
    const saved = savedMapping(store, mapping ? signatureAt(grid.top, mapping.headRow) : '');
    const remembered =
      saved && mapping ? { ...saved, headRow: mapping.headRow } : rememberedIn(store, grid);
    const use = remembered ?? (sure ? mapping : null);
    if (!use) {
      return { kind: 'question', question: question(grid, stored.fileId, fileName, stored.fresh) };
    }
    return await enter(thread, store, taking, grid, use, source, name, pace, progress);
  } catch (e) {
    takeBack(store, taking);
    throw e;
  }
}

/** A mapping saved for a head row that the program itself does not recognise. */
function rememberedIn(store: OpenStore, grid: OpenedStatement): Mapping | null {
  if (grid.found.mapping) return null;
  for (const row of grid.top.slice(0, 60)) {
    if (row.cells.length < 2) continue;
    const saved = savedMapping(store, signatureAt(grid.top, row.n));
    if (saved) return { ...saved, headRow: row.n };
  }
  return null;
}

/** Imports files one after the other; what is wrong with one stops none of the others. */
export async function importStatements(
  store: OpenStore,
  caseId: string,
  paths: readonly string[],
  job: Job,
): Promise<StatementImport[]> {
  const done: StatementImport[] = [];
  for (const [i, path] of paths.entries()) {
    try {
      job.check();
      done.push(
        await withThread((thread) =>
          importOne(thread, store, caseId, path, job, (part) =>
            job.progress(Math.floor((i + part) * 100)),
          ),
        ),
      );
    } catch (e) {
      const { code, message } = toAppError(e);
      if (code === 'internal') console.error('statements: import failed', e);
      done.push({ kind: 'refused', fileName: basename(path), message });
    }
    job.progress((i + 1) * 100);
  }
  return done;
}

/** Imports a stored file by the columns that the user has named, and remembers them for the next time. */
export async function importMapped(
  store: OpenStore,
  caseId: string,
  fileId: string,
  mapping: Mapping,
  job: Job,
): Promise<StatementImport> {
  const pace = pacer(() => job.check());
  const { file } = getFile(store, fileId);
  const mine = byHash(store, caseId, file.sha256);
  if (mine?.id !== fileId) throw new AppError('no-file', '这个文件不属于本案，没有导入。');
  const known = statementOfFile(store, caseId, file.sha256);
  if (known) return { kind: 'statement', statement: known, again: true };
  const bytes = await readWhole(store, fileId, pace);
  return withThread(async (thread) => {
    const { headRow } = mapping;
    const opening = thread.ask('open', { bytes, fileName: file.name, headRow });
    const grid = await stoppable(opening, pace);
    job.progress(20);
    const { source, name } = grid.found;
    const taking = { caseId, fileId, fileName: file.name, sha256: file.sha256, fresh: false };
    const told = (part: number) => job.progress(Math.floor(part * 100));
    const imported = await enter(
      ...([thread, store, taking, grid, mapping, source, name, pace, told] as const),
    );
    saveMapping(store, signatureAt(grid.top, headRow), mapping);
    return imported;
  });
}
