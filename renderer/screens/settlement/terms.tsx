/** What the plan says: instalments, interest, breach, guarantee, disputes. Saved as typed. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { parsePlanLines } from '../../../shared/law/instalment-plan.ts';
import { formatAmount, yuan } from '../../../shared/text/money.ts';
import { errorText } from '../../bridge.ts';
import {
  CheckField,
  CountField,
  DateField,
  FieldHint,
  MoneyField,
  Notice,
  PercentField,
  RadioField,
  RecordCards,
  Row,
  Section,
  TextField,
} from '../../components/index.ts';
import { change, newId, useCase, useValue } from '../../state/case-store.ts';
import type { PlanState } from './use-plan.ts';

/** The message of the plan at this field, as far as the fields' own checks did not tell it. */
function Told({ plan, path }: { plan: PlanState; path: string }) {
  const found = plan.plan?.problems.find((p) => p.path === path);
  return found ? (
    <div className="field-error plan-error" role="alert">
      {found.message}
    </div>
  ) : null;
}

export function Terms({ plan }: { plan: PlanState }) {
  const method = useValue('settlement.method') ?? 'equal';
  const overdue = useValue('settlement.overdue') ?? 'lpr';
  const { document } = useCase();
  const sureties = (document.parties ?? []).some((p) => p.role === 'guarantor');
  const cap = plan.plan?.cap;
  const capHint = cap
    ? `不能超过 ${String(Number(cap))}%（一年期 LPR 的四倍），超过的部分法院不支持。`
    : '不能超过一年期 LPR 的四倍。';
  return (
    <>
      <Section title="分几期还">
        <Row>
          <DateField
            path="settlement.signedOn"
            label="打算哪天签"
            hint="欠款算到这一天；空着就算到今天。"
          />
          <TextField path="settlement.signedAt" label="在哪里签" hint="写到区县；空着就不写。" />
        </Row>
        <CheckField
          path="settlement.waiveInterest"
          label="放弃到签订为止的利息，只还本金"
          hint="勾选后协议只写本金，以后不能再要这部分利息。"
        />
        <RadioField
          path="settlement.method"
          label="怎么分"
          options={[
            { value: 'equal', label: '等额' },
            { value: 'custom', label: '自己定各期' },
          ]}
          fallback="equal"
        />
        {method === 'custom' ? <CustomParts plan={plan} /> : <EqualParts plan={plan} />}
      </Section>
      <Section title="利息">
        <PercentField
          path="settlement.rate"
          label="分期期间的年利率"
          hint={`空着就是分期期间不计利息。${capHint}`}
        />
        <Told plan={plan} path="settlement.rate" />
        <RadioField
          path="settlement.overdue"
          label="逾期怎样计息"
          options={[
            { value: 'lpr', label: '按一年期 LPR' },
            { value: 'rate', label: '按约定的年利率' },
            { value: 'none', label: '不约定' },
          ]}
          fallback="lpr"
        />
        {overdue === 'rate' ? (
          <>
            <PercentField path="settlement.overdueRate" label="逾期年利率" hint={capHint} />
            <Told plan={plan} path="settlement.overdueRate" />
          </>
        ) : null}
      </Section>
      <Section title="违约了怎么办">
        <CountField
          path="settlement.graceDays"
          label="逾期超过几日可以要求一次还清"
          unit="日"
          placeholder="10"
          emptyAs="default"
          hint="要写明触发的条件和通知；空着按 10 日。"
        />
        <CheckField path="settlement.costs" label="律师费、诉讼费、保全费由违约方承担" />
        {sureties ? (
          <Row>
            <RadioField
              path="settlement.guaranteeKind"
              label="保证方式"
              options={[
                { value: 'joint', label: '连带责任保证' },
                { value: 'general', label: '一般保证' },
              ]}
              fallback="joint"
              hint="没有写明的按一般保证，要先执行借款人的财产。"
            />
            <CountField
              path="settlement.guaranteeYears"
              label="保证期间"
              unit="年"
              placeholder="3"
              emptyAs="default"
              hint="没有写明的只有六个月。"
            />
          </Row>
        ) : null}
        <CheckField
          path="settlement.spouseSigns"
          label="留出借款人配偶的签名处"
          hint="配偶签了名，就是夫妻共同债务。"
        />
      </Section>
      <Forum plan={plan} />
    </>
  );
}

