/** Half-finished cases put into the app's list, to be opened as a user would. */
import type { Page } from '@playwright/test';
import type { CaseDocument } from '../../shared/case/case.ts';
import type { RoadCase } from '../fixtures/road.ts';
import { expect, type Running } from './harness.ts';
import { call, go } from './steps.ts';

/** The day in the window. */
export const localDay = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });

/** Puts a case into the list under its file's name. */
export async function put(page: Page, name: RoadCase, document: CaseDocument): Promise<void> {
  const made = await call(page, 'cases.sample', {});
  if (!made.ok) throw new Error(made.error.message);
  const { caseId, revision, document: sample } = made.value;
  const kept = await call(page, 'cases.save', {
    caseId,
    revision,
    document: { ...document, id: sample.id, title: name },
  });
  if (!kept.ok) throw new Error(kept.error.message);
}

export async function open({ page }: Running, name: RoadCase): Promise<void> {
  await go(page, '设置');
  await go(page, '案件');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}
