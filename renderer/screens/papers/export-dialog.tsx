/** The export: what, in which form, after the user's own check; then the folder. */
import { Button, Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { ApiResult, PaperSummary } from '../../../shared/api.ts';
import type { Problem } from '../../../shared/case/parse.ts';
import { call, errorText } from '../../bridge.ts';
import { Notice } from '../../components/index.ts';
import { currentCase, flush } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { sayError } from '../../state/feedback.ts';
import { focusField } from '../../state/navigation.ts';

type Format = 'docx' | 'pdf';
type Done = NonNullable<ApiResult['papers.export']>;

interface Props {
  papers: readonly PaperSummary[];
  selected: PaperSummary;
  caseProblems: readonly Problem[];
  onClose(): void;
}

const stopped = (p: PaperSummary) => p.missing.some((m) => m.level === 'blocking');

export function ExportDialog({ papers, selected, caseProblems, onClose }: Props) {
  const fitting = papers.filter((p) => p.fits);
  const [scope, setScope] = useState<'one' | 'all'>(selected.fits ? 'one' : 'all');
  const [formats, setFormats] = useState<Format[]>(['docx', 'pdf']);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const wanted = scope === 'one' ? [selected] : fitting;
  const held = wanted.filter(stopped);
  const ready = wanted.filter((p) => p.fits && !stopped(p));
  const links = [
    ...caseProblems.map((p) => ({ path: p.path, text: p.message })),
    ...held.flatMap((p) =>
      p.missing
        .filter((m) => m.level === 'blocking')
        .map((m) => ({ path: m.path, text: `${p.title}：${m.message}` })),
    ),
  ];
  const can = checked && formats.length > 0 && ready.length > 0 && caseProblems.length === 0;

  const run = async () => {
    const { caseId } = currentCase();
    if (!caseId) return;
    setBusy(true);
    setError('');
    try {
      await flush();
      const paperIds = scope === 'one' ? [selected.id] : [];
      setDone(await call('papers.export', { caseId, paperIds, formats, today: today() }));
    } catch (e) {
      setError(errorText(e));
    } finally {
      setBusy(false);
    }
  };

  if (done) {
    return (
      <Modal
        open
        title="已导出"
        onCancel={onClose}
        footer={<Finished done={done} close={onClose} />}
      >
        <p>
          {done.files.length} 个文件，在文件夹
          <br />
          <span className="folder-path">{done.folder}</span>
        </p>
        <ul className="file-list">
          {done.files.map((f) => (
            <li key={f}>{f.split(/[\\/]/).at(-1)}</li>
          ))}
        </ul>
        {done.refused.length > 0 ? (
          <Notice tone="attention" title="这几份没有导出，还缺内容">
            {done.refused.map((p) => p.title).join('、')}
          </Notice>
        ) : null}
      </Modal>
    );
  }
  return (
    <Modal
      open
      title="导出文书"
      onCancel={onClose}
      okText="选择文件夹并导出"
      cancelText="取消"
      okButtonProps={{ disabled: !can, loading: busy }}
      onOk={() => void run()}
    >
      <div className="export-form">
        <Radio.Group
          aria-label="导出哪些"
          value={scope}
          onChange={(e) => setScope(e.target.value)}
          className="radio-column"
        >
          <Radio value="one" disabled={!selected.fits}>
            只导出《{selected.title}》
          </Radio>
          <Radio value="all">全部适用的文书（{fitting.length} 份）</Radio>
        </Radio.Group>
        <Checkbox.Group
          aria-label="文件格式"
          value={formats}
          onChange={(v) => setFormats(v as Format[])}
          options={[
            { value: 'docx', label: 'Word 文档（可修改）' },
            { value: 'pdf', label: 'PDF（打印用）' },
          ]}
        />
        {links.length > 0 ? (
          <Notice
            tone="attention"
            title={scope === 'all' && ready.length > 0 ? '缺内容的会跳过' : '补上这些才能导出'}
          >
            <ul className="missing-links">
              {links.map((l) => (
                <li key={l.path + l.text}>
                  <Button
                    type="link"
                    onClick={() => {
                      onClose();
                      focusField(l.path);
                    }}
                  >
                    {l.text}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Checkbox checked={checked} onChange={(e) => setChecked(e.target.checked)}>
          我已逐项核对事实、法条和金额
        </Checkbox>
        <p className="grey">
          导出后请打印、签名。文书由您提交，内容由您负责；拿不准的，先请律师看一遍。
        </p>
        {error ? <Notice tone="urgent">{error}</Notice> : null}
      </div>
    </Modal>
  );
}

/** The buttons under a finished export. */
export function Finished({ done, close }: { done: { folder: string }; close(): void }) {
  return (
    <>
      <Button onClick={close}>关闭</Button>
      <Button
        type="primary"
        onClick={() => call('shell.showFolder', { path: done.folder }).catch(sayError)}
      >
        打开文件夹
      </Button>
    </>
  );
}
