/** Answers the requests of the app's own origin with files of the package (checklist item 18). */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { EVIDENCE_SCHEME, policyOf, type Roots, resolveRequest, SCHEME } from './app-files.ts';
import type { ServeEvidence } from './evidence/serve.ts';

/** Makes `app:` a proper origin, and evidence a source that can be wound. Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    // No fetch, no CORS: pictures and players may take from it, scripts may not read it.
    { scheme: EVIDENCE_SCHEME, privileges: { standard: true, secure: true, stream: true } },
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
          'Content-Security-Policy': policyOf(request.url),
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

/** Serves pictures, sound and film of the evidence to the window. */
export function serveFiles(serve: ServeEvidence): void {
  protocol.handle(EVIDENCE_SCHEME, (request) =>
    serve({
      method: request.method,
      url: request.url,
      range: request.headers.get('range'),
    }),
  );
}
