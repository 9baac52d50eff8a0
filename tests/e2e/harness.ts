import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test';
import { testExecutable } from '../../scripts/package.ts';

const SCREENS = join(import.meta.dirname, '../../test-results/screens');
/** The two window sizes every screen is looked at in. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
] as const;

/** A running app with a data folder of its own. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Starts the packaged test build on the given data folder and waits for its window. */
export async function launch(userData: string, args: readonly string[] = []): Promise<Running> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await electron.launch({
    executablePath: testExecutable(),
    args: [...root, ...args],
    env: { ...(process.env as Record<string, string>), JIEJU_USER_DATA: userData },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page };
}

/** The content of the window gets this size. */
export async function resize(
  { app }: Running,
  size: { width: number; height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

/** Nothing is wider than the window, and what hangs over a page brings it no scroll bar. */
const fits = () => {
  const root = document.getElementById('root');
  const { clientWidth } = document.documentElement;
  return clientWidth === innerWidth && root?.scrollWidth === root?.clientWidth;
};

/** Saves the screen in both sizes as test-results/screens/{name}-{width}.png. */
export async function screens(running: Running, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  for (const size of SIZES) {
    await resize(running, size);
    await running.page.waitForFunction(({ width }) => window.innerWidth === width, size);
    await running.page.waitForFunction(fits);
    await running.page.screenshot({ path: join(SCREENS, `${name}-${size.width}.png`) });
  }
}

/** Each test gets its own data folder and its own running app. */
export const test = base.extend<{ userData: string; running: Running }>({
  // Playwright wants the first parameter taken apart, even when nothing of it is needed.
  userData: async ({ headless: _headless }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jieju-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  running: async ({ userData }, use) => {
    const running = await launch(userData);
    await use(running);
    await running.app.close();
  },
});

export { expect } from '@playwright/test';
