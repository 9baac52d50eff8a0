/** The story before any court: the loan, four demands, a plan that is refused, and the suit. */
import type { Page } from '@playwright/test';
import { expect, type Running, screens } from './harness.ts';
import { go, saved, type } from './steps.ts';
import { choose, enter, expectAll, setClock } from './story-steps.ts';

export async function lend({ page }: Running): Promise<void> {
  await page.getByRole('button', { name: '新建案件' }).last().click();
  await page.getByRole('button', { name: '加出借人' }).last().click();
  await page.keyboard.type('王某');
  await type(page, '证件号码', '110101198005120014');
  await type(page, '民族', '汉');
  await type(page, '工作单位', '个体建材经营');
  await type(page, '住所地（户籍所在地）', '甲省乙市丙区建设路1号');
  await type(page, '联系电话', '13800000001');
  await page.getByRole('button', { name: '加借款人' }).first().click();
  await page.keyboard.type('李某');
  await type(page, '证件号码', '110101198509080036');
  await expect(page.getByRole('textbox', { name: '出生日期' })).toHaveValue('1985-09-08');
  await type(page, '民族', '汉');
  await type(page, '住所地（户籍所在地）', '甲省乙市丁区和平路2号');
  await type(page, '联系电话', '13900000002');

  await go(page, '借款');
  await page.getByRole('button', { name: '加一笔借款' }).last().click();
  await type(page, '签订日期', '2023年3月1日');
  await type(page, '签订地点', '甲省乙市丙区');
  await type(page, '约定金额', '30万');
  await expect(page.getByText('叁拾万元整')).toBeVisible();
  await type(page, '借款用途', '资金周转');
  await type(page, '到期日', '2024-2-29');
  await go(page, '流水');
  await page.getByRole('button', { name: '加一笔出借' }).last().click();
  await page.keyboard.type('2023-3-1');
  await type(page, /^金额/, '300000');
  await type(page, '付款账户', '王某 中国××银行 尾号1234');
  await type(page, '收款账户', '李某 尾号5678');
  await saved(page);
}

/** A demand that was made just as it is entered, with what it does to the limitation. */
async function demand(
  page: Page,
  d: { day: string; time: string; way: string; words: string; answer?: string; outcome?: string },
  until: string,
): Promise<void> {
  await page.getByRole('button', { name: '记一次催收' }).first().click();
  await enter(page, '日期', d.day);
  await enter(page, '时间', d.time);
  await page.getByRole('radio', { name: d.way, exact: true }).check();
  await type(page, '说了什么', d.words);
  await page.getByRole('radio', { name: '到了', exact: true }).check();
  if (d.answer) await type(page, '对方怎么回的', d.answer);
  if (d.outcome) await page.getByRole('radio', { name: d.outcome, exact: true }).check();
  await expect(
    page.getByRole('region', { name: '催收规范' }).getByText(/法律禁止|良好做法/),
  ).toHaveCount(0);
  await expect(page.getByText(`诉讼时效到 ${until}`)).toBeVisible();
}

