/** `npm test`: every test there is. The end-to-end tests run even when a unit test failed. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { start } from './electron-runtime/find.ts';
import { wantSystem } from './electron-runtime/system.ts';

// The outside checkers of PDFs, where they can be had.
await wantSystem(['qpdf', 'pdftotext', 'mutool']);
const vitest = dirname(createRequire(import.meta.url).resolve('vitest/package.json'));
const unit = await start(process.execPath, [join(vitest, 'vitest.mjs'), 'run']);
const e2e = await start(process.execPath, [join(import.meta.dirname, 'e2e.ts')]);
process.exit(unit || e2e);
