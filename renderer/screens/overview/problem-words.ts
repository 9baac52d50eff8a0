/** Where a problem stands and what is wrong there, in words. */
import type { CaseDocument } from '../../../shared/case/case.ts';
import type { Problem } from '../../../shared/case/parse.ts';
import { getAt } from '../../state/case-store.ts';
import { FIELDS, PARTS } from '../settings/audit-fields.ts';

const isIndex = (key: string) => /^\d+$/.test(key);
/** Rows that are counted as 笔: money. */
const SUMS = ['loans', 'transfers', 'payments', 'distributions', 'costs'];

/** What follows the name of the screen: transfers.1.date → 第2笔日期; '' for the section itself. */
export function placeInScreen(path: string): string {
  return path
    .split('.')
    .flatMap((key, i, keys) => {
      if (i === 0) return [];
      if (isIndex(key))
        return `第${Number(key) + 1}${SUMS.includes(keys[i - 1] ?? '') ? '笔' : '条'}`;
      return PARTS[key] ?? FIELDS[key] ?? [];
    })
    .join('');
}

/** 第2笔：日期没填 · 第2笔日期：日期不存在或格式不对……; begins after the name of the screen. */
export function problemWords(document: CaseDocument, p: Problem): string {
  const keys = p.path.split('.');
  const last = keys.at(-1) ?? '';
  const name = PARTS[last] ?? FIELDS[last];
  const empty = getAt(document, p.path) === '' && keys.length > 1;
  if (!empty) return `${placeInScreen(p.path)}：${p.message}`;
  const row = placeInScreen(keys.slice(0, -1).join('.'));
  return `${row}：${name ?? '有一栏'}没填`;
}
