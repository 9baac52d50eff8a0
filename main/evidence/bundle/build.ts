/** The evidence bundle: files in, verified volumes, list and hash register out. */
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type PageChange,
  type PlannedVolume,
  pageChanges,
} from '../../../shared/case/bundle-plan.ts';
import {
  batchTitle,
  type Exhibit,
  exhibits,
  lastReleasedPage,
} from '../../../shared/case/exhibits.ts';
import { listPaper } from '../../../templates/evidence-list.ts';
import { AppError } from '../../errors.ts';
import { renderDocx } from '../../papers/docx.ts';
import { syncFolder } from '../../store/files.ts';
import { type Batch, Builder, type BundleHooks, EXTRA } from './drafts.ts';
import { Helpers } from './helpers.ts';
import { releasePictures } from './image/pictures.ts';
import { lostMarks } from './notes.ts';
import { verifyVolume } from './pdf/verify.ts';
import { type Prepared, prepareFiles } from './prepare.ts';
import type { BuiltVolume, BundleRequest, BundleResult, ReadSource, SourceFile } from './types.ts';
import { reserveNames, TempFiles } from './write.ts';

/** The batch to build: what is not handed in yet, else the last one handed in. @throws AppError `no-evidence` */
function batchOf({ context }: BundleRequest): Batch {
  const c = context.case;
  const all = exhibits(c);
  const releases = c.evidenceReleases;
  const open = all.filter((e) => e.batch === releases.length);
  const last = releases.at(-1);
  if (open.length === 0 && !last)
    throw new AppError('no-evidence', '还没有证据，请先在“证据”里添加。', 'evidence');
  const number = open.length > 0 || !last ? releases.length : releases.length - 1;
  const list = all.filter((e) => e.batch === number);
  const unnamed = list.find((e) => e.item.name.trim() === '');
  if (unnamed) {
    const path = `evidence.${c.evidence.indexOf(unnamed.item)}.name`;
    throw new AppError('bad-case', `证据${unnamed.number}还没有名称，请先填写。`, path);
  }
  const released = open.length > 0 || !last ? null : last.exhibits;
  const firstPage = released ? Math.min(...released.map((e) => e.from)) : lastReleasedPage(c) + 1;
  return { number, list, firstPage, released };
}

const range = (r: { from: number; to: number } | null) =>
  r === null ? '没有' : r.from === r.to ? `第${r.from}页` : `第${r.from}—${r.to}页`;

