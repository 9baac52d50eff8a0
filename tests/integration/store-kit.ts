/** What the tests of the store share: a folder of their own, a small real keychain, recorded events. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppError, toAppError } from '../../main/errors.ts';
import { type Context, createContext, type Dialogs } from '../../main/handlers/context.ts';
import { dataHandlers } from '../../main/handlers/index.ts';
import type { Keychain } from '../../main/store/keychain.ts';
import type { ApiEvents } from '../../shared/api.ts';

/** A keychain that really seals: AES-256-GCM under a key of its own. */
export class SmallKeychain implements Keychain {
  backend: string;
  present = true;
  readonly #key: Buffer;
  constructor(backend = 'test_keyring', key = randomBytes(32)) {
    this.backend = backend;
    this.#key = key;
  }
  available(): boolean {
    return this.present;
  }
  seal(secret: Buffer): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }
  open(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  }
}

/** Dialogs that answer with what the test put in. */
export interface Answers {
  openFile: string | null;
  openFiles: string[];
  saveFile: string | null;
  pickFolder: string | null;
}

export type AppEvent = { [E in keyof ApiEvents]: { event: E } & ApiEvents[E] }[keyof ApiEvents];

export interface Kit {
  dir: string;
  data: string;
  keychain: SmallKeychain;
  answers: Answers;
  asked: { title: string; defaultName?: string }[];
  events: AppEvent[];
  context: Context;
  call: ReturnType<typeof dataHandlers>;
  /** Another window on the same folder. */
  again(options?: { keychain?: Keychain; now?: () => Date }): Kit;
  file(name?: string): string;
  bytes(name?: string): Buffer;
  onEvent: (event: AppEvent) => void;
}

const folders: string[] = [];

/** Locks every store and removes every folder the test made. */
export async function cleanUp(): Promise<void> {
  for (const context of opened.splice(0)) await context.store.lock().catch(() => undefined);
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
}
const opened: Context[] = [];

export function kit(dir = '', given: { keychain?: Keychain; now?: () => Date } = {}): Kit {
  let folder = dir;
  if (!folder) {
    folder = mkdtempSync(join(tmpdir(), 'jieju-store-'));
    folders.push(folder);
  }
  const data = join(folder, 'data');
  const keychain = (given.keychain ?? new SmallKeychain()) as SmallKeychain;
  const answers: Answers = { openFile: null, openFiles: [], saveFile: null, pickFolder: null };
  const asked: Kit['asked'] = [];
  const answer = <N extends keyof Answers>(o: Kit['asked'][number], name: N): Answers[N] => {
    asked.push(o);
    return answers[name];
  };
  const dialogs: Dialogs = {
    openFile: async (o) => answer(o, 'openFile'),
    openFiles: async (o) => answer(o, 'openFiles'),
    saveFile: async (o) => answer(o, 'saveFile'),
    pickFolder: async (o) => answer(o, 'pickFolder'),
  };
  const events: AppEvent[] = [];
  const context = createContext({
    dataDir: data,
    keychain,
    dialogs,
    emit: (event, payload) => {
      const entry = { event, ...payload } as AppEvent;
      events.push(entry);
      made.onEvent(entry);
    },
    who: 'tester',
    ...(given.now ? { now: given.now } : {}),
  });
  opened.push(context);
  const made: Kit = {
    dir: folder,
    data,
    keychain,
    answers,
    asked,
    events,
    context,
    call: dataHandlers(context),
    again: (options) => kit(folder, { keychain, ...options }),
    file: (name = 'jieju.db') => join(data, name),
    bytes: (name = 'jieju.db') => readFileSync(join(data, name)),
    onEvent: () => undefined,
  };
  return made;
}

/** A store that is open and has finished its upkeep. */
export async function openKit(passphrase: string | null = null): Promise<Kit> {
  const k = kit();
  await k.call['store.create']({ passphrase });
  await k.context.store.upkeep;
  return k;
}

/** The refusal a call ends with, as the bridge tells it. @throws when it is not refused. */
export async function refusal(run: () => unknown): Promise<AppError> {
  try {
    await run();
  } catch (e) {
    return toAppError(e);
  }
  throw new Error('the call was not refused');
}
