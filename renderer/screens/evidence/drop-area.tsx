/** Takes files and folders dropped anywhere on the page, and what is pasted there. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dialogOpen, inTextField } from '../../components/use-keys.ts';

export function DropArea({
  onDrop,
  children,
}: {
  onDrop: (files: File[]) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const hasFiles = (e: DragEvent) => e.dataTransfer?.types.includes('Files') ?? false;
    const dragOver = (e: DragEvent) => {
      if (!hasFiles(e)) return;
      e.preventDefault();
      setOver(true);
    };
    const leave = (e: DragEvent) => {
      if (e.relatedTarget === null) setOver(false);
    };
    const drop = (e: DragEvent) => {
      setOver(false);
      const files = [...(e.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      e.preventDefault();
      latest.current(files);
    };
    const paste = (e: ClipboardEvent) => {
      const files = [...(e.clipboardData?.files ?? [])];
      if (files.length === 0 || dialogOpen()) return;
      // Cells of a table come with a picture of themselves: what has text and is pasted into a field is text.
      if (inTextField(e.target) && e.clipboardData?.types.includes('text/plain')) return;
      e.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', dragOver);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', dragOver);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <div className="drop-area">
      {children}
      {over ? <div className="drop-over">松开鼠标，把文件或文件夹收进来</div> : null}
    </div>
  );
}
