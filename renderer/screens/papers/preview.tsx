/** One paper: why it fits or not, what is missing, its editable passages, and its pages. */
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton, Space } from 'antd';
import { useState } from 'react';
import type { PaperSummary } from '../../../shared/api.ts';
import { Notice } from '../../components/index.ts';
import { sayError } from '../../state/feedback.ts';
import { MissingLinks } from './missing.tsx';
import { Passages } from './passages.tsx';
import { PdfView } from './pdf-view.tsx';
import { usePreview } from './use-papers.ts';

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2];

export function Preview({ paper }: { paper: PaperSummary }) {
  const { value, error, busy } = usePreview(paper.fits ? paper.id : null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [tab, setTab] = useState<'paper' | 'words'>('paper');
  const passages = paper.passages ?? [];
  const blocking = paper.missing.filter((m) => m.level === 'blocking');
  const warnings = paper.missing.filter((m) => m.level === 'warning');
  const pdf = value?.pdf ?? null;
  return (
    <div className="preview">
      <div className="preview-bar">
        <h2>{paper.title}</h2>
        {passages.length > 0 ? (
          <Segmented<'paper' | 'words'>
            aria-label="看样张还是改文字"
            value={tab}
            options={[
              { value: 'paper', label: '样张' },
              { value: 'words', label: '改文字' },
            ]}
            onChange={(v) => setTab(v)}
          />
        ) : null}
        <span className="grey" aria-live="polite">
          {busy ? '更新中' : pdf ? `共 ${pdf.numPages} 页` : ''}
        </span>
        <Zoom zoom={zoom} onZoom={setZoom} />
      </div>
      {paper.fits ? null : <Notice title="现在用不上">{paper.why}</Notice>}
      {paper.fits && blocking.length > 0 ? (
        <Notice tone="attention" title={`还缺 ${blocking.length} 项，补上才能导出`}>
          <MissingLinks list={blocking} />
        </Notice>
      ) : null}
      {paper.fits && warnings.length > 0 ? (
        <details className="fold-line">
          <summary>有 {warnings.length} 处建议核对</summary>
          <MissingLinks list={warnings} />
        </details>
      ) : null}
      {paper.fits && error ? (
        <Notice tone="attention" title="样张没有更新">
          {error}
        </Notice>
      ) : null}
      {tab === 'words' ? <Passages passages={passages} /> : null}
      {tab === 'paper' && paper.fits ? (
        pdf ? (
          <PdfView pdf={pdf} label={paper.title} zoom={zoom} onFail={sayError} />
        ) : error ? null : (
          <Skeleton active paragraph={{ rows: 12 }} />
        )
      ) : null}
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
