/**
 * The contract between the window and the main process: every call's name, the schema of its input and the
 * type of its result. main/ipc.ts checks each call against it; nothing else may cross the bridge.
 */
import { z } from 'zod';
import type { AuditCheck, AuditEntry } from './audit.ts';
import type { CaseDocument } from './case/case.ts';
import { date, id, line } from './case/fields.ts';
import type { Problem } from './case/parse.ts';
import type { Warning } from './claim/types.ts';
import { type ReadingResults, readingCalls } from './find/calls.ts';
import type { CaseDeadline } from './law/deadline-types.ts';
import { type PackDestination, packDestinations } from './packs.ts';
import { type StatementResults, statementCalls } from './statements/calls.ts';

const caseId = z.strictObject({ caseId: id });
const passphrase = z
  .string()
  .min(8, { error: '口令至少 8 个字符' })
  .max(200, { error: '口令最多 200 个字符' });
const paperId = z.string().regex(/^[a-z0-9-]{1,64}$/);
/** A case document as the window holds it; half-typed values allowed, checked by `isCaseDraft`. */
const draft = z.record(z.string(), z.unknown());

/** Every call of the bridge: its input schema. */
export const api = {
  'app.info': z.strictObject({}),
  'store.status': z.strictObject({}),
  /** First run: makes the store. No passphrase = key held by the system keychain only. */
  'store.create': z.strictObject({ passphrase: passphrase.nullable() }),
  'store.unlock': z.strictObject({ passphrase: passphrase.nullable() }),
  'store.lock': z.strictObject({}),
  'store.changePassphrase': z.strictObject({ passphrase: passphrase.nullable() }),
  /** A copy of the whole store to a place the user picks, opened and checked after writing. */
  'store.backup': z.strictObject({}),
  'cases.list': z.strictObject({ search: line, archived: z.boolean().optional() }),
  'cases.create': z.strictObject({}),
  'cases.sample': z.strictObject({}),
  'cases.get': caseId,
  /** Autosave. `revision` is the one last read or saved; a stale one is refused, nothing is overwritten. */
  'cases.save': z.strictObject({ caseId: id, revision: z.int(), document: draft }),
  'cases.import': z.strictObject({}),
  'cases.export': caseId,
  /** 归档: out of the list, still readable; `cases.restore` puts it back. */
  'cases.archive': caseId,
  'cases.restore': caseId,
  /** 彻底删除: `name` is the case's name as typed by the user; `backups` also replaces automatic backups. */
  'cases.delete': z.strictObject({ caseId: id, name: line, backups: z.boolean() }),
  /** 操作记录, newest first; rows before number `before`. */
  'audit.list': z.strictObject({
    before: z.int().nullable(),
    caseId: id.nullable(),
    limit: z.int().min(1).max(500),
  }),
  'audit.verify': z.strictObject({}),
  'audit.export': z.strictObject({}),
  /** Signs, over all cases, that a court may take the lender for a professional one. */
  'cases.lendingPattern': z.strictObject({}),
  /**
   * Opens the file dialog and takes the chosen files into the store. The window links them to the item, or makes
   * one item a file when `itemId` is null; files that no item names yet are still listed by `evidence.files`.
   */
  'evidence.add': z.strictObject({ caseId: id, itemId: id.nullable() }),
  /** The same for dropped files: paths from the bridge's own `filePaths`. */
  'evidence.addPaths': z.strictObject({
    caseId: id,
    itemId: id.nullable(),
    paths: z.array(z.string().max(4096)).max(2000),
  }),
  /** Pictures from the clipboard, which have no path. */
  'evidence.addBytes': z.strictObject({
    caseId: id,
    itemId: id.nullable(),
    files: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(255),
          bytes: z
            .instanceof(Uint8Array)
            .refine((b) => b.length > 0 && b.length <= 256 * 1024 * 1024, {
              error: '粘贴的内容是空的或者太大，请先存成文件，再把文件加进来',
            }),
        }),
      )
      .min(1)
      .max(50),
  }),
  /** What is in dropped files and folders, before anything is taken in; `paths` null asks for a folder. */
  'evidence.plan': z.strictObject({ paths: z.array(z.string().max(4096)).max(2000).nullable() }),
  'evidence.files': caseId,
  'evidence.read': z.strictObject({ fileId: id }),
  /** Part of a file, for what is too large to be read whole; fewer bytes only at its end. */
  'evidence.readPart': z.strictObject({
    fileId: id,
    offset: z.int().min(0),
    length: z
      .int()
      .min(1)
      .max(4 * 1024 * 1024),
  }),
  /** The pages of a photo or scan in a format that the window does not know; shown from `evidence://page/…`. */
  'evidence.pages': z.strictObject({ fileId: id }),
  /** The words of a text or office file, line by line. */
  'evidence.lines': z.strictObject({ fileId: id }),
  /** A copy of the original to a place the user picks, checked against its fingerprint. */
  'evidence.saveCopy': z.strictObject({ fileId: id }),
  'evidence.verify': caseId,
  'evidence.removeFile': z.strictObject({ caseId: id, fileId: id }),
  /** Builds the evidence bundle into a folder the user picks; a job with progress. */
  'evidence.bundle': z.strictObject({
    caseId: id,
    today: date,
    /** Largest volume in MB, most pages of one; null = one volume. */
    maxMb: z.number().min(1).max(4000).nullable(),
    maxPages: z.int().min(5).max(100_000).nullable(),
    /** Empty pages so that every exhibit starts on a front side. */
    duplex: z.boolean(),
    /** Build a batch that was handed in although its files have changed. */
    newVersion: z.boolean(),
    passwords: z
      .array(z.strictObject({ fileId: id, password: z.string().min(1).max(200) }))
      .max(500),
  }),
  ...statementCalls,
  ...readingCalls,
  'papers.list': z.strictObject({ caseId: id, today: date }),
  'papers.preview': z.strictObject({ caseId: id, paperId, today: date }),
  /** Writes papers into a folder the user picks; `paperIds` empty = every paper that fits. */
  'papers.export': z.strictObject({
    caseId: id,
    paperIds: z.array(paperId).max(100),
    formats: z.array(z.enum(['docx', 'pdf'])).min(1),
    today: date,
  }),
  'packs.list': z.strictObject({ caseId: id, today: date }),
  /** Writes one pack into a new folder inside the one the user picks. */
  'packs.export': z.strictObject({
    caseId: id,
    destination: z.enum(packDestinations),
    formats: z.array(z.enum(['docx', 'pdf'])).min(1),
    today: date,
  }),
  /** Opens one pack as a single PDF in the system's viewer, to print it in one go. */
  'packs.print': z.strictObject({
    caseId: id,
    destination: z.enum(packDestinations),
    today: date,
  }),
  /** Answer to `app.closing`: everything is saved and the window may go, or (`close` false) the save failed and it stays. */
  'app.readyToClose': z.strictObject({ close: z.boolean() }),
  'deadlines.list': z.strictObject({ today: date }),
  /** One case's, with what is known of their moves; empty while the case has a half-typed value. */
  'deadlines.case': z.strictObject({ caseId: id, today: date }),
  /** The user has read that a deadline moved. */
  'deadlines.noteMove': z.strictObject({ caseId: id, deadlineId: z.string().max(200) }),
  /** Writes an .ics file where the user says; `caseId` null = all cases, `names` false = nobody is named. */
  'deadlines.export': z.strictObject({ caseId: id.nullable(), today: date, names: z.boolean() }),
  'jobs.cancel': z.strictObject({ jobId: z.string().max(64) }),
  'settings.get': z.strictObject({}),
  'settings.set': z.strictObject({
    lprEntries: z
      .array(
        z.strictObject({
          effective: date,
          oneYear: z
            .string()
            .regex(/^\d{1,2}(\.\d{1,4})?$/, { error: 'LPR 应为百分数，例如 3.00' }),
          fiveYear: z
            .string()
            .regex(/^\d{1,2}(\.\d{1,4})?$/, { error: 'LPR 应为百分数，例如 3.50' })
            .nullable(),
          note: line,
        }),
      )
      .max(500)
      .optional(),
    lockAfterMinutes: z.int().min(0).max(240).optional(),
    /** The system reminds of deadlines. */
    remind: z.boolean().optional(),
    lastExportFolder: z.string().max(4096).optional(),
    panelWidth: z.int().min(200).max(2000).optional(),
    /** Of the viewer beside the forms. */
    viewerWidth: z.int().min(280).max(3000).optional(),
  }),
  /** Opens the file dialog and takes a Word file's headers and footers for the written papers. */
  'letterhead.choose': z.strictObject({}),
  'letterhead.remove': z.strictObject({}),
  'shell.showFolder': z.strictObject({ path: z.string().max(4096) }),
} as const;

