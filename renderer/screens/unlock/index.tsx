/** The locked store: one field, one button. */
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { call, errorText } from '../../bridge.ts';
import { takeStatus } from '../../state/session.ts';

export function Unlock({ needsPassphrase }: { needsPassphrase: boolean }) {
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);

  // No name of a party may stand in the title of a locked window.
  useEffect(() => {
    document.title = '借据';
  }, []);

  const unlock = async () => {
    if (needsPassphrase && passphrase.length < 8) {
      setFailure('请输入口令（至少 8 个字符）');
      return;
    }
    setBusy(true);
    setFailure('');
    try {
      await takeStatus(
        await call('store.unlock', { passphrase: needsPassphrase ? passphrase : null }),
      );
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <main className="gate">
      <div className="gate-brand">
        <strong>借据</strong>
        <h1>案件库已锁定</h1>
      </div>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void unlock();
        }}
      >
        {needsPassphrase ? (
          <div className="field">
            <label className="field-label" htmlFor="passphrase">
              口令
            </label>
            <Input.Password
              id="passphrase"
              value={passphrase}
              autoFocus
              autoComplete="current-password"
              status={failure ? 'error' : ''}
              onChange={(e) => setPassphrase(e.target.value)}
              aria-describedby="unlock-error"
            />
          </div>
        ) : (
          <p>钥匙由这台电脑的系统钥匙串保管，点一下就能打开。</p>
        )}
        <div id="unlock-error" className="field-error" role="alert" style={{ marginBottom: 12 }}>
          {failure}
        </div>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={busy}
          autoFocus={!needsPassphrase}
        >
          打开案件库
        </Button>
      </form>
    </main>
  );
}
