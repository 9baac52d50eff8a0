/** The foot of a statement: the keys, what is marked so far, and the step that takes it into the case. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { type Acceptance, aheadOf, markedSums } from '../../../../shared/statements/accept.ts';
import type { StatementInfo, StatementLine } from '../../../../shared/statements/calls.ts';
import { fenText, Notice } from '../../../components/index.ts';
import { useCase } from '../../../state/case-store.ts';
import { sayWith } from '../../../state/feedback.ts';
import { acceptStatement } from '../../../state/statements.ts';
import { paperWord } from '../../loans/words.ts';
import { marks } from './words.ts';

export function AcceptBar({
  info,
  marked,
  undo,
}: {
  info: StatementInfo;
  /** Every line marked as loan or repayment. */
  marked: readonly StatementLine[];
  undo: () => unknown;
}) {
  const { document } = useCase();
  const loans = document.loans ?? [];
  const [loanId, setLoanId] = useState('');
  const [left, setLeft] = useState<Acceptance['left']>([]);
  const loan = loans.find((l) => l.id === loanId) ?? loans[0];
  const sums = markedSums(marked);
  const nothing = sums.out.count + sums.in.count === 0;
  const taken = !nothing && aheadOf(document.transfers ?? [], info, marked) === 0;
  const accept = async () => {
    if (!loan) return;
    const done = await acceptStatement(info, loan.id);
    if (!done) return;
    setLeft(done.left);
    // What was left out stands in the box below, with the reasons.
    const taken = done.added.length + done.joined.length;
    if (taken === 0 && done.left.length > 0) return;
    const joined = done.joined.length > 0 ? `，${done.joined.length} 笔并入已有的记录` : '';
    sayWith((close) => (
      <span>
        {taken > 0 ? `记入 ${done.added.length} 笔${joined}` : '标记的各行都已经记入过'}
        {taken > 0 ? (
          <Button
            type="link"
            size="small"
            onClick={() => {
              undo();
              close();
            }}
          >
            撤销
          </Button>
        ) : null}
      </span>
    ));
  };
  return (
    <div className="statement-foot">
      {left.length > 0 ? (
        <Notice
          tone="attention"
          title={`有 ${left.length} 行没有记入`}
          action={
            <Button size="small" onClick={() => setLeft([])}>
              知道了
            </Button>
          }
        >
          <ul className="plain-list">
            {left.slice(0, 8).map((l) => (
              <li key={l.row}>
                第 {l.row} 行：{l.reason}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className="grey">选中一行按数字键：{marks.map((m) => `${m.key} ${m.word}`).join('　')}</p>
      <div className="statement-accept">
        <span className="num">
          已标记：出借 {sums.out.count} 笔 {fenText(sums.out.fen)} 元，还款 {sums.in.count} 笔{' '}
          {fenText(sums.in.fen)} 元
        </span>
        {loans.length > 1 ? (
          <Select
            value={loan?.id ?? ''}
            aria-label="记到哪笔借款"
            style={{ minWidth: 180 }}
            options={loans.map((l) => ({
              value: l.id,
              label: `${l.paperName || paperWord(l.paper)} ${l.signed ?? ''}`,
            }))}
            onChange={setLoanId}
          />
        ) : null}
        {taken ? (
          <span className="grey">标记的各笔都已记入流水。</span>
        ) : (
          <Button type="primary" disabled={nothing || !loan} onClick={() => void accept()}>
            记入流水
          </Button>
        )}
        {loan ? null : <span className="grey">先在“借款”里填好借条，才能记入。</span>}
      </div>
    </div>
  );
}
