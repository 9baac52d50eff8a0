/** 期限: every limit of every case in one list, the earliest first, with its rule and what moved. */
import { Button, Radio, Switch } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { DeadlineRow, DeadlinesResult } from '../../../shared/api.ts';
import { call } from '../../bridge.ts';
import { type Column, Empty, Notice, Page, RecordList, StateTag } from '../../components/index.ts';
import { enterCase } from '../../state/cases.ts';
import { useToday } from '../../state/clock.ts';
import { daysWords } from '../../state/deadlines.ts';
import { sayError } from '../../state/feedback.ts';
import { focusField, goScreen } from '../../state/navigation.ts';
import { saveSettings, useSession } from '../../state/session.ts';
import { CalendarButton } from './calendar-button.tsx';

type Row = Omit<DeadlineRow, 'id'> & { id: string; deadlineId: string };
type Span = 'all' | 'month' | 'past';

const spans: { value: Span; label: string; test: (d: DeadlineRow) => boolean }[] = [
  { value: 'all', label: '还没到的', test: (d) => d.daysLeft >= 0 },
  { value: 'month', label: '三十天内', test: (d) => d.daysLeft >= 0 && d.daysLeft <= 30 },
  { value: 'past', label: '已经过的', test: (d) => d.daysLeft < 0 },
];

const columnsOf = (onNoted: (d: Row) => void): Column<Row>[] => [
  { key: 'date', title: '最后一天', width: 112, render: (d) => d.date },
  {
    key: 'left',
    title: '还有',
    width: 130,
    render: (d) =>
      d.urgency === 'expired' || d.urgency === 'urgent' ? (
        <StateTag state="urgent" word={daysWords(d.daysLeft)} />
      ) : (
        daysWords(d.daysLeft)
      ),
  },
  {
    key: 'title',
    title: '期限',
    width: 210,
    render: (d) => (
      <>
        <strong>{d.title}</strong>
        {d.was ? (
          <div className="grey">
            原为 {d.was}
            <Button
              type="link"
              size="small"
              aria-label={`知道了：${d.title}的日期有变`}
              onClick={(e) => {
                e.stopPropagation();
                onNoted(d);
              }}
            >
              知道了
            </Button>
          </div>
        ) : null}
      </>
    ),
  },
  { key: 'case', title: '案件', width: 160, render: (d) => d.caseTitle },
  {
    key: 'why',
    title: '依据',
    render: (d) => (
      <>
        {d.text}
        {d.article ? <span className="grey">（{d.article}）</span> : null}
      </>
    ),
  },
];

export function Deadlines({ tabs }: { tabs: ReactNode }) {
  const today = useToday();
  const { settings } = useSession();
  const [result, setResult] = useState<DeadlinesResult | null>(null);
  const [span, setSpan] = useState<Span>('all');
  const load = useCallback(async () => {
    try {
      setResult(await call('deadlines.list', { today }));
    } catch (error) {
      sayError(error);
    }
  }, [today]);
  useEffect(() => void load(), [load]);

  const test = spans.find((s) => s.value === span)?.test ?? (() => true);
  const rows = (result?.deadlines ?? [])
    .filter(test)
    .map((d): Row => ({ ...d, id: `${d.caseId}/${d.id}`, deadlineId: d.id }));
  const open = async (id: string) => {
    const row = rows.find((d) => d.id === id);
    if (!row) return;
    await enterCase(row.caseId);
    if (row.path) focusField(row.path);
    else goScreen(row.screen);
  };
  const noted = async (d: Row) => {
    try {
      await call('deadlines.noteMove', { caseId: d.caseId, deadlineId: d.deadlineId });
      await load();
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <Page
      title="期限"
      wide
      lead="所有在办案件的期限，按日期排。依法可以顺延的，已按国务院的放假安排顺延；查封、保证期间不顺延。"
      actions={<CalendarButton caseId={null} />}
    >
      {tabs}
      {(result?.unread ?? []).length > 0 ? (
        <Notice tone="attention" title="有的案件期限可能不全">
          {result?.unread.map((c) => (
            <Button key={c.caseId} type="link" onClick={() => void enterCase(c.caseId)}>
              {c.title}
            </Button>
          ))}
          里有没填好的地方，下面的期限没有算进这些地方；补好或删去后会重新算。
        </Notice>
      ) : null}
      <div className="search-line">
        <Radio.Group
          value={span}
          optionType="button"
          options={spans.map(({ value, label }) => ({ value, label }))}
          aria-label="看哪些期限"
          onChange={(e) => setSpan(e.target.value)}
        />
        <span className="remind">
          <Switch
            checked={settings?.remind ?? true}
            aria-label="到期前用系统通知提醒"
            onChange={(remind) => saveSettings({ remind }).catch(sayError)}
          />
          到期前用系统通知提醒（锁定时不显示姓名）
        </span>
      </div>
      <RecordList
        label="期限"
        records={rows}
        columns={columnsOf((d) => void noted(d))}
        columnsKey={result}
        openId={null}
        onOpen={(id) => void open(id)}
        empty={
          result === null ? null : (
            <Empty sentence="这里没有期限。录入借款、催收和法院的日期以后，软件会算出每个期限的最后一天。" />
          )
        }
      />
    </Page>
  );
}
