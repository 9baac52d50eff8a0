/** The story from the court on: fee, judgment by default, enforcement, a car, a false report, the end. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Running, screens } from './harness.ts';
import { go, pickNext, saved, type } from './steps.ts';
import { choose, enter, exported, noticesOf, setClock } from './story-steps.ts';

const NUMBER = '（2026）甲0104民初1234号';
const WORDING =
  '被告李某于本判决生效之日起十日内偿还原告王某借款本金300,000元，并支付利息（以300,000元为基数，自2026年3月16日起至实际清偿之日止，按起诉时全国银行间同业拆借中心公布的一年期贷款市场报价利率计算）。';

/** What the overview says of the nearest limit. */
async function nearest(page: Page, day: string, title: string): Promise<void> {
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  const answer = page.locator('.answer', { hasText: '最晚哪天' });
  await expect(answer).toContainText(day);
  await expect(answer).toContainText(title);
}

export async function court(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-03-30T09:00');
  await go(page, '诉讼');
  // Seven days end on Monday 6 April, in the Qingming holiday.
  await type(page, '收到缴费通知的日期', '2026-03-30');
  await nearest(page, '2026-04-07', '交诉讼费');
  await setClock(running, '2026-04-01T09:00');
  await go(page, '诉讼');
  await type(page, '交费日期', '2026-04-01');
  await type(page, '举证期限最后一天', '2026-04-20');
  await nearest(page, '2026-04-20', '举证期限届满');
}

/** Decided 8 June 2026, served on both on 12 June; in force on 30 June, to be performed by 10 July. */
export async function judgment(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-06-12T15:00');
  await go(page, '诉讼');
  await page.getByRole('button', { name: '录入判决', exact: true }).click();
  await type(page, '作出机构', '乙市丁区人民法院');
  await type(page, '文书号', NUMBER);
  await type(page, '作出日期', '2026-06-08');
  await page.getByRole('checkbox', { name: '缺席判决' }).check();
  for (const name of ['王某', '李某']) {
    await page.getByRole('button', { name: `填写${name}收到判决的日期` }).click();
    await type(page, `${name}收到的日期`, '2026-06-12');
  }
  // Fifteen days (CPL 171) end on Saturday 27 June: 29 June; in force the day after.
  await expect(page.getByText('按送达日期推算，2026年6月30日生效')).toBeVisible();
  await expect(page.getByText('李某：2026年6月12日收到，期限到2026年6月29日')).toBeVisible();
  await type(page, '判决主文原文', WORDING);
  await page.getByRole('button', { name: '加一项本金' }).click();
  await type(page, '金额', '300000');
  await page.getByRole('button', { name: '加一项利息' }).click();
  await type(page, '计息基数', '300000');
  await type(page, '从哪天起算', '2026-03-16');
  await choose(page, '按什么利率', '起诉时一年期 LPR');
  await nearest(page, '2026-06-29', '我方上诉或提异议');

  await setClock(running, '2026-07-01T09:00');
  await go(page, '诉讼');
  await page
    .locator('.notice', { hasText: '按送达日期推算' })
    .getByRole('button', { name: '填入' })
    .click();
  await type(page, '履行期', '10');
  await page
    .locator('.notice', { hasText: '履行期限到2026年7月10日为止' })
    .getByRole('button', { name: '填入' })
    .click();
  await saved(page);
  await nearest(page, '2026-07-10', '对方履行期限届满');
}

/** The figures that stand on the page of the enforcement today. */
async function owed(page: Page, figures: Record<string, string>): Promise<void> {
  const total = page.locator('.owed-total');
  await expect(total).toContainText(figures.total ?? '');
  const facts = page.locator('.owed-figures dl');
  for (const [label, figure] of Object.entries(figures).filter(([k]) => k !== 'total')) {
    await expect(facts.locator(`dt:has-text("${label}") + dd`)).toHaveText(new RegExp(figure));
  }
}

/**
 * To 3 August 2026, 140 days: 300,000 × 3.00% × 140 / 365 = 3,452.05; from 11 July 23 days of doubled interest
 * at 300,000 × 0.0175% = 52.50 a day: 1,207.50, or 24 days from the last day itself: 1,260.00.
 */
