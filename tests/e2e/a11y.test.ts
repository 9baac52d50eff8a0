/** Every screen with axe, in light and dark: no serious or critical finding, and all of it by keyboard. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Running, test } from './harness.ts';
import { firstRun, go, openSample, saved } from './steps.ts';

const SCREENS = '当事人 借款 流水 催收 协商 证据 请求计算 文书 诉讼 执行 失信评估'.split(' ');

/** Serious and critical findings of the screen, each with the element it is about. */
async function findings(page: Page, where: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations, passes } = await (rules ? axe.withRules(rules) : axe).analyze();
  // Rules that ran: without them no finding would mean nothing.
  expect(passes.map((p) => p.id)).toContain('color-contrast');
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${where}: ${v.id} ${n.html.slice(0, 160)}`));
}

async function caseScreens({ page }: Running, rules?: string[]): Promise<string[]> {
  const found = await findings(page, '概览', rules);
  for (const name of SCREENS) {
    await go(page, name);
    if (name === '文书') await expect(page.locator('.pdf-page canvas').first()).toBeVisible();
    const row = page.locator('.record-list .row-key').first();
    if (await row.isVisible()) await row.click();
    found.push(...(await findings(page, name, rules)));
  }
  return found;
}

test('axe finds nothing serious on any screen', async ({ running }) => {
  test.setTimeout(300_000);
  const { page } = running;
  const found = await findings(page, '首次运行');
  await firstRun(running);
  found.push(...(await findings(page, '案件列表（空）')));
  for (const name of ['计算器', '设置', '关于']) {
    await go(page, name);
    found.push(...(await findings(page, name)));
  }
  await page.getByRole('navigation').getByText('案件', { exact: true }).first().click();
  await openSample(running);
  found.push(...(await caseScreens(running)));
  await page.getByRole('button', { name: '为什么' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  found.push(...(await findings(page, '为什么')));
  expect(found).toEqual([]);
});

test('every screen can be read in the dark', async ({ running }) => {
  test.setTimeout(300_000);
  const { page } = running;
  await page.emulateMedia({ colorScheme: 'dark' });
  await firstRun(running);
  await openSample(running);
  // Nothing but colours differs from the light screens.
  expect(await caseScreens(running, ['color-contrast'])).toEqual([]);
});

test('a case is opened, read, changed and locked by keyboard alone', async ({ running }) => {
  const { page } = running;
  const { keyboard } = page;
  await firstRun(running);
  await openSample(running);
  await page.getByRole('button', { name: '回到案件列表' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /王某诉李某/ })).toBeVisible();
  await keyboard.press('/');
  await keyboard.type('李某');
  await expect(page.getByText('出现在')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();

  await go(page, '流水');
  await expect(page.getByText('合计')).toBeVisible();
  const rows = page.locator('.record-list tbody tr');
  const before = await rows.count();
  await keyboard.press('n');
  await expect(rows).toHaveCount(before + 1);
  await expect(page.getByRole('textbox', { name: /^日期/ })).toBeFocused();
  await keyboard.type('20260102');
  await saved(page);

  // The row that has the focus goes, wherever the list's own cursor is.
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .locator('.row-key')
    .first()
    .focus();
  await keyboard.press('Delete');
  await expect(rows).toHaveCount(before);
  await expect(page.getByRole('row', { name: /2023-03-01/ })).toHaveCount(0);
  await expect(page.locator('.row-key:focus')).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /2023-03-01/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /2026-01-02/ })).toBeVisible();

  await keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(rows).toHaveCount(before + 1);
  await keyboard.press('n');
  await expect(rows).toHaveCount(before + 2);
  await keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: '案件库已锁定' })).toBeVisible();
  await expect(page.getByText('王某')).toHaveCount(0);
});
