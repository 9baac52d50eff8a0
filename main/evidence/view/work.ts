/**
 * What a look at a file needs and the window cannot do itself: photos and scans in formats that a browser
 * does not know, turned into ones that it does, and the words of office files. Runs away from the window's
 * and the store's process; originals are only read.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../errors.ts';
import { readHeic } from '../bundle/image/heic.ts';
import { type VipsImage, type VipsModule, vips } from '../bundle/image/vips.ts';
import { docxLines, textLines, wordsToFind, xlsxLines } from '../bundle/source/words.ts';
import { type ReadSource, SourceProblem } from '../bundle/types.ts';
import {
  DOCX,
  type PageSize,
  type ViewFile,
  type ViewJob,
  type ViewResult,
  type ViewResultOf,
  XLSX,
} from './kinds.ts';

/** Larger files are not unpacked for a look. */
const MOST_BYTES = 300 * 1024 * 1024;
const MOST_PIXELS = 250_000_000;
/** A picture for the screen: finer than this nobody sees, and the window has to hold it. */
const SCREEN_PIXELS = 40_000_000;
/** Pages of one scan; more are a slip of the file. */
const MOST_PAGES = 5000;

const unreadable = (message: string) => new AppError('unreadable', message);
const TOO_LARGE =
  '文件太大，窗口里展不开；它完好地存在案件里。请另存一份，用电脑上的看图软件打开。';
const DAMAGED =
  '这张图片已损坏或格式特殊，读不出来；文件已原样保存。请另存一份，用别的软件打开看看。';

async function bytesOf(file: ViewFile, read: ReadSource): Promise<Uint8Array> {
  if (file.size > MOST_BYTES) throw unreadable(TOO_LARGE);
  const bytes = await read(file.key, 0, file.size);
  const same =
    bytes.length === file.size && createHash('sha256').update(bytes).digest('hex') === file.sha256;
  if (same) return bytes;
  throw unreadable('文件内容与收入时的指纹不一致，没有打开。请重新添加这个文件。');
}

/** Runs with images that are all given back afterwards. */
function withImages<T>(work: (keep: (image: VipsImage) => VipsImage) => T): T {
  const trash: VipsImage[] = [];
  try {
    return work((image) => {
      trash.push(image);
      return image;
    });
  } catch (e) {
    throw e instanceof AppError ? e : unreadable(DAMAGED);
  } finally {
    for (const image of trash.reverse()) image.delete();
  }
}

function asScreen(loaded: VipsImage, keep: (image: VipsImage) => VipsImage) {
  let image = keep(loaded.autorot());
  const { width, height } = image;
  if (width * height > MOST_PIXELS) throw unreadable(TOO_LARGE);
  const shrink = Math.sqrt(SCREEN_PIXELS / (width * height));
  if (shrink < 1)
    image = keep(
      image.thumbnailImage(Math.max(1, Math.round(width * shrink)), {
        height: 10_000_000,
        size: 'down',
      }),
    );
  if (image.hasAlpha()) image = keep(image.flatten({ background: [255] }));
  const grey = image.bands === 1;
  image = keep(image.colourspace(grey ? 'b-w' : 'srgb'));
  image = keep(image.cast('uchar'));
  // Scans in black and white stay sharp, and small.
  return grey
    ? {
        mime: 'image/png' as const,
        bytes: image.writeToBuffer('.png', { compression: 3, keep: 'none' }),
      }
    : { mime: 'image/jpeg' as const, bytes: image.writeToBuffer('.jpg', { Q: 90, keep: 'none' }) };
}

function loadPage(v: VipsModule, bytes: Uint8Array, page: number): VipsImage {
  // The pages of a TIFF are an option of its loader, of which the general one knows nothing.
  const options: object = { page, fail_on: 'error' };
  return v.Image.newFromBuffer(bytes, '', options);
}

async function tiffSizes(bytes: Uint8Array): Promise<PageSize[]> {
  const v = await vips();
  const sizeOf = (page: number) =>
    withImages((keep) => {
      const image = keep(loadPage(v, bytes, page));
      const count = image.getTypeof('n-pages') === 0 ? 1 : image.getInt('n-pages');
      const turned = image.getTypeof('orientation') !== 0 && image.getInt('orientation') >= 5;
      const { width, height } = image;
      return { count, size: turned ? { width: height, height: width } : { width, height } };
    });
  const first = sizeOf(0);
  const count = Math.min(first.count, MOST_PAGES);
  return Array.from({ length: count }, (_, page) => (page === 0 ? first : sizeOf(page)).size);
}

