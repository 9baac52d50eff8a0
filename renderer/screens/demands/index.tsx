/** Every time payment was asked for, and what is about to be said: the record that keeps the claim alive. */
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import type { QuickDemand } from '../../../shared/text/quick-demand.ts';
import {
  type Column,
  Empty,
  Page,
  RecordList,
  StateTag,
  sayRemoved,
} from '../../components/index.ts';
import { SplitEditor } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { useDrafts } from '../../state/conduct.ts';
import { say } from '../../state/feedback.ts';
import { useLadder } from '../../state/ladder.ts';
import { useFocusIndex } from '../../state/navigation.ts';
import { DemandForm, PlanForm } from './demand-form.tsx';
import { Drafts } from './drafts.tsx';
import { LimitationNote } from './limitation-note.tsx';
import { Obstacles } from './obstacles.tsx';
import { QuickEntry } from './quick-entry.tsx';
import { channelWord, outcomeWord } from './words.ts';
import './demands.css';

type DemandDocument = NonNullable<CaseDocument['demands']>[number];
type PlanDocument = NonNullable<CaseDocument['demandPlans']>[number];
/** A line of the list; plans stand among the records by their day. */
type Line = { id: string; plan: PlanDocument } | { id: string; plan: null; sent: DemandDocument };

const recordOf = (l: Line) => l.plan ?? l.sent;

export default function Demands() {
  const { document, addRecord, removeRecords, change, problemsUnder } = useCase();
  const today = useToday();
  const demands = document.demands ?? [];
  const plans = document.demandPlans ?? [];
  const [openId, setOpenId] = useState<string | null>(null);
  const askedSent = useFocusIndex('demands');
  const askedPlan = useFocusIndex('demandPlans');
  const askedId =
    askedSent !== null
      ? demands[askedSent]?.id
      : askedPlan !== null
        ? plans[askedPlan]?.id
        : undefined;
  useEffect(() => {
    if (askedId) setOpenId(askedId);
  }, [askedId]);

  // Whoever comes to send a reminder, or has none on record, finds the texts first; the order stays while
  // the screen is open.
  const next = useLadder()?.next.screen;
  const texts = useDrafts().length > 0;
  const [textsFirst] = useState(
    texts && (next === 'demands' || demands.length + plans.length === 0),
  );

  const bad = new Set([
    ...demands.filter((_, i) => problemsUnder(`demands.${i}`).length > 0).map((d) => d.id),
    ...plans.filter((_, i) => problemsUnder(`demandPlans.${i}`).length > 0).map((d) => d.id),
  ]);
  const badKey = [...bad].join(' ');
  const shown = useMemo((): Line[] => {
    const key = (l: Line) => recordOf(l).date || '9999';
    return [
      ...demands.map((sent): Line => ({ id: sent.id, plan: null, sent })),
      ...plans.map((plan): Line => ({ id: plan.id, plan })),
    ].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  }, [demands, plans]);
  const columns: Column<Line>[] = [
    {
      key: 'date',
      title: '日期',
      width: 112,
      render: (l) => recordOf(l).date || (l.plan ? '未定' : '（未填）'),
    },
    { key: 'channel', title: '方式', width: 90, render: (l) => channelWord(recordOf(l).channel) },
    {
      key: 'content',
      title: '内容',
      render: (l) => (
        <>
          <span className="clip">{recordOf(l).content}</span>
          {bad.has(l.id) ? <StateTag state="attention" /> : null}
        </>
      ),
    },
    {
      key: 'outcome',
      title: '对方',
      width: 96,
      render: (l) => (l.plan ? <StateTag state="partial" word="还没发" /> : outcomeWord(l.sent)),
    },
  ];

  const borrower = document.parties?.find((p) => p.role === 'borrower')?.id ?? null;
  const add = () =>
    setOpenId(
      addRecord('demands', { date: today, channel: 'wechat', toPartyId: borrower }, '新增催收'),
    );
  const addQuick = (q: QuickDemand) => {
    addRecord(
      'demands',
      { ...q, toPartyId: borrower, arrived: q.answer ? 'yes' : 'unknown' },
      '快速记一条催收',
    );
    say('已记下，可以接着记下一条');
  };
  const plan = (content: string) =>
    setOpenId(
      addRecord(
        'demandPlans',
        { date: today, channel: 'wechat', toPartyId: borrower, content },
        '起草催收',
      ),
    );
  /** One step, so that one undo takes it back. */
  const sent = (of: PlanDocument, moment: { date: string; time: string }) =>
    change(
      (d) => ({
        ...d,
        demands: [...(d.demands ?? []), { ...of, ...moment }],
        demandPlans: (d.demandPlans ?? []).filter((p) => p.id !== of.id),
      }),
      '记为已发出',
    );
  const remove = (ids: string[]) => {
    if (openId && ids.includes(openId)) setOpenId(null);
    const planned = ids.filter((id) => plans.some((p) => p.id === id));
    const done = ids.filter((id) => !planned.includes(id));
    if (done.length > 0) removeRecords('demands', done, '删除催收');
    if (planned.length > 0) removeRecords('demandPlans', planned, '删除草稿');
    sayRemoved(` ${ids.length} 条`);
  };
  const index = demands.findIndex((d) => d.id === openId);
  const planIndex = plans.findIndex((p) => p.id === openId);
  const openDemand = demands[index];
  const openPlan = plans[planIndex];

  return (
    <Page
      wide
      title="催收"
      lead="每催一次记一条。能证明对方收到了，三年时效就从那天重新算起。"
      actions={
        <>
          <Button onClick={() => plan('')}>起草一条</Button>
          <Button type="primary" onClick={add} title="快捷键 n">
            记一次催收
          </Button>
        </>
      }
    >
      <SplitEditor
        hasEditor={openDemand !== undefined || openPlan !== undefined}
        list={
          <>
            {textsFirst ? <Drafts onPlan={plan} /> : null}
            <QuickEntry onAdd={addQuick} />
            <div className="demand-list">
              <RecordList
                label="催收记录"
                records={shown}
                columns={columns}
                columnsKey={badKey}
                openId={openId}
                onOpen={setOpenId}
                onNew={add}
                onDelete={remove}
                empty={
                  <Empty
                    sentence="发过的短信、微信，打过的电话，寄过的函，都记在这里；最早的一次和最近的一次最要紧。"
                    example="2025-06-18 微信：“请就 30 万元借款给出还款安排。”对方回复：“承认欠款，暂时没有钱。”"
                    action={
                      <Button type="primary" onClick={add}>
                        记一次催收
                      </Button>
                    }
                  />
                }
              />
            </div>
            <LimitationNote />
            {textsFirst ? null : <Drafts onPlan={plan} />}
            <Obstacles />
          </>
        }
        editor={
          openPlan ? (
            <PlanForm
              key={openPlan.id}
              plan={openPlan}
              index={planIndex}
              onRemove={() => remove([openPlan.id])}
              onSent={(moment) => sent(openPlan, moment)}
            />
          ) : openDemand ? (
            <DemandForm
              key={`sent ${openDemand.id}`}
              demand={openDemand}
              index={index}
              onRemove={() => remove([openDemand.id])}
              onDraft={plan}
            />
          ) : null
        }
      />
    </Page>
  );
}
