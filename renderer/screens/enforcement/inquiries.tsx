/** 财产调查: each inquiry, by whom, what was found. */
import {
  DateField,
  LongTextField,
  ManyField,
  RadioField,
  RecordLines,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import {
  debtorOptions,
  exhibitOptions,
  INQUIRY_RESULTS,
  type Inquiry,
  WAYS,
  wordOf,
} from './words.ts';

export function Inquiries() {
  const { document, lastGood } = useCase();
  return (
    <RecordLines<Inquiry>
      path="enforcement.inquiries"
      id="enforcement-inquiries"
      title="财产调查"
      lead="法院查了什么、查到了什么，问一次记一次。查到财产的，请另加一条财产线索。终本以前，法院要把能查的都查过。"
      what="一次调查"
      addLabel="记一次调查"
      none="还没有记录。可以向执行法官询问网络查控的结果。"
      blank={() => ({ date: '' })}
      first="date"
      line={(q) => (
        <>
          <span className="record-kind num">{q.date || '（还没有日期）'}</span>
          {wordOf(WAYS, q.way)}
          {q.subject ? `：${q.subject}` : ''}
        </>
      )}
      state={(q) => <span className="grey">{wordOf(INQUIRY_RESULTS, q.result)}</span>}
    >
      {(at) => (
        <>
          <Row>
            <DateField path={`${at}.date`} label="调查日期" required past />
            <SelectField path={`${at}.way`} label="怎么查的" options={WAYS} fallback="network" />
          </Row>
          <Row>
            <TextField
              path={`${at}.subject`}
              label="查什么"
              placeholder="例如 银行存款、车辆、不动产"
            />
            <SelectField
              path={`${at}.partyId`}
              label="查谁"
              clearable
              options={debtorOptions(document)}
            />
          </Row>
          <RadioField
            path={`${at}.result`}
            label="结果"
            fallback="waiting"
            options={INQUIRY_RESULTS}
          />
          <LongTextField
            path={`${at}.found`}
            label="查到了什么"
            rows={2}
            placeholder="例如 名下小型轿车一辆，号牌甲A×××88；银行存款余额 36.50 元"
          />
          <ManyField path={`${at}.evidenceIds`} label="证据" options={exhibitOptions(lastGood)} />
        </>
      )}
    </RecordLines>
  );
}