function EqualParts({ plan }: { plan: PlanState }) {
  return (
    <>
      <Row>
        <CountField
          path="settlement.count"
          label="分几期"
          unit="期"
          placeholder="3"
          emptyAs="default"
        />
        <CountField
          path="settlement.everyMonths"
          label="每期相隔"
          unit="个月"
          placeholder="1"
          emptyAs="default"
        />
        <DateField path="settlement.first" label="第一期的日期" hint="空着就是签订后一个月。" />
      </Row>
      {['count', 'everyMonths', 'first'].map((key) => (
        <Told key={key} plan={plan} path={`settlement.${key}`} />
      ))}
    </>
  );
}

function CustomParts({ plan }: { plan: PlanState }) {
  const total = plan.plan?.total;
  return (
    <>
      {total === undefined ? null : (
        <p className="grey">各期合计要等于 {formatAmount(total)} 元。</p>
      )}
      <PasteParts />
      <RecordCards
        path="settlement.parts"
        what="一期"
        addLabel="加一期"
        blank={() => ({ due: '', amount: '' })}
      >
        {(at) => (
          <>
            <Row>
              <DateField path={`${at}.due`} label="到期日" required />
              <MoneyField path={`${at}.amount`} label="还多少" required />
            </Row>
            <Told plan={plan} path={`${at}.due`} />
          </>
        )}
      </RecordCards>
      <Told plan={plan} path="settlement.parts" />
    </>
  );
}

/** Several instalments at once, a line each. */
function PasteParts() {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const take = () => {
    try {
      const lines = text.split('\n').filter((l) => l.trim() !== '');
      const parts = parsePlanLines(lines).map((p) => ({
        ...{ id: newId(), due: p.due, amount: yuan(p.amount) },
      }));
      change((d) => ({ ...d, settlement: { ...d.settlement, parts } }), '填写各期');
      setText('');
      setError('');
    } catch (e) {
      setError(e instanceof Error && e.name === 'FieldError' ? e.message : errorText(e));
    }
  };
  return (
    <details className="fold paste-parts">
      <summary>一次粘贴几期</summary>
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 3, maxRows: 10 }}
        aria-label="各期，一行一期"
        placeholder={'2026-02-28 100000\n2026-04-30 10万元'}
        onChange={(e) => setText(e.target.value)}
      />
      {error ? (
        <div className="field-error" role="alert">
          {error}
        </div>
      ) : null}
      <FieldHint>一行一期，先日期后金额。会替换下面已有的各期，可以撤销。</FieldHint>
      <Button size="small" disabled={text.trim() === ''} onClick={take}>
        填入
      </Button>
    </details>
  );
}

function Forum({ plan }: { plan: PlanState }) {
  const place = useValue('settlement.forum.place') ?? 'lender';
  const named: Record<string, string> = {
    signing: '签订地（写到区县）',
    other: '法院名称',
    arbitration: '仲裁委员会的全称',
  };
  const label = named[String(place)];
  const found = plan.plan?.forum;
  return (
    <Section title="将来有争议去哪里">
      <RadioField
        path="settlement.forum.place"
        label="约定的法院或者仲裁"
        vertical
        options={[
          { value: 'lender', label: '您住所地的法院', note: '对您最方便' },
          { value: 'borrower', label: '借款人住所地的法院' },
          { value: 'signing', label: '签订地的法院', note: '须是真实签订的地方' },
          { value: 'other', label: '别的法院', note: '与本案要有实际联系，否则无效' },
          { value: 'arbitration', label: '仲裁', note: '一裁终局，不能再去法院' },
        ]}
        fallback="lender"
      />
      {label ? <TextField path="settlement.forum.named" label={label} /> : null}
      {found ? (
        <Notice tone={found.state === 'valid' ? 'note' : 'attention'}>
          {found.reason}
          <span className="law-ref">{found.article}</span>
        </Notice>
      ) : null}
    </Section>
  );
}
