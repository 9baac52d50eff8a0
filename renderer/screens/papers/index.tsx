/** 文书: what can be printed now, what is missing, the paper itself, and the export. */
import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import { Button, Skeleton, Splitter } from 'antd';
import { useState } from 'react';
import type { PaperSummary } from '../../../shared/api.ts';
import { Empty, Notice, Page } from '../../components/index.ts';
import { pickKeys } from '../../components/pick-keys.ts';
import { useCase } from '../../state/case-store.ts';
import { goScreen } from '../../state/navigation.ts';
import { useMedia } from '../../theme/use-media.ts';
import { ExportDialog } from './export-dialog.tsx';
import { MissingLinks } from './missing.tsx';
import '../../theme/blocks.css';
import './papers.css';
import { Preview } from './preview.tsx';
import { usePapers } from './use-papers.ts';

const STAGES = [
  { key: 'demand', title: '催款与协商' },
  { key: 'filing', title: '起诉立案' },
  { key: 'trial', title: '审理中' },
  { key: 'enforcement', title: '执行' },
] as const;

const blocking = (p: PaperSummary) => p.missing.filter((m) => m.level === 'blocking');

export default function PapersScreen() {
  const { document, problems } = useCase();
  const { value, error } = usePapers();
  const [chosen, setChosen] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  const narrow = useMedia('(max-width: 1000px)');
  const papers = value?.papers ?? [];
  const selected =
    papers.find((p) => p.id === chosen) ?? papers.find((p) => p.fits) ?? papers[0] ?? null;
  const errors = problems.filter((p) => p.level === 'error');
  if ((document.parties ?? []).length === 0) {
    return (
      <Page title="文书">
        <Empty
          sentence="填好当事人和借款以后，这里会列出能生成的文书。"
          example="催款函、起诉状、证据目录、利息计算清单、强制执行申请书。"
          action={
            <Button type="primary" onClick={() => goScreen('parties')}>
              填写当事人
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      wide
      title="文书"
      lead="左边选一份，右边就是打印出来的样子。改了事实，文书跟着变。"
      actions={
        <Button type="primary" disabled={papers.length === 0} onClick={() => setExporting(true)}>
          导出
        </Button>
      }
    >
      {error ? <Notice tone="attention">{error}</Notice> : null}
      {errors.length > 0 ? (
        <Notice tone="attention" title={`有 ${errors.length} 处填写有误，改好后文书才会更新`}>
          <MissingLinks
            list={errors.map((p) => ({ path: p.path, message: p.message, level: 'blocking' }))}
          />
        </Notice>
      ) : null}
      {value === null && !error ? <Skeleton active /> : null}
      {selected ? (
        <Splitter className="split" orientation={narrow ? 'vertical' : 'horizontal'}>
          <Splitter.Panel defaultSize={narrow ? '35%' : 320} min={220} max="50%">
            <nav className="pick-list paper-list" aria-label="文书列表" onKeyDown={pickKeys}>
              {STAGES.map((s) => (
                <Stage
                  key={s.key}
                  title={s.title}
                  papers={papers.filter((p) => p.stage === s.key)}
                  selected={selected.id}
                  onSelect={setChosen}
                />
              ))}
            </nav>
          </Splitter.Panel>
          <Splitter.Panel min={320}>
            <Preview key={selected.id} paper={selected} />
          </Splitter.Panel>
        </Splitter>
      ) : null}
      {exporting && selected ? (
        <ExportDialog
          papers={papers}
          selected={selected}
          caseProblems={errors}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </Page>
  );
}

interface StageProps {
  title: string;
  papers: readonly PaperSummary[];
  selected: string;
  onSelect(id: string): void;
}

function Stage({ title, papers, selected, onSelect }: StageProps) {
  if (papers.length === 0) return null;
  const now = papers.filter((p) => p.fits);
  const later = papers.filter((p) => !p.fits);
  const item = (p: PaperSummary) => (
    <li key={p.id}>
      <button
        type="button"
        className="pick"
        data-paper={p.id}
        aria-current={p.id === selected ? 'true' : undefined}
        onClick={() => onSelect(p.id)}
      >
        <span>{p.title}</span>
        <PaperState paper={p} />
      </button>
    </li>
  );
  return (
    <>
      <h2>{title}</h2>
      <ul>{now.map(item)}</ul>
      {later.length > 0 ? (
        <details className="paper-later" open={later.some((p) => p.id === selected) || undefined}>
          <summary>现在用不上的 {later.length} 份</summary>
          <ul>{later.map(item)}</ul>
        </details>
      ) : null}
    </>
  );
}

function PaperState({ paper }: { paper: PaperSummary }) {
  const count = blocking(paper).length;
  const [state, icon, word] = !paper.fits
    ? (['empty', <MinusCircleOutlined key="i" />, '用不上'] as const)
    : count > 0
      ? (['attention', <ExclamationCircleOutlined key="i" />, `缺 ${count} 项`] as const)
      : (['complete', <CheckCircleOutlined key="i" />, '可生成'] as const);
  return (
    <span className={`state-tag state-${state}`}>
      <span aria-hidden="true">{icon}</span>
      {word}
    </span>
  );
}
