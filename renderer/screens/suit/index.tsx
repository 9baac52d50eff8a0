/** 诉讼: from the court to the judgment in force. */
import { Button } from 'antd';
import { feePaymentEnd } from '../../../shared/law/enforcement-limit.ts';
import {
  DateField,
  Page,
  PageIndex,
  Row,
  Section,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { useCase, useValue } from '../../state/case-store.ts';
import { goScreen } from '../../state/navigation.ts';
import { Appeals } from './appeals.tsx';
import { Courts } from './courts.tsx';
import { Mediations, Withdrawal } from './endings.tsx';
import { EvidenceTerm } from './evidence-term.tsx';
import { FilingAmount } from './filing-amount.tsx';
import { Hearings } from './hearings.tsx';
import { JudgmentForm } from './judgment-form.tsx';
import { Mediation } from './mediation.tsx';
import { OldPreSuit, Preservations } from './preservations.tsx';
import { Routes } from './routes.tsx';
import '../../theme/blocks.css';
import './suit.css';

const PROCEDURES = [
  { value: 'unknown', label: '还不知道' },
  { value: 'smallClaims', label: '小额诉讼程序（一审终审）' },
  { value: 'simplified', label: '简易程序' },
  { value: 'ordinary', label: '普通程序' },
  { value: 'paymentOrder', label: '督促程序（支付令）' },
];

const PARTS = [
  ['suit-court', '法院'],
  ['suit-filing', '立案'],
  ['suit-evidence', '举证'],
  ['suit-hearings', '开庭'],
  ['suit-preservation', '保全'],
  ['suit-mediation', '调解'],
  ['suit-judgment', '判决'],
  ['suit-appeal', '上诉'],
  ['suit-withdrawal', '撤诉'],
] as const;

export default function SuitScreen() {
  const { lastGood } = useCase();
  // After the judgment the questions of the complaint have been answered on paper: they move to the end.
  const decided = Boolean(useValue('judgment'));
  const filed = Boolean(useValue('suit.filedOn'));
  return (
    <Page
      title="诉讼"
      lead="从选法院到判决生效。日期和案号以法院给您的文书为准，收到一份填一份。"
      actions={<Button onClick={() => goScreen('papers')}>看起诉材料</Button>}
    >
      <PageIndex parts={PARTS} />
      {decided ? null : filed ? (
        <details className="fold routes-fold">
          <summary>已经起诉，再看看各条路的比较</summary>
          <Routes />
        </details>
      ) : (
        <Routes />
      )}
      <Section title="向哪个法院起诉" id="suit-court">
        {lastGood ? <Courts c={lastGood} /> : null}
        <TextField
          path="suit.court"
          label="起诉的法院"
          placeholder="例如 乙市丁区人民法院"
          hint="普通的起诉状印在最后；要素式起诉状没有这一栏，交给哪个法院看这里。写错法院会被退回或者移送，先核对再填。"
        />
      </Section>
      <Section title="立案" id="suit-filing">
        <Row>
          <DateField
            path="suit.filedOn"
            label="提交起诉状的日期"
            hint="诉讼时效从这一天中断；选“按起诉时 LPR”的，利率也看这一天。请保留提交凭证。"
          />
          <DateField
            path="suit.acceptedOn"
            label="立案日期"
            hint="受理通知书上的日期。没有收到就空着。"
          />
        </Row>
        <Row>
          <TextField
            path="suit.caseNumber"
            label="案号"
            placeholder="例如 （2026）甲0104民初1234号"
            hint="以后的文书都要写案号。"
          />
          <SelectField
            path="suit.procedure"
            label="适用的程序"
            options={PROCEDURES}
            fallback="unknown"
            hint="简易程序和小额诉讼的受理费减半。"
          />
        </Row>
        <FilingAmount />
        <Row>
          <FeeNotice />
          <DateField path="suit.feePaidOn" label="交费日期" hint="填了就不再提醒交费。" />
        </Row>
        <DateField
          path="suit.signedOn"
          label="起诉状上的签署日期"
          hint="空着就留出空白，打印后手写。"
        />
      </Section>
      <EvidenceTerm />
      <Hearings />
      <Preservations />
      <OldPreSuit />
      {decided ? null : <Mediation />}
      <Mediations />
      <JudgmentForm />
      <Appeals />
      <Withdrawal />
      {decided ? <Mediation /> : null}
    </Page>
  );
}

/** The fee is due within seven days of the notice, else the suit counts as withdrawn. */
function FeeNotice() {
  const { lastGood } = useCase();
  const served = lastGood?.suit.feeNoticeOn ?? null;
  const last = served === null ? null : feePaymentEnd(served);
  return (
    <DateField
      path="suit.feeNoticeOn"
      label="收到缴费通知的日期"
      hint={last ? undefined : '七日内不交，按撤诉处理。'}
      extra={last ? <div className="field-advice">{last.explain.text}</div> : null}
    />
  );
}
