import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** What stays a real module in the packaged app: Electron, Node, and the packages with native code. */
const external = [
  'electron',
  'better-sqlite3',
  '@myriaddreamin/typst-ts-node-compiler',
  'wasm-vips',
  'libheif-js',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** The main process as CommonJS for the oldest Node it must run on (18, in Electron 25). */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true, external: external.slice(0, 5), target: 'node' },
  build: {
    ssr: true,
    target: 'node18',
    outDir: 'out/main',
    minify: false,
    rolldownOptions: {
      // The evidence bundle is made in a process of its own, and files are unpacked for a look in another.
      input: {
        index: 'main/index.ts',
        bundle: 'main/evidence/bundle/child.ts',
        view: 'main/evidence/view/child.ts',
        reader: 'main/evidence/reading/child.ts',
      },
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
});
