/** Records as lines, one open at a time with its fields: hearings, inquiries, seizures, distributions. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { addRecord, removeRecords, useValue } from '../state/case-store.ts';
import { focusField, useFocusIndex } from '../state/navigation.ts';
import { Section } from './page.tsx';
import { sayRemoved } from './record-list.tsx';

interface Lines<R> {
  /** Array of records with ids in the document. */
  path: string;
  title: string;
  id: string;
  lead?: ReactNode;
  /** One of them: 一次开庭. */
  what: string;
  addLabel: string;
  /** Said while there is none. */
  none: string;
  blank: () => Record<string, unknown>;
  /** Its first field, to be typed into at once. */
  first: string;
  /** The record in one line, from what is typed. */
  line: (record: R) => ReactNode;
  /** At the right of the line: state, days left. */
  state?: (record: R, index: number) => ReactNode;
  /** The fields of a record at `${path}.${index}`. */
  children: (at: string, index: number, record: R) => ReactNode;
  /** Under the list. */
  foot?: ReactNode;
}

export function RecordLines<R extends { id: string }>(p: Lines<R>) {
  const value = useValue(p.path);
  const records = Array.isArray(value) ? (value as R[]) : [];
  const asked = useFocusIndex(p.path);
  const [openId, setOpenId] = useState<string | null>(null);
  const askedId = asked === null ? undefined : records[asked]?.id;
  if (askedId && askedId !== openId) setOpenId(askedId);
  return (
    <Section
      title={p.title}
      id={p.id}
      lead={p.lead}
      actions={
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            setOpenId(addRecord(p.path, p.blank(), p.addLabel));
            focusField(`${p.path}.${records.length}.${p.first}`);
          }}
        >
          {p.addLabel}
        </Button>
      }
    >
      {records.length === 0 ? <p className="grey">{p.none}</p> : null}
      <ul className="record-lines">
        {records.map((r, i) => {
          const open = openId === r.id;
          return (
            <li key={r.id}>
              <div className="record-line">
                <span>{p.line(r)}</span>
                <span>{p.state?.(r, i)}</span>
                <Button
                  type="link"
                  size="small"
                  aria-expanded={open}
                  aria-label={`${open ? '收起' : '修改'}：${p.what}${i + 1}`}
                  onClick={() => setOpenId(open ? null : r.id)}
                >
                  {open ? '收起' : '修改'}
                </Button>
              </div>
              {open ? (
                <div className="record-form">
                  {p.children(`${p.path}.${i}`, i, r)}
                  <Button
                    danger
                    type="text"
                    onClick={() => {
                      removeRecords(p.path, [r.id], `删除${p.what}`);
                      sayRemoved(p.what);
                    }}
                  >
                    删除这{p.what.startsWith('一') ? p.what.slice(1) : `条${p.what}`}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {p.foot}
    </Section>
  );
}
