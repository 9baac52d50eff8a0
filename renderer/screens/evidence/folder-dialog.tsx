/** Folders to take in: is each one exhibit, as with screenshots of one chat, or is every file its own? */
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { IntakePlan } from '../../../shared/api.ts';
import { visibleText } from '../../../shared/case/evidence-name.ts';
import { sizeText } from '../../components/amount.tsx';
import { forgetPlan, takeFolders } from '../../state/evidence-files.ts';

const PICTURE = /\.(jpe?g|png|gif|bmp|webp|hei[cf]|avif|tiff?)$/i;

/** Pictures in one folder are most often the pages of one thing. */
const likelyOne = (files: IntakePlan['loose']): boolean =>
  files.length > 1 && files.every((f) => PICTURE.test(f.name));

export function FolderDialog({ plan }: { plan: IntakePlan }) {
  const [together, setTogether] = useState<readonly boolean[]>(() =>
    plan.folders.map((f) => likelyOne(f.files)),
  );
  const all = [...plan.loose, ...plan.folders.flatMap((f) => f.files)];
  const exhibits = plan.folders.reduce(
    (n, f, i) => n + (together[i] ? 1 : f.files.length),
    plan.loose.length,
  );
  const size = sizeText(all.reduce((n, f) => n + f.size, 0));
  return (
    <Modal
      open
      title="文件夹怎么收"
      okText={`收进 ${all.length} 个文件`}
      cancelText="不收了"
      onCancel={forgetPlan}
      onOk={() => void takeFolders(plan, together)}
    >
      <p>
        共 {all.length} 个文件，{size}，会成为 {exhibits} 份证据，按文件名的顺序排。以后还可以调整。
      </p>
      <ul className="folder-plan">
        {plan.folders.map((folder, i) => (
          <li key={folder.name}>
            <div>
              <strong>{visibleText(folder.name)}</strong>
              <span className="grey">（{folder.files.length} 个文件）</span>
            </div>
            {folder.files.length > 1 ? (
              <Radio.Group
                aria-label={`“${visibleText(folder.name)}”怎么收`}
                value={together[i]}
                onChange={(e) =>
                  setTogether((s) => s.map((t, k) => (k === i ? Boolean(e.target.value) : t)))
                }
                options={[
                  { value: true, label: '收成一份证据（例如同一段聊天的截图）' },
                  { value: false, label: '每个文件一份' },
                ]}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {plan.skipped.length > 0 ? (
        <details>
          <summary>有 {plan.skipped.length} 项不收</summary>
          <ul className="folder-plan">
            {plan.skipped.map((s) => (
              <li key={s.name}>
                {visibleText(s.name)}：{s.message}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Modal>
  );
}
