/** One statement: filter, mark line by line from the keyboard, take the marked ones into the case. */
import { Button, Input, Radio } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { transferId, twinOf } from '../../../../shared/statements/accept.ts';
import type {
  StatementInfo,
  StatementLine,
  StatementResults,
} from '../../../../shared/statements/calls.ts';
import type { Mark } from '../../../../shared/statements/types.ts';
import { call } from '../../../bridge.ts';
import {
  type Column,
  Empty,
  fenText,
  Page,
  RecordList,
  StateTag,
} from '../../../components/index.ts';
import { SplitEditor } from '../../../components/split.tsx';
import { undo, useCase } from '../../../state/case-store.ts';
import { sayError, sayWith } from '../../../state/feedback.ts';
import {
  markStatement,
  openStatement,
  removeStatement,
  restoreStatement,
} from '../../../state/statements.ts';
import { AcceptBar } from './accept-bar.tsx';
import { LinePane } from './line.tsx';
import { RefusedNotice } from './refused.tsx';
import { ReportNotices } from './report.tsx';
import { marks, markWord } from './words.ts';

type Found = StatementResults['statements.lines'];
type Show = 'person' | 'marked' | 'all';
type Row = StatementLine & { id: string };

const directionOf = (l: StatementLine): 'in' | 'out' =>
  l.mark === 'out' || (l.mark === '' && l.entry.direction === 'out') ? 'out' : 'in';

