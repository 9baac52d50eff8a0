/** Says on every screen that the case is put aside, with the way back. */
import { Button } from 'antd';
import { Notice } from '../../components/state-tag.tsx';
import { unarchive, useCase } from '../../state/case-store.ts';
import { say, sayError } from '../../state/feedback.ts';

export function Archived() {
  const { archivedAt } = useCase();
  if (archivedAt === null) return null;
  const restore = () =>
    unarchive()
      .then(() => say('已恢复到案件列表，可以修改了'))
      .catch(sayError);
  return (
    <Notice
      tone="attention"
      title="这个案件已归档，只能查看和导出"
      action={<Button onClick={() => void restore()}>恢复到案件列表</Button>}
    />
  );
}
