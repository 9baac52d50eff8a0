/**
 * In court and in enforcement: hearings, evidence period, preservation and its renewal, appeal, inquiry,
 * seizure, distribution, entered through the window; after a restart all is there, with its limits and the
 * figure of what is owed. And every edit is undone and done again, whatever screen is open.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ApiInput, ApiName, ApiReply, Bridge } from '../../shared/api.ts';
import type { CaseDocument } from '../../shared/case/case.ts';
import { addDays, daysBetween } from '../../shared/law/dates.ts';
import { expect, launch, type Running, screens, test } from './harness.ts';
import { firstRun, go, saved, type, unlock } from './steps.ts';

async function call<N extends ApiName>(page: Page, name: N, input: ApiInput<N>) {
  const reply = await page.evaluate(
    (sent) => {
      const { name, input } = sent as { name: N; input: ApiInput<N> };
      return (globalThis as unknown as { jieju: Bridge }).jieju.call(name, input);
    },
    { name, input } as object,
  );
  const given = reply as ApiReply<N>;
  if (!given.ok) throw new Error(given.error.message);
  return given.value;
}

const localDay = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });

/** The sample, changed, opened from the list. */
async function openChanged(
  { page }: Running,
  change: (d: CaseDocument) => CaseDocument,
): Promise<string> {
  const { caseId, revision, document } = await call(page, 'cases.sample', {});
  await call(page, 'cases.save', { caseId, revision, document: { ...change(document) } });
  await go(page, '设置');
  await go(page, '案件');
  await page.getByRole('button', { name: '王某诉李某', exact: true }).click();
  await expect(page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();
  return caseId;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).first().click();
  await page.locator('.ant-select-item-option').getByText(option, { exact: true }).click();
}

