/** 要证明的事实: what the complaint states, which exhibit proves it, what is missing, and how to mend it. */
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { inOrder } from '../../../shared/case/order.ts';
import { accepted, type Fact } from '../../../shared/proof/facts.ts';
import { Section, StateTag } from '../../components/index.ts';
import { change, newId, useCase } from '../../state/case-store.ts';
import { focusField } from '../../state/navigation.ts';
import { evidenceOf, setEvidenceOf } from '../../state/proof-links.ts';
import { linkRecord } from './could-prove.tsx';
import { groupWord } from './words.ts';

/** Rows shown before the rest is asked for. */
const SHOWN = 60;

/** A new exhibit in the right group that names the record. */
function addFor(fact: Fact, open: (id: string) => void): void {
  const id = newId();
  change((d) => {
    const { group, name, recordId } = fact;
    const evidence = [...(d.evidence ?? []), { id, group, name, proves: [recordId] }];
    return setEvidenceOf({ ...d, evidence }, recordId, [...evidenceOf(d, recordId), id]);
  }, '新增证据');
  open(id);
}

export function FactsView({
  facts,
  onOpen,
}: {
  facts: readonly Fact[];
  onOpen: (evidenceId: string) => void;
}) {
  const isOpen = (f: Fact) => f.state === 'gap' || f.state === 'weak';
  const parts: [string, string, Fact[]][] = [
    [
      '还缺证据',
      '起诉状里写了、法院会要证据的事。空着不影响生成文书，开庭时对方不认，这一件就可能不被认定。',
      facts.filter((f) => f.required && isOpen(f)),
    ],
    ['有了更好', '不是非有不可，能找到就补上。', facts.filter((f) => !f.required && isOpen(f))],
    ['已有证据', '', facts.filter((f) => !isOpen(f))],
  ];
  if (facts.length === 0) {
    return <p className="grey">录入当事人、借款和流水以后，这里会列出要证明的每一件事。</p>;
  }
  return (
    <div className="facts-view">
      {parts.map(([title, lead, list]) =>
        list.length > 0 ? (
          <Section key={title} title={`${title}（${list.length}）`} lead={lead || undefined}>
            <FactTable label={title} facts={list} onOpen={onOpen} />
          </Section>
        ) : null,
      )}
    </div>
  );
}

function FactTable({
  label,
  facts,
  onOpen,
}: {
  label: string;
  facts: readonly Fact[];
  onOpen: (evidenceId: string) => void;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? facts : facts.slice(0, SHOWN);
  return (
    <>
      <table className="plain-table facts-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className="fact-what">
              事实
            </th>
            <th scope="col" className="fact-by">
              由哪份证据证明
            </th>
            <th scope="col">{label === '已有证据' ? '情况' : '缺什么'}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((f) => (
            <FactRow key={f.key} fact={f} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {facts.length > shown.length ? (
        <Button type="link" size="small" className="inline-link" onClick={() => setAll(true)}>
          全部 {facts.length} 件
        </Button>
      ) : null}
    </>
  );
}

function FactRow({ fact: f, onOpen }: { fact: Fact; onOpen: (evidenceId: string) => void }) {
  return (
    <tr>
      <td>
        <button type="button" className="fact-text" onClick={() => focusField(f.path)}>
          {f.text}
        </button>
      </td>
      <td>
        {f.exhibits.map((e) => (
          <Button
            key={e.id}
            type="link"
            size="small"
            className="inline-link"
            onClick={() => onOpen(e.id)}
          >
            证据{e.number}
          </Button>
        ))}
        {f.exhibits.length === 0 ? <span className="grey">没有</span> : null}
      </td>
      <td>
        <Missing fact={f} onOpen={onOpen} />
      </td>
    </tr>
  );
}

function Missing({
  fact: f,
  onOpen,
}: {
  fact: Fact;
  onOpen: (evidenceId: string) => void;
}): ReactNode {
  if (f.state === 'proved') return <StateTag state="complete" word="已有" />;
  if (f.state === 'decided') return <span className="grey">{f.gap}</span>;
  return (
    <>
      <StateTag state={f.required ? 'attention' : 'partial'} word={f.gap} />
      <div className="grey">可以用：{f.needs}</div>
      <div className="button-line fact-actions">
        <Button
          size="small"
          aria-label={`给“${f.text}”加一份证据`}
          onClick={() => addFor(f, onOpen)}
        >
          加一份证据
        </Button>
        <UseExisting fact={f} />
      </div>
    </>
  );
}

/** A file in no group yet may be anybody's papers too; linked, it comes into the group of the fact. */
const couldBe = (f: Fact, item: { group: string }): boolean =>
  accepted(f.accepts, item) || item.group === 'other';

/** One of the exhibits on the list proves it already: link the two. */
function UseExisting({ fact: f }: { fact: Fact }) {
  const { document } = useCase();
  const linked = new Set(f.exhibits.map((e) => e.id));
  const numbers = exhibitNumbers(document);
  const options = inOrder(document).flatMap((e) =>
    linked.has(e.id) || !couldBe(f, e)
      ? []
      : [
          {
            value: e.id,
            label: `${numbers.get(e.id)}. ${e.name || `未命名（${groupWord(e.group)}）`}`,
          },
        ],
  );
  if (options.length === 0) return null;
  return (
    <Select<string | null, { value: string; label: string }>
      size="small"
      value={null}
      placeholder="清单上已有"
      aria-label={`“${f.text}”由清单上已有的证据证明`}
      popupMatchSelectWidth={false}
      options={options}
      onChange={(id) => {
        if (id !== null) linkRecord({ id }, f.recordId, f.group);
      }}
    />
  );
}
