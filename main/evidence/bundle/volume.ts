/** One volume from prepared files to its bytes. */
import { createHash } from 'node:crypto';
import { bundleTitle } from '../../../shared/case/book-gaps.ts';
import type { PlannedExhibit, PlannedVolume } from '../../../shared/case/bundle-plan.ts';
import { type Exhibit, exhibitTitle, pageRange } from '../../../shared/case/exhibits.ts';
import {
  BLANK_PAGE,
  type BundleLook,
  bundleList,
  coverPaper,
  PAGE_PREFIX,
  type RegisterRow,
  registerPaper,
  stampWords,
  volumeAddress,
} from '../../../templates/bundle-papers.ts';
import type { PaperContext } from '../../../templates/template.ts';
import { renderPdf } from '../../papers/pdf.ts';
import { placedWords } from './notes.ts';
import { Book, type PlacedPages } from './pdf/book.ts';
import type { PDFRef } from './pdf/lib.ts';
import type { Sampler, Stamp } from './pdf/stamp.ts';
import type { ExpectedVolume } from './pdf/verify.ts';
import type { Sink } from './pdf/volume-file.ts';
import { PICTURE_ROOM, type Prepared, shownName } from './prepare.ts';

export interface VolumeInput {
  context: PaperContext;
  look: BundleLook;
  plan: PlannedVolume;
  /** The files of this volume's exhibits, in order. */
  prepared: readonly Prepared[];
  duplex: boolean;
  sample: Sampler;
  sink: Sink;
  /** Called after each file. */
  step: (bytes: number) => void;
}

export interface MadeVolume {
  expected: ExpectedVolume;
  /** Pages besides the exhibits, empty ones after exhibits not counted. */
  extraPages: number;
}

const address = (e: { number: number }) => `jieju:exhibit/${e.number}`;

/** 2026-03-16T01:02:03.000Z → 2026-03-16 09:02, the time in China. */
function takenText(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return '';
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Stamps of one file's pages: numbers on all, the exhibit's label on the first, a note at boxes. */
function stampsOf({ exhibit, role, boxes }: Prepared, part: number | null, first: number) {
  const boxed = new Set(boxes.map((b) => b.n));
  return (n: number): Stamp[] => [
    { text: stampWords.page(first + n), at: 'foot' },
    ...(n === 0 && role !== 'extract'
      ? [{ text: stampWords.exhibit(exhibit.number, part), at: 'head' as const }]
      : []),
    ...(boxed.has(n) ? [{ text: stampWords.marked, at: 'note' as const }] : []),
  ];
}

async function place(
  book: Book,
  { part, boxes, words }: Prepared,
  stamps: (n: number) => Stamp[],
  first: number,
): Promise<PlacedPages> {
  const on = (n: number) => boxes.filter((b) => b.n === n).map((b) => b.box);
  const said = placedWords(words, part);
  if (part.kind === 'pdf') return book.addPdf(await part.open(), stamps, on, said);
  if (part.kind === 'pictures')
    return book.addPictures(part.pictures, PICTURE_ROOM, stamps, on, said);
  return book.addSheets(part.kind === 'extract' ? part.set(first) : part.pdf, stamps);
}

function registerRow(
  { exhibit, file, treatments }: Prepared,
  part: number | null,
  first: number,
  placed: PlacedPages,
): RegisterRow[] {
  if (!file) return [];
  const count = placed.pages.length;
  const of = (n: number) => (n === count ? '' : `其中 ${n} 页为`);
  const noText = [
    ...(placed.recognised > 0
      ? [`${of(placed.recognised)}图像，附识别文字（仅供检索，以图像为准）`]
      : []),
    ...(placed.imageOnly > 0 ? [`${of(placed.imageOnly)}图像，无文字层`] : []),
  ];
  const wider = placed.extended > 0 ? ['为加注页码外扩了页边'] : [];
  return [
    {
      number: part === null ? String(exhibit.number) : `${exhibit.number}-${part}`,
      name: shownName(file.name, 18),
      size: file.size,
      sha256: file.sha256,
      takenAt: takenText(file.takenAt),
      pages: pageRange({ from: first, to: first + count - 1 }),
      treatment: [...treatments, ...noText, ...wider].join('；'),
    },
  ];
}

/** The same inputs give the same identity, and with it the same bytes. */
function identity(input: VolumeInput): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([input.look, input.plan, input.duplex, input.context.case.id]));
  for (const { file, noted, words } of input.prepared) {
    hash.update(`${file?.sha256 ?? '-'}${noted}`);
    if (words.length > 0) hash.update(JSON.stringify(words));
  }
  return hash.digest('hex').slice(0, 32);
}

