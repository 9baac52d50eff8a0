/** 文书: what can be printed now, what is missing, the paper or the pack itself, and the export. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Skeleton, Splitter } from 'antd';
import { useEffect, useState } from 'react';
import type { PaperSummary } from '../../../shared/api.ts';
import { Empty, Notice, Page } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { goScreen, useRoute } from '../../state/navigation.ts';
import { useMedia } from '../../theme/use-media.ts';
import { ExportDialog } from './export-dialog.tsx';
import { MissingLinks } from './missing.tsx';
import '../../theme/blocks.css';
import './papers.css';
import { PackView } from './pack-view.tsx';
import { PaperList } from './paper-list.tsx';
import { Preview } from './preview.tsx';
import { usePacks, usePapers } from './use-papers.ts';

/** The list is wanted again on the next paper, until it is folded back. */
let foldedLast = false;

/** What a case at this point is most likely here for. */
function first(papers: readonly PaperSummary[], judged: boolean): PaperSummary | undefined {
  const main = judged ? 'enforcement-elements' : 'complaint-elements';
  const fitting = papers.filter((p) => p.fits);
  return fitting.find((p) => p.id === main) ?? fitting[0] ?? papers[0];
}

/** The paper or pack that a field asked for belongs to. */
function ownerOf(path: string | null, prose: readonly { key: string }[]): string | null {
  const choice = /^choices\.([a-z0-9-]+)\./.exec(path ?? '')?.[1];
  if (choice) return choice;
  const i = /^prose\.(\d+)\./.exec(path ?? '')?.[1];
  const key =
    i === undefined ? /^prose\.([a-z0-9-]+)\./.exec(path ?? '')?.[1] : prose[Number(i)]?.key;
  return key?.split('.')[0] ?? null;
}

export default function PapersScreen() {
  const { document, problems } = useCase();
  const { value, error } = usePapers();
  const packed = usePacks();
  const packs = packed.value?.packs ?? [];
  const { focus } = useRoute();
  const asked = ownerOf(focus, document.prose ?? []);
  const [chosen, setChosen] = useState<string | null>(asked);
  useEffect(() => {
    if (asked) setChosen(asked);
  }, [asked]);
  const [exporting, setExporting] = useState(false);
  const narrow = useMedia('(max-width: 1000px)');
  const small = useMedia('(max-width: 1400px)');
  const [folded, setFolded] = useState(foldedLast);
  const fold = () => {
    foldedLast = !folded;
    setFolded(foldedLast);
  };
  // Both at once: a list that grows at its top would move under the hand.
  const listed = packed.value !== null || packed.error !== '';
  const papers = listed ? (value?.papers ?? []) : [];
  const pack = packs.find((p) => `pack-${p.destination}` === chosen) ?? null;
  const judged = (document.judgment ?? null) !== null;
  const selected = papers.find((p) => p.id === chosen) ?? first(papers, judged) ?? null;
  const errors = problems.filter((p) => p.level === 'error');
  if ((document.parties ?? []).length === 0) {
    return (
      <Page title="文书">
        <Empty
          sentence="填好当事人和借款以后，这里会列出能生成的文书。"
          example="催收通知书、起诉状、证据目录、利息计算清单、强制执行申请书。"
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
      lead="左边选一份或者一整套，右边就是打印出来的样子。改了事实，文书跟着变。"
      actions={
        <>
          <Button
            type="text"
            icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-pressed={folded}
            onClick={fold}
          >
            {folded ? '显示列表' : '收起列表'}
          </Button>
          <Button type="primary" disabled={papers.length === 0} onClick={() => setExporting(true)}>
            导出
          </Button>
        </>
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
      {(value === null || !listed) && !error ? <Skeleton active /> : null}
      {selected ? (
        <Splitter
          className={folded ? 'split split-folded' : 'split'}
          orientation={narrow ? 'vertical' : 'horizontal'}
        >
          <Splitter.Panel defaultSize={narrow ? '35%' : small ? 240 : 290} min={200} max="50%">
            <PaperList
              papers={papers}
              packs={packs}
              selected={pack ? chosen : selected.id}
              onSelect={setChosen}
            />
          </Splitter.Panel>
          <Splitter.Panel min={320}>
            {pack ? (
              <PackView key={pack.destination} pack={pack} onOpenPaper={setChosen} />
            ) : (
              <Preview key={selected.id} paper={selected} />
            )}
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
