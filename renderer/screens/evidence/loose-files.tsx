/** Files of the case that belong to no piece of evidence, e.g. after theirs was deleted: to be taken up again or removed. */
import { Button } from 'antd';
import type { EvidenceFile } from '../../../shared/api.ts';
import { sizeText } from '../../components/amount.tsx';
import { Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { asEvidence, removeLoose } from '../../state/evidence-files.ts';
import { useStatements } from '../../state/statements.ts';
import { openViewer } from '../../state/viewer.ts';

export function LooseFiles({ files }: { files: readonly EvidenceFile[] }) {
  const { document, caseId } = useCase();
  const { list } = useStatements(caseId);
  const used = new Set((document.evidence ?? []).flatMap((e) => e.fileIds ?? []));
  const loose = files.filter((f) => !used.has(f.fileId));
  if (loose.length === 0) return null;
  const bills = new Set(list.map((s) => s.fileId));
  return (
    <Notice tone="note" title={`有 ${loose.length} 个文件没有归到任何一份证据，不会装进证据册`}>
      {loose.map((file) => (
        <div className="file-head" key={file.fileId}>
          <span>
            {file.name}
            <span className="grey">
              {' '}
              {sizeText(file.size)}
              {bills.has(file.fileId) ? '，导入的账单' : ''}
            </span>
          </span>
          <span className="file-actions">
            <Button
              size="small"
              type="link"
              aria-label={`看 ${file.name}`}
              onClick={() => openViewer({ fileId: file.fileId })}
            >
              看一眼
            </Button>
            <Button
              size="small"
              type="link"
              aria-label={`把 ${file.name} 列为一份证据`}
              onClick={() => asEvidence(file)}
            >
              列为一份证据
            </Button>
            {bills.has(file.fileId) ? null : (
              <Button
                size="small"
                type="link"
                aria-label={`移除 ${file.name}`}
                onClick={() => void removeLoose(file)}
              >
                移除
              </Button>
            )}
          </span>
        </div>
      ))}
    </Notice>
  );
}
