/** Opens a PDF in the system's viewer, to be printed there; the copy on disk goes when the app ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, shell } from 'electron';
import { AppError } from './errors.ts';
import { fileNameFor } from './papers/file-names.ts';

const folders = new Set<string>();

/** Removes every copy made for printing. A viewer that still holds one open may keep it until it closes. */
export async function clearPrints(): Promise<void> {
  const all = [...folders];
  folders.clear();
  await Promise.allSettled(
    all.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 2 })),
  );
}

/**
 * Writes the PDF into a folder that only this account can read and opens it.
 * @throws AppError `no-viewer` when the system has no program for PDFs
 */
export async function openToPrint(pdf: Uint8Array, name: string): Promise<void> {
  const folder = await mkdtemp(join(app.getPath('temp'), 'jieju-print-'));
  folders.add(folder);
  const path = join(folder, fileNameFor(name, 'pdf'));
  await writeFile(path, pdf, { mode: 0o600 });
  const failure = await shell.openPath(path);
  if (failure) {
    throw new AppError(
      'no-viewer',
      '系统里没有能打开 PDF 的程序，没有打开。请先导出整套材料，再用其他程序打印。',
    );
  }
}
