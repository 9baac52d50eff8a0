/**
 * Reminders by the system: at most one a day for each deadline, between eight and nine in the evening, with
 * no name of anybody while the store is locked. No Electron in here, so that it can be tested alone.
 */
import type { DeadlineRow } from '../../shared/api.ts';
import { DEADLINE_TITLES, reminderDue } from '../../shared/law/deadlines.ts';
import { keepReminder, lastReminder } from '../store/deadlines.ts';
import type { OpenStore } from '../store/store.ts';
import { listDeadlines } from './list.ts';

/** Hours of the day in which a reminder may come, local time. */
const FROM = 8;
const TO = 21;
/** Deadlines within so many days count on the badge. */
const BADGE_DAYS = 7;
/** More than this many at once are told in one. */
const SINGLE = 3;

export interface NotifierOptions {
  /** The store, null while it is locked. */
  store: () => OpenStore | null;
  now: () => Date;
  /** The user wants reminders; asked while the store is open. */
  wanted: (store: OpenStore) => boolean;
  show: (title: string, body: string) => void;
  badge: (count: number) => void;
}

/** What is remembered of a deadline while the store is locked. */
interface Remembered {
  key: string;
  caseId: string;
  id: string;
  title: string;
  /** Only while the store is open. */
  names: string | null;
  date: string;
  alarms: readonly number[];
  milestone: boolean;
}

const two = (n: number) => String(n).padStart(2, '0');
const dayOf = (d: Date) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const daysTo = (today: string, date: string) =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
const whenWords = (left: number) => (left === 0 ? '就是今天' : `还有 ${left} 天`);

const remember = (d: DeadlineRow): Remembered => ({
  key: `${d.caseId}/${d.id}`,
  caseId: d.caseId,
  id: d.id,
  title: DEADLINE_TITLES[d.kind],
  names: `${d.title}（${d.caseTitle}）`,
  date: d.date,
  alarms: d.alarms,
  milestone: d.milestone === true,
});

export class DeadlineNotifier {
  readonly #o: NotifierOptions;
  #list: Remembered[] = [];
  #wanted = true;
  /** Reminders given while the store was locked, to be kept in it at the next opening. */
  #given = new Map<string, string>();

  constructor(options: NotifierOptions) {
    this.#o = options;
  }

  /** Looks at the deadlines and reminds where a reminder is due. Call it now and then. */
  tick(): void {
    const now = this.#o.now();
    const today = dayOf(now);
    const store = this.#o.store();
    if (store) this.#read(store, today);
    else this.#list = this.#list.map((d) => ({ ...d, names: null }));
    const near = this.#list.filter((d) => {
      const left = daysTo(today, d.date);
      return !d.milestone && left >= 0 && left <= BADGE_DAYS;
    });
    this.#o.badge(near.length);
    if (!this.#wanted || now.getHours() < FROM || now.getHours() >= TO) return;
    const due = this.#list.filter((d) => reminderDue(d, this.#last(store, d), today));
    for (const d of due) {
      this.#given.set(d.key, today);
      if (store) keepReminder(store, d.caseId, d.id, today);
    }
    if (due.length > SINGLE) this.#showMany(due);
    else for (const d of due) this.#showOne(d, today);
  }

  #read(store: OpenStore, today: string): void {
    this.#wanted = this.#o.wanted(store);
    this.#list = listDeadlines(store, today).deadlines.map(remember);
    for (const d of this.#list) {
      const given = this.#given.get(d.key);
      if (given) keepReminder(store, d.caseId, d.id, given);
    }
    this.#given.clear();
  }

  #last(store: OpenStore | null, d: Remembered): string | null {
    const here = this.#given.get(d.key) ?? null;
    return here ?? (store ? lastReminder(store, d.caseId, d.id) : null);
  }

  #showOne(d: Remembered, today: string): void {
    const left = whenWords(daysTo(today, d.date));
    this.#o.show(
      d.names ?? d.title,
      d.names === null
        ? `${d.date}，${left}。解锁“借据”后查看是哪个案件。`
        : `${d.date}，${left}。`,
    );
  }

  #showMany(due: readonly Remembered[]): void {
    const first = due[0];
    this.#o.show(
      `有 ${due.length} 个期限临近`,
      `最近的是${first?.date ?? ''}${first?.names ?? first?.title ?? ''}，打开“借据”查看。`,
    );
  }
}
