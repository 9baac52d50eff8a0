/** One contact: sent, or only planned. The guard speaks while it is typed and never stands in the way. */
import { Button } from 'antd';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  DateField,
  LongTextField,
  RadioField,
  Row,
  Section,
  SelectField,
  TextField,
  TimeField,
} from '../../components/index.ts';
import { EditorHead } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { copyText } from '../../state/clipboard.ts';
import { timeNow, useToday } from '../../state/clock.ts';
import { useConduct } from '../../state/conduct.ts';
import { say, sayError } from '../../state/feedback.ts';
import { Proofs } from '../evidence/proofs.tsx';
import { ConductNote } from './conduct-note.tsx';
import { Effects } from './effects.tsx';
import { arrivals, audiences, channels, channelWord, outcomesOf } from './words.ts';

type DemandDocument = NonNullable<CaseDocument['demands']>[number];
type PlanDocument = NonNullable<CaseDocument['demandPlans']>[number];

function Who({ at }: { at: string }) {
  const { document } = useCase();
  const debtors = (document.parties ?? [])
    .filter((p) => p.role !== 'lender')
    .map((p) => ({ value: p.id, label: p.name || '未填姓名' }));
  return (
    <>
      <RadioField path={`${at}.channel`} label="方式" options={channels} />
      <SelectField
        path={`${at}.toPartyId`}
        label="向谁催的"
        options={debtors}
        clearable
        hint="只找借款人和保证人本人；不找亲友、单位，不在群里说，以免反被追究。"
      />
      <RadioField
        path={`${at}.audience`}
        label="还有谁能看到或者听到"
        options={audiences}
        fallback="self"
      />
    </>
  );
}

/** A contact that has happened. */
export function DemandForm({
  demand,
  index,
  onRemove,
  onDraft,
}: {
  demand: DemandDocument;
  index: number;
  onRemove: () => void;
  /** Puts a lawful message into a new plan. */
  onDraft: (content: string) => void;
}) {
  const { document } = useCase();
  const { findings, reworded } = useConduct(demand);
  const at = `demands.${index}`;
  const openEnded = (document.loans ?? []).some((l) => !l.due);
  const slow = ['letter', 'lawyerLetter', 'email'].includes(demand.channel);
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
      <Who at={at} />
      <LongTextField
        path={`${at}.content`}
        label="说了什么"
        hint="照抄原话。要有欠款金额、请还款的意思；只是寒暄，算不上催款。"
      />
      <ConductNote
        findings={findings}
        sent
        onReword={() => onDraft(reworded() ?? '')}
        onMoment={() => undefined}
      />
      <RadioField
        path={`${at}.arrived`}
        label="对方收到了吗"
        options={arrivals}
        fallback="unknown"
        hint="法律要求催款到达对方才重新起算时效：有回复、签收单、已读都行。"
      />
      {slow && demand.arrived === 'yes' ? (
        <Row>
          <DateField
            path={`${at}.arrivedOn`}
            label="哪天到的"
            past
            hint="以签收的那天为准；空着按寄出那天算。"
          />
          <TextField path={`${at}.deliveryNumber`} label="快递单号或者回执" />
        </Row>
      ) : null}
      <LongTextField
        path={`${at}.answer`}
        label="对方怎么回的"
        rows={2}
        hint="照抄原话。承认欠款的一句话，往往是最有用的证据。"
      />
      <RadioField
        path={`${at}.outcome`}
        label="结果"
        options={outcomesOf(demand.answer)}
        fallback="none"
      />
      {demand.outcome === 'promise' ? (
        <DateField
          path={`${at}.promisedFor`}
          label="答应哪天还"
          hint="到那天会提醒您；没有说哪天的，空着。"
        />
      ) : null}
      {openEnded ? (
        <DateField
          path={`${at}.graceUntil`}
          label="给对方的宽限到哪天"
          hint="没约定还款日的借款，催告时要给一段合理时间，期满后才算逾期、才起算时效。"
        />
      ) : null}
      <Effects demandId={demand.id} />
      <Section title="证据">
        <Proofs
          recordId={demand.id}
          group="demand"
          hint="截图要连续、完整，能看出对方是谁；寄函的把快递单、签收记录一起加入；原手机不要换、不要删。"
        />
      </Section>
    </>
  );
}

/** A message that has not been sent: it may be put into other words and moved to another hour. */
export function PlanForm({
  plan,
  index,
  onRemove,
  onSent,
}: {
  plan: PlanDocument;
  index: number;
  onRemove: () => void;
  /** It was sent just now: it becomes a record. */
  onSent: (moment: { date: string; time: string }) => void;
}) {
  const { update } = useCase();
  const today = useToday();
  const { findings, reworded } = useConduct(plan);
  const at = `demandPlans.${index}`;
  return (
    <>
      <EditorHead
        title={`${channelWord(plan.channel)}，还没有发`}
        actions={
          <Button size="small" onClick={onRemove}>
            删除
          </Button>
        }
      />
      <LongTextField
        path={`${at}.content`}
        label="准备说什么"
        rows={5}
        hint="写谁借的、欠多少、请哪天还。发出以前都可以改。"
      />
      <ConductNote
        findings={findings}
        sent={false}
        onReword={() => {
          const text = reworded();
          if (text !== null) update(`${at}.content`, text, '换成合法的说法');
        }}
        onMoment={(moment) => {
          update(`${at}.date`, moment.date, '改时间');
          update(`${at}.time`, moment.time, '改时间');
        }}
      />
      <Row>
        <DateField path={`${at}.date`} label="准备哪天发" />
        <TimeField path={`${at}.time`} label="几点" hint="早8点到晚9点之间。" />
      </Row>
      <Who at={at} />
      <div className="conduct-acts">
        <Button
          type="primary"
          onClick={() => {
            if (copyText(plan.content ?? '')) say('已复制，粘贴到微信或者短信里发给本人');
            else sayError('没能复制，请选中文字后复制');
          }}
        >
          复制内容
        </Button>
        <Button onClick={() => onSent({ date: today, time: timeNow() })}>已经发出，记下来</Button>
      </div>
    </>
  );
}
