/** In a record's form: its exhibits, each opened beside the form at the place that shows it. */
import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { useCase } from '../../state/case-store.ts';
import { evidenceOf } from '../../state/proof-links.ts';
import { openViewer } from '../../state/viewer.ts';

export function ExhibitLinks({ recordId }: { recordId: string }) {
  const { document } = useCase();
  const numbers = exhibitNumbers(document);
  const chosen = new Set(evidenceOf(document, recordId));
  const links = (document.evidence ?? []).flatMap((item) => {
    const files = item.fileIds ?? [];
    const first = files[0];
    if (!chosen.has(item.id) || first === undefined) return [];
    const mark = item.marks?.find((m) => m.recordId === recordId && files.includes(m.fileId));
    const name = `证据${numbers.get(item.id) ?? ''} ${item.name || '（未命名）'}`;
    const target = mark
      ? { fileId: mark.fileId, itemId: item.id, page: mark.page ?? 1, markId: mark.id }
      : { fileId: first, itemId: item.id };
    return [{ id: item.id, name, target, marked: mark !== undefined }];
  });
  if (links.length === 0) return null;
  return (
    <ul className="exhibit-links" aria-label="看证据">
      {links.map(({ id, name, target, marked }) => (
        <li key={id}>
          <Button
            size="small"
            icon={<EyeOutlined />}
            aria-label={`看${name}`}
            onClick={() => openViewer(target)}
          >
            看
          </Button>
          <span>
            {name}
            {marked ? <span className="grey">（已框出）</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
