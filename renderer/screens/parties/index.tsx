/** Who is in the case. The list at the left, one party's form at the right. */
import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import {
  type Column,
  Empty,
  Page,
  RecordList,
  StateTag,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { SplitEditor } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { useFocusIndex, useRoute } from '../../state/navigation.ts';
import { AgentForm } from './agent-form.tsx';
import { PartyForm } from './party-form.tsx';
import { agentKinds, partyRoles, roleWord } from './words.ts';

interface Row {
  id: string;
  list: 'parties' | 'agents';
  index: number;
  role: string;
  name: string;
  contact: string;
  bad: boolean;
}

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名或名称', render: (r) => r.name || '（未填姓名）' },
  { key: 'role', title: '身份', width: 130, render: (r) => r.role },
  {
    key: 'state',
    title: '状态',
    width: 90,
    render: (r) => (r.bad ? <StateTag state="attention" /> : null),
  },
];

/** Whose form is open at first: the one without a name, nobody while a side has still to be added, else the first. */
function firstShown(parties: NonNullable<CaseDocument['parties']>): string | null {
  const unnamed = parties.find((p) => !p.name?.trim());
  if (unnamed) return unnamed.id;
  const both = ['lender', 'borrower'].every((role) => parties.some((p) => p.role === role));
  return both ? (parties[0]?.id ?? null) : null;
}

export default function Parties() {
  const { document, addRecord, removeRecords, problemsUnder } = useCase();
  const parties = document.parties ?? [];
  const agents = document.agents ?? [];
  const [openId, setOpenId] = useState<string | null>(firstShown(parties));
  const askedParty = useFocusIndex('parties');
  const askedAgent = useFocusIndex('agents');
  const account = useRoute().focus?.startsWith('enforcement.bankAccount');
  const askedId = account
    ? parties.find((p) => p.role === 'lender')?.id
    : askedParty !== null
      ? parties[askedParty]?.id
      : askedAgent !== null
        ? agents[askedAgent]?.id
        : undefined;
  useEffect(() => {
    if (askedId) setOpenId(askedId);
  }, [askedId]);

  const nameOf = (id: string) => parties.find((p) => p.id === id)?.name || '（未填姓名）';
  const rows: Row[] = [
    ...parties.map((p, index) => ({
      id: p.id,
      list: 'parties' as const,
      index,
      role: roleWord(p.role),
      name: p.name ?? '',
      contact: p.phone ?? '',
      bad: problemsUnder(`parties.${index}`).length > 0,
    })),
    ...agents.map((a, index) => ({
      id: a.id,
      list: 'agents' as const,
      index,
      role: `${nameOf(a.partyId)}的${agentKinds.find((k) => k.value === (a.kind ?? 'lawyer'))?.label ?? '代理人'}`,
      name: a.name ?? '',
      contact: a.phone ?? '',
      bad: problemsUnder(`agents.${index}`).length > 0,
    })),
  ];
  const open = rows.find((r) => r.id === openId);

  const addParty = (role: string, kind: 'person' | 'organisation' = 'person') =>
    setOpenId(addRecord('parties', { kind, role }, `新增${roleWord(role)}`));
  const addAgent = () => {
    const lender = parties.find((p) => p.role === 'lender') ?? parties[0];
    if (lender) setOpenId(addRecord('agents', { partyId: lender.id }, '新增代理人'));
  };
  const nextRole = parties.some((p) => p.role === 'lender') ? 'borrower' : 'lender';
  const remove = (ids: string[]) => {
    if (openId && ids.includes(openId)) setOpenId(null);
    const gone = rows.filter((r) => ids.includes(r.id));
    for (const list of ['parties', 'agents'] as const) {
      const some = gone.filter((r) => r.list === list).map((r) => r.id);
      if (some.length > 0) removeRecords(list, some, '删除当事人');
    }
    sayRemoved(gone.length === 1 ? `“${gone[0]?.name || '未填姓名'}”` : ` ${gone.length} 人`);
  };

  return (
    <Page
      wide
      title="当事人"
      lead="谁出借、谁借款、谁担保。姓名要与身份证、借条一致，法院据此确认谁告谁。"
      actions={
        <Space.Compact>
          <Button type="primary" onClick={() => addParty(nextRole)} title="快捷键 n">
            加{roleWord(nextRole)}
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...partyRoles.map((r) => ({ key: r.value, label: `加${r.label}` })),
                { type: 'divider' as const },
                { key: 'org', label: '加一家公司或单位（借款人）' },
                { key: 'agent', label: '加委托代理人', disabled: parties.length === 0 },
              ],
              onClick: ({ key }) =>
                key === 'agent'
                  ? addAgent()
                  : key === 'org'
                    ? addParty('borrower', 'organisation')
                    : addParty(key),
            }}
          >
            <Button type="primary" icon={<EllipsisOutlined />} aria-label="加其他人" />
          </Dropdown>
        </Space.Compact>
      }
    >
      <SplitEditor
        hasEditor={open !== undefined}
        list={
          <>
            <RecordList
              label="当事人"
              records={rows}
              columns={columns}
              openId={openId}
              onOpen={setOpenId}
              onNew={() => addParty(nextRole)}
              onDelete={remove}
              empty={
                <Empty
                  sentence="先填您自己（出借人），再填向您借钱的人。"
                  example="出借人 王某，借款人 李某。夫妻共同借款的，把配偶也加为借款人。"
                  action={
                    <Button type="primary" onClick={() => addParty('lender')}>
                      加出借人
                    </Button>
                  }
                />
              }
            />
            {rows.length > 0 ? (
              <div className="below-list">
                <TextField
                  path="title"
                  label="案件名称"
                  placeholder="不填就用“原告诉被告”"
                  hint="只在软件里用，方便您辨认，不会印到文书上。"
                />
              </div>
            ) : null}
          </>
        }
        editor={
          open?.list === 'parties' ? (
            <PartyForm key={open.id} index={open.index} onRemove={() => remove([open.id])} />
          ) : open ? (
            <AgentForm key={open.id} index={open.index} onRemove={() => remove([open.id])} />
          ) : null
        }
      />
    </Page>
  );
}
