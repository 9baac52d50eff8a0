/** 保证、抵押、质押 of one loan. */
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  CheckField,
  CountField,
  DateField,
  MoneyField,
  type Option,
  RadioField,
  RecordCards,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { guaranteeKinds, registrations } from './words.ts';

type LoanDocument = NonNullable<CaseDocument['loans']>[number];

export function Securities({
  at,
  loan,
  guarantors,
}: {
  at: string;
  loan: LoanDocument;
  guarantors: readonly Option[];
}) {
  return (
    <>
      <p className="section-lead">
        保证有时限：没有约定保证期间的，到期日后六个月内不主张，保证人就不用负责了。
      </p>
      <RecordCards
        path={`${at}.guarantees`}
        what="保证"
        addLabel="加一名保证人"
        blank={() => ({ partyId: guarantors[0]?.value ?? '', kind: 'unclear' })}
      >
        {(card) => (
          <>
            <SelectField
              path={`${card}.partyId`}
              label="保证人"
              required
              options={guarantors}
              placeholder="在“当事人”里先加保证人"
            />
            <RadioField path={`${card}.kind`} label="保证方式" options={guaranteeKinds} vertical />
            <Row>
              <DateField path={`${card}.signed`} label="签字日期" />
              <CountField
                path={`${card}.periodMonths`}
                label="约定的保证期间"
                unit="个月"
                hint="到期日后几个月。没写就空着，按六个月。"
              />
            </Row>
            <CheckField
              path={`${card}.periodUnclear`}
              label="写的是“直到还清为止”一类的话"
              hint="等于没说清：2021年以前签的按二年，以后签的按六个月。"
            />
            <TextField
              path={`${card}.scope`}
              label="担保范围"
              placeholder="例如 本金、利息、违约金和实现债权的费用"
            />
          </>
        )}
      </RecordCards>
      <div className="field-gap" />
      <RecordCards
        path={`${at}.securities`}
        what="抵押或质押"
        addLabel="加一项抵押或质押"
        blank={() => ({ kind: 'mortgage' })}
      >
        {(card, i) => (
          <>
            <RadioField
              path={`${card}.kind`}
              label="种类"
              options={[
                { value: 'mortgage', label: '抵押' },
                { value: 'pledge', label: '质押' },
              ]}
            />
            <TextField path={`${card}.provider`} label="提供的人" />
            <TextField path={`${card}.thing`} label="什么财产" placeholder="例如 某小区某号房屋" />
            <RadioField
              path={`${card}.registration`}
              label="登记"
              options={registrations}
              fallback="none"
              hint="房屋抵押没有登记，就没有优先受偿的权利。"
            />
            <DateField path={`${card}.signed`} label="签订日期" />
            <Row>
              <MoneyField path={`${card}.maximumAmount`} label="最高担保额" />
              {loan.securities?.[i]?.maximumAmount ? (
                <DateField path={`${card}.debtFixedOn`} label="债权确定日" />
              ) : null}
            </Row>
          </>
        )}
      </RecordCards>
      <div className="field-gap" />
      <TextField path={`${at}.otherSecurity`} label="其他担保方式" placeholder="没有可以不填" />
      {loan.otherSecurity ? (
        <DateField path={`${at}.otherSecuritySigned`} label="签订日期（其他担保）" />
      ) : null}
    </>
  );
}
