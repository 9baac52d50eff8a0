import { expect, screens, test } from './harness.ts';

test('the window opens with its title and its own size', async ({ running }) => {
  await expect(running.page).toHaveTitle(/借据/);
  const size = await running.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { size: window?.getSize(), least: window?.getMinimumSize() };
  });
  expect(size).toEqual({ size: [1280, 800], least: [1100, 700] });
  await screens(running, 'first-window');
});
