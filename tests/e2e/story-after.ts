/** The story of the enforcement: a car, a false report, the applications, the end. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Running, screens } from './harness.ts';
import { go, pickNext, saved, type } from './steps.ts';
import { NUMBER } from './story-court.ts';
import { choose, enter, exported, nearest, noticesOf, owed, setClock } from './story-steps.ts';

/** The orders are served; the report names no car; the car is found and seized. */
export async function falseReport(running: Running, folder: string): Promise<void> {
  const { app, page } = running;
  await setClock(running, '2026-08-14T15:00');
  await go(page, '执行');
  await type(page, '执行通知书送达被执行人', '2026-08-14');
  await type(page, '报告财产令送达被执行人', '2026-08-14');
  await page.getByRole('button', { name: '记录对方报告财产的情况' }).click();
  await type(page, '要在哪天以前报告财产', '2026-09-01');
  await page.getByRole('button', { name: '加一条财产线索' }).click();
  await enter(page, '具体是什么', '小型轿车，号牌甲A×××88');
  await choose(page, '种类', '车辆');
  await choose(page, '谁的财产', '李某');
  await type(page, '在哪里', '乙市丁区和平路2号小区地下车库');
  await type(page, '怎么知道的', '申请执行人现场目击、小区物业人员陈述');
  await type(page, '大约值多少', '8万');
  await type(page, '交给法院的日期', '2026-08-14');
  await saved(page);
  // What the court and the debtor owe stands in the lane of limits; a clear clue is checked in seven days.
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  for (const [day, limit] of [
    ['2026-08-21', '法院核查财产线索'],
    ['2026-09-01', '对方报告财产的最后一天'],
    ['2027-02-03', '执行满六个月'],
  ] as const) {
    await expect(page.locator('.timeline tr', { hasText: day })).toContainText(limit);
  }

  await setClock(running, '2026-10-12T16:00');
  await go(page, '执行');
  await type(page, '对方报告的日期', '2026-09-01');
  await choose(page, '报告的结果', '报告虚假、有隐瞒');
  await page.getByRole('button', { name: '修改：一条线索1' }).click();
  await type(page, '查封、冻结日期', '2026-10-12');
  // Movables at most two years (民诉法解释 485): the last day is 11 October 2028, to be renewed by 4 October.
  await type(page, '到期日期', '2028-10-11');
  await expect(page.getByText('查封到2028年10月11日，还有 730 天')).toBeVisible();
  await nearest(page, '2028-10-04', '申请续封：小型轿车，号牌甲A×××88');

  mkdirSync(folder, { recursive: true });
  const file = join(folder, '财产报告查阅笔录与车辆登记信息.txt');
  writeFileSync(file, '2026年9月1日财产报告：名下无车辆。车辆登记：甲A×××88，登记人李某。');
  await setClock(running, '2026-10-20T09:00');
  await go(page, '证据');
  await pickNext(app, [file]);
  await page.getByRole('button', { name: '加入文件', exact: true }).first().click();
  await page.getByRole('row', { name: /财产报告查阅笔录/ }).click();
  await choose(page, '分组', '执行');
  await type(page, '证明目的', '证明被执行人报告财产时隐瞒了名下车辆。');

  await go(page, '失信评估');
  const ground = page.locator('[data-path="dishonest.ground4"]');
  const verdict = ground.locator('.ground-head');
  // That the report was false is on record; a word is no proof.
  await expect(verdict).toContainText('材料不足');
  await ground.getByRole('button', { name: /^记一条事实：/ }).click();
  await ground.getByRole('radio', { name: '虚假报告' }).check();
  await enter(page, '发生的日期', '2026-09-01');
  await type(
    page,
    '经过',
    '被执行人提交的财产报告写明名下没有车辆，隐瞒了登记在其名下的甲A×××88号小型轿车。',
  );
  await expect(verdict).toContainText('材料不足');
  await choose(page, '证据', /财产报告查阅笔录/);
  await page.keyboard.press('Escape');
  await expect(verdict).toContainText('成立');
  await expect(verdict).not.toContainText('不');
  await expect(ground.getByText(/二年/).first()).toBeVisible();
  await expect(page.getByText('对李某，记录里有 1 种情形可以申请')).toBeVisible();
  await saved(page);
  await screens(running, '53-story-ground4');
}

