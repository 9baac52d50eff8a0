/** The case's name, what is owed today (and why), the nearest deadline, and the tools. */
import {
  ArrowLeftOutlined,
  ExportOutlined,
  FileSearchOutlined,
  LockOutlined,
  RedoOutlined,
  SearchOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { dueState } from '../../../shared/law/due-state.ts';
import { call } from '../../bridge.ts';
import { Amount } from '../../components/amount.tsx';
import { SaveIndicator } from '../../components/save-indicator.tsx';
import { useCase } from '../../state/case-store.ts';
import { leaveCase } from '../../state/cases.ts';
import { useOwed } from '../../state/claim.ts';
import { useToday } from '../../state/clock.ts';
import { daysWords, useDeadlines, useSeenDeadlines } from '../../state/deadlines.ts';
import { sayError, sayWith } from '../../state/feedback.ts';
import { openFind } from '../../state/find.ts';
import { focusField, goScreen } from '../../state/navigation.ts';
import { openSearch } from '../../state/search.ts';
import { lockNow } from '../../state/session.ts';
import { redoAloud, undoAloud } from '../window-keys.ts';
import { OwedWhy } from './owed-why.tsx';

const EXPORT_TIP =
  '导出案件文件：只有填写的内容，不含证据原件和上面画的框。要连同原件交给别人，用“设置”里的“备份”。';
/** What the file lacks takes longer to read than its path. */
const EXPORT_NOTE_SECONDS = 12;

export function TopBar() {
  const { title, canUndo, canRedo, undoLabel, redoLabel, caseId, flush } = useCase();
  const exportCase = async () => {
    if (!caseId) return;
    try {
      await flush();
      const done = await call('cases.export', { caseId });
      if (done) {
        sayWith(
          () => (
            <span className="export-note">
              已导出到 {done.path}。{done.note}
            </span>
          ),
          EXPORT_NOTE_SECONDS,
        );
      }
    } catch (error) {
      sayError(error);
    }
  };
  const tool = (
    label: string,
    tip: string,
    icon: React.ReactNode,
    onClick: () => void,
    disabled = false,
  ) => (
    <Tooltip title={tip}>
      <Button type="text" icon={icon} aria-label={label} disabled={disabled} onClick={onClick} />
    </Tooltip>
  );
  return (
    <header className="topbar">
      {tool('回到案件列表', '回到案件列表', <ArrowLeftOutlined />, () => void leaveCase())}
      <span className="topbar-name" title={title}>
        {title}
      </span>
      <Owed />
      <NearestDeadline />
      <span className="topbar-grow" />
      <SaveIndicator />
      <div className="topbar-tools">
        {tool(
          '撤销',
          canUndo ? `撤销：${undoLabel}（Ctrl+Z）` : '没有可撤销的',
          <UndoOutlined />,
          undoAloud,
          !canUndo,
        )}
        {tool(
          '重做',
          canRedo ? `重做：${redoLabel}（Ctrl+Shift+Z）` : '没有可重做的',
          <RedoOutlined />,
          redoAloud,
          !canRedo,
        )}
        {tool('在本案中查找', '在本案中查找（Ctrl+F）', <FileSearchOutlined />, openFind)}
        {tool('查找案件', '查找案件（Ctrl+K）', <SearchOutlined />, openSearch)}
        {tool('导出案件文件', EXPORT_TIP, <ExportOutlined />, () => void exportCase())}
        {tool('锁定', '锁定（Ctrl+L）', <LockOutlined />, () => void lockNow())}
      </div>
    </header>
  );
}

function Owed() {
  const owed = useOwed();
  const { problems, lastGood } = useCase();
  const today = useToday();
  const notDue = lastGood && !lastGood.judgment && dueState(lastGood, today).due === 'none';
  const [open, setOpen] = useState(false);
  if (owed.total === null) {
    const path = owed.path ?? problems[0]?.path;
    return (
      <button
        type="button"
        className="owed"
        onClick={() => (path ? focusField(path) : goScreen(owed.screen))}
      >
        <span className="owed-label">今日欠款</span>
        <span>{owed.reason}</span>
      </button>
    );
  }
  return (
    <>
      <button type="button" className="owed" onClick={() => setOpen(true)}>
        <span className="owed-label">{notDue ? '还没到期，尚欠' : '今日欠款'}</span>
        <Amount fen={owed.total} />
        <span className="owed-why">为什么</span>
      </button>
      {owed.stale ? (
        <span className="grey" title="有的地方没填好，金额没有算进这些地方；见概览">
          （有没算进的）
        </span>
      ) : null}
      <OwedWhy open={open} onClose={() => setOpen(false)} owed={owed} />
    </>
  );
}

function NearestDeadline() {
  const { nearest } = useDeadlines();
  useSeenDeadlines();
  if (!nearest) return null;
  const tone =
    nearest.urgency === 'expired' || nearest.urgency === 'urgent'
      ? 'deadline-late'
      : nearest.urgency === 'soon'
        ? 'deadline-soon'
        : '';
  return (
    <button
      type="button"
      className="deadline"
      title={`${nearest.date} ${nearest.text}`}
      onClick={() => (nearest.path ? focusField(nearest.path) : goScreen(nearest.screen))}
    >
      <span className="deadline-label">{nearest.title}</span>
      <span className={`num ${tone}`}>{daysWords(nearest.daysLeft)}</span>
    </button>
  );
}
