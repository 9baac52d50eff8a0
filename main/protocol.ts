/**
 * The app's own origin. The page, its scripts, styles and fonts are files of the package and come from
 * nowhere else (checklist items 1, 7 and 18).
 */
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { protocol } from 'electron';

const SCHEME = 'app';
const HOST = 'jieju';

/** Origin of the window's page. */
export const ORIGIN = `${SCHEME}://${HOST}`;

/**
 * What the page may load: nothing, but for the files of the package. Inline style is antd's CSS-in-JS; blob
 * and data images are previews of evidence, made from bytes that came over the bridge.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Makes `app:` a proper origin. Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

function refuse(status: number): Response {
  return new Response(null, { status });
}

/**
 * The file that a request may have, or the status it is refused with: 405 for anything but GET, 404 for
 * another host, 400 for a path that cannot be decoded, 403 for one that leaves `root`.
 */
export function resolveRequest(
  root: string,
  request: { readonly method: string; readonly url: string },
): { file: string } | { status: number } {
  if (request.method !== 'GET') return { status: 405 };
  const url = new URL(request.url);
  if (url.host !== HOST) return { status: 404 };
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return { status: 400 };
  }
  if (path.includes('\0') || path.includes('\\')) return { status: 403 };
  const file = resolve(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(resolve(root) + sep) ? { file } : { status: 403 };
}

/** Serves the files under `root` to the window. */
export function serveApp(root: string): void {
  protocol.handle(SCHEME, async (request) => {
    const found = resolveRequest(root, request);
    if ('status' in found) return refuse(found.status);
    const type = TYPES[extname(found.file)];
    if (!type) return refuse(404);
    try {
      return new Response(await readFile(found.file), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': CSP,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Cache-Control': 'no-cache',
        },
      });
    } catch {
      return refuse(404);
    }
  });
}
