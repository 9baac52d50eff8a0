/** Label, control, grey line and error line of one field. */
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/case/parse.ts';
import { FieldHint } from './hint.tsx';

export interface ShellProps {
  id: string;
  label: string;
  path: string;
  hint?: ReactNode;
  required?: boolean;
  problem?: Problem | undefined;
  advice?: string | undefined;
  width?: number | string | undefined;
  /** For radio and checkbox groups: a group label instead of a label for one control. */
  group?: boolean;
  extra?: ReactNode;
  holder: React.RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

/** ids of the describing lines, for `aria-describedby`. */
export const describedBy = (id: string, hint: unknown, problem: unknown): string | undefined =>
  [problem ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;

export function FieldShell(p: ShellProps) {
  const label = (
    <>
      {p.label}
      {p.required ? (
        <span className="field-required" aria-hidden="true">
          必填
        </span>
      ) : null}
    </>
  );
  return (
    <div
      className={p.problem ? 'field field-bad' : 'field'}
      data-path={p.path}
      ref={p.holder}
      {...(p.group ? { role: 'group', 'aria-labelledby': `${p.id}-label` } : {})}
    >
      {p.group ? (
        <div className="field-label" id={`${p.id}-label`}>
          {label}
        </div>
      ) : (
        <label className="field-label" htmlFor={p.id} id={`${p.id}-label`}>
          {label}
        </label>
      )}
      <div style={p.width === undefined ? undefined : { maxWidth: p.width }}>{p.children}</div>
      {p.problem ? (
        <div className="field-error" id={`${p.id}-error`} role="alert">
          {p.problem.message}
        </div>
      ) : null}
      {p.advice ? <div className="field-advice">{p.advice}</div> : null}
      {p.extra}
      {p.hint ? <FieldHint id={`${p.id}-hint`}>{p.hint}</FieldHint> : null}
    </div>
  );
}
