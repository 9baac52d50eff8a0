/** The stored case as the papers need it, or what has to be mended in it first. */
import type { Problem } from '../../shared/case/parse.ts';
import type { PaperContext } from '../../templates/template.ts';
import { AppError } from '../errors.ts';
import { getCase } from '../store/cases.ts';
import { getSettings } from '../store/settings.ts';
import type { StoreManager } from '../store/store.ts';

/** A case's context on a day; null with the problems when its document cannot be read. */
export async function readContext(
  store: StoreManager,
  caseId: string,
  today: string,
): Promise<{ context: PaperContext | null; problems: Problem[] }> {
  const { contextOf } = await import('../papers/context.ts');
  const { document } = getCase(store.current, caseId);
  return contextOf(document, today, getSettings(store.current).lprEntries);
}

/** The same, or a refusal. @throws AppError `bad-case`, at the first field to mend */
export async function validContext(
  store: StoreManager,
  caseId: string,
  today: string,
): Promise<PaperContext> {
  const { context, problems } = await readContext(store, caseId, today);
  if (context) return context;
  const errors = problems.filter((p) => p.level === 'error');
  const more = errors.length > 1 ? `（共 ${errors.length} 处需要修改）` : '';
  const first = errors[0];
  throw new AppError('bad-case', `${first?.message ?? '案件内容有误'}${more}`, first?.path);
}
