/** 执行异议、复议: who objected, the ruling, and the days to go on. */
import { reviewOf } from '../../../shared/law/enforcement-records.ts';
import {
  CheckField,
  DateField,
  dateWords,
  LongTextField,
  Notice,
  RecordLines,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { OBJECTION_KINDS, OBJECTION_RESULTS, type Objection, wordOf } from './words.ts';

export function Objections() {
  return (
    <RecordLines<Objection>
      path="enforcement.objections"
      id="enforcement-objections"
      title="执行异议和复议"
      lead="对方、别人或者您自己对执行提出的书面异议。法院十五日内裁定；不服的，收到裁定后十日内复议，案外人异议是十五日内起诉。"
      what="一次异议"
      addLabel="记一次异议"
      none="没有。"
      blank={() => ({ subject: '' })}
      first="subject"
      line={(o) => (
        <>
          <span className="record-kind num">{o.filedOn ?? '（还没有日期）'}</span>
          {o.ours ? '您' : o.by || '对方'}
          {o.subject ? `：${o.subject}` : wordOf(OBJECTION_KINDS, o.kind)}
        </>
      )}
      state={(o) => <span className="grey">{wordOf(OBJECTION_RESULTS, o.result)}</span>}
    >
      {(at, i, o) => (
        <>
          <Row>
            <TextField
              path={`${at}.subject`}
              label="为了什么"
              placeholder="例如 称查封的车辆已经卖给他"
            />
            <SelectField
              path={`${at}.kind`}
              label="种类"
              options={OBJECTION_KINDS}
              fallback="act"
            />
          </Row>
          <CheckField path={`${at}.ours`} label="是您（申请执行人）提出的" />
          {o.ours ? null : <TextField path={`${at}.by`} label="谁提出的" />}
          <Row>
            <DateField path={`${at}.filedOn`} label="提出日期" past />
            <DateField path={`${at}.ruledOn`} label="裁定日期" past />
            <SelectField
              path={`${at}.result`}
              label="结果"
              options={OBJECTION_RESULTS}
              fallback="pending"
            />
          </Row>
          <Row>
            <DateField
              path={`${at}.servedOn`}
              label="您收到裁定的日期"
              past
              hint="复议、起诉的期限从这天的次日起算。"
            />
            <DateField path={`${at}.reviewFiledOn`} label="申请复议或起诉的日期" past />
            <TextField path={`${at}.documentNumber`} label="裁定的文书号" />
          </Row>
          <Review index={i} />
          <LongTextField path={`${at}.note`} label="说明" rows={2} />
        </>
      )}
    </RecordLines>
  );
}

function Review({ index }: { index: number }) {
  const { lastGood } = useCase();
  const o = lastGood?.enforcement?.objections[index];
  const review = o ? reviewOf(o) : null;
  if (!review) return null;
  return (
    <Notice tone="attention" title={`最后一天：${dateWords(review.date)}`}>
      {review.text}
      <span className="law-ref">{review.article}</span>
    </Notice>
  );
}
