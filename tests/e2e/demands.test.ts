/**
 * Demands and deadlines in the packaged app: a threat at half past ten at night is told, put lawfully, moved
 * to the morning and recorded; the limitation follows; the deadline stands in the list of all cases, says
 * what it was before, and goes into a calendar file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { CaseDocument } from '../../shared/case/case.ts';
import { sampleCase } from '../../shared/case/sample.ts';
import { addDays, addYears } from '../../shared/law/dates.ts';
import { limitationPeriodEnd } from '../../shared/law/limitation.ts';
import { printDate } from '../../shared/text/chinese-date.ts';
import { readIcs } from '../helpers/read-ics.ts';
import { expect, type Running, screens, test } from './harness.ts';

const PASSPHRASE = '建材 橘子 渡口 1980';

async function firstRun({ page }: Running): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('再输入一遍').fill(PASSPHRASE);
  await page.getByRole('button', { name: '建立案件库' }).click();
  await expect(page.getByRole('button', { name: '新建案件' }).first()).toBeVisible();
}

/** The day by the window's own clock. */
const today = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const d = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
  });

/** Puts the sample as it was before the suit into the store, due a year and a half ago, and opens it. */
async function openEarly({ page }: Running): Promise<{ day: string; due: string }> {
  const day = await today(page);
  const due = addDays(day, -550);
  const { suit: _s, judgment: _j, enforcement: _e, propertyClues: _p, ...rest } = sampleCase();
  const [loan] = rest.loans ?? [];
  const [out] = rest.transfers ?? [];
  if (!loan || !out) throw new Error('no loan in the sample');
  const start = addYears(due, -1);
  const document: CaseDocument = {
    ...rest,
    loans: [{ ...loan, signed: start, termFrom: start, due }],
    transfers: [{ ...out, date: start }],
    demands: [],
    evidence: [],
    claim: {},
  };
  await page.evaluate(async (content) => {
    const made = await window.jieju.call('cases.create', {});
    if (!made.ok) throw new Error(made.error.message);
    const { caseId, revision } = made.value;
    const saved = await window.jieju.call('cases.save', {
      caseId,
      revision,
      document: { ...content, id: caseId },
    });
    if (!saved.ok) throw new Error(saved.error.message);
  }, document);
  await page.reload();
  await page.getByText('王某诉李某').first().click();
  await expect(page.getByRole('heading', { name: '王某诉李某' })).toBeVisible();
  return { day, due };
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(screen, { exact: true }).first().click();
  await expect(page.getByRole('heading', { name: screen, exact: true }).first()).toBeVisible();
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
}

