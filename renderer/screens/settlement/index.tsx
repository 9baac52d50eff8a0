/** 协商: the repayment plan: made, signed, followed, called due; or refused. */
import { Button } from 'antd';
import { Empty, Page } from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';
import { goScreen } from '../../state/navigation.ts';
import { Confirmation } from './confirmation.tsx';
import { Preview } from './preview.tsx';
import { Promised } from './promised.tsx';
import { REFUSED, Refused, refuse } from './refused.tsx';
import { Schedule } from './schedule.tsx';
import { Terms } from './terms.tsx';
import { usePlan } from './use-plan.ts';
import '../../theme/blocks.css';
import './settlement.css';

export default function SettlementScreen() {
  const { document } = useCase();
  const status = useValue('settlement.status') ?? 'draft';
  const made = Boolean(document.settlement);
  const start = () => update('settlement', { status: 'draft' }, '排还款计划');
  return (
    <Page
      title="协商"
      lead="对方愿意分期还的，签一份还款协议。签了就是对欠款的确认，三年时效重新计算；违约了可以要求一次还清。"
      actions={made ? <Button onClick={() => goScreen('papers')}>看还款协议书</Button> : undefined}
    >
      {made && status !== 'draft' ? null : <Promised />}
      {!made ? (
        <Empty
          sentence="先排一份计划，各期的日期和金额由软件算好，合计正好等于欠款，可以直接生成还款协议书。"
          example="欠 300,000.00 元，2026-02-28、2026-04-30、2026-06-30 各还 100,000.00 元；任何一期逾期超过 10 日，可以要求一次还清。"
          action={
            <div className="button-line">
              <Button type="primary" onClick={start}>
                排一份还款计划
              </Button>
              <Button onClick={refuse}>{REFUSED}</Button>
            </div>
          }
        />
      ) : status === 'signed' ? (
        <Schedule />
      ) : status === 'refused' ? (
        <Refused />
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
