/** A picture that proves a payment: added, marked, tied to the transfer; the gap on the overview closes and stays closed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { expect, launch, screens, test } from './harness.ts';
import { call, firstRun, go, pickNext, saved, unlock } from './steps.ts';

test('a marked picture closes the gap of its fact, and it is closed after a restart', async ({
  running,
  userData,
}) => {
  test.setTimeout(120_000);
  const { page, app } = running;
  await firstRun(running);
  const made = await call(page, 'cases.sample', {});
  if (!made.ok) throw new Error(made.error.message);
  const { caseId, revision, document } = made.value;
  // Before the judgment everything has to be proved; the slip of the transfer is not there yet.
  const evidence = (document.evidence ?? []).filter((e) => e.id !== 'e3');
  const early = { ...document, evidence, suit: {}, judgment: null, enforcement: null, claim: {} };
  const kept = await call(page, 'cases.save', { caseId, revision, document: early });
  expect(kept.ok).toBe(true);
  await go(page, '设置');
  await go(page, '案件');
  await page.getByRole('button', { name: '王某诉李某', exact: true }).click();
  const gap = /还缺证据.*2023年3月1日交付 300,000 元/;
  await expect(page.getByText(gap)).toBeVisible();

  const folder = join(userData, '文件');
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, '转账截图.png');
  const v = await vips();
  const image = v.Image.gaussnoise(300, 600, { mean: 200, sigma: 20, seed: 7 }).cast('uchar');
  writeFileSync(picture, image.writeToBuffer('.png'));
  await go(page, '证据');
  await pickNext(app, [picture]);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  const back = page.getByRole('button', { name: '回到列表' });
  if (await back.isVisible()) await back.click();
  await page
    .getByRole('row', { name: /转账截图/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: '看 转账截图.png' }).click();
  const pane = page.getByRole('complementary', { name: '看证据' });
  await expect(pane).toBeVisible();
  await pane.getByRole('button', { name: '画框' }).click();
  const shown = pane.locator('[data-page="1"]');
  await expect(shown).toBeVisible();
  const box = await shown.boundingBox();
  if (!box) throw new Error('no page');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.2, { steps: 4 });
  await page.mouse.up();
  await pane.getByRole('textbox', { name: '标记 1 说明什么' }).fill('转账 300,000 元');
  await pane.getByRole('combobox', { name: '标记 1 关系到哪条记录' }).click();
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(/300,000\.00/)
    .first()
    .click();
  await saved(page);
  await screens(running, '69-marked-picture');
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  await expect(page.getByText(/今天欠多少/).first()).toBeVisible();
  await expect(page.getByText(gap)).toHaveCount(0);

  await app.close();
  const again = await launch(userData);
  try {
    await unlock(again);
    await again.page.getByRole('button', { name: '王某诉李某', exact: true }).click();
    await expect(again.page.getByText(/今天欠多少/).first()).toBeVisible();
    await expect(again.page.getByText(gap)).toHaveCount(0);
  } finally {
    await again.app.close();
  }
});
