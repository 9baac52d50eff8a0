/** 上诉: who, when, where, and what became of it; the effect of the judgment follows the second decision. */
import { Button } from 'antd';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  Advice,
  DateField,
  LongTextField,
  ManyField,
  Notice,
  RadioField,
  RecordLines,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { update, useCase } from '../../state/case-store.ts';

type Appeal = NonNullable<NonNullable<CaseDocument['suit']>['appeals']>[number];

const RESULTS = [
  { value: 'pending', label: '还没有结果' },
  { value: 'upheld', label: '驳回上诉，维持原判' },
  { value: 'changed', label: '改判' },
  { value: 'remanded', label: '发回重审' },
  { value: 'withdrawn', label: '撤回上诉' },
];
const resultWord = (value: string | undefined) =>
  RESULTS.find((r) => r.value === (value ?? 'pending'))?.label ?? '';

export function Appeals() {
  const { document, lastGood } = useCase();
  const parties = (document.parties ?? []).filter((p) => p.role !== 'thirdPerson');
  const nameOf = (id: string) => parties.find((p) => p.id === id)?.name ?? '';
  const small = lastGood?.suit.procedure === 'smallClaims';
  return (
    <RecordLines<Appeal>
      path="suit.appeals"
      id="suit-appeal"
      title="上诉"
      lead={
        small
          ? '小额诉讼一审终审，判决不能上诉。'
          : '判决十五日、裁定十日，从各自收到的次日起算。有人上诉，一审判决就先不生效。'
      }
      what="一次上诉"
      addLabel="记一次上诉"
      none="没有上诉的记录。"
      blank={() => ({ byPartyIds: [] })}
      first="filedOn"
      line={(a) => (
        <>
          <span className="record-kind num">{a.filedOn ?? '（还没有日期）'}</span>
          {(a.byPartyIds ?? []).map(nameOf).filter(Boolean).join('、') || '（谁上诉）'}
          {a.against === 'ruling' ? `对${a.subject || '裁定'}上诉` : '对判决上诉'}
        </>
      )}
      state={(a) => <span className="grey">{resultWord(a.result)}</span>}
    >
      {(at, _i, a) => (
        <>
          <RadioField
            path={`${at}.against`}
            label="对什么上诉"
            fallback="judgment"
            options={[
              { value: 'judgment', label: '一审判决（十五日）' },
              { value: 'ruling', label: '裁定，例如管辖权异议、不予受理（十日）' },
            ]}
          />
          {a.against === 'ruling' ? (
            <Row>
              <TextField
                path={`${at}.subject`}
                label="哪份裁定"
                placeholder="例如 管辖权异议裁定"
              />
              <DateField path={`${at}.servedOn`} label="您收到裁定的日期" past />
            </Row>
          ) : null}
          <ManyField
            path={`${at}.byPartyIds`}
            label="谁上诉"
            options={parties.map((p) => ({ value: p.id, label: p.name || '（未填姓名）' }))}
          />
          <Row>
            <DateField
              path={`${at}.filedOn`}
              label="上诉日期"
              past
              hint="还没有上诉就空着。"
              extra={<Advice path={`${at}.filedOn`} />}
            />
            <TextField path={`${at}.court`} label="二审法院" placeholder="例如 乙市中级人民法院" />
          </Row>
          <Row>
            <TextField path={`${at}.caseNumber`} label="二审案号" />
            <SelectField path={`${at}.result`} label="结果" options={RESULTS} fallback="pending" />
          </Row>
          {a.result && a.result !== 'pending' ? (
            <>
              <Row>
                <TextField path={`${at}.documentNumber`} label="二审文书号" />
                <DateField path={`${at}.decidedOn`} label="二审作出日期" past />
              </Row>
              {a.against === 'ruling' ? null : <Services at={at} appeal={a} />}
              {a.result === 'changed' ? (
                <Notice tone="attention">
                  二审改判的，请把下面“判项”里的原文和数据改成二审判决的内容。
                </Notice>
              ) : null}
            </>
          ) : null}
          <LongTextField path={`${at}.note`} label="说明" rows={2} />
        </>
      )}
    </RecordLines>
  );
}

/** The second decision is in force once every party has it. */
function Services({ at, appeal }: { at: string; appeal: Appeal }) {
  const { document } = useCase();
  const parties = (document.parties ?? []).filter((p) => p.role !== 'thirdPerson');
  const services = appeal.services ?? [];
  return (
    <Row>
      {parties.map((p) => {
        const index = services.findIndex((s) => s.partyId === p.id);
        const label = `${p.name || '（未填姓名）'}收到二审文书的日期`;
        return index >= 0 ? (
          <div key={p.id} className="service">
            <DateField path={`${at}.services.${index}.date`} label={label} required past />
            <Button
              type="link"
              size="small"
              onClick={() =>
                update(
                  `${at}.services`,
                  services.filter((_, i) => i !== index),
                  '删除送达日期',
                )
              }
            >
              还没有收到
            </Button>
          </div>
        ) : (
          <div key={p.id} className="service">
            <div className="field-label">{label}</div>
            <Button
              aria-label={`填写${label}`}
              onClick={() =>
                update(`${at}.services`, [...services, { partyId: p.id, date: '' }], '填写送达日期')
              }
            >
              填写日期
            </Button>
          </div>
        );
      })}
    </Row>
  );
}
