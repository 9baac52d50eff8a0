/** What is owed today, whether it has to be paid yet, and why it is this sum. */
import { Button } from 'antd';
import { useState } from 'react';
import { interestWord } from '../../../shared/claim/loan-words.ts';
import { dueState } from '../../../shared/law/due-state.ts';
import { Amount } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useOwed } from '../../state/claim.ts';
import { useToday } from '../../state/clock.ts';
import { OwedWhy } from '../workspace/owed-why.tsx';

export function HowMuch() {
  const owed = useOwed();
  const { lastGood } = useCase();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const { claim, enforced } = owed;
  const due = lastGood && !lastGood.judgment ? dueState(lastGood, today).words : '';
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
                本金 <Amount fen={claim.principal} />，{lastGood ? interestWord(lastGood) : '利息'}{' '}
                <Amount fen={claim.interest} />
                {claim.costs > 0 ? (
                  <>
                    ，费用 <Amount fen={claim.costs} />
                  </>
                ) : null}
              </p>
              {due && owed.total > 0 ? <p>{due}</p> : null}
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
