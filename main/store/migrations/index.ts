/** Every step of the schema, in order. A released step is never edited; a change is a new step. */
import type { Db } from '../database.ts';
import * as cases from './0001-cases.ts';
import * as evidence from './0002-evidence.ts';
import * as statements from './0003-statements.ts';
import * as auditChain from './0004-audit-chain.ts';
import * as deadlines from './0005-deadlines.ts';
import * as fileDevice from './0006-file-device.ts';
import * as texts from './0007-texts.ts';

export interface Migration {
  version: number;
  name: string;
  sql: string;
  /** Work that SQL alone cannot do, after the SQL and in the same transaction. */
  after?: (db: Db) => void;
}

export const migrations: readonly Migration[] = [
  cases,
  evidence,
  statements,
  auditChain,
  deadlines,
  fileDevice,
  texts,
];
