/** Files that were not imported, with the reason and what to do. */
import { Button } from 'antd';
import { Notice } from '../../../components/index.ts';
import { forgetRefusedStatements } from '../../../state/statements.ts';

export function RefusedNotice({
  refused,
}: {
  refused: readonly { fileName: string; message: string }[];
}) {
  if (refused.length === 0) return null;
  return (
    <Notice
      tone="attention"
      title={`有 ${refused.length} 个文件没有导入`}
      action={
        <Button size="small" onClick={forgetRefusedStatements}>
          知道了
        </Button>
      }
    >
      <ul className="plain-list">
        {refused.map((r) => (
          <li key={r.fileName}>
            {r.fileName}：{r.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
