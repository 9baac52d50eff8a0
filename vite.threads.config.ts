import { defineConfig } from 'vite';

/** The main process's thread for heavy work as one file that needs no other: it is started from its text. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node18',
    outDir: 'out/threads',
    minify: false,
    rolldownOptions: {
      input: { index: 'main/threads/work.ts' },
      external: [/^node:/],
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
});
