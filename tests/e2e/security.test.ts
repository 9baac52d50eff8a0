/**
 * Electron's security checklist, item by item, on the packaged app. What the operating system's sandbox does
 * cannot be seen as root; everything else is attacked from inside the page or read from the package.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { packageRelease, testExecutable } from '../../scripts/package.ts';
import { expect, test } from './harness.ts';

/** What the bytes of a fuse wire mean. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

const project = join(import.meta.dirname, '../..');

/** The settings of the window, as Electron runs it. */
async function preferences(app: import('@playwright/test').ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
}

test('1 nothing remote is loaded, and what is asked for is refused', async ({ running }) => {
  const { page } = running;
  const origins = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => new URL(entry.name).protocol),
  );
  expect(new Set([...origins, new URL(page.url()).protocol])).toEqual(new Set(['app:']));
  // Past the page's own policy: the session itself lets nothing out.
  const outcome = await running.app.evaluate(async ({ session }) => {
    try {
      const from = session.defaultSession as unknown as {
        fetch(url: string): Promise<{ status: number }>;
      };
      return (await from.fetch('http://127.0.0.1:9/')).status;
    } catch (error) {
      return String(error);
    }
  });
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('2 the page has no Node', async ({ running }) => {
  const found = await running.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
  const settings = await preferences(running.app);
  expect(settings).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
  expect(settings.nodeIntegrationInWorker).not.toBe(true);
});

test('3 the page and the bridge do not share a world', async ({ running }) => {
  expect(await preferences(running.app)).toMatchObject({ contextIsolation: true });
  // What the page does to its own prototypes must not reach the bridge's code.
  const reply = await running.page.evaluate(async () => {
    Set.prototype.has = () => true;
    Array.prototype.includes = () => true;
    const bridge = (
      window as unknown as { jieju: { call(n: string, i: object): Promise<unknown> } }
    ).jieju;
    return bridge.call('fs.readFile', {}).catch((error: Error) => error.message);
  });
  expect(reply).toContain('unknown call');
});

test('4 the page is sandboxed', async ({ running }) => {
  expect(await preferences(running.app)).toMatchObject({ sandbox: true });
});

test('5 every permission is refused', async ({ running }) => {
  const states = await running.page.evaluate(async () => {
    const ask = async (what: () => Promise<unknown>) => {
      try {
        await what();
        return 'granted';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      notifications: await Notification.requestPermission(),
      camera: await ask(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await ask(() => navigator.clipboard.readText()),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(error.code),
        );
      }),
    };
  });
  expect(states.notifications).toBe('denied');
  expect(states.camera).not.toBe('granted');
  expect(states.clipboard).toBe('NotAllowedError');
  expect(states.place).toBe(1);
});

test('6, 8, 9 and 10 web security is on, nothing insecure or experimental', async ({ running }) => {
  const settings = await preferences(running.app);
  expect(settings).toMatchObject({ webSecurity: true, allowRunningInsecureContent: false });
  expect(settings.experimentalFeatures).not.toBe(true);
  expect(settings.enableBlinkFeatures ?? '').toBe('');
  const opened = await running.app.evaluate(({ BrowserWindow, webContents }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.openDevTools();
    return webContents.getAllWebContents().length;
  });
  expect(opened, 'the developer tools stay shut').toBe(1);
});

test('7 the page is under a policy that starts from nothing', async ({ running }) => {
  const { page } = running;
  const policy = await page.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  );
  expect(policy).toMatch(/^default-src 'none'; /);
  const attack = await page.evaluate(async () => {
    const broken: string[] = [];
    Object.assign(window, { __broken: broken });
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(event.effectiveDirective);
    });
    const script = document.createElement('script');
    script.textContent = 'window.__injected = true';
    document.head.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'data:text/html,x';
    document.body.append(frame);
    const image = new Image();
    const shown = new Promise((resolve) => {
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
    });
    image.src = 'https://tracker.example/x.png';
    document.body.append(image);
    const told = [
      await shown,
      await fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      ),
    ];
    let evaluated = 'ran';
    try {
      new Function('return 1')();
    } catch {
      evaluated = 'refused';
    }
    return { injected: '__injected' in window, told, evaluated };
  });
  expect(attack).toEqual({
    injected: false,
    told: ['refused', 'refused'],
    evaluated: 'refused',
  });
  // The reports come after the refusals, each in its own time.
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { __broken: string[] }).__broken.sort()))
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem']);
});

test('11 and 12 there is no webview', async ({ running }) => {
  expect(await preferences(running.app)).toMatchObject({ webviewTag: false });
  const contents = await running.app.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  await running.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
  });
  expect(
    await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length),
  ).toBe(contents);
});

test('13 the page cannot go elsewhere', async ({ running }) => {
  const { page } = running;
  const here = page.url();
  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    'app://other/',
    'https://example.com/?app://jieju/',
    'app://jieju@example.com/',
    'evidence://file/any',
  ]) {
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
      location.assign(url);
    }, target);
    expect(await page.evaluate(() => location.href)).toBe(here);
  }
});

