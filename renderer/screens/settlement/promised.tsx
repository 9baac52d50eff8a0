/** What the debtor has promised already comes first: one instalment on the day he named. */
import { Button } from 'antd';
import { openPromise, promiseBroken } from '../../../shared/law/road-talks.ts';
import { dateWords, Notice } from '../../components/index.ts';
import { change, useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';

export function Promised() {
  const { lastGood, document } = useCase();
  const today = useToday();
  const promise = lastGood ? openPromise(lastGood, today) : null;
  const by = promise?.promisedFor ?? null;
  if (!promise || by === null || by <= today || promiseBroken(promise, today)) return null;
  const s = document.settlement;
  const taken = s?.method !== 'custom' && s?.count === 1 && s.first === by;
  const take = () =>
    change(
      (d) => ({
        ...d,
        settlement: { ...d.settlement, status: 'draft', method: 'equal', count: 1, first: by },
      }),
      '按答应的日子排计划',
    );
  return (
    <Notice
      title={`对方${dateWords(promise.date)}答应：${dateWords(by)}前还`}
      action={
        taken ? undefined : (
          <Button type="primary" onClick={take}>
            按答应的日子，一次还清
          </Button>
        )
      }
    >
      {taken
        ? '计划已经按答应的日子排成一期。对方做不到的，再改成几期。'
        : '先按他自己答应的日子写成协议，最容易谈成；做不到的，再分几期。'}
    </Notice>
  );
}
