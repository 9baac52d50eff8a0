/** One paper: why it fits or not, what is missing, its own questions and passages, and its pages beside them. */
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton, Space } from 'antd';
import { useEffect, useState } from 'react';
import type { PaperSummary } from '../../../shared/api.ts';
import { Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { sayError } from '../../state/feedback.ts';
import { useRoute } from '../../state/navigation.ts';
import { ChoiceForm } from './choice-form.tsx';
import { MissingLinks } from './missing.tsx';
import { Passages } from './passages.tsx';
import { PdfView } from './pdf-view.tsx';
import { usePreview } from './use-papers.ts';

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2];

type Tab = 'paper' | 'choices' | 'words';

/** The side form a field of the case stands in, if it is one of this paper's. */
function tabOf(
  path: string | null,
  paper: PaperSummary,
  prose: readonly { key: string }[],
): Tab | null {
  // The paper itself was asked for, not one of its questions.
  if (path === `choices.${paper.id}.paper`) return null;
  if (path?.startsWith(`choices.${paper.id}.`)) return 'choices';
  const i = /^prose\.(\d+)\.text$/.exec(path ?? '')?.[1];
  const key = i === undefined ? path?.replace(/^prose\./, '') : prose[Number(i)]?.key;
  return paper.passages?.some((p) => p.key === key) ? 'words' : null;
}

export function Preview({ paper }: { paper: PaperSummary }) {
  const { document } = useCase();
  const route = useRoute();
  const { value, error, busy } = usePreview(paper.fits ? paper.id : null);
  const [zoom, setZoom] = useState<number | null>(null);
  const blocking = paper.missing.filter((m) => m.level === 'blocking');
  const warnings = paper.missing.filter((m) => m.level === 'warning');
  const passages = paper.passages ?? [];
  const unanswered = blocking.some((m) => m.path.startsWith(`choices.${paper.id}.`));
  const wanted = tabOf(route.focus, paper, document.prose ?? []);
  const [tab, setTab] = useState<Tab>(wanted ?? (unanswered || paper.asks ? 'choices' : 'paper'));
  useEffect(() => {
    if (wanted) setTab(wanted);
  }, [wanted]);
  const tabs: { value: Tab; label: string }[] = [
    ...(paper.asks ? [] : [{ value: 'paper' as const, label: '样张' }]),
    ...((paper.fits || paper.asks) && paper.choices.length > 0
      ? [{ value: 'choices' as const, label: '选项' }]
      : []),
    ...(passages.length > 0 ? [{ value: 'words' as const, label: '改文字' }] : []),
  ];
  const pdf = value?.pdf ?? null;
  return (
    <div className="preview">
      <div className="preview-bar">
        <h2>{paper.title}</h2>
        {tabs.length > 1 ? (
          <Segmented<Tab>
            aria-label="看样张、选项还是改文字"
            value={tab}
            options={tabs}
            onChange={setTab}
          />
        ) : null}
        <span className="grey" aria-live="polite">
          {busy ? '更新中' : pdf ? `共 ${pdf.numPages} 页` : ''}
        </span>
        <Zoom zoom={zoom} onZoom={setZoom} />
      </div>
      {paper.fits ? null : (
        <Notice title={paper.asks ? '先回答下面的问题，再出样张' : '现在用不上'}>
          {paper.why}
        </Notice>
      )}
      {paper.fits ? <p className="grey preview-why">{paper.why}</p> : null}
      {paper.fits && blocking.length > 0 ? (
        <Notice tone="attention" title={`还缺 ${blocking.length} 项，补上才能导出`}>
          <MissingLinks list={blocking} from={paper} />
        </Notice>
      ) : null}
      {paper.fits && warnings.length > 0 ? (
        <details className="fold-line">
          <summary>有 {warnings.length} 处建议核对</summary>
          <MissingLinks list={warnings} from={paper} />
        </details>
      ) : null}
      {paper.fits && error ? (
        <Notice tone="attention" title="样张没有更新">
          {error}
        </Notice>
      ) : null}
      <div className="preview-body">
        {tab === 'paper' ? null : (
          <aside
            className="preview-side"
            aria-label={tab === 'choices' ? '这份文书的选项' : '改文字'}
          >
            {tab === 'choices' ? (
              <ChoiceForm owner={paper.id} choices={paper.choices} missing={paper.missing} />
            ) : (
              <Passages passages={passages} missing={paper.missing} />
            )}
          </aside>
        )}
        {paper.fits && pdf ? (
          <PdfView pdf={pdf} label={paper.title} zoom={zoom} onFail={sayError} />
        ) : paper.fits && !error ? (
          <Skeleton active paragraph={{ rows: 12 }} />
        ) : null}
      </div>
    </div>
  );
}

function Zoom({ zoom, onZoom }: { zoom: number | null; onZoom(z: number | null): void }) {
  const at = zoom ?? 1;
  const smaller = STEPS.filter((s) => s < at).at(-1);
  const larger = STEPS.find((s) => s > at);
  return (
    <Space.Compact>
      <Button
        size="small"
        icon={<MinusOutlined />}
        aria-label="缩小"
        disabled={smaller === undefined}
        onClick={() => onZoom(smaller ?? at)}
      />
      <Button size="small" onClick={() => onZoom(null)} aria-label="按宽度显示">
        {zoom === null ? '按宽度' : `${Math.round(zoom * 100)}%`}
      </Button>
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label="放大"
        disabled={larger === undefined}
        onClick={() => onZoom(larger ?? at)}
      />
    </Space.Compact>
  );
}