export type ApiName = keyof typeof api;
export type ApiInput<N extends ApiName> = z.output<(typeof api)[N]>;

export interface CaseSummary {
  caseId: string;
  title: string;
  /** Names of the debtors, for the list. */
  borrowers: string;
  updatedAt: string;
  /** Put aside since; null in the list. */
  archivedAt: string | null;
  /** Where the search text was found, with a little context; empty without a search. */
  hit: string;
}

export interface StoredCase {
  caseId: string;
  revision: number;
  document: CaseDocument;
  /** Put aside since: it can be read, not changed. */
  archivedAt: string | null;
}

/** A file in the store. `sha256` is of the original bytes, which never change. */
export interface EvidenceFile {
  fileId: string;
  name: string;
  size: number;
  mime: string;
  sha256: string;
  takenAt: string;
  /** Pages of a PDF, 1 for a picture, null when not known. */
  pages: number | null;
  /** Damaged, encrypted, over the advised size…: said at intake, kept with the file. */
  warning: string;
  /** Camera, or the program that wrote it, as the file says of itself; '' when it does not. Never a place. */
  device: string;
  /** YYYY-MM-DD HH:MM on the clock where it was made, as the file says; null when it does not. */
  capturedAt: string | null;
}

/** What an intake came to. */
export interface TakenIn {
  files: EvidenceFile[];
  /** For each of `files`, which of those asked for it came from. */
  from: number[];
  refused: { name: string; message: string }[];
}

