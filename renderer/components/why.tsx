/** 为什么: how a figure came about: the parts, each segment with its numbers, the articles, the other choices. */
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { Claim, LoanClaim, RepaymentSplit, Segment } from '../../shared/claim/types.ts';
import { Amount, fenText } from './amount.tsx';
import { Notice } from './state-tag.tsx';

/** A drawer at the right for any explanation. */
export function WhyDrawer({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <Drawer open={open} onClose={onClose} title={title} size={640} destroyOnHidden>
      {children}
      <Button className="why-close" onClick={onClose}>
        看完了
      </Button>
    </Drawer>
  );
}

const kinds = { inTerm: '借期内利息', overdue: '逾期利息', penalty: '违约金' } as const;

/** The whole claim explained. */
export function WhyClaim({ claim }: { claim: Claim }) {
  const several = claim.loans.length > 1;
  return (
    <div className="why">
      <table className="plain-table why-sum">
        <tbody>
          <SumRow label="尚欠本金" fen={claim.principal} />
          {claim.inTerm > 0 ? <SumRow label="借期内利息" fen={claim.inTerm} /> : null}
          <SumRow label="逾期利息" fen={claim.overdue} />
          {claim.penalty > 0 ? <SumRow label="违约金" fen={claim.penalty} /> : null}
          {claim.costs > 0 ? <SumRow label="费用" fen={claim.costs} /> : null}
        </tbody>
        <tfoot>
          <SumRow label={`合计（算到 ${claim.asOf}）`} fen={claim.total} />
        </tfoot>
      </table>
      {claim.warnings.map((w) => (
        <Notice key={w.code + w.text} tone="attention">
          {w.text}
          {w.article ? <span className="grey">（{w.article}）</span> : null}
        </Notice>
      ))}
      {claim.loans.map((loan) => (
        <LoanWhy key={loan.loanId} loan={loan} named={several} />
      ))}
      <h3>怎么数天</h3>
      <p>{claim.countText}</p>
      {claim.alternatives.length > 0 ? (
        <>
          <h3>换一种算法是多少</h3>
          <Alternatives claim={claim} />
        </>
      ) : null}
    </div>
  );
}

function SumRow({ label, fen }: { label: string; fen: number }) {
  return (
    <tr>
      <td>{label}</td>
      <td className="cell-right">
        <Amount fen={fen} />
      </td>
    </tr>
  );
}

function LoanWhy({ loan, named }: { loan: LoanClaim; named: boolean }) {
  return (
    <section>
      <h3>{named ? `${loan.label}：` : ''}一段一段怎么算的</h3>
      {loan.segments.length === 0 ? <p className="grey">没有产生利息的时间段。</p> : null}
      <ol className="why-segments">
        {loan.segments.map((s) => (
          <SegmentWhy key={`${s.kind}${s.from}${s.rate}`} s={s} />
        ))}
      </ol>
      {loan.repayments.length > 0 ? <Splits list={loan.repayments} /> : null}
      {loan.explain.length > 0 ? (
        <>
          <h3>依据和选择</h3>
          <ul className="plain-list">
            {loan.explain.map((e) => (
              <li key={e.text}>
                {e.text}
                {e.article ? <span className="grey">（{e.article}）</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** 300,000.00 × 3.70% × 366 天 ÷ 365 = 11,130.41 元. */
export function SegmentWhy({ s }: { s: Segment }) {
  return (
    <li>
      <div>
        <strong>{kinds[s.kind]}</strong>{' '}
        <span className="num">
          {s.from}（不计入）至 {s.to}，{s.days} 天
        </span>
      </div>
      <div className="num why-formula">
        {fenText(s.base)} × {s.rate}% × {s.count ?? `${s.days} ÷ 365`} ={' '}
        <strong>{fenText(s.amount)} 元</strong>
      </div>
      <div className="grey">
        {s.reason}（{s.article}）
      </div>
    </li>
  );
}

function Splits({ list }: { list: readonly RepaymentSplit[] }) {
  return (
    <>
      <h3>还的钱冲了什么</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col" className="cell-right">
              还款
            </th>
            <th scope="col" className="cell-right">
              冲利息
            </th>
            <th scope="col" className="cell-right">
              冲本金
            </th>
            <th scope="col" className="cell-right">
              剩余本金
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((r, i) => (
            <tr key={`${r.date}${i}`} title={`${r.reason}（${r.article}）`}>
              <td className="num">{r.date}</td>
              <td className="cell-right">{fenText(r.amount)}</td>
              <td className="cell-right">{fenText(r.interest)}</td>
              <td className="cell-right">{fenText(r.principal)}</td>
              <td className="cell-right">{fenText(r.balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="grey">
        {list[0]?.reason}（{list[0]?.article}）
      </p>
    </>
  );
}

function Alternatives({ claim }: { claim: Claim }) {
  return (
    <table className="plain-table">
      <tbody>
        {claim.alternatives.map((a) => (
          <tr key={a.key}>
            <td>
              {a.label}
              {a.unverified ? <span className="grey">（用到尚未核实的 LPR）</span> : null}
            </td>
            <td className="cell-right">
              <Amount fen={a.claimTotal ?? a.total} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
