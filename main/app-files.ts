/**
 * Which file of the package answers a request of the page, and under which policy it is shown
 * (checklist items 1, 7 and 18). No Electron in here, so that it can be tested alone.
 */
import { extname, join, resolve, sep } from 'node:path';

/** The scheme of the app’s own pages. */
export const SCHEME = 'app';
const HOST = 'jieju';

/** Origin of the window's page. */
export const ORIGIN = `${SCHEME}://${HOST}`;

/** The scheme of evidence shown in the viewer: an origin of its own, answered from the open store only. */
export const EVIDENCE_SCHEME = 'evidence';

/**
 * What the page may load: nothing, but for the files of the package. Inline style is antd's CSS-in-JS; blob
 * and data images are previews made from bytes that came over the bridge; pictures, sound and film of the
 * evidence come piece by piece from a scheme that is good for nothing else.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' blob: data: ${EVIDENCE_SCHEME}:`,
  `media-src ${EVIDENCE_SCHEME}:`,
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** pdf.js' worker, by the name that the build gives it. */
const PDF_WORKER = /^\/assets\/pdf\.worker\.min-[\w-]+\.mjs$/;

/**
 * The policy of one file. pdf.js' worker, which has no page and no document, may also run WebAssembly: the
 * decoders of scanned pages are that. No eval there either.
 */
export function policyOf(url: string): string {
  if (!PDF_WORKER.test(new URL(url).pathname)) return CSP;
  return CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
}

/** What the package serves; a file of another kind is not served. */
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
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

/** Where the page's files are, and where the fonts that the papers are set in lie beside them. */
export interface Roots {
  readonly page: string;
  readonly fonts: string;
}

/**
 * The file that a request may have, or the status it is refused with: 405 for anything but GET, 404 for
 * another host or an unknown kind of file, 400 for a path that cannot be decoded, 403 for one that
 * leaves its folder. `/fonts/` is the papers' fonts, for a system without Chinese ones.
 */
export function resolveRequest(
  roots: Roots,
  request: { readonly method: string; readonly url: string },
): { file: string; type: string } | { status: number } {
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
  const font = path.startsWith('/fonts/');
  const root = font ? roots.fonts : roots.page;
  const name = font ? path.slice('/fonts'.length) : path;
  const file = resolve(join(root, name === '/' ? 'index.html' : name));
  if (!file.startsWith(resolve(root) + sep)) return { status: 403 };
  const type = TYPES[extname(file)];
  return type ? { file, type } : { status: 404 };
}
