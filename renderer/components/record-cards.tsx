/** A short list of small records inside a form (instalments, guarantees, securities), each with its fields. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { addRecord, removeRecords, useValue } from '../state/case-store.ts';
import { sayRemoved } from './record-list.tsx';

export function RecordCards({
  path,
  what,
  addLabel,
  blank,
  children,
}: {
  /** Array of records with ids in the document. */
  path: string;
  /** One of them: 一期还款. */
  what: string;
  addLabel: string;
  blank: () => Record<string, unknown>;
  /** The fields of record `index`, at `${path}.${index}`. */
  children: (at: string, index: number) => ReactNode;
}) {
  const value = useValue(path);
  const records = Array.isArray(value) ? (value as { id: string }[]) : [];
  const holder = useRef<HTMLDivElement | null>(null);
  const added = useRef(false);
  // A record just made by its button is typed into at once.
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const card =
      holder.current?.querySelectorAll<HTMLElement>(':scope > fieldset')[records.length - 1];
    card?.scrollIntoView({ block: 'nearest' });
    card
      ?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea')
      ?.focus({ preventScroll: true });
  }, [records.length]);
  return (
    <div className="cards" ref={holder}>
      {records.map((r, i) => (
        <fieldset className="card" key={r.id}>
          <legend>
            {what}
            {records.length > 1 ? ` ${i + 1}` : ''}
            <Button
              size="small"
              type="link"
              aria-label={`删除${what}${i + 1}`}
              onClick={() => {
                removeRecords(path, [r.id], `删除${what}`);
                sayRemoved(what);
              }}
            >
              删除
            </Button>
          </legend>
          {children(`${path}.${i}`, i)}
        </fieldset>
      ))}
      <Button
        onClick={() => {
          added.current = true;
          addRecord(path, blank(), addLabel);
        }}
      >
        {addLabel}
      </Button>
    </div>
  );
}
