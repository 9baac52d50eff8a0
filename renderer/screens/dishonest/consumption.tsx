/** Readiness of an application for a consumption restriction, and whom the order covers. */
import { Button } from 'antd';
import type { ConsumptionView } from '../../../shared/law/dishonest-list.ts';
import { leaveAssessment } from '../../state/way-back.ts';
import { PaperButtons } from './criterion-card.tsx';

const PERSONS = 'choices.consumption-restriction.persons';

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
              <Button type="link" onClick={() => leaveAssessment(m.path)}>
                {m.text}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="plain-para">
        限制的人：
        {view.people.map((p, i) => (
          <span key={p.path + p.who}>
            {i > 0 ? '、' : ''}
            {p.who || (
              <Button type="link" className="inline-link" onClick={() => leaveAssessment(p.path)}>
                还没有填{p.role}
              </Button>
            )}
            {p.who && p.role ? `（${p.role}）` : ''}
          </span>
        ))}
      </p>
      {view.peopleNote ? (
        <p className="plain-para">
          {view.peopleNote.text}
          <span className="law-ref">{view.peopleNote.article}</span>
          <Button type="link" className="inline-link" onClick={() => leaveAssessment(PERSONS)}>
            加上主要负责人、实际控制人等
          </Button>
        </p>
      ) : null}
      <details className="fold">
        <summary>限制消费令禁止哪些消费</summary>
        <ol>
          {view.heads.map((h) => (
            <li key={h}>{h}</li>
          ))}
        </ol>
      </details>
      <PaperButtons ids={view.papers} ready={view.verdict === 'met'} />
    </>
  );
}
