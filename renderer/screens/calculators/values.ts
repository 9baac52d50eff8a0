/** A calculator's form state, and how it becomes the topic's input. */
import { halfWidth } from '../../../shared/text/normalise.ts';
import { dateText, moneyText, percentText } from '../../components/normalise.ts';
import type { FieldSpec } from './spec.ts';

export type RowValues = Record<string, string>;
export type Values = Record<string, string | boolean | RowValues[]>;

/** A blank row of a list. */
export function blankRow(spec: FieldSpec, today: string): RowValues {
  return Object.fromEntries((spec.columns ?? []).map((c) => [c.key, startOf(c, today)]));
}

function startOf(f: FieldSpec, today: string): string {
  return f.start === 'today' ? today : typeof f.start === 'string' ? f.start : '';
}

/** The form as it opens. */
export function startValues(fields: readonly FieldSpec[], today: string): Values {
  return Object.fromEntries(
    fields.map((f): [string, Values[string]] => {
      if (f.kind === 'rows') {
        // A list that may not be empty opens with one row.
        return [f.key, f.key === 'tranches' ? [blankRow(f, today)] : []];
      }
      if (f.kind === 'flag') return [f.key, f.start === true];
      return [f.key, startOf(f, today)];
    }),
  );
}

/** Text as the topic wants it; undefined when left empty. */
function one(f: FieldSpec, raw: string): unknown {
  const text = raw.trim();
  if (text === '') return undefined;
  if (f.kind === 'money') return moneyText(text);
  if (f.kind === 'percent') return percentText(text);
  if (f.kind === 'date') return dateText(text);
  if (f.kind === 'count') {
    const n = halfWidth(text);
    return /^-?\d{1,6}$/.test(n) ? Number(n) : n;
  }
  return text;
}

function put(into: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) return;
  const [head = '', ...rest] = key.split('.');
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const inner = (into[head] ?? {}) as Record<string, unknown>;
  into[head] = inner;
  put(inner, rest.join('.'), value);
}

/** Rates are asked as a number and a unit; without a number there is no rate. */
function dropEmptyRates(input: Record<string, unknown>): void {
  for (const key of ['rate', 'overdueRate']) {
    const rate = input[key] as { percent?: string } | undefined;
    if (rate && rate.percent === undefined) input[key] = null;
  }
}

export interface BuiltInput {
  input: Record<string, unknown>;
  /** Something required is still empty: nothing is computed yet. */
  waiting: boolean;
}

/** The topic's input from the form. */
export function buildInput(
  topic: string,
  fields: readonly FieldSpec[],
  values: Values,
): BuiltInput {
  const input: Record<string, unknown> = {};
  let waiting = false;
  for (const f of fields) {
    const value = values[f.key];
    if (f.kind === 'rows') {
      const rows = Array.isArray(value) ? value : [];
      const built = rows.map((row) => {
        const record: Record<string, unknown> = {};
        for (const c of f.columns ?? []) {
          const v = one(c, row[c.key] ?? '');
          if (v === undefined && !c.optional) waiting = true;
          put(record, c.key, v);
        }
        return record;
      });
      put(input, f.key, built);
    } else if (f.kind === 'flag') {
      put(input, f.key, value === true);
    } else {
      const v = one(f, typeof value === 'string' ? value : '');
      if (v === undefined && !f.optional) waiting = true;
      put(input, f.key, v);
    }
  }
  if (topic === 'interest') {
    dropEmptyRates(input);
    input.due ??= null;
    input.rate ??= null;
  }
  return { input, waiting };
}
