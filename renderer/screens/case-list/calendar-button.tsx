/** Writes deadlines into a calendar file, with names or without. */
import { Button, Dropdown } from 'antd';
import { call } from '../../bridge.ts';
import { flush } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { say, sayError } from '../../state/feedback.ts';

/** `caseId` null: all cases. */
export function CalendarButton({
  caseId,
  size = 'middle',
}: {
  caseId: string | null;
  size?: 'small' | 'middle';
}) {
  const write = async (names: boolean) => {
    try {
      await flush();
      const done = await call('deadlines.export', { caseId, today: today(), names });
      if (done) say(`已写出 ${done.count} 个期限：${done.path}`);
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'names', label: '写明案件（自己用的日历）' },
          { key: 'plain', label: '不写姓名（会同步或者共用的日历）' },
        ],
        onClick: ({ key }) => void write(key === 'names'),
      }}
    >
      <Button size={size}>导出日历（.ics）</Button>
    </Dropdown>
  );
}
