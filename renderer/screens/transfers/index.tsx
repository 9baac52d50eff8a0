/** Money that moved: 交付 out, 还款 in; in date order, with totals at the foot. */
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  type Column,
  Empty,
  Page,
  RecordList,
  StateTag,
  sayRemoved,
} from '../../components/index.ts';
import { moneyShown } from '../../components/normalise.ts';
import { SplitEditor } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { useFocusIndex } from '../../state/navigation.ts';
import {
  chooseStatements,
  dropStatements,
  openStatement,
  useStatements,
} from '../../state/statements.ts';
import { DropArea } from '../evidence/drop-area.tsx';
import { paperWord } from '../loans/words.ts';
import { MappingScreen } from './statements/mapping.tsx';
import '../../theme/blocks.css';
import './statements/statements.css';
import { RefusedNotice } from './statements/refused.tsx';
import { StatementView } from './statements/view.tsx';
import { totalText } from './totals.ts';
import { TransferForm } from './transfer-form.tsx';
import { methodWord } from './words.ts';

type TransferDocument = NonNullable<CaseDocument['transfers']>[number];

/** The list of transfers, or, over it, a statement being imported or marked. */
export default function Transfers() {
  const { caseId } = useCase();
  const statements = useStatements(caseId);
  const question = statements.questions[0];
  const open = statements.list.find((s) => s.statementId === statements.openId);
  const asked = useFocusIndex('transfers');
  useEffect(() => {
    if (asked !== null) openStatement(null);
  }, [asked]);
  // Leaving the screen leaves the statement; its marks are kept.
  useEffect(() => () => openStatement(null), []);
  return (
    <DropArea onDrop={(files) => void dropStatements(files)}>
      {question ? (
        <MappingScreen key={question.fileId} question={question} busy={statements.busy} />
      ) : open ? (
        <StatementView key={open.statementId} info={open} refused={statements.refused} />
      ) : (
        <TransferList statements={statements} />
      )}
    </DropArea>
  );
}

/** What was refused, and the statements imported so far. */
function Statements({ statements }: { statements: ReturnType<typeof useStatements> }) {
  const { list, refused } = statements;
  return (
    <>
      <RefusedNotice refused={refused} />
      {list.length > 0 ? (
        <div className="statement-list">
          <span className="grey">已导入的账单</span>
          {list.map((s) => (
            <Button
              key={s.statementId}
              type="link"
              className="inline-link"
              onClick={() => openStatement(s.statementId)}
            >
              {s.layout}（{s.report.first} 至 {s.report.last}）
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}

function TransferList({ statements }: { statements: ReturnType<typeof useStatements> }) {
  const { document, addRecord, removeRecords, problems } = useCase();
  const transfers = document.transfers ?? [];
  const loans = document.loans ?? [];
  const [openId, setOpenId] = useState<string | null>(null);
  const asked = useFocusIndex('transfers');
  const askedId = asked === null ? undefined : transfers[asked]?.id;
  useEffect(() => {
    if (askedId) setOpenId(askedId);
  }, [askedId]);

  const badIds = problems
    .map((p) => transfers[Number(/^transfers\.(\d+)\./.exec(p.path)?.[1] ?? -1)]?.id)
    .filter((id) => id !== undefined)
    .join(' ');
  const shown = useMemo(() => [...transfers].sort((a, b) => order(a, b)), [transfers]);
  const several = loans.length > 1;
  const columns = useMemo((): Column<TransferDocument>[] => {
    const bad = new Set(badIds.split(' '));
    const loanName = new Map(loans.map((l) => [l.id, l.paperName || paperWord(l.paper)]));
    return [
      { key: 'date', title: '日期', width: 116, render: (t) => t.date || '（未填）' },
      {
        key: 'what',
        title: '事项',
        render: (t) => (
          <>
            {t.direction === 'out' ? '出借' : '还款'}
            <span className="grey"> {methodWord(t.method)}</span>
            {several ? (
              <span className="grey"> {t.loanId ? loanName.get(t.loanId) : '没说还哪笔'}</span>
            ) : null}{' '}
            {bad.has(t.id) ? <StateTag state="attention" /> : null}
          </>
        ),
      },
      {
        key: 'out',
        title: '借出（元）',
        align: 'right',
        render: (t) => (t.direction === 'out' ? moneyShown(t.amount) : ''),
      },
      {
        key: 'in',
        title: '还回（元）',
        align: 'right',
        render: (t) => (t.direction === 'in' ? moneyShown(t.amount) : ''),
      },
    ];
  }, [loans, several, badIds]);

  const add = (direction: 'out' | 'in') => {
    const loanId = loans[0]?.id;
    if (!loanId) return;
    setOpenId(
      addRecord(
        'transfers',
        { loanId, direction, date: '', amount: '', method: 'bank' },
        direction === 'out' ? '新增出借转账' : '新增还款',
      ),
    );
  };
  const hasOut = transfers.some((t) => t.direction === 'out');
  const next = hasOut ? 'in' : 'out';
  const remove = (ids: string[]) => {
    if (openId && ids.includes(openId)) setOpenId(null);
    removeRecords('transfers', ids, '删除流水');
    sayRemoved(` ${ids.length} 条流水`);
  };
  const index = transfers.findIndex((t) => t.id === openId);
  const noLoan = loans.length === 0;

  return (
    <Page
      wide
      title="流水"
      lead="钱实际怎么走的，一笔一条。借出的证明本金，还回的按法律顺序冲抵。"
      actions={
        noLoan ? null : (
          <>
            <Button loading={statements.busy} onClick={() => void chooseStatements()}>
              导入账单
            </Button>
            <Button onClick={() => add('out')} type={next === 'out' ? 'primary' : 'default'}>
              加一笔出借
            </Button>
            <Button onClick={() => add('in')} type={next === 'in' ? 'primary' : 'default'}>
              加一笔还款
            </Button>
          </>
        )
      }
    >
      <Statements statements={statements} />
      {noLoan ? (
        <Empty
          sentence="先在“借款”里填好借条，再回来录转账和还款。"
          example="2023-03-01 银行转账 借出 300,000.00 元；2024-06-01 微信 还回 5,000.00 元。"
        />
      ) : (
        <SplitEditor
          hasEditor={index >= 0}
          list={
            <RecordList
              label="转账和还款"
              records={shown}
              columns={columns}
              columnsKey={columns}
              openId={openId}
              onOpen={setOpenId}
              onNew={() => add(next)}
              onDelete={remove}
              totals={[
                '合计',
                '',
                totalText(transfers.filter((t) => t.direction === 'out')),
                totalText(transfers.filter((t) => t.direction === 'in')),
              ]}
              empty={
                <Empty
                  sentence="导入支付宝、微信或银行的账单（CSV、XLSX，拖进来也行），挑出与对方的往来；或者从回单上照抄。"
                  example="2023-03-01 银行转账 借出 300,000.00 元；2024-06-01 微信 还回 5,000.00 元。"
                  action={
                    <Button type="primary" onClick={() => add('out')}>
                      加一笔出借
                    </Button>
                  }
                />
              }
            />
          }
          editor={
            index >= 0 ? (
              <TransferForm
                key={openId}
                index={index}
                onRemove={() => remove([transfers[index]?.id ?? ''])}
                onNext={() => add(transfers[index]?.direction ?? 'out')}
              />
            ) : null
          }
        />
      )}
    </Page>
  );
}

/** Date order; records without a date stand last, where they were just added. */
function order(a: TransferDocument, b: TransferDocument): number {
  return (a.date || '9999') < (b.date || '9999') ? -1 : a.date === b.date ? 0 : 1;
}
