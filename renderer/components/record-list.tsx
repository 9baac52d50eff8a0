/**
 * A keyboard-first table of records: arrows move, Enter opens, n adds, Delete removes (with undo),
 * Space, Shift+arrows, Ctrl+click or Shift+click select several. Sticky head, totals at the foot.
 */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { undo } from '../state/case-store.ts';
import { sayWith } from '../state/feedback.ts';
import { type RowMoves, useDragRows } from './drag-rows.ts';
import { type Column, Gap, Row } from './record-row.tsx';
import { afterRange, afterToggle } from './row-selection.ts';
import { useArrowsFromNowhere, useNewKey } from './use-keys.ts';
import { ROW, useWindow, WHOLE } from './use-window.ts';

export interface RecordListProps<T extends { id: string }> {
  /** What the list is, for screen readers: 转账和还款记录. */
  label: string;
  records: readonly T[];
  columns: readonly Column<T>[];
  /** The record that is open in the editor beside the list. */
  openId: string | null;
  onOpen(id: string): void;
  onNew?: () => void;
  onDelete?: (ids: string[]) => void;
  /** Single keys that mark the selected rows, else the row with the focus, which then moves on. */
  marks?: { keys: string; onMark: (key: string, ids: string[]) => void };
  /** The user orders the records: by dragging, or with Alt and the arrows. */
  moves?: RowMoves;
  /** What else can be done with several selected rows. */
  bulk?: { label: string; least: number; onRun: (ids: string[]) => void };
  /** Cells of the foot, one a column. */
  totals?: readonly ReactNode[];
  empty?: ReactNode;
}

/** Says what was removed, with a way back. */
export function sayRemoved(what: string): void {
  sayWith((close) => (
    <span>
      已删除{what}
      <Button
        type="link"
        size="small"
        onClick={() => {
          undo();
          close();
        }}
      >
        撤销
      </Button>
    </span>
  ));
}

