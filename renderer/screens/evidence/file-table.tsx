/** The files of one piece of evidence: name, size, fingerprint, time; a look, more files, removal. */
import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { sizeText } from '../../components/amount.tsx';
import { Notice } from '../../components/index.ts';
import { copyText } from '../../state/clipboard.ts';
import { chooseFiles, reloadFiles, removeFile } from '../../state/evidence-files.ts';
import { say, sayError } from '../../state/feedback.ts';
import { openViewer } from '../../state/viewer.ts';
import { dateTimeWords } from '../case-list/when.ts';
import { FileWords } from './reading.tsx';
import { originText } from './words.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];

/** Why the list says 文件要看一下: above everything else of the exhibit. */
export function FileWarnings({ item, files }: { item: Item; files: readonly EvidenceFile[] }) {
  const doubtful = files.filter((f) => f.warning && item.fileIds?.includes(f.fileId));
  if (doubtful.length === 0) return null;
  return (
    <Notice tone="attention" title="文件要看一下">
      <ul className="plain-list refused-list">
        {doubtful.flatMap((f) =>
          f.warning
            .split('\n')
            .map((w) => (
              <li key={`${f.fileId} ${w}`}>
                {(item.fileIds ?? []).length > 1 ? `${f.name}：${w}` : w}
              </li>
            )),
        )}
      </ul>
    </Notice>
  );
}

export function FileTable({ item, files }: { item: Item; files: readonly EvidenceFile[] }) {
  const ids = item.fileIds ?? [];
  const mine = ids.map((id) => ({ id, file: files.find((f) => f.fileId === id) }));
  const missing = mine.some((m) => !m.file);
  // Undo can bring back a reference before its file is listed again.
  useEffect(() => {
    if (missing) void reloadFiles();
  }, [missing]);
  return (
    <>
      {mine.map(({ id, file }) =>
        file ? (
          <div className="file" key={id}>
            <div className="file-head">
              <strong>{file.name}</strong>
              <span className="file-actions">
                <Button
                  size="small"
                  type="link"
                  aria-label={`看 ${file.name}`}
                  onClick={() => openViewer({ fileId: id, itemId: item.id })}
                >
                  看一眼
                </Button>
                <Button
                  size="small"
                  type="link"
                  aria-label={`移除 ${file.name}`}
                  onClick={() => void removeFile(item.id, id)}
                >
                  移除
                </Button>
              </span>
            </div>
            <div className="grey num">
              {sizeText(file.size)}
              {file.pages === null ? '' : `，${file.pages} 页`}，{dateTimeWords(file.takenAt)} 收入
            </div>
            {originText(file) ? <div className="grey">{originText(file)}</div> : null}
            <div className="file-hash">
              <span className="grey">指纹（SHA-256）</span>
              <Button
                size="small"
                type="text"
                icon={<CopyOutlined />}
                aria-label="复制指纹"
                onClick={() => {
                  if (copyText(file.sha256)) say('已复制');
                  else sayError('没能复制，请手工选中后复制');
                }}
              />
              <code>{file.sha256}</code>
            </div>
            <FileWords fileId={id} />
          </div>
        ) : null,
      )}
      {ids.length === 0 ? (
        <p className="grey">还没有文件。照片、扫描件、PDF、录音、录像都可以。</p>
      ) : null}
      <Button onClick={() => void chooseFiles(item.id)}>给这份证据加文件</Button>
    </>
  );
}
