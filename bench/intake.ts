/** One file into a new encrypted store, as the app takes it in: `node bench/intake.ts FOLDER FILE`. */
import { createContext } from '../main/handlers/context.ts';
import { dataHandlers } from '../main/handlers/index.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const none = async () => null;
const context = createContext({
  dataDir: folder,
  // Without a keychain the key is sealed by the passphrase alone.
  keychain: {
    backend: 'basic_text',
    available: () => false,
    seal: (secret) => secret,
    open: (sealed) => sealed,
  },
  dialogs: { openFile: none, openFiles: async () => [], saveFile: none, pickFolder: none },
  emit: () => undefined,
  who: 'bench',
});
const call = dataHandlers(context);
await call['store.create']({ passphrase: '建材 橘子 渡口 1980' });
const { caseId } = await call['cases.sample']({});
const { files, refused } = await call['evidence.addPaths']({ caseId, itemId: null, paths: [file] });
if (files.length !== 1) throw new Error(refused.map((r) => r.message).join());
await context.store.lock();