/** Serious and critical findings of the screen, with whatever forms are open on it. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

const deadline = async (page: Page, caseId: string, today: string, kind: string) =>
  (await call(page, 'deadlines.case', { caseId, today })).filter((d) => d.kind === kind);

async function again(running: Running, userData: string): Promise<Running> {
  await running.app.close();
  const next = await launch(userData);
  await unlock(next);
  await next.page.getByRole('button', { name: '王某诉李某', exact: true }).click();
  await expect(next.page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();
  return next;
}

test('in court: hearings, evidence period, preservation renewed, a ruling appealed', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  let { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const caseId = await openChanged(running, (d) => ({
    ...d,
    judgment: null,
    enforcement: null,
    propertyClues: [],
    suit: { ...d.suit, filedOn: addDays(today, -40), procedure: 'ordinary' },
    claim: {},
  }));

  await go(page, '诉讼');
  await screens(running, 'suit-empty');
  // Ten days are too few in ordinary procedure: said at the field, and kept as typed.
  await type(page, '收到举证通知书的日期', addDays(today, -3));
  await type(page, '举证期限', '10');
  await expect(page.getByText(/普通程序由法院指定的举证期限不得少于十五日/)).toBeVisible();
  await type(page, '举证期限', '20');
  await expect(page.getByText(/不得少于十五日；这里是/)).toHaveCount(0);
  await page.getByRole('button', { name: /推算到.*填入/ }).click();
  await expect(page.getByRole('button', { name: /推算到.*填入/ })).toHaveCount(0);

  await page.getByRole('button', { name: '加一次开庭' }).click();
  await type(page, '开庭日期', addDays(today, 25));
  await type(page, '时间', '9:30');
  await type(page, '地点', '第三法庭');
  await page.getByRole('button', { name: '加一次开庭' }).click();
  await type(page, '开庭日期', addDays(today, 55));

  // Deposits: one year at most. A longer end is asked about.
  await page.getByRole('button', { name: '加一项保全' }).click();
  await type(page, '保全了什么', '中国××银行账户尾号5678');
  await type(page, '查封、冻结日期', addDays(today, -30));
  await type(page, '到期日期', addDays(today, 500));
  await expect(page.getByText(/超过了法律允许的最长期限一年/)).toBeVisible();
  await type(page, '到期日期', addDays(today, 20));
  await expect(page.getByText(/最长期限一年/)).toHaveCount(0);
  const [before] = await (async () => {
    await saved(page);
    return deadline(page, caseId, today, 'seizure');
  })();
  expect(before?.date).toBe(addDays(today, 13));
  await page.getByRole('button', { name: '记一次续封' }).click();
  await type(page, '申请续封的日期', today);
  await type(page, '续封裁定的日期', today);
  await type(page, '续到哪天', addDays(today, 385));
  await expect(page.getByText(/续过 1 次/)).toBeVisible();
  await screens(running, 'suit-preservation');

  await page.getByRole('button', { name: '记一次上诉' }).click();
  await page.getByRole('radio', { name: /裁定，例如/ }).check();
  await type(page, '哪份裁定', '管辖权异议裁定');
  await type(page, '您收到裁定的日期', addDays(today, -1));
  await saved(page);
  expect(await serious(page)).toEqual([]);

  const next = await again(running, userData);
  page = next.page;
  const hearings = await deadline(page, caseId, today, 'hearing');
  expect(hearings.map((d) => d.date)).toEqual([addDays(today, 25), addDays(today, 55)]);
  expect(hearings[0]?.text).toContain('09:30，第三法庭');
  expect((await deadline(page, caseId, today, 'seizure')).map((d) => [d.date, d.was])).toEqual([
    [addDays(today, 378), addDays(today, 13)],
  ]);
  expect(await deadline(page, caseId, today, 'evidence')).toHaveLength(1);
  expect((await deadline(page, caseId, today, 'appeal'))[0]?.title).toBe('对管辖权异议裁定上诉');
  // All of it in the timeline; a kind put aside is gone, and comes back.
  const timeline = page.locator('.timeline');
  await expect(timeline.getByText('开庭 09:30')).toBeVisible();
  await expect(timeline.getByText('申请续封：中国××银行账户尾号5678').first()).toBeVisible();
  await expect(timeline.getByText(`变动了，原为 ${addDays(today, 13)}`)).toBeVisible();
  await page.getByRole('checkbox', { name: /^手续/ }).uncheck();
  await expect(timeline.getByText('收到举证通知')).toHaveCount(0);
  await expect(timeline.getByText('开庭 09:30')).toBeVisible();
  await page.getByRole('checkbox', { name: /^手续/ }).check();
  await timeline.locator('tr').last().scrollIntoViewIfNeeded();
  await screens(next, 'timeline-court');
  await next.app.close();
});

test('in enforcement: appeal, inquiry, seizure renewed, distribution, owed figure', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  let { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const caseId = await openChanged(running, (d) => ({
    ...d,
    judgment: { ...d.judgment, effectiveOn: null, performanceEnds: null },
    enforcement: { ...d.enforcement, appliedOn: null },
  }));

  // The debtor appealed: the judgment waits for the second decision and its service.
  await go(page, '诉讼');
  await page.getByRole('button', { name: '记一次上诉' }).click();
  await page.getByRole('combobox', { name: '谁上诉' }).click();
  await page.locator('.ant-select-item-option').getByText('李某', { exact: true }).click();
  await page.keyboard.press('Escape');
  await type(page, '上诉日期', '2026-06-20');
  await expect(page.getByText(/已经上诉，一审判决还没有生效/)).toBeVisible();
  await choose(page, '结果', '驳回上诉，维持原判');
  await type(page, '二审文书号', '（2026）甲01民终45号');
  await type(page, '二审作出日期', '2026-06-22');
  for (const [who, day] of [
    ['王某', '2026-06-25'],
    ['李某', '2026-06-30'],
  ] as const) {
    await page.getByRole('button', { name: `填写${who}收到二审文书的日期` }).click();
    await type(page, `${who}收到二审文书的日期`, day);
  }
  await expect(page.getByText('按送达日期推算，2026年6月30日生效')).toBeVisible();
  await page
    .locator('.notice', { hasText: '2026年6月30日生效' })
    .getByRole('button', { name: '填入' })
    .click();
  await page
    .locator('.notice', { hasText: '履行期限到2026年7月10日为止' })
    .getByRole('button', { name: '填入' })
    .click();
  await screens(running, 'suit-appeal');

  await go(page, '执行');
  await type(page, '申请执行的日期', '2026-08-03');
  await screens(running, 'enforcement-sections');
  await page.getByRole('button', { name: '记一次调查' }).click();
  await type(page, '调查日期', '2026-09-20');
  await type(page, '查什么', '银行存款、车辆');
  await page.getByRole('radio', { name: '查到了' }).check();
  await type(page, '查到了什么', '名下小型轿车一辆');

  await page.getByRole('button', { name: '修改：一条线索1' }).click();
  await page.getByRole('button', { name: '记一次续封' }).click();
  await type(page, '申请续封的日期', '2028-09-20');
  await type(page, '续到哪天', '2030-10-11');
  await expect(page.getByText(/查封到2030年10月11日（续过 1 次）/)).toBeVisible();

  // The car's money: the own share counts on the day of the ruling, once.
  await page.getByRole('button', { name: '记一次分配' }).click();
  await type(page, '哪笔财产', '车辆拍卖款');
  await choose(page, '怎么来的', '拍卖、变卖');
  await type(page, '总共', '8万');
  await type(page, '分给您的', '50000');
  await type(page, '扣划或者裁定生效的日期', '2026-11-02');
  await type(page, '钱到账的日期', '2026-11-12');
  await page.getByRole('button', { name: '加一笔收款' }).click();
  await type(page, '收款日期', '2026-11-12');
  await type(page, '金额', '50000');
  await expect(
    page.getByText(/1 笔执行到账和“分配、拍卖、扣划”里的同额同日，只计了一次/),
  ).toBeVisible();
  await expect(page.getByText('上面的分配里已有这笔钱（同额同日），只计一次')).toBeVisible();
  await screens(running, 'enforcement-distribution');
  await saved(page);
  expect(await serious(page)).toEqual([]);

  const next = await again(running, userData);
  page = next.page;
  await go(page, '执行');
  await expect(page.getByText('拍卖、变卖：车辆拍卖款')).toBeVisible();
  await expect(page.getByText('网络查控：银行存款、车辆')).toBeVisible();
  await expect(page.getByText(/查封到2030年10月11日（续过 1 次）/)).toBeVisible();
  expect((await deadline(page, caseId, today, 'seizure')).map((d) => d.date)).toEqual([
    '2030-10-04',
  ]);
  // By hand (rules 7): ordinary interest 3% ÷ 365, the doubled part 0.0175% a day, interest before principal.
  const share = 50_000;
  const first = (300_000 * 0.03 * daysBetween('2026-03-16', '2026-11-02')) / 365;
  const principal = 300_000 - (share - first);
  const ordinary = (principal * 0.03 * daysBetween('2026-11-02', today)) / 365;
  const doubled =
    0.000175 *
    (300_000 * (daysBetween('2026-07-10', '2026-11-02') - 1) +
      principal * daysBetween('2026-11-02', today));
  const shownText = await page.locator('.owed-total .amount').textContent();
  const shownTotal = Number((shownText ?? '').replace(/[^\d.]/g, ''));
  expect(Math.abs(shownTotal - (principal + ordinary + doubled))).toBeLessThan(0.03);
  await next.app.close();
});

test('every edit is undone and done again, from any screen, and both stand in the record', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await firstRun(running);
  const caseId = await openChanged(running, (d) => d);
  const read = async () => {
    await saved(page);
    return (await call(page, 'cases.get', { caseId })).document;
  };
  await go(page, '执行');
  await page.getByRole('button', { name: '记一次分配' }).click();
  await type(page, '哪笔财产', '车辆拍卖款');
  await go(page, '诉讼');
  await page.getByRole('button', { name: '记一次调解' }).click();
  await type(page, '调解日期', '2026-05-06');
  await page.getByRole('navigation').getByText('概览', { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: '走到哪一步' })).toBeVisible();
  const full = await read();
  expect(full.enforcement?.distributions?.[0]?.source).toBe('车辆拍卖款');
  expect(full.suit?.mediations?.[0]?.date).toBe('2026-05-06');

  // Four steps back on another screen, four forward again.
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：记一次分配')).toBeVisible();
  const bare = await read();
  expect(bare.enforcement?.distributions ?? []).toEqual([]);
  expect(bare.suit?.mediations ?? []).toEqual([]);
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+z');
  expect(await read()).toEqual(full);

  // Inside a field, too: what was typed goes back, not only the letters the browser remembers.
  await go(page, '执行');
  const court = page.getByRole('textbox', { name: '执行法院' });
  await court.fill('甲市某区人民法院');
  await page.keyboard.press('Control+z');
  await expect(court).toHaveValue('乙市丁区人民法院');
  await page.keyboard.press('Control+Shift+z');
  await expect(court).toHaveValue('甲市某区人民法院');
  await court.blur();
  await page.keyboard.press('Control+z');
  expect(await read()).toEqual(full);
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await go(page, '设置');
  await page.getByRole('heading', { name: '撤销管什么' }).scrollIntoViewIfNeeded();
  await screens(running, 'settings-undo');

  const { entries } = await call(page, 'audit.list', { before: null, caseId, limit: 500 });
  const changed = entries.filter((e) => e.action === 'case.save').flatMap((e) => e.detail.paths);
  expect(changed.filter((p) => p === 'enforcement.distributions.0-').length).toBeGreaterThan(0);
  expect(
    changed.filter((p) => p === 'enforcement.distributions.0+' || p === 'enforcement.distributions')
      .length,
  ).toBeGreaterThan(0);
  expect(entries.every((e) => e.who !== '' && e.at !== '')).toBe(true);
  expect((await call(page, 'audit.verify', {})).faults).toEqual([]);
});
