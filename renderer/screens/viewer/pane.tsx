/** The viewer: a pane at the right of every screen of the case, beside the record that is being entered. */
import { CloseOutlined, DownloadOutlined, VerticalAlignBottomOutlined } from '@ant-design/icons';
import { Button, Input, Select, Spin, Tooltip } from 'antd';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { call } from '../../bridge.ts';
import { inTextField } from '../../components/use-keys.ts';
import { useCase } from '../../state/case-store.ts';
import { reloadFiles, useEvidenceFiles } from '../../state/evidence-files.ts';
import { say, sayError } from '../../state/feedback.ts';
import {
  closeViewer,
  foldViewer,
  openViewer,
  useViewer,
  type ViewerTarget,
} from '../../state/viewer.ts';
import { useViewerLayout } from '../../state/viewer-layout.ts';
import { Handle } from './handle.tsx';
import { Media } from './media.tsx';
import { Pages } from './pages.tsx';
import { useSource } from './use-source.ts';
import { Words } from './words.tsx';
import './viewer.css';

async function saveCopy(file: EvidenceFile): Promise<void> {
  try {
    const done = await call('evidence.saveCopy', { fileId: file.fileId });
    if (done) say(`已另存到 ${done.path}`);
  } catch (error) {
    sayError(error);
  }
}

/** What cannot be shown, and what can be done instead. */
function Unshown({ message, file }: { message: string; file: EvidenceFile }) {
  return (
    <div className="viewer-message">
      <p>{message}</p>
      <Button icon={<DownloadOutlined />} onClick={() => void saveCopy(file)}>
        另存一份
      </Button>
    </div>
  );
}

function Password({ wrong, answer }: { wrong: boolean; answer: (password: string) => void }) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="viewer-message"
      onSubmit={(e) => {
        e.preventDefault();
        if (password) answer(password);
      }}
    >
      <p>这个 PDF 设有密码。密码只用来打开看，不会保存。</p>
      <p className="grey">
        不知道密码：银行、微信、支付宝的电子流水，密码一般在申请时收到的短信或消息里，也有的是身份证号后六位。
      </p>
      <Input.Password
        value={password}
        aria-label="PDF 的密码"
        status={wrong ? 'error' : ''}
        onChange={(e) => setPassword(e.target.value)}
      />
      {wrong ? <div className="field-error">密码不对，请再试一次。</div> : null}
      <Button htmlType="submit" type="primary">
        打开
      </Button>
    </form>
  );
}

function Content({
  file,
  target,
  request,
}: {
  file: EvidenceFile;
  target: ViewerTarget;
  request: number;
}) {
  const { document } = useCase();
  const source = useSource(file);
  const items = document.evidence ?? [];
  const item =
    items.find((e) => e.id === target.itemId && e.fileIds?.includes(file.fileId)) ??
    items.find((e) => e.fileIds?.includes(file.fileId)) ??
    null;
  switch (source.kind) {
    case 'opening':
      return (
        <div className="viewer-message" role="status" aria-label="正在打开">
          <Spin />
        </div>
      );
    case 'none':
      return <Unshown message={source.message} file={file} />;
    case 'locked':
      return <Password wrong={source.wrong} answer={source.answer} />;
    case 'media':
      return (
        <Media
          file={file}
          film={source.film}
          url={source.url}
          at={target.at}
          request={request}
          onSave={() => void saveCopy(file)}
        />
      );
    case 'words':
      return (
        <Words
          lines={source.lines}
          partial={source.partial}
          label={file.name}
          find={target.find ?? ''}
          request={request}
        />
      );
    default:
      return <Pages file={file} item={item} source={source} target={target} request={request} />;
  }
}

