/** 概览: how much, where, what next, by when; below it the timeline. */
import { Button } from 'antd';
import { useMemo } from 'react';
import { deadlineQuestion } from '../../../shared/law/deadline-types.ts';
import type { NextAction, Way } from '../../../shared/law/road.ts';
import { Empty, Notice, Page, Section } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { daysWords, useDeadlines } from '../../state/deadlines.ts';
import { useLadder } from '../../state/ladder.ts';
import { openNext, opensPaper, openWay } from '../../state/open-next.ts';
import { CalendarButton } from '../case-list/calendar-button.tsx';
import { HowMuch } from './how-much.tsx';
import { Ladder } from './ladder.tsx';
import { Problems } from './problems.tsx';
import { Timeline } from './timeline.tsx';
import { timelineOf } from './timeline-events.ts';
import { Unproved } from './unproved.tsx';
import './overview.css';

export default function Overview() {
  const { caseId, title, lastGood, left, problems, document } = useCase();
  const today = useToday();
  const { all, nearest } = useDeadlines();
  const road = useLadder();
  const events = useMemo(() => (lastGood ? timelineOf(lastGood, all) : []), [lastGood, all]);

  return (
    <Page title={title} wide>
      <div className="overview">
        {problems.length > 0 ? (
          <Problems problems={problems} left={left} document={document} />
        ) : null}
        <Unproved />
        {road ? (
          <>
            <div className="answers">
              <HowMuch />
              <div className="answer">
                <h2>下一步</h2>
                <Button
                  type="primary"
                  size="large"
                  className="answer-button"
                  onClick={() => openNext(road.next)}
                >
                  {road.next.text}
                </Button>
                <p>{road.next.why}</p>
                <NextToo next={road.next} />
              </div>
              <div className="answer">
                <h2>{nearest ? deadlineQuestion(nearest.kind) : '最晚哪天'}</h2>
                {nearest ? (
                  <>
                    <p className="answer-main num">{nearest.date}</p>
                    {nearest.was ? <p className="grey">原为 {nearest.was}</p> : null}
                    <p>
                      {nearest.title}，
                      <span
                        className={
                          nearest.daysLeft <= 30 && nearest.urgency !== 'info'
                            ? 'deadline-late'
                            : ''
                        }
                      >
                        {daysWords(nearest.daysLeft)}
                      </span>
                    </p>
                    <p className="grey">
                      {nearest.text}
                      {nearest.article ? `（${nearest.article}）` : ''}
                    </p>
                  </>
                ) : (
                  <p className="grey">
                    {lastGood?.loans.some((l) => l.due) || lastGood?.judgment
                      ? '现在没有要赶的期限。'
                      : '录入借款和到期日以后，这里会算出时效等期限。'}
                  </p>
                )}
              </div>
            </div>
            <Section title="走到哪一步">
              <Ladder steps={road.steps} />
            </Section>
            <Section
              title="时间线"
              actions={caseId ? <CalendarButton caseId={caseId} size="small" /> : null}
            >
              {events.length > 0 ? (
                <Timeline events={events} today={today} />
              ) : (
                <Empty
                  sentence="录入转账、催收和法院的手续以后，这里按日期排成一条线。"
                  example="2023-03-01 借出 300,000 元；2024-03-05 电话催收；2026-03-16 向法院起诉。"
                />
              )}
            </Section>
          </>
        ) : (
          <Notice>把上面的几处改好，这里就会算出欠款、下一步和期限。</Notice>
        )}
      </div>
    </Page>
  );
}

/** The other ways on: the paper beside the screen, the field beside the paper, what the step itself names. */
function NextToo({ next }: { next: NextAction }) {
  const { paper, path, more = [] } = next;
  const own: Way[] = opensPaper(next)
    ? path
      ? [{ text: '已经办了，去填写日期', path }]
      : []
    : paper
      ? [{ text: '看文书的样子', paper }]
      : [];
  return [...own, ...more].map((way) => (
    <p key={way.text} className="answer-way">
      <Button type="link" className="inline-link" onClick={() => openWay(way)}>
        {way.text}
      </Button>
    </p>
  ));
}
