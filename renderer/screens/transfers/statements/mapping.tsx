/** Which column is what, for a file that was not recognised for certain; remembered for the next one like it. */
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { mappingInput, type StatementQuestion } from '../../../../shared/statements/calls.ts';
import type { Field, Mapping } from '../../../../shared/statements/types.ts';
import { Notice, Page } from '../../../components/index.ts';
import { giveUpStatement, mapStatement } from '../../../state/statements.ts';
import { fieldWords } from './words.ts';

/** Rows shown below the head, so that the user sees what a column holds. */
const SHOWN = 12;

export function MappingScreen({ question, busy }: { question: StatementQuestion; busy: boolean }) {
  const [mapping, setMapping] = useState<Mapping>(question.mapping);
  const { columns, headRow } = mapping;
  const at = question.rows.findIndex((r) => r.n === headRow);
  const head = question.rows[at];
  const body = question.rows.slice(at + 1, at + 1 + SHOWN);
  const width = Math.max(head?.cells.length ?? 0, ...body.map((r) => r.cells.length));
  const fieldAt = (i: number): Field | undefined =>
    fieldWords.find((f) => columns[f.value] === i)?.value;
  const setField = (i: number, field: Field | undefined) => {
    const kept = Object.entries(columns).filter(([key, c]) => c !== i && key !== field);
    setMapping({ ...mapping, columns: Object.fromEntries(field ? [...kept, [field, i]] : kept) });
  };
  const checked = mappingInput.safeParse(mapping);
  const problem = checked.success ? '' : (checked.error.issues[0]?.message ?? '');
  const bySign =
    columns.amount !== undefined && columns.direction === undefined && columns.income === undefined;
  const yearLast = body.some((r) =>
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(r.cells[columns.date ?? -1] ?? ''),
  );

  return (
    <Page
      wide
      title="认一下各列"
      lead={`“${question.fileName}”的格式没有见过。告诉软件哪一列是什么，下次遇到同样的格式就不用再选。`}
      actions={
        <>
          <Button onClick={() => void giveUpStatement(question)}>不导入了</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={!checked.success}
            onClick={() => checked.success && void mapStatement(question.fileId, checked.data)}
          >
            按这样读
          </Button>
        </>
      }
    >
      {problem ? <Notice tone="attention" title={problem} /> : null}
      <div className="mapping-choices">
        <label htmlFor="mapping-head">表头在第几行</label>
        <Select
          id="mapping-head"
          value={headRow}
          aria-label="表头在第几行"
          style={{ minWidth: 260 }}
          options={question.rows.slice(0, 40).map((r) => ({
            value: r.n,
            label: `第 ${r.n} 行 ${r.cells.filter(Boolean).join(' ').slice(0, 24)}`,
          }))}
          onChange={(n: number) => setMapping({ ...mapping, headRow: n })}
        />
        {bySign ? (
          <fieldset className="mapping-sign">
            <legend>付出去的钱，金额是</legend>
            <Radio.Group
              value={mapping.outSign}
              onChange={(e) => setMapping({ ...mapping, outSign: e.target.value })}
            >
              <Radio value="negative">负数（前面有减号）</Radio>
              <Radio value="positive">正数（收进来的才有减号）</Radio>
            </Radio.Group>
          </fieldset>
        ) : null}
        {yearLast ? (
          <>
            <label htmlFor="mapping-order">日期的写法</label>
            <Select
              id="mapping-order"
              value={mapping.dateOrder}
              aria-label="日期的写法"
              options={[
                { value: 'ymd', label: '年-月-日' },
                { value: 'mdy', label: '月/日/年' },
                { value: 'dmy', label: '日/月/年' },
              ]}
              onChange={(dateOrder: Mapping['dateOrder']) => setMapping({ ...mapping, dateOrder })}
            />
          </>
        ) : null}
      </div>
      <div className="table-scroll">
        <table className="plain-table mapping-table" aria-label="账单的前几行">
          <thead>
            <tr>
              {Array.from({ length: width }, (_, i) => (
                <th key={i} scope="col">
                  <Select
                    value={fieldAt(i) ?? ''}
                    aria-label={`第 ${i + 1} 列是什么：${head?.cells[i] ?? ''}`}
                    style={{ width: 150 }}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[{ value: '', label: '不用' }, ...fieldWords]}
                    onChange={(v: Field | '') => setField(i, v === '' ? undefined : v)}
                  />
                  <div>{head?.cells[i] || `第 ${i + 1} 列`}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((r) => (
              <tr key={r.n}>
                {Array.from({ length: width }, (_, i) => (
                  <td key={i}>{r.cells[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}
