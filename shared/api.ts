/**
 * The contract between the window and the main process: every call's name, the schema of its input and the
 * type of its result. main/ipc.ts checks each call against it; nothing else may cross the bridge.
 */
import { z } from 'zod';
import { type EvidenceResults, evidenceCalls } from './api/evidence.ts';
import { type PaperResults, paperCalls } from './api/papers.ts';
import type { AuditCheck, AuditEntry } from './audit.ts';
import type { CaseDocument } from './case/case.ts';
import { date, id, line } from './case/fields.ts';
import type { Problem } from './case/parse.ts';
import type { Warning } from './claim/types.ts';
import { type ReadingResults, readingCalls } from './find/calls.ts';
import type { CaseDeadline } from './law/deadline-types.ts';
import { type StatementResults, statementCalls } from './statements/calls.ts';

export type {
  BundleProblem,
  EvidenceBook,
  EvidenceFile,
  IntakePlan,
  PlannedFile,
  TakenIn,
} from './api/evidence.ts';
export type {
  PackItemSummary,
  PackSummary,
  PaperChoice,
  PaperSummary,
  PassageSummary,
} from './api/papers.ts';

const caseId = z.strictObject({ caseId: id });
const passphrase = z
  .string()
  .min(8, { error: '口令至少 8 个字符' })
  .max(200, { error: '口令最多 200 个字符' });
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
  ...evidenceCalls,
  ...statementCalls,
  ...readingCalls,
  ...paperCalls,
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
  /** Cases with a wrong or half-typed value: their dates above are without it. */
  unread: { caseId: string; title: string }[];
}

/** Results by call. */
export interface ApiResult extends EvidenceResults, StatementResults, ReadingResults, PaperResults {
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
