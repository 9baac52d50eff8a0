/**
 * A case typed by hand in the packaged app, as somebody who has never sued would: their own words for dates,
 * amounts and the rate, slips on the way, files of every kind; then the figures, the exported papers, a crash,
 * and everything still there. The expected figures are worked out in the comments, not by the app.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { flat, readDocx } from '../helpers/read-docx.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { expect, launch, test } from './harness.ts';
import { firstRun, go, pickNext, saved, type, unlock } from './steps.ts';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function parties(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加出借人' }).last().click();
  await expect(page.getByRole('textbox', { name: '姓名', exact: true })).toBeFocused();
  await page.keyboard.type('张建国');
  await type(page, '证件号码', '330102197403120011');
  await expect(page.getByText(/校验位不对/)).toBeVisible();
  await type(page, '证件号码', '330102１９７４０３１２００１２');
  await expect(page.getByText(/校验位不对/)).toBeHidden();
  await expect(page.getByRole('textbox', { name: '出生日期' })).toHaveValue('1974-03-12');
  await expect(page.getByRole('radio', { name: '男' })).toBeChecked();
  await type(page, '民族', '汉');
  await expect(page.getByRole('textbox', { name: '民族' })).toHaveValue('汉族');
  await type(page, '住所地（户籍所在地）', '浙江省杭州市上城区婺江路100号2单元501室');
  await type(page, '联系电话', '13805712345');
  await page
    .getByRole('group', { name: '是否接受电子送达' })
    .getByRole('radio', { name: '是', exact: true })
    .check();
  await page.getByRole('button', { name: '加借款人' }).first().click();
  await page.keyboard.type('陈丽');
  await type(page, '证件号码', '330108198509200021');
  await type(page, '民族', '汉族');
  await type(page, '住所地（户籍所在地）', '浙江省杭州市滨江区江南大道3588号');
  await type(page, '联系电话', '13777889900');
}

async function loan(page: Page): Promise<void> {
  await go(page, '借款');
  await page.getByRole('button', { name: '加一笔借款' }).last().click();
  // Two names alone are no loan yet.
  const road = page.getByRole('navigation').getByRole('button', { name: /^借款/ });
  await expect(road).toContainText('未完');
  await type(page, '签订日期', '2024年13月6日');
  await expect(page.getByText(/日期不存在/)).toBeVisible();
  await type(page, '签订日期', '2024.5.6');
  await expect(page.getByRole('textbox', { name: '签订日期' })).toHaveValue('2024-05-06');
  await type(page, '约定金额', '-80000');
  await expect(page.getByText(/大于 0、最多两位小数/)).toBeVisible();
  await type(page, '约定金额', '8万');
  await expect(page.getByText('捌万元整')).toBeVisible();
  await type(page, '借款用途', '装修进货');
  await type(page, '到期日', '2025年5月5日');
  await page.getByRole('radio', { name: /约定了利率/ }).check();
  const rate = page.getByRole('textbox', { name: '约定的利率' });
  await rate.fill('1分5厘');
  await rate.blur();
  await expect(page.getByText(/没有写明按年、按月还是按日/)).toBeVisible();
  await rate.fill('月息1分5厘');
  await rate.blur();
  await expect(rate).toHaveValue('1.5');
  await expect(page.getByText('月利率1.50%（折合年利率18.00%）')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '原文怎么写' }).first()).toHaveValue('月息1分5厘');
  await expect(road).toContainText('已齐');
}

async function money(page: Page): Promise<void> {
  await go(page, '流水');
  await page.getByRole('button', { name: '加一笔出借' }).last().click();
  await expect(page.getByRole('textbox', { name: '日期' })).toBeFocused();
  await page.keyboard.type('2024年5月6日');
  await type(page, /^金额/, '50000.005');
  await expect(page.getByText(/最多两位小数/)).toBeVisible();
  await type(page, /^金额/, '5万');
  await page.getByRole('radio', { name: '微信', exact: true }).check();
  await page.getByRole('button', { name: '再加一笔' }).click();
  await page.keyboard.type('20240508');
  await type(page, /^金额/, '30,000');
  await page.getByRole('radio', { name: '现金' }).check();
  await page.getByRole('button', { name: '加一笔还款' }).first().click();
  await page.keyboard.type('2024-05-01');
  await type(page, /^金额/, '2000');
  await expect(page.getByText(/还款日期 2024-05-01 早于出借日期 2024-05-06/)).toBeVisible();
  await type(page, '日期', '2062-9-10');
  await expect(page.getByText('这一天还没到，请核对年份。')).toBeVisible();
  await type(page, '日期', '2024-9-10');
  await page.getByRole('radio', { name: '还利息' }).check();
  await page.getByRole('button', { name: '再加一笔' }).click();
  await page.keyboard.type('2025-02-01');
  await type(page, /^金额/, '5000');
  await expect(page.getByRole('row', { name: /合计.*80,000\.00.*7,000\.00/ })).toBeVisible();
}

async function demands(page: Page): Promise<void> {
  await go(page, '催收');
  for (const [day, way] of [
    ['2025-05-20', '微信'],
    ['2025-10-08', '电话'],
    ['2026-03-02', '短信'],
  ] as const) {
    await page.getByRole('button', { name: '记一次催收' }).first().click();
    await type(page, '日期', day);
    await page.getByRole('radio', { name: way, exact: true }).check();
    await type(page, '说了什么', '请归还借款8万元及利息。');
    await page.getByRole('radio', { name: '到了' }).check();
  }
  await expect(page.getByText('诉讼时效到 2029年3月2日')).toBeVisible();
}

test('a case typed by hand: figures, papers, a crash, and everything still there', async ({
  userData,
}) => {
  test.setTimeout(240_000);
  const first = await launch(userData);
  const { app, page } = first;
  await firstRun(first);
  await page.getByRole('button', { name: '新建案件' }).last().click();
  await parties(page);
  await loan(page);
  await money(page);
  await demands(page);

  await go(page, '证据');
  const files = join(userData, 'files');
  mkdirSync(files);
  const paths = [
    '借条照片.png',
    '微信转账回单.jpg',
    '损坏的回单.pdf',
    '聊天🧾\u200F记录\u202E(2).png',
  ].map((name) => join(files, name));
  // One byte apart, so that no two files are the same.
  for (const [i, path] of paths.entries())
    writeFileSync(path, Buffer.concat([PNG, Buffer.from([i])]));
  writeFileSync(paths[2] ?? '', '%PDF-1.7\n1 0 obj <<');
  await pickNext(app, paths);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  await expect(page.getByText('共 4 份')).toBeVisible();
  await expect(page.getByRole('row', { name: /聊天记录\(2\)/ })).toBeVisible();
  // The first of them is open, beside a list that leaves its groups out.
  const group = (i: number) => page.locator(`[data-path="evidence.${i}.group"]`);
  await expect(group(0)).toContainText('借款约定');
  await page.getByRole('row', { name: /微信转账回单/ }).click();
  await expect(group(1)).toContainText('交付款项');
  await expect(page.getByRole('row', { name: /损坏的回单/ })).toContainText('文件要看一下');
  const purposes = ['证明借款合意', '证明交付50,000元', '证明还款2,000元', '证明原告催要'];
  for (const [i, purpose] of purposes.entries()) {
    await page.locator('.record-list .row-key').nth(i).click();
    await type(page, '证明目的', purpose);
  }
  await expect(page.getByText('没写证明目的')).toHaveCount(0);

  // Cap 4 × 3.45% (LPR of 2024-04-22) = 13.8% < 18%. Interest, in (start, end] days over 365:
  //   50,000 × 13.8% × 2     = 37.808   2024-05-06 … 05-08
  //   80,000 × 13.8% × 125   = 3,780.822          … 09-10, less 2,000
  //   80,000 × 13.8% × 144   = 4,355.507          … 2025-02-01, less 5,000
  //   80,000 × 13.8% × 93    = 2,812.932          … 05-05   in term, left: 3,987.069
  //   80,000 × 13.8% × 565   = 17,089.315         … 2026-11-21  overdue
  // Together 21,076.384: 21,076.38; the overdue line is 17,089.32, in term takes the rest: 3,987.06.
  await go(page, '请求计算');
  await type(page, '利息暂算到', '2026年11月21日');
  for (const figure of ['80,000.00', '3,987.06', '17,089.32', '101,076.38']) {
    await expect(page.getByText(figure).first()).toBeVisible();
  }
  await expect(page.getByRole('button', { name: '填了起诉日期才能算出' })).toBeVisible();

  await go(page, '诉讼');
  await page.getByRole('button', { name: '选择杭州市上城区人民法院' }).click();
  await saved(page);
  await go(page, '文书');
  await expect(page.locator('.pdf-page canvas').first()).toBeVisible();
  const folder = join(userData, '导出');
  mkdirSync(folder);
  await pickNext(app, [folder]);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('radio', { name: /全部/ }).check();
  await page.getByRole('checkbox', { name: '我已逐项核对事实、法条和金额' }).check();
  await page.getByRole('button', { name: '选择文件夹并导出' }).click();
  await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible({ timeout: 60_000 });
  const written = readdirSync(folder);
  const named = (part: string, ending: string) =>
    join(folder, written.find((f) => f.includes(part) && f.endsWith(ending)) ?? part);
  const texts = async (part: string) => [
    flat((await readPdf(readFileSync(named(part, '.pdf')))).lines),
    flat(readDocx(readFileSync(named(part, '.docx'))).lines),
  ];
  for (const text of await texts('民事起诉状-张建国')) {
    for (const said of [
      '姓名：张建国',
      '证件号码：330108198509200021',
      '尚欠本金80,000元',
      '尚欠利息21,076.38元',
      '利息3,987.06元',
      '为17,089.32元',
      '标的总额101,076.38元',
    ]) {
      expect(text).toContain(said);
    }
  }
  for (const text of await texts('利息计算清单')) {
    for (const said of ['37.81', '3,780.82', '4,355.51', '2,812.93', '17,089.32', '21,076.38'])
      expect(text).toContain(said);
  }
  for (const text of await texts('证据目录')) expect(text).toContain('聊天记录(2)');

  // Half a figure, then the power goes.
  await page.keyboard.press('Escape');
  await go(page, '流水');
  await page.getByRole('row', { name: /2025-02-01/ }).click();
  await page.getByRole('textbox', { name: /^金额/ }).fill('50000.1.2');
  await page.getByRole('textbox', { name: '备注' }).fill('半夜打的字');
  const stored = () =>
    page.evaluate(async () => {
      const list = await window.jieju.call('cases.list', { search: '' });
      const caseId = list.ok ? (list.value[0]?.caseId ?? '') : '';
      const read = await window.jieju.call('cases.get', { caseId });
      return read.ok ? JSON.stringify(read.value.document) : '';
    });
  await expect.poll(stored).toContain('半夜打的字');
  app.process().kill('SIGKILL');
  await app.waitForEvent('close');

  const again = await launch(userData);
  await unlock(again);
  await again.page.getByRole('row', { name: /张建国诉陈丽/ }).click();
  await go(again.page, '流水');
  await again.page.getByRole('button', { name: '2025-02-01' }).click();
  await expect(again.page.getByRole('textbox', { name: /^金额/ })).toHaveValue('50000.1.2');
  await expect(again.page.getByRole('textbox', { name: '备注' })).toHaveValue('半夜打的字');
  await type(again.page, /^金额/, '5000');
  await go(again.page, '请求计算');
  await expect(again.page.getByText('101,076.38').first()).toBeVisible();
  await go(again.page, '证据');
  await again.page.getByRole('button', { name: '核对文件' }).click();
  await expect(again.page.getByText('已核对 4 个文件')).toBeVisible();
  await again.app.close();
});

test('a case file with many errors is refused whole, each named by its place and meaning', async ({
  running,
  userData,
}) => {
  const { app, page } = running;
  await firstRun(running);
  const file = join(userData, '坏的.jieju.json');
  const person = (id: string, role: string) => ({ id, kind: 'person', role, name: id });
  writeFileSync(
    file,
    JSON.stringify({
      schema: 'jieju.case',
      version: 1,
      id: 'c1',
      parties: [person('甲', 'lender'), person('乙', 'debtor')],
      loans: [{ id: 'l1', lenderIds: ['甲'], borrowerIds: ['丁'], due: '2024-02-30' }],
      transfers: [
        { id: 't1', loanId: 'l1', direction: 'out', date: '2024-01-01', amount: '100.005' },
        { id: 't2', loanId: 'l1', direction: 'in', date: '昨天', amount: '-5' },
      ],
      unknownField: true,
    }),
  );
  await pickNext(app, [file]);
  await page.getByRole('button', { name: '导入案件文件' }).click();
  const notice = page.locator('.notice', { hasText: '没有导入' });
  await expect(notice).toBeVisible();
  const told = await notice.getByRole('listitem').allInnerTexts();
  for (const path of [
    'parties.1.role',
    'loans.0.due',
    'transfers.0.amount',
    'transfers.1.date',
    'transfers.1.amount',
    'unknownField',
  ]) {
    const line = told.find((t) => t.includes(path));
    expect(line, path).toMatch(/[一-鿿]{4}/);
  }
  for (const place of ['当事人第 2 条', '借款第 1 条', '流水第 2 条']) {
    expect(told.join()).toContain(place);
  }
  await expect(page.getByRole('button', { name: /看示例/ })).toBeVisible();

  const cut = join(userData, '断的.jieju.json');
  writeFileSync(cut, readFileSync(file).subarray(0, 200));
  await pickNext(app, [cut]);
  await page.getByRole('button', { name: '导入案件文件' }).click();
  await expect(page.getByText(/不是完整的 JSON，第 1 行第 \d+ 个字符处有误/)).toBeVisible();
  await expect(page.getByRole('button', { name: /看示例/ })).toBeVisible();
});
