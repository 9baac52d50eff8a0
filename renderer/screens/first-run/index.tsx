/** First run: what is encrypted, and how it is opened: by the system's keychain or by a passphrase. */
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { call, errorText } from '../../bridge.ts';
import { Notice } from '../../components/state-tag.tsx';
import { takeStatus } from '../../state/session.ts';

export function FirstRun({ keychain }: { keychain: boolean }) {
  const [way, setWay] = useState<'keychain' | 'passphrase'>(keychain ? 'keychain' : 'passphrase');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [left, setLeft] = useState(false);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);

  const short = way === 'passphrase' && first.length < 8;
  const different = way === 'passphrase' && second !== first;
  const create = async () => {
    setLeft(true);
    if (short || different) return;
    setBusy(true);
    try {
      await takeStatus(
        await call('store.create', { passphrase: way === 'passphrase' ? first : null }),
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
        <span className="grey">把借条、转账和聊天记录，整理成法院能收的材料</span>
      </div>
      <h1>先建一个加密的案件库</h1>
      <p>
        您录入的当事人、借款、证据文件，全部加密存在这台电脑上，不上传到任何地方。电脑丢了，别人也打不开。
      </p>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void create();
        }}
      >
        <Radio.Group
          value={way}
          onChange={(e) => setWay(e.target.value)}
          style={{ display: 'block' }}
          aria-label="怎样打开案件库"
        >
          <div className="choice">
            <Radio value="keychain" disabled={!keychain}>
              <strong>由这台电脑保管钥匙</strong>
              <span className="choice-note">
                {keychain
                  ? '登录这台电脑就能打开，不用另记口令。换电脑前请先做备份并设好口令。'
                  : '这台电脑没有可用的系统钥匙串，请改用口令。'}
              </span>
            </Radio>
          </div>
          <div className="choice">
            <Radio value="passphrase">
              <strong>自己设一个口令</strong>
              <span className="choice-note">每次打开都要输入。多人共用电脑时选这个。</span>
            </Radio>
          </div>
        </Radio.Group>
        {way === 'passphrase' ? (
          <>
            <div className="field" style={{ marginTop: 16 }}>
              <label className="field-label" htmlFor="pass1">
                口令
              </label>
              <Input.Password
                id="pass1"
                value={first}
                autoFocus={!keychain}
                autoComplete="new-password"
                onChange={(e) => setFirst(e.target.value)}
                status={left && short ? 'error' : ''}
                aria-describedby="pass1-hint"
              />
              {left && short ? (
                <div className="field-error" role="alert">
                  口令至少 8 个字符
                </div>
              ) : null}
              <div className="field-hint" id="pass1-hint">
                至少 8 个字符；几个不相干的词连起来，又长又好记。
              </div>
            </div>
            <div className="field">
              <label className="field-label" htmlFor="pass2">
                再输入一遍
              </label>
              <Input.Password
                id="pass2"
                value={second}
                autoComplete="new-password"
                onChange={(e) => setSecond(e.target.value)}
                status={left && different ? 'error' : ''}
              />
              {left && different ? (
                <div className="field-error" role="alert">
                  两次输入的口令不一样
                </div>
              ) : null}
            </div>
            <Notice tone="urgent" title="口令忘了，谁也找不回来">
              没有后门，也没有“找回口令”。请现在就写在纸上，放到家里安全的地方。
            </Notice>
          </>
        ) : null}
        {failure ? (
          <Notice tone="urgent" title="没有建成">
            {failure}
          </Notice>
        ) : null}
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          建立案件库
        </Button>
      </form>
    </main>
  );
}
