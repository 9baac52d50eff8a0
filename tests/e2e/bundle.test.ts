/** 生成证据册 in the packaged app: in a process of its own, from files in the store, to a folder on the disk. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { expect, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext } from './steps.ts';

test('files in, a numbered book out, then locked', async ({ running, userData }) => {
  test.setTimeout(180_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  const v = await vips();
  const photo = v.Image.gaussnoise(3000, 4000, { mean: 128, sigma: 40, seed: 1 })
    .cast('uchar')
    .writeToBuffer('.jpg');
  const files = join(userData, '文件');
  mkdirSync(files);
  const picture = join(files, '收条.jpg');
  writeFileSync(picture, photo);
  await pickNext(app, [picture]);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  await expect(page.getByText('共 5 份')).toBeVisible();

  const folder = join(userData, '证据册');
  mkdirSync(folder);
  await pickNext(app, [folder]);
  await page.getByRole('button', { name: '生成证据册' }).click();
  await screens(running, 'evidence-bundle');
  await page.getByRole('button', { name: '选择文件夹并生成' }).click();
  await expect(page.getByRole('dialog', { name: '证据册已生成' })).toBeVisible({ timeout: 60_000 });
  await screens(running, 'evidence-bundle-done');
  expect(readdirSync(folder).sort()).toEqual([
    '03-证据册-王某-文件校验.txt',
    '03-证据册-王某.pdf',
    '03-证据目录-王某.docx',
  ]);
  const book = await PDFDocument.load(readFileSync(join(folder, '03-证据册-王某.pdf')));
  // Cover, list, a sheet for each page of the exhibits on paper, the photo, the register.
  expect(book.getPageCount()).toBe(1 + 1 + (1 + 1 + 1 + 12) + 1 + 1);
  // The receipt has no purpose and no source yet: told before the numbers are frozen, and not in the way.
  await page.getByRole('button', { name: '已交给法院，锁定编号' }).click();
  await expect(page.getByText('锁定前再看一下：目录里有空着的栏')).toBeVisible();
  await expect(page.getByText('有 1 份没有写证明目的，清单上这一栏会空着（证据5）')).toBeVisible();
  await screens(running, 'evidence-bundle-gaps');
  await page.getByRole('button', { name: '已经交了，仍然锁定' }).click();
  await expect(page.getByText('编号和页码不再变动')).toBeVisible();

  // The same book is part of the filing pack, under the name and in the place the portal wants.
  await go(page, '文书');
  await page.locator('[data-paper=pack-filing]').click();
  await expect(page.getByText('证据目录及证据材料（证据册）')).toBeVisible();
  await page.getByText('证据目录及证据材料（证据册）').scrollIntoViewIfNeeded();
  await screens(running, 'evidence-in-pack');
  await page.getByRole('button', { name: '导出整套' }).click();
  await page.getByRole('checkbox', { name: '我已逐项核对事实、法条和金额' }).check();
  await page.getByRole('button', { name: '选择文件夹并导出' }).click();
  await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible({ timeout: 60_000 });
  await screens(running, 'evidence-in-pack-done');
  const packed = join(folder, '立案', '04-证据目录及证据材料-王某.pdf');
  const again = await PDFDocument.load(readFileSync(packed));
  expect(again.getPageCount()).toBe(book.getPageCount());

  // What comes now is a supplement: the dialog says what goes in, and what the next one is called.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '已导出' })).toBeHidden();
  await go(page, '证据');
  await page.getByRole('button', { name: '只登记，不放文件' }).click();
  await page.getByRole('textbox', { name: '证据名称' }).fill('还款承诺书');
  await pickNext(app, [folder]);
  await page.getByRole('button', { name: '生成证据册' }).click();
  const more = page.getByRole('dialog', { name: '生成补充证据册（一）' });
  await expect(more.getByText('会进《补充证据册（一）》的是新加的证据6')).toBeVisible();
  await screens(running, 'evidence-bundle-supplement');
  await more.getByRole('button', { name: '选择文件夹并生成' }).click();
  const supplement = page.getByRole('dialog', { name: '证据册已生成' });
  await expect(supplement.getByText('新加的证据会进《补充证据目录（二）》')).toBeVisible({
    timeout: 60_000,
  });
  await supplement.getByRole('button', { name: /完\s*成/ }).click();
});

test('a book that is being made can be stopped; nothing of it is left, and the dialog says so', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  const v = await vips();
  const photo = Buffer.from(
    v.Image.gaussnoise(3000, 4000, { mean: 128, sigma: 40, seed: 2 })
      .cast('uchar')
      .writeToBuffer('.jpg'),
  );
  const files = join(userData, '文件');
  mkdirSync(files);
  // What follows the end mark of a JPEG makes it another file and changes nothing that is seen.
  const paths = Array.from({ length: 12 }, (_, i) => join(files, `收条${i + 1}.jpg`));
  for (const [i, path] of paths.entries())
    writeFileSync(path, Buffer.concat([photo, Buffer.of(i)]));
  await pickNext(app, paths);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  await expect(page.getByText('共 16 份')).toBeVisible({ timeout: 60_000 });
  const folder = join(userData, '证据册');
  mkdirSync(folder);
  await pickNext(app, [folder]);
  await page.getByRole('button', { name: '生成证据册' }).click();
  const dialog = page.getByRole('dialog', { name: '生成证据册' });
  await dialog.getByRole('spinbutton', { name: '也不超过' }).fill('6');
  await dialog.getByRole('button', { name: '选择文件夹并生成' }).click();
  await expect(dialog.getByRole('progressbar', { name: '正在生成证据册' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: /停\s*止/ }).click();
  await expect(dialog.getByText('已按您的要求停下，文件夹里没有留下半本')).toBeVisible();
  await screens(running, 'evidence-bundle-stopped');
  expect(readdirSync(folder)).toEqual([]);
  await dialog.getByRole('button', { name: '选择文件夹并生成' }).click();
  const done = page.getByRole('dialog', { name: '证据册已生成' });
  await expect(done).toBeVisible({ timeout: 90_000 });
  await screens(running, 'evidence-bundle-volumes');
  expect(readdirSync(folder).filter((n) => n.endsWith('.pdf')).length).toBeGreaterThan(3);
});

test('a file whose exhibit was deleted is shown, taken up again or removed; undo brings back the exhibit', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  const picture = join(userData, '对账单.txt');
  writeFileSync(picture, '2023年3月1日　借款30万元');
  await pickNext(app, [picture]);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  await expect(page.getByText('共 5 份')).toBeVisible();
  const notice = page.getByText('有 1 个文件没有归到任何一份证据');
  const remove = page.getByRole('button', { name: '删除', exact: true });
  await remove.click();
  await expect(notice).toBeVisible();
  await screens(running, 'evidence-loose');
  await page.getByRole('button', { name: /^撤销/ }).first().click();
  await expect(notice).toBeHidden();
  await expect(page.getByText('共 5 份')).toBeVisible();
  await page.getByRole('cell', { name: '对账单' }).click();
  await remove.click();
  await page.getByRole('button', { name: '把 对账单.txt 列为一份证据' }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByText('共 5 份')).toBeVisible();
  await remove.click();
  await page.getByRole('button', { name: '移除 对账单.txt' }).click();
  await expect(page.getByText('已移除“对账单.txt”')).toBeVisible();
  await expect(notice).toBeHidden();
  await expect(page.getByText('共 4 份')).toBeVisible();
});
