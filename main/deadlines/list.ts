/** The deadlines of all live cases on a day, with what is known of their moves. */
import type { DeadlineRow, DeadlinesResult } from '../../shared/api.ts';
import { parseCase } from '../../shared/case/parse.ts';
import { deadlinesOf, seeDeadlines } from '../../shared/law/deadlines.ts';
import { keepSeen, type LiveDocument, liveDocuments, seenOf } from '../store/deadlines.ts';
import type { OpenStore } from '../store/store.ts';

function rowsOf(store: OpenStore, live: LiveDocument, today: string): DeadlineRow[] | null {
  const parsed = parseCase(live.document);
  if (!parsed.ok) return null;
  const now = deadlinesOf(parsed.case, today);
  const before = seenOf(store, live.caseId);
  const seen = seeDeadlines(before, now, today);
  keepSeen(store, live.caseId, before, seen);
  return now.map((d) => ({
    ...d,
    caseId: live.caseId,
    caseTitle: live.title,
    was: seen.get(d.id)?.was ?? null,
  }));
}

/**
 * All deadlines, the earliest first. A case with a half-typed value is named apart: nothing can be said of
 * its dates until it is mended, and what was seen of them is kept.
 * @param today YYYY-MM-DD.
 */
export function listDeadlines(store: OpenStore, today: string): DeadlinesResult {
  const deadlines: DeadlineRow[] = [];
  const unread: DeadlinesResult['unread'] = [];
  for (const live of liveDocuments(store)) {
    const rows = rowsOf(store, live, today);
    if (rows) deadlines.push(...rows);
    else unread.push({ caseId: live.caseId, title: live.title });
  }
  deadlines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { deadlines, unread };
}

/** The same for one case; null when nothing can be said of it (half typed, archived, gone). */
export function caseDeadlines(
  store: OpenStore,
  caseId: string,
  today: string,
): DeadlineRow[] | null {
  const live = liveDocuments(store).find((l) => l.caseId === caseId);
  return live ? rowsOf(store, live, today) : null;
}
