import { expect, launch, screens, test } from './harness.ts';

test('the window opens with its title, its own size and something to read', async ({ running }) => {
  const { app, page } = running;
  await expect(page).toHaveTitle(/借据/);
  const size = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { size: window?.getSize(), least: window?.getMinimumSize() };
  });
  expect(size).toEqual({ size: [1280, 800], least: [1100, 700] });
  await expect(page.locator('#root')).toContainText(/\p{Script=Han}{4}/u);
  await screens(running, 'first-window');
});

test('the first screen comes without an error', async ({ userData }) => {
  const started = performance.now();
  const { app, page } = await launch(userData);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('button').first()).toBeVisible();
  const took = performance.now() - started;
  await app.close();
  expect(errors).toEqual([]);
  // Twice opened, on a machine that may be busy: far above what one opening takes.
  expect(took).toBeLessThan(6000);
});
