/** 计算器: small sums without a case. */
import { useState } from 'react';
import { calcTopic, runCalc } from '../../../shared/calc/registry.ts';
import { Notice, Page } from '../../components/index.ts';
import { pickKeys } from '../../components/pick-keys.ts';
import { useToday } from '../../state/clock.ts';
import '../../theme/blocks.css';
import './calculators.css';
import { CalcFields } from './fields.tsx';
import { CalcResultView } from './result.tsx';
import { TOPICS, type TopicSpec } from './spec.ts';
import { buildInput, startValues, type Values } from './values.ts';

const GROUPS = ['利息', '费用', '期限', '核对'] as const;

export default function CalculatorsPage() {
  const [chosen, setChosen] = useState(TOPICS[0]?.topic ?? '');
  const spec = TOPICS.find((t) => t.topic === chosen) ?? TOPICS[0];
  return (
    <Page
      wide
      title="计算器"
      lead="不用建案件，也不保存。要写进文书的金额，请以案件里的“请求计算”为准。"
    >
      <div className="calc">
        <nav className="pick-list calc-list" aria-label="计算器" onKeyDown={pickKeys}>
          {GROUPS.map((g) => (
            <div key={g}>
              <h2>{g}</h2>
              <ul>
                {TOPICS.filter((t) => t.group === g).map((t) => (
                  <li key={t.topic}>
                    <button
                      type="button"
                      className="pick"
                      aria-current={t.topic === spec?.topic ? 'true' : undefined}
                      onClick={() => setChosen(t.topic)}
                    >
                      {t.title}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        {spec ? <Calculator key={spec.topic} spec={spec} /> : null}
      </div>
    </Page>
  );
}

function Calculator({ spec }: { spec: TopicSpec }) {
  const today = useToday();
  const [values, setValues] = useState<Values>(() => startValues(spec.fields, today));
  const topic = calcTopic(spec.topic);
  const { input, waiting } = buildInput(spec.topic, spec.fields, values);
  const reply = topic && !waiting ? runCalc(topic, input) : null;
  const errorAt = (path: string) =>
    reply && !reply.ok && (reply.field === path || reply.field.startsWith(`${path}.`))
      ? reply.message
      : '';
  const paths = spec.fields.flatMap((f) => (f.kind === 'rows' ? [] : [f.key]));
  const placed = reply && !reply.ok && (paths.includes(reply.field) || /\.\d+\./.test(reply.field));
  return (
    <div className="calc-body">
      <h2 className="calc-title">{spec.title}</h2>
      <p className="grey">{spec.lead}</p>
      <div className="calc-columns">
        <form className="calc-form" onSubmit={(e) => e.preventDefault()}>
          <CalcFields
            topic={spec.topic}
            fields={spec.fields}
            values={values}
            today={today}
            errorAt={errorAt}
            onChange={setValues}
          />
        </form>
        {reply?.ok ? <CalcResultView title={spec.title} result={reply.result} /> : null}
        {reply && !reply.ok && !placed ? <Notice tone="attention">{reply.message}</Notice> : null}
        {reply === null ? <p className="calc-wait grey">填好左边，结果就在这里。</p> : null}
      </div>
    </div>
  );
}
