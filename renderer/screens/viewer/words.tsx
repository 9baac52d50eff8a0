/**
 * The words of a text, web page, Word or Excel file, with what was looked for lit in them. In blocks, so that
 * forty thousand lines scroll smoothly.
 */
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type LineHit, lineHits } from '../../../shared/find/hits.ts';
import { terms } from '../../../shared/find/terms.ts';

const BLOCK = 300;

/** A line with its hits lit. */
function litLine(line: string, hits: readonly LineHit[], current: number): ReactNode[] {
  let at = 0;
  const parts: ReactNode[] = [];
  for (const { start, end, hit } of hits) {
    parts.push(line.slice(at, start));
    parts.push(
      <mark key={`${hit} ${start}`} data-hit={hit} className={hit === current ? 'hit-here' : ''}>
        {line.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, line.slice(at)];
}

/** The text of some lines; those with hits in pieces. */
function blockOf(
  lines: readonly string[],
  from: number,
  hits: ReadonlyMap<number, readonly LineHit[]>,
  current: number,
): ReactNode {
  const some = lines.slice(from, from + BLOCK);
  if (!some.some((_, i) => hits.has(from + i))) return some.join('\n');
  return some.flatMap((line, i) => {
    const mine = hits.get(from + i);
    const shown = mine ? litLine(line, mine, current) : [line];
    return i < some.length - 1 ? [...shown, '\n'] : shown;
  });
}

interface Props {
  lines: readonly string[];
  /** Pictures, charts or edits of the file are not shown. */
  partial: boolean;
  label: string;
  /** What was looked for; '' = nothing. */
  find: string;
  request: number;
}

export function Words({ lines, partial, label, find, request }: Props) {
  const holder = useRef<HTMLElement | null>(null);
  const found = useMemo(() => lineHits(lines, terms(find)), [lines, find]);
  const hits = useMemo(() => {
    const of = new Map<number, LineHit[]>();
    for (const h of found) of.set(h.line, [...(of.get(h.line) ?? []), h]);
    return of;
  }, [found]);
  const count = (found.at(-1)?.hit ?? -1) + 1;
  const [current, setCurrent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the first hit is shown again
  useEffect(() => setCurrent(0), [find, request]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same hit, asked for again, is scrolled to again
  useEffect(() => {
    const mark = holder.current?.querySelector(`[data-hit="${current}"]`);
    mark?.scrollIntoView({ block: 'center' });
  }, [current, found, request]);
  const step = (by: number) => setCurrent((n) => (n + by + count) % count);
  const blocks = useMemo(
    () =>
      Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, i) =>
        blockOf(lines, i * BLOCK, hits, current),
      ),
    [lines, hits, current],
  );
  return (
    <>
      {count > 0 ? (
        <div className="viewer-hint">
          <span role="status">
            “{find.trim()}”第 {current + 1} 处，共 {count} 处
          </span>
          <span>
            <Button
              size="small"
              type="text"
              icon={<UpOutlined />}
              aria-label="上一处"
              disabled={count < 2}
              onClick={() => step(-1)}
            />
            <Button
              size="small"
              type="text"
              icon={<DownOutlined />}
              aria-label="下一处"
              disabled={count < 2}
              onClick={() => step(1)}
            />
          </span>
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className="viewer-words" tabIndex={0} aria-label={`${label}，内容`} ref={holder}>
        <p className="grey">
          {partial
            ? '这个文件里还有图片、图表或修订，这里只显示文字；要看全，请另存一份，用原来的软件打开。'
            : `只显示文字，共 ${lines.length} 行；版式以原文件为准。`}
          文字里不能画框。
        </p>
        {blocks.map((text, i) => (
          <p className="viewer-block" key={i}>
            {text}
          </p>
        ))}
      </section>
    </>
  );
}
