/** The window outside a case: cases, calculators, settings, about. */
import {
  CalculatorOutlined,
  FolderOpenOutlined,
  InfoCircleOutlined,
  LockOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { Suspense } from 'react';
import { CaseSearch } from '../components/case-search.tsx';
import { Jobs } from '../components/jobs.tsx';
import { goPage, type PageKey, useRoute } from '../state/navigation.ts';
import { lockNow } from '../state/session.ts';
import { pages } from './registry.tsx';
import { useWindowKeys } from './window-keys.ts';

const tabs = [
  { key: 'cases', title: '案件', icon: <FolderOpenOutlined /> },
  { key: 'calculators', title: '计算器', icon: <CalculatorOutlined /> },
  { key: 'settings', title: '设置', icon: <SettingOutlined /> },
  { key: 'about', title: '关于', icon: <InfoCircleOutlined /> },
] as const;

export function Home() {
  const { page } = useRoute();
  const key: PageKey = page === 'case' ? 'cases' : page;
  const Shown = pages[key];
  useWindowKeys();
  return (
    <div className="home">
      <header className="topbar">
        <strong className="brand">借据</strong>
        <nav aria-label="主要页面" className="topbar-grow home-nav">
          {tabs.map((t) => (
            <Button
              key={t.key}
              type="text"
              icon={t.icon}
              {...(key === t.key ? { 'aria-current': 'page' as const } : {})}
              className={key === t.key ? 'nav-here' : ''}
              onClick={() => goPage(t.key)}
            >
              {t.title}
            </Button>
          ))}
        </nav>
        <Tooltip title="锁定（Ctrl+L）">
          <Button
            type="text"
            icon={<LockOutlined />}
            aria-label="锁定案件库"
            onClick={() => void lockNow()}
          />
        </Tooltip>
      </header>
      <main className="home-body">
        <Suspense fallback={null}>
          <Shown />
        </Suspense>
      </main>
      <CaseSearch />
      <Jobs />
    </div>
  );
}
