/** A statement file as rows: what kind of file it is, its text or sheets, and what layout they have. */
import { csvRows } from '../../shared/statements/csv.ts';
import {
  delimiterOf,
  type Found,
  recognise,
  signatureOf,
} from '../../shared/statements/layouts.ts';
import { readStatement } from '../../shared/statements/read.ts';
import type { GridRow, Mapping, ParsedStatement, Source } from '../../shared/statements/types.ts';
import { AppError } from '../errors.ts';
import { decodeText } from './text.ts';
import { LIMITS, type Pace, readWorkbook, tooManyRows } from './xlsx.ts';

/** Largest statement file: a year of a busy shop has a few MB. */
export const MAX_STATEMENT = 60 * 1024 * 1024;

export interface StatementGrid {
  rows: GridRow[];
  found: Found;
  notes: string[];
}

const refuseKind = (message: string): AppError => new AppError('not-a-statement', message);

const starts = (bytes: Buffer, ...head: number[]) => head.every((b, i) => bytes[i] === b);

/** @throws AppError for what is no CSV or XLSX, saying what to do instead */
export function assertKind(bytes: Buffer): 'xlsx' | 'text' {
  if (bytes.length === 0) throw refuseKind('文件是空的，没有导入。请重新下载账单。');
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    throw refuseKind(
      '这是 PDF 账单，软件不从 PDF 里读数。请在银行或钱包里另导出一份 CSV 或 XLSX（Excel）来导入；PDF 原件请到“证据”里加入。',
    );
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw refuseKind(
      '这是旧式 XLS 文件，或设了密码的表格，没有导入。请用 WPS 或 Excel 打开，另存为 XLSX 或 CSV 后再导入。',
    );
  }
  if (starts(bytes, 0x50, 0x4b)) {
    if (bytes.includes('xl/') || bytes.includes('[Content_Types].xml')) return 'xlsx';
    throw refuseKind('这是压缩包。请先用收到的解压密码解开，再导入里面的 CSV 或 XLSX 账单。');
  }
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(bytes.toString('latin1', 0, 256))) {
    throw refuseKind(
      '这其实是一个网页文件，不是表格（有的银行把网页存成 .xls）。请用 WPS 或 Excel 打开，另存为 XLSX 后再导入。',
    );
  }
  const binary = starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 0x50, 0x4e, 0x47);
  if (binary) throw refuseKind('这是图片，软件不从图片里读数。请导入 CSV 或 XLSX 账单。');
  return 'text';
}

async function textRows(bytes: Buffer, pace: Pace): Promise<{ rows: GridRow[]; notes: string[] }> {
  const { text, notes } = await decodeText(bytes, pace);
  const rows: GridRow[] = [];
  for (const row of csvRows(text, delimiterOf(text))) {
    if (rows.length >= LIMITS.rows) throw tooManyRows();
    rows.push(row);
    if (rows.length % 500 === 0) await pace();
  }
  const last = rows.at(-1);
  const widest = rows.reduce((n, r) => Math.max(n, r.cells.length), 0);
  const cut = !/[\r\n]\s*$/.test(text.slice(-64)) && last && last.cells.length > 1;
  if (cut && last.cells.length < widest - 1) {
    notes.push(`文件末尾（第 ${last.n} 行）不完整，可能没有下载完；请重新下载后核对。`);
  }
  return { rows, notes };
}

/** The sheet that holds the table; a workbook may begin with a cover sheet. */
async function sheetRows(
  bytes: Buffer,
  fileName: string,
  pace: Pace,
): Promise<{ rows: GridRow[]; notes: string[] }> {
  const sheets = await readWorkbook(bytes, pace);
  const first = sheets[0];
  if (!first) throw refuseKind('这个表格里没有内容，没有导入。请重新导出账单。');
  const best = sheets.find((s) => recognise(s.rows.slice(0, 300), fileName).mapping) ?? first;
  const others = sheets.filter(
    (s) => s !== best && recognise(s.rows.slice(0, 300), fileName).mapping,
  );
  const notes =
    others.length > 0
      ? [
          `文件里还有 ${others.length} 张工作表（${others.map((s) => s.name).join('、')}）像账单，这次只读了“${best.name}”。`,
        ]
      : [];
  return { rows: best.rows, notes };
}

/** Rows and layout of a file. @throws AppError with what to do. */
export async function readGrid(
  bytes: Buffer,
  fileName: string,
  pace: Pace,
): Promise<StatementGrid> {
  const kind = assertKind(bytes);
  const { rows, notes } =
    kind === 'xlsx' ? await sheetRows(bytes, fileName, pace) : await textRows(bytes, pace);
  return { rows, notes, found: recognise(rows.slice(0, 300), fileName) };
}

/** The words of a head row, by which a mapping is remembered. */
export function signatureAt(rows: readonly GridRow[], headRow: number): string {
  return signatureOf(rows.find((r) => r.n === headRow)?.cells ?? []);
}

/** Reads all entries, pausing between stretches of rows. */
export async function readEntries(
  grid: StatementGrid,
  mapping: Mapping,
  source: Source,
  pace: Pace,
): Promise<ParsedStatement> {
  const reading = readStatement(grid.rows, mapping, source);
  for (;;) {
    const step = reading.next();
    if (step.done) {
      step.value.report.notes.unshift(...grid.notes);
      return step.value;
    }
    await pace();
  }
}
