import { defineConfig } from 'vite';
import { api, eventNames } from './shared/api.ts';

/**
 * The bridge as one CommonJS file, as a sandboxed preload must be. The names it lets through are written
 * in at build time, so that it does not carry the schemas.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  define: {
    __CALL_NAMES__: JSON.stringify(Object.keys(api)),
    __EVENT_NAMES__: JSON.stringify(eventNames),
  },
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome114',
    outDir: 'out/preload',
    minify: false,
    rolldownOptions: {
      input: { index: 'main/preload.ts' },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'index.cjs' },
    },
  },
});