/**
 * The applications of 20 October 2026 as files, read again. Doubled interest by then, from 11 July:
 * 101 days × 52.50 = 5,302.50; ordinary 218 days: 300,000 × 3.00% × 218 / 365 = 5,375.34; with the principal
 * 310,677.84.
 */
export async function applications(running: Running, folder: string): Promise<void> {
  const { app, page } = running;
  await go(page, '执行');
  await owed(page, {
    total: '310,677.84',
    一般债务利息: '5,375\\.34',
    加倍部分利息: '5,302\\.50',
  });
  await go(page, '文书');
  mkdirSync(folder, { recursive: true });
  for (const paper of ['纳入失信被执行人名单申请书', '限制消费申请书']) {
    await page.getByRole('button', { name: new RegExp(`^${paper}`) }).click();
    await expect(page.locator('.pdf-page canvas').first()).toBeVisible();
    await pickNext(app, [folder]);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('radio', { name: /只导出/ }).check();
    await page.getByRole('checkbox', { name: '我已逐项核对事实、法条和金额' }).check();
    await page.getByRole('button', { name: '选择文件夹并导出' }).click();
    const done = page.getByRole('dialog', { name: '已导出' });
    await expect(done).toBeVisible({ timeout: 30_000 });
    await done.getByRole('button', { name: '关闭', exact: true }).last().click();
  }
  const both = ['王某', '李某', '（2026）甲0104执567号', NUMBER, '2026年6月30日', '2026年7月10日'];
  for (const text of await exported(folder, '纳入失信被执行人名单申请书')) {
    for (const said of [
      ...both,
      '请求依法将被执行人李某纳入失信被执行人名单',
      '违反财产报告制度',
      '2026年9月1日',
      '甲A×××88',
      '第一条第四项',
      '第五条',
      '乙市丁区人民法院',
    ])
      expect(text).toContain(said);
    // Ground 1 was not proven: it is not pleaded.
    expect(text).not.toContain('有履行能力而拒不履行');
  }
  for (const text of await exported(folder, '限制消费申请书')) {
    for (const said of [...both, '请求对被执行人李某采取限制消费措施', '第一条', '第四条'])
      expect(text).toContain(said);
    expect(text).not.toContain('第二百六十二条');
  }
}

/** Listed on 30 October 2026; two years on the seizure is about to lapse. */
export async function renew(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-10-30T10:00');
  await go(page, '执行');
  await type(page, '限制消费令发出', '2026-10-28');
  await type(page, '列入失信名单', '2026-10-30');
  await saved(page);
  // Two years (失信规定 2); one false report is one act, so nothing is said of a longer term.
  await go(page, '失信评估');
  const term = page.locator('[data-path="dishonest.ground4"]').getByText(/纳入期限为二年/);
  await expect(term).toContainText('按2026年10月30日列入计算，二年到2028年10月30日。');
  await expect(term).not.toContainText('多项');
  await noticesOf(running);

  // Sixty, thirty, fifteen and seven days before 11 October 2028 (财产保全规定 18: seven).
  for (const [day, words] of [
    ['2028-08-12', '2028-10-04，还有 53 天。'],
    ['2028-09-11', '2028-10-04，还有 23 天。'],
    ['2028-09-26', '2028-10-04，还有 8 天。'],
    ['2028-10-04', '2028-10-04，就是今天。'],
  ] as const) {
    await setClock(running, `${day}T09:00`);
    await reread(page);
    const { shown, badge } = await noticesOf(running);
    expect(shown, day).toContainEqual({
      title: '申请续封：小型轿车，号牌甲A×××88（王某诉李某）',
      body: words,
    });
    expect(badge, day).toBe(day === '2028-10-04' ? 1 : 0);
  }
  await screens(running, '54-story-seizure');
  await page
    .getByRole('row', { name: /申请续封/ })
    .getByRole('button')
    .first()
    .click();
  // The limit opens the record it rests on.
  await page.getByRole('button', { name: '记一次续封' }).click();
  await type(page, '申请续封的日期', '2028-10-04');
  await expect(page.getByText('查封到2028年10月11日，还有 7 天，已申请续封')).toBeVisible();
  await saved(page);
  // Asked for in time: what is waited for is the ruling, before the seizure ends.
  await nearest(page, '2028-10-11', '等续封裁定：小型轿车，号牌甲A×××88');
}

