/** 在本案中查找: everything typed and every page whose words are known, each hit one key away from its place. */
import { Button, Input, type InputRef, Modal } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import type { PageHit } from '../../../shared/find/calls.ts';
import type { Excerpt } from '../../../shared/find/hits.ts';
import { recordName } from '../../../shared/find/names.ts';
import { searchRecords } from '../../../shared/find/records.ts';
import { terms } from '../../../shared/find/terms.ts';
import { call } from '../../bridge.ts';
import { useCase } from '../../state/case-store.ts';
import { sayError } from '../../state/feedback.ts';
import { closeFind, forgetFind, setFindAt, setFindQuery, useFind } from '../../state/find.ts';
import { focusField, screenOf } from '../../state/navigation.ts';
import { recognise, useReading, useTexts, waitingPages } from '../../state/texts.ts';
import { openViewer } from '../../state/viewer.ts';
import { caseScreens } from '../registry.tsx';
import { placeWords } from '../settings/audit-words.ts';
import './find.css';

interface Hit {
  key: string;
  place: string;
  excerpt: Excerpt;
  go: () => void;
}

const MOST_TYPED = 40;
/** Pages are asked for this long after the last key. */
const WAIT_MS = 150;

/** 证据 3 微信聊天记录 · 第 2 页 */
function pagePlace(d: CaseDocument, hit: PageHit): string {
  const item = d.evidence?.find((e) => e.fileIds?.includes(hit.fileId));
  const number = item && exhibitNumbers(d).get(item.id);
  return [
    number ? `证据 ${number} ${item?.name || hit.fileName}` : hit.fileName,
    ...(hit.pages > 1 ? [`第 ${hit.page} 页`] : []),
    ...(hit.source === 'ocr' ? ['图片识别'] : []),
    ...(hit.count > 1 ? [`${hit.count} 处`] : []),
  ].join(' · ');
}

function useHits(open: boolean, query: string) {
  const { document, caseId } = useCase();
  const { files } = useTexts(caseId);
  const [pages, setPages] = useState<{ hits: PageHit[]; more: boolean }>({ hits: [], more: false });
  const words = useMemo(() => terms(query), [query]);
  useEffect(() => {
    // Asked again when more of the files is known.
    void files;
    if (!open || !caseId || words.length === 0) {
      setPages({ hits: [], more: false });
      return;
    }
    let stale = false;
    const timer = setTimeout(() => {
      call('texts.search', { caseId, query })
        .then((found) => {
          if (!stale) setPages(found);
        })
        .catch(sayError);
    }, WAIT_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [open, caseId, query, words, files]);
  const typed = useMemo(
    (): Hit[] =>
      open
        ? searchRecords(document, words)
            .slice(0, MOST_TYPED)
            .map(({ path, excerpt }) => {
              const screen = caseScreens.find((s) => s.key === screenOf(path))?.title ?? '';
              const name = recordName(document, path) || placeWords(path);
              return {
                key: path,
                place: name ? `${screen} · ${name}` : screen,
                excerpt,
                go: () => focusField(path),
              };
            })
        : [],
    [open, document, words],
  );
  const read = pages.hits.map(
    (hit): Hit => ({
      key: `${hit.fileId} ${hit.page}`,
      place: pagePlace(document, hit),
      excerpt: hit.excerpt,
      go: () => openViewer({ fileId: hit.fileId, page: hit.page, boxes: hit.places, find: query }),
    }),
  );
  return { asked: words.length > 0, typed, read, more: pages.more };
}

function Row({ hit, id, here, onGo }: { hit: Hit; id: string; here: boolean; onGo: () => void }) {
  const row = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const { before, hit: found, after } = hit.excerpt;
  return (
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={here}
      className={here ? 'search-hit search-here' : 'search-hit'}
      onMouseDown={(e) => {
        e.preventDefault();
        onGo();
      }}
    >
      <span className="grey">{hit.place}</span>
      <span>
        {before}
        <mark>{found}</mark>
        {after}
      </span>
    </div>
  );
}

/** What the search could not look at, and the way to change that. */
function Unseen() {
  const { caseId } = useCase();
  const { files, busy } = useTexts(caseId);
  const waiting = waitingPages(files);
  const failed = files.filter((f) => f.state === 'failed').length;
  if (waiting === 0 && failed === 0) return null;
  return (
    <div className="find-unseen">
      {waiting > 0 ? (
        <>
          <span>
            还有 {waiting} 页图片没有识别，里面的字找不到。
            {busy ? '正在识别，右下角可以停下。' : ''}
          </span>
          <Button size="small" loading={busy} onClick={() => void recognise(null)}>
            识别图片里的文字
          </Button>
        </>
      ) : null}
      {failed > 0 ? (
        <span className="grey">有 {failed} 个文件读不出文字，原因写在“证据”的文件下面。</span>
      ) : null}
    </div>
  );
}

export function Find() {
  const { open, query, at } = useFind();
  const { caseId, document } = useCase();
  useReading(caseId, (document.evidence ?? []).flatMap((e) => e.fileIds ?? []).join(' '));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case begins with an empty search
  useEffect(() => forgetFind, [caseId]);
  const { asked, typed, read, more } = useHits(open, query);
  const input = useRef<InputRef | null>(null);
  /** Gone to once the dialog has given the focus back, which would else be taken from the field. */
  const chosen = useRef<(() => void) | null>(null);
  const hits = [...typed, ...read];
  const go = (i: number) => {
    const hit = hits[i];
    if (!hit) return;
    setFindAt(i);
    chosen.current = hit.go;
    closeFind();
  };
  const group = (title: string, from: number, list: readonly Hit[]) =>
    list.length > 0 ? (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
      <div role="group" aria-label={title}>
        <div className="find-group">{title}</div>
        {list.map((hit, i) => (
          <Row
            key={hit.key}
            id={`find-${from + i}`}
            hit={hit}
            here={from + i === at}
            onGo={() => go(from + i)}
          />
        ))}
      </div>
    ) : null;
  return (
    <Modal
      open={open}
      onCancel={closeFind}
      footer={null}
      closable={false}
      title={<span className="sr-only">在本案中查找</span>}
      width={640}
      afterOpenChange={(isOpen) => isOpen && input.current?.focus({ cursor: 'all' })}
      afterClose={() => {
        chosen.current?.();
        chosen.current = null;
      }}
    >
      <Input
        ref={input}
        value={query}
        placeholder="姓名、金额、日期，或聊天、借条里的字"
        aria-label="在本案中查找"
        role="combobox"
        aria-expanded
        aria-controls="find-list"
        aria-activedescendant={hits[at] ? `find-${at}` : undefined}
        onChange={(e) => setFindQuery(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown') setFindAt(Math.min(at + 1, Math.max(0, hits.length - 1)));
          else if (e.key === 'ArrowUp') setFindAt(Math.max(at - 1, 0));
          else if (e.key === 'Enter' && !e.nativeEvent.isComposing) go(at);
          else return;
          e.preventDefault();
        }}
      />
      <div id="find-list" className="search-list find-list" role="listbox" aria-label="找到的地方">
        {group('填写的内容', 0, typed)}
        {group('证据里的文字', typed.length, read)}
      </div>
      {more ? <p className="grey search-none">还有更多，请多输几个字。</p> : null}
      {asked && hits.length === 0 ? (
        <p className="grey search-none">没有找到，换个字试试。</p>
      ) : null}
      <Unseen />
    </Modal>
  );
}
