/** The order of the files of one exhibit, which is the order of its pages in the evidence book. */
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { madeAt, orderByCapture } from '../../../shared/case/capture-time.ts';
import { isMovable } from '../../../shared/case/order.ts';
import type { ItemDocument } from '../../../shared/case/transcript.ts';
import { useDragRows } from '../../components/drag-rows.ts';
import { useCase } from '../../state/case-store.ts';
import { say } from '../../state/feedback.ts';
import { orderFiles } from '../../state/transcript.ts';
import { openViewer } from '../../state/viewer.ts';
import './chat.css';

const FIXED = '已交给法院，文件的顺序不再变动。';

export function FileOrder({ item, files }: { item: ItemDocument; files: readonly EvidenceFile[] }) {
  const { document } = useCase();
  const table = useRef<HTMLTableElement | null>(null);
  const ids = item.fileIds ?? [];
  const shown = ids.flatMap((id) => files.find((f) => f.fileId === id) ?? []);
  const free = isMovable(document, item.id);
  const put = (id: string, target: string, behind: boolean) => {
    const rest = ids.filter((x) => x !== id);
    const found = rest.indexOf(target);
    if (found < 0) return;
    const at = behind ? found + 1 : found;
    orderFiles(item.id, [...rest.slice(0, at), id, ...rest.slice(at)], '调整文件顺序');
  };
  const step = (id: string, by: -1 | 1) => {
    const next = ids[ids.indexOf(id) + by];
    if (next !== undefined) put(id, next, by > 0);
  };
  const moves = { onMove: put, onStep: step, fixed: () => (free ? '' : FIXED) };
  useDragRows(table, moves, shown.length > 1);
  if (shown.length < 2) return null;
  const byTime = () => {
    const list = shown.map(({ fileId, ...file }) => ({ ...file, id: fileId }));
    const { ids: sorted, untimed } = orderByCapture(list);
    const known = new Set(sorted);
    orderFiles(item.id, [...sorted, ...ids.filter((id) => !known.has(id))], '按时间排序');
    say(
      untimed === 0
        ? '已按时间排好'
        : untimed === list.length
          ? '文件名和文件里都没有时间，已按收入的先后排'
          : `已按时间排好；有 ${untimed} 个文件没有时间，留在原来的位置，请看一下`,
    );
  };
  return (
    <div className="file-order">
      <div className="file-order-head">
        <span className="field-label">先后顺序（证据册里的页也按这个排）</span>
        <Button size="small" disabled={!free} onClick={byTime}>
          按时间排序
        </Button>
      </div>
      <table ref={table} aria-label="文件的先后顺序">
        <tbody>
          {shown.map((file, i) => (
            <tr key={file.fileId} data-id={file.fileId} draggable={free}>
              <td className="num">{i + 1}</td>
              <td>
                <button
                  type="button"
                  className="file-order-name"
                  aria-label={`看第 ${i + 1} 个文件 ${file.name}`}
                  onClick={() => openViewer({ fileId: file.fileId, itemId: item.id })}
                >
                  {file.name}
                </button>
              </td>
              <td className="num grey">{madeAt(file)?.slice(0, 16) ?? ''}</td>
              <td className="file-order-acts">
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowUpOutlined />}
                  aria-label={`${file.name} 往前移`}
                  disabled={!free || i === 0}
                  onClick={() => step(file.fileId, -1)}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined />}
                  aria-label={`${file.name} 往后移`}
                  disabled={!free || i === shown.length - 1}
                  onClick={() => step(file.fileId, 1)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {free ? null : <p className="grey">{FIXED}</p>}
    </div>
  );
}
