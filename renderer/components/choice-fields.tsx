/** Fields that choose among given answers. */
import { Checkbox, Radio, Select } from 'antd';
import { describedBy, FieldShell } from './field-shell.tsx';
import type { Option } from './option.ts';
import { type FieldProps, useField } from './use-field.ts';

export type { Option } from './option.ts';

interface ChoiceProps extends FieldProps {
  options: readonly Option[];
  /** What an untouched document means (the schema's default). */
  fallback?: string;
}

/** A short list of answers, all visible. `emptyAs`: what the answer '' is written as (null where the document has no answer). */
export function RadioField(p: ChoiceProps & { vertical?: boolean; emptyAs?: null }) {
  const f = useField(p.path, p.label);
  return (
    <FieldShell {...p} {...f} group holder={f.ref}>
      <Radio.Group
        value={f.value ?? p.fallback}
        disabled={p.disabled ?? false}
        className={p.vertical ? 'radio-column' : 'radio-row'}
        onChange={(e) => {
          f.set(e.target.value === '' && p.emptyAs === null ? null : e.target.value);
          f.left();
        }}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
      >
        {p.options.map((o) => (
          <Radio key={o.value} value={o.value}>
            {o.label}
            {o.note ? <span className="option-note">{o.note}</span> : null}
          </Radio>
        ))}
      </Radio.Group>
    </FieldShell>
  );
}

/** A longer list of answers. Clearing writes null where `clearable`. */
export function SelectField(p: ChoiceProps & { clearable?: boolean }) {
  const f = useField(p.path, p.label);
  const value = typeof f.value === 'string' && f.value !== '' ? f.value : p.fallback;
  return (
    <FieldShell {...p} {...f} width={p.width ?? 460} holder={f.ref}>
      <Select
        id={f.id}
        {...(value === undefined ? {} : { value })}
        disabled={p.disabled ?? false}
        placeholder={p.placeholder ?? '请选择'}
        allowClear={p.clearable ?? false}
        autoFocus={p.autoFocus ?? false}
        showSearch={p.options.length > 8 ? { optionFilterProp: 'label' } : false}
        options={p.options.map((o) => ({ value: o.value, label: o.label }))}
        status={f.problem ? 'error' : ''}
        aria-label={p.label}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
        style={{ width: '100%' }}
        onChange={(v) => f.set(v ?? null)}
        onBlur={f.left}
      />
    </FieldShell>
  );
}

/** Several records chosen by id (an array of ids in the document). */
export function ManyField(p: ChoiceProps) {
  const f = useField(p.path, p.label);
  const value = Array.isArray(f.value) ? (f.value as string[]) : [];
  return (
    <FieldShell {...p} {...f} holder={f.ref}>
      <Select
        id={f.id}
        mode="multiple"
        value={value}
        disabled={p.disabled ?? false}
        placeholder={p.placeholder ?? '可选多项'}
        showSearch={{ optionFilterProp: 'label' }}
        options={p.options.map((o) => ({ value: o.value, label: o.label }))}
        aria-label={p.label}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
        style={{ width: '100%' }}
        onChange={(v: string[]) => f.set(v)}
        onBlur={f.left}
      />
    </FieldShell>
  );
}

/** A statement that is true or not. */
export function CheckField(p: FieldProps & { fallback?: boolean }) {
  const f = useField(p.path, p.label);
  const checked = typeof f.value === 'boolean' ? f.value : (p.fallback ?? false);
  return (
    <div className="field field-check" data-path={p.path} ref={f.ref}>
      <Checkbox
        id={f.id}
        checked={checked}
        disabled={p.disabled ?? false}
        onChange={(e) => f.set(e.target.checked)}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
      >
        {p.label}
      </Checkbox>
      {p.hint ? (
        <div className="field-hint" id={`${f.id}-hint`}>
          {p.hint}
        </div>
      ) : null}
    </div>
  );
}

const triOptions = [
  { value: true, label: '是' },
  { value: false, label: '否' },
  { value: 'open', label: '还没定' },
] as const;

/** Yes, no, or not answered (null): for questions the law wants answered, never ticked silently. */
export function YesNoField(p: FieldProps & { openLabel?: string }) {
  const f = useField(p.path, p.label);
  const value = typeof f.value === 'boolean' ? f.value : 'open';
  return (
    <FieldShell {...p} {...f} group holder={f.ref}>
      <Radio.Group
        value={value}
        disabled={p.disabled ?? false}
        onChange={(e) => f.set(e.target.value === 'open' ? null : e.target.value)}
        aria-describedby={describedBy(f.id, p.hint, f.problem)}
      >
        {triOptions.map((o) => (
          <Radio key={String(o.value)} value={o.value}>
            {o.value === 'open' ? (p.openLabel ?? o.label) : o.label}
          </Radio>
        ))}
      </Radio.Group>
    </FieldShell>
  );
}
