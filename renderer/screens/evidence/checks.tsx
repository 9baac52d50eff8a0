/** The questions of a judge about a chat, asked before he does: answered yes, no, or not yet. */
import { CHAT_CHECKS, chatAnswers } from '../../../shared/case/chat-checks.ts';
import type { ItemDocument } from '../../../shared/case/transcript.ts';
import { StateTag, YesNoField } from '../../components/index.ts';

export function Checks({ at, item }: { at: string; item: ItemDocument }) {
  const { open, no } = chatAnswers(item);
  const weak = new Set(no.map((c) => c.key));
  return (
    <details className="fold chat-checks" open={open.length > 0 || no.length > 0}>
      <summary>
        开庭前核对{' '}
        {open.length > 0 ? (
          <StateTag state="partial" word={`还有 ${open.length} 项没核对`} />
        ) : no.length > 0 ? (
          <StateTag state="attention" word={`有 ${no.length} 项要补`} />
        ) : (
          <StateTag state="complete" word="都核对过了" />
        )}
      </summary>
      {CHAT_CHECKS.map((check) => (
        <div key={check.key}>
          <YesNoField
            path={`${at}.chat.checks.${check.key}`}
            label={check.question}
            hint={check.why}
            openLabel="还没核对"
          />
          {weak.has(check.key) ? (
            <div className="field-advice chat-mend" role="status">
              {check.mend}
            </div>
          ) : null}
        </div>
      ))}
    </details>
  );
}
