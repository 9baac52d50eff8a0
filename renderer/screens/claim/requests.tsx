/** What else is claimed: costs, security, ending the contract early, other requests; and the court fee. */
import { Input } from 'antd';
import { useState } from 'react';
import type { Claim } from '../../../shared/claim/types.ts';
import { courtFee, preservationFee } from '../../../shared/law/fees.ts';
import {
  Amount,
  CheckField,
  DateField,
  FieldHint,
  MoneyField,
  RadioField,
  RecordCards,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { update, useValue } from '../../state/case-store.ts';

const COSTS = [
  { value: 'lawyer', label: '律师费' },
  { value: 'preservationInsurance', label: '保全保险费' },
  { value: 'announcement', label: '公告费' },
  { value: 'notary', label: '公证费' },
  { value: 'other', label: '其他' },
];

export function CourtFees({ claim }: { claim: Claim }) {
  const full = courtFee(claim.total);
  const half = courtFee(claim.total, true);
  const kept = preservationFee(claim.total);
  const rows = [
    { label: '案件受理费（普通程序）', fee: full },
    { label: '案件受理费（简易程序、小额诉讼、调解，减半）', fee: half },
    { label: '保全申请费（申请保全全部金额时）', fee: kept },
  ];
  return (
    <>
      <dl className="fee-list">
        {rows.map((r) => (
          <div key={r.label}>
            <dt>
              {r.label}
              <span className="grey">
                {r.fee.explain.map((e) => e.text).join('；')}
                <span className="law-ref">{r.fee.explain[0]?.article}</span>
              </span>
            </dt>
            <dd>
              <Amount fen={r.fee.fee} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="grey">
        起诉时由您先交，胜诉部分由对方负担。交不起的，可以申请缓交、减交、免交。
      </p>
    </>
  );
}

export function Costs({ claim }: { claim: Claim }) {
  return (
    <>
      <RecordCards
        path="claim.costs"
        what="费用"
        addLabel="加一项费用"
        blank={() => ({ kind: 'lawyer', amount: '', agreed: false })}
      >
        {(at, index) => {
          const item = claim.costItems[index];
          return (
            <>
              <Row>
                <SelectField path={`${at}.kind`} label="什么费用" options={COSTS} />
                <MoneyField path={`${at}.amount`} label="金额" required />
                <DateField
                  path={`${at}.paidOn`}
                  label="支付日期"
                  hint="还没有付的，不能要求对方承担。"
                />
              </Row>
              <CheckField
                path={`${at}.agreed`}
                label="借条或合同约定由借款人承担"
                hint="没有约定的，法院一般不支持。"
              />
              <TextField path={`${at}.note`} label="说明" placeholder="例如 委托合同、发票号" />
              {item && item.key !== 'courtFees' ? (
                <p className="grey">
                  {item.included ? '计入请求。' : '现在不计入。'}
                  {item.reason}
                  {item.article ? <span className="law-ref">{item.article}</span> : null}
                </p>
              ) : null}
            </>
          );
        }}
      </RecordCards>
      <CheckField
        path="claim.claimCourtFees"
        fallback
        label="请求诉讼费用由被告承担"
        hint="不计入标的额，由法院决定。"
      />
    </>
  );
}

export function OtherRequests() {
  return (
    <>
      <CheckField
        path="claim.claimSecurity"
        label="请求就抵押、质押的财产优先受偿，或请求保证人承担责任"
        hint="有担保的才勾选；担保写在“借款”里。"
      />
      <RadioField
        path="claim.rescission"
        label="借款还没有全部到期时"
        vertical
        fallback="none"
        options={[
          { value: 'none', label: '不需要', note: '借款已经到期。' },
          { value: 'accelerate', label: '要求提前到期', note: '合同约定一期不还、全部到期的。' },
          { value: 'rescind', label: '要求解除合同', note: '对方明确表示不还，或者严重违约的。' },
        ]}
      />
      <OtherClaims />
    </>
  );
}

/** One request a line. */
function OtherClaims() {
  const value = useValue('claim.otherClaims');
  const lines = Array.isArray(value) ? (value as string[]) : [];
  const [text, setText] = useState(lines.join('\n'));
  const [focused, setFocused] = useState(false);
  return (
    <div className="field" data-path="claim.otherClaims">
      <label className="field-label" htmlFor="other-claims">
        其他请求
      </label>
      <Input.TextArea
        id="other-claims"
        value={focused ? text : lines.join('\n')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-describedby="other-claims-hint"
        onFocus={() => {
          setText(lines.join('\n'));
          setFocused(true);
        }}
        onChange={(e) => {
          setText(e.target.value);
          const next = e.target.value.split('\n').filter((l) => l.trim() !== '');
          update('claim.otherClaims', next, '修改其他请求');
        }}
        onBlur={() => setFocused(false)}
      />
      <FieldHint id="other-claims-hint">一行一项，会原样印在起诉状里。没有就空着。</FieldHint>
    </div>
  );
}
