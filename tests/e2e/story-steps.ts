/**
 * What the story of one case needs beside the common steps: the clock of the whole app, the system's notices
 * as the app really makes them, and answers from antd's lists. Everything here reaches in from outside, by the
 * debugging interface of the test build; the app itself has no way to be told another day.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { expect, type Running } from './harness.ts';

/** A notice of the system, read from the real object when it was shown. */
export interface Shown {
  title: string;
  body: string;
}

/**
 * The app lives at this moment from now on, main process and window alike; the clocks go on ticking. The
 * window notices the new day by itself, as it would at midnight.
 * @param moment local time, YYYY-MM-DDTHH:MM.
 */
export async function setClock({ app, page }: Running, moment: string): Promise<void> {
  const at = new Date(`${moment}:00`).getTime();
  await app.evaluate((_electron, to) => {
    const here = globalThis as typeof globalThis & { RealDate?: DateConstructor };
    here.RealDate ??= here.Date;
    const Real = here.RealDate;
    const ahead = to - Real.now();
    here.Date = new Proxy(Real, {
      construct: (target, args, self) =>
        Reflect.construct(target, args.length === 0 ? [Real.now() + ahead] : args, self),
      get: (target, key) => (key === 'now' ? () => Real.now() + ahead : Reflect.get(target, key)),
    });
  }, at);
  // The window looks at its clock every minute.
  await page.clock.setSystemTime(at - 61_000);
  await page.clock.fastForward(61_000);
}

/** Starts the clocks of a window that was just opened. */
export async function startClock(running: Running, moment: string): Promise<void> {
  await running.page.clock.install({ time: new Date(`${moment}:00`) });
  await running.page.reload();
  await setClock(running, moment);
}

/** From now on, every notice the app shows and every number it puts on its badge is kept. */
export async function watchNotices({ app }: Running): Promise<void> {
  await app.evaluate(({ app: electronApp, Notification }) => {
    const here = globalThis as typeof globalThis & { shown?: Shown[]; badges?: number[] };
    here.shown = [];
    here.badges = [];
    const show = Notification.prototype.show;
    Notification.prototype.show = function (this: Electron.Notification) {
      here.shown?.push({ title: this.title, body: this.body });
      show.call(this);
    };
    const badge = electronApp.setBadgeCount.bind(electronApp);
    electronApp.setBadgeCount = (count?: number) => {
      here.badges?.push(count ?? -1);
      return badge(count);
    };
  });
}

/** The notices shown since they were last asked for, and the number on the badge now. */
export function noticesOf({ app }: Running): Promise<{ shown: Shown[]; badge: number | null }> {
  return app.evaluate(() => {
    const here = globalThis as typeof globalThis & { shown?: Shown[]; badges?: number[] };
    const shown = here.shown ?? [];
    here.shown = [];
    return { shown, badge: here.badges?.at(-1) ?? null };
  });
}

/** Picks an answer from a drop-down list. */
export async function choose(page: Page, label: string, answer: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).first().click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: answer })
    .first()
    .click();
}

/** Types into the field of exactly this label and leaves it. */
export async function enter(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true }).first();
  await field.fill(text);
  await field.blur();
}

/** The text of the exported files whose name has this part: DOCX and PDF, in this order. */
export async function exported(folder: string, part: string): Promise<[string, string]> {
  const names = readdirSync(folder);
  const read = (ending: string): Buffer => {
    const name = names.find((n) => n.includes(part) && n.endsWith(ending));
    if (!name) throw new Error(`no ${part}*${ending} in ${names.join(', ')}`);
    return readFileSync(join(folder, name));
  };
  const pdf = await readPdf(read('.pdf'));
  return [flat(readDocx(read('.docx')).lines), flat(pdf.lines)];
}

/** What stands on the page, as one line of text. */
export async function expectAll(page: Page, words: readonly (string | RegExp)[]): Promise<void> {
  for (const word of words) await expect(page.getByText(word).first()).toBeVisible();
}

/** What the overview says of the nearest limit. */
export async function nearest(page: Page, day: string, title: string): Promise<void> {
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  const answer = page.locator('.answer', { hasText: '最晚哪天' });
  await expect(answer).toContainText(day);
  await expect(answer).toContainText(title);
}

/** The figures that stand on the page of the enforcement today. */
export async function owed(page: Page, figures: Record<string, string>): Promise<void> {
  const total = page.locator('.owed-total');
  await expect(total).toContainText(figures.total ?? '');
  const facts = page.locator('.owed-figures dl');
  for (const [label, figure] of Object.entries(figures).filter(([k]) => k !== 'total')) {
    await expect(facts.locator(`dt:has-text("${label}") + dd`)).toHaveText(new RegExp(figure));
  }
}
