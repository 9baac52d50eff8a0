/** Finding again in the packaged app: a screenshot in, recognised on the machine, found, shown, adopted. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { Document, Packer, Paragraph } from 'docx';
import { drawChat, drawSheet, scannedPdf } from '../helpers/draw-text.ts';
import { expect, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext } from './steps.ts';

test('a name of two characters in a screenshot is found and shown in its place', async ({
  running,
  userData,
}) => {
  test.setTimeout(240_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  const files = join(userData, '文件');
  mkdirSync(files);
  const chat = join(files, '微信聊天.png');
  const sheet = join(files, '收条扫描.pdf');
  writeFileSync(
    chat,
    drawChat('李娜', '2024年3月5日 下午2:15', [
      { text: '王哥，能不能再借我30万元周转一下？下个月连本带利还你' },
      { mine: true, text: '好，转账300,000.00元，用途写借款' },
      { text: '收到了，2024年9月5日前一定还清' },
    ]),
  );
  writeFileSync(
    sheet,
    await scannedPdf([
      drawSheet('收条', [
        '今收到李娜还款人民币伍仟元整（¥500.00），',
        '收款人：王建国',
        '二〇二四年十月八日',
      ]),
    ]),
  );
  await pickNext(app, [chat, sheet]);
  await page.getByRole('button', { name: '加入文件', exact: true }).click();

  // Looked into by itself; nothing is recognised until somebody asks for it, and a search says so.
  const notice = page.getByRole('note').filter({ hasText: '2 页截图或扫描件' });
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await screens(running, 'find-waiting');
  await page.keyboard.press('Control+f');
  const field = page.getByRole('combobox', { name: '在本案中查找' });
  await field.fill('李娜');
  const dialog = page.getByRole('dialog', { name: '在本案中查找' });
  await expect(dialog.getByText('没有找到')).toBeVisible();
  await expect(dialog.getByText('还有 2 页图片没有识别')).toBeVisible();
  await dialog.getByRole('button', { name: '识别图片里的文字' }).click();
  await expect(page.getByText('已识别 2 页')).toBeVisible({ timeout: 120_000 });

  // The list fills by itself.
  const hits = dialog.getByRole('option');
  await expect(hits).toHaveCount(2);
  await expect(hits.first()).toContainText('微信聊天');
  await expect(hits.first().locator('mark')).toHaveText('李娜');
  await screens(running, 'find-hits');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.ant-modal')
    .analyze();
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  expect(serious.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  const viewer = page.getByRole('complementary', { name: '看证据' });
  await expect(viewer).toBeVisible();
  const lit = viewer.locator('.lit').first();
  await expect(lit).toBeVisible();
  // The name stands in the middle at the top of the picture.
  const [box, picture] = [
    await lit.boundingBox(),
    await viewer.locator('canvas, img').first().boundingBox(),
  ];
  if (!box || !picture) throw new Error('nothing is shown');
  const middle = (box.x + box.width / 2 - picture.x) / picture.width;
  expect(middle).toBeGreaterThan(0.4);
  expect(middle).toBeLessThan(0.6);
  expect((box.y - picture.y) / picture.height).toBeLessThan(0.2);
  await screens(running, 'find-in-place');

  // What was typed is found too, and its field gets the cursor.
  await page.keyboard.press('Control+f');
  await field.fill('资金周转');
  const typed = dialog.getByRole('group', { name: '填写的内容' }).getByRole('option').first();
  await expect(typed).toBeVisible();
  await typed.click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('input:focus, textarea:focus')).toHaveValue(/资金周转/);

  // Proposals beside a transfer, with the two readings that differ; nothing is filled in without a click.
  await go(page, '证据');
  await page
    .getByRole('row', { name: /收条扫描/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('combobox', { name: '证明哪些记录' }).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: '出借 2023-03-01' })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await go(page, '流水');
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  const found = page.getByRole('region', { name: '识别到的日期和金额' });
  // The record is filled in already: what was recognised is one line until it is asked for.
  await expect(found).toContainText('不一致');
  await expect(found).not.toContainText('2024-10-08');
  await found.getByRole('button', { name: /要对照再展开/ }).click();
  await expect(found).toContainText('2024-10-08');
  await expect(found).toContainText('5,000.00');
  await expect(found).toContainText('500.00');
  await expect(found).toContainText('不一致');
  await screens(running, 'find-proposals');
  await expect(found).not.toContainText('与日期一致');
  await found.getByRole('button', { name: '填入日期' }).first().click();
  await expect(found).toContainText('与日期一致');
  await expect(page.getByText('请对照旁边的原件核对')).toBeVisible();
  await screens(running, 'find-adopted');
});

test('in a text and in a Word file the passage that was found is lit, and the next one a key away', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  const lines = Array.from({ length: 900 }, (_, i) => `2024-03-05 21:${i % 60} 王某：第 ${i} 句`);
  lines[700] = '2024-03-06 09:00 李某：周 转不开，宽限到月底';
  lines[820] = '2024-03-06 10:00 李某：周转不开';
  const chat = join(userData, '聊天导出.txt');
  writeFileSync(chat, lines.join('\n'));
  const note = join(userData, '对账函.docx');
  const children = [new Paragraph('双方确认'), new Paragraph('李某尚欠叁拾万元，一时周转不开')];
  writeFileSync(note, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  await pickNext(app, [chat, note]);
  await page.getByRole('button', { name: '加入文件', exact: true }).click();
  await expect(page.getByText('共 6 份')).toBeVisible();

  await page.keyboard.press('Control+f');
  await page.getByRole('combobox', { name: '在本案中查找' }).fill('周转不开');
  const dialog = page.getByRole('dialog', { name: '在本案中查找' });
  const hit = (name: string) => dialog.getByRole('option').filter({ hasText: name });
  await expect(hit('聊天导出')).toContainText('2 处');
  await hit('聊天导出').click();
  await expect(dialog).toBeHidden();
  const viewer = page.getByRole('complementary', { name: '看证据' });
  const lit = viewer.locator('mark');
  await expect(lit).toHaveText(['周 转不开', '周转不开']);
  await expect(viewer.getByText('第 1 处，共 2 处')).toBeVisible();
  await expect(lit.first()).toBeInViewport();
  // The list goes to the exhibit whose words are shown, and its form begins at the top.
  await expect(page.getByRole('textbox', { name: '证据名称' })).toHaveValue('聊天导出');
  await expect(page.getByRole('heading', { name: '证据 5', exact: true })).toBeInViewport();
  await expect(lit.last()).not.toBeInViewport();
  await screens(running, 'find-in-text');
  await viewer.getByRole('button', { name: '下一处' }).click();
  await expect(viewer.getByText('第 2 处，共 2 处')).toBeVisible();
  await expect(lit.last()).toBeInViewport();

  await page.keyboard.press('Control+f');
  await expect(hit('对账函')).toBeVisible();
  await hit('对账函').click();
  await expect(lit).toHaveText(['周转不开']);
  await expect(lit).toBeInViewport();
});
