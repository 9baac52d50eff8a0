/** The list of packs and papers: by stage, what fits now first, the rest folded away; a search over all. */
import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PackSummary, PaperSummary } from '../../../shared/api.ts';
import { pickKeys } from '../../components/pick-keys.ts';

export const STAGES = [
  { key: 'demand', title: '催收' },
  { key: 'settlement', title: '协商' },
  { key: 'filing', title: '起诉立案' },
  { key: 'trial', title: '审理' },
  { key: 'enforcement', title: '执行' },
  { key: 'dishonest', title: '失信限消' },
] as const satisfies readonly { key: PaperSummary['stage']; title: string }[];

/** What stands on the right: a paper by its id, or a pack as `pack-…`. */
export type Chosen = string;

interface Props {
  papers: readonly PaperSummary[];
  packs: readonly PackSummary[];
  selected: Chosen | null;
  onSelect(chosen: Chosen): void;
}

interface Entry {
  id: Chosen;
  title: string;
  fits: boolean;
  asks: boolean;
  gaps: number;
  ready: string;
}

const ofPaper = (p: PaperSummary): Entry => ({
  id: p.id,
  title: p.title,
  fits: p.fits,
  asks: p.asks,
  gaps: p.missing.filter((m) => m.level === 'blocking').length,
  ready: '可生成',
});

const ofPack = (p: PackSummary): Entry => ({
  id: `pack-${p.destination}`,
  title: p.name,
  fits: p.fits,
  asks: false,
  gaps: p.items.filter((i) => i.state === 'blocked').length,
  ready: '可导出',
});

export function PaperList({ papers, packs, selected, onSelect }: Props) {
  const [search, setSearch] = useState('');
  const words = search.trim();
  const found = (e: Entry) => words === '' || e.title.includes(words);
  const groups = [
    { key: 'packs', title: '整套材料', entries: packs.map(ofPack) },
    ...STAGES.map(({ key, title }) => ({
      key,
      title,
      entries: papers.filter((p) => p.stage === key).map(ofPaper),
    })),
  ].map((group) => ({ ...group, entries: group.entries.filter(found) }));
  const nav = useRef<HTMLElement>(null);
  // A paper reached by a link elsewhere comes into view in the list too.
  useEffect(() => {
    const at = nav.current;
    if (selected === null || !at) return;
    // The panel has its height only after the first layout.
    const watch = new ResizeObserver(() =>
      at.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }),
    );
    watch.observe(at);
    return () => watch.disconnect();
  }, [selected]);
  const none = groups.every((group) => group.entries.length === 0);
  return (
    <div className="paper-side">
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder="找文书"
        aria-label="找文书"
        value={search}
        onChange={(e) => setSearch(e.target.value)}
      />
      <nav ref={nav} className="pick-list paper-list" aria-label="文书列表" onKeyDown={pickKeys}>
        {groups.map(({ key, ...group }) => (
          <Group
            key={`${key}${words === '' ? '' : '?'}`}
            {...group}
            searching={words !== ''}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
        {none ? <p className="grey paper-none">没有名称里带“{words}”的文书。</p> : null}
      </nav>
    </div>
  );
}

interface GroupProps {
  title: string;
  entries: readonly Entry[];
  searching: boolean;
  selected: Chosen | null;
  onSelect(chosen: Chosen): void;
}

function Group({ title, entries, searching, selected, onSelect }: GroupProps) {
  if (entries.length === 0) return null;
  const now = entries.filter((e) => e.fits);
  const later = entries.filter((e) => !e.fits);
  const within = (list: readonly Entry[]) => list.some((e) => e.id === selected);
  const item = (e: Entry) => (
    <li key={e.id}>
      <button
        type="button"
        className="pick"
        data-paper={e.id}
        aria-current={e.id === selected ? 'true' : undefined}
        onClick={() => onSelect(e.id)}
      >
        <span>{e.title}</span>
        <State entry={e} />
      </button>
    </li>
  );
  return (
    <details className="paper-group" open={searching || now.length > 0 || within(later)}>
      <summary>
        {title}
        <span className="paper-count">
          {now.length > 0 ? `${now.length} / ${entries.length}` : `${entries.length}`}
        </span>
      </summary>
      {now.length > 0 ? <ul>{now.map(item)}</ul> : null}
      {later.length > 0 && now.length > 0 && !searching ? (
        <details className="paper-later" open={within(later)}>
          <summary>现在用不上的 {later.length} 份</summary>
          <ul>{later.map(item)}</ul>
        </details>
      ) : (
        <ul>{later.map(item)}</ul>
      )}
    </details>
  );
}

function State({ entry: { fits, asks, gaps, ready } }: { entry: Entry }) {
  const [state, icon, word] = !fits
    ? (['empty', <MinusCircleOutlined key="i" />, asks ? '要用时填' : '用不上'] as const)
    : gaps > 0
      ? (['attention', <ExclamationCircleOutlined key="i" />, `缺 ${gaps} 项`] as const)
      : (['complete', <CheckCircleOutlined key="i" />, ready] as const);
  return (
    <span className={`state-tag state-${state}`}>
      <span aria-hidden="true">{icon}</span>
      {word}
    </span>
  );
}
