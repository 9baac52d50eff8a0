/** All cases: search, open, make, take in, put aside, delete. */
import { Button, Dropdown, Input, type InputRef, Radio } from 'antd';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { CaseSummary } from '../../../shared/api.ts';
import type { Problem } from '../../../shared/case/parse.ts';
import type { Warning } from '../../../shared/claim/types.ts';
import { call } from '../../bridge.ts';
import { type Column, Empty, Notice, Page, RecordList } from '../../components/index.ts';
import { usePlainKey } from '../../components/use-keys.ts';
import { enterCase, enterNewCase, enterSample } from '../../state/cases.ts';
import { say, sayError, sayWith } from '../../state/feedback.ts';
import { Deadlines } from './deadlines.tsx';
import { ImportProblems } from './import-problems.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { dateTimeWords } from './when.ts';
import './case-list.css';

type Row = CaseSummary & { id: string };

const hitColumn: Column<Row> = {
  key: 'hit',
  title: '出现在',
  render: (c) => <span className="grey">{c.hit}</span>,
};
const columns: Column<Row>[] = [
  { key: 'title', title: '案件', render: (c) => <strong className="case-name">{c.title}</strong> },
  { key: 'borrowers', title: '对方', render: (c) => c.borrowers },
  {
    key: 'updated',
    title: '最近改动',
    align: 'right',
    width: 150,
    render: (c) => dateTimeWords(c.updatedAt),
  },
];

/** For the mouse: what Delete does for the keyboard. */
const asideColumn = (onAside: (c: Row) => void, archived: boolean): Column<Row> => ({
  key: 'aside',
  title: '',
  align: 'right',
  width: 130,
  render: (c) => (
    <Button
      type="text"
      size="small"
      aria-label={`${archived ? '恢复' : '归档'}或删除${c.title}`}
      onClick={(e) => {
        e.stopPropagation();
        onAside(c);
      }}
    >
      {archived ? '恢复或删除' : '归档或删除'}
    </Button>
  ),
});

/** The two pages of all cases: the cases themselves, and every deadline in them. */
export default function CaseListPage() {
  const [shown, setShown] = useState<'cases' | 'deadlines'>('cases');
  const tabs = (
    <Radio.Group
      className="list-tabs"
      value={shown}
      optionType="button"
      options={[
        { value: 'cases', label: '案件' },
        { value: 'deadlines', label: '期限' },
      ]}
      aria-label="看案件还是期限"
      onChange={(e) => setShown(e.target.value)}
    />
  );
  return shown === 'cases' ? <CaseList tabs={tabs} /> : <Deadlines tabs={tabs} />;
}

