/** Searching what was typed into a case: which field holds the words. */
import type { CaseDocument } from '../case/case.ts';
import { fold } from './fold.ts';
import { type Excerpt, excerptOf } from './hits.ts';
import { grouped } from './names.ts';
import { hasAll, type Term } from './terms.ts';

/** Fields that hold choices and links of the program, not words of the user. */
const NOT_TYPED =
  /^(schema|version|id|kind|role|sex|idType|type|ownership|authority|paper|interest|per|connection|registration|repaymentMethod|direction|method|as|channel|arrived|outcome|group|form|proves|claimFrom|lprAnchor|dayCount|rounding|rescission|procedure|willing|doubleStart|platform|key|basis|\w+Ids?)$/;

export interface Typed {
  /** `parties.0.name` */
  path: string;
  text: string;
}

/** Everything typed in a document, field by field. */
export function typedTexts(document: unknown): Typed[] {
  const found: Typed[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      if (value) found.push({ path, text: value });
    } else if (Array.isArray(value)) {
      value.forEach((inner, i) => {
        walk(inner, path ? `${path}.${i}` : String(i));
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        if (!NOT_TYPED.test(key)) walk(inner, path ? `${path}.${key}` : key);
    }
  };
  walk(document, '');
  return found;
}

export interface RecordHit {
  /** The field that holds the first word. */
  path: string;
  excerpt: Excerpt;
}

/** A record of a list (`transfers.3`), a section (`suit`), or a part of one (`suit.hearings.0`). */
function recordOf(path: string): string {
  const keys = path.split('.');
  let last = 1;
  keys.forEach((key, i) => {
    if (/^\d+$/.test(key)) last = i + 1;
  });
  return keys.slice(0, Math.max(1, last)).join('.');
}

const MOST = 200;

/**
 * The records in which every word of the query occurs, each with the field where the first word stands.
 * A word may stand in one field and another word in the next field of the same record.
 */
export function searchRecords(document: CaseDocument, all: readonly Term[]): RecordHit[] {
  if (all.length === 0) return [];
  const records = new Map<
    string,
    { path: string; text: string; folded: ReturnType<typeof fold> }[]
  >();
  for (const { path, text: typed } of typedTexts(document)) {
    // Shown with its thousands apart; the folded text is the same.
    const text = grouped(typed);
    const record = recordOf(path);
    const fields = records.get(record) ?? [];
    fields.push({ path, text, folded: fold(text) });
    records.set(record, fields);
  }
  const hits: RecordHit[] = [];
  for (const fields of records.values()) {
    if (!hasAll(fields.map((f) => f.folded.text).join('\n'), all)) continue;
    const seen = fields.flatMap(({ path, text, folded }) => {
      const ways = all.flat().filter((way) => folded.text.includes(way));
      const [way] = ways;
      if (way === undefined) return [];
      const at = folded.text.indexOf(way);
      const [start = 0, end = text.length] = [folded.from[at], folded.from[at + way.length]];
      return [{ path, excerpt: excerptOf(text, start, end) }];
    });
    hits.push(...seen.slice(0, 3));
    if (hits.length >= MOST) break;
  }
  return hits.slice(0, MOST);
}
