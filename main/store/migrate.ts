/** Bringing a file up to the schema of this release. */
import { type Db, schemaVersion } from './database.ts';
import { newerVersion } from './keyfile.ts';
import type { Migration } from './migrations/index.ts';

/** The version this list of steps leads to. */
export function latestVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}

/** True when steps are missing. @throws AppError `newer-version` for a file this release cannot know. */
export function needsMigration(db: Db, steps: readonly Migration[]): boolean {
  const have = schemaVersion(db);
  if (have > latestVersion(steps)) throw newerVersion();
  return have < latestVersion(steps);
}

/**
 * Runs the missing steps, each in its own transaction together with its version number: a step that
 * fails leaves the file at the step before. The caller makes the backup first.
 */
export function migrate(db: Db, steps: readonly Migration[]): void {
  for (const step of steps) {
    if (step.version <= schemaVersion(db)) continue;
    if (step.version !== schemaVersion(db) + 1)
      throw new Error(`step ${step.version} out of order`);
    db.transaction(() => {
      db.exec(step.sql);
      step.after?.(db);
      db.pragma(`user_version=${step.version}`);
    }).immediate();
  }
}
