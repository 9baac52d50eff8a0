/** Renewals of one seizure, kept as history; and how long a seizure still runs. */
import { daysBetween } from '../../../shared/law/dates.ts';
import { urgencyOf } from '../../../shared/law/notice.ts';
import { RENEWAL_LEAD, seizuresOf } from '../../../shared/law/seizures.ts';
import {
  Advice,
  DateField,
  dateWords,
  RecordCards,
  Row,
  TextField,
} from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';

export function Renewals({ at }: { at: string }) {
  return (
    <div className="field">
      <div className="field-label">续封记录</div>
      <RecordCards
        path={`${at}.renewals`}
        what="续封"
        addLabel="记一次续封"
        blank={() => ({ appliedOn: null })}
      >
        {(path) => (
          <>
            <Row>
              <DateField
                path={`${path}.appliedOn`}
                label="申请续封的日期"
                past
                extra={<Advice path={`${path}.appliedOn`} />}
              />
              <DateField path={`${path}.ruledOn`} label="续封裁定的日期" past />
            </Row>
            <Row>
              <DateField
                path={`${path}.expires`}
                label="续到哪天"
                hint="裁定书上写的；法院还没有裁定就空着。"
                extra={<Advice path={`${path}.expires`} />}
              />
              <TextField path={`${path}.documentNumber`} label="续封裁定的文书号" />
            </Row>
          </>
        )}
      </RecordCards>
    </div>
  );
}

/** A seizure lapses silently; renewal has to be asked for seven days before. */
export function Expiry({ id }: { id: string }) {
  const { lastGood } = useCase();
  const today = useToday();
  const found = lastGood ? seizuresOf(lastGood).find((s) => s.id === id) : undefined;
  if (!found) return <span className="grey">未查封</span>;
  const left = daysBetween(today, found.expires);
  const urgency = urgencyOf(left - RENEWAL_LEAD);
  const tone = left < 0 || urgency === 'expired' ? 'late' : urgency === 'urgent' ? 'soon' : 'far';
  const renewed = found.renewed > 0 ? `（续过 ${found.renewed} 次）` : '';
  const word =
    left < 0 ? '查封已到期' : `查封到${dateWords(found.expires)}${renewed}，还有 ${left} 天`;
  const todo = tone === 'far' ? '' : found.pending ? '，已申请续封' : '，请申请续封';
  return (
    <span className={`expiry expiry-${tone}`}>
      {word}
      {todo}
    </span>
  );
}

/** Lifted seizures say so; the others how long they run. */
export function SeizureState({
  id,
  liftedOn,
}: {
  id: string;
  liftedOn: string | null | undefined;
}) {
  return liftedOn ? <span className="grey">{dateWords(liftedOn)}解除</span> : <Expiry id={id} />;
}
