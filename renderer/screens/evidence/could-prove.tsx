/** 这份材料能证明什么: the facts that still lack proof, each linked by a click; shown first for a new item. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { couldProve } from '../../../shared/proof/could.ts';
import { change } from '../../state/case-store.ts';
import { useFacts } from '../../state/facts.ts';
import { focusDone, useRoute } from '../../state/navigation.ts';
import { evidenceOf, setEvidenceOf } from '../../state/proof-links.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];

/** Links the record; a file whose name said nothing comes into the group it belongs to. */
export function linkRecord(item: Pick<Item, 'id'>, recordId: string, group: Item['group']): void {
  change((d) => {
    const evidence = (d.evidence ?? []).map((e) =>
      e.id === item.id && e.group === 'other' ? { ...e, group } : e,
    );
    return setEvidenceOf({ ...d, evidence }, recordId, [...evidenceOf(d, recordId), item.id]);
  }, '关联证据');
}

export function CouldProve({ at, item }: { at: string; item: Item }) {
  const { facts } = useFacts();
  const route = useRoute();
  const holder = useRef<HTMLDivElement | null>(null);
  const path = `${at}.could`;
  const asked = route.focus === path;
  const found = couldProve(facts, { id: item.id, group: item.group, proves: item.proves ?? [] });
  useEffect(() => {
    if (!asked) return;
    holder.current?.scrollIntoView({ block: 'nearest' });
    holder.current?.querySelector('button')?.focus({ preventScroll: true });
    focusDone(route.request);
  }, [asked, route.request]);
  return (
    <div ref={holder} data-path={path}>
      {found.length > 0 ? (
        <section className="could-prove" aria-label="这份材料能证明什么">
          <h3>这份材料能证明什么</h3>
          <p className="grey">
            下面的事还缺证据。能证明哪一件，就点哪一件；都不是的，不用点。这里只列这份材料可能证明的，全部缺的看“要证明的事实”。
          </p>
          <ul className="plain-list">
            {found.map((one) => (
              <li key={one.recordId}>
                <span>
                  {one.texts.join('；')}
                  {one.required ? null : <span className="grey">（有了更好）</span>}
                </span>
                <Button
                  size="small"
                  aria-label={`能证明：${one.texts[0]}`}
                  onClick={() => linkRecord(item, one.recordId, one.group)}
                >
                  能证明
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
