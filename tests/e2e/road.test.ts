/**
 * The road as a person sees it: the right next step from each of ten half-finished cases, a rung of the
 * ladder opened with its papers, and the measures beside the list set against what is recorded.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/law/dates.ts';
import { ROAD_CASES, type RoadCase, roadCase } from '../fixtures/road.ts';
import { expect, launch, screens, test } from './harness.ts';
import { localDay, open, put } from './road-kit.ts';
import { firstRun, go, saved, type, unlock } from './steps.ts';

/** Serious findings of axe on what is on the screen. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

/** The button of the next step, and what it leads to: a screen, or a paper by its id. */
const STEPS: Record<RoadCase, [button: RegExp, leads: string]> = {
  '01-only-a-name': [/^填写出借人$/, '当事人'],
  '02-no-transfer': [/^记下借出去的那笔转账$/, '流水'],
  '03-not-due': [/^加入借条和转账凭证$/, '证据'],
  '04-overdue': [/^加入借条和转账凭证$/, '证据'],
  '05-promised': [/^请对方签还款协议$/, '协商'],
  '06-limitation': [/^发催收通知书，让诉讼时效重新计算$/, 'paper:demand-letter'],
  '07-instalment-late': [/^提醒对方补上第2期$/, '催收'],
  '08-fee-unpaid': [/^交诉讼费 2,900元$/, '诉讼'],
  '09-judgment-unperformed': [/^申请强制执行$/, 'paper:enforcement-elements'],
  '10-seizure-ending': [/^申请续封：小型轿车/, 'paper:renew-seizure'],
  '10-report-disobeyed': [/^申请纳入失信名单$/, 'paper:dishonest-list-application'],
  '10-terminated': [/^继续找财产线索$/, '执行'],
};

/** Where the cursor stands after the click. */
const LANDS: Partial<Record<RoadCase, string>> = {
  '01-only-a-name': 'parties.1.name',
  '02-no-transfer': 'transfers.0.date',
  '08-fee-unpaid': 'suit.feePaidOn',
  '10-terminated': 'propertyClues.0.description',
};

test('from each of ten half-finished cases the right next step is one click away', async ({
  running,
}) => {
  test.setTimeout(240_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  for (const name of ROAD_CASES) await put(page, name, roadCase(name, today));
  for (const name of ROAD_CASES) {
    await open(running, name);
    const [button, leads] = STEPS[name];
    const ladder = page.getByRole('list', { name: /走到哪一步/ });
    await expect(ladder.getByRole('button')).toHaveCount(8);
    // The whole picture is on the screen without scrolling.
    if (name === '10-report-disobeyed') {
      await screens(running, '60-road-overview');
      await expect(page.getByRole('list', { name: '更重的措施' })).toBeInViewport({ ratio: 1 });
    }
    if (['04-overdue', '05-promised', '06-limitation', '08-fee-unpaid'].includes(name)) {
      await screens(running, `60-road-${name}`);
    }
    const next = page.getByRole('main').getByRole('button', { name: button }).first();
    // A long step stays in its own column.
    const outside = (b: Element) =>
      b.getBoundingClientRect().right - (b.closest('.answer')?.getBoundingClientRect().right ?? 0);
    expect(await next.evaluate(outside)).toBeLessThanOrEqual(0);
    await next.click();
    if (leads.startsWith('paper:')) {
      const paper = page.locator(`[data-paper="${leads.slice('paper:'.length)}"]`);
      await expect(paper).toHaveAttribute('aria-current', 'true');
      await expect(page.locator('.pdf-page canvas').first()).toBeVisible({ timeout: 30_000 });
    } else {
      await expect(page.getByRole('heading', { name: leads, exact: true }).first()).toBeVisible();
    }
    const landed = LANDS[name];
    if (landed) {
      const field = page.locator(`[data-path="${landed}"] input`).first();
      await expect(field).toBeFocused();
      await expect(field).toBeInViewport({ ratio: 1 });
    }
    await page.getByRole('button', { name: '回到案件列表' }).click();
  }
});

test('a rung opens its papers in place; a late instalment is marked at 协商', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  await put(page, '07-instalment-late', roadCase('07-instalment-late', today));
  await put(page, '10-report-disobeyed', roadCase('10-report-disobeyed', today));
  await open(running, '07-instalment-late');
  const road = page.getByRole('navigation', { name: '案件的各部分' });
  await expect(road.getByRole('button', { name: /^协商/ })).toContainText('需注意');
  await expect(page.getByRole('button', { name: /^协商，现在，还款协议有一期逾期/ })).toBeVisible();
  await page.getByRole('button', { name: '回到案件列表' }).click();

  await open(running, '10-report-disobeyed');
  const rung = page.getByRole('button', { name: /^罚款拘留，可以申请/ });
  await rung.click();
  const panel = page.getByRole('region', { name: /^罚款拘留/ });
  await expect(
    panel.getByRole('listitem').filter({ hasText: '司法拘留、罚款申请书' }),
  ).toContainText('可生成');
  await screens(running, '61-road-rung');
  expect(await findings(page)).toEqual([]);
  // Only the screen scrolls, never the window around it.
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight),
  ).toBe(true);
  await panel.getByRole('button', { name: /^导出/ }).click();
  await expect(page.getByRole('dialog', { name: '导出文书' })).toContainText(
    '司法拘留、罚款申请书',
  );
  await page
    .getByRole('dialog', { name: '导出文书' })
    .getByRole('button', { name: '取消' })
    .click();
  await page.getByRole('button', { name: /^失信名单/ }).click();
  const list = page.getByRole('region', { name: /^失信名单/ });
  await list.getByRole('button', { name: '纳入失信被执行人名单申请书', exact: true }).click();
  await expect(page.locator('[data-paper="dishonest-list-application"]')).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(page.locator('.pdf-page canvas').first()).toBeVisible({ timeout: 30_000 });
});

