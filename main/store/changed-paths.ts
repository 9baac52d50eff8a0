/** Which fields differ between two states of a case document: paths only, no values. */
import type { AuditDetail } from '../../shared/audit.ts';

/** As many as a reader would go through; the rest is counted. */
const MOST = 200;

const isRecord = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

/** Ids of a list of records, or null when it is another kind of list. */
function ids(list: readonly unknown[]): string[] | null {
  const all = list.map((x) => (isRecord(x) && typeof x.id === 'string' ? x.id : null));
  return all.every((x) => x !== null) && new Set(all).size === all.length ? all : null;
}

function lists(a: readonly unknown[], b: readonly unknown[], path: string, out: string[]): void {
  const [before, after] = [ids(a), ids(b)];
  if (before === null || after === null) {
    if (JSON.stringify(a) !== JSON.stringify(b)) out.push(path);
    return;
  }
  const was = new Map(before.map((id, i) => [id, i]));
  const still = new Set(after);
  before.forEach((id, i) => {
    if (!still.has(id)) out.push(`${path}.${i}-`);
  });
  after.forEach((id, i) => {
    const at = was.get(id);
    if (at === undefined) out.push(`${path}.${i}+`);
    else compare(a[at], b[i], `${path}.${i}`, out);
  });
  // Records in another order: told once, for the list.
  const order = after.flatMap((id) => was.get(id) ?? []);
  if (order.some((n, i) => n < (order[i - 1] ?? -1))) out.push(path);
}

function compare(a: unknown, b: unknown, path: string, out: string[]): void {
  if (Object.is(a, b)) return;
  const under = (key: string) => (path ? `${path}.${key}` : key);
  if (isRecord(a) && isRecord(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      compare(a[key], b[key], under(key), out);
    }
  } else if (Array.isArray(a) || Array.isArray(b)) {
    lists(Array.isArray(a) ? a : [], Array.isArray(b) ? b : [], path, out);
  } else if (JSON.stringify(a) !== JSON.stringify(b)) {
    out.push(path);
  }
}

/** The paths that differ; a record added ends in `+`, one removed in `-` (its place before). */
export function changedPaths(before: unknown, after: unknown): AuditDetail {
  const paths: string[] = [];
  compare(before, after, '', paths);
  const more = paths.length - MOST;
  return more > 0 ? { paths: paths.slice(0, MOST), more } : { paths };
}
