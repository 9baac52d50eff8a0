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
  const firstAfter = events.findIndex((e) => e.date > today);
  const todayAt = firstAfter === -1 ? events.length : firstAfter;
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
        {events.map((e, i) => (
          <Fragment key={`${e.path}${e.date}${e.text}`}>
            {i === todayAt ? <Today day={today} /> : null}
            <tr className={e.date > today ? 'timeline-later' : ''}>
              <td className="num">{i > 0 && events[i - 1]?.date === e.date ? '' : e.date}</td>
              {lanes.map(([key]) => (
                <td key={key} className={`lane lane-${key}`}>
                  {e.lane === key ? (
                    <button
                      type="button"
                      className={e.urgent ? 'lane-event lane-urgent' : 'lane-event'}
                      onClick={() => openEvent(e)}
                    >
                      {e.text}
                    </button>
                  ) : null}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
        {todayAt === events.length ? <Today day={today} /> : null}
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
