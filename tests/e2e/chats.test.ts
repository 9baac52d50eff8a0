/** Chats and calls in the packaged app: screenshots to one exhibit, words beside them, demands out of the words. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { createCanvas } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { readBook } from '../helpers/bundle-kit.ts';
import { expect, launch, type Running, resize, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext, saved, unlock } from './steps.ts';

/** A picture like a phone's screen, with bubbles instead of words. */
function screenshot(bubbles: readonly string[]): Buffer {
  const canvas = createCanvas(540, 1100);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ededed';
  pen.fillRect(0, 0, 540, 1100);
  bubbles.forEach((text, i) => {
    pen.fillStyle = i % 2 === 0 ? '#95ec69' : '#ffffff';
    pen.fillRect(i % 2 === 0 ? 150 : 30, 120 + i * 160, 360, 100);
    pen.fillStyle = '#111111';
    pen.font = '26px sans-serif';
    pen.fillText(text, i % 2 === 0 ? 170 : 50, 180 + i * 160);
  });
  return canvas.toBuffer('image/png');
}

async function take({ app, page }: Running, folder: string, files: Record<string, Buffer>) {
  mkdirSync(folder, { recursive: true });
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  await pickNext(app, paths);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
}

const row = (page: Page, name: RegExp) =>
  page.getByRole('table', { name: '证据', exact: true }).getByRole('row', { name });

const field = (page: Page, n: number, name: string) =>
  page.getByLabel(`第 ${n} 条的${name}`, { exact: true });

