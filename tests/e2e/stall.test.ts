/**
 * The window stays answered while heavy work goes on: the longest time the main process is held, measured in
 * the packaged app. Small files by default; JIEJU_STALL_MB=1000 takes that much in.
 */
import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { ElectronApplication } from '@playwright/test';
import type { ApiInput, ApiName, ApiResult } from '../../shared/api.ts';
import { expect, type Running, test } from './harness.ts';
import { call, firstRun, openSample, pickNext } from './steps.ts';

const MB = 1024 * 1024;
const SIZE = Number(process.env.JIEJU_STALL_MB ?? '96');
/**
 * Longest hold allowed here. The goal is 50 ms where nothing else runs; a machine that runs other tests at the same
 * time is slower, and reading a statement in the main process took over 200.
 */
const MOST_MS = Number(process.env.JIEJU_STALL_MS ?? '100');

interface Held {
  /** Longest hold, and how many were over 50 ms. */
  longest: number;
  over: number;
  /** Longest hold without the time that the main thread stood in line for a processor (known on Linux only). */
  own: number;
  /** Wall time of the work. */
  seconds: number;
  /** Most memory of the main process while at it, MB. */
  memory: number;
}

/** Measures how late a clock of 5 ms is in the main process while the work goes on. */
async function held(app: ElectronApplication, work: () => Promise<void>): Promise<Held> {
  await app.evaluate(() => {
    const fs: typeof import('node:fs') = process.mainModule?.require('node:fs');
    const inLine = () => {
      if (process.platform !== 'linux') return 0;
      const [, waited] = fs
        .readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8')
        .split(' ');
      return Number(waited) / 1e6;
    };
    const seen = { holds: [] as [number, number][], memory: 0, timer: null as unknown };
    let last = performance.now();
    let waited = inLine();
    seen.timer = setInterval(() => {
      const now = performance.now();
      const line = inLine();
      seen.holds.push([now - last - 5, line - waited]);
      seen.memory = Math.max(seen.memory, process.memoryUsage.rss() / 1e6);
      last = now;
      waited = line;
    }, 5);
    (globalThis as unknown as { stall: typeof seen }).stall = seen;
  });
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { holds, memory } = await app.evaluate(() => {
    const { stall } = globalThis as unknown as {
      stall: { timer: number; holds: [number, number][]; memory: number };
    };
    clearInterval(stall.timer);
    return stall;
  });
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b), 0);
  return {
    longest: most(holds.map(([hold]) => hold)),
    own: most(holds.map(([hold, line]) => hold - line)),
    over: holds.filter(([hold]) => hold > 50).length,
    seconds,
    memory,
  };
}

async function must<N extends ApiName>(
  { page }: Running,
  name: N,
  input: ApiInput<N>,
): Promise<ApiResult[N]> {
  const reply = await call(page, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
}

/** A WeChat statement of about so many bytes. */
function statement(path: string, bytes: number): void {
  const head = [
    '微信支付账单明细,,,,,,,,',
    '微信昵称：[王某],,,,,,,,',
    '起始时间：[2024-01-01 00:00:00] 终止时间：[2024-12-31 23:59:59],,,,,,,,',
    '----------------------微信支付账单明细列表--------------------,,,,,,,,',
    '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
  ].join('\r\n');
  const file = openSync(path, 'w');
  let size = writeSync(file, `\ufeff${head}\r\n`);
  for (let n = 0; size < bytes; ) {
    const rows: string[] = [];
    for (let k = 0; k < 2000; k++, n++) {
      const day = String(1 + (n % 28)).padStart(2, '0');
      rows.push(
        `2024-0${1 + (n % 9)}-${day} 12:00:00,转账,李某,"转账备注:微信转账第${n}笔，买东西的钱先垫着，月底一起算",支出,¥${n % 9000}.50,零钱,已转账,"10000${n}\t","M${n}\t","/"`,
      );
    }
    size += writeSync(file, `${rows.join('\r\n')}\r\n`);
  }
  closeSync(file);
}

test('heavy work never holds the main process for long', async ({ running, userData }) => {
  test.setTimeout(1_200_000);
  const { app } = running;
  await firstRun(running);
  await openSample(running);
  const [first] = await must(running, 'cases.list', { search: '' });
  const caseId = first?.caseId ?? '';
  const folder = join(userData, 'work');
  mkdirSync(folder);

  const film = join(folder, '录像.mp4');
  const piece = Buffer.alloc(8 * MB);
  const file = openSync(film, 'w');
  for (let at = 0; at < SIZE; at += 8) writeSync(file, randomFillSync(piece));
  // What the test itself has written is on the disk before anything is measured.
  fsyncSync(file);
  closeSync(file);
  const scans = await Promise.all(
    [1, 2, 3, 4].map(async (n) => {
      const document = await PDFDocument.create();
      for (let p = 0; p < 20; p++) {
        const page = document.addPage([595, 842]);
        const noise = document.context.stream(randomFillSync(Buffer.alloc(400_000)), {});
        page.node.set(document.context.obj('Extra') as never, document.context.register(noise));
        page.drawText(`${n}-${p}`, { x: 300, y: 400 });
      }
      const path = join(folder, `扫描${n}.pdf`);
      writeFileSync(path, await document.save());
      return path;
    }),
  );
  const csv = join(folder, '微信账单.csv');
  statement(csv, Math.min(49, SIZE / 2) * MB);

  const lines: string[] = [];
  const worst: number[] = [];
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const got = await held(app, async () => {
      await work();
    });
    worst.push(got.own);
    lines.push(
      `${name}: ${got.seconds.toFixed(1)} s, longest hold ${got.longest.toFixed(0)} ms, ${got.own.toFixed(0)} ms without waiting for a processor, ${got.over} over 50 ms, ${got.memory.toFixed(0)} MB (load ${loadavg()[0]?.toFixed(1)})`,
    );
  };
  await measure('nothing, for comparison', () =>
    running.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))),
    ),
  );
  await measure(`${SIZE} MB film in`, () =>
    must(running, 'evidence.addPaths', { caseId, itemId: null, paths: [film] }),
  );
  await measure('four scans of 8 MB in', async () => {
    const taken = await must(running, 'evidence.addPaths', { caseId, itemId: null, paths: scans });
    const { revision, document } = await must(running, 'cases.get', { caseId });
    (document.evidence ?? []).forEach((e, i) => {
      const id = taken.files[i]?.fileId;
      if (id) e.fileIds = [id];
    });
    await must(running, 'cases.save', { caseId, revision, document });
  });
  await measure(`${Math.min(49, SIZE / 2)} MB statement`, async () => {
    const [done] = await must(running, 'statements.importPaths', { caseId, paths: [csv] });
    expect(done?.kind).toBe('statement');
  });
  await measure('all files verified', async () => {
    const { broken } = await must(running, 'evidence.verify', { caseId });
    expect(broken).toEqual([]);
  });
  const books = join(folder, 'books');
  mkdirSync(books);
  await pickNext(app, [books]);
  await measure('evidence book built', async () => {
    const built = await must(running, 'evidence.bundle', {
      ...{ caseId, today: '2026-03-16', maxMb: null, maxPages: null, duplex: false },
      ...{ newVersion: false, passwords: [] },
    });
    expect(built && 'book' in built).toBe(true);
  });
  console.log(lines.join('\n'));
  for (const [i, own] of worst.entries()) expect(own, lines[i]).toBeLessThan(MOST_MS);
});
