/** A row of a record list, and the room of the rows that are not drawn. */
import { memo, type ReactNode } from 'react';
import { ROW } from './use-window.ts';

export interface Column<T> {
  key: string;
  title: string;
  align?: 'left' | 'right' | 'center';
  width?: number | string;
  render(record: T, index: number): ReactNode;
}

interface RowProps<T> {
  record: T;
  index: number;
  columns: readonly Column<T>[];
  open: boolean;
  chosen: boolean;
  tabbable: boolean;
  /** null: rows are not ordered by hand; '' = can be dragged; else why not. */
  fixed: string | null;
  /** Changes when the columns show something outside the record. */
  columnsKey: unknown;
}

function RowView<T extends { id: string }>(p: RowProps<T>) {
  return (
    <tr
      data-id={p.record.id}
      data-row={p.index}
      aria-rowindex={p.index + 2}
      className={`${p.open ? 'row-open' : ''} ${p.chosen ? 'row-chosen' : ''}`}
      draggable={p.fixed === '' ? true : undefined}
      title={p.fixed || undefined}
    >
      {p.columns.map((c, i) => (
        <td key={c.key} className={`cell-${c.align ?? 'left'}`}>
          {i === 0 ? (
            <button
              type="button"
              className="row-key"
              tabIndex={p.tabbable ? 0 : -1}
              aria-current={p.open ? 'true' : undefined}
            >
              {c.render(p.record, p.index)}
              {p.chosen ? <span className="sr-only">，已选</span> : null}
            </button>
          ) : (
            c.render(p.record, p.index)
          )}
        </td>
      ))}
    </tr>
  );
}
/** One record of a list, drawn anew only when what it shows has changed. */
export const Row = memo(
  RowView,
  (a, b) =>
    a.record === b.record &&
    a.index === b.index &&
    a.open === b.open &&
    a.chosen === b.chosen &&
    a.tabbable === b.tabbable &&
    a.fixed === b.fixed &&
    a.columnsKey === b.columnsKey,
) as typeof RowView;

/** The height of rows that are not rendered. */
export function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="record-gap">
      <td colSpan={columns} style={{ height: rows * ROW }} />
    </tr>
  );
}
