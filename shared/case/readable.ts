/**
 * What can be read of a document that is not whole: the case without the rows and fields that are wrong.
 * For figures, limits and the next step only; papers and exports take the whole case or none (`parseCase`).
 */
import type { Case } from './case.ts';
import { parseCase } from './parse.ts';

export interface Readable {
  /** Null when even the frame of the document is not that of a case. */
  case: Case | null;
  /** What was left out, by its path in the document: rows, fields, and what hung on them. `[]`: nothing. */
  left: readonly string[];
  /** A path of `case` as a path of the document: rows behind one left out stand elsewhere there. */
  original(path: string): string;
}

/** By path in the shortened document: the places its list members had. Only lists that lost a member. */
type Places = Map<string, number[]>;

const join = (at: string, key: string | number): string => (at === '' ? `${key}` : `${at}.${key}`);
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** A copy without what stands at these paths; notes where the members left had stood. */
function without(value: unknown, gone: ReadonlySet<string>, places: Places): unknown {
  const copy = (v: unknown, old: string, now: string): unknown => {
    if (Array.isArray(v)) {
      const kept = v.flatMap((_, i) => (gone.has(join(old, i)) ? [] : [i]));
      if (kept.length < v.length) places.set(now, kept);
      return kept.map((i, k) => copy(v[i], join(old, i), join(now, k)));
    }
    if (v === null || typeof v !== 'object') return v;
    return Object.fromEntries(
      Object.entries(v).flatMap(([key, inner]) =>
        gone.has(join(old, key)) ? [] : [[key, copy(inner, join(old, key), join(now, key))]],
      ),
    );
  };
  return copy(value, '', '');
}

function placed(path: string, places: Places): string {
  let now = '';
  let old = '';
  for (const key of path.split('.')) {
    const kept = places.get(now);
    now = join(now, key);
    old = join(old, kept?.[Number(key)] ?? key);
  }
  return old;
}

function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path === '' ? [] : path.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** Terms that say nothing alone: a rate that can't be read takes the word that one was agreed with it. */
const TOGETHER: readonly [RegExp, string][] = [[/^(loans\.\d+)\.rate(\.|$)/, 'interest']];

/** What has to go for the problem at `path` to go: the field; where nothing stands there, what it belongs to. */
function culprits(document: unknown, path: string): string[] {
  for (const [rule, beside] of TOGETHER) {
    const row = rule.exec(path)?.[1];
    if (row && valueAt(document, `${row}.${beside}`) !== undefined) {
      return [`${row}.rate`, `${row}.${beside}`];
    }
  }
  let at = path;
  while (at !== '' && (valueAt(document, at) ?? null) === null) at = parentOf(at);
  return [at];
}

/**
 * The largest valid case that is left when wrong optional fields, and rows whose required fields are wrong,
 * are taken out; what refers to a row taken out goes the same way. A valid document is read as it is.
 */
export function readableCase(document: unknown): Readable {
  const gone = new Set<string>();
  for (;;) {
    const places: Places = new Map();
    const rest = gone.size === 0 ? document : without(document, gone, places);
    const parsed = parseCase(rest);
    const original = (path: string) => placed(path, places);
    const left = [...gone].filter((p) => {
      for (let at = parentOf(p); at !== ''; at = parentOf(at)) if (gone.has(at)) return false;
      return true;
    });
    if (parsed.ok) return { case: parsed.case, left, original };
    const before = gone.size;
    for (const p of parsed.problems) {
      if (p.level !== 'error') continue;
      for (const at of culprits(rest, p.path)) if (at !== '') gone.add(original(at));
    }
    if (gone.size === before) return { case: null, left, original };
  }
}
