/** What is in the folders somebody drops: the files in the order of their names, and what is passed over. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IntakePlan, PlannedFile } from '../../shared/api.ts';
import { AppError, toAppError } from '../errors.ts';

/** Files taken at once, and folders inside each other. */
export const MOST_FILES = 2000;
const MOST_DEPTH = 12;

/** What systems and office programs leave beside the user's files. */
const SYSTEM =
  /^(\.|~\$)|^(Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information)$/i;

/** 2.jpg before 10.jpg, Chinese by pronunciation. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

const skip = (plan: IntakePlan, name: string, message: string) =>
  plan.skipped.push({ name, message });

async function walk(plan: IntakePlan, path: string, name: string, depth: number): Promise<void> {
  if (depth > MOST_DEPTH) {
    skip(plan, name, '文件夹套得太深，没有进去');
    return;
  }
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (e) {
    skip(plan, name, toAppError(e).message);
    return;
  }
  entries.sort((a, b) => byName.compare(a.name, b.name));
  const files: PlannedFile[] = [];
  const inside: Dirent[] = [];
  for (const entry of entries) {
    if (SYSTEM.test(entry.name)) skip(plan, `${name}/${entry.name}`, '系统文件或隐藏文件');
    else if (entry.isDirectory()) inside.push(entry);
    else if (entry.isSymbolicLink())
      skip(plan, `${name}/${entry.name}`, '快捷方式，请添加它指向的文件');
    else if (!entry.isFile()) skip(plan, `${name}/${entry.name}`, '不是普通文件');
    else {
      const at = join(path, entry.name);
      const { size } = await lstat(at);
      files.push({ path: at, name: entry.name, size });
    }
  }
  if (files.length > 0) plan.folders.push({ name, files });
  assertCount(plan);
  for (const entry of inside)
    await walk(plan, join(path, entry.name), `${name}/${entry.name}`, depth + 1);
}

/** @throws AppError `too-many` */
function assertCount(plan: IntakePlan): void {
  const count = plan.folders.reduce((n, f) => n + f.files.length, plan.loose.length);
  if (count > MOST_FILES) {
    throw new AppError(
      'too-many',
      `文件夹里有 ${MOST_FILES} 个以上的文件，一个也没有存入。请分几次添加，每次选其中一部分。`,
    );
  }
}

/**
 * Looks into the given files and folders, taking nothing in yet. Every folder that has files is a group of its
 * own, also one inside another; hidden and system files and links are named and left out.
 * @throws AppError `too-many`
 */
export async function planIntake(paths: readonly string[]): Promise<IntakePlan> {
  const plan: IntakePlan = { loose: [], folders: [], skipped: [] };
  for (const path of paths) {
    const name = basename(path);
    try {
      const info = await stat(path);
      if (info.isDirectory()) await walk(plan, path, name, 1);
      // What is no folder is judged when it is taken in, with its reason.
      else plan.loose.push({ path, name, size: info.size });
    } catch (e) {
      if (e instanceof AppError && e.code === 'too-many') throw e;
      skip(plan, name, toAppError(e).message);
    }
  }
  assertCount(plan);
  return plan;
}
