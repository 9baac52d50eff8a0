/**
 * The listing application from 失信评估: it opens on what is recorded, says what is missing, and one click
 * leads to the field and back.
 */
import { addDays } from '../../shared/law/dates.ts';
import { roadCase } from '../fixtures/road.ts';
import { expect, launch, screens, test } from './harness.ts';
import { localDay, open, put } from './road-kit.ts';
import { firstRun, go, saved, type, unlock } from './steps.ts';

const TITLE = '纳入失信被执行人名单申请书';

test('a false report: the paper tells what it lacks, the fact gets its exhibit, and the paper stands', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const document = roadCase('10-report-disobeyed', today);
  const reportedOn = addDays(today, -88);
  await put(page, '10-report-disobeyed', {
    ...document,
    enforcement: {
      ...document.enforcement,
      report: { dueOn: addDays(today, -86), reportedOn, result: 'false' },
    },
  });
  await open(running, '10-report-disobeyed');
  const road = page.getByRole('navigation', { name: '案件的各部分' });
  await expect(road.getByRole('button', { name: /^失信评估/ })).toContainText('未完');
  await go(page, '失信评估');
  const ground = page.locator('[data-path="dishonest.ground4"]');
  await expect(ground.locator('.ground-head')).toContainText('材料不足');
  // Once on the page, not once a ground.
  await expect(page.getByRole('button', { name: /申请书还缺什么$/ }).first()).toBeVisible();
  await page.getByRole('button', { name: '看申请书还缺什么', exact: true }).click();

  const paper = page.locator('[data-paper="dishonest-list-application"]');
  await expect(paper).toHaveAttribute('aria-current', 'true');
  await expect(paper).toBeInViewport();
  await expect(page.locator('.pdf-page canvas').first()).toBeVisible({ timeout: 30_000 });
  const gap = page.getByRole('button', {
    name: '违反财产报告制度：记下漏报了哪项财产，并挂上证据',
  });
  await expect(gap).toBeVisible();
  await screens(running, '66-listing-gap');
  await gap.click();
  await expect(page.getByRole('heading', { name: '失信评估', exact: true })).toBeVisible();
  await expect(ground).toBeInViewport();

  await ground.getByRole('button', { name: /^记一条事实：/ }).click();
  await ground.getByRole('radio', { name: '虚假报告' }).check();
  await type(page, '发生的日期', reportedOn);
  await type(page, '经过', '李某报告名下没有车辆，漏报了小型轿车甲A×××88。');
  await expect(ground.locator('.ground-head')).toContainText('材料不足');
  await ground.getByRole('combobox', { name: '证据' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '证据4' }).click();
  await page.keyboard.press('Escape');
  await expect(ground.locator('.ground-head')).not.toContainText('材料不足');
  await screens(running, '67-listing-fact');

  const back = page.getByRole('button', { name: `回到${TITLE}` });
  await expect(back).toBeInViewport({ ratio: 1 });
  await back.click();
  await expect(paper).toHaveAttribute('aria-current', 'true');
  await expect(paper).toContainText('可生成');
  await expect(page.getByText('写进申请书的情形：违反财产报告制度')).toBeVisible();
  const words = page
    .getByRole('region', { name: `${TITLE}预览` })
    .locator('.sr-only')
    .first();
  await expect(words).toContainText('漏报了小型轿车', { timeout: 30_000 });
  await expect(words).toContainText('被执行人违反财产报告制度');
  // The list folds away for the paper and comes back.
  const width = async () => (await page.locator('.pdf-view').boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole('button', { name: '收起列表' }).click();
  await expect.poll(width).toBeGreaterThan(before + 180);
  await screens(running, '68-listing-paper');
  await page.getByRole('button', { name: '显示列表' }).click();
  await expect(paper).toBeVisible();
  await go(page, '失信评估');
  await expect(page.getByRole('button', { name: `回到${TITLE}` })).toHaveCount(0);
  await saved(page);

  await running.app.close();
  const again = await launch(userData);
  try {
    await unlock(again);
    await again.page.getByRole('button', { name: '10-report-disobeyed', exact: true }).click();
    await go(again.page, '失信评估');
    const kept = again.page.locator('[data-path="dishonest.ground4"]');
    await expect(kept.locator('.ground-head')).not.toContainText('材料不足');
  } finally {
    await again.app.close();
  }
});
