/** What people have on their phones, one exhibit of each kind: what is said of it, and whether it plays. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { expect, type Running, resize, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext } from './steps.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/evidence', name));
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
  await expect(page.getByText(`共 ${4 + paths.length} 份`)).toBeVisible();
}

/** Opens the exhibit made of a file, then the file in the viewer. */
async function look(page: Page, file: string) {
  const back = page.getByRole('button', { name: '回到列表' });
  if (await back.isVisible()) await back.click();
  const name = new RegExp(file.split('.')[0] ?? '');
  await page.getByRole('row', { name }).getByRole('button').first().click();
  await page.getByRole('button', { name: `看 ${file}` }).click();
  await expect(viewer(page)).toBeVisible();
}

async function serious(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.map((p) => p.id)).toContain('color-contrast');
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

test('recordings and films as phones make them play, or say what to do', async ({
  running,
  userData,
}) => {
  test.setTimeout(240_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await take(running, join(userData, '文件'), {
    '通话一.mp3': fixture('recording.mp3'),
    '通话二.m4a': fixture('recording.m4a'),
    '录像一.mp4': fixture('film.mp4'),
    '录像二.mov': fixture('film.mov'),
    '通话三.amr': fixture('recording.amr'),
    '通话四.3gp': fixture('recording.3gp'),
    '录像三.mov': fixture('film-hevc.mov'),
  });
  await resize(running, { width: 1280, height: 800 });
  const pane = viewer(page);
  const player = pane.locator('audio, video');
  const state = () =>
    player.evaluate((e) => {
      const { duration, currentTime, paused } = e as HTMLMediaElement;
      return { duration, currentTime, paused };
    });

  for (const file of ['通话一.mp3', '通话二.m4a', '录像一.mp4', '录像二.mov']) {
    await look(page, file);
    await expect.poll(async () => (await state()).duration, file).toBeCloseTo(4, 0);
    await pane.getByRole('textbox', { name: '跳到几分几秒' }).fill('00:02');
    await pane.getByRole('button', { name: '跳到' }).click();
    await expect.poll(async () => (await state()).currentTime, file).toBeCloseTo(2, 1);
    await player.evaluate((e) => (e as HTMLMediaElement).play());
    await expect.poll(async () => (await state()).currentTime, file).toBeGreaterThan(2.2);
    if (file.startsWith('录像'))
      expect(await player.evaluate((e) => (e as HTMLVideoElement).videoWidth), file).toBe(96);
    await expect(pane.getByRole('button', { name: /另存一份$/ })).toHaveCount(0);
  }
  await screens(running, 'media-film');

  for (const [file, title, why] of [
    ['通话三.amr', '这段录音在窗口里放不了', /AMR 格式/],
    ['通话四.3gp', '这段录像在窗口里放不了', /AMR 格式/],
  ] as const) {
    await resize(running, { width: 1280, height: 800 });
    await look(page, file);
    await expect(pane.getByText(title)).toBeVisible();
    await expect(pane.getByText(why)).toBeVisible();
    await expect(player).toHaveCount(0);
  }
  await look(page, '通话三.amr');
  const copy = join(userData, '另存.amr');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await pane.getByRole('button', { name: /另存一份$/ }).click();
  await expect(page.getByText('已另存到')).toBeVisible();
  expect(readFileSync(copy).equals(fixture('recording.amr'))).toBe(true);
  await screens(running, 'media-refused');
  expect(await serious(page)).toEqual([]);

  // Its sound plays; that there is no picture is said, and no black box stands in its place.
  await resize(running, { width: 1280, height: 800 });
  await look(page, '录像三.mov');
  await expect.poll(async () => (await state()).duration).toBeCloseTo(4, 0);
  const shown = await player.evaluate((e) => (e as HTMLVideoElement).videoWidth);
  // A computer that has a decoder for it shows it.
  if (shown === 0) {
    await expect(pane.getByText('这里只放得出声音，画面放不出来')).toBeVisible();
    await expect(pane.getByText(/HEVC/)).toBeVisible();
    await expect.poll(async () => (await player.boundingBox())?.height).toBeLessThan(80);
  }
  await screens(running, 'media-no-picture');
  await page.emulateMedia({ colorScheme: 'dark' });
  await screens(running, 'media-no-picture-dark');
  expect(await serious(page)).toEqual([]);
});

test('each kind of file says in the list and under its name what to know of it', async ({
  running,
  userData,
}) => {
  test.setTimeout(240_000);
  const { page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');
  await screens(running, 'exhibits-few');
  const locked = await PDFDocument.create();
  locked.addPage([595, 842]);
  locked.encrypt({ userPassword: '123456', ownerPassword: 'x' });
  const paper = await PDFDocument.create();
  for (let n = 0; n < 3; n++) paper.addPage([595, 842]);
  const children = [new Paragraph('今借到人民币叁拾万元整')];
  await take(running, join(userData, '文件'), {
    '借条照片.heic': fixture('photo.heic'),
    '流水.pdf': await paper.save(),
    '加密流水.pdf': await locked.save(),
    '坏了.pdf': Buffer.from('%PDF-1.7 nothing else'),
    '语音.amr': fixture('recording.amr'),
    '录像.mov': fixture('film-hevc.mov'),
    '合同.docx': await Packer.toBuffer(new Document({ sections: [{ children }] })),
    '打包.zip': Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
  });
  const row = (name: RegExp) => page.getByRole('row', { name });
  for (const name of [/加密流水/, /坏了/, /语音/, /录像/])
    await expect(row(name).first()).toContainText('文件要看一下');
  await screens(running, 'exhibits-kinds');
  expect(await serious(page)).toEqual([]);
  await row(/加密流水/)
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByText('这个 PDF 设有密码').first()).toBeVisible();
  await page.getByText('这个 PDF 设有密码').first().scrollIntoViewIfNeeded();
  await screens(running, 'exhibits-locked');
  await page.getByRole('button', { name: '看 加密流水.pdf' }).click();
  await viewer(page).getByLabel('PDF 的密码').fill('000000');
  await viewer(page)
    .getByRole('button', { name: /打\s*开/ })
    .click();
  await expect(viewer(page).getByText('密码不对，请再试一次。')).toBeVisible();
  await screens(running, 'exhibits-password');
  await viewer(page).getByLabel('PDF 的密码').fill('123456');
  await viewer(page).getByLabel('PDF 的密码').press('Enter');
  await expect(viewer(page).locator('[data-page="1"] canvas')).toBeVisible();
  await page.getByRole('button', { name: '关闭证据' }).click();

  await page.getByRole('button', { name: '核对文件' }).click();
  await expect(page.getByText('已核对 8 个文件，内容与取入时完全一致')).toBeVisible();
  await page.getByRole('button', { name: '生成证据册' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await screens(running, 'exhibits-book-dark');
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await screens(running, 'exhibits-dark');
  expect(await serious(page)).toEqual([]);
});
