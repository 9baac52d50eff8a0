/** Large files and hard ends: progress, cancel, memory, and a process killed in the middle. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as timer } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { EvidenceFile, StoredCase } from '../../shared/api.ts';
import { cleanUp, kit, openKit, refusal, SmallKeychain } from './store-kit.ts';

afterEach(cleanUp);

const MIB = 1024 * 1024;

/** A file of so many MiB, no two of them alike; returns its SHA-256. */
function bigFile(path: string, mib: number): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'w');
  const piece = Buffer.alloc(MIB);
  for (let i = 0; i < mib; i++) {
    piece.fill(`piece ${i} `);
    hash.update(piece);
    writeSync(handle, piece);
  }
  closeSync(handle);
  return hash.digest('hex');
}

test('201 MB: taken whole, with progress, in bounded memory, while the window is answered', async () => {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  const path = join(k.dir, '录像.bin');
  const sha256 = bigFile(path, 201);
  let peak = 0;
  const base = process.memoryUsage().rss;
  k.onEvent = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  // Any other call is answered within a moment, all along.
  const waits: number[] = [];
  let done = false;
  const watch = (async () => {
    while (!done) {
      const start = performance.now();
      await timer(1);
      k.call['cases.list']({ search: '王某' });
      waits.push(performance.now() - start);
    }
  })();
  const { files, refused } = await k.call['evidence.addPaths']({
    caseId,
    itemId: null,
    paths: [path],
  });
  done = true;
  await watch;
  expect(refused).toEqual([]);
  expect(files[0]).toMatchObject({ size: 201 * MIB, sha256 });
  expect(files[0]!.warning).toContain('200 MB');
  const progress = k.events.filter((e) => e.event === 'job.progress');
  const dones = progress.map((e) => e.done);
  expect(dones.length).toBeGreaterThan(5);
  expect(dones).toEqual([...dones].sort((a, b) => a - b));
  expect(progress.at(-1)).toMatchObject({ done: 201 * MIB, total: 201 * MIB });
  expect(k.events.at(-1)).toMatchObject({ event: 'job.finished', jobId: progress[0]!.jobId });
  expect((peak - base) / MIB).toBeLessThan(150);
  // Nearly all at once; a single one may wait for a busy disk.
  waits.sort((a, b) => a - b);
  const p90 = waits[Math.floor(waits.length * 0.9)]!;
  expect(p90).toBeLessThan(300);
  const read = await refusal(() => k.call['evidence.read']({ fileId: files[0]!.fileId }));
  expect(read.code).toBe('too-large');
  expect(await k.call['evidence.verify']({ caseId })).toEqual({ checked: 1, broken: [] });
}, 120_000);

test('cancel: files already in stay, the one under way leaves nothing', async () => {
  const k = await openKit();
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  const paths = ['a.bin', 'b.bin', 'c.bin'].map((n) => join(k.dir, n));
  writeFileSync(paths[0]!, 'small');
  bigFile(paths[1]!, 40);
  writeFileSync(paths[2]!, 'never reached');
  k.onEvent = (e) => {
    if (e.event === 'job.progress' && e.done > 10 * MIB) k.call['jobs.cancel']({ jobId: e.jobId });
  };
  const { files, refused } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths });
  expect(files.map((f) => f.name)).toEqual(['a.bin']);
  expect(refused.map((r) => r.name)).toEqual(['b.bin', 'c.bin']);
  for (const r of refused) expect(r.message).toContain('停止');
  const { db } = k.context.store.current;
  expect(db.prepare('SELECT count(*) AS n FROM evidence_chunks').get()).toEqual({ n: 1 });
  expect(db.prepare('SELECT count(*) AS n FROM evidence_files').get()).toEqual({ n: 1 });
  // A lock in the middle ends the job the same way.
  let lock: unknown;
  k.onEvent = (e) => {
    if (e.event === 'job.progress' && e.done > 10 * MIB) lock ??= k.call['store.lock']({});
  };
  const cut = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [paths[1]!] });
  await lock;
  expect(cut.refused.map((r) => r.name)).toEqual(['b.bin']);
  expect(k.call['store.status']({})).toMatchObject({ state: 'locked' });
});

test('killed in the middle of an intake, again and again: no half item, no saved record lost', async () => {
  const k = kit('', { keychain: new SmallKeychain('basic_text') });
  await k.call['store.create']({ passphrase: 'a passphrase' });
  const { caseId } = (await k.call['cases.sample']({})) as StoredCase;
  await k.context.store.upkeep;
  await k.call['store.lock']({});
  const path = join(k.dir, 'big.bin');
  const sha256 = bigFile(path, 80);
  let revision = 1;
  for (let round = 0; round < 10; round++) {
    const script = join(import.meta.dirname, 'store-child.ts');
    const child = spawn(process.execPath, [script, 'intake', k.dir, path]);
    const exit = once(child, 'exit');
    let lines = 0;
    for await (const line of createInterface(child.stdout)) {
      const told = JSON.parse(line) as { saved?: number; finished?: boolean; code?: string };
      expect(told.code).toBeUndefined();
      expect(told.finished, 'the intake was over before the kill').toBeUndefined();
      revision = told.saved ?? revision;
      // A different place each round; what was told before the kill must be there after it.
      lines += 1;
      if (lines === 1 + (round % 5)) child.kill('SIGKILL');
    }
    const [, signal] = await exit;
    expect(signal).toBe('SIGKILL');

    await k.call['store.unlock']({ passphrase: 'a passphrase' });
    await k.context.store.upkeep;
    const { db } = k.context.store.current;
    const stored = k.call['cases.get']({ caseId }) as StoredCase;
    expect(stored.revision).toBeGreaterThanOrEqual(revision);
    expect(stored.document.note).toBe(`saved ${stored.revision}`);
    expect(k.call['evidence.files']({ caseId })).toEqual([]);
    expect(db.prepare('SELECT count(*) AS n FROM evidence_files').get()).toEqual({ n: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM evidence_chunks').get()).toEqual({ n: 0 });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    revision = stored.revision;
    await k.call['store.lock']({});
  }
  // After all that the file goes in as ever.
  await k.call['store.unlock']({ passphrase: 'a passphrase' });
  const { files } = await k.call['evidence.addPaths']({ caseId, itemId: null, paths: [path] });
  expect(files).toMatchObject([{ sha256 } satisfies Partial<EvidenceFile>]);
}, 180_000);
