/**
 * Settling, choosing a route, and what is kept of it all: a plan made, signed, broken and called due; the
 * routes compared; the record of changes checked; a case archived, restored and deleted for good.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/law/dates.ts';
import { flat } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { expect, screens, test } from './harness.ts';
import { call, firstRun, go, openBeforeSuit, openSample, saved, type } from './steps.ts';

const ROOT = join(import.meta.dirname, '../..');

const localDay = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });

test('a plan is made, signed, broken, called due; then the routes are compared', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await firstRun(running);
  const caseId = await openBeforeSuit(running);
  const today = await localDay(page);
  const [signed, first, paid, second] = [-60, -40, -35, 30].map((n) => addDays(today, n)) as [
    string,
    string,
    string,
    string,
  ];

  await go(page, '协商');
  // He may refuse before any plan was made.
  await page.getByRole('button', { name: '对方不同意分期' }).click();
  const refused = page.getByRole('textbox', { name: /^哪天拒绝的/ });
  await expect(refused).toBeFocused();
  await expect(refused).toHaveValue('');
  await screens(running, '40-settlement-refused');
  await page.getByRole('button', { name: '重新协商' }).click();
  await type(page, '打算哪天签', signed);
  await page.getByRole('checkbox', { name: /放弃到签订为止的利息/ }).check();
  await page.getByRole('radio', { name: '自己定各期' }).check();
  await page.getByText('一次粘贴几期').click();
  const paste = page.getByRole('textbox', { name: '各期，一行一期' });
  await paste.fill(`${first} 100000\n${second} 十万`);
  await page.getByRole('button', { name: '填入' }).click();
  await paste.fill(`${first} 100000\n${second} 19万元`);
  await page.getByRole('button', { name: '填入' }).click();
  // It does not add up: said at the plan, and it cannot be signed.
  await expect(page.getByText(/少了10,000元/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '对方签了' })).toBeDisabled();
  await page
    .getByRole('textbox', { name: /^还多少/ })
    .nth(1)
    .fill('200000');
  await page
    .getByRole('textbox', { name: /^还多少/ })
    .nth(1)
    .blur();
  // Over the cap, refused at the field; then taken back.
  await type(page, '分期期间的年利率', '24');
  await expect(page.getByText(/超过上限/).first()).toBeVisible();
  await type(page, '分期期间的年利率', '');
  await page.getByRole('radio', { name: /别的法院/ }).check();
  await expect(page.getByText(/须有证据证明与争议有实际联系/)).toBeVisible();
  await page.getByRole('radio', { name: /您住所地的法院/ }).check();
  const plan = page.getByRole('table', { name: '还款计划' });
  await expect(plan.getByRole('row', { name: /合计.*300,000\.00/ })).toBeVisible();
  await screens(running, '40-settlement-plan');

  await saved(page);
  const preview = await call(page, 'papers.preview', {
    caseId,
    paperId: 'repayment-agreement',
    today,
  });
  if (!preview.ok) throw new Error(preview.error.message);
  const bytes = Uint8Array.from(Object.values(preview.value.pdf));
  const text = flat((await readPdf(bytes)).lines);
  for (const words of [first, second, '200,000.00', '由甲方住所地人民法院管辖', '超过10日']) {
    expect(text).toContain(words);
  }

  await page.getByRole('button', { name: '对方签了' }).click();
  const rows = page.getByRole('table', { name: '各期还款情况' });
  await expect(rows.getByRole('row', { name: new RegExp(first) })).toContainText('逾期 40 天');
  await expect(page.getByText('对方违约，可以宣布全部到期').first()).toBeVisible();

  await page.getByRole('button', { name: '记一笔还款' }).click();
  await page.getByRole('button', { name: /还款/ }).first().click();
  await type(page, /^日期/, paid);
  await type(page, /^金额/, '40000');
  await saved(page);
  await go(page, '协商');
  const late = rows.getByRole('row', { name: new RegExp(first) });
  await expect(late).toContainText('40,000.00');
  await expect(late).toContainText(paid);
  await expect(rows.getByRole('row', { name: /还差/ })).toContainText('260,000.00');
  // The notice comes first; nothing is due early until the day it arrived is typed.
  const arrived = page.getByRole('textbox', { name: /^通知到达对方的日期/ });
  await expect(arrived).toHaveValue('');
  await expect(page.getByRole('button', { name: '写催收通知书' })).toBeVisible();
  await screens(running, '41-settlement-notice');
  await page.getByRole('button', { name: '已经寄出，去记下来' }).click();
  await type(page, /^日期/, today);
  await saved(page);
  await go(page, '协商');
  await expect(arrived).toHaveValue('');
  await page.getByRole('button', { name: '到了，填到达的日期' }).click();
  await expect(arrived).toBeFocused();
  await arrived.fill(today);
  await expect(page.getByRole('heading', { name: '已宣布全部到期' })).toBeVisible();
  await expect(rows.getByRole('row', { name: new RegExp(second) })).toContainText('已到期（提前）');
  await screens(running, '41-settlement-breached');

  await go(page, '请求计算');
  // The payment came five days late: 41.10 of interest at 3.00% is taken first.
  await expect(page.getByText('260,041.10').first()).toBeVisible();

  await go(page, '诉讼');
  const routes = page.getByRole('table', { name: '各条路的比较' });
  await expect(routes.getByRole('row')).toHaveCount(7);
  const order = routes.getByRole('row', { name: /^支付令/ });
  await expect(order).toContainText('先确认');
  await page
    .getByRole('group', { name: /双方没有别的债务/ })
    .getByRole('radio', { name: '是', exact: true })
    .check();
  await expect(order).toContainText('可以走');
  await expect(routes.getByRole('row', { name: /^仲裁/ })).toContainText('走不通');
  await expect(routes.getByRole('row', { name: /^起诉/ })).toContainText('可以走');
  await screens(running, '42-routes');
});

test('what is done is recorded; the record is checked here and by command', async ({
  running,
  userData,
}) => {
  test.setTimeout(90_000);
  const { app, page } = running;
  await firstRun(running);
  await openSample(running);
  await go(page, '流水');
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .click();
  await type(page, '备注', '转账附言：借款');
  await saved(page);
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await go(page, '设置');
  const log = page.getByRole('table', { name: '操作记录' });
  await expect(log.getByRole('row', { name: /修改案件.*流水第1条的备注/ }).first()).toBeVisible();
  await page.getByRole('button', { name: '核对操作记录' }).click();
  await expect(page.getByText(/条记录首尾相接，没有改动/)).toBeVisible();
  const path = join(userData, '操作记录.jsonl');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: '导出记录' }).click();
  await expect(log.getByRole('row', { name: /导出操作记录/ })).toBeVisible();
  await screens(running, '43-audit');
  expect(readFileSync(path, 'utf8')).not.toContain('转账附言');
  const check = (file: string) =>
    spawnSync(process.execPath, ['main/cli.ts', 'verify-audit', file], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  expect(check(path)).toMatchObject({ status: 0, stdout: expect.stringContaining('首尾相接') });
});

test('a case is archived, only looked at, restored; deleting asks for its name and clears it', async ({
  running,
}) => {
  test.setTimeout(90_000);
  const { page } = running;
  await firstRun(running);
  await openSample(running);
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await page.getByRole('button', { name: '归档或删除王某诉李某' }).click();
  const dialog = page.getByRole('dialog', { name: /归档或删除/ });
  await expect(dialog.getByRole('button', { name: '彻底删除' })).toBeDisabled();
  await screens(running, '44-remove');
  await dialog.getByRole('button', { name: '归档', exact: true }).click();
  await expect(page.getByText('没有在办的案件。')).toBeVisible();

  await page.getByText('已归档', { exact: true }).click();
  await page.getByRole('button', { name: '王某诉李某', exact: true }).click();
  await expect(page.getByText('这个案件已归档，只能查看和导出')).toBeVisible();
  await go(page, '流水');
  await page
    .getByRole('row', { name: /300,000\.00/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: '备注' }).fill('改不动');
  await expect(page.getByText(/这个案件已归档，只能查看。/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: '备注' })).not.toHaveValue('改不动');
  await page.getByRole('button', { name: '恢复到案件列表' }).click();
  await page.getByRole('textbox', { name: '备注' }).fill('现在可以改');
  await saved(page);

  await page.getByRole('button', { name: '回到案件列表' }).click();
  await page.getByRole('button', { name: '归档或删除王某诉李某' }).click();
  const name = dialog.getByRole('textbox', { name: /照着输入案件名称/ });
  await name.fill('王某');
  await expect(dialog.getByRole('button', { name: '彻底删除' })).toBeDisabled();
  await name.fill('王某诉李某');
  await dialog.getByRole('button', { name: '彻底删除' }).click();
  await expect(page.getByRole('button', { name: /看示例/ })).toBeVisible();
  await go(page, '设置');
  const log = page.getByRole('table', { name: '操作记录' });
  await expect(log.getByRole('row', { name: /清除案件的全部内容/ })).toBeVisible();
  await expect(log.getByText('（已随案件清除）').first()).toBeVisible();
  await page.getByRole('button', { name: '核对操作记录' }).click();
  await expect(page.getByText(/条记录首尾相接，没有改动/)).toBeVisible();
});
