/** The live figure of what is owed under the judgment, with its reasons. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { EnforcementClaim } from '../../../shared/claim/types.ts';
import { enforcementLimit, instalmentsOf } from '../../../shared/law/enforcement-limit.ts';
import { enforcementFee } from '../../../shared/law/fees.ts';
import { Amount, dateWords, fenText, Notice, Section } from '../../components/index.ts';
import { SegmentWhy, WhyDrawer } from '../../components/why.tsx';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { focusField } from '../../state/navigation.ts';
import { judgmentOwed, useLprEntries } from './figures.ts';

export function Owed() {
  const { lastGood } = useCase();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const lpr = useLprEntries();
  const owed = useMemo(
    () => (lastGood ? judgmentOwed(lastGood, today, lpr) : null),
    [lastGood, today, lpr],
  );
  if (!lastGood || !owed) return null;
  if (!owed.claim) {
    return (
      <Notice
        title="还算不出今天的欠款"
        action={<Button onClick={() => focusField(owed.path)}>去填写</Button>}
      >
        {owed.reason}
      </Notice>
    );
  }
  const x = owed.claim;
  return (
    <Section title={`今天（${dateWords(today)}）应当执行的数额`}>
      <div className="owed-figures">
        <div className="owed-total">
          <Amount fen={x.total} />
          <Button type="link" onClick={() => setOpen(true)}>
            为什么
          </Button>
        </div>
        <dl className="facts">
          <dt>本金</dt>
          <dd>
            <Amount fen={x.principal} />
          </dd>
          {x.fixedInterest > 0 ? (
            <>
              <dt>已确定的利息</dt>
              <dd>
                <Amount fen={x.fixedInterest} />
              </dd>
            </>
          ) : null}
          {x.costs > 0 ? (
            <>
              <dt>违约金和费用</dt>
              <dd>
                <Amount fen={x.costs} />
              </dd>
            </>
          ) : null}
          <dt>一般债务利息</dt>
          <dd>
            <Amount fen={x.ordinaryInterest} />
          </dd>
          <dt>加倍部分利息</dt>
          <dd>
            <Amount fen={x.doubled} />
          </dd>
        </dl>
      </div>
      <Limit />
      {x.warnings.map((w) => (
        <Notice key={w.text} tone="attention">
          {w.text}
          {w.article ? <span className="law-ref">{w.article}</span> : null}
        </Notice>
      ))}
      <WhyDrawer open={open} onClose={() => setOpen(false)} title="应当执行的数额怎么算的">
        <EnforcementWhy x={x} />
      </WhyDrawer>
    </Section>
  );
}

/** The two years, while no application is on record. */
function Limit() {
  const { lastGood } = useCase();
  const today = useToday();
  const lpr = useLprEntries();
  if (!lastGood?.judgment || lastGood.enforcement?.appliedOn) return null;
  const owed = judgmentOwed(lastGood, today, lpr).claim;
  const limit = enforcementLimit({
    performanceEnd: owed?.periodEnd,
    instalments: instalmentsOf(lastGood.judgment),
    effectiveOn: lastGood.judgment.effectiveOn ?? undefined,
    asOf: today,
  });
  const first = limit?.warnings[0];
  if (!first) return null;
  const tone =
    first.urgency === 'expired' || first.urgency === 'urgent'
      ? 'urgent'
      : first.urgency === 'soon'
        ? 'attention'
        : 'note';
  return (
    <Notice tone={tone}>
      {first.text}。{first.article ? <span className="law-ref">{first.article}</span> : null}
    </Notice>
  );
}

export function EnforcementWhy({ x }: { x: EnforcementClaim }) {
  const fee = enforcementFee(x.total);
  return (
    <div className="why">
      <h3>一般债务利息</h3>
      {x.segments.length === 0 ? <p className="grey">判决没有判给利息，就没有这一部分。</p> : null}
      <ol className="why-segments">
        {x.segments.map((s) => (
          <SegmentWhy key={`${s.from}${s.to}${s.rate}`} s={s} />
        ))}
      </ol>
      <h3>加倍部分</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">起（不含）</th>
            <th scope="col">止（含）</th>
            <th scope="col" className="cell-right">
              天数
            </th>
            <th scope="col" className="cell-right">
              基数
            </th>
            <th scope="col" className="cell-right">
              每天 0.0175%
            </th>
          </tr>
        </thead>
        <tbody>
          {x.doubledSegments.map((s) => (
            <tr key={s.from}>
              <td className="num">{s.from}</td>
              <td className="num">{s.to}</td>
              <td className="cell-right">{s.days}</td>
              <td className="cell-right">{fenText(s.base)}</td>
              <td className="cell-right">{fenText(s.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {x.payments.length > 0 ? <Payments x={x} /> : null}
      <h3>依据</h3>
      <ul className="plain-list">
        {x.explain.map((e) => (
          <li key={e.text}>
            {e.text}
            {e.article ? <span className="grey">（{e.article}）</span> : null}
          </li>
        ))}
        <li>执行申请费：{fee.explain.map((e) => e.text).join('；')}</li>
      </ul>
      {x.alternatives.length > 0 ? (
        <>
          <h3>换一种算法是多少</h3>
          <table className="plain-table">
            <tbody>
              {x.alternatives.map((a) => (
                <tr key={a.key}>
                  <td>{a.label}</td>
                  <td className="cell-right">
                    <Amount fen={a.total} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </div>
  );
}

function Payments({ x }: { x: EnforcementClaim }) {
  return (
    <>
      <h3>收到的钱冲了什么</h3>
      <table className="plain-table">
        <thead>
          <tr>
            {['日期', '收到', '费用', '利息', '本金', '加倍部分', '剩余本金'].map((t, i) => (
              <th key={t} scope="col" className={i === 0 ? '' : 'cell-right'}>
                {t}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {x.payments.map((p, i) => (
            <tr key={`${p.date}${i}`}>
              <td className="num">{p.date}</td>
              {[p.amount, p.costs, p.interest, p.principal, p.doubled, p.balance].map((f, k) => (
                <td key={k} className="cell-right">
                  {fenText(f)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
