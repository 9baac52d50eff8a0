import { defineConfig } from 'vite';

/** The bundle's helper thread as one file that needs no other: it is started from its text. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node18',
    outDir: 'out/bundle-helper',
    minify: false,
    rolldownOptions: {
      input: { index: 'main/evidence/bundle/helper.ts' },
      external: [/^node:/],
      output: { format: 'cjs', entryFileNames: 'index.cjs' },
    },
  },
});