test('14 no window can be opened', async ({ running }) => {
  const opened = await running.page.evaluate(() =>
    ['https://example.com/', 'app://jieju/', 'about:blank'].map((url) => window.open(url) !== null),
  );
  expect(opened).toEqual([false, false, false]);
  expect(
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
});

test('15 nothing hands an address to the system', () => {
  const sources = readdirSync(join(project, 'main'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(project, 'main', name), 'utf8'));
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.filter((text) => text.includes('openExternal'))).toEqual([]);
});

test('16 a release takes the current Electron, never the substitute', async () => {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const major = Number(lock.packages['node_modules/electron']?.version.split('.')[0]);
  expect(major).toBeGreaterThanOrEqual(45);
  await expect(
    packageRelease({ dist: '/nowhere', version: '25.1.1', substitute: true }),
  ).rejects.toThrow('current Electron only');
});

test('17 only our own top frame is answered', async ({ running }) => {
  const reply = await running.app.evaluate(async ({ BrowserWindow, app }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
    });
    await stranger.loadURL('app://jieju/');
    const said = await stranger.webContents.executeJavaScript("window.jieju.call('app.info', {})");
    stranger.destroy();
    return said as unknown;
  });
  expect(reply).toEqual({ ok: false, error: expect.objectContaining({ code: 'untrusted' }) });
  const ours = await running.page.evaluate(() =>
    (window as unknown as { jieju: { call(n: string, i: object): Promise<unknown> } }).jieju.call(
      'app.info',
      {},
    ),
  );
  expect(ours).toMatchObject({ ok: true });
});

test('18 pages come from the app protocol, which answers GET within its folder only', async ({
  running,
}) => {
  expect(running.page.url()).toMatch(/^app:\/\/jieju\//);
  const statuses = await running.page.evaluate(async () => {
    const status = async (path: string, init?: RequestInit) => {
      const response = await fetch(path, init).catch(() => null);
      return response?.status ?? 'refused';
    };
    return [
      await status('/index.html'),
      await status('/', { method: 'POST', body: 'x' }),
      await status('/..%2f..%2fpackage.json'),
      await status('/%2e%2e%2fmain%2findex.js'),
      await status('/none.js'),
      await status('file:///etc/passwd'),
      // Evidence may be shown and played, never read by a script.
      await status('evidence://file/any'),
    ];
  });
  expect(statuses).toEqual([200, 405, 403, 403, 404, 'refused', 'refused']);
});

/** Each fuse: its place on the wire, its name in electron-builder.yml, and what a release must have. */
const FUSES = [
  [FuseV1Options.RunAsNode, 'runAsNode', false],
  [FuseV1Options.EnableCookieEncryption, 'enableCookieEncryption', true],
  [
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    'enableNodeOptionsEnvironmentVariable',
    false,
  ],
  [FuseV1Options.EnableNodeCliInspectArguments, 'enableNodeCliInspectArguments', false],
  [
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    'enableEmbeddedAsarIntegrityValidation',
    true,
  ],
  [FuseV1Options.OnlyLoadAppFromAsar, 'onlyLoadAppFromAsar', true],
  [
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    'loadBrowserProcessSpecificV8Snapshot',
    false,
  ],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, 'grantFileProtocolExtraPrivileges', false],
] as const;

for (const [place, name, value] of FUSES) {
  test(`19 fuse ${name} is ${value ? 'on' : 'off'} in a release`, async () => {
    const release = await getConfig(project, null, null);
    expect(release.electronFuses?.[name]).toBe(value);
    expect(release.asar).toBe(true);

    // The test build differs in the one fuse that lets Playwright in, and in no other.
    const wire = await getCurrentFuseWire(testExecutable());
    const state = wire[place];
    if (state === undefined) {
      // Only the substitute's wire is short of a fuse.
      expect(name).toBe('grantFileProtocolExtraPrivileges');
      return;
    }
    const expected = name === 'enableNodeCliInspectArguments' ? true : value;
    expect(state).toBe(expected ? ON : OFF);
  });
}

test('20 the bridge hands out three functions and no Electron object', async ({ running }) => {
  const seen = await running.page.evaluate(() => {
    const bridge = (window as unknown as { jieju: Record<string, unknown> }).jieju;
    const globals = ['electron', 'ipcRenderer', 'contextBridge'].filter((name) => name in window);
    return {
      keys: Object.keys(bridge).sort(),
      kinds: Object.values(bridge).map((value) => typeof value),
      frozen: Object.isFrozen(bridge),
      globals,
    };
  });
  expect(seen).toEqual({
    keys: ['call', 'filePaths', 'on'],
    kinds: ['function', 'function', 'function'],
    frozen: true,
    globals: [],
  });
});
