/** Evidence in the packaged app: gaps shown and closed, pictures pasted, folders dropped, the list put in order. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { jpegWithExif } from '../helpers/exif.ts';
import { expect, launch, screens, test } from './harness.ts';
import { firstRun, go, openSample, pickNext, saved, unlock } from './steps.ts';

/** Pictures no two of which are the same. */
async function pictures(folder: string, names: readonly string[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const v = await vips();
  return names.map((name, i) => {
    const path = join(folder, name);
    const image = v.Image.gaussnoise(300, 600, { mean: 200, sigma: 20, seed: i + 1 }).cast('uchar');
    writeFileSync(path, image.writeToBuffer(name.endsWith('.jpg') ? '.jpg[keep=none]' : '.png'));
    return path;
  });
}

/** Changes the sample in the store, as another window of the app would. */
async function rewrite(page: Page, change: (d: CaseDocument) => CaseDocument): Promise<void> {
  const got = await page.evaluate(async () => {
    const list = await window.jieju.call('cases.list', { search: '' });
    const [first] = list.ok ? list.value : [];
    return first ? window.jieju.call('cases.get', { caseId: first.caseId }) : null;
  });
  if (!got?.ok) throw new Error('no case');
  const { caseId, revision, document } = got.value;
  const put = await page.evaluate((input) => window.jieju.call('cases.save', input), {
    ...{ caseId, revision },
    document: { ...change(document) },
  });
  if (!put.ok) throw new Error(put.error.message);
}

/** Puts a picture on the system's clipboard: at once in older Electron, as an item of it in newer. */
async function copyPicture(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(async ({ clipboard, nativeImage }, file) => {
    const image = nativeImage.createFromPath(file);
    const older = clipboard as unknown as { writeImage?: (i: typeof image) => void };
    if (older.writeImage) return older.writeImage(image);
    const blob = new Blob([new Uint8Array(image.toPNG())], { type: 'image/png' });
    const Item = (globalThis as unknown as { ClipboardItem: new (data: object) => never })
      .ClipboardItem;
    await clipboard.write([new Item({ 'image/png': blob })]);
  }, path);
}

/** Drops files or folders of the disk on the page, as a file manager does. */
async function dropOn(page: Page, paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  await session.detach();
}

/** The list's rows, as 1 name, 2 name … */
async function rows(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: '证据', exact: true });
  return table.locator('tbody tr').evaluateAll((all) =>
    all.map((tr) => {
      const [number, name] = [...tr.children].map((td) => td.textContent?.trim() ?? '');
      return `${number} ${name?.split(/[ （]/)[0]}`;
    }),
  );
}

const section = (page: Page, key: string) => page.getByText(key, { exact: true }).first();

test('a gap is shown, an exhibit closes it, and it is still closed after a restart', async ({
  running,
  userData,
}) => {
  const { page, app } = running;
  await firstRun(running);
  await openSample(running);
  // Before the judgment everything has to be proved.
  await rewrite(page, (d) => {
    const evidence = (d.evidence ?? []).filter((e) => e.id !== 'e3');
    return { ...d, evidence, judgment: null, enforcement: null, suit: {} };
  });
  await page.reload();
  await page
    .getByRole('button', { name: /王某诉李某/ })
    .first()
    .click();
  await expect(page.getByText(/有一件事还缺证据：2023年3月1日交付 300,000 元/)).toBeVisible();
  await screens(running, 'facts-overview');
  await page.getByRole('button', { name: '看看怎么补' }).click();
  const missing = page.getByRole('table', { name: '还缺证据' });
  await expect(missing.getByText('已录入，无凭证')).toBeVisible();
  await screens(running, 'facts');
  await missing.getByRole('button', { name: /加一份证据/ }).click();
  const name = page.getByRole('textbox', { name: '证据名称' });
  await expect(name).toHaveValue('银行转账电子回单（2023年3月1日）');
  const draft = '证明原告已于2023年3月1日通过银行转账向被告实际交付300,000元，借款合同成立。';
  await expect(page.getByText(draft)).toBeVisible();
  await screens(running, 'facts-purpose');
  await page.getByRole('button', { name: '用这一句' }).click();
  await expect(page.getByRole('textbox', { name: '证明目的' })).toHaveValue(draft);
  await page.getByRole('button', { name: '来源填“银行出具”' }).click();
  await expect(page.getByText('要证明的事实', { exact: true })).toBeVisible();
  await saved(page);

  // The amount changes: the old sentence is told, and stays until the user says otherwise.
  await go(page, '流水');
  await page.getByRole('table').getByText('2023-03-01').first().click();
  const amount = page.getByRole('textbox', { name: /金额/ }).first();
  await amount.fill('280000');
  await amount.blur();
  await saved(page);
  await go(page, '证据');
  await page.getByText('银行转账电子回单（2023年3月1日）').first().click();
  await expect(page.getByText('关联的记录改过，这一句还是按原来的写的')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '证明目的' })).toHaveValue(draft);
  await screens(running, 'facts-stale');
  await page.getByRole('button', { name: '换成新的' }).click();
  await expect(page.getByRole('textbox', { name: '证明目的' })).toHaveValue(/280,000元/);
  await saved(page);

  await app.close();
  const again = await launch(userData);
  await unlock(again);
  await again.page
    .getByRole('button', { name: /王某诉李某/ })
    .first()
    .click();
  await go(again.page, '证据');
  await section(again.page, '要证明的事实').click();
  await expect(again.page.getByRole('table', { name: '还缺证据' })).toHaveCount(0);
  const proved = again.page.getByRole('table', { name: '已有证据' });
  await expect(proved.getByText('2023年3月1日交付 280,000 元（银行转账）')).toBeVisible();
  await again.app.close();
});

