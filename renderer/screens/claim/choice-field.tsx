/** One open choice: every answer with its note and the total it leads to, side by side. */
import { Button, Radio } from 'antd';
import type { Claim } from '../../../shared/claim/types.ts';
import { Amount } from '../../components/index.ts';
import { update, useValue } from '../../state/case-store.ts';
import { focusField } from '../../state/navigation.ts';
import type { Choice, ChoiceOption } from './choices.ts';

/** The total under an answer: the claim's own for the answer in use, else the engine's alternative. */
function totalFor(claim: Claim, choice: Choice, option: ChoiceOption, now: unknown) {
  if (option.value === now) return { total: claim.total, unverified: false };
  const key = typeof option.value === 'boolean' ? choice.key : `${choice.key}.${option.value}`;
  const found = claim.alternatives.find((a) => a.key === key);
  // A reading the engine does not list changes nothing here; rounding is not compared, and a claim from the filing on
  // can't be before there is a day of filing.
  const open = choice.key === 'rounding' || (choice.key === 'claimFrom' && claim.filed === null);
  if (!found) return open ? null : { total: claim.total, unverified: false };
  return { total: found.claimTotal ?? found.total, unverified: found.unverified === true };
}

export function ChoiceField({ choice, claim }: { choice: Choice; claim: Claim }) {
  const path = `claim.${choice.key}`;
  const value = useValue(path);
  const fallback = choice.options.find((o) => o.recommended)?.value;
  const now = value === undefined || value === null ? fallback : value;
  const id = `choice-${choice.key}`;
  return (
    <fieldset className="choice-field" data-path={path}>
      <legend>{choice.title}</legend>
      <p className="grey" id={`${id}-lead`}>
        {choice.lead}
      </p>
      <Radio.Group
        value={now}
        aria-describedby={`${id}-lead`}
        onChange={(e) => update(path, e.target.value, `修改${choice.title}`)}
      >
        {choice.options.map((o) => {
          const result = totalFor(claim, choice, o, now);
          return (
            <div key={String(o.value)} className={o.value === now ? 'option option-now' : 'option'}>
              <Radio value={o.value}>
                {o.label}
                {o.recommended ? <span className="option-mark">建议</span> : null}
                {o.note ? <span className="option-note">{o.note}</span> : null}
              </Radio>
              <span className="option-total">
                {result ? <Amount fen={result.total} /> : null}
                {!result && choice.key === 'claimFrom' ? (
                  <Button type="link" size="small" onClick={() => focusField('suit.filedOn')}>
                    填了起诉日期才能算出
                  </Button>
                ) : null}
                {result?.unverified ? <span className="grey">（用到未核实的 LPR）</span> : null}
              </span>
            </div>
          );
        })}
      </Radio.Group>
    </fieldset>
  );
}
