/**
 * The hash chain of the record of changes. Each row's hash covers the row before it and the digest of its
 * own content; the content is kept apart, so that it can go with a deleted case while the chain stays
 * whole. A salt in each content keeps a digest from being guessed back after that.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AuditCheck, AuditFault } from '../../shared/audit.ts';

/** `prev` of the first row. */
export const GENESIS = '0'.repeat(64);

/** A row of the chain: never changed, never removed. */
export interface ChainRow {
  n: number;
  at: string;
  who: string;
  action: string;
  /** SHA-256 of the case's id; null when the row is about no case. */
  case_ref: string | null;
  digest: string;
  prev: string;
  hash: string;
}

/** What a row says. `body` is the JSON text of an AuditDetail, hashed as it stands. */
export interface ChainContent {
  salt: string;
  case_id: string | null;
  body: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const caseRef = (caseId: string): string => sha256(`jieju.case\n${caseId}`);
export const newSalt = (): string => randomBytes(16).toString('hex');

/** SHA-256 over the canonical content: a JSON array in fixed order. */
export const digestOf = (c: ChainContent): string =>
  sha256(JSON.stringify([c.salt, c.case_id, c.body]));

/** SHA-256 over the canonical row, `prev` included. */
export const hashOf = (r: Omit<ChainRow, 'hash'>): string =>
  sha256(JSON.stringify([r.n, r.at, r.who, r.action, r.case_ref, r.digest, r.prev]));

/** A new row after `prev`. */
export function nextRow(given: Omit<ChainRow, 'digest' | 'hash'>, content: ChainContent): ChainRow {
  const row = { ...given, digest: digestOf(content) };
  return { ...row, hash: hashOf(row) };
}

/**
 * Checks a log from its first row to its last: numbers without a gap, each link, each content. Content
 * may be missing only where a later row tells that its case was deleted.
 * @param expected the number of the last row as known from elsewhere: a log cut at its end is told.
 */
export function verifyChain(
  log: Iterable<{ row: ChainRow; content: ChainContent | null }>,
  expected?: { rows?: number; head?: string },
): AuditCheck {
  const faults: AuditFault[] = [];
  const purged = new Map<string, number>();
  const missing: { n: number; ref: string | null }[] = [];
  let [rows, head] = [0, GENESIS];
  for (const { row, content } of log) {
    const fault = (message: string) => faults.push({ n: row.n, message });
    rows += 1;
    if (row.n !== rows) {
      fault(`序号应为 ${rows}，实际是 ${row.n}：中间缺了记录，或多了记录`);
      rows = row.n;
    }
    if (row.prev !== head) fault('与上一条接不上：上一条被改动、删除或者调换过');
    if (hashOf(row) !== row.hash) fault('这一条的时间、操作人或者事项被改动过');
    if (content === null) {
      missing.push({ n: row.n, ref: row.case_ref });
    } else {
      if (digestOf(content) !== row.digest) fault('这一条的内容被改动过');
      const ref = content.case_id === null ? null : caseRef(content.case_id);
      if (row.action !== 'case.purge' && ref !== row.case_ref) fault('这一条所属的案件被改动过');
    }
    if (row.action === 'case.purge' && row.case_ref) purged.set(row.case_ref, row.n);
    head = row.hash;
  }
  for (const { n, ref } of missing) {
    if (ref === null || (purged.get(ref) ?? 0) <= n) {
      faults.push({ n, message: '这一条的内容不见了，而案件没有删除的记录' });
    }
  }
  if (expected?.rows !== undefined && expected.rows !== rows) {
    faults.push({ n: 0, message: `应有 ${expected.rows} 条，实际 ${rows} 条：末尾的记录被删除过` });
  }
  if (expected?.head !== undefined && expected.head !== head) {
    faults.push({ n: 0, message: '最后一条的校验码与另外记下的不一致' });
  }
  return { rows, erased: missing.length, head, faults };
}
