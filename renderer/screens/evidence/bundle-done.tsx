/** 证据册已生成: what was written, what to look at, and locking it once it is handed in. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { EvidenceBook } from '../../../shared/api.ts';
import { bookGaps } from '../../../shared/case/book-gaps.ts';
import { batchTitle } from '../../../shared/case/exhibits.ts';
import { call } from '../../bridge.ts';
import { sizeText } from '../../components/amount.tsx';
import { Notice } from '../../components/index.ts';
import { change, currentCase, newId, useCase } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { say, sayError } from '../../state/feedback.ts';

/** However much there is to tell, the buttons stay on the screen. */
export const LONG = { body: { maxHeight: 'calc(100vh - 260px)', overflowY: 'auto' } } as const;

/** Freezes numbers and pages; what is added later goes into a supplementary list. */
function release(book: EvidenceBook): void {
  change((d) => {
    const known = new Set((d.evidenceReleases ?? []).flatMap((r) => r.exhibits.map((e) => e.id)));
    if (book.exhibits.some((e) => known.has(e.id))) return d;
    const volumes = book.volumes.map(({ name, pages, sha256 }) => ({ name, pages, sha256 }));
    const { exhibits, lastPage } = book;
    const batch = { id: newId(), on: d.suit?.signedOn ?? today(), exhibits, lastPage, volumes };
    return { ...d, evidenceReleases: [...(d.evidenceReleases ?? []), batch] };
  }, '标为已提交');
}

export function BundleDone({ book, onClose }: { book: EvidenceBook; onClose: () => void }) {
  const isNew = !(currentCase().document.evidenceReleases ?? []).some((r) =>
    r.exhibits.some((e) => book.exhibits.some((b) => b.id === e.id)),
  );
  const { document } = useCase();
  const [asked, setAsked] = useState(false);
  const gaps = isNew ? bookGaps(document) : [];
  const empty = gaps.filter((g) => g.kind !== 'original');
  const batches = (document.evidenceReleases ?? []).length;
  const handIn = () => {
    // What is locked with an empty column stands so before the court: told once, then it is the user's word.
    if (empty.length > 0 && !asked) {
      setAsked(true);
      return;
    }
    release(book);
    say('已标为提交，编号和页码不再变动');
    onClose();
  };
  return (
    <Modal
      open
      title="证据册已生成"
      onCancel={onClose}
      styles={LONG}
      footer={
        <>
          {isNew ? (
            <Button onClick={handIn}>
              {asked ? '已经交了，仍然锁定' : '已交给法院，锁定编号'}
            </Button>
          ) : null}
          <Button
            onClick={() => {
              call('shell.showFolder', { path: book.folder }).catch(sayError);
            }}
          >
            打开文件夹
          </Button>
          <Button type="primary" onClick={onClose}>
            完成
          </Button>
        </>
      }
    >
      <p>
        <span className="folder-path">{book.folder}</span>
      </p>
      <ul className="file-list">
        {book.volumes.map((v) => (
          <li key={v.name}>
            {v.name}（{v.pages} 页，{sizeText(v.size)}）
          </li>
        ))}
        {book.files.slice(book.volumes.length).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {asked && empty.length > 0 ? (
        <Notice tone="attention" title="锁定前再看一下：目录里有空着的栏">
          <ul className="plain-list">
            {empty.map((g) => (
              <li key={g.kind}>{g.text}</li>
            ))}
          </ul>
          <p>
            还没有交的，请先点“完成”，补上以后重新生成，再交。已经交了的，点“已经交了，仍然锁定”。
          </p>
        </Notice>
      ) : null}
      {book.notes.length > 0 || (gaps.length > 0 && !asked) ? (
        <Notice tone="note" title="请留意">
          <ul className="plain-list">
            {asked ? null : gaps.map((g) => <li key={g.kind}>{g.text}</li>)}
            {book.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isNew ? (
        <p className="grey">
          交给法院以后再锁定：锁定后编号和页码不再变，新加的证据会进《{batchTitle(batches + 1)}》。
        </p>
      ) : null}
    </Modal>
  );
}
