/** 司法确认: thirty days, both parties, and only for an agreement made before a mediation organisation. */
import { deadlinesOf } from '../../../shared/law/deadlines.ts';
import { DateField, dateWords, Notice, Row, Section, TextField } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';

export function Confirmation() {
  const { lastGood } = useCase();
  const today = useToday();
  const limit = lastGood
    ? deadlinesOf(lastGood, today).find((d) => d.kind === 'confirmation')
    : undefined;
  const at = 'choices.judicial-confirmation';
  return (
    <Section
      title="让协议可以强制执行"
      lead="双方自己签的协议只是合同，对方不履行还要起诉。在人民调解委员会等调解组织主持下达成的，可以双方共同申请司法确认，不收费，确认后能直接申请强制执行。"
    >
      <Row>
        <TextField
          path={`${at}.organisation`}
          label="主持调解的组织"
          hint="没有经过调解组织的，空着。"
        />
        <DateField
          path={`${at}.agreedOn`}
          label="达成调解协议的日期"
          emptyAs="default"
          hint="自协议生效之日起三十日内，双方一起申请。"
        />
      </Row>
      {limit ? (
        <Notice
          tone={limit.urgency === 'expired' ? 'urgent' : 'attention'}
          title={`最晚${dateWords(limit.date)}共同申请`}
        >
          {limit.text}
          {limit.article ? <span className="law-ref">{limit.article}</span> : null}
        </Notice>
      ) : null}
    </Section>
  );
}