async function serious(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.page')
    .analyze();
  expect(passes.map((p) => p.id)).toContain('color-contrast');
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

test('screenshots made one exhibit, written out by keyboard, demanded from, printed', async ({
  userData,
}) => {
  test.setTimeout(300_000);
  const running = await launch(userData);
  const { page, app } = running;
  await resize(running, { width: 1440, height: 900 });
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  await take(running, join(userData, '文件'), {
    'Screenshot_20240306-090000.png': screenshot(['3-06 09:00', 'ok']),
    'Screenshot_20240305-210500.png': screenshot(['3-05 21:05', 'later', 'when']),
  });
  await expect(page.getByText('共 6 份')).toBeVisible();

  // Two rows made one, undone, and made one again.
  const both = async () => {
    for (const day of ['0306', '0305'])
      await row(page, new RegExp(`Screenshot_2024${day}`)).click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: '合成一份证据' }).click();
    await expect(page.getByText('共 5 份')).toBeVisible();
  };
  await both();
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect(page.getByText('共 6 份')).toBeVisible();
  await both();
  const order = page.getByRole('table', { name: '文件的先后顺序' });
  await expect(order.getByRole('row').first()).toContainText('20240306');
  await page.getByRole('button', { name: '按时间排序' }).click();
  await expect(order.getByRole('row').first()).toContainText('20240305');
  await order.getByRole('button', { name: /20240306-090000.png 往前移/ }).click();
  await expect(order.getByRole('row').first()).toContainText('20240306');
  await order
    .getByRole('row')
    .first()
    .dragTo(order.getByRole('row').last(), {
      targetPosition: { x: 20, y: 24 },
    });
  await expect(order.getByRole('row').first()).toContainText('20240305');

  // Whose account it is, and what a judge will ask.
  await page.getByRole('radio', { name: '微信', exact: true }).check();
  await page.getByRole('textbox', { name: '对方显示的名字' }).fill('李总');
  await page.getByRole('textbox', { name: '对方的微信号' }).fill('li_88');
  const item = row(page, /Screenshot_20240306/);
  await expect(item).toContainText('没核对');
  const asks = page.getByRole('group', { name: /原来的手机和账号还在吗/ });
  await asks.getByRole('radio', { name: '否', exact: true }).check();
  await expect(page.getByText('找一找旧手机、电脑端和备份')).toBeVisible();
  await asks.getByRole('radio', { name: '是', exact: true }).check();
  await asks.scrollIntoViewIfNeeded();
  await screens(running, 'evidence-chat');
  expect(await serious(page)).toEqual([]);

  // The words, typed beside the picture: the day is carried on, names come by number, Enter goes on.
  await page.getByRole('button', { name: '边看边整理文字' }).click();
  await page.getByRole('button', { name: '写第一条' }).click();
  await expect(page.getByRole('complementary', { name: '看证据' })).toBeVisible();
  await expect(field(page, 1, '日期')).toBeFocused();
  await page.keyboard.type('2024-3-5');
  await page.keyboard.press('Enter');
  await expect(field(page, 1, '时间')).toBeFocused();
  await expect(page.getByText('1 = 王某，2 = 李某')).toBeVisible();
  await page.keyboard.type('2105');
  await page.keyboard.press('Enter');
  await expect(field(page, 1, '说话人')).toBeFocused();
  await page.keyboard.type('1');
  await expect(field(page, 1, '内容')).toBeFocused();
  await page.keyboard.type('借款到期了，请还款。');
  await page.keyboard.press('Enter');
  await expect(field(page, 2, '时间')).toBeFocused();
  await expect(field(page, 2, '日期')).toHaveValue('2024-03-05');
  await page.keyboard.type('21:06');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2');
  await page.keyboard.type('再宽限几天，下月一定还。');
  await expect(field(page, 2, '说话人')).toHaveValue('李某');

  // The first becomes a demand, the second its answer; entered again it is linked, not doubled.
  await page.getByRole('button', { name: '改第 1 条' }).click();
  await expect(field(page, 1, '时间')).toHaveValue('21:05');
  await page.getByRole('button', { name: '登记为一次催收' }).click();
  await expect(page.getByText('已登记为一次催收')).toBeVisible();
  await expect(page.getByRole('region', { name: '对期限的影响' })).toContainText('收到');
  await page.getByRole('button', { name: '改第 2 条' }).click();
  // The debtor's words are no demand of their own; what came of them is asked at once.
  await expect(page.getByRole('button', { name: '登记为一次催收' })).toHaveCount(0);
  await page.getByRole('combobox', { name: '记为哪次催收的回复' }).click();
  await page.getByTitle(/2024-03-05 微信 借款到期了/).click();
  const outcome = page.getByRole('group', { name: '对方这样回，结果是' });
  await expect(outcome.getByRole('radio', { checked: true })).toHaveCount(0);
  await outcome.getByRole('radio', { name: '答应还', exact: true }).check();
  await expect(page.getByRole('region', { name: '对期限的影响' })).toContainText('重新计算');
  await screens(running, 'evidence-transcript');
  expect(await serious(page)).toEqual([]);

  // A copied chat: what is there already is not added again.
  await page.getByRole('button', { name: '粘贴聊天记录' }).first().click();
  await page
    .getByLabel('聊天文字')
    .fill(
      '2024-03-05 21:06 李某\n再宽限几天，下月一定还。\n\n2024-03-06 09:00 王某\n请今天给个准话\n\n2024-03-06 09:10 李总\n知道了',
    );
  await expect(page.getByText('认出 3 条，其中 1 条已经有了')).toBeVisible();
  await screens(running, 'evidence-chat-paste');
  await page.getByRole('button', { name: '加进来（2 条）' }).click();
  const lines = page.getByRole('table', { name: '文字整理' });
  await expect(lines.getByText('请今天给个准话')).toBeVisible();
  // The name shown in the chat is the debtor.
  await expect(lines.getByRole('row', { name: /知道了/ })).toContainText('李某');
  await saved(page);
  await app.close();

  // Tomorrow it is all there: the words, the demand with its answer, the link from both sides.
  const again = await launch(userData);
  await unlock(again);
  await again.page.getByText('王某诉李某').first().click();
  await go(again.page, '催收');
  const demand = again.page.getByRole('row', { name: /借款到期了，请还款/ }).first();
  await demand.getByRole('button').first().click();
  await expect(again.page.getByLabel('对方怎么回的')).toHaveValue('再宽限几天，下月一定还。');
  await expect(again.page.getByRole('button', { name: /看证据5 Screenshot/ })).toBeVisible();
  await go(again.page, '证据');
  await row(again.page, /Screenshot_20240306/).click();
  await expect(
    again.page.getByText('已整理 4 条，4 条会印进摘录表，2 条连上了催收。'),
  ).toBeVisible();

  // The book has the words and the page each stands on.
  const folder = join(userData, '证据册');
  mkdirSync(folder);
  await pickNext(again.app, [folder]);
  await again.page.getByRole('button', { name: '生成证据册' }).click();
  await again.page.getByRole('button', { name: '选择文件夹并生成' }).click();
  await expect(again.page.getByRole('dialog', { name: '证据册已生成' })).toBeVisible({
    timeout: 60_000,
  });
  expect(readdirSync(folder)).toContain('03-证据册-王某.pdf');
  const path = join(folder, '03-证据册-王某.pdf');
  expect(readFileSync(path).length).toBeGreaterThan(10_000);
  const book = await readBook(path);
  const table = book.pages.find((p) => p.text.includes('摘录表'));
  const text = table?.text.replaceAll(' ', '') ?? '';
  expect(text).toContain('对方账号：李总，微信号li_88');
  // 1 + 1 + 1 + 12 sheets of paper before it: the first screenshot is page 16, the table page 18.
  expect(text).toContain('2024-03-0521:05王某借款到期了，请还款。16');
  expect(table?.label).toBe('18');
  await again.app.close();
});

