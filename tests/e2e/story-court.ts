/** The story in court: fee, evidence period, hearing, judgment by default, the application to enforce it. */
import { expect, type Running } from './harness.ts';
import { go, saved, type } from './steps.ts';
import { choose, enter, nearest, owed, setClock } from './story-steps.ts';

export const NUMBER = '（2026）甲0104民初1234号';
const WORDING =
  '被告李某于本判决生效之日起十日内偿还原告王某借款本金300,000元，并支付利息（以300,000元为基数，自2026年3月16日起至实际清偿之日止，按起诉时全国银行间同业拆借中心公布的一年期贷款市场报价利率计算）。';

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
  // The court gave fifteen days on 3 April: Saturday 18 April, so Monday the 20th.
  await type(page, '收到举证通知书的日期', '2026-04-03');
  await enter(page, '举证期限', '15');
  await page.getByRole('button', { name: '推算到2026年4月20日（周六顺延），填入' }).click();
  await nearest(page, '2026-04-20', '举证期限届满');
  await go(page, '诉讼');
  await page.getByRole('button', { name: '加一次开庭' }).click();
  await type(page, '开庭日期', '2026-05-20');
  await enter(page, '时间', '9:30');
  await enter(page, '地点', '第三法庭');
  await saved(page);
  await setClock(running, '2026-04-21T09:00');
  await nearest(page, '2026-05-20', '开庭');
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