/** A file that could be taken in. */
export interface PlannedFile {
  path: string;
  name: string;
  size: number;
}

/** What lies in the files and folders somebody wants to add. */
export interface IntakePlan {
  /** Files named one by one. */
  loose: PlannedFile[];
  /** Each folder that has files, in the order of their names; `name` with the folders above: 聊天/2024. */
  folders: { name: string; files: PlannedFile[] }[];
  /** Hidden and system files, links, what cannot be read. */
  skipped: { name: string; message: string }[];
}

/** A file that stops the bundle: nothing is left out silently. */
export interface BundleProblem {
  fileId: string;
  itemId: string;
  name: string;
  /** `encrypted` and `wrong-password` ask for a password; the rest needs another file. */
  code: string;
  message: string;
}

/** The evidence bundle as it was written. */
export interface EvidenceBook {
  folder: string;
  /** Names of everything written, the volumes first. */
  files: string[];
  volumes: { name: string; pages: number; size: number; sha256: string }[];
  /** Pages of each exhibit as they are in the book; `files` are the SHA-256 of its originals. */
  exhibits: { id: string; number: number; from: number; to: number; files: string[] }[];
  /** Last page, an empty one for printing on both sides included. */
  lastPage: number;
  notes: string[];
}

export interface PaperSummary {
  id: string;
  title: string;
  stage: 'demand' | 'settlement' | 'filing' | 'trial' | 'enforcement' | 'dishonest';
  fits: boolean;
  why: string;
  missing: { path: string; message: string; level: 'blocking' | 'warning' }[];
  /** The paper's own questions; answered in `case.choices[id][key]`. */
  choices: PaperChoice[];
  /** Passages the user may word himself; kept in `case.prose` under `key`. */
  passages?: PassageSummary[];
}

