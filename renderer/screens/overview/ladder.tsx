/** The ladder of the road as one picture: done, now, next, missing, not yet; each rung opens its papers. */
import {
  CheckOutlined,
  EllipsisOutlined,
  QuestionOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import type { Step, StepKey, StepState } from '../../../shared/law/road.ts';
import { Rung } from './rung.tsx';

const looks: Record<StepState, { word: string; icon: ReactNode }> = {
  done: { word: '已做', icon: <CheckOutlined /> },
  now: { word: '现在', icon: <RightOutlined /> },
  next: { word: '接着', icon: <EllipsisOutlined /> },
  missing: { word: '没有记录', icon: <QuestionOutlined /> },
  notYet: { word: '还没到', icon: null },
};

/** Words of a rung's state. */
function wordOf(s: Step): string {
  if (s.date) return s.date;
  if (s.applied) return '已申请';
  if (s.branch && s.state === 'now') return '可以申请';
  if (s.branch && s.state === 'notYet') return s.missing.length > 0 ? '材料不足' : '没有事实';
  return looks[s.state].word;
}

export function Ladder({ steps }: { steps: readonly Step[] }) {
  const [openKey, setOpenKey] = useState<StepKey | null>(null);
  const open = steps.find((s) => s.key === openKey);
  const item = (s: Step) => (
    <li key={s.key} className={`ladder-step ladder-${s.state}`}>
      <button
        type="button"
        onClick={() => setOpenKey((k) => (k === s.key ? null : s.key))}
        aria-label={`${s.title}，${wordOf(s)}，${s.reason}`}
        aria-expanded={s.key === openKey}
        {...(s.key === openKey ? { 'aria-controls': 'rung' } : {})}
        {...(s.state === 'now' && !s.branch ? { 'aria-current': 'step' as const } : {})}
      >
        <span className="ladder-dot" aria-hidden="true">
          {looks[s.state].icon}
        </span>
        <span className="ladder-title">{s.title}</span>
        <span className="ladder-word">{wordOf(s)}</span>
      </button>
    </li>
  );
  return (
    <>
      <ol className="ladder" aria-label="从提醒到失信名单，走到哪一步">
        {steps.filter((s) => !s.branch).map(item)}
      </ol>
      <div className="ladder-more">
        <p className="grey">
          更重的措施，有具体的事实和证据才用，不按先后。只是没有还钱，哪一项都不能申请。
        </p>
        <ul className="ladder" aria-label="更重的措施">
          {steps.filter((s) => s.branch).map(item)}
        </ul>
      </div>
      {open ? <Rung step={open} word={wordOf(open)} onClose={() => setOpenKey(null)} /> : null}
    </>
  );
}
