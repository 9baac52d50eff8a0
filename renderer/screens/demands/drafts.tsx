/** Lawful drafts with the figures of the day: to copy, to plan, or to print as a letter. */
import { Button } from 'antd';
import type { Reminder } from '../../../shared/claim/reminders.ts';
import { Section } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { copyText } from '../../state/clipboard.ts';
import { useDrafts, usePlanState } from '../../state/conduct.ts';
import { say, sayError } from '../../state/feedback.ts';
import { goScreen } from '../../state/navigation.ts';

const NAMES: Record<Reminder['id'], string> = {
  pre7: '到期前友好提醒',
  due: '到期日友好提醒',
  o7: '友好提醒',
  o30: '正式提醒',
  half: '保住时效的提醒',
  plan: '商量分期',
  confirm: '请对方认账',
  final: '起诉前最后一次提醒',
  planNext: '下一期的提醒',
  planDue: '今天这一期的提醒',
  planLate: '请对方补上逾期的款项',
  planBreached: '逾期超过协议的宽限',
  planOverdue: '各期都到期以后的催款',
  planCalled: '全部到期以后的催款',
};

export function Drafts({ onPlan }: { onPlan: (content: string) => void }) {
  const { document } = useCase();
  const drafts = useDrafts();
  const plan = usePlanState();
  // After filing the court speaks; the reminders are for the time before.
  if (document.suit?.filedOn || document.judgment) return null;
  return (
    <Section
      title="今天可以发的话"
      lead={`${plan ? '签了还款协议，话按协议的各期写，不提原来的到期日。' : ''}金额和天数按今天算好，已避开威胁、骚扰的说法。发给本人，发出后记一笔。`}
      actions={
        <Button size="small" onClick={() => onPlan('')}>
          自己写一条
        </Button>
      }
    >
      <ul className="draft-list">
        {drafts.map((d) => (
          <li key={`${d.loan} ${d.id}`}>
            <div>
              <strong>
                {NAMES[d.id]}
                {d.loan ? `（${d.loan}）` : ''}
              </strong>
              <p>{d.text}</p>
            </div>
            <div className="draft-acts">
              <Button
                size="small"
                aria-label={`复制：${NAMES[d.id]}`}
                onClick={() => {
                  if (copyText(d.text)) say('已复制，粘贴到微信或者短信里发给本人');
                  else sayError('没能复制，请选中文字后复制');
                }}
              >
                复制
              </Button>
              <Button
                size="small"
                aria-label={`用这条起草：${NAMES[d.id]}`}
                onClick={() => onPlan(d.text)}
              >
                用这条起草
              </Button>
            </div>
          </li>
        ))}
        <li>
          <div>
            <strong>催收通知书 · 债务确认书 · 律师函提纲</strong>
            <p>要寄出、要对方签字的，用正式文书，在“文书”里生成。</p>
          </div>
          <div className="draft-acts">
            <Button size="small" onClick={() => goScreen('papers')}>
              去文书
            </Button>
          </div>
        </li>
      </ul>
      {drafts.length === 0 ? (
        <p className="grey">
          {plan === 'fulfilled'
            ? '还款协议的各期都已付清，没有要催的。'
            : '录入借款和转账以后，这里按当天的欠款写好短信、微信的话。'}
        </p>
      ) : null}
    </Section>
  );
}
