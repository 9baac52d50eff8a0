/** Inputs of a calculator; they hold plain text and belong to no case. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { FieldHint } from '../../components/index.ts';
import { dateText, moneyShown, moneyText, percentText } from '../../components/normalise.ts';
import type { FieldSpec } from './spec.ts';
import { blankRow, type RowValues, type Values } from './values.ts';

const UNITS: Partial<Record<FieldSpec['kind'], string>> = { money: '元', percent: '%' };

function neat(kind: FieldSpec['kind'], text: string): string {
  if (text.trim() === '') return '';
  if (kind === 'money') return moneyShown(moneyText(text));
  if (kind === 'date') return dateText(text);
  if (kind === 'percent') return percentText(text);
  return text.trim();
}

interface OneProps {
  spec: FieldSpec;
  /** Dotted path within the calculator, for labels and errors. */
  path: string;
  topic: string;
  value: string;
  error: string;
  onChange(value: string): void;
}

function One({ spec, path, topic, value, error, onChange }: OneProps) {
  const id = `calc-${topic}-${path.replaceAll('.', '-')}`;
  const described = [error ? `${id}-error` : '', spec.hint ? `${id}-hint` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field" data-path={`calc.${topic}.${path}`}>
      <label className="field-label" htmlFor={id}>
        {spec.label}
        {spec.optional ? <span className="field-required">可不填</span> : null}
      </label>
      {spec.kind === 'choice' ? (
        <Select
          id={id}
          value={value}
          aria-label={spec.label}
          style={{ width: '100%', maxWidth: 360 }}
          showSearch={(spec.options?.length ?? 0) > 8 ? { optionFilterProp: 'label' } : false}
          options={[...(spec.options ?? [])]}
          onChange={onChange}
        />
      ) : (
        <Input
          id={id}
          value={value}
          style={{ maxWidth: spec.kind === 'text' ? 420 : 280 }}
          className={spec.kind === 'money' || spec.kind === 'percent' ? 'input-amount' : ''}
          suffix={UNITS[spec.kind]}
          inputMode={spec.kind === 'money' || spec.kind === 'percent' ? 'decimal' : 'text'}
          placeholder={spec.placeholder ?? ''}
          status={error ? 'error' : ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(e) => onChange(e.target.value)}
          onBlur={(e) => onChange(neat(spec.kind, e.target.value))}
        />
      )}
      {error ? (
        <div className="field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      ) : null}
      {spec.hint ? <FieldHint id={`${id}-hint`}>{spec.hint}</FieldHint> : null}
    </div>
  );
}

interface Props {
  topic: string;
  fields: readonly FieldSpec[];
  values: Values;
  today: string;
  /** The message for a field, by its path. */
  errorAt(path: string): string;
  onChange(values: Values): void;
}

export function CalcFields({ topic, fields, values, today, errorAt, onChange }: Props) {
  const set = (key: string, value: Values[string]) => onChange({ ...values, [key]: value });
  return (
    <>
      {fields.map((f) => {
        const value = values[f.key];
        if (f.kind === 'rows') {
          const rows = Array.isArray(value) ? value : [];
          return (
            <RowsField
              key={f.key}
              topic={topic}
              spec={f}
              rows={rows}
              today={today}
              errorAt={errorAt}
              onChange={(next) => set(f.key, next)}
            />
          );
        }
        if (f.kind === 'flag') {
          return (
            <div key={f.key} className="field" data-path={`calc.${topic}.${f.key}`}>
              <Checkbox checked={value === true} onChange={(e) => set(f.key, e.target.checked)}>
                {f.label}
              </Checkbox>
            </div>
          );
        }
        return (
          <One
            key={f.key}
            spec={f}
            path={f.key}
            topic={topic}
            value={typeof value === 'string' ? value : ''}
            error={errorAt(f.key)}
            onChange={(v) => set(f.key, v)}
          />
        );
      })}
    </>
  );
}

interface RowsProps {
  topic: string;
  spec: FieldSpec;
  rows: RowValues[];
  today: string;
  errorAt(path: string): string;
  onChange(rows: RowValues[]): void;
}

function RowsField({ topic, spec, rows, today, errorAt, onChange }: RowsProps) {
  return (
    <fieldset className="calc-rows" data-path={`calc.${topic}.${spec.key}`}>
      <legend className="field-label">{spec.label}</legend>
      {rows.map((row, i) => (
        <div key={i} className="calc-row">
          {(spec.columns ?? []).map((c) => (
            <One
              key={c.key}
              spec={c}
              path={`${spec.key}.${i}.${c.key}`}
              topic={topic}
              value={row[c.key] ?? ''}
              error={errorAt(`${spec.key}.${i}.${c.key}`)}
              onChange={(v) => onChange(rows.map((r, k) => (k === i ? { ...r, [c.key]: v } : r)))}
            />
          ))}
          <Button
            type="text"
            aria-label={`删除${spec.label}第${i + 1}行`}
            onClick={() => onChange(rows.filter((_, k) => k !== i))}
          >
            删除
          </Button>
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...rows, blankRow(spec, today)])}>
        {spec.addLabel ?? '加一行'}
      </Button>
    </fieldset>
  );
}
