/** Property clues: what the debtor has, how it is known, what was seized and until when. */
import { Button } from 'antd';
import {
  Advice,
  DateField,
  ManyField,
  MoneyField,
  RecordLines,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { goPaper } from '../../state/navigation.ts';
import { ExhibitLinks } from '../evidence/exhibit-links.tsx';
import { Renewals, SeizureState } from './renewals.tsx';
import { CLUE_KINDS, type Clue, debtorOptions, exhibitOptions } from './words.ts';

export function Clues() {
  return (
    <RecordLines<Clue>
      path="propertyClues"
      id="enforcement-clues"
      title="财产线索和查封"
      lead="写具体：车牌号、账号、小区和门牌、公司全称。只写合法得来的信息。查封、冻结了的，记下日期，到期前会提醒续封。"
      what="一条线索"
      addLabel="加一条财产线索"
      none="还没有线索。"
      blank={() => ({ kind: 'other', description: '' })}
      first="description"
      line={(clue) => (
        <>
          <span className="record-kind">
            {CLUE_KINDS.find((k) => k.value === clue.kind)?.label ?? ''}
          </span>
          {clue.description || '（还没有描述）'}
        </>
      )}
      state={(clue) => <SeizureState id={clue.id} liftedOn={clue.liftedOn} />}
    >
      {(at, _i, clue) => <ClueForm at={at} clue={clue} />}
    </RecordLines>
  );
}

function ClueForm({ at, clue }: { at: string; clue: Clue }) {
  const { document, lastGood } = useCase();
  const seized = Boolean(clue.seizedOn || clue.seizureExpires);
  return (
    <>
      <Row>
        <SelectField path={`${at}.kind`} label="种类" options={CLUE_KINDS} />
        <SelectField
          path={`${at}.partyId`}
          label="谁的财产"
          clearable
          options={debtorOptions(document)}
        />
      </Row>
      <TextField
        path={`${at}.description`}
        label="具体是什么"
        placeholder="例如 小型轿车，号牌甲A×××88"
      />
      <Row>
        <TextField path={`${at}.location`} label="在哪里" placeholder="停放地、坐落、开户行" />
        <MoneyField path={`${at}.estimatedValue`} label="大约值多少" />
      </Row>
      <Row>
        <TextField
          path={`${at}.source`}
          label="怎么知道的"
          placeholder="例如 借款时他自己发来的行驶证照片"
          hint="法院会问来源。"
        />
        <DateField
          path={`${at}.submittedOn`}
          label="交给法院的日期"
          past
          hint="明确具体的线索，法院应在七日内核查，紧急的三日内。"
        />
      </Row>
      <ManyField path={`${at}.evidenceIds`} label="证据" options={exhibitOptions(lastGood)} />
      <ExhibitLinks recordId={clue.id} />
      <Row>
        <DateField path={`${at}.seizedOn`} label="查封、冻结日期" past />
        <DateField
          path={`${at}.seizureExpires`}
          label="到期日期"
          hint="照裁定书填。存款最长一年、动产二年、不动产和其他权利三年；空着按最长期限提醒。"
          extra={<Advice path={`${at}.seizureExpires`} />}
        />
      </Row>
      {seized ? (
        <>
          <TextField
            path={`${at}.seizureNumber`}
            label="查封、冻结裁定的文书号"
            hint="申请续封时要写。"
          />
          <Renewals at={at} />
          <p>
            <Button size="small" onClick={() => goPaper('renew-seizure')}>
              看续封申请书
            </Button>
          </p>
          <DateField path={`${at}.liftedOn`} label="解除日期" past hint="没有解除就空着。" />
        </>
      ) : null}
    </>
  );
}
