/** Where the next step leads: its paper, a record to be made, its field, else its screen. */
import type { NewRecord, NextAction, Way } from '../../shared/law/road.ts';
import { addRecord, currentCase, getAt } from './case-store.ts';
import { type CaseScreenKey, focusField, goPaper, goScreen } from './navigation.ts';

/** Screens with their own way of writing the paper. */
const WRITES_ITSELF: readonly CaseScreenKey[] = ['settlement', 'demands'];

/** A next action that leads to its paper rather than to a field or a screen. */
export const opensPaper = (next: NextAction): boolean =>
  next.paper !== undefined && !WRITES_ITSELF.includes(next.screen);

const nothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** A record as it was made, nothing typed into it yet. */
const untouched = (record: object, blank: NewRecord['blank']): boolean =>
  Object.entries(record).every(
    ([key, value]) => key === 'id' || value === blank[key] || nothing(value),
  ) &&
  Object.entries(blank).every(([key, value]) => nothing(value) || getAt(record, key) === value);

/** Opens an empty record of the list, the one that was left untouched or a new one, with the cursor in its field. */
function openNew({ list, blank, field, label }: NewRecord): void {
  const records = (): object[] => {
    const found = getAt(currentCase().document, list);
    return Array.isArray(found) ? found : [];
  };
  const left = records().findIndex((r) => untouched(r, blank));
  if (left < 0) addRecord(list, { ...blank }, label);
  // An archived case takes no record, and has said so.
  const at = left < 0 ? records().length - 1 : left;
  if (at >= 0) focusField(`${list}.${at}.${field}`, true);
}

/** Follows one of the ways on. */
export function openWay({ paper, add, path }: Way): void {
  if (paper) goPaper(paper);
  else if (add) openNew(add);
  else if (path) focusField(path);
}

/** Opens what a next action asks for. */
export function openNext(next: NextAction): void {
  const { screen, paper, add, path } = next;
  if (paper && opensPaper(next)) goPaper(paper);
  else if (add) openNew(add);
  else if (path) focusField(path);
  else goScreen(screen);
}
