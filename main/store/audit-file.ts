/**
 * The record of changes as a file: one JSON value a line, the first telling how many rows follow and the
 * hash of the last. Written by the window, checked by `jieju verify-audit FILE` on any machine.
 */
import { z } from 'zod';
import type { AuditCheck } from '../../shared/audit.ts';
import { type ChainContent, type ChainRow, GENESIS, verifyChain } from './audit-chain.ts';

const FORMAT = 'jieju.audit';
const hex = z.string().regex(/^[0-9a-f]{64}$/);

const head = z.strictObject({
  schema: z.literal(FORMAT),
  version: z.literal(1),
  exportedAt: z.string(),
  rows: z.int().min(0),
  head: hex,
});

const line = z.strictObject({
  n: z.int(),
  at: z.string(),
  who: z.string(),
  action: z.string(),
  caseRef: hex.nullable(),
  digest: hex,
  prev: hex,
  hash: hex,
  /** null: went with a deleted case. */
  content: z
    .strictObject({ salt: z.string(), caseId: z.string().nullable(), body: z.string() })
    .nullable(),
});

export interface LogLine {
  row: ChainRow;
  content: ChainContent | null;
}

/** The text of the file. @param at moment of the export, ISO 8601 */
export function logText(
  log: readonly LogLine[],
  at: string,
): { text: string; rows: number; head: string } {
  const last = { rows: log.length, head: log.at(-1)?.row.hash ?? GENESIS };
  const lines: unknown[] = log.map(({ row, content }) => {
    const { case_ref, ...rest } = row;
    const said = content && { salt: content.salt, caseId: content.case_id, body: content.body };
    return { ...rest, caseRef: case_ref, content: said };
  });
  const first = { schema: FORMAT, version: 1, exportedAt: at, ...last };
  return { text: `${[first, ...lines].map((x) => JSON.stringify(x)).join('\n')}\n`, ...last };
}

/** A file that is no exported record; the message names the line. */
export class NotALog extends Error {
  override readonly name = 'NotALog';
}

function parseLine<T>(schema: z.ZodType<T>, text: string, number: number): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotALog(`第${number}行不是完整的 JSON，文件可能被截断或改动过`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new NotALog(
    number === 1
      ? '第1行不是操作记录的文件头，请确认选对了文件（在“操作记录”里导出的 .jsonl）'
      : `第${number}行缺少栏目或者栏目不对，文件被改动过`,
  );
}

/** Checks the text of an exported record. @throws NotALog */
export function verifyExport(text: string): AuditCheck & { exportedAt: string } {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const first = parseLine(head, lines[0] ?? '', 1);
  const log = lines.slice(1).map((one, i): LogLine => {
    const { content, caseRef, ...rest } = parseLine(line, one, i + 2);
    return {
      row: { ...rest, case_ref: caseRef },
      content: content && { salt: content.salt, case_id: content.caseId, body: content.body },
    };
  });
  const check = verifyChain(log, { rows: first.rows, head: first.head });
  return { ...check, exportedAt: first.exportedAt };
}
