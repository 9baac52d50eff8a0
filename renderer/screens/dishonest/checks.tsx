/** The general preconditions, and the questions of 失信规定 arts. 3 and 4. */
import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Check } from '../../../shared/law/dishonest-list.ts';
import { YesNoField } from '../../components/index.ts';
import { leaveAssessment } from '../../state/way-back.ts';

const looks = {
  yes: { icon: <CheckOutlined />, word: '满足' },
  no: { icon: <CloseOutlined />, word: '不满足' },
  unknown: { icon: <QuestionOutlined />, word: '还不知道' },
} as const;

export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="check-list">
      {checks.map((k) => (
        <li key={k.id} className={`check check-${k.state}`}>
          <span className="check-mark">
            <span aria-hidden="true">{looks[k.state].icon}</span>
            {looks[k.state].word}
          </span>
          <div className="check-body">
            <strong>{k.label}</strong>
            <span className="grey">
              {k.text}
              {k.article ? <span className="law-ref">{k.article}</span> : null}
            </span>
          </div>
          {k.state === 'yes' ? null : (
            <Button
              size="small"
              onClick={() => leaveAssessment(k.path)}
              aria-label={`填写：${k.label}`}
            >
              {k.path === 'judgment' ? '先录入判决' : '去填写'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Arts. 3–4 as questions; what the records answer by themselves is only said. */
export function ExclusionQuestions({ checks }: { checks: readonly Check[] }) {
  return (
    <>
      {checks.map((k) =>
        k.id === 'sixMonths' || (k.id === 'minor' && k.state !== 'unknown') ? (
          <p key={k.id} className="plain-para">
            {k.text}
            {k.article ? <span className="law-ref">{k.article}</span> : null}
          </p>
        ) : (
          <YesNoField
            key={k.id}
            path={k.path}
            label={k.label}
            openLabel="还没回答"
            hint={
              <>
                {k.text}
                {k.article ? <span className="law-ref">{k.article}</span> : null}
              </>
            }
          />
        ),
      )}
    </>
  );
}
