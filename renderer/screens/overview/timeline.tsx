/** The timeline: money, contacts, procedure, limits in four lanes, with today marked. */
import { Fragment } from 'react';
import { type CaseScreenKey, focusField, goScreen } from '../../state/navigation.ts';
import type { Lane, TimelineEvent } from './timeline-events.ts';

const lanes: [Lane, string][] = [
  ['money', '钱'],
  ['contact', '往来'],
  ['procedure', '手续'],
  ['limit', '期限'],
];

export function Timeline({ events, today }: { events: readonly TimelineEvent[]; today: string }) {
  const days = [...new Set(events.map((e) => e.date))];
  const firstAfter = days.findIndex((d) => d > today);
  const todayAt = firstAfter === -1 ? days.length : firstAfter;
  return (
    <table className="timeline">
      <thead>
        <tr>
          <th scope="col">日期</th>
          {lanes.map(([key, word]) => (
            <th key={key} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, i) => (
          <Fragment key={day}>
            {i === todayAt && !days.includes(today) ? <Today day={today} /> : null}
            <tr className={day > today ? 'timeline-later' : ''}>
              <td className="num">{day === today ? <strong>今天</strong> : day}</td>
              {lanes.map(([key]) => (
                <td key={key} className="lane">
                  {events
                    .filter((e) => e.date === day && e.lane === key)
                    .map((e) => (
                      <button
                        key={e.path + e.text}
                        type="button"
                        className={e.urgent ? 'lane-event lane-urgent' : 'lane-event'}
                        {...(e.why === undefined ? {} : { title: e.why })}
                        onClick={() => openEvent(e)}
                      >
                        {e.text}
                      </button>
                    ))}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
        {todayAt === days.length && !days.includes(today) ? <Today day={today} /> : null}
      </tbody>
    </table>
  );
}

function Today({ day }: { day: string }) {
  return (
    <tr className="timeline-today">
      <td className="num">{day}</td>
      <td colSpan={4}>今天</td>
    </tr>
  );
}

function openEvent(e: TimelineEvent): void {
  if (e.path.startsWith('screen:')) goScreen(e.path.slice(7) as CaseScreenKey);
  else focusField(e.path);
}
