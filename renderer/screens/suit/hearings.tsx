/** 开庭: every hearing with its day, hour and place. */
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  DateField,
  dateWords,
  LongTextField,
  RecordLines,
  Row,
  TextField,
  TimeField,
} from '../../components/index.ts';
import { useValue } from '../../state/case-store.ts';

type Hearing = NonNullable<NonNullable<CaseDocument['suit']>['hearings']>[number];

export function Hearings() {
  const old = useValue('suit.hearingOn');
  return (
    <RecordLines<Hearing>
      path="suit.hearings"
      id="suit-hearings"
      title="开庭"
      lead="传票上的日期、时间和法庭。原告无正当理由不到庭，法院会按撤诉处理；请带证据原件。"
      what="一次开庭"
      addLabel="加一次开庭"
      none={old ? '' : '还没有收到传票。'}
      blank={() => ({ date: '' })}
      first="date"
      line={(h) => (
        <>
          <span className="record-kind num">{h.date || '（还没有日期）'}</span>
          {[h.time, h.place, h.note].filter(Boolean).join('，')}
        </>
      )}
      foot={
        old ? (
          <DateField
            path="suit.hearingOn"
            label="开庭日期（以前填写的）"
            hint={`${typeof old === 'string' ? dateWords(old) : ''}仍在时间线和期限里；要补时间、地点，请另加一次开庭，再把这里清空。`}
          />
        ) : null
      }
    >
      {(at) => (
        <>
          <Row>
            <DateField path={`${at}.date`} label="开庭日期" required />
            <TimeField path={`${at}.time`} label="时间" />
            <TextField path={`${at}.place`} label="地点" placeholder="例如 第三法庭" />
          </Row>
          <LongTextField
            path={`${at}.note`}
            label="记录"
            rows={2}
            placeholder="例如 被告没有到庭；法官要求补交转账凭证"
          />
        </>
      )}
    </RecordLines>
  );
}
