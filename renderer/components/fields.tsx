/** The text-like fields of every form. All are bound to the case document by `path`. */
import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useToday } from '../state/clock.ts';
import { describedBy, FieldShell } from './field-shell.tsx';
import {
  compactText,
  dateText,
  moneyShown,
  moneyText,
  percentText,
  timeText,
} from './normalise.ts';
import { type FieldProps, useField } from './use-field.ts';

export * from './checked-fields.tsx';
export * from './choice-fields.tsx';
export { RateField } from './rate-field.tsx';
export type { FieldProps } from './use-field.ts';

/** What an emptied field becomes: '' (required or text), null (not known), or the schema's default. */
export type EmptyAs = '' | null | 'default';
const emptied = (as: EmptyAs) => (as === 'default' ? undefined : as);

interface TypedProps extends FieldProps {
  /** Written when the field is emptied. */
  emptyAs?: EmptyAs;
  unit?: ReactNode;
  /** Brings typed text into the file's form on leaving. */
  normalise?: (text: string) => string;
  shown?: (text: string) => string;
  alignRight?: boolean;
  extra?: ReactNode;
  inputMode?: 'decimal' | 'numeric' | 'tel' | 'email' | 'text';
  maxLength?: number;
  /** Advice that waits until the field was left. */
  adviceWhenLeft?: ReactNode;
  /** Called with the neat text when the field is left. */
  onLeft?: (text: string) => void;
}

/** The one-line field the others are made of. */
export function TypedField(p: TypedProps) {
  const f = useField(p.path, p.label);
  const [typing, setTyping] = useState(false);
  const shown = !typing && p.shown ? p.shown(f.text) : f.text;
  const input = useRef<InputRef>(null);
  // Going into the field swaps 300,000.00 for 300000.00, which drops the selection that Tab had made:
  // without it, what is typed would be added to the old figure.
  useLayoutEffect(() => {
    if (typing && p.shown) input.current?.select();
  }, [typing, p.shown]);
  const write = (text: string) =>
    f.set(text === '' ? emptied(p.emptyAs === undefined ? '' : p.emptyAs) : text);
  return (
    <FieldShell {...p} {...f} holder={f.ref} extra={p.extra}>
      <Input
        ref={input}
        id={f.id}
        value={shown}
        autoFocus={p.autoFocus ?? false}
        disabled={p.disabled ?? false}
        {...(p.placeholder === undefined ? {} : { placeholder: p.placeholder })}
        {...(p.maxLength === undefined ? {} : { maxLength: p.maxLength })}
        inputMode={p.inputMode ?? 'text'}
        suffix={p.unit}
        status={f.problem ? 'error' : ''}
        className={p.alignRight ? 'input-amount' : ''}
        aria-invalid={f.problem ? true : undefined}
        aria-required={p.required ? true : undefined}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
        onFocus={() => setTyping(true)}
        onChange={(e) => write(e.target.value)}
        onBlur={(e) => {
          setTyping(false);
          const text = e.target.value;
          const neat = p.normalise ? p.normalise(text) : text.trim();
          if (neat !== f.text) write(neat);
          p.onLeft?.(neat);
          f.left();
        }}
      />
      {typing ? null : p.adviceWhenLeft}
    </FieldShell>
  );
}

/** One line of text. */
export function TextField(p: FieldProps & { maxLength?: number; extra?: ReactNode }) {
  return <TypedField {...p} />;
}

/** Several lines of text. */
export function LongTextField(p: FieldProps & { rows?: number }) {
  const f = useField(p.path, p.label);
  return (
    <FieldShell {...p} {...f} holder={f.ref}>
      <Input.TextArea
        id={f.id}
        value={f.text}
        autoSize={{ minRows: p.rows ?? 3, maxRows: 16 }}
        disabled={p.disabled ?? false}
        {...(p.placeholder === undefined ? {} : { placeholder: p.placeholder })}
        status={f.problem ? 'error' : ''}
        aria-invalid={f.problem ? true : undefined}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
        onChange={(e) => f.set(e.target.value)}
        onBlur={f.left}
      />
    </FieldShell>
  );
}