export function RecordList<T extends { id: string }>(
  p: RecordListProps<T> & { columnsKey?: unknown },
) {
  const table = useRef<HTMLTableElement | null>(null);
  const wanted = useRef<number | null>(null);
  const carried = useRef<string | null>(null);
  /** The row that a click with Shift selects from; null: the open one, else the first. */
  const anchor = useRef<string | null>(null);
  const leaving = useRef<ReadonlySet<string>>(new Set());
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { first, end } = useWindow(scroller, p.records.length);
  const [cursor, setCursor] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const at = Math.min(cursor, Math.max(0, p.records.length - 1));

  useEffect(() => {
    const index = p.records.findIndex((r) => r.id === p.openId);
    if (index >= 0) setCursor(index);
  }, [p.openId, p.records]);

  const move = (from: number, to: number, extend: boolean) => {
    const next = Math.max(0, Math.min(p.records.length - 1, to));
    const id = p.records[next]?.id;
    if (id && extend) setChosen((s) => new Set([...s, p.records[from]?.id ?? id, id]));
    setCursor(next);
    if (next < first || next >= end) scroller?.scrollTo(0, next * ROW - 100);
    wanted.current = next;
    focusWanted();
  };
  /** Focus follows the cursor as soon as its row is there. */
  const focusWanted = () => {
    if (wanted.current === null) return;
    const row = table.current?.querySelector<HTMLElement>(
      `[data-row="${wanted.current}"] .row-key`,
    );
    // A row on its way out can still be in its place when the list is read again from the store.
    if (!row || leaving.current.has(row.closest('tr')?.dataset.id ?? '')) return;
    wanted.current = null;
    leaving.current = new Set();
    row.focus();
  };
  useEffect(focusWanted);
  useEffect(() => {
    const index = p.records.findIndex((r) => r.id === carried.current);
    if (index < 0) return;
    carried.current = null;
    setCursor(index);
    wanted.current = index;
  }, [p.records]);
  // The pane that opens beside the list builds the list anew: the row clicked takes the focus again.
  const again = useRef(p.marks !== undefined && p.openId !== null);
  useEffect(() => {
    if (!scroller || !again.current) return;
    again.current = false;
    const index = p.records.findIndex((r) => r.id === p.openId);
    if (index < 0 || document.activeElement !== document.body) return;
    move(index, index, false);
  });
  const removeChosen = () => {
    setChosen(new Set());
    p.onDelete?.([...chosen]);
  };
  const runBulk = () => {
    const ids = p.records.map((r) => r.id).filter((id) => chosen.has(id));
    setChosen(new Set());
    p.bulk?.onRun(ids);
  };
  /** What is selected goes, else the row itself; the row that moves up into its place takes the focus. */
  const removeFrom = (here: number, id: string) => {
    const gone = chosen.size > 0 ? chosen : new Set([id]);
    const before = p.records.slice(0, here).filter((r) => !gone.has(r.id)).length;
    const next = Math.min(before, p.records.length - gone.size - 1);
    setChosen(new Set());
    p.onDelete?.([...gone]);
    setCursor(Math.max(0, next));
    wanted.current = next < 0 ? null : next;
    leaving.current = gone;
  };
  const toggle = (id: string) =>
    setChosen((s) => {
      const next = new Set(s);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const onKey = (e: KeyboardEvent) => {
    if (e.altKey) return step(e);
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (!(e.target instanceof HTMLElement) || !e.target.classList.contains('row-key')) return;
    // The row that has the focus, which a screen reader or a click may have moved without the cursor.
    const here = Number(e.target.closest('tr')?.dataset.row ?? at);
    const id = p.records[here]?.id;
    const steps: [string, () => void][] = [
      ['ArrowDown', () => move(here, here + 1, e.shiftKey)],
      ['ArrowUp', () => move(here, here - 1, e.shiftKey)],
      ['Home', () => move(here, 0, false)],
      ['End', () => move(here, p.records.length - 1, false)],
      ['PageDown', () => move(here, here + 10, false)],
      ['PageUp', () => move(here, here - 10, false)],
      ['Enter', () => id && p.onOpen(id)],
      [' ', () => id && (p.onDelete || p.marks) && toggle(id)],
      ['Delete', () => id && p.onDelete && removeFrom(here, id)],
      ['Escape', () => setChosen(new Set())],
    ];
    if (id && p.marks?.keys.includes(e.key)) {
      e.preventDefault();
      p.marks.onMark(e.key, chosen.size > 0 ? [...chosen] : [id]);
      if (chosen.size === 0) move(here, here + 1, false);
      return;
    }
    const action = steps.find(([key]) => key === e.key)?.[1];
    if (!action) return;
    e.preventDefault();
    action();
  };
  /** Alt and an arrow carry the row that has the focus one place on; the focus goes with it. */
  const step = (e: KeyboardEvent) => {
    const by = e.key === 'ArrowUp' ? -1 : e.key === 'ArrowDown' ? 1 : 0;
    const row = e.target instanceof HTMLElement ? e.target.closest('tr') : null;
    const id = row?.dataset.id;
    if (by === 0 || !id || !p.moves || p.moves.fixed(id)) return;
    e.preventDefault();
    p.moves.onStep(id, by);
    carried.current = id;
  };
  const onClick = (e: MouseEvent) => {
    const on = e.target instanceof Element ? e.target : null;
    // A button inside a row does its own work.
    if (on?.closest('button:not(.row-key), a, input')) return;
    const row = on?.closest('tr') ?? null;
    const id = row?.dataset.id;
    if (!id) return;
    const place = Number(row.dataset.row);
    setCursor(place);
    // Only its key can hold the focus: a click elsewhere in the row would leave the keys for marking dead.
    if (p.marks) row.querySelector<HTMLElement>('.row-key')?.focus({ preventScroll: true });
    const open = p.records.some((r) => r.id === p.openId) ? p.openId : null;
    if (e.shiftKey && p.onDelete) {
      const ids = p.records.map((r) => r.id);
      const kept = chosen.size > 0 && ids.includes(anchor.current ?? '');
      const began = kept ? anchor.current : (open ?? anchor.current);
      return setChosen(afterRange(ids, ids.indexOf(began ?? ''), place));
    }
    anchor.current = id;
    if (e.ctrlKey || e.metaKey) return setChosen((s) => afterToggle(s, open, id));
    setChosen(new Set());
    p.onOpen(id);
  };
  const latest = useRef({ onKey, onClick });
  latest.current = { onKey, onClick };
  const any = p.records.length > 0;
  useEffect(() => {
    const element = table.current;
    if (!any || !element) return;
    const key = (e: KeyboardEvent) => latest.current.onKey(e);
    const click = (e: MouseEvent) => latest.current.onClick(e);
    // Shift would select the words between two clicks.
    const down = (e: MouseEvent) => e.shiftKey && e.preventDefault();
    element.addEventListener('keydown', key);
    element.addEventListener('click', click);
    element.addEventListener('mousedown', down);
    return () => {
      element.removeEventListener('mousedown', down);
      element.removeEventListener('keydown', key);
      element.removeEventListener('click', click);
    };
  }, [any]);
  useDragRows(table, p.moves, any);
  useNewKey(p.onNew);
  useArrowsFromNowhere(any ? () => move(at, at, false) : undefined);

  if (!any) return <>{p.empty}</>;
  return (
    <div
      className={p.records.length > WHOLE ? 'record-list record-list-long' : 'record-list'}
      ref={setScroller}
    >
      <table ref={table} aria-label={p.label} aria-rowcount={p.records.length + 1}>
        <thead>
          <tr>
            {p.columns.map((c) => (
              <th
                key={c.key}
                scope="col"
                className={`cell-${c.align ?? 'left'}`}
                style={c.width === undefined ? undefined : { width: c.width }}
              >
                {c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} columns={p.columns.length} />
          {p.records.slice(first, end).map((record, k) => (
            <Row
              key={record.id}
              record={record}
              index={first + k}
              columns={p.columns}
              columnsKey={p.columnsKey}
              open={record.id === p.openId}
              chosen={chosen.has(record.id)}
              tabbable={first + k === at}
              fixed={p.moves ? p.moves.fixed(record.id) : null}
            />
          ))}
          <Gap rows={p.records.length - end} columns={p.columns.length} />
        </tbody>
        {p.totals ? (
          <tfoot>
            <tr>
              {p.columns.map((c, i) => (
                <td key={c.key} className={`cell-${c.align ?? 'left'}`}>
                  {p.totals?.[i]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {chosen.size > 0 && p.marks ? (
        <div className="record-bar" role="status">
          已选 {chosen.size} 行，按数字键一起标记，Esc 取消选择
        </div>
      ) : null}
      {chosen.size > 0 && p.onDelete ? (
        <div className="record-bar">
          已选 {chosen.size} 条
          {p.bulk && chosen.size >= p.bulk.least ? (
            <Button size="small" onClick={runBulk}>
              {p.bulk.label}
            </Button>
          ) : null}
          <Button size="small" onClick={removeChosen}>
            删除所选
          </Button>
        </div>
      ) : null}
    </div>
  );
}
