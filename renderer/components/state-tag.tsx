/** A state in icon and word: colour never says it alone. */
import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  PieChartOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** empty 空 · partial 未完 · complete 已齐 · attention 需注意 · urgent 紧急. */
export type SectionState = 'empty' | 'partial' | 'complete' | 'attention' | 'urgent';

const looks: Record<SectionState, { word: string; icon: ReactNode }> = {
  empty: { word: '空', icon: <MinusCircleOutlined /> },
  partial: { word: '未完', icon: <PieChartOutlined /> },
  complete: { word: '已齐', icon: <CheckCircleOutlined /> },
  attention: { word: '需注意', icon: <ExclamationCircleOutlined /> },
  urgent: { word: '紧急', icon: <WarningOutlined /> },
};

export function StateTag({ state, word }: { state: SectionState; word?: string }) {
  const look = looks[state];
  return (
    <span className={`state-tag state-${state}`}>
      <span aria-hidden="true">{look.icon}</span>
      {word ?? look.word}
    </span>
  );
}

/** A quiet box with something the user should know: note, attention, urgent, done. */
export function Notice({
  tone = 'note',
  title,
  children,
  action,
}: {
  tone?: 'note' | 'attention' | 'urgent' | 'done';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const icon = {
    note: null,
    attention: <ExclamationCircleOutlined />,
    urgent: <WarningOutlined />,
    done: <CheckCircleOutlined />,
  }[tone];
  return (
    <div className={`notice notice-${tone}`} role={tone === 'urgent' ? 'alert' : 'note'}>
      {icon ? (
        <span className="notice-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <div className="notice-body">
        {title ? <div className="notice-title">{title}</div> : null}
        {children}
      </div>
      {action ? <div className="notice-action">{action}</div> : null}
    </div>
  );
}
