/** One line of a statement: everything in it, the row as it stands, and what to decide. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { kept, markProblem, type Twin } from '../../../../shared/statements/accept.ts';
import type { StatementInfo, StatementLine } from '../../../../shared/statements/calls.ts';
import type { Mark } from '../../../../shared/statements/types.ts';
import { call } from '../../../bridge.ts';
import { fenText, Notice } from '../../../components/index.ts';
import { moneyShown } from '../../../components/normalise.ts';
import { EditorHead } from '../../../components/split.tsx';
import { currentCase } from '../../../state/case-store.ts';
import { sayError } from '../../../state/feedback.ts';
import { marks, markWord } from './words.ts';

const ways = { in: '收入', out: '支出', none: '不计收支' } as const;

function useRaw(statementId: string, row: number): string {
  const [raw, setRaw] = useState('');
  useEffect(() => {
    const { caseId } = currentCase();
    if (!caseId) return;
    let stale = false;
    call('statements.raw', { caseId, statementId, row })
      .then((r) => stale || setRaw(r.raw))
      .catch(sayError);
    return () => {
      stale = true;
    };
  }, [statementId, row]);
  return raw;
}

export function LinePane({
  info,
  line,
  twin,
  accepted,
  onMark,
  onDecide,
}: {
  info: StatementInfo;
  line: StatementLine;
  twin: Twin | null;
  accepted: boolean;
  onMark: (mark: Mark | '') => void;
  onDecide: (decision: StatementLine['decision']) => void;
}) {
  const e = line.entry;
  const raw = useRaw(info.statementId, e.row);
  const facts: [string, string][] = [
    ['时间', `${e.date} ${e.time}`],
    ['方向', ways[e.direction]],
    ['金额', `${fenText(e.fen)} 元`],
    ['已退回', e.refunded > 0 ? `${fenText(e.refunded)} 元，实际 ${fenText(kept(e))} 元` : ''],
    ['对方', e.counterparty],
    ['对方账号', e.counterAccount],
    ['类型', e.type],
    ['摘要', e.summary],
    ['支付方式', e.method],
    ['状态', e.status],
    ['交易号', e.transactionNumber],
    ['备注', e.note],
  ];
  const problem = line.mark ? markProblem(e, line.mark) : '';
  return (
    <>
      <EditorHead title={`第 ${e.row} 行`} />
      {accepted ? <Notice tone="done">这一行已经记入流水。</Notice> : null}
      {problem ? (
        <Notice tone="attention">
          {problem}，标成“{markWord(line.mark)}”不会记入。
        </Notice>
      ) : null}
      {e.refundOf !== null ? <Notice>这是第 {e.refundOf} 行那笔付款的退款。</Notice> : null}
      {line.also ? (
        <Notice>
          “{line.also.fileName}”第 {line.also.row} 行是同一笔交易，只会记入一次。
        </Notice>
      ) : null}
      {!accepted && twin?.kind === 'same' ? (
        <Notice>流水里已有这笔交易（交易号相同），不会重复记入。</Notice>
      ) : null}
      {!accepted && twin?.kind === 'maybe' ? (
        <Notice tone="attention" title="可能与流水里已有的一笔重复">
          <p>
            同一天、同样金额：{twin.transfer.date} {moneyShown(twin.transfer.amount)} 元
            {twin.transfer.transactionNumber ? `，交易号 ${twin.transfer.transactionNumber}` : ''}。
          </p>
          <div className="button-line">
            <Button
              type={line.decision === 'same' ? 'primary' : 'default'}
              aria-pressed={line.decision === 'same'}
              onClick={() => onDecide('same')}
            >
              是同一笔，补上交易号
            </Button>
            <Button
              type={line.decision === 'different' ? 'primary' : 'default'}
              aria-pressed={line.decision === 'different'}
              onClick={() => onDecide('different')}
            >
              不是同一笔，照样记入
            </Button>
          </div>
        </Notice>
      ) : null}
      <div className="button-line">
        {marks.map((m) => (
          <Button
            key={m.key}
            type={m.mark !== '' && line.mark === m.mark ? 'primary' : 'default'}
            aria-pressed={line.mark === m.mark}
            onClick={() => onMark(m.mark)}
          >
            {m.word}
          </Button>
        ))}
      </div>
      <dl className="facts">
        {facts
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => (
            <div className="facts-row" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <details className="fold">
        <summary>原文件里的这一行</summary>
        <pre className="statement-raw">{raw}</pre>
      </details>
    </>
  );
}
