/**
 * The whole road of one case, 王某 against 李某, in one play of the packaged app: lent, asked for four times,
 * refused, sued for, decided, enforced, a car, a false report, the applications, paid, closed. Everything is
 * typed in the window; the calendar moves on as the story does. Every date and figure is worked out in the
 * comments by hand.
 */
import { join } from 'node:path';
import { launch, test } from './harness.ts';
import { firstRun, unlock } from './steps.ts';
import { applications, falseReport, payAndClose, renew } from './story-after.ts';
import { demands, lend, planRefused, sue } from './story-before.ts';
import { court, enforce, judgment } from './story-court.ts';
import { startClock, watchNotices } from './story-steps.ts';

test('from the loan to the last fen: every deadline and figure on the way', async ({
  userData,
}) => {
  test.setTimeout(240_000);
  const first = await launch(userData);
  await startClock(first, '2024-03-05T10:30');
  await firstRun(first);
  await test.step('the loan', () => lend(first));
  await test.step('four demands', () => demands(first));
  await test.step('a plan refused', () => planRefused(first));
  await test.step('the suit', () => sue(first));
  await first.app.close();

  const again = await launch(userData);
  await watchNotices(again);
  await startClock(again, '2026-03-30T08:30');
  await unlock(again);
  await again.page.getByRole('row', { name: /王某诉李某/ }).click();
  await test.step('fee and evidence', () => court(again));
  await test.step('the judgment', () => judgment(again));
  await test.step('the enforcement', () => enforce(again));
  await test.step('the car and the false report', () => falseReport(again, join(userData, '材料')));
  await test.step('the applications', () => applications(again, join(userData, '导出')));
  await test.step('a seizure about to lapse', () => renew(again));
  await test.step('all paid, closed', () => payAndClose(again));
  await again.app.close();
});
