/** The words of a text, web page, Word or Excel file. In blocks, so that forty thousand lines scroll smoothly. */
import { useMemo } from 'react';

const BLOCK = 300;

export function Words({ lines, label }: { lines: readonly string[]; label: string }) {
  const blocks = useMemo(
    () =>
      Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, i) =>
        lines.slice(i * BLOCK, (i + 1) * BLOCK).join('\n'),
      ),
    [lines],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="viewer-words" tabIndex={0} aria-label={`${label}，内容`}>
      <p className="grey">只显示文字，共 {lines.length} 行；版式以原文件为准。文字里不能画框。</p>
      {blocks.map((text, i) => (
        <p className="viewer-block" key={i}>
          {text}
        </p>
      ))}
    </section>
  );
}
