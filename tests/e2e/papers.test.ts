/**
 * 文书 in the packaged app: a paper's own question changes what is printed, a passage in the user's words
 * survives a restart, the app asks when the data below it change, and a whole pack is exported.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launch, type Running, screens, test } from './harness.ts';

const PASSPHRASE = '建材 橘子 渡口 1980';

async function openSample({ page }: Running): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('再输入一遍').fill(PASSPHRASE);
  await page.getByRole('button', { name: '建立案件库' }).click();
  await page.getByRole('button', { name: /看示例/ }).click();
  await expect(page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(screen, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: screen, exact: true }).first()).toBeVisible();
}

const list = (page: Page) => page.getByRole('navigation', { name: '文书列表' });
const pages = (page: Page, title: string) =>
  page.getByRole('region', { name: `${title}预览` }).locator('.sr-only');
const saved = (page: Page) => expect(page.getByText('已保存', { exact: true })).toBeVisible();
const tab = (page: Page, name: string) =>
  page.locator('.preview-bar').getByText(name, { exact: true }).click();

test('a paper’s own question changes its pages at once and is kept', async ({ running }) => {
  test.setTimeout(120_000);
  const { page } = running;
  await openSample(running);
  await go(page, '文书');
  await list(page)
    .getByRole('button', { name: /证据目录/ })
    .click();
  await expect(pages(page, '证据目录').first()).toContainText('证明目的');
  await expect(pages(page, '证据目录').first()).not.toContainText('份数');
  await tab(page, '选项');
  await page.getByRole('checkbox', { name: /份数/ }).check();
  await expect(pages(page, '证据目录').first()).toContainText('份数');
  await saved(page);
  await screens(running, '20-papers-choices');
  await go(page, '流水');
  await go(page, '文书');
  await list(page)
    .getByRole('button', { name: /证据目录/ })
    .click();
  await tab(page, '选项');
  await expect(page.getByRole('checkbox', { name: /份数/ })).toBeChecked();
});

test('the list finds a paper by its name and leads to what is missing in it', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await openSample(running);
  await go(page, '文书');
  await screens(running, '21-papers-list');
  await page.getByRole('textbox', { name: '找文书' }).fill('悬赏');
  await expect(list(page).getByRole('button')).toHaveCount(1);
  await list(page)
    .getByRole('button', { name: /悬赏执行申请书/ })
    .click();
  await tab(page, '选项');
  const percent = page.getByRole('textbox', { name: /比例|百分/ }).first();
  await percent.fill('很多');
  await percent.blur();
  await expect(page.locator('.preview-side [role=alert]').first()).toBeVisible();
});

test('words of the user survive; a changed figure below them is shown, asked about and bound', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  const { page, app } = running;
  await openSample(running);
  await go(page, '文书');
  await list(page)
    .getByRole('button', { name: /民事起诉状（叙述式）/ })
    .click();
  await tab(page, '改文字');
  const claims = page.getByRole('textbox', { name: '诉讼请求' });
  await expect(claims).toHaveValue(/本金300,000元/);
  await claims.press('End');
  const mine = `${await claims.inputValue()}\n以上请求，望予支持。`;
  await claims.fill(mine);
  await expect(pages(page, '民事起诉状（叙述式）').first()).toContainText('以上请求，望予支持');
  await saved(page);

  await go(page, '流水');
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /^金额/ }).fill('280000');
  await page.getByRole('textbox', { name: /^金额/ }).blur();
  await saved(page);
  await app.close();

  const again = await launch(userData);
  const second = again.page;
  await second.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await second.keyboard.press('Enter');
  await second.getByText('王某诉李某').first().click();
  await go(second, '文书');
  await list(second)
    .getByRole('button', { name: /民事起诉状（叙述式）/ })
    .click();
  await expect(second.getByText(/还缺 \d+ 项，补上才能导出/)).toBeVisible();
  await second
    .getByRole('button', { name: /是原来的数字，现在是280,000元/ })
    .first()
    .click();
  const kept = second.getByRole('textbox', { name: '诉讼请求' });
  await expect(kept).toHaveValue(mine);
  await expect(second.getByText('事实改过，草稿和您改写时不一样了')).toBeVisible();
  await expect(second.locator('.passage-diff del').first()).toContainText('300,000元');
  await expect(second.locator('.passage-diff ins').first()).toContainText('280,000元');
  await screens(again, '22-papers-changed');
  await second.getByRole('button', { name: /保留我的文字/ }).click();
  await expect(kept).toHaveValue(mine.replaceAll('300,000元', '280,000元'));
  await expect(second.getByText('事实改过，草稿和您改写时不一样了')).toHaveCount(0);
  await expect(second.getByText(/补上才能导出/)).toHaveCount(0);
  await again.app.close();
});

test('a pack shows what is in it and what is missing, and is exported whole', async ({
  running,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = running;
  await openSample(running);
  await go(page, '文书');
  await list(page).locator('[data-paper=pack-enforcement]').click();
  await expect(page.getByRole('heading', { name: '强制执行：整套材料' })).toBeVisible();
  await expect(page.getByText('生效证明', { exact: true })).toBeVisible();
  await screens(running, '23-papers-pack');
  const folder = join(userData, '材料');
  mkdirSync(folder);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await page.getByRole('button', { name: '导出整套' }).click();
  await page.getByRole('checkbox', { name: '我已逐项核对事实、法条和金额' }).check();
  await page.getByRole('button', { name: '选择文件夹并导出' }).click();
  await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible();
  expect(readdirSync(join(folder, '强制执行'))).toContain('00-执行立案材料清单-王某.pdf');
  await page.getByRole('button', { name: '关闭' }).last().click();

  // The system's viewer is asked to open one PDF, which is there to be read.
  await app.evaluate(({ shell }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    shell.openPath = (path) => {
      seen.push(path);
      return Promise.resolve('');
    };
  });
  await page.getByRole('button', { name: '打印全部' }).click();
  await expect(page.getByText(/已用系统的 PDF 程序打开，共 \d+ 页/)).toBeVisible();
  const opened = await app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatch(/执行立案材料清单\.pdf$/);
});