/** One line of a pack: a paper the app makes, or a material the user adds. */
export interface PackItemSummary {
  /** Slot as the portal counts it. */
  slot: number;
  slotTitle: string;
  name: string;
  /** null: to be added by hand. */
  paperId: string | null;
  fileName: string;
  copies: number;
  original: boolean;
  /** Places that wait for a signature or a seal. */
  signatures: string[];
  state: 'ready' | 'blocked' | 'unfit' | 'hand';
  note: string;
  missing: PaperSummary['missing'];
  /** The evidence itself: made as a book where its files are at hand. */
  evidence?: true;
}

/** A filing pack: everything one destination wants. */
export interface PackSummary {
  destination: PackDestination;
  name: string;
  title: string;
  /** Where the order of the slots comes from. */
  basis: string;
  fits: boolean;
  why: string;
  receiver: string;
  items: PackItemSummary[];
  missing: PaperSummary['missing'];
  settings: {
    sizeLimit: number;
    formats: string[];
    extraCopies: number;
    source: string;
    checkedOn: string | null;
  };
  /** Answered in `case.choices['pack-' + destination]`. */
  choices: PaperChoice[];
}

/** One question of a paper (see templates/template.ts `Choice`). */
export interface PaperChoice {
  key: string;
  label: string;
  hint?: string;
  kind: 'text' | 'paragraph' | 'date' | 'money' | 'flag' | 'select' | 'multi' | 'list';
  options?: readonly { value: string; label: string }[];
  /** What an untouched choice means. */
  default: string | boolean | readonly string[];
}

/** One editable passage: what the data say now, and what will be printed. */
export interface PassageSummary {
  key: string;
  title: string;
  draft: string;
  /** The draft as it was at the last edit; '' without an edit. */
  basis: string;
  text: string;
  edited: boolean;
  /** Edited, and the draft it was edited from has changed since. */
  stale: boolean;
}

export interface Settings {
  lprEntries: { effective: string; oneYear: string; fiveYear: string | null; note: string }[];
  lockAfterMinutes: number;
  remind: boolean;
  lastExportFolder: string;
  panelWidth: number;
  viewerWidth: number;
  /** File name of the firm's letterhead; '' when there is none. */
  letterhead: string;
}

export type StoreStatus =
  | { state: 'absent'; keychain: boolean }
  | { state: 'locked'; keychain: boolean; needsPassphrase: boolean }
  | {
      state: 'open';
      keychain: boolean;
      hasPassphrase: boolean;
      path: string;
      /** Something to tell about the store itself, e.g. that the automatic backup failed. */
      notice?: string;
    }
  | { state: 'broken'; code: string; message: string };

/** A deadline in the list over all cases. */
export interface DeadlineRow extends CaseDeadline {
  caseId: string;
  caseTitle: string;
  /** The date before it moved; null: it has not moved lately. */
  was: string | null;
}

export interface DeadlinesResult {
  deadlines: DeadlineRow[];
  /** Cases with a half-typed value, of whose dates nothing can be said. */
  unread: { caseId: string; title: string }[];
}

