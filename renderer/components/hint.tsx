import { Popover } from 'antd';
import type { ReactNode } from 'react';

/** The one grey line under a question. */
export function FieldHint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div className="field-hint" id={id}>
      {children}
    </div>
  );
}

/** A legal term with its meaning in reach: dotted underline, opened by mouse or keyboard. */
export function Term({ children, means }: { children: ReactNode; means: ReactNode }) {
  return (
    <Popover
      content={<div className="term-text">{means}</div>}
      trigger={['hover', 'focus', 'click']}
    >
      <button type="button" className="term">
        {children}
      </button>
    </Popover>
  );
}
