/** A file with pages: turning them, zoom, rotation of the view, and the marks on them. */
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { isReleased } from '../../../shared/case/exhibits.ts';
import { type Rect, type Size, type Turn, turnOf } from '../../../shared/case/page-frame.ts';
import { sayRemoved } from '../../components/index.ts';
import { inTextField } from '../../components/use-keys.ts';
import { useCase } from '../../state/case-store.ts';
import { addMark, type EvidenceItem, type Mark, removeMark } from '../../state/marks.ts';
import type { ViewerTarget } from '../../state/viewer.ts';
import { clampZoom, ZOOM } from './layout.ts';
import { MarkList } from './mark-list.tsx';
import { MarkLayer } from './marks.tsx';
import { type Goal, PageStack, type Shown } from './page-stack.tsx';
import { PdfPage } from './pdf-page.tsx';
import { PicturePage } from './picture-page.tsx';
import { Toolbar } from './toolbar.tsx';
import type { Source } from './use-source.ts';

export type PagedSource = Extract<Source, { kind: 'pdf' | 'picture' }>;

/** A new mark by keyboard, in the middle of the page. */
const MIDDLE: Rect = { x: 0.25, y: 0.4, width: 0.5, height: 0.1 };

interface Props {
  file: EvidenceFile;
  item: EvidenceItem | null;
  source: PagedSource;
  target: ViewerTarget;
  request: number;
}

