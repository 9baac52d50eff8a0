/** 走哪条路: the ways to an enforceable paper, side by side, and the questions that decide between them. */
import { Fragment, useMemo } from 'react';
import { routeSums } from '../../../shared/claim/route-sums.ts';
import {
  type Route,
  type RouteCondition,
  type RouteVerdict,
  routeProcedure,
  routesOf,
} from '../../../shared/law/routes.ts';
import { MoneyField, Row, Section, StateTag, YesNoField } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useClaim } from '../../state/claim.ts';
import { useToday } from '../../state/clock.ts';
import { focusField } from '../../state/navigation.ts';

const VERDICT: Record<RouteVerdict, { word: string; tag: 'complete' | 'partial' | 'empty' }> = {
  open: { word: '可以走', tag: 'complete' },
  ask: { word: '先确认', tag: 'partial' },
  closed: { word: '走不通', tag: 'empty' },
};

export function Routes() {
  const { lastGood } = useCase();
  const { claim, reason } = useClaim();
  const today = useToday();
  const routes = useMemo(
    () => (lastGood && claim ? routesOf(lastGood, routeSums(lastGood, claim), today) : null),
    [lastGood, claim, today],
  );
  const limits = useMemo(
    () =>
      lastGood && claim
        ? routeProcedure(lastGood, routeSums(lastGood, claim)).track === 'unknown' ||
          lastGood.suit.routes.smallClaimsLimit !== null
        : false,
    [lastGood, claim],
  );
  if (!routes) {
    return (
      <Section title="走哪条路">
        <p className="grey">算出欠款以后，这里比较起诉、支付令、调解等几条路。{reason}</p>
      </Section>
    );
  }
  return (
    <Section
      title="走哪条路"
      lead="不只有起诉一条路。下面按您的案件比较费用、时间和条件；软件不判断能不能赢。"
    >
      <div className="table-scroll routes-wide">
        <table className="plain-table routes-table" aria-label="各条路的比较">
          <thead>
            <tr>
              <th scope="col">路</th>
              <th scope="col">条件</th>
              <th scope="col">费用</th>
              <th scope="col">时间</th>
              <th scope="col">利息和时效</th>
              <th scope="col">风险</th>
            </tr>
          </thead>
          <tbody>
            {routes.map((r) => (
              <RouteRow key={r.id} route={r} />
            ))}
          </tbody>
        </table>
      </div>
      <Questions limits={limits} />
    </Section>
  );
}

function RouteRow({ route: r }: { route: Route }) {
  const look = VERDICT[r.verdict];
  return (
    <tr className={`route-${r.verdict}`}>
      <th scope="row">
        <div className="route-title">{r.title}</div>
        <StateTag state={look.tag} word={look.word} />
      </th>
      <td>
        <Conditions list={r.conditions} />
      </td>
      <td>
        <Said text={r.cost.text} article={r.cost.article} />
      </td>
      <td>
        <Said text={r.time.text} article={r.time.article} />
      </td>
      <td>
        <Said text={r.interest.text} article={r.interest.article} />
        <Said text={`时效：${r.limitation.text}`} article={r.limitation.article} />
      </td>
      <td>
        {r.risks.map((x) => (
          <Said key={x.text} text={x.text} article={x.article} />
        ))}
      </td>
    </tr>
  );
}

function Said({ text, article }: { text: string; article: string | undefined }) {
  return (
    <p className="route-said">
      {text}
      {article ? <span className="route-law">{article}</span> : null}
    </p>
  );
}

const MARKS = {
  met: { sign: '✓', word: '符合' },
  unmet: { sign: '✕', word: '不符合' },
  unknown: { sign: '？', word: '要确认' },
} as const;

/** What is open stands out; what is met is folded into one line. */
function Conditions({ list }: { list: readonly RouteCondition[] }) {
  const open = list.filter((c) => c.state !== 'met');
  const met = list.filter((c) => c.state === 'met');
  return (
    <>
      {open.map((c) => (
        <div key={c.id} className={`route-condition route-${c.state}`}>
          <span aria-hidden="true">{MARKS[c.state].sign}</span>
          <span>
            <span className="sr-only">{MARKS[c.state].word}：</span>
            {c.path ? (
              <button type="button" className="link-text" onClick={() => focusField(c.path ?? '')}>
                {c.text}
              </button>
            ) : (
              c.text
            )}
            <span className="route-reason">
              {c.reason}
              <span className="route-law">{c.article}</span>
            </span>
          </span>
        </div>
      ))}
      {met.length > 0 ? (
        <details className="route-met">
          <summary>已符合 {met.length} 项</summary>
          {met.map((c) => (
            <Fragment key={c.id}>
              <div>
                ✓ {c.text} <span className="route-law">{c.article}</span>
              </div>
            </Fragment>
          ))}
        </details>
      ) : null}
    </>
  );
}

function Questions({ limits }: { limits: boolean }) {
  const at = 'suit.routes';
  return (
    <div className="route-questions">
      <h3>几个只有您知道的问题</h3>
      <YesNoField
        path={`${at}.noOtherDebts`}
        label="除了这笔借款，双方没有别的债务、纠纷"
        openLabel="还没答"
        hint="支付令的条件。还有别的账没算清，就不能申请支付令。"
      />
      <YesNoField
        path={`${at}.willMediate`}
        label="对方愿意坐下来调解"
        openLabel="还没答"
        hint="调解要双方自愿；调解成了再做司法确认，不花钱，也能强制执行。"
      />
      <YesNoField
        path={`${at}.factsClear`}
        label="借款的事实清楚，对方没有争议"
        openLabel="还没答"
        hint="小额诉讼的条件。对方不承认借过、或者笔迹要鉴定的，选“否”。"
      />
      <YesNoField
        path={`${at}.agreeSmallClaims`}
        label="金额超过第一档限额时，对方同意用小额诉讼"
        openLabel="还没答"
        hint="只在金额介于当地两档限额之间时才要紧。"
      />
      <YesNoField
        path={`${at}.notarised`}
        label="办过强制执行公证，对方承诺直接接受执行"
        openLabel="还没答"
        hint="普通的公证不算，要写明愿意接受强制执行。"
      />
      {limits ? (
        <Row>
          <MoneyField
            path={`${at}.smallClaimsLimit`}
            label="当地小额诉讼限额"
            hint="上年度平均工资的 50%，查当地高级法院公布的数字。"
          />
          <MoneyField
            path={`${at}.agreedLimit`}
            label="约定适用的上限"
            hint="上年度平均工资的 2 倍。"
          />
        </Row>
      ) : null}
    </div>
  );
}
