/** 执行: what is owed today, the application, money received, orders, property, settlement. */
import { Button } from 'antd';
import { enforcementBegun } from '../../../shared/case/account.ts';
import {
  DateField,
  Empty,
  Page,
  PageIndex,
  Row,
  Section,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';
import { goScreen } from '../../state/navigation.ts';
import { BankAccount } from './bank-account.tsx';
import { Clues } from './clues.tsx';
import { Distributions } from './distributions.tsx';
import { Closing, Finalised } from './endings.tsx';
import '../../theme/blocks.css';
import './enforcement.css';
import { Inquiries } from './inquiries.tsx';
import { Objections } from './objections.tsx';
import { Orders } from './orders.tsx';
import { Owed } from './owed.tsx';
import { Payments } from './payments.tsx';
import { SeizureState } from './renewals.tsx';
import { Settlement } from './settlement.tsx';
import { Stays } from './stays.tsx';

const PARTS = [
  ['enforcement-application', '申请执行'],
  ['enforcement-orders', '通知和命令'],
  ['enforcement-clues', '财产和查封'],
  ['enforcement-inquiries', '调查'],
  ['enforcement-distributions', '扣划和分配'],
  ['enforcement-payments', '收款'],
  ['enforcement-settlement', '和解'],
  ['enforcement-objections', '异议'],
  ['enforcement-finalised', '终本和恢复'],
  ['enforcement-closing', '结案'],
] as const;

export default function EnforcementScreen() {
  const judgment = useValue('judgment');
  const { document } = useCase();
  const clues = useValue('propertyClues');
  const started = enforcementBegun(document.enforcement);
  const hasClues = Array.isArray(clues) && clues.length > 0;
  if (!judgment && !started && !hasClues) {
    return (
      <Page title="执行" lead="判决生效后对方仍不履行，可以申请法院强制执行。">
        <Empty
          sentence="先在“诉讼”里录入生效的判决、调解书或支付令。财产线索可以现在就记。"
          example="判决7月10日履行期满，对方没有还；二年之内可以申请执行。"
          action={
            <div className="add-line">
              <Button type="primary" onClick={() => goScreen('suit')}>
                录入判决
              </Button>
              <Button onClick={() => update('enforcement', {}, '开始执行')}>先记财产线索</Button>
            </div>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      title="执行"
      lead="申请执行不用预交费用。提供的财产线索越具体，法院查得越快。"
      actions={<Button onClick={() => goScreen('papers')}>看执行材料</Button>}
    >
      <PageIndex parts={PARTS} />
      <Owed />
      <Application />
      <Orders />
      <Clues />
      <Inquiries />
      <Distributions />
      <Payments />
      <Stays />
      <Settlement />
      <Objections />
      <Finalised />
      <Closing />
    </Page>
  );
}

function Application() {
  return (
    <Section title="申请执行" id="enforcement-application">
      <Row>
        <DateField
          path="enforcement.appliedOn"
          label="申请执行的日期"
          hint="要在履行期限最后一天起二年之内。"
        />
        <DateField path="enforcement.acceptedOn" label="执行立案日期" hint="没有收到通知就空着。" />
      </Row>
      <Row>
        <TextField
          path="enforcement.court"
          label="执行法院"
          placeholder="例如 乙市丁区人民法院"
          hint="一审法院，或者财产所在地的同级法院。"
        />
        <TextField
          path="enforcement.caseNumber"
          label="执行案号"
          placeholder="例如 （2026）甲0104执567号"
          hint="限制消费、失信名单等申请都要写执行案号。"
        />
      </Row>
      <BankAccount />
      <Row>
        <SelectField
          path="enforcement.doubleStart"
          label="加倍利息从哪天起算"
          fallback="nextDay"
          options={[
            { value: 'nextDay', label: '履行期满的次日（默认，不会多算）' },
            { value: 'expiryDay', label: '履行期满的当日' },
          ]}
          hint="各地执行法院算法不一，相差一天；以法院核算为准。"
        />
        <DateField
          path="enforcement.signedOn"
          label="申请书上的签署日期"
          hint="空着就留出空白，打印后手写。"
        />
      </Row>
      <Kept />
    </Section>
  );
}

/** What the court kept before enforcement: from the suit's records, else as older files have it. */
function Kept() {
  const { lastGood } = useCase();
  const value = useValue('enforcement.preservation');
  const has = value !== null && value !== undefined;
  const records = (lastGood?.suit.preservations ?? []).filter((p) => p.liftedOn === null);
  if (records.length > 0) {
    return (
      <>
        <h3>诉讼中或诉前保全</h3>
        <ul className="record-lines">
          {records.map((p) => (
            <li key={p.id} className="record-line">
              <span>{p.object || '保全的财产'}</span>
              <SeizureState id={p.id} liftedOn={p.liftedOn} />
              <Button type="link" size="small" onClick={() => goScreen('suit')}>
                到“诉讼”里修改
              </Button>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <div className="section-head">
        <h3>诉讼中或诉前保全</h3>
        {has ? (
          <Button size="small" onClick={() => update('enforcement.preservation', null, '没有保全')}>
            没有保全过
          </Button>
        ) : (
          <Button size="small" onClick={() => goScreen('suit')}>
            到“诉讼”里记保全
          </Button>
        )}
      </div>
      {has ? (
        <Row>
          <TextField path="enforcement.preservation.caseNumber" label="保全案号" />
          <DateField
            path="enforcement.preservation.earliestExpiry"
            label="保全措施最早到期的日期"
            hint="到期前七日要申请续封，过期就失效。"
          />
        </Row>
      ) : (
        <p className="grey">没有保全过。</p>
      )}
    </>
  );
}