/** One line a difference between the book handed in and the one made now. */
export function changeLines(changes: readonly PageChange[]): string[] {
  return changes.map(({ number, before, now, files }) => {
    const pages =
      range(before) === range(now) ? '页码未变' : `原为${range(before)}，现为${range(now)}`;
    return `证据${number}：${pages}${files && before && now ? '，文件已更换，或者方框、文字有改动' : ''}`;
  });
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** Sizes in the units of the options. */
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

function overLimit(request: BundleRequest, volumes: readonly BuiltVolume[]): string[] {
  const { maxBytes, maxPages } = request.options;
  return volumes.flatMap((v) => [
    ...(maxBytes !== null && v.size > maxBytes
      ? [`“${v.name}”有 ${megabytes(v.size)} MB，超过限制；一份证据不拆开，请压缩其中的大文件`]
      : []),
    ...(maxPages !== null && v.pages > maxPages
      ? [`“${v.name}”有 ${v.pages} 页，超过限制；一份证据不拆开`]
      : []),
  ]);
}

const isTable = ({ name, mime }: SourceFile): boolean =>
  mime.endsWith('spreadsheetml.sheet') || (mime.startsWith('text/') && /\.csv$/i.test(name));

/** What the user should know of one part of the book. */
function preparedNotes({ exhibit, file, role, pages, treatments, sound }: Prepared): string[] {
  const name = `证据${exhibit.number}`;
  if (role === 'extract') return [`${name}后面附了摘录表，共 ${pages} 页，已计入页码`];
  const unsaid =
    sound && exhibit.item.carrier === ''
      ? ['没有填原始载体，说明页上空着；请在“证据”里填写存有原件的手机或设备，或打印后手写']
      : [];
  // A bill shows the court and the other side all that was bought, too.
  const whole =
    file && isTable(file)
      ? [
          '整份印出，与本案无关的收支对方也会看到；如果是账单，可以在“流水”里“导入账单”，用《转账、还款明细摘录表》只列有关的几笔',
        ]
      : [];
  return file
    ? [...treatments, ...unsaid, ...whole].map((t) => `${name}“${file.name}”：${t}`)
    : [`${name}“${exhibit.item.name}”没有文件，留了 ${pages} 页，请换上纸质件`];
}

/** The pieces of an original, for its copy beside the book. */
async function* pieces(read: ReadSource, key: string, size: number): AsyncGenerator<Uint8Array> {
  const step = 8 * 1024 * 1024;
  for (let at = 0; at < size; at += step) yield read(key, at, Math.min(step, size - at));
}

/** Lines that `sha256sum -c` reads. */
const sumLine = (sha256: string, name: string) => `${sha256}  ${name.replace(/[\r\n\\]/g, '_')}\n`;

/**
 * Builds the bundle into the folder, making it if need be. Files that are there already stay as they are.
 * @throws BundleRefusal naming every file that cannot be put in; AppError `no-evidence`, `bad-case`,
 * `released-changed`; the system's errors when the folder cannot be written. Nothing is left behind then.
 */
export async function buildBundle(
  request: BundleRequest,
  read: ReadSource,
  hooks: BundleHooks,
): Promise<BundleResult> {
  const batch = batchOf(request);
  const { context, folder, options } = request;
  let done = 0;
  const prepared = await prepareFiles(request, batch.list, read, (bytes) => {
    done += bytes;
    hooks.check();
    hooks.progress(done);
  });
  await mkdir(folder, { recursive: true });
  const temp = new TempFiles(folder);
  const helpers = new Helpers();
  const reserved: string[] = [];
  let finished = false;
  try {
    const builder = new Builder(request, batch, prepared, temp, helpers, hooks);
    // What is printed beside the files is part of what was handed in, and has a fingerprint too.
    const filesOf = (id: string) => {
      const noted = prepared.filter((p) => p.exhibit.item.id === id).map((p) => p.noted);
      const files = request.files.filter((f) => f.itemId === id).map((f) => f.sha256);
      return noted.every((n) => n === '') ? files : [...files, sha256(noted.join('\n'))];
    };
    const book = (plans: readonly PlannedVolume[]): BundleResult['exhibits'] =>
      plans.flatMap((v) =>
        v.exhibits.flatMap(({ number, from, to }) => {
          const id = batch.list.find((e) => e.number === number)?.item.id;
          return id === undefined ? [] : [{ id, number, from, to, files: filesOf(id) }];
        }),
      );
    // Page numbers do not depend on how the book is cut, so a change is known before anything is made.
    const changes = batch.released
      ? pageChanges(batch.released, book(builder.plan(EXTRA.pages, EXTRA.bytes)))
      : [];
    if (changes.length > 0 && !options.newVersion) {
      const lines = changeLines(changes).join('；');
      throw new AppError(
        'released-changed',
        `这批证据已标为提交，证据册已锁定；现在的文件与提交时不同：${lines}。请换回原来的文件，或把新材料作为补充证据添加。`,
      );
    }
    const { drafts, paths } = await builder.drafts();
    // Not what was handed to the disk, but what it gives back; the helpers read while the rest is made.
    const given = Promise.all(drafts.map(({ path }) => helpers.run({ kind: 'hash', path })));
    given.catch(() => undefined);
    for (const { path, volume } of drafts) {
      await verifyVolume(path, volume.expected);
      hooks.check();
    }
    const plans = drafts.map((d) => d.plan);
    const rows = book(plans);
    const listed = batch.list.map((e): Exhibit => {
      const row = rows.find((r) => r.number === e.number);
      return { ...e, from: row?.from ?? null, to: row?.to ?? null };
    });
    const list = listPaper(context, listed, { title: batchTitle(batch.number) });
    const docx = request.fileName === undefined ? await temp.write([await renderDocx(list)]) : null;
    const beside = prepared.flatMap((p) => (p.beside && p.file ? [{ ...p, file: p.file }] : []));
    const originals: string[] = [];
    for (const { file } of beside)
      originals.push(await temp.write(pieces(read, file.key, file.size)));

    for (const [i, { hash }] of (await given).entries())
      if (hash !== drafts[i]?.sha256) throw new Error('bundle: the disk gives back other bytes');
    hooks.check();
    reserved.push(...(await reserveNames(paths)));
    const sums = [
      ...drafts.map((d, i) => sumLine(d.sha256, basename(reserved[i] ?? ''))),
      ...prepared.flatMap(({ file }) => (file ? [sumLine(file.sha256, file.name)] : [])),
    ].join('');
    const register = await temp.write([Buffer.from(sums)]);
    const sources = [
      ...drafts.map((d) => d.path),
      ...(docx === null ? [] : [docx]),
      register,
      ...originals,
    ];
    for (const [i, path] of sources.entries()) await temp.moveTo(path, reserved[i] ?? '');
    finished = true;

    const volumes = drafts.map(
      (d, i): BuiltVolume => ({
        path: reserved[i] ?? '',
        name: basename(reserved[i] ?? ''),
        pages: d.volume.expected.pages,
        size: d.size,
        sha256: d.sha256,
        exhibits: d.plan.exhibits.map((e) => e.number),
      }),
    );
    return {
      volumes,
      files: reserved,
      exhibits: rows,
      lastPage: plans.at(-1)?.to ?? 0,
      notes: [
        ...prepared.flatMap(preparedNotes),
        ...batch.list.flatMap((e) => {
          const lost = lostMarks(e.item, prepared);
          return lost > 0
            ? [`证据${e.number}有 ${lost} 处方框所在的文件已不在，或排成了文字，没有印`]
            : [];
        }),
        ...overLimit(request, volumes),
        ...changeLines(changes).map((line) => `与已提交的不同——${line}`),
      ],
    };
  } finally {
    if (!finished) for (const path of reserved) await rm(path, { force: true });
    await temp.clear();
    await helpers.end();
    await releasePictures();
    await syncFolder(folder);
  }
}
