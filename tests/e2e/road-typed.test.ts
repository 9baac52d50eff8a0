/** What the next step asks for is typed in where the click lands, and the step after it comes. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/law/dates.ts';
import { type RoadCase, roadCase } from '../fixtures/road.ts';
import { expect, launch, screens, test } from './harness.ts';
import { localDay, open, put } from './road-kit.ts';
import { firstRun, go, pickNext, saved, unlock } from './steps.ts';

const main = (page: Page) => page.getByRole('main');
const next = (page: Page, name: string | RegExp) =>
  main(page).getByRole('button', { name, exact: true });
const field = (page: Page, path: string) =>
  page.locator(`[data-path="${path}"]`).locator('input, textarea').first();

/** Back to 概览, whose heading is the case's name. */
async function home(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  await expect(page.getByRole('heading', { name: '走到哪一步' })).toBeVisible();
}

/** Types into the field that has the cursor and leaves it. */
async function fill(page: Page, path: string, text: string): Promise<void> {
  await field(page, path).fill(text);
  await field(page, path).blur();
}

/** Follows the step, types what it asks for at the field where the cursor lands, and comes back. */
async function answer(page: Page, button: string | RegExp, path: string, text: string) {
  await next(page, button).click();
  await expect(field(page, path)).toBeFocused();
  await expect(field(page, path)).toBeInViewport({ ratio: 1 });
  await fill(page, path, text);
}

test('typed in where the click lands, the step is followed by the next one', async ({
  running,
  userData,
}) => {
  test.setTimeout(240_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const names: RoadCase[] = [
    '01-only-a-name',
    '02-no-transfer',
    '09-judgment-unperformed',
    '10-report-disobeyed',
    '10-seizure-ending',
    '10-terminated',
  ];
  for (const name of names) await put(page, name, roadCase(name, today));

  await open(running, '01-only-a-name');
  await answer(page, '填写出借人', 'parties.1.name', '王某');
  await home(page);
  await expect(next(page, '录入借款')).toBeVisible();

  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '02-no-transfer');
  await next(page, '记下借出去的那笔转账').click();
  await expect(field(page, 'transfers.0.date')).toBeFocused();
  // Nothing has been left empty yet.
  await expect(page.getByText('请填写日期')).toHaveCount(0);
  // Asked again, the row that is still empty is opened, not a second one.
  await page.getByRole('navigation').getByRole('button', { name: '记下借出去的那笔转账' }).click();
  await expect(page.locator('[data-path="transfers.1.date"]')).toHaveCount(0);
  await screens(running, '66-new-transfer');
  const { loans = [] } = roadCase('02-no-transfer', today);
  await fill(page, 'transfers.0.date', loans[0]?.signed ?? today);
  await fill(page, 'transfers.0.amount', '300000');
  await home(page);
  await expect(next(page, '加入借条和转账凭证')).toBeVisible();

  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '09-judgment-unperformed');
  await screens(running, '67-apply');
  await answer(page, '已经办了，去填写日期', 'enforcement.appliedOn', today);
  await home(page);
  await answer(page, '填写执行案号', 'enforcement.caseNumber', '（2026）甲0104执567号');

  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '10-report-disobeyed');
  await answer(page, '已经办了，去填写日期', 'enforcement.listAppliedOn', addDays(today, -30));
  await screens(running, '68-list-applied');
  await home(page);
  await expect(next(page, '追问失信名单的决定')).toBeVisible();
  await saved(page);

  // The number of the ruling is asked for at the seizure that lacks it, and nowhere else.
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '10-seizure-ending');
  await next(page, /^申请续封：小型轿车/).click();
  const paper = page.locator('[data-paper="renew-seizure"]');
  await expect(paper).toContainText('缺 1 项');
  await screens(running, '69-renew-number');
  await page.getByRole('button', { name: /请照裁定书填写.*查封、冻结裁定的文书号/ }).click();
  await expect(field(page, 'propertyClues.0.seizureNumber')).toBeFocused();
  await fill(page, 'propertyClues.0.seizureNumber', '（2024）甲0104财保12号');
  await go(page, '文书');
  await expect(paper).toContainText('可生成');
  // Asked for: a renewal of its own, and the end of the seizure stays as the ruling says.
  await home(page);
  await main(page).getByRole('button', { name: '已经申请了，去记一次续封' }).click();
  await expect(field(page, 'propertyClues.0.renewals.0.appliedOn')).toBeFocused();
  await screens(running, '69-renewal-asked');
  await page.getByRole('button', { name: '记一次续封' }).click();
  await expect(field(page, 'propertyClues.0.renewals.1.appliedOn')).toBeFocused();

  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '10-terminated');
  await answer(page, '继续找财产线索', 'propertyClues.0.description', '乙市戊区车位一处');
  await screens(running, '70-clue');
  await home(page);
  await expect(next(page, '申请恢复执行')).toBeVisible();
  await answer(page, '已经申请了，去记下来', 'enforcement.resumptions.0.appliedOn', today);
  await home(page);
  await expect(next(page, '追问恢复执行的结果')).toBeVisible();
  await saved(page);

  await running.app.close();
  const again = await launch(userData);
  try {
    await unlock(again);
    await again.page.getByRole('button', { name: '10-report-disobeyed', exact: true }).click();
    await expect(next(again.page, '追问失信名单的决定')).toBeVisible();
  } finally {
    await again.app.close();
  }
});