/** Serious findings of axe on what is on the screen. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id} ${n.html.slice(0, 160)}`));
}

test('a threat at night is told, put lawfully and recorded; limitation, list and calendar follow', async ({
  running,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = running;
  await firstRun(running);
  const { day, due } = await openEarly(running);
  const before = limitationPeriodEnd(due).date;
  const after = limitationPeriodEnd(day).date;

  await go(page, '催收');
  await expect(page.getByText(`诉讼时效到 ${printDate(before)}`)).toBeVisible();
  await page.getByRole('button', { name: '起草一条' }).click();
  const words = page.getByRole('textbox', { name: '准备说什么' });
  const told = page.getByRole('region', { name: '催收规范' });
  await words.fill('请于本月底前归还30万元借款。');
  await expect(told.getByRole('alert')).toHaveCount(0);
  await words.fill('请于本月底前归还30万元借款。再不还就去你单位闹，让大家都知道你是老赖！');
  await page.getByRole('textbox', { name: '几点' }).fill('22:30');
  await page.getByRole('textbox', { name: '几点' }).blur();
  await expect(told.getByText('法律禁止或者限制：“老赖”')).toBeVisible();
  await expect(told.getByText(/治安管理处罚法第五十条/).first()).toBeVisible();
  await expect(told.getByText(/22:30是休息时间/)).toBeVisible();
  await expect(told.getByText(/GB\/T 45251-2025/)).toBeVisible();
  await screens(running, '20-催收提醒');
  expect(await barriers(page)).toEqual([]);

  await told.getByRole('button', { name: '换成合法的说法' }).click();
  await expect(words).toHaveValue(/^请于本月底前归还30万元借款。.*提起诉讼。$/);
  await expect(words).not.toHaveValue(/老赖|单位/);
  await expect(told.getByRole('alert')).toHaveCount(0);
  await told.getByRole('button', { name: /^改到/ }).click();
  await expect(page.getByRole('textbox', { name: '几点' })).toHaveValue('09:00');
  await expect(page.getByRole('textbox', { name: '准备哪天发' })).toHaveValue(addDays(day, 1));
  await expect(told.getByText(/休息时间/)).toHaveCount(0);
  // Only planned: nothing has happened to the limitation.
  await expect(page.getByText(`诉讼时效到 ${printDate(before)}`)).toBeVisible();

  await page.getByRole('button', { name: '已经发出，记下来' }).click();
  await expect(page.getByRole('textbox', { name: '说了什么' })).toHaveValue(/提起诉讼。$/);
  const effect = page.getByRole('region', { name: '对期限的影响' });
  await expect(effect.getByText(/暂不改变诉讼时效/)).toBeVisible();
  await page.getByRole('radio', { name: '到了', exact: true }).check();
  await expect(
    effect.getByText(`诉讼时效从${printDate(day)}重新计算，至${printDate(after)}。`),
  ).toBeVisible();
  await expect(page.getByText(`诉讼时效到 ${printDate(after)}`)).toBeVisible();
  await saved(page);
  await screens(running, '21-催收影响');

  // What the window said when the case was opened is what the deadline was.
  await page.getByRole('navigation').getByText('概览', { exact: true }).click();
  await expect(page.getByText(`原为 ${before}`).first()).toBeVisible();
  await page.getByRole('button', { name: '回到案件列表' }).click();
  await page
    .getByRole('radiogroup', { name: '看案件还是期限' })
    .getByText('期限', { exact: true })
    .click();
  await expect(page.getByRole('heading', { name: '期限', exact: true })).toBeVisible();
  const row = page.getByRole('row', { name: /诉讼时效届满/ });
  await expect(row).toContainText(after);
  await expect(row).toContainText('王某诉李某');
  await expect(row).toContainText('民法典第一百八十八条');
  await expect(row).toContainText(`原为 ${before}`);
  await screens(running, '22-期限');
  expect(await barriers(page)).toEqual([]);

  const file = join(userData, '期限.ics');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: /导出日历/ }).click();
  await page.getByRole('menuitem', { name: /写明案件/ }).click();
  await expect(page.getByText(/已写出 1 个期限/)).toBeVisible();
  const { events } = readIcs(readFileSync(file));
  expect(events.map((e) => [e.start, e.summary])).toEqual([
    [after.replaceAll('-', ''), '诉讼时效届满（王某诉李某）'],
  ]);
  expect(events[0]?.alarms.length).toBeGreaterThan(3);

  await row.getByRole('button', { name: /知道了/ }).click();
  await expect(row).not.toContainText('原为');
  await expect(page.getByRole('heading', { name: '期限', exact: true })).toBeVisible();
  await row.getByRole('button').first().click();
  await expect(page.getByRole('heading', { name: '催收', exact: true }).first()).toBeVisible();
});

test('one typed line makes a record; a draft is copied; a threat that was sent stays as it was', async ({
  running,
}) => {
  const { app, page } = running;
  await firstRun(running);
  const { day } = await openEarly(running);
  await go(page, '催收');
  await page.keyboard.press('/');
  await page.keyboard.type('昨天 22:30 微信 再不还钱打断你的腿。答：下月还');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: addDays(day, -1) }).click();
  const words = page.getByRole('textbox', { name: '说了什么' });
  await expect(words).toHaveValue('再不还钱打断你的腿。');
  const told = page.getByRole('region', { name: '催收规范' });
  await expect(told.getByText('法律禁止或者限制：“打断你”')).toBeVisible();
  await expect(told.getByText(/照实记录/)).toBeVisible();
  await expect(told.getByRole('button', { name: '换成合法的说法' })).toHaveCount(0);
  await told.getByRole('button', { name: '另起草一条合法的' }).click();
  await expect(page.getByRole('textbox', { name: '准备说什么' })).toHaveValue(/300,000元/);
  await page.getByRole('button', { name: addDays(day, -1) }).click();
  await expect(words).toHaveValue('再不还钱打断你的腿。');

  await page.getByRole('button', { name: '复制：正式提醒' }).click();
  await expect(page.getByText(/已复制/).first()).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('300,000元借款已逾期550天');
});