async function heicImage(bytes: Uint8Array) {
  const { width, height, rgba } = await readHeic(bytes, MOST_PIXELS).catch((e: unknown) => {
    if (!(e instanceof SourceProblem)) throw e;
    throw unreadable(e.code === 'too-large' ? TOO_LARGE : DAMAGED);
  });
  const v = await vips();
  return withImages((keep) => {
    const raw = keep(v.Image.newFromMemory(rgba, width, height, 4, 'uchar' as never));
    const made = asScreen(keep(raw.copy({ interpretation: 'srgb' })), keep);
    return { size: { width, height }, made };
  });
}

type Words = Omit<Extract<ViewResult, { kind: 'lines' }>, 'kind'>;

/** What the book cannot print as text can still be read as far as it is text. */
async function words(file: ViewFile, bytes: Uint8Array): Promise<Words> {
  try {
    if (file.mime !== DOCX && file.mime !== XLSX)
      return { lines: textLines(bytes, file.name), partial: false };
    try {
      const whole = file.mime === DOCX ? docxLines(bytes) : xlsxLines(bytes);
      return { lines: await whole, partial: false };
    } catch (e) {
      if (!(e instanceof SourceProblem && e.code === 'unsupported')) throw e;
      const lines = await wordsToFind(bytes, file.mime, file.name);
      if (lines.every((line) => line === '')) throw e;
      return { lines, partial: true };
    }
  } catch (e) {
    if (!(e instanceof SourceProblem)) throw e;
    throw unreadable(
      e.code === 'empty'
        ? '这个文件里没有文字。'
        : '这个文件不便在窗口里展开：只有图片，文字太长，或已损坏。请另存一份，用原来的软件打开看。',
    );
  }
}

/** One file after another: the last one's bytes and photo stay at hand for its next page. */
export class ViewWorker {
  #last: { key: string; bytes: Promise<Uint8Array> } | null = null;
  #photo: { key: string; image: ReturnType<typeof heicImage> } | null = null;

  #bytes(file: ViewFile, read: ReadSource): Promise<Uint8Array> {
    if (this.#last?.key === file.key) return this.#last.bytes;
    const bytes = bytesOf(file, read);
    const mine = { key: file.key, bytes };
    this.#last = mine;
    bytes.catch(() => {
      if (this.#last === mine) this.#last = null;
    });
    return bytes;
  }

  #heic(file: ViewFile, read: ReadSource): ReturnType<typeof heicImage> {
    if (this.#photo?.key === file.key) return this.#photo.image;
    const image = this.#bytes(file, read).then(heicImage);
    const mine = { key: file.key, image };
    this.#photo = mine;
    image.catch(() => {
      if (this.#photo === mine) this.#photo = null;
    });
    return image;
  }

  /** @throws AppError `unreadable`, in words for the user */
  async run<J extends ViewJob>(job: J, read: ReadSource): Promise<ViewResultOf<J>> {
    return (await this.#run(job, read)) as ViewResultOf<J>;
  }

  async #run(job: ViewJob, read: ReadSource): Promise<ViewResult> {
    const { file } = job;
    const heic = file.mime === 'image/heic';
    switch (job.kind) {
      case 'lines':
        return { kind: 'lines', ...(await words(file, await this.#bytes(file, read))) };
      case 'pages': {
        if (heic) return { kind: 'pages', pages: [(await this.#heic(file, read)).size] };
        return { kind: 'pages', pages: await tiffSizes(await this.#bytes(file, read)) };
      }
      case 'page': {
        if (heic) return { kind: 'page', ...(await this.#heic(file, read)).made };
        const bytes = await this.#bytes(file, read);
        const v = await vips();
        const made = withImages((keep) => asScreen(keep(loadPage(v, bytes, job.page - 1)), keep));
        return { kind: 'page', ...made };
      }
    }
  }
}
