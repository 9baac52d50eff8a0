/** How repayments were split, and every stretch of interest. */
import type { Claim } from '../../../shared/claim/types.ts';
import { fenText } from '../../components/index.ts';

const KINDS = { inTerm: '借期内', overdue: '逾期', penalty: '违约金' } as const;

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

export function Repayments({ claim }: { claim: Claim }) {
  const list = claim.repayments;
  if (list.length === 0) return <p className="grey">没有还款记录。</p>;
  const columns = [
    ['还款', 'amount'],
    ['冲费用', 'fees'],
    ['冲利息', 'interest'],
    ['冲本金', 'principal'],
  ] as const;
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label="还款怎么冲抵">
        <thead>
          <tr>
            <th scope="col">日期</th>
            {columns.map(([title]) => (
              <th key={title} scope="col" className="cell-right">
                {title}
              </th>
            ))}
            <th scope="col" className="cell-right">
              剩余本金
            </th>
            <th scope="col" className="cell-right">
              未付利息
            </th>
            <th scope="col">为什么</th>
          </tr>
        </thead>
        <tbody>
          {list.map((r, i) => (
            <tr key={`${r.date}${i}`}>
              <td className="num">{r.date}</td>
              {columns.map(([title, key]) => (
                <td key={title} className="cell-right">
                  {fenText(r[key])}
                </td>
              ))}
              <td className="cell-right">{fenText(r.balance)}</td>
              <td className="cell-right">{fenText(r.interestLeft)}</td>
              <td>
                {r.reason}
                <span className="law-ref">{r.article}</span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>合计</td>
            {columns.map(([title, key]) => (
              <td key={title} className="cell-right">
                {fenText(sum(list.map((r) => r[key])))}
              </td>
            ))}
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

export function Segments({ claim }: { claim: Claim }) {
  if (claim.segments.length === 0) {
    return <p className="grey">到暂计日为止还没有产生利息。</p>;
  }
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label="利息分段">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">起（不含）</th>
            <th scope="col">止（含）</th>
            <th scope="col" className="cell-right">
              天数
            </th>
            <th scope="col" className="cell-right">
              本金
            </th>
            <th scope="col" className="cell-right">
              年利率
            </th>
            <th scope="col" className="cell-right">
              利息
            </th>
            <th scope="col">为什么是这个利率</th>
          </tr>
        </thead>
        <tbody>
          {claim.segments.map((s, i) => (
            <tr key={i}>
              <td className="nowrap">{KINDS[s.kind]}</td>
              <td className="num">{s.from}</td>
              <td className="num">{s.to}</td>
              <td className="cell-right">{s.days}</td>
              <td className="cell-right">{fenText(s.base)}</td>
              <td className="cell-right">{s.rate}%</td>
              <td className="cell-right">{fenText(s.amount)}</td>
              <td>
                {s.reason}
                <span className="law-ref">{s.article}</span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={6}>
              各段产生的利息（各段单独取整，和合计可能差一两分；还没有扣除已经还掉的）
            </td>
            <td className="cell-right">{fenText(sum(claim.segments.map((s) => s.amount)))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
