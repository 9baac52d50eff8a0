/** What the app would write into a field, offered under it: taken by a click, never put in by itself. */
import { Button } from 'antd';
import { update, useValue } from '../../state/case-store.ts';

export function Proposal({
  path,
  text,
  shown = text,
  label,
}: {
  path: string;
  /** '' = nothing to offer. */
  text: string;
  /** How it is read, where the document keeps a word of its own. */
  shown?: string | undefined;
  /** Name of the field, for undo and screen readers. */
  label: string;
}) {
  const value = useValue(path);
  if (text === '' || (typeof value === 'string' && value.trim() !== '')) return null;
  return (
    <div className="proposal">
      <span className="grey">可以填：</span>
      {shown}
      <Button
        type="link"
        size="small"
        aria-label={`${label}填“${shown}”`}
        onClick={() => update(path, text, `填写${label}`)}
      >
        填上
      </Button>
    </div>
  );
}
