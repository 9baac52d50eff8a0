/** 举证期限: who set it, from when, how long, and the last day. */
import { Button } from 'antd';
import { countedEvidenceEnd } from '../../../shared/law/suit-records.ts';
import {
  Advice,
  CountField,
  DateField,
  dateWords,
  RadioField,
  Row,
  Section,
} from '../../components/index.ts';
import { update, useCase } from '../../state/case-store.ts';

export function EvidenceTerm() {
  const { lastGood } = useCase();
  const end = lastGood ? countedEvidenceEnd(lastGood) : null;
  const due = lastGood?.suit.evidenceDue ?? null;
  return (
    <Section
      title="举证期限"
      id="suit-evidence"
      lead="在最后一天以前把证据交给法院。法院指定的，普通程序不少于十五日，简易程序不超过十五日，小额诉讼一般不超过七日。"
    >
      <RadioField
        path="suit.evidenceTerm.setBy"
        label="期限怎么定的"
        fallback="court"
        options={[
          { value: 'court', label: '法院指定' },
          { value: 'agreed', label: '双方协商、法院准许' },
        ]}
      />
      <Row>
        <DateField path="suit.evidenceTerm.noticeOn" label="收到举证通知书的日期" past />
        <CountField
          path="suit.evidenceTerm.days"
          label="举证期限"
          unit="天"
          hint="通知书写的是日期就不填。"
          extra={<Advice path="suit.evidenceTerm.days" />}
        />
        <DateField
          path="suit.evidenceDue"
          label="举证期限最后一天"
          hint="逾期提交要说明理由，可能不被采纳。"
          extra={
            <>
              {end && end.date !== due ? (
                <Button
                  type="link"
                  size="small"
                  onClick={() => update('suit.evidenceDue', end.date, '填写举证期限')}
                >
                  推算到{dateWords(end.date)}
                  {end.rolled ? `（${end.because ?? '休息日'}顺延）` : ''}，填入
                </Button>
              ) : null}
              <Advice path="suit.evidenceDue" />
            </>
          }
        />
      </Row>
    </Section>
  );
}
