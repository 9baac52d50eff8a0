/** 财产保全: what the court keeps before enforcement, until when, renewed how often. */
import { Button } from 'antd';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  Advice,
  DateField,
  MoneyField,
  Notice,
  RecordLines,
  Row,
  Section,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';
import { goPaper } from '../../state/navigation.ts';
import { Renewals, SeizureState } from '../enforcement/renewals.tsx';

type Kept = NonNullable<NonNullable<CaseDocument['suit']>['preservations']>[number];

const STAGES = [
  { value: 'preSuit', label: '起诉前（诉前保全）' },
  { value: 'inSuit', label: '诉讼中' },
  { value: 'postJudgment', label: '判决后、申请执行前' },
];
const KINDS = [
  { value: 'deposit', label: '银行、微信、支付宝里的钱（最长一年）' },
  { value: 'movable', label: '车辆等动产（最长二年）' },
  { value: 'realEstate', label: '房产、土地（最长三年）' },
  { value: 'other', label: '股权等其他财产权（最长三年）' },
];
const SHORT: Record<string, string> = {
  deposit: '存款',
  movable: '动产',
  realEstate: '不动产',
  other: '其他财产权',
};

export function Preservations() {
  const { document } = useCase();
  const debtors = (document.parties ?? []).filter((p) => p.role !== 'lender');
  return (
    <RecordLines<Kept>
      path="suit.preservations"
      id="suit-preservation"
      title="财产保全"
      lead="法院查封、冻结了什么，分别记。到期不续就自动失效；到期前七日要申请续行，软件会提前提醒。"
      what="一项保全"
      addLabel="加一项保全"
      foot={
        <p>
          <Button size="small" onClick={() => goPaper('preservation-application')}>
            看财产保全申请书
          </Button>
        </p>
      }
      none="没有申请过保全。担心对方转移财产的，起诉前、起诉时都可以申请。"
      blank={() => ({ object: '' })}
      first="object"
      line={(p) => (
        <>
          <span className="record-kind">{SHORT[p.kind ?? 'deposit']}</span>
          {p.object || '（还没有写保全了什么）'}
        </>
      )}
      state={(p) => <SeizureState id={p.id} liftedOn={p.liftedOn} />}
    >
      {(at, _i, p) => (
        <>
          <TextField
            path={`${at}.object`}
            label="保全了什么"
            placeholder="例如 中国××银行账户尾号5678"
          />
          <Row>
            <SelectField path={`${at}.stage`} label="什么时候" options={STAGES} fallback="inSuit" />
            <SelectField path={`${at}.kind`} label="种类" options={KINDS} fallback="deposit" />
          </Row>
          <Row>
            <SelectField
              path={`${at}.partyId`}
              label="谁的财产"
              clearable
              options={debtors.map((x) => ({ value: x.id, label: x.name || '（未填姓名）' }))}
            />
            <MoneyField path={`${at}.amount`} label="保全的数额" />
          </Row>
          <Row>
            <TextField path={`${at}.court`} label="保全法院" />
            <TextField path={`${at}.documentNumber`} label="保全裁定的文书号" />
          </Row>
          <Row>
            <DateField path={`${at}.appliedOn`} label="申请日期" past />
            <DateField path={`${at}.ruledOn`} label="裁定日期" past />
          </Row>
          <Row>
            <DateField
              path={`${at}.startedOn`}
              label="查封、冻结日期"
              past
              hint="期限从这天起算；诉前保全还要在三十日内起诉。"
            />
            <DateField
              path={`${at}.expires`}
              label="到期日期"
              hint="照裁定书或者协助执行通知书；没有写的空着，先按最长期限提醒。"
              extra={<Advice path={`${at}.expires`} />}
            />
          </Row>
          <Renewals at={at} />
          <DateField path={`${at}.liftedOn`} label="解除日期" past hint="没有解除就空着。" />
          {p.stage === 'preSuit' ? (
            <Notice tone="attention">
              法院采取诉前保全后三十日内要起诉，否则解除。申请过诉前保全的，不能再申请支付令。
            </Notice>
          ) : null}
        </>
      )}
    </RecordLines>
  );
}

/** 诉前保全 as older case files have it: one court, one day. New ones are records like the others. */
export function OldPreSuit() {
  const value = useValue('suit.preSuitPreservation');
  if (value === null || value === undefined) return null;
  return (
    <Section
      title="诉前财产保全（以前填写的）"
      lead="起诉状里“是否已经诉前保全”一栏用的是这里。要记保全了什么、哪天到期，请在上面另加一项。"
      actions={
        <Button
          size="small"
          onClick={() => update('suit.preSuitPreservation', null, '没有诉前保全')}
        >
          没有申请过
        </Button>
      }
    >
      <Row>
        <TextField path="suit.preSuitPreservation.court" label="保全法院" />
        <TextField path="suit.preSuitPreservation.caseNumber" label="保全案号" />
        <DateField path="suit.preSuitPreservation.date" label="保全日期" />
      </Row>
    </Section>
  );
}