/** Every file of the case under the exhibit it belongs to. */
function FileChoice({ target, files }: { target: ViewerTarget; files: readonly EvidenceFile[] }) {
  const { document } = useCase();
  const options = useMemo(() => {
    const numbers = exhibitNumbers(document);
    const named = new Map(files.map((f) => [f.fileId, f.name]));
    const groups = (document.evidence ?? []).flatMap((item) => {
      const mine = (item.fileIds ?? []).filter((id) => named.has(id));
      if (mine.length === 0) return [];
      return [
        {
          label: `证据${numbers.get(item.id) ?? ''} ${item.name || '（未命名）'}`,
          options: mine.map((id) => ({ value: `${item.id} ${id}`, label: named.get(id) })),
        },
      ];
    });
    return groups;
  }, [document, files]);
  const items = document.evidence ?? [];
  const itemId =
    items.find((e) => e.id === target.itemId && e.fileIds?.includes(target.fileId))?.id ??
    items.find((e) => e.fileIds?.includes(target.fileId))?.id;
  const name = files.find((f) => f.fileId === target.fileId)?.name ?? '';
  if (!itemId) return <strong className="viewer-name">{name}</strong>;
  return (
    <Select
      size="small"
      className="viewer-choice"
      aria-label="正在看的文件"
      value={`${itemId} ${target.fileId}`}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string) => {
        const [item = '', fileId = ''] = value.split(' ');
        openViewer({ fileId, itemId: item });
      }}
    />
  );
}

export default function ViewerPane() {
  const { target, request } = useViewer();
  const { folded, width } = useViewerLayout();
  const { caseId, document, flush } = useCase();
  const { files, caseId: loadedFor } = useEvidenceFiles(caseId);
  const pane = useRef<HTMLElement | null>(null);
  const opener = useRef<Element | null>(null);
  const file = files.find((f) => f.fileId === target?.fileId) ?? null;

  // Who asks for a look looks there; the way back is kept.
  const answered = useRef(-1);
  const quiet = target?.quiet ?? false;
  useEffect(() => {
    if (answered.current === request) return;
    answered.current = request;
    if (quiet) return;
    const active = window.document.activeElement;
    if (active && !pane.current?.contains(active)) opener.current = active;
    pane.current?.focus({ preventScroll: true });
  }, [request, quiet]);
  // Undo can bring back a reference before its file is listed again.
  const missing =
    file === null &&
    target !== null &&
    (document.evidence ?? []).some((e) => e.fileIds?.includes(target.fileId));
  useEffect(() => {
    if (missing) void flush().then(reloadFiles);
  }, [missing, flush]);
  const close = () => {
    closeViewer();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const style = { '--viewer-width': `${width}px` } as CSSProperties;
  if (!target) return null;
  if (folded) {
    return (
      <aside className="viewer viewer-folded" aria-label="看证据" style={style}>
        <Button
          type="text"
          icon={<VerticalAlignBottomOutlined rotate={90} />}
          aria-label="展开证据"
          onClick={() => foldViewer(false)}
        />
        <span className="viewer-folded-name">{file?.name ?? ''}</span>
      </aside>
    );
  }
  return (
    <aside
      className="viewer"
      aria-label="看证据"
      ref={pane}
      tabIndex={-1}
      style={style}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented || inTextField(e.target)) return;
        e.preventDefault();
        close();
      }}
    >
      <Handle />
      <header className="viewer-head">
        <FileChoice target={target} files={files} />
        <span className="viewer-head-tools">
          {file ? (
            <Tooltip title="另存一份原件">
              <Button
                size="small"
                type="text"
                icon={<DownloadOutlined />}
                aria-label="另存一份原件"
                onClick={() => void saveCopy(file)}
              />
            </Tooltip>
          ) : null}
          <Tooltip title="收到一边">
            <Button
              size="small"
              type="text"
              icon={<VerticalAlignBottomOutlined rotate={270} />}
              aria-label="收到一边"
              onClick={() => foldViewer(true)}
            />
          </Tooltip>
          <Tooltip title="关闭（Esc）">
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label="关闭证据"
              onClick={close}
            />
          </Tooltip>
        </span>
      </header>
      {file ? (
        <Content key={file.fileId} file={file} target={target} request={request} />
      ) : loadedFor === caseId ? (
        <div className="viewer-message">
          <p>这个文件已经从案件里移除了。刚移除的，点“撤销”就能找回来。</p>
        </div>
      ) : null}
    </aside>
  );
}
