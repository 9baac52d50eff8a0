import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * What pdf.js reads while it shows a PDF that carries no fonts of its own, as many bank slips do: Chinese
 * character maps and stand-ins for the standard fonts; and the decoders of scanned pages.
 */
function pdfjsData(): Plugin {
  const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    name: 'pdfjs-data',
    writeBundle({ dir }) {
      if (!dir) return;
      for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
        cpSync(join(from, folder), join(dir, 'pdfjs', folder), { recursive: true });
    },
  };
}

/** The window: one page, everything local, for the oldest Chromium it must run on (114). */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), pdfjsData()],
  build: {
    target: 'chrome114',
    outDir: '../out/renderer',
    emptyOutDir: false,
    chunkSizeWarningLimit: 4000,
    // Read from the disk of the same machine: nothing to prefetch, nothing to inline under the CSP.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
