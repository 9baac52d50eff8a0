/** 协商: the repayment plan: made, signed, followed, called due; or refused. */
import { Button } from 'antd';
import { DateField, Empty, Notice, Page, Section } from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { goScreen } from '../../state/navigation.ts';
import { Confirmation } from './confirmation.tsx';
import { Preview } from './preview.tsx';
import { Schedule } from './schedule.tsx';
import { Terms } from './terms.tsx';
import { usePlan } from './use-plan.ts';
import '../../theme/blocks.css';
import './settlement.css';

export default function SettlementScreen() {
  const { document } = useCase();
  const today = useToday();
  const status = useValue('settlement.status') ?? 'draft';
  const made = Boolean(document.settlement);
  const start = () => update('settlement', { status: 'draft' }, '排还款计划');
  return (
    <Page
      title="协商"
      lead="对方愿意分期还的，签一份还款协议。签了就是对欠款的确认，三年时效重新计算；违约了可以要求一次还清。"
      actions={made ? <Button onClick={() => goScreen('papers')}>看还款协议书</Button> : undefined}
    >
      {!made ? (
        <Empty
          sentence="先排一份计划，各期的日期和金额由软件算好，合计正好等于欠款，可以直接生成还款协议书。"
          example="欠 300,000.00 元，2026-02-28、2026-04-30、2026-06-30 各还 100,000.00 元；任何一期逾期超过 10 日，可以要求一次还清。"
          action={
            <Button type="primary" onClick={start}>
              排一份还款计划
            </Button>
          }
        />
      ) : status === 'signed' ? (
        <Schedule />
      ) : status === 'refused' ? (
        <Refused today={today} />
      ) : (
        <Draft />
      )}
      {made && status !== 'refused' ? <Confirmation /> : null}
    </Page>
  );
}

function Draft() {
  const plan = usePlan();
  return (
    <>
      <Terms plan={plan} />
      <Preview plan={plan} />
    </>
  );
}

function Refused({ today }: { today: string }) {
  const { change } = useCase();
  return (
    <Section title="对方没有同意">
      <DateField
        path="settlement.refusedOn"
        label="哪天拒绝的"
        hint="对方的原话请记在“催收”里，拒绝也是一次到达的催收。"
      />
      <Notice
        action={
          <Button
            onClick={() =>
              change(
                (d) => ({
                  ...d,
                  settlement: { ...d.settlement, status: 'draft', refusedOn: null },
                }),
                '重新协商',
              )
            }
          >
            重新协商
          </Button>
        }
      >
        计划还留着，可以改了再谈。谈不成的，到“诉讼”里看走哪条路。今天是 {today}。
      </Notice>
      <Button type="primary" onClick={() => goScreen('suit')}>
        看走哪条路
      </Button>
    </Section>
  );
}
