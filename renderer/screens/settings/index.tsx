/** 设置: passphrase, locking, backup, LPR table, the record of changes. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../bridge.ts';
import { FieldHint, Notice, Page, Section } from '../../components/index.ts';
import { say, sayError } from '../../state/feedback.ts';
import { saveSettings, useSession } from '../../state/session.ts';
import { AuditLog } from './audit-log.tsx';
import { LetterheadChoice } from './letterhead.tsx';
import { LprTableView } from './lpr-table.tsx';
import { Passphrase } from './passphrase.tsx';
import '../../theme/blocks.css';
import './settings.css';

const LOCK_CHOICES = [
  { value: 0, label: '不自动锁定' },
  { value: 5, label: '5 分钟' },
  { value: 10, label: '10 分钟' },
  { value: 15, label: '15 分钟' },
  { value: 30, label: '30 分钟' },
  { value: 60, label: '1 小时' },
];

export default function SettingsPage() {
  const { settings, status } = useSession();
  if (status?.state !== 'open' || !settings) {
    return (
      <Page title="设置">
        <Notice>解锁以后才能修改设置。</Notice>
      </Page>
    );
  }
  const minutes = settings.lockAfterMinutes;
  const choices = LOCK_CHOICES.some((c) => c.value === minutes)
    ? LOCK_CHOICES
    : [...LOCK_CHOICES, { value: minutes, label: `${minutes} 分钟` }];
  return (
    <Page title="设置">
      <Passphrase hasPassphrase={status.hasPassphrase} keychain={status.keychain} />
      <Section title="自动锁定">
        <div className="field" data-path="settings.lockAfterMinutes">
          <label className="field-label" htmlFor="lock-after">
            多久不动就锁定
          </label>
          <Select
            id="lock-after"
            value={minutes}
            style={{ width: 220 }}
            options={choices}
            onChange={(v) => {
              saveSettings({ lockAfterMinutes: v })
                .then(() => say('已保存'))
                .catch(sayError);
            }}
          />
          <FieldHint>锁定前会先保存。也可以随时按 Ctrl+L（Mac 上是 ⌘L）立即锁定。</FieldHint>
        </div>
      </Section>
      <Backup path={status.path} />
      <LetterheadChoice name={settings.letterhead} />
      <LprTableView entries={settings.lprEntries} />
      <UndoScope />
      <AuditLog />
    </Page>
  );
}

/** What can be taken back, and what cannot: said where the record of it stands. */
function UndoScope() {
  return (
    <Section
      title="撤销管什么"
      lead="Ctrl+Z 撤销、Ctrl+Shift+Z 重做（Mac 上是 ⌘），换了页面也一样。撤销和重做都会写进下面的操作记录。"
    >
      <dl className="facts">
        <dt>可以撤销</dt>
        <dd>
          打开案件以后对案件内容的每一步修改，包括删掉的记录，最多 200
          步；关闭案件或者锁定以后从头算。
        </dd>
        <dt>锁定以前可以找回</dt>
        <dd>从证据里移除的文件、移除的流水文件。锁定以后，移除的文件才真正清除。</dd>
        <dt>随时可以恢复</dt>
        <dd>归档的案件。</dd>
        <dt>不能撤销</dt>
        <dd>彻底删除的案件、更换的口令、已经导出或打印的材料。设置改错了，改回来就行。</dd>
      </dl>
    </Section>
  );
}

function Backup({ path }: { path: string }) {
  const [busy, setBusy] = useState(false);
  const [where, setWhere] = useState('');
  const run = async () => {
    setBusy(true);
    try {
      const made = await call('store.backup', {});
      if (made) setWhere(made.path);
    } catch (error) {
      sayError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section
      title="备份"
      lead="所有案件和证据原件都在一个加密文件里。请定期备份到移动硬盘或另一台电脑。"
      actions={
        <Button loading={busy} onClick={() => void run()}>
          立即备份
        </Button>
      }
    >
      <p className="grey path-line">数据文件：{path}</p>
      {where ? (
        <Notice
          tone="done"
          title="备份已写好，并重新打开核对过"
          action={
            <Button
              onClick={() =>
                call('shell.showFolder', { path: where.replace(/[\\/][^\\/]*$/, '') }).catch(
                  sayError,
                )
              }
            >
              打开文件夹
            </Button>
          }
        >
          <span className="path-line">{where}</span>
        </Notice>
      ) : null}
    </Section>
  );
}