/** Five seconds of silence. */
function wave(): Buffer {
  const data = Buffer.alloc(40_000, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

test('a recording is written out by its minutes and seconds, and its words are a demand', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  const { page } = running;
  await resize(running, { width: 1440, height: 900 });
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  await take(running, join(userData, '文件'), { '通话录音20240501.wav': wave() });
  await expect(page.getByText('共 5 份')).toBeVisible();
  await expect(row(page, /通话录音20240501/)).toContainText('录音没写文字');
  await row(page, /通话录音20240501/).click();
  await page.getByRole('radio', { name: '录音、录像' }).check();
  await page.getByRole('button', { name: '边看边整理文字' }).click();
  const viewer = page.getByRole('complementary', { name: '看证据' });
  await viewer.getByRole('textbox', { name: '跳到几分几秒' }).fill('0:03');
  await viewer.getByRole('button', { name: '跳到', exact: true }).click();
  await expect(viewer.getByText('00:03')).toBeVisible();
  await page.getByRole('button', { name: '写第一条' }).click();
  await expect(field(page, 1, '日期')).toBeFocused();
  await page.keyboard.press('Alt+t');
  await expect(field(page, 1, '时间')).toHaveValue('00:03');
  await page.keyboard.press('Enter');
  await expect(field(page, 1, '时间')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('2');
  await page.keyboard.type('我知道欠您三十万');
  // Without its day it is no demand; the reason is said.
  await page.getByRole('button', { name: '没催，对方自己认的账' }).click();
  await expect(page.getByText(/请先填这一条是哪天的/)).toBeVisible();
  await field(page, 1, '日期').fill('2024-05-01');
  await field(page, 1, '日期').blur();
  await page.getByRole('button', { name: '没催，对方自己认的账' }).click();
  await expect(page.getByText(/已连上催收：2024年5月1日/)).toBeVisible();
  await screens(running, 'evidence-transcript-sound');
  await page.getByRole('button', { name: '返回这份证据' }).click();
  await viewer.getByRole('button', { name: '关闭证据' }).click();
  await expect(row(page, /通话录音20240501/)).not.toContainText('录音没写文字');
  await go(page, '催收');
  await expect(page.getByRole('row', { name: /2024-05-01/ })).toContainText('电话');
  await saved(page);
});
