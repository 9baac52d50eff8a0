/** 失信评估 leads to the field that it asks for and back; without a judgment it leads to that first. */
import { roadCase } from '../fixtures/road.ts';
import { expect, screens, test } from './harness.ts';
import { localDay, open, put } from './road-kit.ts';
import { firstRun, go } from './steps.ts';

test('from 失信评估 to the field and back; a case without a judgment is sent to its entry', async ({
  running,
}) => {
  test.setTimeout(180_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const judged = roadCase('10-report-disobeyed', today);
  await put(page, '10-report-disobeyed', {
    ...judged,
    enforcement: { ...judged.enforcement, noticeServedOn: null, consumptionOrderOn: null },
  });
  await open(running, '10-report-disobeyed');
  await go(page, '失信评估');
  await page.getByRole('button', { name: '填写：执行通知书已经送达' }).click();
  await expect(
    page.locator('[data-path="enforcement.noticeServedOn"] input').first(),
  ).toBeFocused();
  await screens(running, 'assessment-field');
  await page.getByRole('button', { name: '回到失信评估' }).click();
  await expect(page.getByRole('heading', { name: '失信评估', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '回到失信评估' })).toHaveCount(0);

  // One judgment on both screens.
  const gap = /材料不足：.*执行通知书送达/;
  await page.getByRole('button', { name: '看限制消费申请书还缺什么' }).click();
  await expect(page.getByText(gap)).toBeVisible();
  await screens(running, 'consumption-gap');
  await page.getByRole('button', { name: '回到案件列表' }).click();

  await put(page, '06-limitation', roadCase('06-limitation', today));
  await open(running, '06-limitation');
  await go(page, '失信评估');
  await expect(page.getByText('还没有起诉，现在不能申请列入名单')).toBeVisible();
  await screens(running, 'assessment-unsued');
  await page.getByRole('button', { name: '填写：执行通知书已经送达' }).click();
  await expect(page.getByRole('button', { name: '录入判决', exact: true })).toBeFocused();
  await page.getByRole('button', { name: '回到失信评估' }).click();
  await page.getByRole('button', { name: '去看起诉' }).click();
  await expect(page.locator('[data-path="suit.filedOn"] input').first()).toBeFocused();
});