/** Three years from each demand that arrived (Civil Code 188, 195), the last day rolled to a working day (203). */
export async function demands(running: Running): Promise<void> {
  const { page } = running;
  await go(page, '催收');
  // Due 2024-02-29: three years later there is no 29 February, so the month's last day, 2027-02-28, a Sunday.
  await expect(page.getByText('诉讼时效到 2027年3月1日')).toBeVisible();
  await demand(
    page,
    {
      day: '2024-03-05',
      time: '10:00',
      way: '电话',
      words: '借款已于2月29日到期，请还款。',
      answer: '答应尽快还款。',
      outcome: '答应还',
    },
    '2027年3月5日',
  );
  await setClock(running, '2024-11-08T15:30');
  await demand(
    page,
    {
      day: '2024-11-08',
      time: '15:20',
      way: '短信',
      words: '借款30万元已逾期，请于11月30日前归还。',
    },
    '2027年11月8日',
  );

  // Half past ten at night, and angry.
  await setClock(running, '2025-06-17T22:30');
  await page.getByRole('button', { name: '起草一条' }).click();
  const told = page.getByRole('region', { name: '催收规范' });
  const words = page.getByRole('textbox', { name: '准备说什么' });
  await words.fill('请就30万元借款给出还款安排。再不还就去你单位闹，让大家都知道你是老赖！');
  await enter(page, '几点', '22:30');
  await expect(told.getByText('法律禁止或者限制：“老赖”')).toBeVisible();
  await expect(told.getByText(/治安管理处罚法第五十条/).first()).toBeVisible();
  await expect(told.getByText(/治安管理处罚法第四十七条/).first()).toBeVisible();
  await expect(told.getByText(/22:30是休息时间/)).toBeVisible();
  await expect(told.getByText(/GB\/T 45251-2025/)).toBeVisible();
  await screens(running, '50-story-guard');
  await told.getByRole('button', { name: '换成合法的说法' }).click();
  await expect(words).toHaveValue(/^请就30万元借款给出还款安排。/);
  await expect(words).not.toHaveValue(/老赖|单位|闹/);
  await told.getByRole('button', { name: '改到 2025年6月18日 09:00' }).click();
  await expect(told.getByText(/法律禁止|良好做法/)).toHaveCount(0);
  // Nothing was sent: the limitation stands where it was.
  await expect(page.getByText('诉讼时效到 2027年11月8日')).toBeVisible();
  await setClock(running, '2025-06-18T09:40');
  await page.getByRole('button', { name: '已经发出，记下来' }).click();
  await expect(page.getByRole('textbox', { name: '时间', exact: true })).toHaveValue('09:40');
  await page.getByRole('radio', { name: '到了', exact: true }).check();
  await type(page, '对方怎么回的', '承认欠款，称暂时没有钱。');
  // 2028-06-18 is a Sunday.
  await expect(page.getByText('诉讼时效到 2028年6月19日')).toBeVisible();
  await saved(page);
}

/** 300,000 in three parts, offered on 20 January 2026 and refused (form 08d). */
export async function planRefused(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-01-20T10:00');
  await go(page, '协商');
  await page.getByRole('button', { name: '排一份还款计划' }).click();
  await page.getByRole('checkbox', { name: /放弃到签订为止的利息/ }).check();
  await page.getByRole('radio', { name: '自己定各期' }).check();
  await page.getByText('一次粘贴几期').click();
  await page
    .getByRole('textbox', { name: '各期，一行一期' })
    .fill('2026-02-28 10万\n2026-04-30 10万\n2026-06-30 10万');
  await page.getByRole('button', { name: '填入' }).click();
  const plan = page.getByRole('table', { name: '还款计划' });
  await expect(plan.getByRole('row', { name: /合计.*300,000\.00/ })).toBeVisible();
  await page.getByRole('button', { name: '对方不同意' }).click();
  // Its day is asked for, never assumed.
  await expect(page.getByRole('textbox', { name: '哪天拒绝的' })).toHaveValue('');
  await type(page, '哪天拒绝的', '2026-01-20');
  await saved(page);

  await setClock(running, '2026-02-10T11:10');
  await go(page, '催收');
  // 2029-02-10 is a Saturday.
  await demand(
    page,
    {
      day: '2026-02-10',
      time: '11:05',
      way: '微信',
      words: '最后一次请您归还30万元借款，否则我将向法院起诉。',
    },
    '2029年2月12日',
  );
  await saved(page);
}

/**
 * The claim and the suit of 16 March 2026. From the due date on, at the LPR of its first overdue day:
 * 2024-02-29 … 2026-03-16 is 746 days, 300,000 × 3.45% × 746 / 365 = 21,153.70. From the filing on there is
 * nothing yet: 300,000.00; court fee 300,000 × 1.5% + 1,300 = 5,800, halved 2,900 in simplified procedure.
 */
export async function sue(running: Running): Promise<void> {
  const { page } = running;
  await setClock(running, '2026-03-16T09:00');
  await go(page, '请求计算');
  await type(page, '利息暂算到', '2026-03-16');
  await expectAll(page, ['21,153.70', '321,153.70']);
  await go(page, '诉讼');
  await page.getByRole('textbox', { name: '起诉的法院' }).fill('乙市丁区人民法院');
  await type(page, '提交起诉状的日期', '2026-03-16');
  await choose(page, '适用的程序', '简易程序');
  await go(page, '请求计算');
  await page.getByRole('radio', { name: /只自起诉之日起/ }).check();
  await page.getByRole('radio', { name: /起诉那天的 LPR/ }).check();
  await expectAll(page, ['300,000.00', '5,800.00', '2,900.00']);
  await go(page, '诉讼');
  await expect(page.getByText(/标的额 300,000\.00.*2,900\.00/)).toBeVisible();
  await type(page, '案号', '（2026）甲0104民初1234号');
  await saved(page);
}
