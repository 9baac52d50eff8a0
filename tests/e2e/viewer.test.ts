/** The viewer in the packaged app: beside the form, for every kind of file, with marks that stay. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { makeHeic } from '../helpers/heic.ts';
import { faxPdf, numberedPdf, tone } from '../helpers/media.ts';
import { expect, launch, type Running, resize, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext, saved, unlock } from './steps.ts';

const viewer = (page: Page) => page.getByRole('complementary', { name: '看证据' });

async function take({ app, page }: Running, folder: string, files: Record<string, Uint8Array>) {
  mkdirSync(folder, { recursive: true });
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  await go(page, '证据');
  await pickNext(app, paths);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
}

/** Opens the exhibit that was made of a file, then the file in the viewer. */
async function look(page: Page, row: RegExp, file: string) {
  const back = page.getByRole('button', { name: '回到列表' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('row', { name: row }).getByRole('button').first().click();
  await page.getByRole('button', { name: `看 ${file}` }).click();
  await expect(viewer(page)).toBeVisible();
}

async function serious(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.viewer')
    .analyze();
  expect(passes.map((p) => p.id)).toContain('color-contrast');
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

test('a long PDF beside a transfer: turned, enlarged, marked, tied to it, and still there tomorrow', async ({
  userData,
}) => {
  test.setTimeout(240_000);
  const running = await launch(userData);
  const { page } = running;
  await firstRun(running);
  await openSample(running);
  await take(running, join(userData, '文件'), { '银行流水.pdf': await numberedPdf(500) });
  await resize(running, { width: 1280, height: 800 });
  await look(page, /银行流水/, '银行流水.pdf');
  const pane = viewer(page);
  const number = pane.getByRole('spinbutton', { name: /第几页，共 500 页/ });
  await expect(pane.locator('[data-page="1"] canvas')).toBeVisible();

  // The keys work at once.
  await page.keyboard.press('PageDown');
  await expect(number).toHaveValue('2');

  // Only what is in view is drawn, wherever that is.
  await number.fill('250');
  await expect(pane.locator('[data-page="250"] canvas')).toBeVisible();
  await expect(pane.locator('[data-page="250"]')).toContainText('Page 250');
  expect(await pane.locator('.viewer-page').count()).toBeLessThan(8);
  await pane.locator('.viewer-pages').focus();
  await page.keyboard.press('PageDown');
  await expect(number).toHaveValue('251');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(number).toHaveValue('249');

  const shape = async () =>
    (await pane.locator('[data-page="249"]').boundingBox()) ?? { width: 0, height: 0 };
  const fitted = await shape();
  expect(fitted.height).toBeGreaterThan(fitted.width);
  await page.keyboard.press('+');
  await expect.poll(async () => (await shape()).width).toBeGreaterThan(fitted.width * 1.2);
  await page.keyboard.press('0');
  await expect.poll(async () => (await shape()).width).toBe(fitted.width);
  await page.keyboard.press('r');
  await expect.poll(async () => (await shape()).width - (await shape()).height).toBeGreaterThan(0);
  for (let i = 0; i < 3; i++) await page.keyboard.press('r');
  await expect.poll(async () => (await shape()).height).toBe(fitted.height);

  // Beside the form of the transfer, which stays usable.
  await go(page, '流水');
  await expect(pane).toBeVisible();
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  const amount = page.getByRole('textbox', { name: /^金额/ });
  await expect(amount).toBeVisible();
  const form = await amount.boundingBox();
  const beside = await pane.boundingBox();
  expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThan(beside?.x ?? 0);
  await screens(running, 'viewer-transfer');
  await resize(running, { width: 1280, height: 800 });

  await number.fill('1');
  await expect(pane.locator('[data-page="1"] canvas')).toBeVisible();
  await pane.getByRole('button', { name: '画框' }).click();
  const paper = await pane.locator('[data-page="1"]').boundingBox();
  if (!paper) throw new Error('no page');
  await page.mouse.move(paper.x + paper.width * 0.1, paper.y + paper.height * 0.08);
  await page.mouse.down();
  await page.mouse.move(paper.x + paper.width * 0.5, paper.y + paper.height * 0.14, { steps: 4 });
  await page.mouse.up();
  const box = pane.getByRole('button', { name: /^标记 1/ });
  await expect(box).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await pane.getByRole('textbox', { name: '标记 1 说明什么' }).fill('转账 300,000 元');
  await pane.getByRole('combobox', { name: '标记 1 关系到哪条记录' }).click();
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(/300,000\.00/)
    .first()
    .click();
  const link = page.getByRole('button', { name: /^看证据\d+ 银行流水/ });
  await expect(link).toBeVisible();
  await expect(page.getByText('（已框出）')).toBeVisible();
  await screens(running, 'viewer-mark');
  expect(await serious(page)).toEqual([]);
  const placed = await marks(page);
  expect(placed).toHaveLength(1);
  expect(placed[0]).toMatchObject({ page: 1, note: '转账 300,000 元', printed: true });
  expect(placed[0]?.x).toBeCloseTo(0.1, 1);
  expect(placed[0]?.y).toBeCloseTo(0.085, 1);
  expect(placed[0]?.width).toBeCloseTo(0.405, 1);

  // Taken away, and back by undo.
  await pane.getByRole('button', { name: '删除标记 1' }).click();
  await expect(box).toHaveCount(0);
  await page.getByRole('button', { name: '撤销', exact: true }).first().click();
  await expect(box).toBeVisible();
  await saved(page);
  await running.app.close();

  const again = await launch(userData);
  await unlock(again);
  await again.page.getByText('王某诉李某').first().click();
  await go(again.page, '流水');
  await again.page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  await again.page.getByRole('button', { name: /^看证据\d+ 银行流水/ }).click();
  await expect(viewer(again.page).getByRole('button', { name: /^标记 1/ })).toBeVisible();
  await expect(viewer(again.page).getByRole('textbox', { name: '标记 1 说明什么' })).toHaveValue(
    '转账 300,000 元',
  );
  expect(await marks(again.page)).toEqual(placed);
  await again.page.keyboard.press('Escape');
  await expect(viewer(again.page)).toHaveCount(0);
  await again.app.close();
});

/** The marks as the store has them. */
function marks(page: Page) {
  return page.evaluate(async () => {
    const list = await window.jieju.call('cases.list', { search: '' });
    const caseId = list.ok ? (list.value[0]?.caseId ?? '') : '';
    const read = await window.jieju.call('cases.get', { caseId });
    if (!read.ok) throw new Error(read.error.message);
    return (read.value.document.evidence ?? []).flatMap((e) => e.marks ?? []);
  });
}

/** A film of half a second, recorded by the window itself from a canvas. */
async function film(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 120;
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = (e) => parts.push(e.data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    await new Promise<void>((resolve) => {
      let frames = 0;
      const paint = () => {
        if (pen) {
          pen.fillStyle = `hsl(${frames * 12} 80% 50%)`;
          pen.fillRect(0, 0, 160, 120);
        }
        frames += 1;
        if (frames < 40) requestAnimationFrame(paint);
        else resolve();
      };
      paint();
    });
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Uint8Array.from(bytes);
}

test('photo, scan, fax, recording, film and Word file are shown; another kind can be saved out', async ({
  running,
  userData,
}) => {
  test.setTimeout(240_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  const v = await vips();
  const leaf = (level: number) => v.Image.black(300, 400).add(level).cast('uchar');
  const scan = leaf(230).join(leaf(120), 'vertical').copy();
  scan.setInt('page-height', 400);
  const upright = v.Image.black(400, 300, { bands: 3 }).add([200, 60, 60]).cast('uchar').copy();
  upright.setInt('orientation', 6);
  await take(running, join(userData, '文件'), {
    '借条照片.heic': makeHeic([16, 235, 100, 200, 50, 150], 3),
    '扫描件.tif': scan.writeToBuffer('.tif'),
    '手机照.jpg': upright.writeToBuffer('.jpg'),
    '传真.pdf': await faxPdf(),
    '催款录音.wav': tone(6),
    '录屏.webm': await film(page),
    '合同.docx': await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('今借到人民币叁拾万元整')] }] }),
    ),
    '打包.zip': Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
  });
  const pane = viewer(page);
  const show = async (file: string) => look(page, new RegExp(file.split('.')[0] ?? ''), file);
  /** Brightness of the picture or canvas in the middle of its upper and its lower half, by screenshot. */
  const halves = async (at: string) => {
    const shot = v.Image.newFromBuffer(await pane.locator(at).screenshot());
    const level = (y: number) =>
      shot.getpoint(shot.width / 2, Math.round(shot.height * y))[0] ?? -1;
    return [level(0.25), level(0.75)];
  };

  await show('借条照片.heic');
  await expect(pane.locator('img')).toBeVisible();
  await expect
    .poll(() =>
      pane.locator('img').evaluate((e) => (e instanceof HTMLImageElement ? e.naturalWidth : 0)),
    )
    .toBe(48);

  await show('扫描件.tif');
  await expect(pane.getByRole('spinbutton', { name: /共 2 页/ })).toBeVisible();
  await pane.getByRole('button', { name: '下一页' }).click();
  await expect.poll(async () => (await halves('[data-page="2"]'))[0]).toBe(120);

  // EXIF says: turn it. The view does, the file stays.
  await show('手机照.jpg');
  const photo = await pane.locator('.viewer-page').boundingBox();
  expect(photo?.height).toBeGreaterThan(photo?.width ?? 0);

  await show('传真.pdf');
  await expect(pane.locator('canvas')).toBeVisible();
  await expect.poll(() => halves('[data-page="1"]')).toEqual([0, 255]);

  await show('催款录音.wav');
  const sound = pane.locator('audio');
  await expect
    .poll(() => sound.evaluate((e) => (e as HTMLAudioElement).duration))
    .toBeCloseTo(6, 1);
  await pane.getByRole('textbox', { name: '跳到几分几秒' }).fill('00:04');
  await pane.getByRole('button', { name: '跳到' }).click();
  await expect
    .poll(() => sound.evaluate((e) => (e as HTMLAudioElement).currentTime))
    .toBeCloseTo(4, 1);
  await expect(pane.getByText('现在 00:04')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await screens(running, 'viewer-sound');

  await show('录屏.webm');
  const movie = pane.locator('video');
  await expect.poll(() => movie.evaluate((e) => (e as HTMLVideoElement).videoWidth)).toBe(160);
  await movie.evaluate((e) => (e as HTMLVideoElement).play());
  await expect
    .poll(() => movie.evaluate((e) => (e as HTMLVideoElement).currentTime))
    .toBeGreaterThan(0.1);

  await show('合同.docx');
  await expect(pane.getByText('今借到人民币叁拾万元整')).toBeVisible();
  expect(await serious(page)).toEqual([]);

  await show('打包.zip');
  await expect(pane.getByText(/这种文件在窗口里打不开/)).toBeVisible();
  const copy = join(userData, '另存.zip');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await pane.getByRole('button', { name: /另存一份$/ }).click();
  await expect(page.getByText('已另存到')).toBeVisible();
  expect(readFileSync(copy).toString('latin1')).toBe(`PK\x05\x06${'\0'.repeat(18)}`);

  await page.emulateMedia({ colorScheme: 'dark' });
  await show('借条照片.heic');
  await expect(pane.locator('img')).toBeVisible();
  await pane.getByRole('button', { name: '画框' }).click();
  await pane.locator('.viewer-pages').press('Enter');
  await expect(pane.getByRole('button', { name: /^标记 1/ })).toBeFocused();
  await screens(running, 'viewer-dark');
  expect(await serious(page)).toEqual([]);
});
