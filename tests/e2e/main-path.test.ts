/**
 * The main job in the packaged app: first run, the sample case, one figure changed, the claim, the preview
 * and the exported files all follow it, and everything is still there after a restart.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { expect, launch, screens, test } from './harness.ts';
import { firstRun, go, openSample, PASSPHRASE, pickNext, saved } from './steps.ts';

test('one figure changed in the window reaches the claim, the preview and the files', async ({
  running,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);

  await go(page, '流水');
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /^金额/ }).fill('280000');
  await page.getByRole('textbox', { name: /^金额/ }).blur();
  await saved(page);

  await go(page, '请求计算');
  await expect(page.getByText('280,000.00').first()).toBeVisible();

  await go(page, '文书');
  await page.getByRole('button', { name: /民事起诉状（要素式）/ }).click();
  await expect(page.getByText(/共 \d+ 页/)).toBeVisible();
  const preview = await page.evaluate(async () => {
    const reply = await window.jieju.call('cases.list', { search: '' });
    const caseId = reply.ok ? (reply.value[0]?.caseId ?? '') : '';
    const paper = await window.jieju.call('papers.preview', {
      caseId,
      paperId: 'complaint-elements',
      today: '2026-03-16',
    });
    return paper.ok ? [...paper.value.pdf] : [];
  });
  const previewText = flat((await readPdf(Uint8Array.from(preview))).lines);
  expect(previewText).toContain('尚欠本金280,000元');

  const folder = join(userData, '导出 的 材料');
  mkdirSync(folder);
  await pickNext(app, [folder]);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('radio', { name: /只导出/ }).check();
  await page.getByRole('checkbox', { name: '我已逐项核对事实、法条和金额' }).check();
  await page.getByRole('button', { name: '选择文件夹并导出' }).click();
  await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible();
  expect(readdirSync(folder).sort()).toEqual(['01-民事起诉状-王某.docx', '01-民事起诉状-王某.pdf']);
  const pdf = flat((await readPdf(readFileSync(join(folder, '01-民事起诉状-王某.pdf')))).lines);
  const docx = flat(readDocx(readFileSync(join(folder, '01-民事起诉状-王某.docx'))).lines);
  for (const text of [pdf, docx]) {
    expect(text).toContain('尚欠本金280,000元');
    expect(text).toContain('实际提供：280,000元');
    expect(text).toContain('280,000元（暂计至2026年3月16日）');
  }
  await app.close();

  const again = await launch(userData);
  await again.page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await again.page.keyboard.press('Enter');
  await again.page.getByText('王某诉李某').first().click();
  await go(again.page, '流水');
  await expect(again.page.getByRole('row', { name: /280,000\.00/ }).first()).toBeVisible();
  await again.app.close();
});

test('a half-typed figure survives a crash and is told at its field', async ({ userData }) => {
  const first = await launch(userData);
  await firstRun(first);
  await openSample(first);
  await go(first.page, '流水');
  await first.page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .click();
  const amount = first.page.getByRole('textbox', { name: /^金额/ });
  await amount.fill('30000.123');
  await amount.blur();
  await expect(first.page.getByText(/最多两位小数/).first()).toBeVisible();
  await saved(first.page);
  first.app.process().kill('SIGKILL');
  await first.app.waitForEvent('close');

  const again = await launch(userData);
  await again.page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await again.page.keyboard.press('Enter');
  await again.page.getByText('王某诉李某').first().click();
  await go(again.page, '流水');
  await again.page.getByRole('button', { name: '2023-03-01' }).click();
  await expect(again.page.getByRole('textbox', { name: /^金额/ })).toHaveValue('30000.123');
  await again.app.close();
});

test('evidence files are taken in with their hash, odd names and damaged files included', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  const folder = join(userData, 'files');
  mkdirSync(folder);
  const good = join(folder, '转账 回单🧾 ‮(1).txt');
  const torn = join(folder, '损坏.pdf');
  const empty = join(folder, '空.png');
  writeFileSync(good, '2023-03-01 转账 300000.00');
  writeFileSync(torn, '%PDF-1.7\n1 0 obj <<');
  writeFileSync(empty, '');
  await go(page, '证据');
  await pickNext(app, [good, torn, empty]);
  await page.getByRole('button', { name: '加入文件', exact: true }).click();
  await expect(page.getByText(/没有收进来/)).toBeVisible();
  await expect(page.getByText('空.png').first()).toBeVisible();
  await expect(page.getByText('共 6 份')).toBeVisible();
  await page.getByRole('button', { name: '核对文件' }).click();
  await expect(page.getByText('已核对 2 个文件')).toBeVisible();
});

test('a wrong passphrase is told and opens nothing', async ({ userData }) => {
  const first = await launch(userData);
  await firstRun(first);
  await openSample(first);
  await first.app.close();
  const again = await launch(userData);
  await again.page.getByLabel('口令', { exact: true }).fill('不是这个口令，真的');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText(/口令不对/).first()).toBeVisible();
  await expect(again.page.getByText('王某诉李某')).toHaveCount(0);
  await again.app.close();
});

test('closing while the last change could not be saved keeps the window and says so', async ({
  running,
}) => {
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  // The same case is saved from elsewhere, so that the window's own save is refused as stale.
  await page.evaluate(async () => {
    const list = await window.jieju.call('cases.list', { search: '' });
    const caseId = list.ok ? (list.value[0]?.caseId ?? '') : '';
    const read = await window.jieju.call('cases.get', { caseId });
    if (!read.ok) throw new Error(read.error.message);
    const { revision, document } = read.value;
    await window.jieju.call('cases.save', { caseId, revision, document: { ...document } });
  });
  await go(page, '流水');
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: '备注' }).fill('转账附言：借款');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(page.getByText(/还没有存进案件库/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('转账附言：借款');
  const gone = app.waitForEvent('close');
  // The page ends under the click, so the click itself never reports back.
  page
    .getByRole('button', { name: /直接关闭/ })
    .click()
    .catch(() => undefined);
  await gone;
});

test('every screen of a case can be looked at in two sizes', async ({ running }) => {
  test.setTimeout(120_000);
  const { page } = running;
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await screens(running, '01-first-run');
  await firstRun(running);
  await expect(page.getByRole('button', { name: /看示例/ })).toBeVisible();
  await screens(running, '02-case-list');
  await openSample(running);
  await screens(running, '03-overview');
  const names = '当事人 借款 流水 催收 协商 证据 请求计算 文书 诉讼 执行 失信评估'.split(' ');
  for (const [i, name] of names.entries()) {
    await go(page, name);
    if (name === '文书') await expect(page.locator('.pdf-page canvas').first()).toBeVisible();
    await screens(running, `${String(i + 4).padStart(2, '0')}-${name}`);
  }
  expect(errors).toEqual([]);
});
