/** What the window shows: the gate while the store is closed, then the cases or one case. */
import { App as AntApp, Button, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { Component, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { Notice } from './components/state-tag.tsx';
import { FirstRun } from './screens/first-run/index.tsx';
import { Home } from './screens/home.tsx';
import { Unlock } from './screens/unlock/index.tsx';
import { Workspace } from './screens/workspace/index.tsx';
import { bindMessages } from './state/feedback.ts';
import { useRoute } from './state/navigation.ts';
import { refreshStatus, useSession } from './state/session.ts';
import { themeFor } from './theme/tokens.ts';
import { useMedia } from './theme/use-media.ts';

/** Below the header, px: what is owed and the nearest deadline stay readable while a message shows. */
const UNDER_HEADER = 64;

export function App() {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => themeFor(dark, still), [dark, still]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp component={false} message={{ maxCount: 3, top: UNDER_HEADER }}>
        <Messages />
        <Mishap>
          <Suspense fallback={null}>
            <Shown />
          </Suspense>
        </Mishap>
      </AntApp>
    </ConfigProvider>
  );
}

function Messages() {
  const { message } = AntApp.useApp();
  useEffect(() => bindMessages(message), [message]);
  return null;
}

function Shown() {
  const { status } = useSession();
  const { page } = useRoute();
  if (!status) return null;
  if (status.state === 'absent') return <FirstRun keychain={status.keychain} />;
  if (status.state === 'locked') return <Unlock needsPassphrase={status.needsPassphrase} />;
  if (status.state === 'broken') {
    return (
      <main className="gate">
        <h1>案件库打不开</h1>
        <p>{status.message}</p>
        <Button type="primary" onClick={() => void refreshStatus()}>
          再试一次
        </Button>
        <p className="grey">错误代号 {status.code}</p>
      </main>
    );
  }
  return page === 'case' ? <Workspace /> : <Home />;
}

/** A fault in one screen must not take the window with it; what was typed is in the store already. */
export class Mishap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="page">
        <Notice
          tone="urgent"
          title="这一页出了错"
          action={<Button onClick={() => this.setState({ failed: false })}>重新打开这一页</Button>}
        >
          已录入的内容都已保存，没有受影响。
        </Notice>
      </div>
    );
  }
}