export function StatementView({
  info,
  refused,
}: {
  info: StatementInfo;
  refused: readonly { fileName: string; message: string }[];
}) {
  const { caseId, document } = useCase();
  const { statementId } = info;
  const [show, setShow] = useState<Show>('person');
  const [words, setWords] = useState('');
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [marked, setMarked] = useState<readonly StatementLine[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const query = useDeferredValue(`${show}\n${words}\n${search}`);

  const readMarked = useCallback(async () => {
    if (caseId) setMarked(await call('statements.marked', { caseId, statementId }));
  }, [caseId, statementId]);
  useEffect(() => {
    if (!caseId) return;
    let stale = false;
    const [how, w, s] = query.split('\n');
    call('statements.lines', {
      ...{ caseId, statementId, show: how as Show },
      ...{ words: w ?? '', search: s ?? '' },
    })
      .then((f) => stale || setFound(f))
      .catch(sayError);
    readMarked().catch(sayError);
    return () => {
      stale = true;
    };
  }, [caseId, statementId, query, readMarked]);

  const patch = (rows: readonly number[], what: Partial<StatementLine>) =>
    setFound((f) =>
      f
        ? {
            ...f,
            lines: f.lines.map((l) => (rows.includes(l.entry.row) ? { ...l, ...what } : l)),
          }
        : f,
    );
  const mark = async (ids: readonly string[], to: Mark | '') => {
    const rows = ids.map(Number);
    patch(rows, { mark: to });
    if (await markStatement(statementId, rows, { mark: to })) await readMarked().catch(sayError);
  };
  const decide = async (row: number, decision: StatementLine['decision']) => {
    patch([row], { decision });
    if (await markStatement(statementId, [row], { decision })) await readMarked().catch(sayError);
  };
  const remove = async () => {
    if (!(await removeStatement(statementId))) return;
    sayWith((close) => (
      <span>
        已移除账单，记入流水的各笔还在
        <Button
          type="link"
          size="small"
          onClick={() => {
            void restoreStatement(statementId);
            close();
          }}
        >
          撤销
        </Button>
      </span>
    ));
  };

  const transfers = document.transfers ?? [];
  const acceptedIds = useMemo(() => new Set(transfers.map((t) => t.id)), [transfers]);
  const rows = useMemo(
    (): Row[] => (found?.lines ?? []).map((l) => ({ ...l, id: String(l.entry.row) })),
    [found],
  );
  const twinFor = (l: StatementLine) => twinOf(l.entry, directionOf(l), statementId, transfers);
  const columns = useMemo((): Column<Row>[] => {
    const tag = (l: Row) => {
      if (acceptedIds.has(transferId(statementId, l.entry.row)))
        return <StateTag state="complete" word="已记入" />;
      if (l.mark === '' || l.mark === 'ignore') return null;
      const twin = twinOf(l.entry, directionOf(l), statementId, transfers);
      if (twin?.kind === 'same' || l.decision === 'same')
        return <StateTag state="complete" word="流水里已有" />;
      return twin && l.decision === '' ? <StateTag state="attention" word="可能重复" /> : null;
    };
    return [
      {
        key: 'time',
        title: '时间',
        width: 104,
        render: (l) => (
          <>
            <span className="statement-word">{l.entry.date}</span>{' '}
            <span className="grey">{l.entry.time.slice(0, 5)}</span>
          </>
        ),
      },
      {
        key: 'who',
        title: '对方',
        width: '32%',
        render: (l) => (
          <>
            {l.entry.counterparty || '（空）'}{' '}
            <span className="grey">{l.entry.summary || l.entry.type || l.entry.note}</span>{' '}
            {l.entry.refunded > 0 ? <StateTag state="attention" word="有退款" /> : null}
            {l.entry.refundOf !== null ? <span className="grey">退款</span> : null}
            {l.entry.dead ? <span className="grey">{l.entry.status}</span> : null}
          </>
        ),
      },
      {
        key: 'out',
        title: '支出（元）',
        align: 'right',
        render: (l) => (l.entry.direction === 'out' ? fenText(l.entry.fen) : ''),
      },
      {
        key: 'in',
        title: '收入（元）',
        align: 'right',
        render: (l) =>
          l.entry.direction === 'in'
            ? fenText(l.entry.fen)
            : l.entry.direction === 'none'
              ? `（${fenText(l.entry.fen)}）`
              : '',
      },
      {
        key: 'mark',
        title: '标记',
        width: 104,
        render: (l) => (
          <>
            <span className="statement-word">{markWord(l.mark)}</span> {tag(l)}
          </>
        ),
      },
    ];
  }, [acceptedIds, transfers, statementId]);
  const open = rows.find((r) => r.id === openId);
  const more = found && found.total > found.lines.length;

  return (
    <Page
      wide
      title={info.layout}
      lead={[info.fileName, info.owner.name, info.owner.account].filter(Boolean).join('，')}
      actions={
        <>
          <Button onClick={() => void remove()}>移除账单</Button>
          <Button onClick={() => openStatement(null)}>回到流水</Button>
        </>
      }
    >
      <RefusedNotice refused={refused} />
      <ReportNotices info={info} />
      <div className="statement-filter">
        <Radio.Group
          value={show}
          aria-label="显示哪些行"
          optionType="button"
          onChange={(e) => setShow(e.target.value)}
          options={[
            { value: 'person', label: '与对方有关' },
            { value: 'marked', label: '已标记' },
            { value: 'all', label: '全部' },
          ]}
        />
        {show === 'person' ? (
          <Input
            value={words}
            maxLength={200}
            aria-label="对方的其他名字、昵称或账号"
            placeholder="对方的其他名字、昵称或账号"
            onChange={(e) => setWords(e.target.value)}
          />
        ) : null}
        <Input
          value={search}
          maxLength={100}
          allowClear
          aria-label="在账单里查找"
          placeholder="查找"
          onChange={(e) => setSearch(e.target.value)}
        />
      </div>
      <SplitEditor
        hasEditor={open !== undefined}
        list={
          <>
            <RecordList
              label="账单里的行"
              records={rows}
              columns={columns}
              columnsKey={columns}
              openId={openId}
              onOpen={setOpenId}
              marks={{
                keys: marks.map((m) => m.key).join(''),
                onMark: (key, ids) => {
                  const to = marks.find((m) => m.key === key);
                  if (to) void mark(ids, to.mark);
                },
              }}
              totals={[
                `${found?.total ?? 0} 行`,
                more ? `只显示前 ${found.lines.length} 行，请用查找缩小范围` : '',
                fenText(found?.sums.out.fen ?? 0),
                fenText(found?.sums.in.fen ?? 0),
                '',
              ]}
              empty={found ? <NoLines show={show} person={found.person} /> : null}
            />
            <AcceptBar info={info} marked={marked} undo={undo} />
          </>
        }
        editor={
          open ? (
            <LinePane
              key={open.id}
              info={info}
              line={open}
              twin={twinFor(open)}
              accepted={acceptedIds.has(transferId(statementId, open.entry.row))}
              onMark={(to) => void mark([open.id], to)}
              onDecide={(d) => void decide(open.entry.row, d)}
            />
          ) : null
        }
      />
    </Page>
  );
}

function NoLines({ show, person }: { show: Show; person: readonly string[] }) {
  if (show === 'marked') return <Empty sentence="还没有标记任何一行。" />;
  if (show === 'all') return <Empty sentence="没有找到，换个词试试。" />;
  return (
    <Empty
      sentence={
        person.length > 0
          ? `账单里没有与${person.join('、')}有关的行。`
          : '先在“当事人”里填好借款人的姓名，才能挑出与他有关的行。'
      }
      example="对方用昵称、家人账户收款的，把昵称或账号填在上面的框里；也可以点“全部”逐行看。"
    />
  );
}