/**
 * All is paid on 9 October 2028: 80,000.00 of the car's auction and the rest by the debtor. 938 days of ordinary
 * interest: 300,000 × 3.00% × 938 / 365 = 23,128.77; 821 days doubled × 52.50 = 43,102.50; 366,231.27 in all.
 */
export async function payAndClose(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2028-10-09T10:00');
  await go(page, '执行');
  await owed(page, {
    total: '366,231.27',
    一般债务利息: '23,128\\.77',
    加倍部分利息: '43,102\\.50',
  });
  await page.getByRole('button', { name: '记一次分配' }).click();
  await type(page, '哪笔财产', '车辆拍卖款');
  await choose(page, '怎么来的', '拍卖、变卖');
  await type(page, '分给您的', '8万');
  await type(page, '扣划或者裁定生效的日期', '2028-10-09');
  await owed(page, { total: '286,231.27' });
  await page.getByRole('button', { name: '加一笔收款' }).click();
  await type(page, '收款日期', '2028-10-09');
  const payment = page.locator('.payment');
  await payment.getByRole('textbox', { name: '金额' }).fill('286231.27');
  await payment.getByRole('textbox', { name: '说明' }).fill('被执行人付清');
  await owed(page, { total: '0.00' });
  await expect(page.getByText('按记录，款项已经全部付清')).toBeVisible();
  await screens(running, '56-story-paid');

  await expect(page.locator('.road-next').getByRole('button')).toHaveText('记录结案');
  const closing = page.locator('[data-path="enforcement.closing"]');
  await closing.getByRole('button', { name: '记录结案' }).click();
  await expect(page.getByRole('textbox', { name: '全部付清的日期' })).toHaveValue('2028-10-09');
  // Three working days after Monday 9 October (失信规定 10).
  await expect(page.getByText(/三个工作日内删除失信信息，也就是2028年10月12日/)).toBeVisible();
  await setClock(running, '2028-10-12T10:00');
  for (const label of [
    '法院结案的日期',
    '失信信息删除的日期',
    '限制消费解除的日期',
    '查封、冻结解除的日期',
  ]) {
    await type(page, label, '2028-10-12');
  }
  await saved(page);

  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  await expect(page.locator('.answer', { hasText: '今天欠多少' })).toContainText('0.00');
  await expect(page.locator('.answer', { hasText: '下一步' })).toContainText('核对结案手续');
  await expect(page.locator('.answer', { hasText: '最晚哪天' })).toContainText(
    '现在没有要赶的期限',
  );
  await screens(running, '57-story-closed');
  await go(page, '失信评估');
  const verdict = page.locator('[data-path="dishonest.ground4"] .ground-head');
  await expect(verdict).toContainText('不成立');

  // Closed is not gone: the case is put aside, and nothing reminds of it any more.
  await page.getByRole('button', { name: '回到案件列表' }).click();
  const tabs = page.getByRole('radiogroup', { name: '看案件还是期限' });
  await tabs.getByText('案件', { exact: true }).click();
  await page.getByRole('button', { name: '归档或删除王某诉李某' }).click();
  const dialog = page.getByRole('dialog', { name: /归档或删除/ });
  await dialog.getByRole('button', { name: '归档', exact: true }).click();
  await expect(page.getByText('没有在办的案件。')).toBeVisible();
}

/** To the list of all deadlines, which is read anew. */
async function reread(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: '回到案件列表' });
  if (await back.isVisible()) await back.click();
  const tabs = page.getByRole('radiogroup', { name: '看案件还是期限' });
  await tabs.getByText('案件', { exact: true }).click();
  await tabs.getByText('期限', { exact: true }).click();
  await expect(page.getByRole('row', { name: /申请续封/ })).toBeVisible();
}
