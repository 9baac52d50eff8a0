import { FieldError } from '../law/field-error.ts';
import { feeTopics } from './fee-topics.ts';
import { interestTopics } from './interest-topics.ts';
import { periodTopics } from './period-topics.ts';
import { textTopics } from './text-topics.ts';
import type { CalcResult, CalcTopic } from './topic.ts';

/** Every calculator by name; the command line's `calc` and the window's calculators both use it. */
export const calcTopics: Readonly<Record<string, CalcTopic>> = {
  ...feeTopics,
  ...textTopics,
  ...periodTopics,
  ...interestTopics,
};

export const calcTopicNames: readonly string[] = Object.keys(calcTopics);

/** A topic by its name; undefined for an unknown name. */
export function calcTopic(name: string): CalcTopic | undefined {
  return Object.hasOwn(calcTopics, name) ? calcTopics[name] : undefined;
}

export type CalcReply =
  | { ok: true; result: CalcResult }
  | { ok: false; field: string; message: string };

/** Runs a topic and turns bad input into its field and message. Other errors are faults and pass. */
export function runCalc(topic: CalcTopic, input: unknown): CalcReply {
  try {
    return { ok: true, result: topic.run(input) };
  } catch (e) {
    if (e instanceof FieldError) return { ok: false, field: e.field, message: e.message };
    throw e;
  }
}
