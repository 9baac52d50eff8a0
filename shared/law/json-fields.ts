import { isIsoDate, MAX_FEN } from '../case/fields.ts';
import { FieldError } from './field-error.ts';

/** Readers of plain JSON input: each refuses with the field's path and what is allowed. */

export type JsonObject = Record<string, unknown>;

/** An object with no field but the allowed ones. */
export function objectAt(value: unknown, path: string, allowed: readonly string[]): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FieldError(path || 'input', '应为一个 JSON 对象');
  }
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      const at = path ? `${path}.${key}` : key;
      throw new FieldError(at, `没有名为“${key}”的字段，可用的字段：${allowed.join('、')}`);
    }
  }
  return value as JsonObject;
}

export function listAt(value: unknown, path: string): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new FieldError(path, '应为数组，例如 []');
  return value;
}

export function dateAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || !isIsoDate(value)) {
    throw new FieldError(path, '应为真实存在的日期，格式 YYYY-MM-DD，例如 2026-03-16');
  }
  return value;
}

export function optionalDateAt(value: unknown, path: string): string | null {
  return value === undefined || value === null ? null : dateAt(value, path);
}

/** "300000.00" → fen. Numbers are refused: an amount is text, so that no cent is lost on the way. */
export function moneyAt(value: unknown, path: string, least: 0 | 1 = 0): number {
  const m = typeof value === 'string' ? /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(value) : null;
  const fen = m ? Number(m[1]) * 100 + Number((m[2] ?? '').padEnd(2, '0')) : -1;
  if (fen < least || fen > MAX_FEN) {
    const range = least === 1 ? '大于 0' : '不小于 0';
    throw new FieldError(path, `应为${range}、最多两位小数的金额文本，例如 "300000.00"`);
  }
  return fen;
}

export function booleanAt(value: unknown, path: string, fallback?: boolean): boolean {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'boolean') throw new FieldError(path, '应为 true 或 false');
  return value;
}

export function choiceAt<T extends string>(
  value: unknown,
  path: string,
  choices: readonly T[],
  fallback?: T,
): T {
  if (value === undefined && fallback !== undefined) return fallback;
  if (!choices.includes(value as T)) {
    throw new FieldError(path, `应为以下之一：${choices.join('、')}`);
  }
  return value as T;
}
