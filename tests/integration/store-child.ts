/** The other process of the tests: `store-child.ts <what> <folder> [file]`. Speaks one JSON line an event. */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toApiError } from '../../main/errors.ts';
import type { StoredCase } from '../../shared/api.ts';
import { kit, SmallKeychain } from './store-kit.ts';

const [what = '', dir = '', file = ''] = process.argv.slice(2);
const PASSPHRASE = 'a passphrase';
const say = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function main(): Promise<void> {
  const k = kit(dir, { keychain: new SmallKeychain('basic_text') });
  if (what === 'create') {
    await k.call['store.create']({ passphrase: PASSPHRASE });
    await k.context.store.upkeep;
    await k.call['store.lock']({});
    say({ done: true });
    return;
  }
  await k.call['store.unlock']({ passphrase: PASSPHRASE });
  if (what === 'intake') {
    // Takes a large file in while a case is saved again and again.
    const [first] = k.call['cases.list']({ search: '' }) as { caseId: string }[];
    if (!first) throw new Error('no case');
    k.onEvent = (e) => {
      if (e.event !== 'job.progress') return;
      const { caseId } = first;
      const got = k.context.store.current.db
        .prepare<[string], { revision: number; document: string }>(
          'SELECT revision, document FROM cases WHERE id = ?',
        )
        .get(caseId);
      if (!got) throw new Error('the case is gone');
      const document = { ...JSON.parse(got.document), note: `saved ${got.revision + 1}` };
      k.call['cases.save']({ caseId, revision: got.revision, document });
      say({ saved: got.revision + 1, done: e.done });
    };
    const { caseId } = first;
    await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [file] });
    say({ finished: true });
  }
  if (what === 'fill') {
    // Takes a file in on a small disk; something else fills that disk meanwhile, if told so.
    const { caseId, document } = k.call['cases.create']({}) as StoredCase;
    const filler = join(dir, 'filler');
    let filled = false;
    k.onEvent = (e) => {
      if (process.argv[5] !== 'filler' || e.event !== 'job.progress' || e.done < 4e6 || filled)
        return;
      filled = true;
      try {
        for (;;) appendFileSync(filler, Buffer.alloc(4096));
      } catch {
        // full
      }
    };
    const { refused } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [file] });
    const files = k.call['evidence.files']({ caseId });
    rmSync(filler, { force: true });
    k.call['cases.save']({ caseId, revision: 1, document: { ...document, note: 'kept' } });
    await k.call['store.lock']({});
    await k.call['store.unlock']({ passphrase: PASSPHRASE });
    await k.context.store.upkeep;
    const { db } = k.context.store.current;
    const count = (table: string) =>
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
    const [chunks, rows] = [count('evidence_chunks'), count('evidence_files')];
    const saved = (k.call['cases.get']({ caseId }) as StoredCase).document.note;
    say({ filled, refused, files, chunks, rows, saved, sound: db.pragma('integrity_check') });
  }
  await k.call['store.lock']({});
}

main().catch((e) => {
  const size = () => {
    try {
      return readFileSync(join(dir, 'data/jieju.db')).length;
    } catch {
      return 0;
    }
  };
  say({ ...toApiError(e), size: size() });
  process.exitCode = 1;
});
