/** Two different acts: putting cases aside, or deleting one for good after typing its name. */
import { Button, Checkbox, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { CaseSummary } from '../../../shared/api.ts';
import { call, errorText } from '../../bridge.ts';
import { FieldHint, Notice } from '../../components/index.ts';
import { say } from '../../state/feedback.ts';

interface Props {
  cases: readonly CaseSummary[];
  /** The list shows archived cases: the first act is to put them back. */
  archived: boolean;
  onArchive(): void;
  onGone(): void;
  onClose(): void;
}

export function RemoveDialog({ cases, archived, onArchive, onGone, onClose }: Props) {
  const [only] = cases;
  const one = cases.length === 1 ? only : undefined;
  const title = one ? `“${one.title}”` : `${cases.length} 个案件`;
  return (
    <Modal
      open
      title={`归档或删除${title}`}
      onCancel={onClose}
      footer={<Button onClick={onClose}>取消</Button>}
      width={600}
      destroyOnHidden
    >
      <section className="remove-part">
        <h3>{archived ? '恢复' : '归档'}</h3>
        <p>
          {archived
            ? '放回案件列表，可以接着修改。'
            : '案件了结了，或者暂时不办：从列表里收起，内容和证据都还在，随时可以查看、恢复。'}
        </p>
        <Button type="primary" onClick={onArchive}>
          {archived ? '恢复到案件列表' : '归档'}
        </Button>
      </section>
      <section className="remove-part">
        <h3>彻底删除</h3>
        {one ? (
          <ForGood one={one} onGone={onGone} />
        ) : (
          <p className="grey">一次只能彻底删除一个案件，请单独选中它再删。</p>
        )}
      </section>
    </Modal>
  );
}

function ForGood({ one, onGone }: { one: CaseSummary; onGone(): void }) {
  const [name, setName] = useState('');
  const [backups, setBackups] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const id = useId();
  const run = async () => {
    setBusy(true);
    setError('');
    try {
      const left = await call('cases.delete', { caseId: one.caseId, name, backups });
      say(
        left.backups > 0
          ? `已彻底删除。${left.backups} 份自动备份里还有它，在 ${left.folder}`
          : '已彻底删除',
      );
      onGone();
    } catch (e) {
      setError(errorText(e));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Notice tone="urgent">
        填写的内容、证据原件、导入的流水和操作记录里关于它的内容都会清除，不能撤销，也恢复不了。您自己另存的备份、导出的文件不受影响。
      </Notice>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          照着输入案件名称：{one.title}
        </label>
        <Input
          id={id}
          value={name}
          autoComplete="off"
          status={error ? 'error' : ''}
          onChange={(e) => setName(e.target.value)}
        />
        {error ? (
          <div className="field-error" role="alert">
            {error}
          </div>
        ) : null}
      </div>
      <div className="field field-check">
        <Checkbox checked={backups} onChange={(e) => setBackups(e.target.checked)}>
          以前的自动备份也换成新的
        </Checkbox>
        <FieldHint>
          自动备份里还存着删除以前的内容。勾选后先做一份新的备份，再删掉旧的；不勾选，旧的备份会按天数逐渐换掉。
        </FieldHint>
      </div>
      <Button
        danger
        loading={busy}
        disabled={name.trim() !== one.title.trim()}
        onClick={() => void run()}
      >
        彻底删除
      </Button>
    </>
  );
}
