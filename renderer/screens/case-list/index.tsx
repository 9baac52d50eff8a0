/** All cases: search, open, make, take in, delete with undo. */
import { Button, Dropdown, Input, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseSummary } from '../../../shared/api.ts';
import type { Problem } from '../../../shared/case/parse.ts';
import type { Warning } from '../../../shared/claim/types.ts';
import { call } from '../../bridge.ts';
import { type Column, Empty, Notice, Page, RecordList } from '../../components/index.ts';
import { usePlainKey } from '../../components/use-keys.ts';
import { enterCase, enterNewCase, enterSample } from '../../state/cases.ts';
import { say, sayError, sayWith } from '../../state/feedback.ts';
import { dateTimeWords } from './when.ts';

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

export default function CaseList() {
  const [search, setSearch] = useState('');
  const [cases, setCases] = useState<Row[] | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const input = useRef<InputRef | null>(null);
  const latest = useRef('');

  const [pattern, setPattern] = useState<Warning[]>([]);
  const load = useCallback(async (text: string) => {
    latest.current = text;
    try {
      const list = await call('cases.list', { search: text.trim() });
      if (latest.current === text) setCases(list.map((c) => ({ ...c, id: c.caseId })));
      if (text === '') setPattern(await call('cases.lendingPattern', {}));
    } catch (error) {
      sayError(error);
    }
  }, []);
  useEffect(() => void load(search), [load, search]);
  usePlainKey('/', () => input.current?.focus());
  // The list has its own n; this one serves the page without a list.
  usePlainKey('n', cases?.length === 0 && search === '' ? () => void enterNewCase() : undefined);

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

  const remove = async (ids: string[]) => {
    try {
      for (const caseId of ids) await call('cases.delete', { caseId });
      await load(search);
      sayWith(
        (close) => (
          <span>
            已删除 {ids.length} 个案件
            <Button
              type="link"
              size="small"
              onClick={async () => {
                close();
                try {
                  for (const caseId of ids) await call('cases.restore', { caseId });
                  await load(latest.current);
                  say('已恢复');
                } catch (error) {
                  sayError(error);
                }
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

  const none = cases?.length === 0;
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
      {none && search === '' ? (
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
            columns={
              search.trim() ? [...columns.slice(0, -1), hitColumn, ...columns.slice(-1)] : columns
            }
            columnsKey={search}
            openId={null}
            onOpen={(id) => void enterCase(id)}
            onNew={() => void enterNewCase()}
            onDelete={(ids) => void remove(ids)}
            empty={
              cases === null ? null : (
                <p className="grey">没有找到“{search}”。换个字，或清空查找。</p>
              )
            }
          />
          <p className="grey keys-line">
            ↑ ↓ 移动，回车打开，n 新建，空格选中，Delete 删除（可撤销）
          </p>
        </>
      )}
    </Page>
  );
}

function ImportProblems({ problems }: { problems: Problem[] }) {
  return (
    <Notice tone="attention" title={`没有导入：文件里有 ${problems.length} 处问题，请改好后再试`}>
      <ul>
        {problems.slice(0, 20).map((p) => (
          <li key={p.path + p.message}>
            <code>{p.path}</code> {p.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
