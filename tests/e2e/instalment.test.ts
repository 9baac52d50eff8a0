/**
 * Before the due date nothing is late; with a signed plan the texts of 催收 are those of the plan; where a
 * reminder is the next step they are the first thing on the screen.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/law/dates.ts';
import { printDate } from '../../shared/text/chinese-date.ts';
import { type RoadCase, roadCase } from '../fixtures/road.ts';
import { expect, type Running, screens, test } from './harness.ts';
import { call, firstRun, go, saved } from './steps.ts';

const localDay = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });

/** Puts the case as it stands today into the list, and opens it. */
async function open({ page }: Running, name: RoadCase): Promise<void> {
  const made = await call(page, 'cases.sample', {});
  if (!made.ok) throw new Error(made.error.message);
  const { caseId, revision, document: sample } = made.value;
  const document = { ...roadCase(name, await localDay(page)), id: sample.id, title: name };
  const kept = await call(page, 'cases.save', { caseId, revision, document });
  if (!kept.ok) throw new Error(kept.error.message);
  await go(page, '设置');
  await go(page, '案件');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Serious findings of axe on what is on the screen. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

const texts = (page: Page) => page.locator('section', { hasText: '今天可以发的话' }).last();

test('an instalment late: the day from which all can be called due, and texts that follow the plan', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { app, page } = running;
  await firstRun(running);
  await open(running, '07-instalment-late');
  const today = await localDay(page);
  // Due six days ago, ten days of grace.
  const [signed, due, payBy, from] = [-81, -6, 4, 5].map((n) => addDays(today, n)) as [
    string,
    string,
    string,
    string,
  ];
  const answers = page.locator('.answers');
  await expect(
    answers.locator('.answer', { hasText: '哪天起可以要求一次还清' }).locator('.answer-main'),
  ).toHaveText(from);
  await expect(answers).toContainText('第2期 100,000元已到期，没有付；其余按还款协议还没到期。');
  await screens(running, '66-instalment-overview');
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('main').getByRole('button', { name: '提醒对方补上第2期' }).click();
  const said = `李某您好，按${printDate(signed)}还款协议，第2期100,000元应于${printDate(due)}支付，现未收到。请最迟于${printDate(payBy)}补付；仍不付的，我可以按协议要求一次还清。收到请回复。——王某`;
  await expect(texts(page)).toContainText(said);
  await expect(texts(page).getByText('商量分期')).toHaveCount(0);
  await expect(texts(page).getByText(/已逾期2\d\d天/)).toHaveCount(0);
  await expect(texts(page).getByRole('heading', { name: '今天可以发的话' })).toBeInViewport();
  await expect(page.getByText(/都在到期日.*以前。时效要到期以后才开始算/)).toHaveCount(1);
  await screens(running, '67-instalment-demands');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '复制：请对方补上逾期的款项' }).click();
  await expect(page.getByText(/已复制/).first()).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(said);

  // The letter says the same.
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await page.getByRole('button', { name: '07-instalment-late', exact: true }).click();
  await go(page, '文书');
  await page.locator('[data-paper="demand-letter"]').click();
  await expect(page.locator('.pdf-page canvas').first()).toBeVisible({ timeout: 30_000 });
  await screens(running, '68-instalment-letter');
});

test('overdue: the texts to send are the first thing on 催收; a promise without proof is told', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await firstRun(running);
  await open(running, '04-overdue');
  await go(page, '催收');
  await expect(page.getByRole('heading', { name: '今天可以发的话' })).toBeInViewport();
  await expect(page.getByRole('button', { name: /^复制：/ }).first()).toBeInViewport();
  await expect(page.getByText(/措辞都合乎规范/)).toHaveCount(0);
  await screens(running, '69-overdue-demands');
  await page.getByRole('button', { name: '回到案件列表' }).click();

  await open(running, '05-promised');
  await expect(page.getByText(/有一件事还缺证据：.*对方答应还款（微信）/)).toBeVisible();
  await go(page, '催收');
  const told = page.getByRole('note').filter({ hasText: '对方的承诺还没有证据' });
  await expect(told).toContainText('微信聊天截图，显示对方账号和时间');
  await screens(running, '70-promise-unproved');
  expect(await barriers(page)).toEqual([]);
  await told.getByRole('button', { name: '去加证据' }).click();
  await page.getByRole('button', { name: '新建一份证据' }).click();
  await saved(page);
  await go(page, '催收');
  await expect(told).toHaveCount(0);
  // The plan begins with what he promised: one instalment on that day.
  await go(page, '协商');
  await page.getByRole('button', { name: '按答应的日子，一次还清' }).click();
  const plan = page.getByRole('table', { name: '还款计划' });
  await expect(plan.getByRole('row')).toHaveCount(3);
  const by = addDays(await localDay(page), 9);
  await expect(plan.getByRole('row', { name: new RegExp(by) })).toContainText('300,000.00');
  await screens(running, '70-promised-plan');
});

test('not due yet: nothing speaks of a debt that is late', async ({ running }) => {
  test.setTimeout(120_000);
  const { page } = running;
  await firstRun(running);
  await open(running, '03-not-due');
  const due = addDays(await localDay(page), 100);
  const answers = page.locator('.answers');
  await expect(answers).toContainText(`还没到期：${printDate(due)}到期，还有 100 天。`);
  await expect(answers.locator('.answer', { hasText: '哪天到期' })).toContainText('借款到期');
  await expect(page.getByText(/借条到期/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^提醒，接着/ })).toBeVisible();
  await expect(page.locator('.owed')).toContainText('还没到期，尚欠');
  await screens(running, '71-not-due');
  expect(await barriers(page)).toEqual([]);
  await go(page, '催收');
  await expect(page.getByText(/才开始算，现在不用赶/)).toBeVisible();
  await expect(page.getByText(/已逾期/)).toHaveCount(0);
  await screens(running, '72-not-due-demands');
});
