/** 概览: how much, where, what next, by when; below it the timeline. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { NextAction, Way } from '../../../shared/law/road.ts';
import { gapText } from '../../../shared/proof/facts.ts';
import { Amount, Empty, Notice, Page, Section } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useOwed } from '../../state/claim.ts';
import { useToday } from '../../state/clock.ts';
import { daysWords, useDeadlines } from '../../state/deadlines.ts';
import { useFacts } from '../../state/facts.ts';
import { useLadder } from '../../state/ladder.ts';
import { focusField } from '../../state/navigation.ts';
import { openNext, opensPaper, openWay } from '../../state/open-next.ts';
import { CalendarButton } from '../case-list/calendar-button.tsx';
import { OwedWhy } from '../workspace/owed-why.tsx';
import { Ladder } from './ladder.tsx';
import { Problems } from './problems.tsx';
import { Timeline } from './timeline.tsx';
import { timelineOf } from './timeline-events.ts';
import './overview.css';

export default function Overview() {
  const { caseId, title, lastGood, problems, document } = useCase();
  const today = useToday();
  const { all, nearest } = useDeadlines();
  const road = useLadder();
  const events = useMemo(() => (lastGood ? timelineOf(lastGood, all) : []), [lastGood, all]);

  return (
    <Page title={title} wide>
      <div className="overview">
        {problems.length > 0 ? <Problems problems={problems} document={document} /> : null}
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
                <h2>最晚哪天</h2>
                {nearest ? (
                  <>
                    <p className="answer-main num">{nearest.date}</p>
                    {nearest.was ? <p className="grey">原为 {nearest.was}</p> : null}
                    <p>
                      {nearest.title}，
                      <span className={nearest.daysLeft <= 30 ? 'deadline-late' : ''}>
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

/** One line for the facts that nothing proves yet, with the way to them. */
function Unproved() {
  const { open } = useFacts();
  const [first] = open;
  if (!first) return null;
  return (
    <Notice tone="attention">
      {open.length === 1 ? '有一件事' : `有 ${open.length} 件事`}还缺证据：{gapText(first)}
      {open.length > 1 ? ' 等' : ''}{' '}
      <Button
        type="link"
        size="small"
        className="inline-link"
        onClick={() => focusField('evidence.facts')}
      >
        看看怎么补
      </Button>
    </Notice>
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

function HowMuch() {
  const owed = useOwed();
  const [open, setOpen] = useState(false);
  const { claim, enforced } = owed;
  return (
    <div className="answer">
      <h2>今天欠多少</h2>
      {owed.total === null ? (
        <p className="grey">{owed.reason}</p>
      ) : (
        <>
          <p className="answer-main answer-amount">
            <Amount fen={owed.total} />
          </p>
          {enforced ? (
            <>
              <p>
                本金 <Amount fen={enforced.principal} />
                ，利息 <Amount fen={enforced.ordinaryInterest + enforced.fixedInterest} />
                ，加倍利息 <Amount fen={enforced.doubled} />
                {enforced.costs > 0 ? (
                  <>
                    ，费用 <Amount fen={enforced.costs} />
                  </>
                ) : null}
              </p>
              <p className="grey">按生效判决算到今天。</p>
            </>
          ) : claim ? (
            <>
              <p>
                本金 <Amount fen={claim.principal} />
                ，利息 <Amount fen={claim.interest} />
                {claim.costs > 0 ? (
                  <>
                    ，费用 <Amount fen={claim.costs} />
                  </>
                ) : null}
              </p>
              <p className="grey">算到今天。法院最后认定多少，要看证据。</p>
            </>
          ) : null}
          <Button onClick={() => setOpen(true)}>为什么是这个数</Button>
          <OwedWhy open={open} onClose={() => setOpen(false)} owed={owed} />
        </>
      )}
    </div>
  );
}
