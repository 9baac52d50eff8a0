/** Marks on one page: drawn with the mouse, moved and sized with it or with the arrow keys. */
import { type PointerEvent, useRef, useState } from 'react';
import {
  between,
  clipToPage,
  fromView,
  type Rect,
  type Size,
  type Turn,
  toView,
} from '../../../shared/case/page-frame.ts';
import { LEAST, type Mark, nudgeMark, placeMark } from '../../state/marks.ts';
import type { Box } from '../../state/viewer.ts';
import type { Shown } from './page-stack.tsx';

/** One press of an arrow key: half a hundredth of the page. */
const STEP = 0.005;
/** A shorter drag is a click. */
const DRAG = 6;

/** Height of a mark's number, pixels. */
const NUMBER = 18;

interface Point {
  x: number;
  y: number;
}

/** Where the pointer is on the page, in pixels of the view. */
function pointOn(page: Element | null, e: PointerEvent): Point {
  const at = page?.getBoundingClientRect();
  return { x: e.clientX - (at?.left ?? 0), y: e.clientY - (at?.top ?? 0) };
}

const place = ({ x, y, width, height }: Rect) => ({ left: x, top: y, width, height });

const ARROWS: Record<string, { dx: number; dy: number }> = {
  ArrowUp: { dx: 0, dy: -STEP },
  ArrowRight: { dx: STEP, dy: 0 },
  ArrowDown: { dx: 0, dy: STEP },
  ArrowLeft: { dx: -STEP, dy: 0 },
};

interface MarkProps {
  itemId: string;
  mark: Mark;
  number: number;
  name: string;
  shown: Size & { turn: Turn };
  selected: boolean;
  onSelect: (id: string | null) => void;
  onRemove: (id: string) => void;
}

function MarkBox({ itemId, mark, number, name, shown, selected, ...p }: MarkProps) {
  const [dragged, setDragged] = useState<Rect | null>(null);
  const start = useRef<{ at: Point; rect: Rect; sizing: boolean } | null>(null);
  const rect = dragged ?? toView(mark, shown, shown.turn);
  const down = (e: PointerEvent<HTMLElement>) => {
    if (e.button !== 0) return;
    e.stopPropagation();
    p.onSelect(mark.id);
    const sizing = e.target instanceof Element && e.target.classList.contains('mark-corner');
    start.current = { at: { x: e.clientX, y: e.clientY }, rect, sizing };
    e.currentTarget.setPointerCapture(e.pointerId);
  };
  const move = (e: PointerEvent<HTMLElement>) => {
    const from = start.current;
    if (!from) return;
    const dx = e.clientX - from.at.x;
    const dy = e.clientY - from.at.y;
    if (!dragged && Math.hypot(dx, dy) < DRAG) return;
    const { x, y, width, height } = from.rect;
    setDragged(
      from.sizing
        ? {
            ...{ x, y },
            width: Math.max(LEAST * shown.width, width + dx),
            height: Math.max(LEAST * shown.height, height + dy),
          }
        : {
            x: Math.min(Math.max(0, x + dx), shown.width - width),
            y: Math.min(Math.max(0, y + dy), shown.height - height),
            ...{ width, height },
          },
    );
  };
  const up = () => {
    start.current = null;
    if (dragged) placeMark(itemId, mark.id, clipToPage(fromView(dragged, shown, shown.turn)));
    setDragged(null);
  };
  return (
    <button
      type="button"
      className={`mark ${selected ? 'mark-selected' : ''} ${mark.printed === false ? 'mark-own' : ''}`}
      style={place(rect)}
      data-mark={mark.id}
      aria-pressed={selected}
      aria-label={`${name}：方向键移动，按住 Shift 改大小，Delete 删除`}
      title={name}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        start.current = null;
        setDragged(null);
      }}
      onFocus={() => p.onSelect(mark.id)}
      onKeyDown={(e) => {
        const by = ARROWS[e.key];
        if (by && !e.ctrlKey && !e.metaKey && !e.altKey) {
          e.preventDefault();
          e.stopPropagation();
          nudgeMark(itemId, mark, by, e.shiftKey, shown.turn);
        } else if (e.key === 'Delete') {
          e.preventDefault();
          p.onRemove(mark.id);
        }
      }}
    >
      {/* Above the box, so that it hides nothing of what is shown; inside where the page ends. */}
      <span
        className={rect.y < NUMBER ? 'mark-number' : 'mark-number mark-number-above'}
        aria-hidden="true"
      >
        {number}
      </span>
      <span className="mark-corner" aria-hidden="true" />
    </button>
  );
}

interface LayerProps {
  /** null: the file belongs to no piece of evidence, there is nothing to keep a mark in. */
  itemId: string | null;
  marks: readonly Mark[];
  /** Number of the first of them, over the whole file. */
  nameOf: (mark: Mark) => { number: number; name: string };
  boxes: readonly Box[];
  shown: Shown;
  drawing: boolean;
  selected: string | null;
  onSelect: (id: string | null) => void;
  onRemove: (id: string) => void;
  onDrawn: (page: number, rect: Rect) => void;
}

/** Everything that lies over a page: lit places, marks, and the one being drawn. */
export function MarkLayer(p: LayerProps) {
  const { shown, drawing } = p;
  const layer = useRef<HTMLDivElement | null>(null);
  const [line, setLine] = useState<{ from: Point; to: Point } | null>(null);
  const inside = (at: Point): Point => ({
    x: Math.min(Math.max(0, at.x), shown.width),
    y: Math.min(Math.max(0, at.y), shown.height),
  });
  return (
    <div
      ref={layer}
      className={`mark-layer ${drawing ? 'mark-drawing' : ''}`}
      onPointerDown={(e) => {
        if (!drawing || e.button !== 0) return;
        e.preventDefault();
        const at = pointOn(layer.current, e);
        setLine({ from: at, to: at });
        e.currentTarget.setPointerCapture(e.pointerId);
      }}
      onPointerMove={(e) => {
        if (line) setLine({ ...line, to: inside(pointOn(layer.current, e)) });
      }}
      onPointerUp={() => {
        if (!line) return;
        const rect = between(line.from, line.to);
        setLine(null);
        if (rect.width < DRAG || rect.height < DRAG) return;
        p.onDrawn(shown.page, clipToPage(fromView(rect, shown, shown.turn)));
      }}
      onPointerCancel={() => setLine(null)}
    >
      {p.boxes.map((box, i) => (
        <div key={i} className="lit" style={place(toView(box, shown, shown.turn))} />
      ))}
      {p.itemId
        ? p.marks.map((mark) => (
            <MarkBox
              key={mark.id}
              itemId={p.itemId ?? ''}
              mark={mark}
              {...p.nameOf(mark)}
              shown={shown}
              selected={p.selected === mark.id}
              onSelect={p.onSelect}
              onRemove={p.onRemove}
            />
          ))
        : null}
      {line ? <div className="mark mark-new" style={place(between(line.from, line.to))} /> : null}
    </div>
  );
}
