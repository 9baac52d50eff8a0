/** The ladder of the road as one picture: done, now, next, missing, not yet. */
import {
  CheckOutlined,
  EllipsisOutlined,
  QuestionOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Step, StepState } from '../../../shared/law/road.ts';
import { goScreen } from '../../state/navigation.ts';

const looks: Record<StepState, { word: string; icon: ReactNode }> = {
  done: { word: '已做', icon: <CheckOutlined /> },
  now: { word: '现在', icon: <RightOutlined /> },
  next: { word: '接着', icon: <EllipsisOutlined /> },
  missing: { word: '没有记录', icon: <QuestionOutlined /> },
  notYet: { word: '还没到', icon: null },
};

export function Ladder({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="ladder" aria-label="从提醒到失信名单，走到哪一步">
      {steps.map((s) => (
        <li key={s.key} className={`ladder-step ladder-${s.state}`}>
          <Tooltip title={s.reason}>
            <button
              type="button"
              onClick={() => goScreen(s.screen)}
              aria-label={`${s.title}，${looks[s.state].word}，${s.reason}`}
              {...(s.state === 'now' ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="ladder-dot" aria-hidden="true">
                {looks[s.state].icon}
              </span>
              <span className="ladder-title">{s.title}</span>
              <span className="ladder-word">{s.date ?? looks[s.state].word}</span>
            </button>
          </Tooltip>
        </li>
      ))}
    </ol>
  );
}
