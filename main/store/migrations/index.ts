/** Every step of the schema, in order. A released step is never edited; a change is a new step. */
import * as cases from './0001-cases.ts';
import * as evidence from './0002-evidence.ts';
import * as statements from './0003-statements.ts';

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

export const migrations: readonly Migration[] = [cases, evidence, statements];
