/** A signed plan: what came in on each instalment, what is late, and calling the rest due. */
import { Button } from 'antd';
import { useMemo } from 'react';
import { contact, LETTER_SENT } from '../../../shared/law/road-before.ts';
import { dueNotice, reminded } from '../../../shared/law/road-talks.ts';
import {
  type SettlementState,
  type Tracked,
  type TrackedInstalment,
  trackSettlement,
} from '../../../shared/law/settlement-track.ts';
import {
  Amount,
  DateField,
  dateWords,
  fenText,
  Notice,
  Section,
  StateTag,
} from '../../components/index.ts';
import { change, update, useCase, useValue } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { focusField, goPaper, goScreen } from '../../state/navigation.ts';
import { openWay } from '../../state/open-next.ts';

const WORDS: Record<SettlementState, string> = {
  none: '没有协议',
  draft: '草稿',
  refused: '对方没有同意',
  running: '按期履行',
  late: '有一期逾期',
  breached: '违约，可以宣布全部到期',
  accelerated: '已宣布全部到期',
  fulfilled: '已还清',
};

export function Schedule() {
  const { lastGood } = useCase();
  const today = useToday();
  const signedOn = useValue('settlement.signedOn');
  const tracked = useMemo(
    () => (lastGood ? trackSettlement(lastGood, today) : null),
    [lastGood, today],
  );
  if (!tracked) return null;
  const back = () =>
    change(
      (d) => ({
        ...d,
        settlement: {
          ...d.settlement,
          status: 'draft',
          acceleratedOn: null,
          instalments: [],
          debt: null,
        },
      }),
      '退回草稿',
    );
  return (
    <>
      <Section
        title={WORDS[tracked.state]}
        lead={`${dateWords(String(signedOn ?? ''))}签订。到账的还款记在“流水”里，按到期先后自动对上各期。`}
        actions={
          <Button size="small" onClick={back}>
            退回草稿
          </Button>
        }
      >
        <Rows tracked={tracked} />
        <div className="button-line">
          <Button onClick={() => goScreen('transfers')}>记一笔还款</Button>
        </div>
      </Section>
      <Breach tracked={tracked} />
    </>
  );
}

const stateTag = (x: TrackedInstalment, called: boolean) => {
  if (x.state === 'paid') return <StateTag state="complete" word="已还" />;
  if (x.state === 'paidLate') return <StateTag state="complete" word={`迟 ${x.lateDays} 天还清`} />;
  if (x.state === 'late') return <StateTag state="urgent" word={`逾期 ${x.lateDays} 天`} />;
  if (called) return <StateTag state="urgent" word="已到期（提前）" />;
  return <StateTag state="empty" word="未到期" />;
};

function Rows({ tracked }: { tracked: Tracked }) {
  return (
    <div className="table-scroll plan-table">
      <table className="plain-table" aria-label="各期还款情况">
        <thead>
          <tr>
            <th scope="col">期数</th>
            <th scope="col">到期日</th>
            <th scope="col" className="cell-right">
              应还
            </th>
            <th scope="col" className="cell-right">
              已还
            </th>
            <th scope="col">由哪笔还的</th>
            <th scope="col">情况</th>
          </tr>
        </thead>
        <tbody>
          {tracked.instalments.map((x) => (
            <tr key={x.number}>
              <td className="num">{x.number}</td>
              <td className="num">{x.due}</td>
              <td className="cell-right">{fenText(x.total)}</td>
              <td className="cell-right">{fenText(x.paid)}</td>
              <td>
                {x.by.map((b) => (
                  <div key={b.transferId} className="num">
                    {b.date} {fenText(b.amount)} 元
                  </div>
                ))}
              </td>
              <td>{stateTag(x, tracked.state === 'accelerated')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>还差</td>
            <td className="cell-right" colSpan={2}>
              <Amount fen={tracked.left} />
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Breach({ tracked }: { tracked: Tracked }) {
  const { lastGood } = useCase();
  const today = useToday();
  const { state, accelerateFrom } = tracked;
  if (state === 'fulfilled' || state === 'running') return null;
  if (state === 'late') {
    const said = lastGood ? reminded(lastGood, tracked, today) : null;
    return (
      <Notice tone="attention" title="有一期逾期了">
        {said ? `${dateWords(said.date)}已经提醒。` : '先提醒一次。'}到{dateWords(accelerateFrom)}
        仍不付清的，可以按协议宣布全部到期。
      </Notice>
    );
  }
  if (
    state !== 'accelerated' &&
    tracked.instalments.every((x) => x.left === 0 || x.state === 'late')
  ) {
    return (
      <Notice
        tone="urgent"
        title="各期都已到期，还没有付清"
        action={<Button onClick={() => goPaper('demand-letter')}>写催收通知书</Button>}
      >
        没有要提前到期的了，按协议催款；还不付的，可以起诉。
      </Notice>
    );
  }
  // One section for both states, so that the cursor stays in the date while it is typed.
  const called = state === 'accelerated';
  return (
    <>
      {called ? null : <CallDue tracked={tracked} />}
      <Section title={called ? '全部到期' : '通知到达以后'}>
        <DateField
          path="settlement.acceleratedOn"
          label="通知到达对方的日期"
          past
          hint={
            called
              ? '从这天起，没到期的各期也一起到期；“请求计算”按它算逾期利息。请保留送达的证据。'
              : '还没有到达的，空着。快递签收的那天，或者对方回复收到的那天；填了以后才按全部到期计算。'
          }
        />
        {called ? <Called /> : null}
      </Section>
    </>
  );
}

/** The notice comes first: written, sent, recorded; nothing is due early before it arrived. */
function CallDue({ tracked }: { tracked: Tracked }) {
  const { lastGood } = useCase();
  const today = useToday();
  const sent = lastGood ? dueNotice(lastGood, tracked, today) : null;
  const record = () => {
    if (lastGood) openWay(contact(lastGood, LETTER_SENT, 'letter'));
  };
  return (
    <Notice tone="urgent" title="对方违约，可以宣布全部到期">
      <p>
        按协议，逾期超过约定的日数，您可以书面通知对方，没到期的各期一起到期。先写催收通知书，用能查签收的快递寄出，到达对方才算数；不通知，只能要已经到期的部分。
      </p>
      {sent ? <p>{dateWords(sent.date)}已经寄出通知。</p> : null}
      <div className="button-line">
        <Button {...(sent ? {} : { type: 'primary' })} onClick={() => goPaper('demand-letter')}>
          写催收通知书
        </Button>
        {sent ? (
          <Button type="primary" onClick={() => focusField('settlement.acceleratedOn')}>
            到了，填到达的日期
          </Button>
        ) : (
          <Button onClick={record}>{LETTER_SENT}</Button>
        )}
      </div>
    </Notice>
  );
}

function Called() {
  return (
    <div className="button-line">
      <Button onClick={() => goScreen('claim')}>看现在能要多少</Button>
      <Button type="primary" onClick={() => goScreen('suit')}>
        看走哪条路
      </Button>
      <Button onClick={() => update('settlement.acceleratedOn', null, '撤回全部到期')}>撤回</Button>
    </div>
  );
}
