/** 扣划、拍卖、分配: the own share pays the debt on the day that counts, once. */
import {
  Advice,
  DateField,
  MoneyField,
  Notice,
  RecordLines,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { moneyShown } from '../../components/normalise.ts';
import { useCase } from '../../state/case-store.ts';
import { DISTRIBUTION_KINDS, type Distribution, wordOf } from './words.ts';

export function Distributions() {
  const { document } = useCase();
  const clues = (document.propertyClues ?? []).map((c) => ({
    value: c.id,
    label: c.description || '（还没有描述）',
  }));
  return (
    <RecordLines<Distribution>
      path="enforcement.distributions"
      id="enforcement-distributions"
      title="扣划、拍卖、分配"
      lead="法院从对方财产里拿到的钱。分给您的部分自动算进已收到的款项，不用再到“判决后收到的钱”里记一遍。"
      what="一次分配"
      addLabel="记一次分配"
      none="还没有。"
      blank={() => ({ source: '' })}
      first="source"
      line={(d) => (
        <>
          <span className="record-kind num">{d.date ?? '（还没有分配）'}</span>
          {wordOf(DISTRIBUTION_KINDS, d.kind)}
          {d.source ? `：${d.source}` : ''}
        </>
      )}
      state={(d) => (d.share ? <span className="num">{moneyShown(d.share)} 元</span> : null)}
    >
      {(at, _i, d) => (
        <>
          <Row>
            <TextField path={`${at}.source`} label="哪笔财产" placeholder="例如 车辆拍卖款" />
            <SelectField
              path={`${at}.kind`}
              label="怎么来的"
              options={DISTRIBUTION_KINDS}
              fallback="transfer"
            />
          </Row>
          {clues.length > 0 ? (
            <SelectField path={`${at}.clueId`} label="对应的财产线索" clearable options={clues} />
          ) : null}
          <Row>
            <MoneyField path={`${at}.total`} label="总共" hint="有几个债权人一起分的，填总额。" />
            <MoneyField
              path={`${at}.share`}
              label="分给您的"
              extra={<Advice path={`${at}.share`} />}
            />
          </Row>
          <Row>
            <DateField
              path={`${at}.date`}
              label="扣划或者裁定生效的日期"
              past
              hint="扣划、提取的当天；拍卖、抵债的，裁定生效那天。利息算到这一天，不是钱到您账上的那天。"
              extra={<Advice path={`${at}.date`} />}
            />
            <DateField path={`${at}.receivedOn`} label="钱到账的日期" past />
          </Row>
          {d.kind === 'participation' ? (
            <>
              <Row>
                <DateField
                  path={`${at}.planReceivedOn`}
                  label="收到分配方案的日期"
                  past
                  hint="有异议的，要在收到之日起十五日内书面提出。"
                />
                <DateField path={`${at}.objectedOn`} label="提出异议的日期" past />
              </Row>
              <Notice>
                对方财产不够还所有人的，别的债权人也能来分。请核对方案里您的本金、利息和顺序。
              </Notice>
            </>
          ) : null}
          <Row>
            <TextField path={`${at}.documentNumber`} label="裁定或者方案的文书号" />
            <TextField path={`${at}.note`} label="说明" />
          </Row>
        </>
      )}
    </RecordLines>
  );
}