interface Body {
  firsts: Map<number, PDFRef>;
  rows: RegisterRow[];
}

/** Adds the exhibits of a volume. @throws when a file has another number of pages than was counted */
async function addBody(book: Book, input: VolumeInput): Promise<Body> {
  const body: Body = { firsts: new Map(), rows: [] };
  for (const planned of input.plan.exhibits) {
    const files = input.prepared.filter((p) => p.exhibit.number === planned.number);
    let next = planned.from;
    const parts = files.filter((p) => p.role !== 'extract').length;
    for (const [i, prepared] of files.entries()) {
      const part = parts > 1 ? i + 1 : null;
      const stamps = stampsOf(prepared, part, next);
      const placed = await place(book, prepared, stamps, planned.from);
      const first = placed.pages[0];
      if (i === 0 && first) body.firsts.set(planned.number, first);
      body.rows.push(...registerRow(prepared, part, next, placed));
      next += placed.pages.length;
      input.step(prepared.file?.size ?? 0);
    }
    if (next !== planned.to + 1)
      throw new Error(
        `bundle: exhibit ${planned.number} has pages to ${next - 1}, not ${planned.to}`,
      );
    for (let i = 0; i < planned.blanks; i++)
      await book.addBlank(BLANK_PAGE, [{ text: stampWords.page(planned.to + 1 + i), at: 'foot' }]);
  }
  return body;
}

const listed = (e: Exhibit, p: PlannedExhibit): Exhibit => ({ ...e, from: p.from, to: p.to });

/** Puts a volume together and hands its bytes to the sink. */
export async function makeVolume(input: VolumeInput): Promise<MadeVolume> {
  const { context, look, plan, duplex, sample, sink } = input;
  const many = look.volumes.length > 1;
  const title = `${bundleTitle(look.batch)}${many ? `（第${look.volume}册，共${look.volumes.length}册）` : ''}`;
  const cover = coverPaper(context, look);
  const book = await Book.create({ title, date: cover.date, id: identity(input), sample, sink });
  const { firsts, rows } = await addBody(book, input);

  const exhibits = plan.exhibits.flatMap((p) => {
    const found = input.prepared.find((f) => f.exhibit.number === p.number);
    return found ? [listed(found.exhibit, p)] : [];
  });
  const coverPages = await book.addFront(renderPdf(cover).pdf);
  const listPages = await book.addFront(
    renderPdf(bundleList(context, exhibits, look, address)).pdf,
  );
  if (duplex && book.frontPages % 2 === 1)
    book.addFrontBlank(BLANK_PAGE, `${PAGE_PREFIX.list}${listPages + 1}`);
  const { frontPages } = book;
  const bodyPages = plan.to - plan.from + 1;
  const backPages =
    rows.length > 0 ? await book.addBack(renderPdf(registerPaper(context, rows)).pdf) : 0;

  const targets = exhibits.flatMap((e) => {
    const page = firsts.get(e.number);
    return page ? [{ address: address(e), title: exhibitTitle(e), page, from: e.from ?? 0 }] : [];
  });
  const others = look.volumes.filter((v) => v.number !== look.volume);
  await book.finish(targets, new Map(others.map((v) => [volumeAddress(v), v.file])), [
    { from: 0, prefix: PAGE_PREFIX.cover, start: null },
    { from: coverPages, prefix: PAGE_PREFIX.list, start: 1 },
    { from: frontPages, prefix: '', start: plan.from },
    ...(backPages > 0
      ? [{ from: frontPages + bodyPages, prefix: PAGE_PREFIX.register, start: 1 }]
      : []),
  ]);
  return {
    extraPages: frontPages + backPages,
    expected: {
      pages: frontPages + bodyPages + backPages,
      frontPages,
      rows: targets.map((t) => ({ title: t.title, page: frontPages + t.from - plan.from })),
      first: plan.from,
      others: others.map((v) => v.file),
    },
  };
}
