/** The questions of one paper or pack, beside it; written to `choices.<id>.<key>` as they are answered. */
import { Checkbox, Input, Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { PaperChoice, PaperSummary } from '../../../shared/api.ts';
import { describedBy, FieldShell } from '../../components/field-shell.tsx';
import { CheckField, DateField, MoneyField, SelectField } from '../../components/fields.tsx';
import { FieldMessages, useField } from '../../components/use-field.ts';

interface Props {
  /** Paper id, or `pack-…`. */
  owner: string;
  choices: readonly PaperChoice[];
  missing: PaperSummary['missing'];
}

export function ChoiceForm({ owner, choices, missing }: Props) {
  const messages = useMemo(
    () =>
      new Map(
        [...missing]
          .reverse()
          .map((m) => [m.path, { message: m.message, advice: m.level === 'warning' }]),
      ),
    [missing],
  );
  const pathOf = (choice: PaperChoice) => `choices.${owner}.${choice.key}`;
  const asked = new Set(missing.filter((m) => m.level === 'blocking').map((m) => m.path));
  return (
    <FieldMessages.Provider value={messages}>
      <div className="choice-form">
        {choices.map((choice) => (
          <ChoiceField
            key={pathOf(choice)}
            path={pathOf(choice)}
            choice={choice}
            needed={asked.has(pathOf(choice))}
          />
        ))}
      </div>
    </FieldMessages.Provider>
  );
}

interface OneProps {
  path: string;
  choice: PaperChoice;
  /** The paper cannot be exported without it. */
  needed: boolean;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function ChoiceField({ path, choice, needed }: OneProps) {
  const shared = {
    path,
    label: choice.label,
    ...(choice.hint === undefined ? {} : { hint: choice.hint }),
  };
  switch (choice.kind) {
    case 'date':
      return <DateField {...shared} required={needed} emptyAs="" width="100%" />;
    case 'money':
      return <MoneyField {...shared} required={needed} emptyAs="" width="100%" />;
    case 'flag':
      return <CheckField {...shared} fallback={choice.default === true} />;
    case 'select':
      return (choice.options ?? []).length > 4 ? (
        <SelectField
          {...shared}
          options={choice.options ?? []}
          fallback={asText(choice.default)}
          width="100%"
        />
      ) : (
        <OneOf path={path} choice={choice} needed={needed} />
      );
    case 'multi':
      return <Several path={path} choice={choice} needed={needed} />;
    case 'list':
      return <Lines path={path} choice={choice} needed={needed} />;
    default:
      return <Words path={path} choice={choice} needed={needed} />;
  }
}

/** One line or a paragraph; untouched it shows what the paper says by itself. */
function Words({ path, choice, needed }: OneProps) {
  const f = useField(path, choice.label);
  const value = asText(f.value ?? choice.default);
  const shared = {
    id: f.id,
    value,
    status: f.problem ? ('error' as const) : ('' as const),
    'aria-invalid': f.problem ? true : undefined,
    'aria-required': needed ? true : undefined,
    'aria-describedby': describedBy(f.id, choice.hint, f.problem),
    onBlur: f.left,
  };
  return (
    <FieldShell
      {...f}
      path={path}
      label={choice.label}
      hint={choice.hint}
      required={needed}
      holder={f.ref}
    >
      {choice.kind === 'paragraph' ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={(e) => f.set(e.target.value)}
        />
      ) : (
        <Input {...shared} onChange={(e) => f.set(e.target.value)} />
      )}
    </FieldShell>
  );
}

/** One of a few answers, all visible. */
function OneOf({ path, choice, needed }: OneProps) {
  const f = useField(path, choice.label);
  return (
    <FieldShell
      {...f}
      path={path}
      label={choice.label}
      hint={choice.hint}
      required={needed}
      group
      holder={f.ref}
    >
      <Radio.Group
        className="radio-column"
        value={asText(f.value ?? choice.default)}
        aria-describedby={describedBy(f.id, choice.hint, f.problem)}
        onChange={(e) => {
          f.set(e.target.value);
          f.left();
        }}
      >
        {(choice.options ?? []).map((o) => (
          <Radio key={o.value} value={o.value}>
            {o.label}
          </Radio>
        ))}
      </Radio.Group>
    </FieldShell>
  );
}

/** Any number of given answers, kept in the order they are offered. */
function Several({ path, choice, needed }: OneProps) {
  const f = useField(path, choice.label);
  const options = choice.options ?? [];
  return (
    <FieldShell
      {...f}
      path={path}
      label={choice.label}
      hint={choice.hint}
      required={needed}
      group
      holder={f.ref}
    >
      <Checkbox.Group
        className="check-column"
        value={asList(f.value ?? choice.default)}
        options={options.map((o) => ({ value: o.value, label: o.label }))}
        onChange={(picked) => {
          f.set(options.map((o) => o.value).filter((v) => picked.includes(v)));
          f.left();
        }}
      />
    </FieldShell>
  );
}

/** Lines of text, one an entry; empty lines go when the field is left. */
function Lines({ path, choice, needed }: OneProps) {
  const f = useField(path, choice.label);
  const stored = asList(f.value ?? choice.default).join('\n');
  const [typed, setTyped] = useState<string | null>(null);
  const entries = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  return (
    <FieldShell
      {...f}
      path={path}
      label={choice.label}
      hint={choice.hint}
      required={needed}
      holder={f.ref}
    >
      <Input.TextArea
        id={f.id}
        value={typed ?? stored}
        autoSize={{ minRows: 2, maxRows: 12 }}
        placeholder="一行一项"
        status={f.problem ? 'error' : ''}
        aria-invalid={f.problem ? true : undefined}
        aria-required={needed ? true : undefined}
        aria-describedby={describedBy(f.id, choice.hint, f.problem)}
        onFocus={() => setTyped(stored)}
        onChange={(e) => {
          setTyped(e.target.value);
          f.set(entries(e.target.value));
        }}
        onBlur={() => {
          setTyped(null);
          f.left();
        }}
      />
    </FieldShell>
  );
}
