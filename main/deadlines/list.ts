/** The deadlines of all live cases on a day, with what is known of their moves. */
import type { DeadlineRow, DeadlinesResult } from '../../shared/api.ts';
import { readableCase } from '../../shared/case/readable.ts';
import { deadlinesOf, seeDeadlines } from '../../shared/law/deadlines.ts';
import { keepSeen, type LiveDocument, liveDocuments, seenOf } from '../store/deadlines.ts';
import type { OpenStore } from '../store/store.ts';

/** The limits that can be computed; `partial`: without rows or fields that are wrong. */
interface Read {
  rows: DeadlineRow[];
  partial: boolean;
}

function rowsOf(store: OpenStore, live: LiveDocument, today: string): Read | null {
  const read = readableCase(live.document);
  if (!read.case) return null;
  const now = deadlinesOf(read.case, today).map((d) =>
    d.path ? { ...d, path: read.original(d.path) } : d,
  );
  const before = seenOf(store, live.caseId);
  const seen = seeDeadlines(before, now, today);
  const partial = read.left.length > 0;
  // What is left out for now has not gone, and has not moved the rest: nothing is noted of it.
  if (!partial) keepSeen(store, live.caseId, before, seen);
  const rows = now.map((d) => ({
    ...d,
    caseId: live.caseId,
    caseTitle: live.title,
    was: (partial ? before : seen).get(d.id)?.was ?? null,
  }));
  return { rows, partial };
}

/**
 * All deadlines, the earliest first. A case with a half-typed value is named apart too: its dates are
 * without that value until it is mended, and what was seen of them is kept.
 * @param today YYYY-MM-DD.
 */
export function listDeadlines(store: OpenStore, today: string): DeadlinesResult {
  const deadlines: DeadlineRow[] = [];
  const unread: DeadlinesResult['unread'] = [];
  for (const live of liveDocuments(store)) {
    const read = rowsOf(store, live, today);
    if (read) deadlines.push(...read.rows);
    if (!read || read.partial) unread.push({ caseId: live.caseId, title: live.title });
  }
  deadlines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { deadlines, unread };
}

/** The same for one case; null when nothing can be said of it (no case at all, archived, gone). */
export function caseDeadlines(
  store: OpenStore,
  caseId: string,
  today: string,
): DeadlineRow[] | null {
  const live = liveDocuments(store).find((l) => l.caseId === caseId);
  return live ? (rowsOf(store, live, today)?.rows ?? null) : null;
}
