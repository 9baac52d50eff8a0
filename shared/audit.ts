/** The record of changes and exports as the window and the exported log show it. */

/** What was done. Old names stay, for the rows that carry them. */
export const auditActions = [
  'case.create',
  'case.save',
  'case.import',
  'case.export',
  'case.archive',
  'case.unarchive',
  'case.delete',
  'case.restore',
  'case.purge',
  'papers.export',
  'papers.print',
  'packs.export',
  'packs.print',
  'bundle.export',
  'deadlines.export',
  'deadlines.note',
  'evidence.add',
  'evidence.remove',
  'evidence.restore',
  'evidence.verify',
  'evidence.copy',
  'statements.import',
  'statements.mark',
  'statements.remove',
  'statements.restore',
  'settings.set',
  'store.create',
  'store.migrate',
  'store.backup',
  'store.backup-failed',
  'store.passphrase',
  'audit.export',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What a row says besides its action; never a value of the case, only where something changed. */
export interface AuditDetail {
  /** Paths in the case document that changed, e.g. `transfers.0.amount`; `+` added, `-` removed at the end. */
  paths?: string[];
  /** Changed paths beyond those listed. */
  more?: number;
  /** Files written, by name and SHA-256. */
  files?: { name: string; sha256: string }[];
  /** Upkeep in the program's own words. */
  note?: string;
}

export interface AuditEntry {
  n: number;
  /** Moment, ISO 8601 in UTC. */
  at: string;
  /** Name of the system account. */
  who: string;
  action: string;
  /** Null: not about one case, or the case was deleted and the content with it. */
  caseId: string | null;
  caseTitle: string;
  detail: AuditDetail;
  /** The content went with the deleted case; the row itself stands. */
  erased: boolean;
  hash: string;
}

/** A row that does not fit the chain. */
export interface AuditFault {
  /** 0: the log as a whole. */
  n: number;
  message: string;
}

/** The outcome of checking a whole log. */
export interface AuditCheck {
  rows: number;
  /** Rows whose content went with a deleted case. */
  erased: number;
  /** Hash of the last row; 64 zeros in an empty log. */
  head: string;
  faults: AuditFault[];
}