/** Results by call. */
export interface ApiResult extends StatementResults, ReadingResults {
  'app.info': {
    version: string;
    electron: string;
    lawDataDate: string;
    lprLastVerified: string;
    platform: string;
  };
  'store.status': StoreStatus;
  'store.create': StoreStatus;
  'store.unlock': StoreStatus;
  'store.lock': StoreStatus;
  'store.changePassphrase': StoreStatus;
  'store.backup': { path: string } | null;
  'cases.list': CaseSummary[];
  'cases.create': StoredCase;
  'cases.sample': StoredCase;
  'cases.get': StoredCase;
  'cases.save': { revision: number };
  /** null = the user closed the dialog. */
  'cases.import': { case: StoredCase } | { problems: Problem[] } | null;
  /** `note`: what the file does not hold (evidence originals) and what still has to be mended. */
  'cases.export': { path: string; note: string } | null;
  'cases.archive': Record<string, never>;
  'cases.restore': Record<string, never>;
  /** `backups`: automatic backups that still hold the case, in `folder`. */
  'cases.delete': { backups: number; folder: string };
  'audit.list': { entries: AuditEntry[] };
  'audit.verify': AuditCheck;
  'audit.export': { path: string; rows: number; head: string } | null;
  'cases.lendingPattern': Warning[];
  'evidence.add': TakenIn;
  'evidence.addPaths': TakenIn;
  'evidence.addBytes': TakenIn;
  /** null = the user closed the dialog. */
  'evidence.plan': IntakePlan | null;
  'evidence.files': EvidenceFile[];
  'evidence.read': { bytes: Uint8Array; mime: string; name: string };
  'evidence.readPart': { bytes: Uint8Array };
  /** Upright sizes in pixels. */
  'evidence.pages': { pages: { width: number; height: number }[] };
  'evidence.lines': { lines: string[] };
  /** null = the user closed the dialog. */
  'evidence.saveCopy': { path: string } | null;
  'evidence.verify': { checked: number; broken: { fileId: string; name: string }[] };
  'evidence.removeFile': Record<string, never>;
  /** null = the user closed the dialog; `problems`: nothing was made, for these files. */
  'evidence.bundle': { book: EvidenceBook } | { problems: BundleProblem[] } | null;
  'papers.list': { papers: PaperSummary[]; problems: Problem[] };
  'papers.preview': { pdf: Uint8Array; pages: number };
  'papers.export': { folder: string; files: string[]; refused: PaperSummary[] } | null;
  'packs.list': { packs: PackSummary[]; problems: Problem[] };
  'packs.export': {
    folder: string;
    files: string[];
    refused: PackItemSummary[];
    byHand: PackItemSummary[];
    oversize: string[];
    /** What the user should know of the evidence book, or why there is none. */
    notes: string[];
  } | null;
  'packs.print': { pages: number };
  'app.readyToClose': Record<string, never>;
  'deadlines.list': DeadlinesResult;
  'deadlines.case': DeadlineRow[];
  'deadlines.noteMove': Record<string, never>;
  /** null = the user closed the dialog; `count`: events written. */
  'deadlines.export': { path: string; count: number } | null;
  'jobs.cancel': Record<string, never>;
  'settings.get': Settings;
  'settings.set': Settings;
  /** null = the user closed the dialog. */
  'letterhead.choose': Settings | null;
  'letterhead.remove': Settings;
  'shell.showFolder': Record<string, never>;
}

/** A refusal: a stable code, a Chinese message (what happened, what was kept, what to do), the field if there is one. */
export interface ApiError {
  code: string;
  message: string;
  path?: string;
}

export type ApiReply<N extends ApiName> =
  | { ok: true; value: ApiResult[N] }
  | { ok: false; error: ApiError };

/** Events from the main process to the window. */
export interface ApiEvents {
  'job.progress': { jobId: string; title: string; done: number; total: number };
  'job.finished': { jobId: string };
  'store.locked': Record<string, never>;
  /** The window is about to close: save what is pending, then call back. */
  'app.closing': Record<string, never>;
}

export const eventNames = ['job.progress', 'job.finished', 'store.locked', 'app.closing'] as const;

/** What preload.ts puts on `window.jieju`. */
export interface Bridge {
  call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiReply<N>>;
  on<E extends keyof ApiEvents>(event: E, listener: (payload: ApiEvents[E]) => void): () => void;
  /** Paths of files dropped on the window. */
  filePaths(files: readonly object[]): string[];
}
