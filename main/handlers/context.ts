/** What the handlers of stored data work with; nothing in here is Electron's. */
import type { Emit } from '../calls.ts';
import type { BundleRequest, BundleResult, ReadSource } from '../evidence/bundle/types.ts';
import type { FileToRead, ReadingHooks, Task } from '../evidence/reading/types.ts';
import type { ViewJob, ViewResultOf } from '../evidence/view/kinds.ts';
import { type Job, Jobs } from '../jobs.ts';
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

/** Builds an evidence bundle; the app does it in a process of its own. */
export type Bundler = (request: BundleRequest, read: ReadSource, job: Job) => Promise<BundleResult>;

/** Without a process of its own: the command line's way, and the tests'. */
const bundleHere: Bundler = async (request, read, job) => {
  const { buildBundle } = await import('../evidence/bundle/build.ts');
  return buildBundle(request, read, {
    progress: (done) => job.progress(done),
    check: () => job.check(),
  });
};

/** Unpacks files for a look; the app does it in a process of its own. */
export interface ViewRunner {
  /** @throws AppError `unreadable`, in words for the user */
  run<J extends ViewJob>(job: J, read: ReadSource): Promise<ViewResultOf<J>>;
  /** Forgets what it holds of the files. */
  stop(): void;
}

/** Without a process of its own: the tests' way. */
function viewHere(): ViewRunner {
  const make = async () => new (await import('../evidence/view/work.ts')).ViewWorker();
  let worker: ReturnType<typeof make> | null = null;
  return {
    run: async (job, read) => {
      worker ??= make();
      return (await worker).run(job, read);
    },
    stop: () => {
      worker = null;
    },
  };
}

/** Reads the words of files, one after the other. */
export interface Reader {
  /**
   * Reads one file, page by page.
   * @returns how many pages it has
   * @throws AppError `cancelled`, or what is wrong with the file
   */
  file(file: FileToRead, task: Task, hooks: ReadingHooks, signal: AbortSignal): Promise<number>;
  close(): void;
}

/** A reader for one job; the app's is a process of its own. */
export type OpenReader = (read: ReadSource) => Reader;

/** Without a process of its own: the command line's way, and the tests'. */
const readHere: OpenReader = (read) => ({
  file: async (file, task, hooks) => {
    const { readFileText } = await import('../evidence/reading/read-file.ts');
    return readFileText(file, task, read, hooks);
  },
  close: () => undefined,
});

export interface Context {
  readonly store: StoreManager;
  readonly jobs: Jobs;
  readonly dialogs: Dialogs;
  readonly bundler: Bundler;
  readonly viewer: ViewRunner;
  readonly openReader: OpenReader;
}

export interface ContextOptions {
  /** The folder of the database, its key file and the automatic backups. */
  dataDir: string;
  keychain: Keychain;
  dialogs: Dialogs;
  /** Left out: in this process. */
  bundler?: Bundler;
  viewer?: ViewRunner;
  openReader?: OpenReader;
  emit: Emit;
  /** Name of the system account, for the record of changes. */
  who: string;
  now?: () => Date;
}

export function createContext(options: ContextOptions): Context {
  const { dataDir, keychain, dialogs, who, now = () => new Date() } = options;
  const viewer = options.viewer ?? viewHere();
  const emit: Emit = (event, payload) => {
    if (event === 'store.locked') viewer.stop();
    options.emit(event, payload);
  };
  const jobs = new Jobs(emit);
  const bundler = options.bundler ?? bundleHere;
  return {
    jobs,
    dialogs,
    bundler,
    viewer,
    openReader: options.openReader ?? readHere,
    store: new StoreManager({ dataDir, keychain, jobs, emit, who, now }),
  };
}
