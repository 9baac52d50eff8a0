/** 证明目的: the sentence drafted from what the evidence proves, offered; told when the records changed since. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { purposeState } from '../../../shared/proof/purpose.ts';
import { LongTextField, Notice } from '../../components/index.ts';
import { change, useCase } from '../../state/case-store.ts';

/** Writes the purpose and remembers the draft it came from. */
function take(id: string, purpose: string | null, basis: string, label: string): void {
  change(
    (d) => ({
      ...d,
      evidence: (d.evidence ?? []).map((e) =>
        e.id === id ? { ...e, ...(purpose === null ? {} : { purpose }), purposeBasis: basis } : e,
      ),
    }),
    label,
  );
}

export function Purpose({ index, id }: { index: number; id: string }) {
  const { lastGood } = useCase();
  const [asked, setAsked] = useState(false);
  const stands = useMemo(() => {
    const item = lastGood?.evidence.find((e) => e.id === id);
    return lastGood && item ? purposeState(lastGood, item) : null;
  }, [lastGood, id]);
  const { state = 'none', draft = '', updated = '' } = stands ?? {};
  return (
    <>
      <LongTextField
        path={`evidence.${index}.purpose`}
        label="证明目的"
        rows={2}
        placeholder="例如 证明原告已实际交付借款 300,000 元。"
        hint="一句话说这份证据证明什么。证据清单必须有这一栏，空着会被要求补。"
      />
      {state === 'offer' || (state === 'own' && asked) ? (
        <Notice
          title="按关联的记录，可以写成"
          action={
            <Button size="small" onClick={() => take(id, draft, draft, '采用证明目的')}>
              用这一句
            </Button>
          }
        >
          <p className="purpose-draft">{draft}</p>
        </Notice>
      ) : null}
      {state === 'own' && !asked ? (
        <div className="proposal">
          <Button type="link" size="small" className="inline-link" onClick={() => setAsked(true)}>
            按关联的记录起草一句看看
          </Button>
        </div>
      ) : null}
      {state === 'stale' ? (
        <Notice tone="attention" title="关联的记录改过，这一句还是按原来的写的">
          <p>现在应当是：</p>
          <p className="purpose-draft">{updated || draft}</p>
          <div className="button-line">
            <Button size="small" onClick={() => take(id, updated || draft, draft, '更新证明目的')}>
              {updated ? '更新其中的金额、日期' : '换成新的'}
            </Button>
            {updated ? (
              <Button size="small" onClick={() => take(id, draft, draft, '更新证明目的')}>
                换成新草稿
              </Button>
            ) : null}
            <Button size="small" type="text" onClick={() => take(id, null, draft, '保留证明目的')}>
              保留我的
            </Button>
          </div>
        </Notice>
      ) : null}
    </>
  );
}
