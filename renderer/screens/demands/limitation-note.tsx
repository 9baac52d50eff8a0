/** Until when the claim is safe, from the demands on record. */
import { loanLimitation } from '../../../shared/law/case-limits.ts';
import type { LimitationEventKind } from '../../../shared/law/limitation.ts';
import { dateWords, Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';

const WHAT: Record<LimitationEventKind, string> = {
  demand: '催收',
  promise: '承诺',
  partPayment: '还款',
  suit: '起诉',
  obstacle: '中止事由',
  other: '事项',
};

export function LimitationNote() {
  const { lastGood } = useCase();
  const today = useToday();
  const unsure = (lastGood?.demands ?? []).filter(
    (d) => d.arrived === 'unknown' && d.outcome !== 'promise',
  ).length;
  if (!lastGood || lastGood.suit.filedOn || lastGood.judgment) return null;
  return (
    <div className="below-list below-wide">
      {lastGood.loans.map((loan) => {
        const l = loanLimitation(lastGood, loan, today);
        const last = l.chain.at(-1);
        // What is said below of demands without an arrival need not be said twice.
        const warning = l.warnings.find((w) => w.code !== 'arrivalUnknown');
        return (
          <Notice
            key={loan.id}
            tone={l.expired ? 'urgent' : l.end ? 'note' : 'attention'}
            title={
              l.end
                ? `诉讼时效到 ${dateWords(l.end)}${lastGood.loans.length > 1 ? `（${loan.paperName}）` : ''}`
                : '诉讼时效还没起算'
            }
          >
            {last ? `最近一次有效的催收或承认在 ${dateWords(last.date)}，三年从那天重新算起。` : ''}
            {!last || l.expired ? warning?.text : ''}
            {unsure > 0 ? (
              <div>
                有 {unsure} 次催收不清楚对方收到没有，没有算进时效；有回复或签收的，请改为“到了”。
              </div>
            ) : null}
            {l.ignored.length > 0 ? (
              <ul className="plain-list">
                {l.ignored.map((x) => (
                  <li key={x.date + x.kind} className="grey">
                    {x.date} 的{WHAT[x.kind]}没有算进时效：{x.reason}
                  </li>
                ))}
              </ul>
            ) : null}
          </Notice>
        );
      })}
    </div>
  );
}
