import type { ApiError } from '../shared/api.ts';

/**
 * An error that the user is meant to read: a stable code, a Chinese message (what happened, what was kept,
 * what to do) and, where there is one, the path of the field. `cause` is for the log only.
 */
export class AppError extends Error {
  readonly code: string;
  readonly path: string | undefined;

  constructor(code: string, message: string, path?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.path = path;
  }
}

const DISK_FULL = [
  'disk-full',
  '磁盘空间不足，没有写完；此前保存的内容没有变化。请清理磁盘后重试。',
] as const;
const NO_ACCESS = [
  'no-access',
  '没有权限读写这个位置。请换一个文件夹，或检查文件夹的权限。',
] as const;
const READ_ONLY = [
  'read-only',
  '这个位置是只读的，不能保存；数据没有改动。请检查文件夹的权限。',
] as const;
const IN_USE = [
  'in-use',
  '数据已在另一个窗口中打开，或正被别的程序占用；本窗口没有改动它。请使用已打开的窗口，或关闭它后重试。',
] as const;
const DAMAGED = [
  'damaged',
  '数据文件已损坏，或与密钥文件不是一套，读不出来；借据没有改动它。请先把数据文件夹整个复制一份留存，再从其中的“backups”文件夹或您另存的备份恢复。',
] as const;
const IO = [
  'io',
  '读写磁盘时出错，这一步没有完成；此前保存的内容没有变化。请检查磁盘后重试。',
] as const;
const LOCKED = ['locked', '数据已锁定，这一步没有执行。请先解锁。'] as const;

/** What the system's and SQLite's own codes mean for the user. */
const KNOWN: Record<string, readonly [string, string]> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  SQLITE_FULL: DISK_FULL,
  EFBIG: DISK_FULL,
  EACCES: NO_ACCESS,
  EPERM: NO_ACCESS,
  EROFS: READ_ONLY,
  SQLITE_READONLY: READ_ONLY,
  SQLITE_CANTOPEN: READ_ONLY,
  SQLITE_IOERR: IO,
  EIO: IO,
  // The wal-index cannot grow: the disk is full.
  SQLITE_IOERR_SHMSIZE: DISK_FULL,
  ENOENT: ['not-found', '找不到这个文件或文件夹，它可能已被移动或删除。请重新选择。'],
  EBUSY: IN_USE,
  SQLITE_BUSY: IN_USE,
  SQLITE_LOCKED: IN_USE,
  EMFILE: ['too-many-files', '同时打开的文件太多。请分批处理。'],
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_NOTADB: DAMAGED,
  SQLITE_IOERR_SHORT_READ: DAMAGED,
  SQLITE_IOERR_DATA: DAMAGED,
};

/** Refusals that several parts of the program give: one text each. */
const COMMON = {
  damaged: DAMAGED,
  'disk-full': DISK_FULL,
  'in-use': IN_USE,
  locked: LOCKED,
} as const;

/** A refusal with one of the common texts. */
export function refuse(code: keyof typeof COMMON): AppError {
  return new AppError(COMMON[code][0], COMMON[code][1]);
}

/** The base of an extended SQLite code: SQLITE_IOERR_WRITE is SQLITE_IOERR. */
function base(code: string): string {
  return code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : code;
}

/**
 * Any error as one for the user. An `AppError` is given back as it is; a known system or SQLite code gets its
 * message; anything else becomes `internal`, whose own text may hold case data and so stays in `cause`.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = KNOWN[code] ?? KNOWN[base(code)];
  if (known) return new AppError(known[0], known[1], undefined, error);
  return new AppError(
    'internal',
    '程序内部出错，这一步没有完成，已保存的内容没有变化。请重试；仍不行时请重新打开程序。',
    undefined,
    error,
  );
}

/** The error as it crosses to the window: code, message and field, nothing else. */
export function toApiError(error: unknown): ApiError {
  const { code, message, path } = toAppError(error);
  return path === undefined ? { code, message } : { code, message, path };
}