test('a screenshot pasted, a folder as one exhibit, a photo with its camera; the order by mouse and keys', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '证据');

  const [shot = ''] = await pictures(join(userData, '截图'), ['a.png']);
  await copyPicture(app, shot);
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.getByText('共 5 份')).toBeVisible();
  await expect(page.getByText(/粘贴的图片 \d{4}/).first()).toBeVisible();

  const folder = join(userData, '微信聊天');
  await pictures(folder, ['10.png', '9.png', '8.png']);
  writeFileSync(join(folder, 'Thumbs.db'), 'x');
  await dropOn(page, [folder]);
  const dialog = page.getByRole('dialog', { name: '文件夹怎么收' });
  await expect(dialog.getByText('会成为 1 份证据')).toBeVisible();
  await dialog.getByText('有 1 项不收').click();
  await expect(dialog.getByText('Thumbs.db')).toBeVisible();
  await screens(running, 'evidence-folder');
  await dialog.getByRole('button', { name: '收进 3 个文件' }).click();
  await expect(page.getByText('共 6 份')).toBeVisible();
  await page.getByRole('cell', { name: /^微信聊天/ }).click();
  await expect(page.locator('.file-head strong')).toHaveText(['8.png', '9.png', '10.png']);

  const papers = join(userData, '收条');
  await pictures(papers, ['一月.jpg', '二月.jpg']);
  await pickNext(app, [papers]);
  await page.getByRole('button', { name: '加入文件夹' }).click();
  await dialog.getByText('每个文件一份').click();
  await expect(dialog.getByText('会成为 2 份证据')).toBeVisible();
  await dialog.getByRole('button', { name: '收进 2 个文件' }).click();
  await expect(page.getByText('共 8 份')).toBeVisible();

  const photo = join(userData, '借条照片.jpg');
  const v = await vips();
  const plain = v.Image.gaussnoise(200, 300, { mean: 99, sigma: 9, seed: 77 }).cast('uchar');
  const facts = { make: 'HUAWEI', model: 'MNA-AL00', taken: '2024:03:05 21:05:33', place: true };
  writeFileSync(photo, jpegWithExif(plain.writeToBuffer('.jpg[keep=none]'), facts));
  await pickNext(app, [photo]);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  await expect(page.getByText('共 9 份')).toBeVisible();
  await page.getByRole('table', { name: '证据', exact: true }).getByText('借条照片').click();
  await expect(page.getByText('拍摄：HUAWEI MNA-AL00，2024-03-05 21:05')).toBeVisible();
  await screens(running, 'evidence-origin');

  const before = await rows(page);
  expect(before.map((r) => r.split(' ')[0])).toEqual(
    Array.from({ length: 9 }, (_, i) => String(i + 1)),
  );
  const table = page.getByRole('table', { name: '证据', exact: true });
  const row = (n: number) => table.locator('tbody tr').nth(n - 1);
  await row(9).dragTo(row(2), { targetPosition: { x: 20, y: 3 } });
  await expect
    .poll(() => rows(page))
    .toEqual([
      before[0],
      '2 借条照片',
      ...before.slice(1, 8).map((r) => `${Number(r[0]) + 1}${r.slice(1)}`),
    ]);
  // Alt and the arrows carry it on, and the focus goes with it.
  await row(2).getByRole('button').first().focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await rows(page))[0]).toBe('1 借条照片');
  await page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(() => rows(page))
    .toEqual([
      before[0],
      '2 借条照片',
      ...before.slice(1, 8).map((r) => `${Number(r[0]) + 1}${r.slice(1)}`),
    ]);
  await saved(page);
});

test('what was handed in stays where it is, and its number stays free when it goes', async ({
  running,
}) => {
  const { page } = running;
  await firstRun(running);
  await openSample(running);
  await rewrite(page, (d) => ({
    ...d,
    evidenceReleases: [
      {
        ...{ id: 'r1', on: '2026-03-16' },
        exhibits: ['e1', 'e2'].map((id, i) => ({ id, number: i + 1, from: i + 1, to: i + 1 })),
      },
    ],
  }));
  await page.reload();
  await page
    .getByRole('button', { name: /王某诉李某/ })
    .first()
    .click();
  await go(page, '证据');
  await expect(page.getByText(/有 2 份已交给法院，编号和顺序不再变动/)).toBeVisible();
  const before = await rows(page);
  const table = page.getByRole('table', { name: '证据', exact: true });
  const row = (n: number) => table.locator('tbody tr').nth(n - 1);
  await expect(row(1)).toHaveAttribute('title', '已交给法院，编号和顺序不再变动');
  await row(1).dragTo(row(4), { targetPosition: { x: 20, y: 3 } });
  expect(await rows(page)).toEqual(before);
  // Dropped on what was handed in, an open one comes first among the open ones.
  await row(4).dragTo(row(1), { targetPosition: { x: 20, y: 3 } });
  await expect
    .poll(() => rows(page))
    .toEqual([...before.slice(0, 2), before[3]?.replace('4', '3'), before[2]?.replace('3', '4')]);
  await row(2).click();
  await expect(page.getByRole('heading', { name: /证据 2（已交给法院，编号不变）/ })).toBeVisible();
  await screens(running, 'evidence-handed-in');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText(/证据2已交给法院，编号空着保留，不会给别的证据/)).toBeVisible();
  await expect.poll(async () => (await rows(page)).map((r) => r[0])).toEqual(['1', '3', '4']);
});