test('limitation near: the letter goes out without an account, is logged, and is asked after', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  await put(page, '06-limitation', roadCase('06-limitation', today));
  await open(running, '06-limitation');
  await expect(
    main(page).getByText(/今天先发微信或短信留底.*到\d+年\d+月\d+日查不到签收，就去法院立案/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^催收通知书，现在/ })).toBeVisible();
  await next(page, '发催收通知书，让诉讼时效重新计算').click();
  const paper = page.locator('[data-paper="demand-letter"]');
  await expect(paper).toContainText('可生成');
  await expect(page.locator('.pdf-page canvas').first()).toBeVisible({ timeout: 30_000 });
  await screens(running, '71-letter-without-account');

  // The account is at the lender, who has it long before there is anything to enforce.
  await main(page).getByText('有 2 处建议核对').click();
  await page.getByRole('button', { name: /建议填写您本人的收款账户/ }).click();
  await expect(page.getByRole('heading', { name: '当事人', exact: true }).first()).toBeVisible();
  await expect(field(page, 'enforcement.bankAccount.number')).toBeFocused();
  await screens(running, '72-lender-account');
  await fill(page, 'enforcement.bankAccount.number', '6200000000000001234');
  await go(page, '执行');
  await expect(page.getByRole('button', { name: '录入判决' })).toBeVisible();

  await home(page);
  await answer(page, '已经寄出，去记下来', 'demands.0.date', today);
  await expect(
    page
      .locator('[data-path="demands.0.channel"]')
      .getByRole('radio', { name: '催收通知书（邮寄）' }),
  ).toBeChecked();
  await home(page);
  await next(page, '查对方收到催款没有').click();
  const arrived = page.locator('[data-path="demands.0.arrived"]');
  await expect(arrived).toBeInViewport({ ratio: 1 });
  await screens(running, '73-arrived');
  await arrived.getByText('到了', { exact: true }).click();
  await home(page);
  await expect(next(page, '排一份还款计划')).toBeVisible();
});

test('new evidence opens by itself and asks what it proves', async ({ running }) => {
  test.setTimeout(120_000);
  const { app, page } = running;
  await firstRun(running);
  const today = await localDay(page);
  await put(page, '04-overdue', roadCase('04-overdue', today));
  await open(running, '04-overdue');
  await next(page, '加入借条和转账凭证').click();
  await pickNext(app, [
    join(import.meta.dirname, '../fixtures/evidence/photo.heic'),
    join(import.meta.dirname, '../fixtures/evidence/photo.avif'),
  ]);
  await main(page).getByRole('button', { name: '加入文件', exact: true }).first().click();
  const ask = page.getByRole('region', { name: '这份材料能证明什么' });
  await expect(ask).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-path="evidence.0.name"]')).toBeVisible();
  await screens(running, '74-could-prove');
  await ask.getByRole('button', { name: /^能证明：.*约定借款/ }).click();
  await expect(page.locator('[data-path="evidence.0.group"]')).toContainText('借款约定');
  await home(page);
  // The slip is still to be pointed out: the step leads to the facts.
  await next(page, '加入转账凭证').click();
  await expect(page.getByRole('table', { name: '还缺证据' })).toBeVisible();
  await page.getByText('证据清单', { exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'photo' }).last().click();
  await page.getByRole('button', { name: /^能证明：.*交付/ }).click();
  await home(page);
  await expect(next(page, '发一条提醒，并记下来')).toBeVisible();
});
