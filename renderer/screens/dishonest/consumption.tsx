/** Readiness of an application for a consumption restriction. */
import { Button } from 'antd';
import type { ConsumptionView } from '../../../shared/law/dishonest-list.ts';
import { focusField, goScreen } from '../../state/navigation.ts';

export function Consumption({ view }: { view: ConsumptionView }) {
  return (
    <>
      {view.reasons.map((r) => (
        <p key={r.text} className="plain-para">
          {r.text}
          {r.article ? <span className="law-ref">{r.article}</span> : null}
        </p>
      ))}
      {view.verdict === 'insufficient' ? (
        <ul className="missing-list">
          {view.missing.map((m) => (
            <li key={m.path}>
              <Button type="link" onClick={() => focusField(m.path)}>
                {m.text}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {view.verdict === 'met' ? (
        <Button onClick={() => goScreen('papers')}>生成限制消费申请书</Button>
      ) : null}
      <details className="fold">
        <summary>限制消费令禁止哪些消费</summary>
        <ol>
          {view.heads.map((h) => (
            <li key={h}>{h}</li>
          ))}
        </ol>
      </details>
    </>
  );
}
