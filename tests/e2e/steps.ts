/** What a person does in the window, step by step. */
import type { ElectronApplication, Page } from '@playwright/test';
import type { ApiInput, ApiName, ApiReply, Bridge } from '../../shared/api.ts';
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

/** A call of the app's own bridge, for what has to be there before the story of a test begins. */
export function call<N extends ApiName>(
  page: Page,
  name: N,
  input: ApiInput<N>,
): Promise<ApiReply<N>> {
  return page.evaluate(
    (sent) => {
      const { name, input } = sent as { name: N; input: ApiInput<N> };
      return (globalThis as unknown as { jieju: Bridge }).jieju.call(name, input);
    },
    { name, input } as object,
  );
}

/** The sample as it stood before any suit, opened from the list. */
export async function openBeforeSuit({ page }: Running): Promise<string> {
  const made = await call(page, 'cases.sample', {});
  if (!made.ok) throw new Error(made.error.message);
  const { caseId, revision, document } = made.value;
  const early = { ...document, suit: {}, judgment: null, enforcement: null, claim: {} };
  const kept = await call(page, 'cases.save', { caseId, revision, document: early });
  expect(kept.ok).toBe(true);
  // The list is read anew when its page is opened again.
  await go(page, '设置');
  await go(page, '案件');
  await page.getByRole('button', { name: '王某诉李某', exact: true }).click();
  await expect(page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();
  return caseId;
}