export async function enforce(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-07-10T09:00');
  await go(page, '执行');
  // On the last day to pay: 116 days, 300,000 × 3.00% × 116 / 365 = 2,860.27; nothing doubled yet.
  await owed(page, { total: '302,860.27', 一般债务利息: '2,860\\.27', 加倍部分利息: '0\\.00' });
  await setClock(running, '2026-08-03T09:00');
  await owed(page, {
    total: '304,659.55',
    本金: '300,000\\.00',
    一般债务利息: '3,452\\.05',
    加倍部分利息: '1,207\\.50',
  });
  // Two years from the last day to pay (CPL 250): Monday 10 July 2028.
  await nearest(page, '2028-07-10', '申请强制执行');
  await go(page, '执行');
  await type(page, '申请执行的日期', '2026-08-03');
  await type(page, '执行法院', '乙市丁区人民法院');
  await choose(page, '加倍利息从哪天起算', '履行期满的当日');
  await owed(page, { total: '304,712.05', 加倍部分利息: '1,260\\.00' });
  await choose(page, '加倍利息从哪天起算', '履行期满的次日');
  await owed(page, { total: '304,659.55' });
  await page.getByRole('button', { name: '填“王某”' }).click();
  await type(page, '银行账号', '6200000000000001234');
  await type(page, '开户行', '中国××银行乙市丙区支行');
  await type(page, '执行案号', '（2026）甲0104执567号');
  await saved(page);
}

/** The orders are served; the report names no car; the car is found and seized. */
export async function falseReport(running: Running, folder: string): Promise<void> {
  const { app, page } = running;
  await setClock(running, '2026-08-14T15:00');
  await go(page, '执行');
  await type(page, '执行通知书送达被执行人', '2026-08-14');
  await type(page, '报告财产令送达被执行人', '2026-08-14');
  await page.getByRole('button', { name: '加一条线索' }).click();
  await enter(page, '具体是什么', '小型轿车，号牌甲A×××88');
  await choose(page, '种类', '车辆');
  await choose(page, '谁的财产', '李某');
  await type(page, '在哪里', '乙市丁区和平路2号小区地下车库');
  await type(page, '怎么知道的', '申请执行人现场目击、小区物业人员陈述');
  await type(page, '大约值多少', '8万');

  await setClock(running, '2026-10-12T16:00');
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
  await page.getByRole('button', { name: '加入文件' }).first().click();
  await page.getByRole('row', { name: /财产报告查阅笔录/ }).click();
  await choose(page, '分组', '执行');
  await type(page, '证明目的', '证明被执行人报告财产时隐瞒了名下车辆。');

  await go(page, '失信评估');
  const ground = page.locator('[data-path="dishonest.ground4"]');
  await expect(ground.getByRole('button', { name: /违反财产报告制度/ })).toContainText('不成立');
  await ground.getByRole('button', { name: /违反财产报告制度/ }).click();
  await ground.getByRole('button', { name: /^记一条事实：/ }).click();
  await ground.getByRole('radio', { name: '虚假报告' }).check();
  await enter(page, '发生的日期', '2026-09-01');
  await type(
    page,
    '经过',
    '被执行人提交的财产报告写明名下没有车辆，隐瞒了登记在其名下的甲A×××88号小型轿车。',
  );
  await expect(ground.getByRole('button', { name: /违反财产报告制度/ })).toContainText('材料不足');
  await choose(page, '证据', /财产报告查阅笔录/);
  await page.keyboard.press('Escape');
  await expect(ground.getByRole('button', { name: /违反财产报告制度/ })).toContainText('成立');
  await expect(ground.getByRole('button', { name: /违反财产报告制度/ })).not.toContainText('不');
  await expect(ground.getByText(/二年/)).toBeVisible();
  await expect(page.getByText('对李某，记录里有 1 种情形的事实和证据是齐的')).toBeVisible();
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

/** Listed on 30 October 2026; the seizure is about to lapse; all is paid on 9 October 2028. */
export async function lapseAndPay(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-10-30T10:00');
  await go(page, '执行');
  await type(page, '限制消费令发出', '2026-10-28');
  await type(page, '列入失信名单', '2026-10-30');
  await saved(page);
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

  // 938 days of ordinary interest: 300,000 × 3.00% × 938 / 365 = 23,128.77; 821 days doubled × 52.50 = 43,102.50.
  await setClock(running, '2028-10-09T10:00');
  await go(page, '执行');
  await owed(page, {
    total: '366,231.27',
    一般债务利息: '23,128\\.77',
    加倍部分利息: '43,102\\.50',
  });
  await page.getByRole('button', { name: '加一笔收款' }).click();
  await type(page, '收款日期', '2028-10-09');
  await type(page, '金额', '366231.27');
  await type(page, '说明', '车辆拍卖款和被执行人付款，法院发还');
  await owed(page, { total: '0.00' });
  await saved(page);
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
