/** 调解 and 撤诉: the other ways a suit goes on or ends. */
import { Button } from 'antd';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  DateField,
  LongTextField,
  Notice,
  RecordLines,
  Row,
  Section,
  SelectField,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { update, useValue } from '../../state/case-store.ts';
import { goPaper } from '../../state/navigation.ts';

type Attempt = NonNullable<NonNullable<CaseDocument['suit']>['mediations']>[number];

const ORGANISERS = [
  { value: 'court', label: '法院' },
  { value: 'people', label: '人民调解委员会' },
  { value: 'industry', label: '行业、商事调解组织' },
  { value: 'other', label: '其他' },
];
const RESULTS = [
  { value: 'open', label: '还在谈' },
  { value: 'agreed', label: '谈成了' },
  { value: 'failed', label: '没有谈成' },
];
const word = (list: { value: string; label: string }[], value: string | undefined) =>
  list.find((x) => x.value === value)?.label ?? list[0]?.label;

export function Mediations() {
  return (
    <RecordLines<Attempt>
      path="suit.mediations"
      id="suit-mediation"
      title="调解记录"
      lead="每次调解谈了什么。法院调解成功的，调解书双方签收后生效，请在“判决”里选“民事调解书”录入。"
      what="一次调解"
      addLabel="记一次调解"
      none="没有调解的记录。"
      blank={() => ({ date: '' })}
      first="date"
      line={(m) => (
        <>
          <span className="record-kind num">{m.date || '（还没有日期）'}</span>
          {word(ORGANISERS, m.organiser)}
          {m.mediator ? `，${m.mediator}` : ''}
        </>
      )}
      state={(m) => <span className="grey">{word(RESULTS, m.result)}</span>}
    >
      {(at) => (
        <>
          <Row>
            <DateField path={`${at}.date`} label="调解日期" required past />
            <SelectField
              path={`${at}.organiser`}
              label="谁主持"
              options={ORGANISERS}
              fallback="court"
            />
          </Row>
          <Row>
            <TextField path={`${at}.mediator`} label="调解员或法官" />
            <SelectField path={`${at}.result`} label="结果" options={RESULTS} fallback="open" />
          </Row>
          <LongTextField path={`${at}.note`} label="谈了什么" rows={2} />
        </>
      )}
    </RecordLines>
  );
}

export function Withdrawal() {
  const value = useValue('suit.withdrawal');
  const has = value !== null && value !== undefined;
  return (
    <Section
      title="撤诉"
      id="suit-withdrawal"
      actions={
        has ? (
          <Button
            size="small"
            type="text"
            onClick={() => {
              update('suit.withdrawal', null, '删除撤诉');
              sayRemoved('撤诉');
            }}
          >
            没有撤诉
          </Button>
        ) : (
          <Button size="small" onClick={() => update('suit.withdrawal', {}, '记录撤诉')}>
            申请撤诉
          </Button>
        )
      }
    >
      {has ? (
        <>
          <Notice tone="attention">
            撤诉后可以再起诉，但诉讼时效从裁定之日起重新计算，受理费减半收取。对方还没有付清的，请法院出调解书更稳妥。
            <Button type="link" size="small" onClick={() => goPaper('withdrawal-application')}>
              看撤诉申请书
            </Button>
          </Notice>
          <TextField
            path="suit.withdrawal.reason"
            label="撤诉的原因"
            placeholder="例如 被告已于2026年4月20日付清"
          />
          <Row>
            <DateField path="suit.withdrawal.appliedOn" label="申请撤诉的日期" past />
            <DateField
              path="suit.withdrawal.ruledOn"
              label="准许撤诉裁定的日期"
              past
              hint="填了以后，开庭、举证等提醒停止，诉讼时效重新计算。"
            />
            <TextField path="suit.withdrawal.documentNumber" label="裁定的文书号" />
          </Row>
        </>
      ) : (
        <p className="grey">没有撤诉。</p>
      )}
    </Section>
  );
}
