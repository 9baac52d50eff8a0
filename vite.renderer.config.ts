import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: one page, everything local, for the oldest Chromium it must run on (114). */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
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
