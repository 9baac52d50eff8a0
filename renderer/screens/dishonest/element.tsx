/** One element of a criterion with the facts that show it, each with its exhibits by number. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Case } from '../../../shared/case/case.ts';
import { exhibits } from '../../../shared/case/exhibits.ts';
import type { ElementView, FactView } from '../../../shared/law/dishonest-list.ts';
import { dateWords } from '../../components/index.ts';
import { focusField } from '../../state/navigation.ts';

interface ElementProps {
  e: ElementView;
  c: Case;
  onAdd(element: string): void;
  onOpen(id: string): void;
  editor(f: FactView): ReactNode;
}

const STATE_WORD = { proved: '有证据', recorded: '缺证据', missing: '还用不上' } as const;

/** Whether there is proof, and whose: the court's own file alone is not yet proof in hand. */
function look(e: ElementView): { state: ElementView['state']; word: string } {
  if (e.facts.length === 0) return { state: e.state, word: '还没有记录' };
  const inHand = e.facts.some((f) => f.discounted === '' && f.evidenceIds.length > 0);
  return e.state === 'proved' && !inHand
    ? { state: 'recorded', word: '证据在法院' }
    : { state: e.state, word: STATE_WORD[e.state] };
}

export function Element({ e, c, onAdd, onOpen, editor }: ElementProps) {
  const { state, word } = look(e);
  const quiet = e.optional && e.facts.length === 0;
  return (
    <div className="element">
      <div className="element-head">
        <h4>
          {e.label}
          {quiet ? null : <span className={`element-state element-${state}`}>{word}</span>}
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
      {e.facts.length === 0 && !e.optional ? <p className="grey">可以找：{e.proof}。</p> : null}
    </div>
  );
}

interface FactProps {
  f: FactView;
  c: Case;
  onOpen(id: string): void;
  children: ReactNode;
}

export function Fact({ f, c, onOpen, children }: FactProps) {
  const conduct = f.path.startsWith('conduct.');
  const proofs = exhibits(c).filter((x) => f.evidenceIds.includes(x.item.id));
  return (
    <div className={f.discounted === '' ? 'fact' : 'fact fact-off'}>
      <div className="fact-line">
        <span>
          {f.date && !f.text.includes(dateWords(f.date)) ? (
            <span className="fact-date">{dateWords(f.date)}　</span>
          ) : null}
          {f.text || '（还没有写经过）'}
          {f.article ? <span className="law-ref">{f.article}</span> : null}
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
        {proofs.map((x) => (
          <Button
            key={x.item.id}
            type="link"
            size="small"
            className="inline-link fact-exhibit"
            onClick={() =>
              focusField(`evidence.${c.evidence.findIndex((i) => i.id === x.item.id)}.name`)
            }
          >
            证据{x.number} {x.item.name}
          </Button>
        ))}
        {proofs.length === 0 ? (f.onCourtFile ? '法院卷宗里有，您手里还没有' : '还没有证据') : null}
      </div>
      {f.discounted === '' ? null : <div className="fact-why">{f.discounted}</div>}
      {children}
    </div>
  );
}
