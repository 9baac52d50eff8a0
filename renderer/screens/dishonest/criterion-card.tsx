/** One ground or measure: verdict and reasons, its elements with facts and exhibits, what is missing, what speaks against. */
import { FileTextOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Case } from '../../../shared/case/case.ts';
import {
  type CriterionView,
  homeOf,
  type Missing,
  type Reason,
  VERDICT_TEXT,
} from '../../../shared/law/dishonest-list.ts';
import { StateTag } from '../../components/index.ts';
import { addRecord, currentCase } from '../../state/case-store.ts';
import { focusField, goPaper, useFocusIndex } from '../../state/navigation.ts';
import { leaveAssessment } from '../../state/way-back.ts';
import { Element, Fact } from './element.tsx';
import { FactEditor } from './fact-editor.tsx';
import { PAPER_NAMES, verdictState } from './verdict.ts';

const ORDINAL = ['一', '二', '三', '四', '五', '六'];

interface Props {
  view: CriterionView;
  c: Case;
  /** Set when there are several debtors: new facts are about this one. */
  partyId?: string;
  /** Sentences under the heading of a measure. */
  notes?: readonly Reason[];
}

export function CriterionCard({ view, c, partyId, notes = [] }: Props) {
  const asked = useFocusIndex('conduct');
  const askedFact = asked === null ? undefined : c.conduct[asked];
  const [openId, setOpenId] = useState<string | null>(null);
  const [expanded, setExpanded] = useState(view.verdict !== 'notMet' && view.begun);
  const mine =
    askedFact && (askedFact.ground ?? askedFact.measure) === view.key ? askedFact.id : null;
  if (mine !== null && mine !== openId) setOpenId(mine);
  if (mine !== null && !expanded) setExpanded(true);

  const add = (element: string, contrary = false) => {
    const index = currentCase().document.conduct?.length ?? 0;
    const id = addRecord(
      'conduct',
      {
        ...homeOf(element, view.key),
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
    (f.ground ?? f.measure) === view.key &&
    !shown.has(f.id) &&
    (f.partyId ?? partyId) === (partyId ?? f.partyId)
      ? [{ id: f.id, path: `conduct.${i}`, text: f.description, date: f.date }]
      : [],
  );
  const name = typeof view.key === 'number' ? `ground${view.key}` : view.key;
  const bodyId = `criterion-${name}`;
  const fullList = typeof view.key === 'number';
  return (
    <article className="ground" data-path={`dishonest.${name}`}>
      <h3>
        <button
          type="button"
          className="ground-head"
          aria-expanded={expanded}
          aria-controls={bodyId}
          onClick={() => setExpanded((e) => !e)}
        >
          <span className="ground-title">
            {typeof view.key === 'number' ? `（${ORDINAL[view.key - 1]}）` : ''}
            {view.title}
          </span>
          <StateTag state={verdictState(view.verdict)} word={VERDICT_TEXT[view.verdict]} />
        </button>
      </h3>
      {expanded ? null : <p className="ground-lead grey">{leadOf(view)}</p>}
      <div id={bodyId} hidden={!expanded} className="ground-body">
        <Said list={view.reasons.filter((r) => r.element === undefined)} />
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
        {view.verdict === 'met' && view.askFor.length > 0 ? (
          <p className="ask-for">
            现在靠的是您的记录和法院的卷宗。最好先向执行法官要到{view.askFor.join('、')}
            的复印件，加到“证据”里，再记一条事实把它挂上。
          </p>
        ) : null}
        <MissingList list={view.verdict === 'insufficient' ? view.missing : []} onAdd={add} />
        <p className="grey">
          {typeof view.key === 'number' ? '列入后的期限：' : '期限和幅度：'}
          {view.term.text}
          <span className="law-ref">{view.term.article}</span>
        </p>
        {notes.length > 0 ? <Said list={notes} quiet /> : null}
        {view.verdict === 'met' || (view.begun && !fullList) ? (
          <PaperButtons ids={view.papers} ready={view.verdict === 'met'} />
        ) : null}
      </div>
    </article>
  );
}

/** One line under a closed card: why it does not stand, or what there would be to write down. */
function leadOf(view: CriterionView): string {
  const empty = view.elements.find((e) => !e.optional && e.facts.length === 0);
  const some = view.elements.some((e) => e.facts.length > 0);
  return view.verdict === 'insufficient' && !view.begun && empty
    ? `${some ? `“${empty.label}”` : ''}还没有记录。${empty.ask}`
    : (view.reasons[0]?.text ?? '');
}

/** Sentences with their articles. */
function Said({ list, quiet = false }: { list: readonly Reason[]; quiet?: boolean }) {
  if (list.length === 0) return null;
  return (
    <ul className={quiet ? 'reason-list grey' : 'reason-list'}>
      {list.map((r) => (
        <li key={r.text}>
          {r.text}
          {r.article ? <span className="law-ref">{r.article}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** To the papers of a measure: a button once it is ready, before that a quiet look at what they lack. */
export function PaperButtons({ ids, ready }: { ids: readonly string[]; ready: boolean }) {
  return (
    <div className="paper-buttons">
      {ids.map((id) => (
        <Button
          key={id}
          type={ready ? 'default' : 'link'}
          {...(ready ? { icon: <FileTextOutlined /> } : { className: 'inline-link' })}
          onClick={() => goPaper(id)}
        >
          {ready ? `打开${PAPER_NAMES[id] ?? '文书'}` : `看${PAPER_NAMES[id] ?? '文书'}还缺什么`}
        </Button>
      ))}
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
            <Button
              type="link"
              onClick={() => (m.add ? onAdd(m.add.element) : leaveAssessment(m.path))}
            >
              {m.text}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
