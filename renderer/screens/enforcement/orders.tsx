/** The court's notices and orders, and what came of the property report. */
import { Button } from 'antd';
import {
  Advice,
  DateField,
  LongTextField,
  Row,
  Section,
  SelectField,
} from '../../components/index.ts';
import { update, useValue } from '../../state/case-store.ts';
import { REPORT_RESULTS } from './words.ts';

const REPORT = 'enforcement.report';

export function Orders() {
  return (
    <Section
      title="法院的通知和命令"
      id="enforcement-orders"
      lead="送达日期可以向执行法官询问，或者查阅卷宗。失信评估要用到这些日期。"
    >
      <Row>
        <DateField path="enforcement.noticeServedOn" label="执行通知书送达被执行人" />
        <DateField path="enforcement.reportOrderServedOn" label="报告财产令送达被执行人" />
      </Row>
      <Report />
      <DateField path="enforcement.consumptionOrderOn" label="限制消费令发出" />
      <Row>
        <DateField
          path="enforcement.listAppliedOn"
          label="失信名单的申请日期"
          past
          hint="法院应在十五日内决定，过了会提醒您追问。"
        />
        <DateField path="enforcement.listedOn" label="列入失信名单" />
      </Row>
      <DateField
        path="enforcement.delistedOn"
        label="应您的申请删除失信信息的日期"
        hint="没有申请过就空着。申请删除以后，六个月内不能再申请纳入。"
      />
    </Section>
  );
}

/** What the order asked for, by when, and whether it came. */
function Report() {
  const served = useValue('enforcement.reportOrderServedOn');
  const value = useValue(REPORT);
  if (value === null || value === undefined) {
    return served ? (
      <p>
        <Button size="small" onClick={() => update(REPORT, {}, '记录财产报告')}>
          记录对方报告财产的情况
        </Button>
      </p>
    ) : null;
  }
  return (
    <>
      <Row>
        <DateField
          path={`${REPORT}.dueOn`}
          label="要在哪天以前报告财产"
          hint="报告财产令上写的期限。"
        />
        <DateField path={`${REPORT}.reportedOn`} label="对方报告的日期" past />
        <SelectField
          path={`${REPORT}.result`}
          label="报告的结果"
          options={REPORT_RESULTS}
          fallback="waiting"
          extra={<Advice path={`${REPORT}.result`} />}
        />
      </Row>
      <LongTextField
        path={`${REPORT}.note`}
        label="报告了什么、和事实有什么不符"
        rows={2}
        hint="拒绝、虚假、逾期报告的，可以申请罚款、拘留和纳入失信名单；把事实和证据记到“失信评估”第四项。"
      />
    </>
  );
}
