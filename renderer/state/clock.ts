/** The window's one clock: today as YYYY-MM-DD in local time, checked every minute. */
import { createStore, useStore } from './store.ts';

function localDay(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const store = createStore({ day: localDay() });
setInterval(() => {
  const day = localDay();
  if (day !== store.get().day) store.set({ day });
}, 60_000);

/** The time of day, HH:MM. */
export function timeNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

/** Today, YYYY-MM-DD. */
export const useToday = (): string => useStore(store).day;
export const today = (): string => store.get().day;
