/** The big figures; each answers 为什么 with its own part of the reasoning. */
import { useState } from 'react';
import type { Claim, SegmentKind } from '../../../shared/claim/types.ts';
import { Amount, dateWords } from '../../components/index.ts';
import { SegmentWhy, WhyClaim, WhyDrawer } from '../../components/why.tsx';

type Figure = 'principal' | SegmentKind | 'costs' | 'total';

const TITLES: Record<Figure, string> = {
  principal: '本金',
  inTerm: '借期内利息',
  overdue: '逾期利息',
  penalty: '违约金',
  costs: '费用',
  total: '合计',
};

export function Figures({ claim }: { claim: Claim }) {
  const [open, setOpen] = useState<Figure | null>(null);
  const shown: Figure[] = ['principal', 'inTerm', 'overdue'];
  if (claim.penalty > 0) shown.push('penalty');
  if (claim.costs > 0) shown.push('costs');
  return (
    <>
      <div className="figures">
        {[...shown, 'total' as const].map((key) => (
          <div key={key} className={key === 'total' ? 'figure figure-total' : 'figure'}>
            <span className="figure-label">{TITLES[key]}</span>
            <Amount fen={claim[key]} />
            <button
              type="button"
              className="why-link"
              aria-label={`为什么：${TITLES[key]}`}
              onClick={() => setOpen(key)}
            >
              为什么
            </button>
          </div>
        ))}
      </div>
      <WhyDrawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open === null ? '' : `${TITLES[open]}怎么算的`}
      >
        {open === 'principal' ? <WhyPrincipal claim={claim} /> : null}
        {open === 'costs' ? <WhyCosts claim={claim} /> : null}
        {open === 'total' ? <WhyClaim claim={claim} /> : null}
        {open === 'inTerm' || open === 'overdue' || open === 'penalty' ? (
          <WhyKind claim={claim} kind={open} />
        ) : null}
      </WhyDrawer>
    </>
  );
}

function WhyPrincipal({ claim }: { claim: Claim }) {
  return (
    <div className="why">
      <p>本金是实际交到对方手里的钱，减去已经还掉的本金；预先扣掉的利息不算本金。</p>
      {claim.loans.map((l) => (
        <section key={l.loanId}>
          <h3>{l.label}</h3>
          <table className="plain-table">
            <tbody>
              <tr>
                <td>实际出借</td>
                <td className="cell-right">
                  <Amount fen={l.lent} />
                </td>
              </tr>
              <tr>
                <td>已还本金</td>
                <td className="cell-right">
                  <Amount fen={l.repaid.principal} />
                </td>
              </tr>
            </tbody>
            <tfoot>
              <tr>
                <td>尚欠本金</td>
                <td className="cell-right">
                  <Amount fen={l.principal} />
                </td>
              </tr>
            </tfoot>
          </table>
          {l.repayments.map((r, i) => (
            <p key={`${r.date}${i}`} className="grey">
              {dateWords(r.date)}：{r.reason}（{r.article}）
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

function WhyKind({ claim, kind }: { claim: Claim; kind: SegmentKind }) {
  const segments = claim.segments.filter((s) => s.kind === kind);
  const explain = claim.loans.flatMap((l) => l.explain);
  return (
    <div className="why">
      {segments.length === 0 ? (
        <p>到{dateWords(claim.asOf)}为止没有这一项。原因见下面的说明。</p>
      ) : null}
      <ol className="why-segments">
        {segments.map((s) => (
          <SegmentWhy key={`${s.from}${s.to}${s.rate}${s.base}`} s={s} />
        ))}
      </ol>
      <h3>依据和选择</h3>
      <ul className="plain-list">
        {explain.map((e) => (
          <li key={e.text}>
            {e.text}
            {e.article ? <span className="grey">（{e.article}）</span> : null}
          </li>
        ))}
      </ul>
      <p className="grey">{claim.countText}</p>
    </div>
  );
}

function WhyCosts({ claim }: { claim: Claim }) {
  return (
    <div className="why">
      <ul className="plain-list">
        {claim.costItems.map((x) => (
          <li key={x.key}>
            {x.label}
            {x.amount === null ? '' : ' '}
            {x.amount === null ? null : <Amount fen={x.amount} />}：{x.included ? '计入' : '不计入'}
            。{x.reason}
            {x.article ? <span className="grey">（{x.article}）</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
