/** What has to be put right, each with a way to its field. */
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import type { Problem } from '../../../shared/case/parse.ts';
import { Notice } from '../../components/index.ts';
import { focusField, screenOf } from '../../state/navigation.ts';
import { caseScreens } from '../registry.tsx';
import { placeInScreen, problemWords } from './problem-words.ts';

const MOST_LEFT = 4;

export function Problems({
  problems,
  document,
  left,
}: {
  problems: readonly Problem[];
  /** What the figures are without, by path. */
  left: readonly string[];
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
            {problemWords(document, p)}
          </li>
        ))}
      </ul>
      {left.length > 0 ? (
        <p>
          下面的数字、期限和下一步都没有算进
          {left.slice(0, MOST_LEFT).map((path) => `“${where(path)}${placeInScreen(path)}”`)}
          {left.length > MOST_LEFT ? `等 ${left.length} 处` : ''}。补好或删去后会重新算。
        </p>
      ) : null}
      {problems.length > shown.length ? (
        <Button type="link" size="small" className="inline-link" onClick={() => setAll(true)}>
          全部 {problems.length} 处
        </Button>
      ) : null}
    </Notice>
  );
}
