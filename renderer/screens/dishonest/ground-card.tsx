/** One ground: verdict and reasons, its elements with facts and exhibits, what is missing, what speaks against. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Case } from '../../../shared/case/case.ts';
import {
  type ElementView,
  type FactView,
  type GroundView,
  type Missing,
  VERDICT_TEXT,
} from '../../../shared/law/dishonest-list.ts';
import { dateWords, StateTag } from '../../components/index.ts';
import { addRecord, currentCase } from '../../state/case-store.ts';
import { focusField, useFocusIndex } from '../../state/navigation.ts';
import { FactEditor } from './fact-editor.tsx';
import { verdictState } from './verdict.ts';

const ORDINAL = ['一', '二', '三', '四', '五', '六'];

interface Props {
  view: GroundView;
  c: Case;
  /** Set when there are several debtors: new facts are about this one. */
  partyId?: string;
}

export function GroundCard({ view, c, partyId }: Props) {
  const asked = useFocusIndex('conduct');
  const askedFact = asked === null ? undefined : c.conduct[asked];
  const [openId, setOpenId] = useState<string | null>(null);
  const [expanded, setExpanded] = useState(view.verdict !== 'notMet');
  const mine = askedFact?.ground === view.ground ? askedFact.id : null;
  if (mine !== null && mine !== openId) setOpenId(mine);
  if (mine !== null && !expanded) setExpanded(true);

  const add = (element: string, contrary = false) => {
    const index = currentCase().document.conduct?.length ?? 0;
    const id = addRecord(
      'conduct',
      {
        ground: view.ground,
        element,
        date: null,
        description: '',
        contrary,
        evidenceIds: [],
        ...(partyId === undefined ? {} : { partyId }),
      },
      '记一条事实',
    );
    setExpanded(true);
    setOpenId(id);
    focusField(`conduct.${index}.date`);
  };
  const editor = (fact: { id: string; path: string }) =>
    openId === fact.id && fact.path.startsWith('conduct.') ? (
      <FactEditor path={fact.path} id={fact.id} view={view} c={c} onClose={() => setOpenId(null)} />
    ) : null;
  const shown = new Set([
    ...view.elements.flatMap((e) => e.facts.map((f) => f.id)),
    ...view.contrary.map((f) => f.id),
  ]);
  const loose = c.conduct.flatMap((f, i) =>
    f.ground === view.ground &&
    !shown.has(f.id) &&
    (f.partyId ?? partyId) === (partyId ?? f.partyId)
      ? [{ id: f.id, path: `conduct.${i}`, text: f.description, date: f.date }]
      : [],
  );
  const bodyId = `ground-${view.ground}-body`;
  return (
    <article className="ground" data-path={`dishonest.ground${view.ground}`}>
      <h3>
        <button
          type="button"
          className="ground-head"
          aria-expanded={expanded}
          aria-controls={bodyId}
          onClick={() => setExpanded((e) => !e)}
        >
          <span className="ground-title">
            （{ORDINAL[view.ground - 1]}）{view.title}
          </span>
          <StateTag state={verdictState(view.verdict)} word={VERDICT_TEXT[view.verdict]} />
        </button>
      </h3>
      <div id={bodyId} hidden={!expanded} className="ground-body">
        <ul className="reason-list">
          {view.reasons.map((r) => (
            <li key={r.text}>
              {r.text}
              {r.article ? <span className="law-ref">{r.article}</span> : null}
            </li>
          ))}
        </ul>
        {view.elements.map((e) => (
          <Element key={e.id} e={e} c={c} onAdd={add} onOpen={setOpenId} editor={editor} />
        ))}
        {loose.map((f) => (
          <div key={f.id} className="fact">
            <span>{f.text || '一条还没写完的事实'}</span>
            <Button type="link" size="small" onClick={() => setOpenId(f.id)}>
              选择它说明什么
            </Button>
            {editor(f)}
          </div>
        ))}
        <div className="element">
          <div className="element-head">
            <h4>对您不利的事实</h4>
            <Button
              type="text"
              size="small"
              icon={<PlusOutlined />}
              onClick={() => add(view.elements[0]?.kinds[0]?.id ?? '', true)}
            >
              记一条相反的事实
            </Button>
          </div>
          {view.contrary.length === 0 ? (
            <p className="grey">没有记录。有的话请照实记下，法院也会听对方怎么说。</p>
          ) : null}
          {view.contrary.map((f) => (
            <Fact key={f.id} f={f} c={c} onOpen={setOpenId}>
              <span className="grey">{f.answered ? '已有后来的事实回应。' : '还没有回应。'}</span>
              {editor(f)}
            </Fact>
          ))}
        </div>
        <MissingList list={view.verdict === 'insufficient' ? view.missing : []} onAdd={add} />
        <p className="grey">
          列入后的期限：{view.term.text}
          <span className="law-ref">{view.term.article}</span>
        </p>
      </div>
    </article>
  );
}

interface ElementProps {
  e: ElementView;
  c: Case;
  onAdd(element: string): void;
  onOpen(id: string): void;
  editor(f: FactView): React.ReactNode;
}

const STATE_WORD = { proved: '有证据', recorded: '缺证据', missing: '没有' } as const;

function Element({ e, c, onAdd, onOpen, editor }: ElementProps) {
  return (
    <div className="element">
      <div className="element-head">
        <h4>
          {e.label}{' '}
          <span className={`element-state element-${e.state}`}>{STATE_WORD[e.state]}</span>
        </h4>
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={`记一条事实：${e.label}`}
          onClick={() => onAdd(e.kinds[0]?.id ?? '')}
        >
          记一条事实
        </Button>
      </div>
      <p className="grey">{e.ask}</p>
      {e.facts.map((f) => (
        <Fact key={f.id} f={f} c={c} onOpen={onOpen}>
          {editor(f)}
        </Fact>
      ))}
      {e.facts.length === 0 ? <p className="grey">常见证据：{e.proof}。</p> : null}
    </div>
  );
}

interface FactProps {
  f: FactView;
  c: Case;
  onOpen(id: string): void;
  children: React.ReactNode;
}

function Fact({ f, c, onOpen, children }: FactProps) {
  const conduct = f.path.startsWith('conduct.');
  const names = f.evidenceIds.map((id) => {
    const at = c.evidence.findIndex((e) => e.id === id);
    return `证据${at + 1} ${c.evidence[at]?.name ?? ''}`;
  });
  return (
    <div className={f.discounted === '' ? 'fact' : 'fact fact-off'}>
      <div className="fact-line">
        <span>
          {f.date ? <span className="fact-date">{dateWords(f.date)}　</span> : null}
          {f.text || '（还没有写经过）'}
        </span>
        <Button
          type="link"
          size="small"
          aria-label={`修改：${f.text || '这条事实'}`}
          onClick={() => (conduct ? onOpen(f.id) : focusField(f.path))}
        >
          {conduct ? '修改' : '查看'}
        </Button>
      </div>
      <div className="grey">
        {names.length > 0 ? names.join('；') : f.onCourtFile ? '法院卷宗里有' : '还没有证据'}
      </div>
      {f.discounted === '' ? null : <div className="fact-why">{f.discounted}</div>}
      {children}
    </div>
  );
}

function MissingList({ list, onAdd }: { list: readonly Missing[]; onAdd(e: string): void }) {
  if (list.length === 0) return null;
  return (
    <div className="element">
      <h4>还缺什么</h4>
      <ul className="missing-list">
        {list.map((m) => (
          <li key={m.path + m.text}>
            <Button type="link" onClick={() => (m.add ? onAdd(m.add.element) : focusField(m.path))}>
              {m.text}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
