/**
 * Evidence side by side with plain tools, in one run: the evidence book of 500 scanned pages (about 200 MB)
 * against qpdf merging the same files and pypdf merging and stamping them; the intake of 1 GB into the
 * encrypted store against cp and sha256sum. Each in a process of its own. What is not installed is named and
 * left out. Run: node bench/evidence.ts [rounds, 3] [MB of the intake, 1000]
 *
 * The book does what the others do not: each original is hashed, every place of a stamp is looked at for ink
 * (which means walking over all bits of the scan before it), links, bookmarks, list and register are made, and
 * the file is flushed, read again and checked before it gets its name.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleCase } from '../shared/case/sample.ts';
import { writeFilm, writeScans, writeStamps } from './evidence-files.ts';
import { has, machine, measure, megabytes, type Row, table } from './measure.ts';

const FILES = 20;
const PAGES = 25;
const ROUNDS = Number(process.argv[2] ?? 3);
const INTAKE = Number(process.argv[3] ?? 1000) * 1_000_000;

const PYPDF = `
import sys
from pypdf import PdfReader, PdfWriter
out, stamps, *sources = sys.argv[1:]
writer = PdfWriter()
over = PdfReader(stamps)
n = 0
for source in sources:
    for page in PdfReader(source).pages:
        page.merge_page(over.pages[n])
        writer.add_page(page)
        n += 1
writer.write(out)
`;

const folder = mkdtempSync(join(tmpdir(), 'jieju-bench-'));
/** The first Python that has the library; distributions keep it with their own. */
const python = ['python3', '/usr/bin/python3'].find((p) => has(p, '-c', 'import pypdf'));
const tools = { qpdf: has('qpdf', '--version'), sums: has('sha256sum', '--version') };

async function books(): Promise<void> {
  const files = join(folder, 'files');
  mkdirSync(files);
  const total = await writeScans(files, FILES, PAGES);
  const stamps = join(folder, 'stamps.pdf');
  await writeStamps(stamps, FILES * PAGES);
  const document = sampleCase();
  document.evidence = Array.from({ length: FILES }, (_, i) => ({
    id: `x${i}`,
    group: 'agreement',
    name: `第${i + 1}份材料`,
  }));
  document.demands = [];
  const caseFile = join(folder, 'case.jieju.json');
  writeFileSync(caseFile, JSON.stringify(document));
  const sources = readdirSync(files).map((name) => join(files, name));
  const cli = join(import.meta.dirname, '../main/cli.ts');
  const rounds: Row[][] = [];
  let size = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const rows: Row[] = [];
    const merged = join(folder, 'merged.pdf');
    if (tools.qpdf)
      rows.push(measure('qpdf, merging', 'qpdf', ['--empty', '--pages', ...sources, '--', merged]));
    if (python)
      rows.push(
        measure('pypdf, merging and stamping', python, ['-c', PYPDF, merged, stamps, ...sources]),
      );
    const out = join(folder, `out${round}`);
    const args = [cli, 'bundle', caseFile, '--files', files, '--out', out];
    rows.push(measure('jieju bundle', process.execPath, args));
    size = statSync(join(out, '03-证据册-王某.pdf')).size;
    rmSync(out, { recursive: true });
    rounds.push(rows);
  }
  console.log(`${FILES * PAGES} pages, ${megabytes(total)} MB in, ${megabytes(size)} MB out`);
  console.log(table(rounds));
  const peak = rounds.flat().filter((r) => r.name === 'jieju bundle');
  const most = Math.max(...peak.map((r) => r.peak ?? 0));
  console.log(
    `  memory by the rule of twice the output and 100 MB: ${(size / 500_000 + 100).toFixed(0)} MB; at most ${most.toFixed(0)} MB`,
  );
}

async function intake(): Promise<void> {
  const film = join(folder, 'film.mp4');
  await writeFilm(film, INTAKE);
  const rounds: Row[][] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const rows: Row[] = [];
    const copy = join(folder, 'copy.mp4');
    if (tools.sums) {
      const both = 'cp "$1" "$2" && sha256sum "$2" && sync "$2"';
      rows.push(measure('cp, sha256sum, sync', 'sh', ['-c', both, 'sh', film, copy]));
    }
    const store = join(folder, `store${round}`);
    const script = join(import.meta.dirname, 'intake.ts');
    rows.push(measure('into the encrypted store', process.execPath, [script, store, film]));
    rmSync(store, { recursive: true });
    rounds.push(rows);
  }
  console.log(`intake of ${megabytes(INTAKE)} MB`);
  console.log(table(rounds));
}

try {
  console.log(`before: ${machine()}`);
  if (!tools.qpdf) console.log('qpdf is not installed: left out');
  if (!python) console.log('pypdf is not installed (Debian: python3-pypdf): left out');
  if (!tools.sums) console.log('sha256sum is not installed: left out');
  await books();
  await intake();
  console.log(`after: ${machine()}`);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0);
