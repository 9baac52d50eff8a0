/**
 * The jobs that read the words of a case's files: a quick one that looks into every new file, and
 * recognising, page by page. What is read is kept at once, so that a stopped job goes on where it was.
 */
import type { FileTexts } from '../../shared/find/calls.ts';
import { toAppError } from '../errors.ts';
import type { OpenReader, Reader } from '../handlers/context.ts';
import type { Job, Jobs } from '../jobs.ts';
import type { OpenStore } from '../store/store.ts';
import { storeReader } from './bundle/from-store.ts';
import { getFile } from './files.ts';
import type { Task } from './reading/types.ts';
import { fileTexts, savePage, saveState, waitingPages } from './texts.ts';

const UNREADABLE =
  '里面的文字读不出来，搜索时找不到这个文件的内容。请打开看一看是否完好；原文件没有改动。';

/** Reads one file. One that cannot be read is noted and stops none of the others. */
async function readOne(
  store: OpenStore,
  reader: Reader,
  fileId: string,
  task: Task,
  job: Job,
  onPage: () => void,
): Promise<void> {
  const { file } = getFile(store, fileId);
  const { name, size, mime } = file;
  try {
    await reader.file(
      { key: fileId, name, size, mime },
      task,
      {
        check: () => job.check(),
        page: async (text) => {
          savePage(store, fileId, text);
          onPage();
        },
      },
      job.signal,
    );
    saveState(store, fileId, 'read');
  } catch (error) {
    job.check();
    const { code, message } = toAppError(error);
    if (code === 'internal') console.error('evidence: a file could not be read', error);
    saveState(store, fileId, 'failed', code === 'internal' ? UNREADABLE : message);
  }
}

/** Files taken out meanwhile are skipped. */
function stillThere(store: OpenStore, fileId: string): boolean {
  try {
    getFile(store, fileId);
    return true;
  } catch (error) {
    if (toAppError(error).code === 'no-file') return false;
    throw error;
  }
}

/** Looks into the files that nobody has looked into yet. */
export async function readNewFiles(
  store: OpenStore,
  caseId: string,
  jobs: Jobs,
  open: OpenReader,
): Promise<FileTexts[]> {
  const unread = fileTexts(store, caseId).filter((f) => f.state === 'unread');
  if (unread.length > 0)
    await jobs.run('正在读取文件里的文字', unread.length, async (job) => {
      const reader = open(storeReader(store));
      try {
        for (const [i, { fileId }] of unread.entries()) {
          job.check();
          if (stillThere(store, fileId))
            await readOne(store, reader, fileId, { what: 'layer' }, job, () => undefined);
          job.progress(i + 1);
        }
      } finally {
        reader.close();
      }
    });
  return fileTexts(store, caseId);
}

/** Recognises the pages that wait for it, of one file or of all. */
export async function recogniseFiles(
  store: OpenStore,
  caseId: string,
  only: string | null,
  jobs: Jobs,
  open: OpenReader,
): Promise<FileTexts[]> {
  await readNewFiles(store, caseId, jobs, open);
  const files = fileTexts(store, caseId).filter(
    (f) => f.pages.waiting > 0 && (only === null ? f.state === 'read' : f.fileId === only),
  );
  const total = files.reduce((sum, f) => sum + f.pages.waiting, 0);
  if (total > 0)
    await jobs.run(`正在识别图片里的文字（共 ${total} 页）`, total, async (job) => {
      const reader = open(storeReader(store));
      let done = 0;
      try {
        for (const { fileId, pages } of files) {
          job.check();
          const before = done;
          if (stillThere(store, fileId)) {
            const task = { what: 'ocr', pages: waitingPages(store, fileId) } as const;
            await readOne(store, reader, fileId, task, job, () => {
              done += 1;
              job.progress(done);
            });
          }
          done = before + pages.waiting;
          job.progress(done);
        }
      } finally {
        reader.close();
      }
    });
  return fileTexts(store, caseId);
}
