/** How the window behaves as a window: size, zoom, closing, a second start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { testExecutable } from '../../scripts/package.ts';
import { expect, launch, test } from './harness.ts';

test('the window comes back in the size it was left in', async ({ userData }) => {
  const first = await launch(userData);
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1390, 850);
  });
  await first.page.waitForFunction(() => window.outerWidth === 1390);
  await first.app.close();

  const second = await launch(userData);
  const size = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  );
  await second.app.close();
  expect(size).toEqual([1390, 850]);
});

test('a second start on the same data ends at once and leaves the first alone', async ({
  running,
  userData,
}) => {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(testExecutable(), root, {
    env: { ...process.env, JIEJU_USER_DATA: userData },
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect(running.page).toHaveTitle(/借据/);
});

test('Ctrl with +, - and 0 zooms between 80% and 200%', async ({ running }) => {
  const { app, page } = running;
  const zoom = () =>
    app.evaluate(({ BrowserWindow }) =>
      Math.round((BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0) * 100),
    );
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time++)
      await app.evaluate(({ BrowserWindow }, keyCode) => {
        const modifiers = [
          process.platform === 'darwin' ? ('meta' as const) : ('control' as const),
        ];
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
          type: 'keyDown',
          keyCode,
          modifiers,
        });
      }, key);
  };
  await press('=', 2);
  await expect.poll(zoom).toBe(120);
  await press('=', 20);
  await expect.poll(zoom).toBe(200);
  await press('-', 20);
  await expect.poll(zoom).toBe(80);
  await press('0', 1);
  await expect.poll(zoom).toBe(100);
  await expect(page).toHaveTitle(/借据/);
});

test('closing asks the page to save first, and the page answers in time', async ({ userData }) => {
  const { app, page } = await launch(userData);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.evaluate(() => {
    const { jieju } = window as unknown as {
      jieju: { on(event: string, listener: (payload: unknown) => void): void };
    };
    jieju.on('app.closing', (payload) => console.log(`asked ${JSON.stringify(payload)}`));
  });
  const started = performance.now();
  await app.close();
  expect(said).toEqual(['asked {}']);
  // After five seconds the window would have closed without an answer.
  expect(performance.now() - started).toBeLessThan(4000);
});
