/** 终本, 恢复执行 and 结案: how enforcement pauses, goes on and ends. */
import { Button } from 'antd';
import { useMemo } from 'react';
import { listingRemoval } from '../../../shared/law/enforcement-records.ts';
import {
  DateField,
  dateWords,
  LongTextField,
  Notice,
  RadioField,
  RecordLines,
  Row,
  Section,
  SelectField,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { goPaper } from '../../state/navigation.ts';
import { judgmentOwed, useLprEntries } from './figures.ts';
import { CAUSES, CLOSING_WAYS, type Resumption, wordOf } from './words.ts';

export function Finalised() {
  return (
    <>
      <Section
        title="终结本次执行程序（终本）"
        id="enforcement-finalised"
        lead="暂时没有财产可以执行时，法院会裁定终本。这不是结束：法院五年内每六个月自动查一次；发现财产，随时可以申请恢复执行，没有期限。"
      >
        <Row>
          <DateField path="enforcement.finalisedOn" label="终本裁定的日期" past />
          <TextField
            path="enforcement.finalisedNumber"
            label="终本裁定的文书号"
            placeholder="例如 （2026）甲0104执567号之一"
            hint="申请恢复执行时要写。"
          />
        </Row>
      </Section>
      <RecordLines<Resumption>
        path="enforcement.resumptions"
        id="enforcement-resume"
        title="恢复执行"
        lead="终本以后发现财产，或者对方不履行执行和解，可以申请恢复执行。"
        what="一次恢复执行"
        addLabel="申请恢复执行"
        none="没有申请过。"
        blank={() => ({ cause: 'assets' })}
        first="found"
        line={(r) => (
          <>
            <span className="record-kind num">{r.appliedOn ?? '（还没有申请）'}</span>
            {wordOf(CAUSES, r.cause)}
          </>
        )}
        state={(r) => (
          <span className="grey">
            {r.resumedOn ? `${dateWords(r.resumedOn)}恢复` : '还没有恢复'}
          </span>
        )}
      >
        {(at, _i, r) => (
          <>
            <RadioField path={`${at}.cause`} label="原因" fallback="assets" options={CAUSES} />
            {r.cause === 'settlement' ? null : (
              <LongTextField
                path={`${at}.found`}
                label={r.cause === 'fraud' ? '欺诈、胁迫的经过' : '发现了什么财产'}
                rows={2}
                hint={
                  r.cause === 'fraud'
                    ? '写明时间、经过和证据。'
                    : '一行一项：是什么、在哪里、怎么发现的。会写进申请书。'
                }
              />
            )}
            <Row>
              <DateField path={`${at}.appliedOn`} label="申请日期" past />
              <DateField path={`${at}.resumedOn`} label="法院恢复执行的日期" past />
              <TextField path={`${at}.caseNumber`} label="恢复执行的案号" />
            </Row>
            <p>
              <Button size="small" onClick={() => goPaper('resume-enforcement')}>
                看恢复执行申请书
              </Button>
            </p>
          </>
        )}
      </RecordLines>
    </>
  );
}

const BASE = 'enforcement.closing';

export function Closing() {
  const { lastGood } = useCase();
  const today = useToday();
  const lpr = useLprEntries();
  const value = useValue(BASE);
  const has = value !== null && value !== undefined;
  const claim = useMemo(
    () => (lastGood ? judgmentOwed(lastGood, today, lpr).claim : null),
    [lastGood, today, lpr],
  );
  const lastPaid = claim?.payments.at(-1)?.date ?? null;
  const paidUp = claim !== null && claim.total === 0 && lastPaid !== null;
  return (
    <div data-path={BASE}>
      <Section
        title="结案"
        id="enforcement-closing"
        actions={
          has ? (
            <Button
              size="small"
              type="text"
              onClick={() => {
                update(BASE, null, '删除结案');
                sayRemoved('结案');
              }}
            >
              还没有结案
            </Button>
          ) : (
            <Button
              size="small"
              type={paidUp ? 'primary' : 'default'}
              onClick={() =>
                update(BASE, paidUp ? { way: 'paid', paidOn: lastPaid } : {}, '记录结案')
              }
            >
              记录结案
            </Button>
          )
        }
      >
        {paidUp && !has ? (
          <Notice title="按记录，款项已经全部付清">
            最后一笔在{dateWords(lastPaid)}
            。请记录结案，告诉执行法官，并配合解除查封、限制消费和失信信息。
          </Notice>
        ) : null}
        {has ? (
          <Closed owed={claim?.total ?? null} />
        ) : paidUp ? null : (
          <p className="grey">还在执行。</p>
        )}
      </Section>
    </div>
  );
}

function Closed({ owed }: { owed: number | null }) {
  const { lastGood } = useCase();
  const e = lastGood?.enforcement;
  const paidOn = e?.closing?.paidOn ?? null;
  const removal = paidOn ? listingRemoval(paidOn) : null;
  const listed = Boolean(e?.listedOn);
  const banned = Boolean(e?.consumptionOrderOn);
  return (
    <>
      <SelectField path={`${BASE}.way`} label="怎么结束的" options={CLOSING_WAYS} fallback="paid" />
      {owed !== null && owed > 0 && e?.closing?.way === 'paid' ? (
        <Notice tone="attention">
          按记录还有款项没有付清，见上面“今天应当执行的数额”。请核对收款记录，再确认结案。
        </Notice>
      ) : null}
      <Row>
        <DateField path={`${BASE}.paidOn`} label="全部付清的日期" past />
        <DateField path={`${BASE}.closedOn`} label="法院结案的日期" past />
        <TextField path={`${BASE}.documentNumber`} label="结案通知或者裁定的文书号" />
      </Row>
      {removal && listed ? (
        <Notice>
          付清以后，法院应在三个工作日内删除失信信息，也就是{dateWords(removal.date)}
          以前；有固定期限的，期满删除或者由法院决定提前删除。
          <span className="law-ref">{removal.article}</span>
        </Notice>
      ) : null}
      <Row>
        {listed ? (
          <DateField path={`${BASE}.listingRemovedOn`} label="失信信息删除的日期" past />
        ) : null}
        {banned ? <DateField path={`${BASE}.banLiftedOn`} label="限制消费解除的日期" past /> : null}
        <DateField path={`${BASE}.measuresLiftedOn`} label="查封、冻结解除的日期" past />
      </Row>
      <LongTextField
        path={`${BASE}.note`}
        label="费用和交接"
        rows={2}
        hint="例如：执行申请费由对方向法院交纳；预交的诉讼费法院退还；借据原件交还对方。"
      />
    </>
  );
}
