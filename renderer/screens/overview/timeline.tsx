/** The timeline: money, contacts, procedure, limits in four lanes, with today marked; lanes can be put aside. */
import { ExclamationCircleOutlined, SwapRightOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { Fragment, useState } from 'react';
import { type CaseScreenKey, focusField, goScreen } from '../../state/navigation.ts';
import type { Lane, TimelineEvent } from './events.ts';

const lanes: [Lane, string][] = [
  ['money', '钱'],
  ['contact', '往来'],
  ['procedure', '手续'],
  ['limit', '期限'],
];

export function Timeline({ events, today }: { events: readonly TimelineEvent[]; today: string }) {
  const [hidden, setHidden] = useState<readonly Lane[]>([]);
  const shown = lanes.filter(([key]) => !hidden.includes(key));
  const kept = events.filter((e) => !hidden.includes(e.lane));
  return (
    <>
      <fieldset className="timeline-filter">
        <legend className="sr-only">显示哪几类</legend>
        {lanes.map(([key, word]) => (
          <Checkbox
            key={key}
            checked={!hidden.includes(key)}
            onChange={(e) =>
              setHidden(e.target.checked ? hidden.filter((l) => l !== key) : [...hidden, key])
            }
          >
            {word} <span className="grey">{events.filter((x) => x.lane === key).length}</span>
          </Checkbox>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p className="grey">四类都没有选，选一类就显示。</p>
      ) : (
        <Table events={kept} shown={shown} today={today} />
      )}
    </>
  );
}

function Table({
  events,
  shown,
  today,
}: {
  events: readonly TimelineEvent[];
  shown: readonly [Lane, string][];
  today: string;
}) {
  const days = [...new Set(events.map((e) => e.date))];
  const firstAfter = days.findIndex((d) => d > today);
  const todayAt = firstAfter === -1 ? days.length : firstAfter;
  const mark = days.includes(today) ? null : <Today day={today} span={shown.length} />;
  return (
    <table className="timeline">
      <thead>
        <tr>
          <th scope="col">日期</th>
          {shown.map(([key, word]) => (
            <th key={key} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, i) => (
          <Fragment key={day}>
            {i === todayAt ? mark : null}
            <tr className={day > today ? 'timeline-later' : ''}>
              <td className="num">{day === today ? <strong>今天</strong> : day}</td>
              {shown.map(([key]) => (
                <td key={key} className="lane">
                  {events
                    .filter((e) => e.date === day && e.lane === key)
                    .map((e) => (
                      <Event key={e.path + e.text} e={e} />
                    ))}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
        {todayAt === days.length ? mark : null}
      </tbody>
    </table>
  );
}

/** What happened or has to happen; a limit says its article, and what it was before it moved. */
function Event({ e }: { e: TimelineEvent }) {
  return (
    <div className="lane-item">
      <button
        type="button"
        className={e.urgent ? 'lane-event lane-urgent' : 'lane-event'}
        {...(e.why === undefined ? {} : { title: e.why })}
        onClick={() => openEvent(e)}
      >
        {e.urgent ? <ExclamationCircleOutlined aria-label="临近或已过" /> : null} {e.text}
      </button>
      {e.was ? (
        <div className="lane-moved">
          <SwapRightOutlined aria-hidden="true" /> 变动了，原为 {e.was}
        </div>
      ) : null}
      {e.article ? <div className="lane-rule">{e.article}</div> : null}
    </div>
  );
}

function Today({ day, span }: { day: string; span: number }) {
  return (
    <tr className="timeline-today">
      <td className="num">{day}</td>
      <td colSpan={span}>今天</td>
    </tr>
  );
}

function openEvent(e: TimelineEvent): void {
  if (e.path.startsWith('screen:')) goScreen(e.path.slice(7) as CaseScreenKey);
  else focusField(e.path);
}