/** An amount in yuan; `30万` and `300,000` are understood. Nullable unless required. */
export function MoneyField(p: FieldProps & { extra?: ReactNode; emptyAs?: EmptyAs }) {
  return (
    <TypedField
      {...p}
      width={p.width ?? 280}
      emptyAs={p.emptyAs === undefined ? (p.required ? '' : null) : p.emptyAs}
      unit="元"
      inputMode="decimal"
      alignRight
      normalise={(t) => (t.trim() === '' ? '' : moneyText(t))}
      shown={moneyShown}
    />
  );
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

interface DateProps extends FieldProps {
  extra?: ReactNode;
  emptyAs?: EmptyAs;
  /** Of something that has happened: a day ahead of today is asked about, not refused. */
  past?: boolean;
}

/** A day; typed in any usual way or picked from the calendar. Nullable unless required. */
export function DateField(p: DateProps) {
  const f = useField(p.path, p.label);
  const today = useToday();
  const [typing, setTyping] = useState(false);
  const ahead = p.past && !typing && ISO_DAY.test(f.text) && f.text > today;
  const native = useRef<HTMLInputElement | null>(null);
  const empty: EmptyAs = p.emptyAs === undefined ? (p.required ? '' : null) : p.emptyAs;
  const write = (text: string) => f.set(text === '' ? emptied(empty) : text);
  return (
    <FieldShell {...p} {...f} width={p.width ?? 280} holder={f.ref}>
      <Input
        id={f.id}
        value={f.text}
        autoFocus={p.autoFocus ?? false}
        disabled={p.disabled ?? false}
        placeholder={p.placeholder ?? '例如 2026-03-16'}
        inputMode="numeric"
        status={f.problem ? 'error' : ''}
        className="input-date"
        aria-invalid={f.problem ? true : undefined}
        aria-required={p.required ? true : undefined}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
        onChange={(e) => write(e.target.value)}
        onFocus={() => setTyping(true)}
        onBlur={(e) => {
          setTyping(false);
          const neat = dateText(e.target.value);
          if (neat !== f.text) write(neat);
          f.left();
        }}
        suffix={
          <span className="date-suffix">
            <Button
              type="text"
              size="small"
              icon={<CalendarOutlined />}
              aria-label="打开日历"
              aria-describedby={`${f.id}-label`}
              disabled={p.disabled ?? false}
              onClick={() => native.current?.showPicker()}
            />
            <input
              ref={native}
              type="date"
              className="date-native"
              tabIndex={-1}
              aria-hidden="true"
              value={ISO_DAY.test(f.text) ? f.text : ''}
              onChange={(e) => {
                write(e.target.value);
                f.left();
              }}
            />
          </span>
        }
      />
      {ahead ? (
        <div className="field-advice" role="status">
          这一天还没到，请核对年份。
        </div>
      ) : null}
    </FieldShell>
  );
}

/** A clock time; nullable. */
export function TimeField(p: FieldProps) {
  return (
    <TypedField
      {...p}
      width={p.width ?? 160}
      emptyAs={p.required ? '' : null}
      placeholder={p.placeholder ?? '例如 09:30'}
      inputMode="numeric"
      normalise={timeText}
    />
  );
}

/** A percentage as an exact decimal string; nullable unless required. */
export function PercentField(p: FieldProps & { unit?: string; emptyAs?: EmptyAs }) {
  return (
    <TypedField
      {...p}
      width={p.width ?? 200}
      emptyAs={p.emptyAs === undefined ? (p.required ? '' : null) : p.emptyAs}
      unit={p.unit ?? '%'}
      inputMode="decimal"
      alignRight
      normalise={percentText}
    />
  );
}

/** A whole number (copies, pages, days): stored as a number, or as typed while it is none. */
export function CountField(p: FieldProps & { unit?: string; emptyAs?: null | 'default' }) {
  const f = useField(p.path, p.label);
  return (
    <FieldShell {...p} {...f} width={p.width ?? 160} holder={f.ref}>
      <Input
        id={f.id}
        value={f.text}
        disabled={p.disabled ?? false}
        inputMode="numeric"
        {...(p.placeholder === undefined ? {} : { placeholder: p.placeholder })}
        suffix={p.unit}
        className="input-amount"
        status={f.problem ? 'error' : ''}
        aria-invalid={f.problem ? true : undefined}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
        onChange={(e) => {
          const typed = compactText(e.target.value);
          f.set(
            /^\d{1,9}$/.test(typed)
              ? Number(typed)
              : typed === ''
                ? emptied(p.emptyAs ?? null)
                : typed,
          );
        }}
        onBlur={f.left}
      />
    </FieldShell>
  );
}
