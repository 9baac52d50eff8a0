/**
 * What the app reminds of by itself, in the packaged app with its own calendar: the thirty days for a judicial
 * confirmation, the instalments of a repayment agreement, the day from which the rest may be called due; by day,
 * by hour, with the badge, and without any name while the store is locked.
 */
import type { Page } from '@playwright/test';
import { expect, type Running, screens, test } from './harness.ts';
import { firstRun, go, openBeforeSuit, saved, type, unlock } from './steps.ts';
import { noticesOf, setClock, startClock, watchNotices } from './story-steps.ts';

/** To the list of all deadlines on this day and hour; what was shown while it was read. */
async function look(running: Running, moment: string) {
  const { page } = running;
  await setClock(running, moment);
  const back = page.getByRole('button', { name: '回到案件列表' });
  if (await back.isVisible()) await back.click();
  const tabs = page.getByRole('radiogroup', { name: '看案件还是期限' });
  await tabs.getByText('案件', { exact: true }).click();
  await tabs.getByText('期限', { exact: true }).click();
  await expect(page.getByRole('heading', { name: '期限', exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  return noticesOf(running);
}

async function openCase(page: Page): Promise<void> {
  await page
    .getByRole('radiogroup', { name: '看案件还是期限' })
    .getByText('案件', { exact: true })
    .click();
  await page.getByRole('button', { name: '王某诉李某', exact: true }).click();
}

test('a settlement’s days are told in time: confirmation, instalments, calling the rest due', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await watchNotices(running);
  await startClock(running, '2026-01-20T10:00');
  await firstRun(running);
  await openBeforeSuit(running);

  await go(page, '协商');
  await page.getByRole('button', { name: '排一份还款计划' }).click();
  await page.getByRole('checkbox', { name: /放弃到签订为止的利息/ }).check();
  await page.getByRole('radio', { name: '自己定各期' }).check();
  await page.getByText('一次粘贴几期').click();
  await page
    .getByRole('textbox', { name: '各期，一行一期' })
    .fill('2026-02-28 10万\n2026-04-30 10万\n2026-06-30 10万');
  await page.getByRole('button', { name: '填入' }).click();
  await page.getByRole('button', { name: '对方签了' }).click();
  await expect(page.getByRole('heading', { name: '按期履行' })).toBeVisible();

  // Thirty days from 20 January end on 19 February, in the Spring Festival: 24 February (CPL 85, 205).
  await type(page, '主持调解的组织', '乙市丙区人民调解委员会');
  await type(page, '达成调解协议的日期', '2026-01-20');
  await expect(page.getByText('最晚2026年2月24日共同申请')).toBeVisible();
  await expect(page.getByText(/民事诉讼法第二百零五条、人民调解法第三十三条/)).toBeVisible();
  await saved(page);
  await noticesOf(running);
  expect(await look(running, '2026-02-09T09:00')).toEqual({
    shown: [{ title: '申请司法确认（王某诉李某）', body: '2026-02-24，还有 15 天。' }],
    badge: 0,
  });

  // The first instalment: three days before, once a day, and not before eight in the morning.
  const first = await look(running, '2026-02-25T09:00');
  expect(first.shown).toEqual([
    { title: '还款协议第1期（王某诉李某）', body: '2026-02-28，还有 3 天。' },
  ]);
  expect(first.badge).toBe(1);
  await expect(page.getByRole('row', { name: /还款协议第1期/ })).toContainText('2026-02-28');
  await expect(page.getByRole('row', { name: /申请司法确认/ })).toHaveCount(0);
  expect((await look(running, '2026-02-25T18:00')).shown).toEqual([]);
  expect((await look(running, '2026-02-28T07:30')).shown).toEqual([]);

  // On the day itself the screen is locked: no name is told.
  await go(page, '设置');
  await setClock(running, '2026-02-28T09:00');
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible();
  await expect
    .poll(() => noticesOf(running).then((n) => n.shown))
    .toEqual([
      { title: '还款协议到期', body: '2026-02-28，就是今天。解锁“借据”后查看是哪个案件。' },
    ]);
  await unlock(running);

  // Paid in time: the next instalment is what counts.
  await go(page, '案件');
  await openCase(page);
  await go(page, '流水');
  await page.getByRole('button', { name: '加一笔还款' }).first().click();
  await page.keyboard.type('2026-02-28');
  await type(page, /^金额/, '10万');
  await saved(page);
  const second = await look(running, '2026-04-27T09:00');
  expect(second.shown).toEqual([
    { title: '还款协议第2期（王某诉李某）', body: '2026-04-30，还有 3 天。' },
  ]);
  await screens(running, '55-reminders');

  // Not paid: ten days late are passed on 11 May, and the rest may be called due.
  const broken = await look(running, '2026-05-11T09:00');
  expect(broken.shown).toEqual([
    { title: '可以宣布全部到期（王某诉李某）', body: '2026-05-11，就是今天。' },
  ]);
  expect(broken.badge).toBe(0);
  await page
    .getByRole('row', { name: /可以宣布全部到期/ })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByText('对方违约，可以宣布全部到期').first()).toBeVisible();
});
