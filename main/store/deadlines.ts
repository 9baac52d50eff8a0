/** What was last seen of the deadlines of all cases: their dates, their moves, and the reminders given. */
import type { SeenDeadline } from '../../shared/law/deadlines.ts';
import { audit } from './audit.ts';
import type { OpenStore } from './store.ts';

interface Row {
  deadline_id: string;
  date: string;
  was: string | null;
  moved_on: string | null;
  notified_on: string | null;
}

export interface LiveDocument {
  caseId: string;
  title: string;
  document: unknown;
}

/** The documents of the cases that are neither deleted nor archived. */
export function liveDocuments(store: OpenStore): LiveDocument[] {
  return store.db
    .prepare<[], { id: string; title: string; document: string }>(
      'SELECT id, title, document FROM cases WHERE deleted_at IS NULL AND archived_at IS NULL',
    )
    .all()
    .map((r) => ({ caseId: r.id, title: r.title, document: JSON.parse(r.document) as unknown }));
}

function rows(store: OpenStore, caseId: string): Row[] {
  return store.db
    .prepare<[string], Row>(
      'SELECT deadline_id, date, was, moved_on, notified_on FROM deadlines_seen WHERE case_id = ?',
    )
    .all(caseId);
}

/** By deadline id. */
export function seenOf(store: OpenStore, caseId: string): Map<string, SeenDeadline> {
  return new Map(
    rows(store, caseId).map((r) => [
      r.deadline_id,
      { date: r.date, was: r.was, movedOn: r.moved_on },
    ]),
  );
}

const same = (a: SeenDeadline | undefined, b: SeenDeadline): boolean =>
  a !== undefined && a.date === b.date && a.was === b.was && a.movedOn === b.movedOn;

/** Keeps what is seen now; forgets deadlines that are gone; writes only what changed. */
export function keepSeen(
  store: OpenStore,
  caseId: string,
  before: ReadonlyMap<string, SeenDeadline>,
  now: ReadonlyMap<string, SeenDeadline>,
): void {
  const gone = [...before.keys()].filter((id) => !now.has(id));
  const changed = [...now].filter(([id, s]) => !same(before.get(id), s));
  if (gone.length === 0 && changed.length === 0) return;
  const put = store.db.prepare<(string | null)[]>(
    `INSERT INTO deadlines_seen (case_id, deadline_id, date, was, moved_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (case_id, deadline_id)
     DO UPDATE SET date = excluded.date, was = excluded.was, moved_on = excluded.moved_on,
       -- The reminders of the old date say nothing of the new one.
       notified_on = CASE WHEN date = excluded.date THEN notified_on END`,
  );
  const drop = store.db.prepare<[string, string]>(
    'DELETE FROM deadlines_seen WHERE case_id = ? AND deadline_id = ?',
  );
  store.db
    .transaction(() => {
      for (const id of gone) drop.run(caseId, id);
      for (const [id, s] of changed) put.run(caseId, id, s.date, s.was, s.movedOn);
    })
    .immediate();
}

/** The user has read that it moved. */
export function noteMove(store: OpenStore, caseId: string, deadlineId: string): void {
  store.db
    .transaction(() => {
      const { changes } = store.db
        .prepare<[string, string]>(
          `UPDATE deadlines_seen SET was = NULL, moved_on = NULL
           WHERE case_id = ? AND deadline_id = ? AND was IS NOT NULL`,
        )
        .run(caseId, deadlineId);
      if (changes > 0) audit(store, 'deadlines.note', caseId, deadlineId);
    })
    .immediate();
}

/** The day of the last reminder of a deadline, null when there was none. */
export function lastReminder(store: OpenStore, caseId: string, deadlineId: string): string | null {
  return rows(store, caseId).find((r) => r.deadline_id === deadlineId)?.notified_on ?? null;
}

/** Keeps the day of a reminder. */
export function keepReminder(
  store: OpenStore,
  caseId: string,
  deadlineId: string,
  day: string,
): void {
  store.db
    .prepare<[string, string, string]>(
      'UPDATE deadlines_seen SET notified_on = ? WHERE case_id = ? AND deadline_id = ?',
    )
    .run(day, caseId, deadlineId);
}
