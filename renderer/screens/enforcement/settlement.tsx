/** 执行和解, its breach, and going back to the judgment. */
import { Button } from 'antd';
import { resumeEnd } from '../../../shared/law/enforcement-records.ts';
import {
  DateField,
  dateWords,
  LongTextField,
  Notice,
  Row,
  Section,
} from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';

const BASE = 'enforcement.settlement';

export function Settlement() {
  const { lastGood } = useCase();
  const value = useValue(BASE);
  const has = value !== null && value !== undefined;
  const end = lastGood ? resumeEnd(lastGood.enforcement) : null;
  const broken = Boolean(lastGood?.enforcement?.settlement?.breachedOn);
  return (
    <Section
      title="执行和解"
      id="enforcement-settlement"
      actions={
        <Button
          size="small"
          onClick={() => update(BASE, has ? null : {}, has ? '没有和解' : '录入和解')}
        >
          {has ? '没有和解' : '录入和解协议'}
        </Button>
      }
    >
      {has ? (
        <>
          <Row>
            <DateField path={`${BASE}.signedOn`} label="签订日期" />
            <DateField
              path={`${BASE}.lastDue`}
              label="约定付清的最后一天"
              hint="对方不履行的，申请恢复执行的二年从这天重新计算。"
            />
          </Row>
          <LongTextField
            path={`${BASE}.terms`}
            label="约定的付款内容"
            hint="每一期什么时候付多少。对方不履行的，可以恢复执行原判决，已付的扣除。"
          />
          <Row>
            <DateField
              path={`${BASE}.breachedOn`}
              label="从哪天起没有履行"
              hint="按期履行的，空着。"
            />
            <DateField path={`${BASE}.performedOn`} label="全部履行完的日期" past />
          </Row>
          {broken && end ? (
            <Notice tone="attention" title={`${dateWords(end.date)}以前可以申请恢复执行`}>
              二年从{dateWords(end.from)}起算。申请以后，在下面“终本和恢复执行”里记一次。
              <span className="law-ref">{end.article}</span>
            </Notice>
          ) : null}
        </>
      ) : (
        <p className="grey">没有签过执行和解协议。</p>
      )}
    </Section>
  );
}
