/** 执行: what is owed today, the application, money received, orders, property, settlement. */
import { Button } from 'antd';
import {
  DateField,
  Empty,
  LongTextField,
  Page,
  Row,
  Section,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { update, useValue } from '../../state/case-store.ts';
import { goScreen } from '../../state/navigation.ts';
import { BankAccount } from './bank-account.tsx';
import { Clues } from './clues.tsx';
import '../../theme/blocks.css';
import './enforcement.css';
import { Owed } from './owed.tsx';
import { Payments } from './payments.tsx';
import { Stays } from './stays.tsx';

export default function EnforcementScreen() {
  const judgment = useValue('judgment');
  const enforcement = useValue('enforcement');
  const clues = useValue('propertyClues');
  const started = enforcement !== null && enforcement !== undefined;
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
      <Owed />
      <Application />
      <Payments />
      <Stays />
      <Clues />
      <Orders />
      <Settlement />
    </Page>
  );
}

function Application() {
  const kept = useValue('enforcement.preservation');
  const has = kept !== null && kept !== undefined;
  return (
    <Section title="申请执行">
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
      <div className="section-head">
        <h3>诉讼中或诉前保全</h3>
        <Button
          size="small"
          onClick={() =>
            update('enforcement.preservation', has ? null : {}, has ? '没有保全' : '有保全')
          }
        >
          {has ? '没有保全过' : '保全过'}
        </Button>
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
    </Section>
  );
}

function Orders() {
  return (
    <Section
      title="法院的通知和命令"
      lead="送达日期可以向执行法官询问，或者查阅卷宗。失信评估要用到这些日期。"
    >
      <Row>
        <DateField path="enforcement.noticeServedOn" label="执行通知书送达被执行人" />
        <DateField path="enforcement.reportOrderServedOn" label="报告财产令送达被执行人" />
      </Row>
      <Row>
        <DateField path="enforcement.consumptionOrderOn" label="限制消费令发出" />
        <DateField path="enforcement.listedOn" label="列入失信名单" />
      </Row>
      <DateField
        path="enforcement.delistedOn"
        label="应您的申请删除失信信息的日期"
        hint="没有申请过就空着。申请删除以后，六个月内不能再申请纳入。"
      />
      <DateField
        path="enforcement.finalisedOn"
        label="终结本次执行程序的日期"
        hint="终本不是结束：以后发现财产，随时可以申请恢复执行，没有期限。"
      />
    </Section>
  );
}

function Settlement() {
  const value = useValue('enforcement.settlement');
  const has = value !== null && value !== undefined;
  return (
    <Section
      title="执行和解"
      actions={
        <Button
          size="small"
          onClick={() =>
            update('enforcement.settlement', has ? null : {}, has ? '没有和解' : '录入和解')
          }
        >
          {has ? '没有和解' : '录入和解协议'}
        </Button>
      }
    >
      {has ? (
        <>
          <Row>
            <DateField path="enforcement.settlement.signedOn" label="签订日期" />
            <DateField
              path="enforcement.settlement.breachedOn"
              label="从哪天起没有履行"
              hint="按期履行的，空着。"
            />
          </Row>
          <LongTextField
            path="enforcement.settlement.terms"
            label="约定的付款内容"
            hint="每一期什么时候付多少。对方不履行的，可以恢复执行原判决，已付的扣除。"
          />
        </>
      ) : (
        <p className="grey">没有签过执行和解协议。</p>
      )}
    </Section>
  );
}
