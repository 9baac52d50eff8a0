/** Reading and writing inside a plain JSON document by dotted path, without changing the original. */

type Json = unknown;

const isIndex = (key: string) => /^\d+$/.test(key);

/** The value at `path` (`loans.0.rate.value`), or undefined. */
export function getAt(document: Json, path: string): Json {
  let at: Json = document;
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string, Json>)[key];
  }
  return at;
}

function put(at: Json, keys: string[], value: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(at) || (at == null && isIndex(key))) {
    const list = Array.isArray(at) ? [...at] : [];
    list[Number(key)] = put(list[Number(key)], rest, value);
    return list;
  }
  const record = { ...(at !== null && typeof at === 'object' ? at : {}) } as Record<string, Json>;
  const next = put(record[key], rest, value);
  if (next === undefined) delete record[key];
  else record[key] = next;
  return record;
}

/** A copy of the document with `value` at `path`; undefined removes the key. Parents are made as needed. */
export function setAt<T>(document: T, path: string, value: Json): T {
  return put(document, path.split('.'), value) as T;
}

/** A copy without the entry of the array at `listPath` that has this index. */
export function removeAt<T>(document: T, listPath: string, index: number): T {
  const list = getAt(document, listPath);
  if (!Array.isArray(list)) return document;
  return setAt(
    document,
    listPath,
    list.filter((_, i) => i !== index),
  );
}

/** A copy with `record` added at the end of the array at `listPath`. */
export function append<T>(document: T, listPath: string, record: Json): T {
  const list = getAt(document, listPath);
  return setAt(document, listPath, [...(Array.isArray(list) ? list : []), record]);
}

/** A new record's id: 12 random letters and digits. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (b) => 'abcdefghijklmnopqrstuvwxyz0123456789'[b % 36]).join('');
}
