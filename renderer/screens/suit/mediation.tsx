/** 先行调解: the official form asks; nothing is ticked for the user. */
import { Radio } from 'antd';
import { MEDIATION_BENEFITS } from '../../../shared/text/mediation.ts';
import { RadioField, Section, YesNoField } from '../../components/index.ts';
import { update, useValue } from '../../state/case-store.ts';

type Answer = boolean | null;

export function Mediation() {
  return (
    <Section
      title="先行调解的意愿"
      lead="起诉状里要填。都由您自己回答，软件不替您勾选；不回答就留空，打印后手写。"
    >
      <YesNoField
        path="suit.mediation.understands"
        label="是否了解调解能及时、高效、低成本、不伤和气地解决纠纷"
        openLabel="先不填"
      />
      <Benefits />
      <RadioField
        path="suit.mediation.willing"
        label="是否考虑先行调解"
        options={[
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
          { value: 'undecided', label: '暂不确定，想要了解更多内容' },
        ]}
        hint="愿意调解，不影响以后要求判决。"
      />
    </Section>
  );
}

/** The list is written whole, so that an answer to the fourth leaves no holes before it. */
function Benefits() {
  const value = useValue('suit.mediation.benefits');
  const given = Array.isArray(value) ? (value as Answer[]) : [];
  const answer = (index: number, a: Answer) =>
    update(
      'suit.mediation.benefits',
      MEDIATION_BENEFITS.map((_, i) => (i === index ? a : (given[i] ?? null))),
      '修改调解意愿',
    );
  return (
    <div className="field">
      <div className="field-label">是否了解先行调解的好处</div>
      <ol className="benefits">
        {MEDIATION_BENEFITS.map((text, i) => (
          <li key={text} data-path={`suit.mediation.benefits.${i}`}>
            <span id={`benefit-${i}`}>{text}</span>
            <Radio.Group
              aria-labelledby={`benefit-${i}`}
              value={given[i] ?? 'open'}
              onChange={(e) => answer(i, e.target.value === 'open' ? null : e.target.value)}
              options={[
                { value: true, label: '了解' },
                { value: false, label: '不了解' },
                { value: 'open', label: '先不填' },
              ]}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
