/** A list and the form of the record that is open in it; the width is remembered. */
import { Splitter } from 'antd';
import { type ReactNode, useRef } from 'react';
import { sayError } from '../state/feedback.ts';
import { saveSettings, useSession } from '../state/session.ts';
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
  if (!hasEditor) return <div className="split split-one">{list}</div>;
  return (
    <Splitter
      className="split"
      orientation={narrow ? 'vertical' : 'horizontal'}
      onResizeEnd={(sizes) => {
        const width = Math.round(sizes[1] ?? 0);
        if (!narrow && width >= 200 && width <= 2000) {
          saveSettings({ panelWidth: width }).catch(sayError);
        }
      }}
    >
      <Splitter.Panel min={narrow ? 160 : 280}>
        <div className="split-list">{list}</div>
      </Splitter.Panel>
      <Splitter.Panel
        min={narrow ? 200 : 340}
        max="75%"
        defaultSize={narrow ? '55%' : Math.max(340, started.current)}
      >
        <div className="editor">{editor}</div>
      </Splitter.Panel>
    </Splitter>
  );
}

/** Head of the form beside a list. */
export function EditorHead({ title, actions }: { title: ReactNode; actions?: ReactNode }) {
  return (
    <div className="editor-head">
      <h2>{title}</h2>
      <div>{actions}</div>
    </div>
  );
}
