/** What the handlers of stored data work with; nothing in here is Electron's. */
import type { Emit } from '../calls.ts';
import { Jobs } from '../jobs.ts';
import type { Keychain } from '../store/keychain.ts';
import { StoreManager } from '../store/store.ts';

export interface FileFilter {
  name: string;
  extensions: string[];
}

/** The system's file dialogs. null or an empty list = the user closed it. */
export interface Dialogs {
  openFile(options: { title: string; filters?: FileFilter[] }): Promise<string | null>;
  openFiles(options: { title: string; filters?: FileFilter[] }): Promise<string[]>;
  saveFile(options: {
    title: string;
    defaultName: string;
    filters?: FileFilter[];
  }): Promise<string | null>;
  pickFolder(options: { title: string }): Promise<string | null>;
}

export interface Context {
  readonly store: StoreManager;
  readonly jobs: Jobs;
  readonly dialogs: Dialogs;
}

export interface ContextOptions {
  /** The folder of the database, its key file and the automatic backups. */
  dataDir: string;
  keychain: Keychain;
  dialogs: Dialogs;
  emit: Emit;
  /** Name of the system account, for the record of changes. */
  who: string;
  now?: () => Date;
}

export function createContext(options: ContextOptions): Context {
  const { dataDir, keychain, dialogs, emit, who, now = () => new Date() } = options;
  const jobs = new Jobs(emit);
  return { jobs, dialogs, store: new StoreManager({ dataDir, keychain, jobs, emit, who, now }) };
}
