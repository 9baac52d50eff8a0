/** A rate the way the paper writes it: a number and its unit, as one question. */
import { Button, Input, Select, Space } from 'antd';
import { agreedRateText, parseRate, type RateReading } from '../../shared/law/rate.ts';
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

const NUMBER = /^\d{1,3}(\.\d{1,6})?$/;
const PERIODS = ['year', 'month', 'day'] as const;

/** The same rate by the year, when it is agreed by the month or the day: 月利率1.50%（折合年利率18.00%）. */
function yearly(value: string, per: string): string {
  const period = PERIODS.find((p) => p === per);
  if (!NUMBER.test(value) || per === 'year') return '';
  if (period) return agreedRateText({ percent: value, per: period });
  if (per !== 'tenThousandthPerDay') return '';
  const read = parseRate(`日万分之${value}`);
  return read.ok ? read.reading.label : '';
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
  // 月息1分5厘 typed as the paper has it: read, and the words kept as 原文.
  const take = (reading: RateReading, words: string) =>
    f.set({
      ...rate,
      value: reading.rate.percent,
      per: reading.rate.per,
      wording: rate?.wording || words,
    });
  const left = (typed: string) => {
    const neat = percentText(typed);
    const read = neat === '' || NUMBER.test(neat) ? null : parseRate(typed);
    if (read?.ok) take(read.reading, typed.trim());
    else if (neat !== (rate?.value ?? '')) write(neat, per);
    f.left();
  };
  const typed = rate?.value ?? '';
  const read = typed === '' || NUMBER.test(typed) ? null : parseRate(typed);
  const readings = f.problem && read && !read.ok ? read.alternatives : [];
  const problem =
    f.problem && read && !read.ok ? { ...f.problem, message: read.message } : f.problem;
  const says = yearly(typed, per);
  const extra = (
    <>
      {readings.length > 0 ? (
        <div className="rate-readings">
          {readings.map((r) => (
            <Button key={r.rate.per} size="small" onClick={() => take(r, typed.trim())}>
              {r.label}
            </Button>
          ))}
        </div>
      ) : null}
      {says ? <div className="field-hint">{says}</div> : null}
    </>
  );
  return (
    <FieldShell {...p} {...f} problem={problem} extra={extra} width={p.width ?? 460} holder={f.ref}>
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
          placeholder={p.placeholder ?? '照借条写，如 月息1分5厘'}
          status={f.problem ? 'error' : ''}
          aria-invalid={f.problem ? true : undefined}
          aria-describedby={describedBy(f.id, p.hint, problem)}
          onChange={(e) => write(e.target.value, per)}
          onBlur={(e) => left(e.target.value)}
        />
      </Space.Compact>
    </FieldShell>
  );
}