test('fine and detention, exit ban, crime: facts, exhibits, verdict and paper; kept over a restart', async ({
  running,
  userData,
}) => {
  test.setTimeout(180_000);
  const { page } = running;
  await firstRun(running);
  const today = await localDay(page);
  const ago = (days: number) => addDays(today, -days);
  await put(page, '10-report-disobeyed', roadCase('10-report-disobeyed', today));
  await open(running, '10-report-disobeyed');
  await go(page, '失信评估');
  const card = (key: string) => page.locator(`[data-path="dishonest.${key}"]`);
  const head = (key: string) => card(key).locator('.ground-head');
  await expect(head('sanction')).toContainText('成立');
  await expect(head('sanction')).not.toContainText('不');
  await expect(card('sanction').getByText('民事诉讼法第二百五十二条')).toBeVisible();
  await expect(card('sanction').getByText(/十万元以下，拘留十五日以下/)).toBeVisible();
  // Nothing is ruled out where nothing is on record; what there would be to find is said in one line.
  for (const key of ['exitBan', 'media', 'crime', 'prosecution']) {
    await expect(head(key)).toContainText('材料不足');
  }
  await expect(card('exitBan').getByText(/^“出境躲避的迹象”还没有记录。近期办护照/)).toBeVisible();
  await expect(page.getByRole('button', { name: /看纳入失信名单申请书还缺什么/ })).toHaveCount(0);
  await expect(page.getByText(/今天获准删除的，要到/)).toBeVisible();
  await screens(running, '62-measures');

  // A sign of going abroad, with its exhibit; the ability comes from the seized car.
  await head('exitBan').click();
  await card('exitBan').getByRole('button', { name: '记一条事实：出境躲避的迹象' }).click();
  await type(page, '发生的日期', ago(20));
  await type(page, '经过', '在微信中说已经买好出境机票。');
  await expect(head('exitBan')).toContainText('材料不足');
  await expect(card('exitBan').getByText('缺证据').first()).toBeVisible();
  await card('exitBan').getByRole('combobox', { name: '证据' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '证据4' }).click();
  await page.keyboard.press('Escape');
  await expect(head('exitBan')).toContainText('成立');
  await expect(head('exitBan')).not.toContainText('不');
  await card('exitBan').getByRole('button', { name: '收起', exact: true }).click();
  await card('exitBan').scrollIntoViewIfNeeded();
  await screens(running, '63-exit-ban');
  await saved(page);

  // The exhibit opens at the evidence; the paper opens with the recorded reason.
  await card('exitBan')
    .getByRole('button', { name: /^证据4/ })
    .click();
  await expect(page.getByRole('heading', { name: '证据', exact: true }).first()).toBeVisible();
  await go(page, '失信评估');
  await card('exitBan').getByRole('button', { name: '打开限制出境申请书' }).click();
  await expect(page.locator('[data-paper="exit-ban"]')).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('[data-paper="exit-ban"]')).toContainText('可生成');
  await expect(page.locator('.pdf-page canvas').first()).toBeVisible({ timeout: 30_000 });
  await screens(running, '64-exit-ban-paper');

  // Refusing to report is a crime only after a fine or detention that did not help.
  await go(page, '失信评估');
  await expect(head('crime')).toContainText('材料不足');
  await head('crime').click();
  await expect(
    card('crime')
      .getByText(/请先申请罚款、拘留/)
      .first(),
  ).toBeVisible();
  await card('crime').getByRole('button', { name: '记一条事实：法院的罚款、拘留决定' }).click();
  await type(page, '发生的日期', ago(30));
  await type(page, '经过', '对李某罚款五千元。');
  await card('crime').getByRole('button', { name: '收起', exact: true }).click();
  await expect(head('crime')).toContainText('材料不足');
  await expect(card('crime').getByRole('button', { name: /^记一条“后果”的事实/ })).toBeVisible();
  await card('crime').scrollIntoViewIfNeeded();
  await screens(running, '65-crime');
  expect(await findings(page)).toEqual([]);
  await saved(page);

  await running.app.close();
  const again = await launch(userData);
  try {
    await unlock(again);
    await again.page.getByRole('button', { name: '10-report-disobeyed', exact: true }).click();
    await go(again.page, '失信评估');
    const ban = again.page.locator('[data-path="dishonest.exitBan"]');
    await expect(ban.getByText('在微信中说已经买好出境机票。')).toBeVisible();
    await expect(ban.locator('.ground-head')).not.toContainText('不成立');
  } finally {
    await again.app.close();
  }
});
