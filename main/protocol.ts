/** Answers the requests of the app's own origin with files of the package (checklist item 18). */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { CSP, type Roots, resolveRequest, SCHEME } from './app-files.ts';

/** Makes `app:` a proper origin. Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

function refuse(status: number): Response {
  return new Response(null, { status });
}

/** Serves the files under `roots` to the window. */
export function serveApp(roots: Roots): void {
  protocol.handle(SCHEME, async (request) => {
    const found = resolveRequest(roots, request);
    if ('status' in found) return refuse(found.status);
    try {
      return new Response(await readFile(found.file), {
        headers: {
          'Content-Type': found.type,
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
