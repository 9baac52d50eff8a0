/** A list and the form of the record that is open in it; the width is remembered. */
import { UnorderedListOutlined } from '@ant-design/icons';
import { Button, Splitter } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sayError } from '../state/feedback.ts';
import { saveSettings, useSession } from '../state/session.ts';
import { useViewerLayout } from '../state/viewer-layout.ts';
import { useMedia } from '../theme/use-media.ts';

export function SplitEditor({
  list,
  editor,
  hasEditor,
}: {
  list: ReactNode;
  editor: ReactNode;
  hasEditor: boolean;
}) {
  const { settings } = useSession();
  const narrow = useMedia('(max-width: 1000px)');
  // The form is where the work is; in a small window the list still keeps its columns.
  const started = useRef(
    Math.min(settings?.panelWidth ?? 560, Math.round((window.innerWidth - 260) * 0.56)),
  );
  const { tight } = useViewerLayout();
  // Beside an open viewer there may be room for one of the two: the form, or the list while it is asked for.
  const [peek, setPeek] = useState(false);
  const listed = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const at = listed.current;
    if (!tight || !peek || !at) {
      setPeek(false);
      return;
    }
    // Choosing a row, the open one too, goes back to its form.
    const chosen = (e: Event) => {
      if (e instanceof KeyboardEvent && e.key !== 'Enter') return;
      if (e.target instanceof Element && e.target.closest('tbody tr')) setPeek(false);
    };
    at.addEventListener('click', chosen);
    at.addEventListener('keydown', chosen);
    return () => {
      at.removeEventListener('click', chosen);
      at.removeEventListener('keydown', chosen);
    };
  }, [tight, peek]);
  if (!hasEditor) return <div className="split split-one">{list}</div>;
  const state = tight ? `split-tight ${peek ? 'split-peek' : ''}` : '';
  return (
    <Splitter
      className={`split ${state}`}
      orientation={narrow ? 'vertical' : 'horizontal'}
      onResizeEnd={(sizes) => {
        const width = Math.round(sizes[1] ?? 0);
        if (!narrow && width >= 200 && width <= 2000) {
          saveSettings({ panelWidth: width }).catch(sayError);
        }
      }}
    >
      <Splitter.Panel min={narrow ? 160 : 280}>
        <div className="split-list" ref={listed}>
          {list}
        </div>
      </Splitter.Panel>
      <Splitter.Panel
        min={narrow ? 200 : 340}
        max="75%"
        defaultSize={narrow ? '55%' : Math.max(340, started.current)}
      >
        <div className="editor">
          {tight ? (
            <Button
              size="small"
              type="text"
              className="split-back"
              icon={<UnorderedListOutlined />}
              onClick={() => setPeek(true)}
            >
              回到列表
            </Button>
          ) : null}
          {editor}
        </div>
      </Splitter.Panel>
    </Splitter>
  );
}

/** Head of the form beside a list; it stays in view, so that it is known whose fields these are. */
export function EditorHead({ title, actions }: { title: ReactNode; actions?: ReactNode }) {
  const head = useRef<HTMLDivElement | null>(null);
  // The panel stays where the record before was read: another one begins at its top.
  useLayoutEffect(() => {
    head.current?.closest('.editor')?.scrollTo(0, 0);
  }, []);
  return (
    <div className="editor-head" ref={head}>
      <h2>{title}</h2>
      <div>{actions}</div>
    </div>
  );
}
