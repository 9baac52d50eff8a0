/** The judgment as data: document, service, effect, performance period, operative items. */
import { Button } from 'antd';
import {
  CheckField,
  CountField,
  DateField,
  Empty,
  LongTextField,
  Row,
  Section,
  SelectField,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';
import { Effect } from './effect.tsx';
import { OperativeItems } from './operative-items.tsx';

const KINDS = [
  { value: 'judgment', label: '民事判决书' },
  { value: 'mediation', label: '民事调解书' },
  { value: 'ruling', label: '民事裁定书（如司法确认）' },
  { value: 'paymentOrder', label: '支付令' },
  { value: 'award', label: '仲裁裁决书' },
  { value: 'notarised', label: '公证债权文书（附执行证书）' },
];

export function JudgmentForm() {
  const judgment = useValue('judgment');
  if (judgment === null || judgment === undefined) {
    return (
      <Section title="判决" id="suit-judgment">
        <Empty
          sentence="收到判决书、调解书或支付令以后，在这里录入。"
          example="（2026）甲0104民初1234号：被告于判决生效之日起十日内偿还借款本金300,000元及利息。"
          action={
            <span data-path="judgment">
              <Button onClick={() => update('judgment', { items: [], services: [] }, '录入判决')}>
                录入判决
              </Button>
            </span>
          }
        />
      </Section>
    );
  }
  return (
    <>
      <Section
        title="判决"
        id="suit-judgment"
        actions={
          <Button
            type="text"
            size="small"
            onClick={() => {
              update('judgment', null, '删除判决');
              sayRemoved('判决');
            }}
          >
            删除
          </Button>
        }
      >
        <Row>
          <SelectField path="judgment.kind" label="文书类型" options={KINDS} fallback="judgment" />
          <TextField path="judgment.issuer" label="作出机构" placeholder="例如 乙市丁区人民法院" />
        </Row>
        <Row>
          <TextField
            path="judgment.documentNumber"
            label="文书号"
            placeholder="例如 （2026）甲0104民初1234号"
            hint="申请执行时要照抄。"
          />
          <DateField path="judgment.decidedOn" label="作出日期" past hint="文书最后一页的日期。" />
        </Row>
        <Row>
          <TextField path="judgment.cause" label="案由" />
          <CheckField path="judgment.byDefault" label="缺席判决" hint="被告经传唤没有到庭。" />
        </Row>
      </Section>
      <Services />
      <Section
        title="生效和履行期"
        lead="上诉期从每一方各自收到的次日起算，最后一方的上诉期满了才生效；履行期从生效起算。"
      >
        <Effect />
        <Row>
          <DateField
            path="judgment.effectiveOn"
            label="生效日期"
            hint="以法院出具的生效证明为准。"
          />
          <CountField
            path="judgment.performanceDays"
            label="履行期"
            unit="天"
            hint="判决写“十日内”填 10；没有写的填 0。"
          />
          <DateField
            path="judgment.performanceEnds"
            label="履行期限最后一天"
            hint="加倍利息和二年申请期限都从这里起算。"
          />
        </Row>
        <DateField
          path="judgment.preservedOn"
          label="判决后、申请执行前保全的日期"
          hint="没有就空着。履行期满后五日内不申请执行，这种保全会被解除。"
        />
      </Section>
      <Section title="判项" lead="先照抄判决主文，再把钱的部分录成数据，以后每天欠多少就能算出来。">
        <LongTextField
          path="judgment.operativeText"
          label="判决主文原文"
          rows={4}
          hint="申请执行书要一字不差地抄。"
        />
        <OperativeItems />
      </Section>
    </>
  );
}

/** Service on each party of the case. */
function Services() {
  const { lastGood, document } = useCase();
  const parties = (lastGood?.parties ?? []).filter((p) => p.role !== 'thirdPerson');
  const services = document.judgment?.services ?? [];
  return (
    <Section title="送达" lead="每一方收到判决的日期，分别填。送达回证或者签收记录上有。">
      {parties.length === 0 ? <p className="grey">先填写当事人。</p> : null}
      <Row>
        {parties.map((p) => {
          const index = services.findIndex((s) => s.partyId === p.id);
          return index >= 0 ? (
            <div key={p.id} className="service">
              <DateField
                path={`judgment.services.${index}.date`}
                label={`${p.name || '（未填姓名）'}收到的日期`}
                required
                past
                autoFocus={!services[index]?.date}
              />
              <Button
                type="link"
                size="small"
                onClick={() =>
                  update(
                    'judgment.services',
                    services.filter((_, i) => i !== index),
                    '删除送达日期',
                  )
                }
              >
                还没有收到
              </Button>
            </div>
          ) : (
            <div key={p.id} className="service" data-path="judgment.services">
              <div className="field-label">{p.name || '（未填姓名）'}收到的日期</div>
              <Button
                aria-label={`填写${p.name}收到判决的日期`}
                onClick={() =>
                  update(
                    'judgment.services',
                    [...services, { partyId: p.id, date: '' }],
                    '填写送达日期',
                  )
                }
              >
                填写日期
              </Button>
            </div>
          );
        })}
      </Row>
    </Section>
  );
}
