/** The case in enforcement, changed at will, and what its papers say or refuse. */
import type { CaseDocument } from '../../shared/case/case.ts';
import { paperText } from '../../templates/paper.ts';
import { enforcing } from '../fixtures/enforcing.ts';
import { build, contextOf, missing } from './paper-context.ts';

const TODAY = '2026-10-26';
export const running = (change: (d: CaseDocument) => void = () => undefined, today = TODAY) =>
  contextOf((d) => {
    enforcing(d);
    change(d);
  }, today);
export const text = (id: string, x = running()) => paperText(build(id, x)).join('\n');
export const blocks = (id: string, x = running()) =>
  missing(id, x).filter((m) => m.level === 'blocking');
export const blockedAt = (id: string, x: ReturnType<typeof running>) =>
  blocks(id, x).map((m) => m.path);
export const warned = (id: string, x = running()) =>
  missing(id, x)
    .filter((m) => m.level === 'warning')
    .map((m) => m.message)
    .join('\n');
/** Answers to one paper's questions, on top of the fixture's. */
export const answer = (id: string, values: Record<string, string | boolean | string[]>) =>
  running((d) => {
    d.choices = { ...d.choices, [id]: { ...d.choices?.[id], ...values } };
  });
