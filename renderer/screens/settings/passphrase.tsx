/** Setting, changing or taking away the passphrase. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call, errorText } from '../../bridge.ts';
import { FieldHint, Notice, Section } from '../../components/index.ts';
import { say } from '../../state/feedback.ts';
import { takeStatus } from '../../state/session.ts';

const MIN = 8;

export function Passphrase({
  hasPassphrase,
  keychain,
}: {
  hasPassphrase: boolean;
  keychain: boolean;
}) {
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const close = () => {
    setOpen(false);
    setFirst('');
    setSecond('');
    setError('');
  };
  const save = async (passphrase: string | null) => {
    if (passphrase !== null && passphrase.length < MIN) {
      setError(`口令至少 ${MIN} 个字符，建议用几个词连起来`);
      return;
    }
    if (passphrase !== null && passphrase !== second) {
      setError('两次输入的口令不一样，请再输一遍');
      return;
    }
    setBusy(true);
    try {
      await takeStatus(await call('store.changePassphrase', { passphrase }));
      say(passphrase === null ? '已取消口令' : '口令已更换');
      close();
    } catch (e) {
      setError(errorText(e));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section
      title="口令"
      lead={
        hasPassphrase
          ? '打开软件要输入口令。忘记口令，数据无法恢复，请另外抄一份放好。'
          : '现在靠这台电脑的登录账户保护。加一个口令，别人登录了电脑也打不开。'
      }
      actions={
        open ? undefined : (
          <Button onClick={() => setOpen(true)}>{hasPassphrase ? '更换口令' : '设置口令'}</Button>
        )
      }
    >
      {open ? (
        <form
          onSubmit={(e) => {
            e.preventDefault();
            void save(first);
          }}
        >
          <div className="field" style={{ maxWidth: 360 }} data-path="settings.passphrase">
            <label className="field-label" htmlFor="pass-first">
              新口令
            </label>
            <Input.Password
              id="pass-first"
              autoComplete="new-password"
              autoFocus
              value={first}
              onChange={(e) => setFirst(e.target.value)}
            />
            <FieldHint>至少 {MIN} 个字符。</FieldHint>
          </div>
          <div className="field" style={{ maxWidth: 360 }} data-path="settings.passphraseAgain">
            <label className="field-label" htmlFor="pass-second">
              再输一遍
            </label>
            <Input.Password
              id="pass-second"
              autoComplete="new-password"
              value={second}
              onChange={(e) => setSecond(e.target.value)}
            />
          </div>
          {error ? <Notice tone="urgent">{error}</Notice> : null}
          <div className="button-line">
            <Button type="primary" htmlType="submit" loading={busy}>
              保存口令
            </Button>
            <Button onClick={close}>取消</Button>
            {hasPassphrase && keychain ? (
              <Button danger type="text" onClick={() => void save(null)}>
                改为不用口令
              </Button>
            ) : null}
          </div>
        </form>
      ) : null}
    </Section>
  );
}