export function Pages({ file, item, source, target, request }: Props) {
  const { document } = useCase();
  const count = source.kind === 'pdf' ? source.count : source.pages.length;
  const all = (item?.marks ?? []).filter((m) => m.fileId === file.fileId);
  const asked = all.find((m) => m.id === target.markId);
  const [goal, setGoal] = useState<Goal>({ page: 1, request: 0 });
  const [at, setAt] = useState({ page: 1, scale: 1 });
  const [zoom, setZoom] = useState<number | null>(null);
  const [turn, setTurn] = useState<Turn>(0);
  const [drawing, setDrawing] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const root = useRef<HTMLElement | null>(null);

  const go = useCallback((page: number, box?: Goal['box']) => {
    setGoal((g) => ({ page, box, request: g.request + 1 }));
  }, []);
  const answered = useRef(-1);
  useEffect(() => {
    // Once for every request, whatever else changes.
    if (answered.current === request) return;
    answered.current = request;
    go(asked?.page ?? target.page ?? 1, asked ?? target.boxes?.[0]);
    setSelected(asked?.id ?? null);
  }, [request, go, asked, target]);

  const sizeOf = useCallback(
    (page: number): Size => {
      if (source.kind === 'picture') return source.pages[page - 1] ?? { width: 600, height: 800 };
      return sizes.get(page) ?? source.first;
    },
    [source, sizes],
  );
  const takeSize = useCallback(
    (page: number, size: Size) => {
      setSizes((s) => {
        const known = s.get(page) ?? (source.kind === 'pdf' ? source.first : null);
        if (known && known.width === size.width && known.height === size.height) return s;
        return new Map(s).set(page, size);
      });
    },
    [source],
  );
  const onPage = useCallback(
    (page: number, scale: number) =>
      setAt((s) => (s.page === page && s.scale === scale ? s : { page, scale })),
    [],
  );
  const zoomBy = (steps: number) => setZoom(clampZoom(at.scale * ZOOM.step ** steps));
  const turnView = () => setTurn(turnOf(turn + 90));
  const toPage = (page: number) => go(Math.min(count, Math.max(1, page)));

  const released = item ? isReleased(document, item.id) : false;
  const draw = (page: number, rect: Rect) => {
    if (!item) return;
    // What was handed in stays as it was, unless the user says otherwise.
    const id = addMark(item.id, { ...rect, fileId: file.fileId, page }, !released);
    setDrawing(false);
    setSelected(id);
    wanted.current = id;
  };
  /** A mark that was just drawn takes the focus, so that the arrow keys move it at once. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const box = root.current?.querySelector<HTMLElement>(`[data-mark="${wanted.current}"]`);
    if (!box) return;
    wanted.current = null;
    box.focus({ preventScroll: true });
  });
  const remove = (id: string) => {
    if (!item) return;
    removeMark(item.id, id);
    setSelected(null);
    sayRemoved('一个标记');
    root.current?.querySelector<HTMLElement>('.viewer-pages')?.focus({ preventScroll: true });
  };

  const onKey = (e: KeyboardEvent) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || inTextField(e.target)) return;
    const steps: [string, () => void][] = [
      ['PageUp', () => toPage(at.page - 1)],
      ['PageDown', () => toPage(at.page + 1)],
      ['+', () => zoomBy(1)],
      ['=', () => zoomBy(1)],
      ['-', () => zoomBy(-1)],
      ['0', () => setZoom(null)],
      ['r', turnView],
      ['R', turnView],
    ];
    const step = steps.find(([key]) => key === e.key)?.[1];
    if (step) {
      e.preventDefault();
      step();
    } else if (drawing && e.key === 'Enter' && e.target instanceof HTMLElement) {
      if (!e.target.classList.contains('viewer-pages')) return;
      e.preventDefault();
      draw(at.page, MIDDLE);
    } else if (drawing && e.key === 'Escape') {
      e.preventDefault();
      setDrawing(false);
    }
  };

  const latestKey = useRef(onKey);
  latestKey.current = onKey;
  useEffect(() => {
    const listen = (e: KeyboardEvent) => latestKey.current(e);
    // The whole pane listens: it has the focus right after it was opened.
    const at = root.current?.closest<HTMLElement>('.viewer');
    at?.addEventListener('keydown', listen);
    return () => at?.removeEventListener('keydown', listen);
  }, []);

  const numberOf = (mark: Mark) => all.indexOf(mark) + 1;
  const lit = asked ? [] : (target.boxes ?? []);
  const content = (shown: Shown) =>
    source.kind === 'pdf' ? (
      <PdfPage pdf={source.pdf} shown={shown} onSize={takeSize} />
    ) : (
      <PicturePage url={source.urlOf(shown.page)} name={file.name} shown={shown} />
    );
  return (
    <section className="viewer-body" ref={root} aria-label="页面和标记">
      <Toolbar
        page={at.page}
        count={count}
        scale={at.scale}
        fitted={zoom === null}
        drawing={drawing}
        noMarks={item ? '' : '这个文件还没有归到哪份证据，不能画框'}
        onPage={toPage}
        onZoomBy={zoomBy}
        onFit={() => setZoom(null)}
        onTurn={turnView}
        onDraw={() => {
          setDrawing(!drawing);
          root.current?.querySelector<HTMLElement>('.viewer-pages')?.focus({ preventScroll: true });
        }}
      />
      {drawing ? (
        <div className="viewer-hint" role="status">
          <span>在页面上按住鼠标拖出一个框。用键盘：按回车放一个框，再用方向键移动。</span>
          <Button size="small" type="link" onClick={() => setDrawing(false)}>
            不画了
          </Button>
        </div>
      ) : null}
      <PageStack
        label={file.name}
        count={count}
        sizeOf={sizeOf}
        turn={turn}
        zoom={zoom}
        goal={goal}
        onPage={onPage}
        onZoomBy={zoomBy}
        draw={(shown) => (
          <>
            {content(shown)}
            <MarkLayer
              itemId={item?.id ?? null}
              marks={all.filter((m) => (m.page ?? 1) === shown.page)}
              nameOf={(mark) => {
                const number = numberOf(mark);
                return { number, name: `标记 ${number}${mark.note ? ` ${mark.note}` : ''}` };
              }}
              boxes={shown.page === (target.page ?? 1) ? lit : []}
              shown={shown}
              drawing={drawing}
              selected={selected}
              onSelect={setSelected}
              onRemove={remove}
              onDrawn={draw}
            />
          </>
        )}
      />
      {item ? (
        <MarkList
          item={item}
          page={at.page}
          marks={all.filter((m) => (m.page ?? 1) === at.page)}
          numberOf={numberOf}
          selected={selected}
          onSelect={setSelected}
          onRemove={remove}
        />
      ) : null}
    </section>
  );
}
