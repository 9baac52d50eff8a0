/** What is wrong with a case file that was not taken in: every field by its place, in words and as the file has it. */
import type { Problem } from '../../../shared/case/parse.ts';
import { Notice } from '../../components/index.ts';
import { screenOf } from '../../state/navigation.ts';
import { caseScreens } from '../registry.tsx';

/** `transfers.1.date` → 流水第 2 条; empty for what belongs to no section. */
function place(path: string): string {
  const screen = screenOf(path);
  if (screen === 'overview') return '';
  const title = caseScreens.find((s) => s.key === screen)?.title ?? '';
  const index = /^[^.]+\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return index === undefined ? title : `${title}第 ${Number(index) + 1} 条`;
}

export function ImportProblems({ problems }: { problems: readonly Problem[] }) {
  return (
    <Notice tone="attention" title={`没有导入：文件里有 ${problems.length} 处问题，请改好后再试`}>
      <p>文件没有动，案件库里也什么都没有增加。</p>
      <ul className="import-problems">
        {problems.map((p) => (
          <li key={p.path + p.message}>
            {place(p.path) ? `${place(p.path)}：` : ''}
            {p.message} {p.path ? <code className="grey">{p.path}</code> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
