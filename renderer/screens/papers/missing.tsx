/** What is missing, as links that open the field. */
import { Button } from 'antd';
import type { PaperSummary } from '../../../shared/api.ts';
import { focusField } from '../../state/navigation.ts';

export function MissingLinks({ list }: { list: PaperSummary['missing'] }) {
  return (
    <ul className="missing-links">
      {list.map((m) => (
        <li key={m.path + m.message}>
          <Button type="link" onClick={() => focusField(m.path)}>
            {m.message}
          </Button>
        </li>
      ))}
    </ul>
  );
}
