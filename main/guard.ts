/** What no page of ours may do, whoever wrote it: one file for the refusals of Electron's checklist. */
import type { App, Session } from 'electron';
import { EVIDENCE_SCHEME, ORIGIN } from './app-files.ts';

/** Schemes that never leave the machine. */
const LOCAL = ['app:', `${EVIDENCE_SCHEME}:`, 'blob:', 'data:', 'devtools:'];

/**
 * Refuses every permission, every download and every request that would leave the machine
 * (checklist items 1 and 5).
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The spelling dictionaries would be fetched from a server.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !LOCAL.some((scheme) => details.url.startsWith(scheme)) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** Refuses navigation, new windows and webviews in everything that is ever opened (items 11 to 14). */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
