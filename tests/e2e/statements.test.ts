/** A statement in the packaged app: imported, marked from the keyboard, taken into the case, the claim follows. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { gbk, utf8, xlsx } from '../fixtures/statements/bytes.ts';
import { alipay, type Deal, wechatSheet } from '../fixtures/statements/layouts.ts';
import { expect, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext } from './steps.ts';

const deals: Deal[] = [
  {
    at: '2024-05-01 09:05:07',
    who: '李某',
    account: '139******02',
    way: 'out',
    yuan: '20000.00',
    number: '20240501A',
  },
  { at: '2024-05-02 10:00:00', who: '水果店', way: 'out', yuan: '12.34', number: '20240502B' },
  {
    at: '2024-06-01 20:30:00',
    who: '*某',
    account: '139******02',
    way: 'in',
    yuan: '5000.00',
    number: '20240601C',
  },
  {
    at: '2024-06-03 20:30:00',
    who: '李某',
    account: '139******02',
    way: 'out',
    yuan: '100.00',
    number: '20240603D',
    status: '交易关闭',
  },
];

/** Serious and critical findings of the screen. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

const line = (page: Page, text: string) =>
  page.getByRole('table', { name: '账单里的行' }).locator('tbody tr').filter({ hasText: text });

test('an Alipay statement becomes transfers by keyboard, the claim follows, undo takes it back', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await firstRun(running);
  await openSample(running);
  const folder = join(userData, 'files');
  mkdirSync(folder);
  const path = join(folder, '支付宝交易明细.csv');
  writeFileSync(path, gbk(alipay(deals)));

  await go(page, '流水');
  await pickNext(app, [path]);
  await page.getByRole('button', { name: '导入账单' }).click();
  await expect(page.getByRole('heading', { name: '支付宝账单' })).toBeVisible();
  await expect(page.getByText('与账单上印的合计一分不差')).toBeVisible();
  await expect(line(page, '水果店')).toHaveCount(0);
  await expect(line(page, '20,000.00')).toBeVisible();

  // A click on the amount opens the line beside the list; the keys work at once.
  await line(page, '20,000.00').getByRole('cell', { name: '20,000.00' }).click();
  await expect(page.getByRole('heading', { name: /^第 \d+ 行$/ })).toBeVisible();
  await page.keyboard.press('1');
  await expect(line(page, '20,000.00')).toContainText('出借');
  // The focus has moved to the next line.
  await page.keyboard.press('2');
  await expect(line(page, '5,000.00')).toContainText('还款');
  await expect(
    page.getByText('已标记：出借 1 笔 20,000.00 元，还款 1 笔 5,000.00 元'),
  ).toBeVisible();
  await page.keyboard.press('1');
  await line(page, '交易关闭').click();
  await expect(page.getByText(/这一行没有成交/)).toBeVisible();
  await page.getByText('原文件里的这一行').click();
  await expect(page.locator('.statement-raw')).toContainText('20240603D\t');
  await screens(running, 'statements-marking');
  expect(await findings(page)).toEqual([]);

  await page.getByRole('button', { name: '记入流水' }).click();
  await expect(page.getByText('有 1 行没有记入')).toBeVisible();
  await expect(line(page, '20,000.00')).toContainText('已记入');
  // What was left out is marked again as of no concern: nothing is left to be taken.
  await line(page, '交易关闭').getByRole('cell', { name: '100.00' }).click();
  await page.keyboard.press('0');
  await expect(page.getByText('标记的各笔都已记入流水。')).toBeVisible();
  await expect(page.getByRole('button', { name: '记入流水' })).toHaveCount(0);
  await page.getByRole('button', { name: '回到流水' }).click();
  await expect(page.getByRole('row', { name: /2024-05-01/ })).toContainText('20,000.00');
  await expect(page.getByRole('row', { name: /2024-06-01/ })).toContainText('5,000.00');
  await go(page, '请求计算');
  await expect(page.getByText('315,000.00').first()).toBeVisible();
  await go(page, '证据');
  await expect(page.getByText('支付宝账单（2024-05-01至2024-06-03）').first()).toBeVisible();

  await page.keyboard.press('Control+z');
  await go(page, '请求计算');
  await expect(page.getByText('300,000.00').first()).toBeVisible();
  await expect(page.getByText('315,000.00')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('315,000.00').first()).toBeVisible();

  // The same file again: nothing doubled, the marks are still there.
  await go(page, '流水');
  await pickNext(app, [path]);
  await page.getByRole('button', { name: '导入账单' }).click();
  await expect(page.getByText(/已导入过，没有重复导入/)).toBeVisible();
  await screens(running, 'statements-again');
  await expect(line(page, '5,000.00')).toContainText('已记入');
  expect(errors).toEqual([]);
});

test('a workbook of WeChat Pay, a PDF and an unknown layout in one go', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  const folder = join(userData, 'files');
  mkdirSync(folder);
  const paths = ['微信.xlsx', '账单.pdf', '村镇银行.csv'].map((name) => join(folder, name));
  writeFileSync(paths[0] ?? '', xlsx({ Sheet1: wechatSheet(deals) }));
  writeFileSync(paths[1] ?? '', '%PDF-1.7\n');
  const unknown =
    '某村镇银行\n记账,数额,往来,事由\n2023-03-01,300000.00,李某,借款\n2024-07-01,8000.00,李某,借款\n2024-08-01,-3000.00,李某,还款\n';
  writeFileSync(paths[2] ?? '', utf8(unknown));
  await go(page, '流水');
  await pickNext(app, paths);
  await page.getByRole('button', { name: '导入账单' }).click();

  await expect(page.getByRole('heading', { name: '认一下各列' })).toBeVisible();
  const choose = async (column: RegExp, word: string) => {
    await page.getByRole('combobox', { name: column }).fill(word);
    await page.keyboard.press('Enter');
  };
  await choose(/第 1 列/, '日期');
  await choose(/第 2 列/, '金额');
  await choose(/第 3 列/, '对方姓名');
  await choose(/第 4 列/, '摘要');
  await page.getByRole('radio', { name: /正数/ }).check();
  await screens(running, 'statements-mapping');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: '按这样读' }).click();
  await expect(page.getByRole('heading', { name: '银行流水' })).toBeVisible();
  await expect(line(page, '8,000.00')).toBeVisible();

  // The sample's own 300,000 of that day: the user says that it is the same.
  await line(page, '300,000.00').locator('.row-key').focus();
  await page.keyboard.press('1');
  await expect(line(page, '300,000.00')).toContainText('可能重复');
  await line(page, '300,000.00').click();
  await screens(running, 'statements-same');
  await page.getByRole('button', { name: '记入流水' }).click();
  await expect(page.getByText(/请先选是不是同一笔/)).toBeVisible();
  await line(page, '300,000.00').click();
  await page.getByRole('button', { name: '是同一笔，补上交易号' }).click();
  await page.getByRole('button', { name: '记入流水' }).click();
  await expect(page.getByText('记入 0 笔，1 笔并入已有的记录')).toBeVisible();
  await expect(line(page, '300,000.00')).toContainText('流水里已有');

  await page.getByRole('button', { name: '回到流水' }).click();
  await expect(page.getByRole('row', { name: /300,000\.00/ })).toHaveCount(2);
  await expect(page.getByText(/PDF 账单/)).toBeVisible();
  await screens(running, 'statements-refused');
  await expect(page.getByRole('button', { name: /微信支付账单/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /银行流水/ })).toBeVisible();
});
