/** Options of the commands: what is given, checked, with the mistake named in Chinese. */
import { parseArgs } from 'node:util';
import type { PaperFormat } from '../papers/paper-set.ts';
import { UsageError } from './command.ts';

type Kind = 'boolean' | 'string';
type Values<T extends Record<string, Kind>> = {
  [K in keyof T]?: T[K] extends 'boolean' ? boolean : string;
};

export interface Given<T extends Record<string, Kind>> {
  words: string[];
  options: Values<T>;
}

/**
 * Splits the words after a command into words and options (`--name`, `--name VALUE`, `--name=VALUE`).
 * @throws UsageError on an unknown option, a value left out or given where none belongs, or another
 * number of words than `words` names
 */
export function readArgs<T extends Record<string, Kind>>(
  args: readonly string[],
  words: readonly string[],
  kinds: T,
): Given<T> {
  const allowed = Object.keys(kinds).map((name) => `--${name}`);
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]));
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: string[] = [];
  const values: Record<string, string | boolean> = {};
  for (const token of tokens ?? []) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (!kind) {
      const known = allowed.length > 0 ? `，可用的有：${allowed.join(' ')}` : '';
      throw new UsageError(`${token.rawName}: 没有这个选项${known}`);
    }
    if (kind === 'string' && token.value === undefined) {
      throw new UsageError(`--${token.name}: 后面要写一个值`);
    }
    if (kind === 'boolean' && token.value !== undefined) {
      throw new UsageError(`--${token.name}: 后面不写值`);
    }
    values[token.name] = token.value ?? true;
  }
  if (given.length < words.length) throw new UsageError(`${words[given.length]}: 没有给出`);
  if (given.length > words.length) throw new UsageError(`多余的内容：${given[words.length]}`);
  return { words: given, options: values as Values<T> };
}

/** A day given as an option. @throws UsageError */
export function dayOption(name: string, value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value);
  if (real) return value;
  throw new UsageError(`--${name}: “${value}”不是日期，应为 YYYY-MM-DD，例如 2026-03-16`);
}

const formats: readonly PaperFormat[] = ['docx', 'pdf'];

/** `--format docx,pdf`; both when it is left out. @throws UsageError */
export function readFormats(text: string | undefined): PaperFormat[] {
  if (text === undefined) return [...formats];
  return text.split(',').map((given) => {
    const known = formats.find((f) => f === given.trim());
    if (known) return known;
    throw new UsageError(`--format: 没有“${given}”这种格式，可用的有：${formats.join(',')}`);
  });
}

/** Today in China, where the papers are filed. */
export function todayInChina(now = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
