/** Exporting a pack: formats, the user's own check, the folder, and what was written. */
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { ApiResult, PackSummary } from '../../../shared/api.ts';
import { call, errorText } from '../../bridge.ts';
import { Notice } from '../../components/index.ts';
import { currentCase, flush } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { Finished } from './export-dialog.tsx';

type Format = 'docx' | 'pdf';
type Done = NonNullable<ApiResult['packs.export']>;

export function PackDialog({ pack, onClose }: { pack: PackSummary; onClose(): void }) {
  const [formats, setFormats] = useState<Format[]>(['docx', 'pdf']);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const held = pack.items.filter((i) => i.state === 'blocked');

  const run = async () => {
    const { caseId } = currentCase();
    if (!caseId) return;
    setBusy(true);
    setError('');
    try {
      await flush();
      const { destination } = pack;
      setDone(await call('packs.export', { caseId, destination, formats, today: today() }));
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
        // However much there is to tell, the buttons stay on the screen.
        styles={{ body: { maxHeight: 'calc(100vh - 260px)', overflowY: 'auto' } }}
      >
        <p>
          {done.files.length} 个文件，在文件夹
          <br />
          <span className="folder-path">{done.folder}</span>
        </p>
        <ul className="file-list">
          {[...done.files].sort().map((f) => (
            <li key={f}>{f.split(/[\\/]/).at(-1)}</li>
          ))}
        </ul>
        {done.refused.length > 0 ? (
          <Notice tone="attention" title="这几份没有导出，还缺内容">
            {done.refused.map((i) => i.name).join('、')}
          </Notice>
        ) : null}
        {done.oversize.length > 0 ? (
          <Notice tone="attention" title="超过平台的单个文件上限，请拆开再传">
            {done.oversize.map((f) => f.split(/[\\/]/).at(-1)).join('、')}
          </Notice>
        ) : null}
        {done.notes.length > 0 ? (
          <Notice tone="note" title="证据册，请留意">
            <ul className="plain-list">
              {done.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {done.byHand.length > 0 ? (
          <Notice title="还要您自己放进去">{done.byHand.map((i) => i.name).join('、')}</Notice>
        ) : null}
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={`导出${pack.name}整套材料`}
      onCancel={onClose}
      okText="选择文件夹并导出"
      cancelText="取消"
      okButtonProps={{ disabled: !checked || formats.length === 0, loading: busy }}
      onOk={() => void run()}
    >
      <div className="export-form">
        <p>会在您选的文件夹里新建“{pack.name}”文件夹，不覆盖已有的文件。</p>
        <Checkbox.Group
          aria-label="文件格式"
          value={formats}
          onChange={(v) => setFormats(v as Format[])}
          options={[
            { value: 'docx', label: 'Word 文档（可修改）' },
            { value: 'pdf', label: 'PDF（打印用）' },
          ]}
        />
        {held.length > 0 ? (
          <Notice tone="attention" title="缺内容的会跳过，清单上会写明">
            {held.map((i) => `${i.name}：${i.note}`).join('；')}
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
