/** Every time payment was asked for: the record that keeps the claim alive. */
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  type Column,
  DateField,
  Empty,
  LongTextField,
  Page,
  RadioField,
  RecordList,
  Row,
  Section,
  SelectField,
  StateTag,
  sayRemoved,
  TimeField,
} from '../../components/index.ts';
import { EditorHead, SplitEditor } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { useFocusIndex } from '../../state/navigation.ts';
import { Proofs } from '../evidence/proofs.tsx';
import { LimitationNote } from './limitation-note.tsx';
import { Obstacles } from './obstacles.tsx';
import { arrivals, channels, channelWord, outcomes, outcomeWord } from './words.ts';

type DemandDocument = NonNullable<CaseDocument['demands']>[number];

export default function Demands() {
  const { document, addRecord, removeRecords, problemsUnder } = useCase();
  const today = useToday();
  const demands = document.demands ?? [];
  const [openId, setOpenId] = useState<string | null>(null);
  const asked = useFocusIndex('demands');
  const askedId = asked === null ? undefined : demands[asked]?.id;
  useEffect(() => {
    if (askedId) setOpenId(askedId);
  }, [askedId]);

  const bad = new Set(
    demands.filter((_, i) => problemsUnder(`demands.${i}`).length > 0).map((d) => d.id),
  );
  const badKey = [...bad].join(' ');
  const shown = useMemo(
    () => [...demands].sort((a, b) => ((a.date || '9999') < (b.date || '9999') ? -1 : 1)),
    [demands],
  );
  const columns: Column<DemandDocument>[] = [
    { key: 'date', title: '日期', width: 112, render: (d) => d.date || '（未填）' },
    { key: 'channel', title: '方式', width: 90, render: (d) => channelWord(d.channel) },
    {
      key: 'content',
      title: '内容',
      render: (d) => (
        <>
          <span className="clip">{d.content}</span>
          {bad.has(d.id) ? <StateTag state="attention" /> : null}
        </>
      ),
    },
    { key: 'outcome', title: '对方', width: 96, render: (d) => outcomeWord(d.outcome) },
  ];

  const add = () =>
    setOpenId(
      addRecord(
        'demands',
        {
          date: today,
          channel: 'wechat',
          toPartyId: document.parties?.find((p) => p.role === 'borrower')?.id ?? null,
        },
        '新增催收',
      ),
    );
  const remove = (ids: string[]) => {
    if (openId && ids.includes(openId)) setOpenId(null);
    removeRecords('demands', ids, '删除催收');
    sayRemoved(` ${ids.length} 条催收记录`);
  };
  const index = demands.findIndex((d) => d.id === openId);

  return (
    <Page
      wide
      title="催收"
      lead="每催一次记一条。能证明催过，三年时效就从那天重新算起。"
      actions={
        <Button type="primary" onClick={add} title="快捷键 n">
          记一次催收
        </Button>
      }
    >
      <SplitEditor
        hasEditor={index >= 0}
        list={
          <>
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
            <LimitationNote />
            <Obstacles />
          </>
        }
        editor={
          index >= 0 ? (
            <DemandForm key={openId} index={index} onRemove={() => remove([openId ?? ''])} />
          ) : null
        }
      />
    </Page>
  );
}

function DemandForm({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { document } = useCase();
  const demand = document.demands?.[index];
  if (!demand) return null;
  const at = `demands.${index}`;
  const openEnded = (document.loans ?? []).some((l) => !l.due);
  const debtors = (document.parties ?? [])
    .filter((p) => p.role === 'borrower' || p.role === 'guarantor')
    .map((p) => ({ value: p.id, label: p.name || '未填姓名' }));
  return (
    <>
      <EditorHead
        title={`${channelWord(demand.channel)}催收`}
        actions={
          <Button size="small" onClick={onRemove}>
            删除
          </Button>
        }
      />
      <Row>
        <DateField path={`${at}.date`} label="日期" required past autoFocus />
        <TimeField path={`${at}.time`} label="时间" hint="聊天记录上有时间的照抄。" />
      </Row>
      <RadioField path={`${at}.channel`} label="方式" options={channels} />
      <SelectField
        path={`${at}.toPartyId`}
        label="向谁催的"
        options={debtors}
        clearable
        hint="只找借款人和保证人本人；不找亲友、单位，不在群里说，以免反被追究。"
      />
      <LongTextField
        path={`${at}.content`}
        label="说了什么"
        hint="要有欠款金额、请还款的意思。只是寒暄，算不上催款。"
      />
      <RadioField
        path={`${at}.arrived`}
        label="对方收到了吗"
        options={arrivals}
        fallback="unknown"
        hint="法律要求催款到达对方才重新起算时效：有回复、签收单、已读都行。"
      />
      <LongTextField
        path={`${at}.answer`}
        label="对方怎么回的"
        rows={2}
        hint="照抄原话。承认欠款的一句话，往往是最有用的证据。"
      />
      <RadioField path={`${at}.outcome`} label="结果" options={outcomes} fallback="none" />
      {openEnded ? (
        <DateField
          path={`${at}.graceUntil`}
          label="给对方的宽限到哪天"
          hint="没约定还款日的借款，催告时要给一段合理时间，期满后才算逾期、才起算时效。"
        />
      ) : null}
      <Section title="证据">
        <Proofs
          recordId={demand.id}
          group="demand"
          hint="截图要连续、完整，能看出对方是谁；原手机不要换、不要删。"
        />
      </Section>
    </>
  );
}
