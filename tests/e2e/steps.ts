/** What a person does in the window, step by step. */
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Running } from './harness.ts';

export const PASSPHRASE = '建材 橘子 渡口 1980';

export async function firstRun({ page }: Running): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('再输入一遍').fill(PASSPHRASE);
  await page.getByRole('button', { name: '建立案件库' }).click();
  await expect(page.getByRole('button', { name: /看示例/ })).toBeVisible();
}

export async function unlock({ page }: Running): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
}

export async function openSample({ page }: Running): Promise<void> {
  await page.getByRole('button', { name: /看示例/ }).click();
  await expect(page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();
}

/** To a section of the case by the road at the left. */
export async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(screen, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: screen, exact: true }).first()).toBeVisible();
}

/** The next file dialog answers with these paths, as if the user had picked them. */
export async function pickNext(app: ElectronApplication, paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, paths);
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
}

/** Types into the field of this label and leaves it. */
export async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label }).first();
  await field.fill(text);
  await field.blur();
}
