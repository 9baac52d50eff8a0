/** What every field shares: its value in the document, its problem, and when to show it. */
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../../shared/case/parse.ts';
import { flush, useCase, useValue } from '../state/case-store.ts';
import { focusDone, useRoute } from '../state/navigation.ts';

export interface FieldProps {
  /** Dotted path in the case document. */
  path: string;
  label: string;
  /** One grey line: why the court wants it, and what happens if it is left empty. */
  hint?: React.ReactNode;
  /** Marked 必填; emptied, it stays an empty string and says so. Otherwise emptied means null or ''. */
  required?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  width?: number | string;
  /** Stands under the control: advice, a button that fills it in. */
  extra?: React.ReactNode;
}

export interface FieldState {
  id: string;
  value: unknown;
  /** Value as typed; '' when there is none. */
  text: string;
  /** Shown after the field was left once, or at once when it held a value on arrival. */
  problem: Problem | undefined;
  /** What a paper only advises here: no error, shown when a problem would be. */
  advice: string | undefined;
  set(value: unknown): void;
  left(): void;
  ref: React.RefObject<HTMLDivElement | null>;
}

/** Messages from elsewhere than the case's own schema, by path: a paper's checks of its own questions. */
export const FieldMessages = createContext<
  ReadonlyMap<string, { message: string; advice: boolean }>
>(new Map());

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Binds a field to the document. */
export function useField(path: string, label: string): FieldState {
  const id = useId();
  const value = useValue(path);
  const { problemAt, problems, update } = useCase();
  const route = useRoute();
  const [wasLeft, setLeft] = useState(asText(value) !== '');
  const ref = useRef<HTMLDivElement | null>(null);
  const asked = route.focus === path;

  useEffect(() => {
    if (!asked) return;
    if (!route.quiet) setLeft(true);
    const holder = ref.current;
    const control = holder?.querySelector<HTMLElement>(
      'input:not([tabindex="-1"]), textarea, select, button, [tabindex="0"]',
    );
    holder?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
    focusDone(route.request);
  }, [asked, route.request, route.quiet]);

  const told = useContext(FieldMessages).get(path);
  const found =
    problemAt(path) ??
    problems.find((p) => p.path.startsWith(`${path}.`)) ??
    (told === undefined || told.advice
      ? undefined
      : { level: 'error' as const, path, message: told.message });
  const empty = value === undefined || value === null || value === '';
  const problem =
    wasLeft && found
      ? empty && value === '' && told === undefined
        ? { ...found, message: `请填写${label}` }
        : found
      : undefined;
  return {
    id,
    value,
    text: asText(value),
    problem,
    advice: wasLeft && found === undefined && told?.advice ? told.message : undefined,
    set: (next) => update(path, next, `修改${label}`),
    left: () => {
      setLeft(true);
      void flush();
    },
    ref,
  };
}
