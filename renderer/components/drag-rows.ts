/** Dragging the rows of a list to another place; the arrow keys with Alt do the same without a mouse. */
import { type RefObject, useEffect, useRef } from 'react';

export interface RowMoves {
  /** Puts a record before or behind another one. */
  onMove(id: string, target: string, behind: boolean): void;
  /** One place up or down. */
  onStep(id: string, by: -1 | 1): void;
  /** Why a record stays where it is; '' when it can be moved. */
  fixed(id: string): string;
}

const TYPE = 'application/x-jieju-row';
const MARKS = ['row-drop-before', 'row-drop-after'];

/** Words that are selected are dragged as a text node: the row is theirs all the same. */
const rowOf = (target: EventTarget | null): HTMLElement | null => {
  const element = target instanceof Text ? target.parentElement : target;
  return element instanceof Element ? element.closest<HTMLElement>('tr[data-id]') : null;
};

function clear(table: HTMLElement): void {
  for (const mark of MARKS)
    for (const row of table.querySelectorAll(`.${mark}`)) row.classList.remove(mark);
}

/** Listens on a table whose rows bear `data-id`; rows that may be dragged are marked `draggable`. */
export function useDragRows(
  table: RefObject<HTMLTableElement | null>,
  moves: RowMoves | undefined,
  ready: boolean,
): void {
  const latest = useRef(moves);
  latest.current = moves;
  const on = moves !== undefined && ready;
  useEffect(() => {
    const element = table.current;
    if (!on || !element) return;
    let dragged: string | null = null;
    /** Upper half of a row: before it; lower half: behind it. */
    const place = (e: DragEvent) => {
      const row = rowOf(e.target);
      const target = row?.dataset.id;
      if (!row || !target) return null;
      const box = row.getBoundingClientRect();
      return { row, target, behind: e.clientY > box.top + box.height / 2 };
    };
    const start = (e: DragEvent) => {
      const row = rowOf(e.target);
      const id = row?.dataset.id;
      if (!row || !id || !e.dataTransfer || latest.current?.fixed(id)) return;
      dragged = id;
      e.dataTransfer.setData(TYPE, id);
      e.dataTransfer.effectAllowed = 'move';
      row.classList.add('row-dragged');
    };
    const over = (e: DragEvent) => {
      const to = dragged === null ? null : place(e);
      if (!to) return;
      e.preventDefault();
      clear(element);
      to.row.classList.add(to.behind ? 'row-drop-after' : 'row-drop-before');
    };
    const drop = (e: DragEvent) => {
      const to = dragged === null ? null : place(e);
      const id = dragged;
      end();
      if (!to || id === null) return;
      e.preventDefault();
      latest.current?.onMove(id, to.target, to.behind);
    };
    const end = () => {
      dragged = null;
      clear(element);
      for (const row of element.querySelectorAll('.row-dragged'))
        row.classList.remove('row-dragged');
    };
    element.addEventListener('dragstart', start);
    element.addEventListener('dragover', over);
    element.addEventListener('drop', drop);
    element.addEventListener('dragend', end);
    return () => {
      element.removeEventListener('dragstart', start);
      element.removeEventListener('dragover', over);
      element.removeEventListener('drop', drop);
      element.removeEventListener('dragend', end);
    };
  }, [on, table]);
}
