import { z } from 'zod';
import { FieldError } from '../law/field-error.ts';

/**
 * A calculator: a name, the schema of its input and a pure function. The command line and the
 * window's calculators use the same registry.
 */

/** A line of reasoning; every result has at least one. */
export interface CalcExplain {
  text: string;
  article?: string;
}

/** A result: amounts as decimal strings of yuan, rates in percent, dates YYYY-MM-DD. */
export type CalcResult = Record<string, unknown> & { explain: CalcExplain[] };

export interface CalcTopic {
  title: string;
  schema: z.ZodType;
  /**
   * Checks the input and computes.
   * @throws FieldError naming the field and what is allowed.
   */
  run(input: unknown): CalcResult;
}

type Issue = z.core.$ZodIssue;

function keysOf(schema: z.ZodType): string {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).join('、') : '';
}

function toFieldError(issue: Issue, schema: z.ZodType): FieldError {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const allowed = path.length === 0 ? `，可用的字段：${keysOf(schema)}` : '';
    return new FieldError([...path, key].join('.'), `没有这个字段${allowed}`);
  }
  if (path.length === 0) return new FieldError('输入', `应为 JSON 对象，字段：${keysOf(schema)}`);
  return new FieldError(path.join('.'), issue.message);
}

const zh = z.locales.zhCN().localeError;

/** Makes a topic from its schema and its computation. */
export function topic<S extends z.ZodType>(
  title: string,
  schema: S,
  compute: (input: z.output<S>) => CalcResult,
): CalcTopic {
  return {
    title,
    schema,
    run(input) {
      const parsed = schema.safeParse(input, { error: zh });
      if (parsed.success) return compute(parsed.data);
      const issues = parsed.error.issues;
      // A misspelt field explains a missing one, so it is told first.
      const first = issues.find((i) => i.code === 'unrecognized_keys') ?? issues[0];
      throw first ? toFieldError(first, schema) : new FieldError('输入', '无法识别');
    },
  };
}
