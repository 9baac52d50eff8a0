/** A row left unfinished hides no limit; an empty one does not stay; what it leads to can be done. */
import { roadCase } from '../fixtures/road.ts';
import { expect, launch, screens, test } from './harness.ts';
import { localDay, open, put } from './road-kit.ts';
import { firstRun, saved, unlock } from './steps.ts';

test('an unfinished row hides no limit, and an empty one does not stay', async ({
  running,
  userData,
}) => {
  test.setTimeout(240_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const bad = roadCase('06-limitation', today);
  bad.demands = [
    ...(bad.demands ?? []),
    { id: 'sent', date: '', channel: 'letter', audience: 'self' },
  ];
  await put(page, '02-no-transfer', roadCase('02-no-transfer', today));
  await put(page, '06-limitation', bad);
  await put(page, '08-fee-unpaid', roadCase('08-fee-unpaid', today));
  await put(page, '04-overdue', roadCase('04-overdue', today));

  // The row that the next step makes is gone when nothing was typed into it.
  await open(running, '02-no-transfer');
  await page.getByRole('main').getByRole('button', { name: '记下借出去的那笔转账' }).click();
  await expect(page.locator('[data-path="transfers.0.date"]')).toBeVisible();
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  await expect(page.getByText(/处要补好或改好/)).toHaveCount(0);
  await expect(page.getByRole('banner').getByText('诉讼时效届满')).toBeVisible();
  await saved(page);

  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '06-limitation');
  await expect(page.getByText(/第\d+条：日期没填/)).toBeVisible();
  await expect(page.getByText(/都没有算进“催收第\d+条”/)).toBeVisible();
  await expect(page.getByRole('banner').getByText('诉讼时效届满')).toBeVisible();
  await expect(page.getByRole('heading', { name: '走到哪一步' })).toBeVisible();
  await screens(running, '66-unfinished-row');

  // Relief from the fee: the link leads to the questions, the answer to the paper.
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '08-fee-unpaid');
  await page.getByRole('button', { name: '交不起，申请缓交、减交、免交' }).click();
  await expect(page.getByText('先回答下面的问题，再出样张')).toBeVisible();
  await screens(running, '67-fee-relief');
  const ground = page.locator('[data-path="choices.fee-relief-application.ground"]');
  await ground.getByRole('combobox').click();
  await page.getByTitle('缓交：确实需要缓交的其他情形').click();
  await expect(page.getByText(/还缺 \d+ 项，补上才能导出/)).toBeVisible();
  await screens(running, '68-fee-relief-asked');

  // The facts stand one group under the other, whatever screens were seen before.
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await open(running, '04-overdue');
  await page.getByRole('button', { name: '看看怎么补' }).first().click();
  const tables = page.locator('.facts-table');
  await expect(tables).not.toHaveCount(0);
  const lefts = await tables.evaluateAll((all) => all.map((t) => t.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
  await screens(running, '69-facts');

  await saved(page);
  await running.app.close();
  const again = await launch(userData);
  try {
    await unlock(again);
    await open(again, '06-limitation');
    await expect(again.page.getByRole('banner').getByText('诉讼时效届满')).toBeVisible();
  } finally {
    await again.app.close();
  }
});
