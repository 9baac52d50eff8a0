/**
 * The evidence bundle of 20 scanned files, 500 pages, about 200 MB, against qpdf putting the same files one
 * behind the other. Most of our time goes into looking at every scan's foot for ink before a number is put
 * there, which means unpacking its picture; qpdf looks at nothing. Each in a process of its own, for its own peak of memory. Run: node bench/bundle.ts
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { vips } from '../main/evidence/bundle/image/vips.ts';
import { sampleCase } from '../shared/case/sample.ts';

const FILES = 20;
const PAGES = 25;

/** A page of typing on grey paper with the grain of a scanner, about 240 KB. */
async function scan(seed: number): Promise<Uint8Array> {
  const v = await vips();
  const [width, height] = [1240, 1754];
  const grain = v.Image.gaussnoise(width, height, { mean: 243, sigma: 2.2, seed });
  const lines = v.Image.gaussnoise(width / 8, height / 8, { mean: 0, sigma: 60, seed })
    .resize(8)
    .extractArea(140, 160, width - 280, height - 400)
    .embed(140, 160, width, height);
  const image = grain.add(lines.moreEq(40).linear([-0.6], [0])).cast('uchar');
  return image.writeToBuffer('.jpg', { Q: 82 });
}

async function makeFiles(folder: string): Promise<number> {
  let total = 0;
  // The same pages in every file, as own copies: neither tool looks for equal ones.
  const pages: Uint8Array[] = [];
  for (let p = 0; p < PAGES; p++) pages.push(await scan(p));
  for (let f = 0; f < FILES; f++) {
    const document = await PDFDocument.create();
    for (const page of pages) {
      const picture = await document.embedJpg(page);
      document
        .addPage([595.28, 841.89])
        .drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 });
    }
    const bytes = await document.save();
    writeFileSync(join(folder, `证据${f + 1}.pdf`), bytes);
    total += bytes.length;
  }
  return total;
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0);

/** Seconds and peak memory (MB) of a command; the memory by GNU time where it is, else unknown. */
function measure(command: string, args: string[]): { seconds: number; peak: string } {
  const gnu = spawnSync('/usr/bin/time', ['-f', '%M', 'true'], { encoding: 'utf8' }).status === 0;
  const start = performance.now();
  const { status, stderr } = gnu
    ? spawnSync('/usr/bin/time', ['-f', 'peak %M', command, ...args], { encoding: 'utf8' })
    : spawnSync(command, args, { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  const kilobytes = /peak (\d+)/.exec(stderr)?.[1];
  return { seconds, peak: kilobytes ? megabytes(Number(kilobytes) * 1024) : '?' };
}

const folder = mkdtempSync(join(tmpdir(), 'jieju-bench-'));
try {
  const files = join(folder, 'files');
  execFileSync('mkdir', [files]);
  const total = await makeFiles(files);
  const document = sampleCase();
  document.evidence = Array.from({ length: FILES }, (_, i) => ({
    id: `x${i}`,
    group: 'agreement',
    name: `第${i + 1}份材料`,
  }));
  document.demands = [];
  const caseFile = join(folder, 'case.jieju.json');
  writeFileSync(caseFile, JSON.stringify(document));
  console.log(`${FILES} files, ${FILES * PAGES} pages, ${megabytes(total)} MB`);

  const sources = readdirSync(files).map((name) => join(files, name));
  const cli = join(import.meta.dirname, '../main/cli.ts');
  for (let round = 1; round <= 2; round++) {
    const merged = join(folder, 'merged.pdf');
    const qpdf = measure('qpdf', ['--empty', '--pages', ...sources, '--', merged]);
    const out = join(folder, `out${round}`);
    const ours = measure(process.execPath, [
      cli,
      'bundle',
      caseFile,
      '--files',
      files,
      '--out',
      out,
    ]);
    const size = statSync(join(out, '03-证据册-王某.pdf')).size;
    console.log(
      `round ${round}: qpdf, merging only ${qpdf.seconds.toFixed(2)} s, ${qpdf.peak} MB; ` +
        `the bundle (hashed, checked, sampled, stamped, linked, written, read again) ` +
        `${ours.seconds.toFixed(2)} s, ${ours.peak} MB, ${(ours.seconds / qpdf.seconds).toFixed(1)} times; ` +
        `${megabytes(size)} MB written`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0);
