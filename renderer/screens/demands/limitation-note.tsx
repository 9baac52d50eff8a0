/** Until when the claim is safe, from the demands on record, and what on record does not count, and why. */
import { Button } from 'antd';
import { loanLimitation } from '../../../shared/law/case-limits.ts';
import { uncounted } from '../../../shared/law/limitation-words.ts';
import { unprovedPromises } from '../../../shared/proof/facts.ts';
import { dateWords, Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { useFacts } from '../../state/facts.ts';
import { focusField } from '../../state/navigation.ts';

export function LimitationNote() {
  const { lastGood } = useCase();
  const today = useToday();
  if (!lastGood || lastGood.suit.filedOn || lastGood.judgment) return null;
  return (
    <div className="below-list below-wide">
      <UnprovedPromises />
      {lastGood.loans.map((loan) => {
        const l = loanLimitation(lastGood, loan, today);
        const last = l.chain.at(-1);
        const notBegun = l.start !== null && l.start > today;
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
            {last
              ? `最近一次有效的催收或承认在 ${dateWords(last.date)}，三年从那天重新算起。`
              : notBegun
                ? `到期以后，从 ${dateWords(l.start)} 才开始算，现在不用赶。`
                : ''}
            {(!last && !notBegun) || l.expired ? warning?.text : ''}
            {uncounted(lastGood, loan, today).map((text) => (
              <p key={text} className="grey plain-para">
                {text}
              </p>
            ))}
          </Notice>
        );
      })}
    </div>
  );
}

/** What the debtor promised and nothing shows yet: a chat is soon gone. */
function UnprovedPromises() {
  const { lastGood } = useCase();
  const { facts } = useFacts();
  const open = lastGood ? unprovedPromises(lastGood, facts) : [];
  const last = open.at(-1);
  if (!last) return null;
  return (
    <Notice
      tone="attention"
      title={open.length === 1 ? '对方的承诺还没有证据' : `对方的 ${open.length} 次承诺还没有证据`}
    >
      {last.text}
      {open.length > 1 ? '等' : ''}，只有您的记录；对方不认的，要拿得出来。请加入{last.needs}
      ，原手机不要换、不要删。{' '}
      <Button
        type="link"
        size="small"
        className="inline-link"
        onClick={() => focusField(`${last.path}.content`)}
      >
        去加证据
      </Button>
    </Notice>
  );
}
