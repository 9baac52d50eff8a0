/** One rung opened: why it has its state, what it lacks, and its papers, each one click away. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { PaperSummary } from '../../../shared/api.ts';
import type { Step } from '../../../shared/law/road.ts';
import { Notice, StateTag } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { focusField, goPaper, goScreen } from '../../state/navigation.ts';
import { ExportDialog } from '../papers/export-dialog.tsx';
import { usePapers } from '../papers/use-papers.ts';
import { caseScreens } from '../registry.tsx';

/** Missing things shown at once; the rest are on the rung's screen. */
const SHOWN = 4;

export function Rung({ step, word, onClose }: { step: Step; word: string; onClose(): void }) {
  const screen = caseScreens.find((s) => s.key === step.screen);
  const missing = step.missing.slice(0, SHOWN);
  return (
    <section
      id="rung"
      className="rung"
      aria-label={`${step.title}：缺什么，有哪些文书`}
      onKeyDown={(e) => {
        if (e.key === 'Escape') onClose();
      }}
    >
      <header className="rung-head">
        <h3>
          {step.title}
          <span className="grey"> {word}</span>
        </h3>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={`收起${step.title}`}
          onClick={onClose}
        />
      </header>
      <p>{step.reason}</p>
      {missing.length > 0 ? (
        <>
          <h4>还缺</h4>
          <ul className="missing-list">
            {missing.map((m) => (
              <li key={m.text}>
                <Button
                  type="link"
                  onClick={() => (m.path ? focusField(m.path) : goScreen(step.screen))}
                >
                  {m.text}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h4>文书</h4>
      <RungPapers ids={step.papers} />
      {screen ? (
        <Button size="small" onClick={() => goScreen(step.screen)}>
          去“{screen.title}”
        </Button>
      ) : null}
    </section>
  );
}

function RungPapers({ ids }: { ids: readonly string[] }) {
  const { value, error } = usePapers();
  const { problems } = useCase();
  const [all, setAll] = useState(false);
  const [exporting, setExporting] = useState<PaperSummary | null>(null);
  if (error) return <Notice tone="attention">{error}</Notice>;
  if (!value) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  const mine = ids.flatMap((id) => value.papers.find((p) => p.id === id) ?? []);
  const now = mine.filter((p) => p.fits);
  const later = mine.filter((p) => !p.fits);
  const shown = all || now.length === 0 ? [...now, ...later] : now;
  return (
    <>
      <ul className="rung-papers">
        {shown.map((p) => (
          <li key={p.id}>
            <Button type="link" className="inline-link" onClick={() => goPaper(p.id)}>
              {p.title}
            </Button>
            <PaperState paper={p} />
            {p.fits ? (
              <Button
                size="small"
                type="text"
                aria-label={`导出${p.title}`}
                onClick={() => setExporting(p)}
              >
                导出
              </Button>
            ) : (
              <span className="grey rung-why">{p.why}</span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < mine.length ? (
        <Button type="link" className="inline-link" onClick={() => setAll(true)}>
          现在用不上的 {later.length} 份
        </Button>
      ) : null}
      {exporting ? (
        <ExportDialog
          papers={value.papers}
          selected={exporting}
          caseProblems={problems.filter((p) => p.level === 'error')}
          onClose={() => setExporting(null)}
        />
      ) : null}
    </>
  );
}

function PaperState({ paper }: { paper: PaperSummary }) {
  const gaps = paper.missing.filter((m) => m.level === 'blocking').length;
  if (!paper.fits) return <StateTag state="empty" word="用不上" />;
  return gaps > 0 ? (
    <StateTag state="attention" word={`缺 ${gaps} 项`} />
  ) : (
    <StateTag state="complete" word="可生成" />
  );
}
