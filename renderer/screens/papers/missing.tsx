/** What is missing, as links that open the field. */
import { Button } from 'antd';
import type { PaperSummary } from '../../../shared/api.ts';
import { useCase } from '../../state/case-store.ts';
import { focusField } from '../../state/navigation.ts';
import { setWayBack } from '../../state/way-back.ts';

export function MissingLinks({
  list,
  from,
}: {
  list: PaperSummary['missing'];
  /** The paper these are missing in: the field then shows the way back to it. */
  from?: { id: string; title: string };
}) {
  const { caseId } = useCase();
  const open = (path: string) => {
    setWayBack(from ? { caseId, ...from } : null);
    focusField(path);
  };
  return (
    <ul className="missing-links">
      {list.map((m) => (
        <li key={m.path + m.message}>
          <Button type="link" onClick={() => open(m.path)}>
            {m.message}
          </Button>
        </li>
      ))}
    </ul>
  );
}
