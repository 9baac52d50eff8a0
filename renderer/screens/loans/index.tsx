/** What was lent: one record a paper (借条 or contract). */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
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
import { LoanForm } from './loan-form.tsx';
import { paperWord } from './words.ts';

interface Row {
  id: string;
  paper: string;
  signed: string;
  due: string;
  amount: string;
  bad: boolean;
}

const columns: Column<Row>[] = [
  {
    key: 'paper',
    title: '借据',
    width: 96,
    render: (r) => (
      <>
        {r.paper} {r.bad ? <StateTag state="attention" /> : null}
      </>
    ),
  },
  {
    key: 'signed',
    title: '签订',
    width: 104,
    render: (r) => <span className="nowrap">{r.signed}</span>,
  },
  { key: 'due', title: '到期', width: 104, render: (r) => <span className="nowrap">{r.due}</span> },
  { key: 'amount', title: '约定金额（元）', align: 'right', render: (r) => moneyShown(r.amount) },
];

export default function Loans() {
  const { document, addRecord, removeRecords, problemsUnder } = useCase();
  const loans = document.loans ?? [];
  const [openId, setOpenId] = useState<string | null>(loans[0]?.id ?? null);
  const asked = useFocusIndex('loans');
  const askedId = asked === null ? undefined : loans[asked]?.id;
  useEffect(() => {
    if (askedId) setOpenId(askedId);
  }, [askedId]);

  const rows: Row[] = loans.map((l, i) => ({
    id: l.id,
    paper: l.paperName || paperWord(l.paper),
    signed: l.signed ?? '',
    // Of a loan nothing was typed of yet, nothing can be said.
    due: l.due ?? (l.signed || l.agreedAmount ? '没约定' : ''),
    amount: l.agreedAmount ?? '',
    bad: problemsUnder(`loans.${i}`).length > 0,
  }));
  const index = loans.findIndex((l) => l.id === openId);

  const add = () => {
    const ids = (role: string) =>
      (document.parties ?? []).filter((p) => p.role === role).map((p) => p.id);
    setOpenId(
      addRecord(
        'loans',
        { paper: 'iou', paperName: '借条', lenderIds: ids('lender'), borrowerIds: ids('borrower') },
        '新增借款',
      ),
    );
  };
  const remove = (ids: string[]) => {
    if (openId && ids.includes(openId)) setOpenId(null);
    removeRecords('loans', ids, '删除借款');
    sayRemoved(ids.length === 1 ? '这笔借款' : ` ${ids.length} 笔借款`);
  };

  return (
    <Page
      wide
      title="借款"
      lead="照着借条或合同填：写了多少、什么时候还、利息怎么说。实际转的钱在“流水”里录。"
      actions={
        <Button type="primary" onClick={add} title="快捷键 n">
          加一笔借款
        </Button>
      }
    >
      <SplitEditor
        hasEditor={index >= 0}
        list={
          <RecordList
            label="借款"
            records={rows}
            columns={columns}
            openId={openId}
            onOpen={setOpenId}
            onNew={add}
            onDelete={remove}
            empty={
              <Empty
                sentence="一张借条或一份合同填一笔。几次借钱、几张借条的，分开填。"
                example="借条：今借到王某人民币叁拾万元整，借期一年，2024年2月29日前还清。借款人李某，2023年3月1日。"
                action={
                  <Button type="primary" onClick={add}>
                    加一笔借款
                  </Button>
                }
              />
            }
          />
        }
        editor={
          index >= 0 ? (
            <LoanForm
              key={openId}
              index={index}
              onRemove={() => remove([loans[index]?.id ?? ''])}
            />
          ) : null
        }
      />
    </Page>
  );
}
