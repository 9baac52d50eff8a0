/** Where the window is: list of cases, a case's screen, or one of the general pages. */
import { createStore, useStore } from './store.ts';

export type CaseScreenKey =
  | 'overview'
  | 'parties'
  | 'loans'
  | 'transfers'
  | 'demands'
  | 'settlement'
  | 'evidence'
  | 'claim'
  | 'papers'
  | 'suit'
  | 'enforcement'
  | 'dishonest';
export type PageKey = 'cases' | 'settings' | 'calculators' | 'about';

export interface Route {
  page: PageKey | 'case';
  screen: CaseScreenKey;
  /** A field to bring into view and focus once its screen is there. */
  focus: string | null;
  /** The field is of a record just made: it is not told to be empty before it was left. */
  quiet: boolean;
  /** Counts requests, so that the same field can be asked for twice. */
  request: number;
}

const store = createStore<Route>({
  page: 'cases',
  screen: 'overview',
  focus: null,
  quiet: false,
  request: 0,
});

export const useRoute = (): Route => useStore(store);
export const currentRoute = (): Route => store.get();

/** Opens a general page. */
export function goPage(page: PageKey): void {
  store.set((r) => ({ ...r, page, focus: null }));
}

/** Opens a screen of the case that is on the screen. */
export function goScreen(screen: CaseScreenKey): void {
  store.set((r) => ({ ...r, page: 'case', screen, focus: null }));
}

/** First segments of a path → the screen that shows it. The longest prefix wins. */
const homes: [string, CaseScreenKey][] = [
  ['parties', 'parties'],
  ['agents', 'parties'],
  ['title', 'parties'],
  ['loans', 'loans'],
  ['transfers', 'transfers'],
  ['demands', 'demands'],
  ['demandPlans', 'demands'],
  ['settlement', 'settlement'],
  ['choices.judicial-confirmation', 'settlement'],
  ['evidence', 'evidence'],
  ['claim', 'claim'],
  ['background', 'claim'],
  ['background.obstacles', 'demands'],
  ['prose', 'papers'],
  ['choices', 'papers'],
  ['suit', 'suit'],
  ['judgment', 'suit'],
  ['enforcement', 'enforcement'],
  ['enforcement.exclusions', 'dishonest'],
  // The lender's own account: letters name it long before there is anything to enforce.
  ['enforcement.bankAccount', 'parties'],
  ['propertyClues', 'enforcement'],
  ['conduct', 'dishonest'],
  ['dishonest', 'dishonest'],
];

/** The screen where the field at `path` is edited. */
export function screenOf(path: string): CaseScreenKey {
  const hit = homes
    .filter(([prefix]) => path === prefix || path.startsWith(`${prefix}.`))
    .sort((a, b) => b[0].length - a[0].length)[0];
  return hit?.[1] ?? 'overview';
}

/**
 * Opens the screen of a field (`parties.0.idNumber`) and puts the cursor into it.
 * @param quiet without its problem, for a record just made
 */
export function focusField(path: string, quiet = false): void {
  store.set((r) => ({
    page: 'case',
    screen: screenOf(path),
    focus: path,
    quiet,
    request: r.request + 1,
  }));
}

/** Opens 文书 with this paper chosen. */
export function goPaper(paperId: string): void {
  store.set((r) => ({
    page: 'case',
    screen: 'papers',
    focus: `choices.${paperId}.paper`,
    quiet: false,
    request: r.request + 1,
  }));
}

/** The request for a field was answered; a newer request stays. */
export function focusDone(request: number): void {
  store.set((r) => (r.focus === null || r.request !== request ? r : { ...r, focus: null }));
}

/**
 * For a list with one record open at a time: the index asked for by `focusField('loans.2.due')`,
 * to open that record; null when nothing of this list is asked for.
 */
export function useFocusIndex(listPath: string): number | null {
  const { focus } = useRoute();
  if (!focus?.startsWith(`${listPath}.`)) return null;
  const index = Number(focus.slice(listPath.length + 1).split('.')[0]);
  return Number.isInteger(index) ? index : null;
}
