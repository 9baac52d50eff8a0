/** What the recorded services mean for effect and the performance period, offered, not written silently. */
import { Button } from 'antd';
import { appealOf, effectOf, performanceEnd } from '../../../shared/law/after-judgment.ts';
import { dateWords, Notice } from '../../components/index.ts';
import { update, useCase } from '../../state/case-store.ts';

export function Effect() {
  const { lastGood } = useCase();
  const j = lastGood?.judgment;
  if (!lastGood || !j) return null;
  const effect = effectOf(lastGood);
  const end = performanceEnd(j.performanceEnds ? { ...j, performanceEnds: null } : j);
  return (
    <>
      {effect ? (
        <Notice
          title={
            effect.date ? `按送达日期推算，${dateWords(effect.date)}生效` : '还推算不出生效日期'
          }
          action={
            effect.date && effect.date !== j.effectiveOn ? (
              <Button onClick={() => update('judgment.effectiveOn', effect.date, '填写生效日期')}>
                填入
              </Button>
            ) : undefined
          }
        >
          {effect.reason}。<span className="law-ref">{effect.article}</span>
          {effect.periods
            // Once somebody has appealed, the second decision counts.
            .filter((p) => p.last !== null && p.served !== null && !appealOf(lastGood))
            .map((p) => (
              <div key={p.partyId} className="grey">
                {p.name || '（未填姓名）'}：{dateWords(p.served)}收到，期限到{dateWords(p.last)}
              </div>
            ))}
          {effect.warning ? <div className="grey">{effect.warning}</div> : null}
        </Notice>
      ) : null}
      {end && end !== j.performanceEnds ? (
        <Notice
          title={`履行期限到${dateWords(end)}为止`}
          action={
            <Button onClick={() => update('judgment.performanceEnds', end, '填写履行期限')}>
              填入
            </Button>
          }
        >
          从生效的次日起算 {j.performanceDays} 天，最后一天是休息日的顺延。
          {j.performanceEnds ? `您填的是${dateWords(j.performanceEnds)}，请核对。` : ''}
        </Notice>
      ) : null}
    </>
  );
}
