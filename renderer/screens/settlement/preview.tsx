/** The plan as it will stand in the agreement, and the two ways on: signed, or refused. */
import { Button } from 'antd';
import { planTotals } from '../../../shared/law/instalment-plan.ts';
import { yuan } from '../../../shared/text/money.ts';
import { Amount, dateWords, fenText, Notice, Section } from '../../components/index.ts';
import { change, newId } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { focusField, goScreen } from '../../state/navigation.ts';
import { REFUSED, refuse } from './refused.tsx';
import type { PlanState } from './use-plan.ts';

export function Preview({ plan: state }: { plan: PlanState }) {
  const { plan, reason, stale } = state;
  const today = useToday();
  if (!plan) {
    return (
      <Section title="各期">
        <p className="grey">{reason}</p>
      </Section>
    );
  }
  const { instalments, problems, debt, on } = plan;
  const [first] = problems;
  const sign = () =>
    change(
      (d) => ({
        ...d,
        settlement: {
          ...d.settlement,
          status: 'signed',
          signedOn: on,
          debt: { principal: yuan(debt.principal), interest: yuan(debt.interest) },
          instalments: (instalments ?? []).map((x) => ({
            ...{ id: newId(), due: x.due },
            ...{ principal: yuan(x.principal), interest: yuan(x.interest) },
          })),
        },
      }),
      '签订还款协议',
    );
  const can = instalments !== null && problems.length === 0 && !stale && on <= today;
  return (
    <Section
      title="各期"
      lead={`到${dateWords(on)}，尚欠本金 ${fenText(debt.principal)} 元、利息 ${fenText(debt.interest)} 元${debt.interest > 0 ? '；先还利息，再还本金，利息不再计息' : ''}。`}
    >
      {instalments ? (
        <div className="table-scroll plan-table">
          <table className="plain-table" aria-label="还款计划">
            <thead>
              <tr>
                <th scope="col">期数</th>
                <th scope="col">到期日</th>
                <th scope="col" className="cell-right">
                  本金
                </th>
                <th scope="col" className="cell-right">
                  利息
                </th>
                <th scope="col" className="cell-right">
                  合计
                </th>
              </tr>
            </thead>
            <tbody>
              {instalments.map((x) => (
                <tr key={x.number}>
                  <td className="num">{x.number}</td>
                  <td className="num">{x.due}</td>
                  <td className="cell-right">{fenText(x.principal)}</td>
                  <td className="cell-right">{fenText(x.interest)}</td>
                  <td className="cell-right">{fenText(x.total)}</td>
                </tr>
              ))}
            </tbody>
            <Totals sums={planTotals(instalments)} />
          </table>
        </div>
      ) : null}
      {first ? (
        <Notice
          tone="attention"
          title="计划还不能签"
          action={<Button onClick={() => focusField(first.path)}>去修改</Button>}
        >
          {first.message}
        </Notice>
      ) : null}
      {first === undefined && on > today ? (
        <Notice>签订日期还没有到；到那天签好了，再来点“对方签了”。</Notice>
      ) : null}
      <div className="button-line">
        <Button onClick={() => goScreen('papers')}>生成还款协议书</Button>
        <Button type="primary" disabled={!can} onClick={sign}>
          对方签了
        </Button>
        <Button onClick={refuse}>{REFUSED}</Button>
      </div>
      <p className="grey">
        点“对方签了”以后，金额和各期就固定下来，按它对照到账；签字的协议请拍照加到“证据”里。
      </p>
    </Section>
  );
}

function Totals({ sums }: { sums: { principal: number; interest: number; total: number } }) {
  return (
    <tfoot>
      <tr>
        <td colSpan={2}>合计</td>
        <td className="cell-right">{fenText(sums.principal)}</td>
        <td className="cell-right">{fenText(sums.interest)}</td>
        <td className="cell-right">
          <Amount fen={sums.total} />
        </td>
      </tr>
    </tfoot>
  );
}
