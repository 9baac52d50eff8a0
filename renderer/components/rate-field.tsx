/** A rate the way the paper writes it: a number and its unit, as one question. */
import { Input, Select, Space } from 'antd';
import { describedBy, FieldShell } from './field-shell.tsx';
import { percentText } from './normalise.ts';
import { type FieldProps, useField } from './use-field.ts';

const units = [
  { value: 'year', label: '年利率', unit: '%', says: '每年' },
  { value: 'month', label: '月利率（月息几分）', unit: '%', says: '每月' },
  { value: 'day', label: '日利率', unit: '%', says: '每日' },
  { value: 'tenThousandthPerDay', label: '日万分之几', unit: '‱', says: '每日' },
  { value: 'lprMultiple', label: '一年期 LPR 的倍数', unit: '倍', says: '' },
] as const;

interface RateDocument {
  value?: string;
  per?: string;
  wording?: string;
  clause?: string;
}

/** Binds `{ value, per, … }` or null at `path`. Emptying the number clears the rate unless words are kept. */
export function RateField(p: FieldProps) {
  const f = useField(p.path, p.label);
  const rate = (f.value ?? null) as RateDocument | null;
  const per = rate?.per ?? 'year';
  const unit = units.find((u) => u.value === per)?.unit ?? '%';
  const write = (value: string, nextPer: string) => {
    if (value === '' && !rate?.wording && !rate?.clause && nextPer === per) f.set(null);
    else f.set({ ...rate, value, per: nextPer });
  };
  return (
    <FieldShell {...p} {...f} width={p.width ?? 460} holder={f.ref}>
      <Space.Compact block>
        <Select
          aria-label={`${p.label}的单位`}
          value={per}
          disabled={p.disabled ?? false}
          style={{ width: 200, flex: 'none' }}
          options={units.map(({ value, label }) => ({ value, label }))}
          onChange={(v) => write(rate?.value ?? '', v)}
        />
        <Input
          id={f.id}
          value={rate?.value ?? ''}
          suffix={unit}
          disabled={p.disabled ?? false}
          inputMode="decimal"
          className="input-amount"
          placeholder={p.placeholder ?? (per === 'month' ? '月息 2 分填 2' : '例如 12')}
          status={f.problem ? 'error' : ''}
          aria-invalid={f.problem ? true : undefined}
          aria-describedby={describedBy(f.id, p.hint, f.problem)}
          onChange={(e) => write(e.target.value, per)}
          onBlur={(e) => {
            const neat = percentText(e.target.value);
            if (neat !== (rate?.value ?? '')) write(neat, per);
            f.left();
          }}
        />
      </Space.Compact>
    </FieldShell>
  );
}
