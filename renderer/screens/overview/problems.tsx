/** What has to be put right, each with a way to its field. */
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import type { Problem } from '../../../shared/case/parse.ts';
import { Notice } from '../../components/index.ts';
import { getAt } from '../../state/case-store.ts';
import { focusField, screenOf } from '../../state/navigation.ts';
import { caseScreens } from '../registry.tsx';

export function Problems({
  problems,
  document,
}: {
  problems: readonly Problem[];
  document: CaseDocument;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, 4);
  const where = (path: string) => caseScreens.find((s) => s.key === screenOf(path))?.title ?? '';
  return (
    <Notice tone="attention" title={`有 ${problems.length} 处要补好或改好`}>
      <ul className="plain-list">
        {shown.map((p) => (
          <li key={p.path + p.message}>
            <Button
              type="link"
              size="small"
              className="inline-link"
              onClick={() => focusField(p.path)}
            >
              {where(p.path)}
            </Button>
            ：{getAt(document, p.path) === '' ? '还有一栏没填' : p.message}
          </li>
        ))}
      </ul>
      {problems.length > shown.length ? (
        <Button type="link" size="small" className="inline-link" onClick={() => setAll(true)}>
          全部 {problems.length} 处
        </Button>
      ) : null}
    </Notice>
  );
}
