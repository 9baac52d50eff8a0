/** A calculator's result in words: main figures, tables, reasons; to copy or print. */
import { Button } from 'antd';
import type { CalcResult } from '../../../shared/calc/topic.ts';
import { dateWords, Notice } from '../../components/index.ts';
import { moneyShown } from '../../components/normalise.ts';
import { copyText } from '../../state/clipboard.ts';
import { say, sayError } from '../../state/feedback.ts';
import { CHOICE_WORDS, LABELS, MAIN, TABLES } from './words.ts';

type Cell = string | number | boolean | null | undefined;

/** A value as people read it: amounts grouped, days in words, yes and no. */
function shown(key: string, value: Cell): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value === null || value === undefined) return '';
  const text = String(value);
  if (/^-?\d+\.\d{2}$/.test(text) && MAIN.money.has(key)) return `${moneyShown(text)} 元`;
  if (MAIN.percent.has(key)) return `${text}%`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dateWords(text);
  return CHOICE_WORDS[text] ?? text;
}

interface Line {
  label: string;
  text: string;
}

function lines(result: CalcResult): Line[] {
  return Object.entries(LABELS).flatMap(([key, label]): Line[] => {
    const value = result[key];
    if (value === undefined || value === null || value === '') return [];
    if (key === 'penalty' && value === '0.00') return [];
    if (Array.isArray(value)) {
      const words = value.filter((v): v is string => typeof v === 'string');
      return words.length > 0 ? [{ label, text: words.join('；') }] : [];
    }
    if (typeof value === 'object') {
      const rolled = value as { date?: string };
      return rolled.date ? [{ label, text: dateWords(rolled.date) }] : [];
    }
    return [{ label, text: shown(key, value as Cell) }];
  });
}

function asText(title: string, result: CalcResult): string {
  return [
    title,
    ...lines(result).map((l) => `${l.label}：${l.text}`),
    '',
    ...result.explain.map((e) => `${e.text}${e.article ? `（${e.article}）` : ''}`),
  ].join('\n');
}

export function CalcResultView({ title, result }: { title: string; result: CalcResult }) {
  const warnings = Array.isArray(result.warnings)
    ? (result.warnings as { text: string; article?: string }[])
    : [];
  return (
    <section className="calc-result" aria-label="结果" aria-live="polite">
      <dl className="calc-lines">
        {lines(result).map((l, i) => (
          <div key={l.label} className={i === 0 ? 'calc-line calc-first' : 'calc-line'}>
            <dt>{l.label}</dt>
            <dd>{l.text}</dd>
          </div>
        ))}
      </dl>
      {warnings.map((w) => (
        <Notice key={w.text} tone="attention">
          {w.text}
          {w.article ? <span className="law-ref">{w.article}</span> : null}
        </Notice>
      ))}
      {TABLES.map((t) => {
        const rows = result[t.key];
        // The other ways to write an amount are words, the other readings of a sum are rows.
        if (!Array.isArray(rows) || typeof rows[0] !== 'object') return null;
        const columns = t.columns.filter((c) => rows.some((r) => r[c.key] !== undefined));
        return (
          <div key={t.key} className="table-scroll">
            <table className="plain-table" aria-label={t.title}>
              <caption>{t.title}</caption>
              <thead>
                <tr>
                  {columns.map((c) => (
                    <th key={c.key} scope="col" className={c.right ? 'cell-right' : ''}>
                      {c.title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((r: Record<string, Cell>, i) => (
                  <tr key={i}>
                    {columns.map((c) => (
                      <td key={c.key} className={c.right ? 'cell-right' : ''}>
                        {c.right
                          ? moneyShown(String(r[c.key] ?? ''))
                          : (CHOICE_WORDS[String(r[c.key])] ?? String(r[c.key] ?? ''))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
      <h2>怎么算的</h2>
      <ul className="calc-explain">
        {result.explain.map((e) => (
          <li key={e.text}>
            {e.text}
            {e.article ? <span className="law-ref">{e.article}</span> : null}
          </li>
        ))}
      </ul>
      <div className="button-line no-print">
        <Button
          onClick={() =>
            copyText(asText(title, result))
              ? say('已复制')
              : sayError('没有复制成功，请选中文字后复制')
          }
        >
          复制
        </Button>
        <Button onClick={() => window.print()}>打印</Button>
      </div>
    </section>
  );
}