function CaseList({ tabs }: { tabs: ReactNode }) {
  const [search, setSearch] = useState('');
  const [cases, setCases] = useState<Row[] | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const input = useRef<InputRef | null>(null);
  const latest = useRef('');

  const [pattern, setPattern] = useState<Warning[]>([]);
  const [archived, setArchived] = useState(false);
  /** Null until known: an empty list of live cases teaches only when there are no others. */
  const [anyArchived, setAnyArchived] = useState<boolean | null>(null);
  const [removing, setRemoving] = useState<readonly Row[]>([]);
  const load = useCallback(async (text: string, aside: boolean) => {
    const asked = `${aside} ${text}`;
    latest.current = asked;
    try {
      const list = await call('cases.list', { search: text.trim(), archived: aside });
      if (latest.current === asked) setCases(list.map((c) => ({ ...c, id: c.caseId })));
      if (text === '' && !aside && list.length === 0) {
        setAnyArchived((await call('cases.list', { search: '', archived: true })).length > 0);
      }
      if (text === '') setPattern(await call('cases.lendingPattern', {}));
    } catch (error) {
      sayError(error);
    }
  }, []);
  useEffect(() => void load(search, archived), [load, search, archived]);
  const none = cases?.length === 0;
  usePlainKey('/', () => input.current?.focus());
  // The list has its own n; this one serves the page without a list.
  usePlainKey('n', none && search === '' && !archived ? () => void enterNewCase() : undefined);

  const take = async () => {
    setProblems([]);
    try {
      const result = await call('cases.import', {});
      if (!result) return;
      if ('problems' in result) setProblems(result.problems);
      else await enterCase(result.case.caseId);
    } catch (error) {
      sayError(error);
    }
  };

  /** Puts cases aside, or back into the list, with a way to take it back. */
  const setAside = async (ids: readonly string[], aside: boolean, undoable: boolean) => {
    setRemoving([]);
    try {
      for (const caseId of ids) await call(aside ? 'cases.archive' : 'cases.restore', { caseId });
      await load(search, archived);
      const done = aside ? `已归档 ${ids.length} 个案件` : `已恢复 ${ids.length} 个案件`;
      if (!undoable) return say(done);
      sayWith(
        (close) => (
          <span>
            {done}
            <Button
              type="link"
              size="small"
              onClick={() => {
                close();
                void setAside(ids, !aside, false);
              }}
            >
              撤销
            </Button>
          </span>
        ),
        12,
      );
    } catch (error) {
      sayError(error);
    }
  };

  return (
    <Page
      title="案件"
      wide
      actions={
        <>
          <Button onClick={() => void take()}>导入案件文件</Button>
          <Button type="primary" onClick={() => void enterNewCase()} title="快捷键 n">
            新建案件
          </Button>
        </>
      }
    >
      {problems.length > 0 ? <ImportProblems problems={problems} /> : null}
      {pattern.map((w) => (
        <Notice key={w.code} tone="attention">
          {w.text}
          {w.article ? <span className="law-ref">{w.article}</span> : null}
        </Notice>
      ))}
      {none && search === '' && !archived && anyArchived === false ? (
        <Empty
          sentence="一笔借款纠纷建一个案件。从当事人、借款、转账录起，软件会告诉您欠多少、下一步做什么、最晚哪天做。"
          example="王某借给李某 30 万元，借条写明一年，到期未还。从录入到判决、执行，整套材料都在示例里。"
          action={
            <span className="empty-actions">
              <Button type="primary" size="large" onClick={() => void enterNewCase()}>
                新建案件
              </Button>
              <Button size="large" onClick={() => void enterSample()}>
                看示例“王某诉李某”
              </Button>
            </span>
          }
        />
      ) : (
        <>
          {tabs}
          <div className="search-line">
            <Input.Search
              ref={input}
              value={search}
              allowClear
              placeholder="查找：姓名、案号、证据名称（按 / 开始输入）"
              aria-label="查找案件"
              onChange={(e) => setSearch(e.target.value)}
              onKeyDown={(e) => {
                if (e.key !== 'ArrowDown' && e.key !== 'Enter') return;
                e.preventDefault();
                document.querySelector<HTMLElement>('.record-list .row-key[tabindex="0"]')?.focus();
              }}
            />
            <Radio.Group
              value={archived}
              optionType="button"
              options={[
                { value: false, label: '在办' },
                { value: true, label: '已归档' },
              ]}
              aria-label="看哪些案件"
              onChange={(e) => setArchived(e.target.value)}
            />
            <Dropdown
              menu={{
                items: [{ key: 'sample', label: '加入示例案件“王某诉李某”' }],
                onClick: () => void enterSample(),
              }}
              trigger={['click']}
            >
              <Button>更多</Button>
            </Dropdown>
          </div>
          <RecordList
            label="案件"
            records={cases ?? []}
            columns={[
              ...(search.trim() ? [...columns.slice(0, -1), hitColumn] : columns.slice(0, -1)),
              ...columns.slice(-1),
              asideColumn((c) => setRemoving([c]), archived),
            ]}
            columnsKey={`${archived} ${search}`}
            openId={null}
            onOpen={(id) => void enterCase(id)}
            onNew={() => void enterNewCase()}
            onDelete={(ids) => setRemoving((cases ?? []).filter((c) => ids.includes(c.id)))}
            empty={
              cases === null ? null : (
                <p className="grey">
                  {search.trim()
                    ? `没有找到“${search}”。换个字，或清空查找。`
                    : archived
                      ? '没有归档的案件。'
                      : '没有在办的案件。'}
                </p>
              )
            }
          />
          <p className="grey keys-line">↑ ↓ 移动，回车打开，n 新建，空格选中，Delete 归档或删除</p>
        </>
      )}
      {removing.length > 0 ? (
        <RemoveDialog
          cases={removing}
          archived={archived}
          onArchive={() =>
            void setAside(
              removing.map((c) => c.id),
              !archived,
              true,
            )
          }
          onGone={() => {
            setRemoving([]);
            void load(search, archived);
          }}
          onClose={() => setRemoving([])}
        />
      ) : null}
    </Page>
  );
}
