/** One volume put together: pages copied, stamped, linked, bookmarked, labelled. */
import { Buffer } from 'node:buffer';
import type { Picture, Room } from '../image/pictures.ts';
import type { RecognisedLine } from '../types.ts';
import { addWords, wordsFont } from './hidden-words.ts';
import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFObjectCopier,
  PDFPageLeaf,
  type PDFRef,
  PDFString,
} from './lib.ts';
import { drawBoxes, type MarkBox, pictureBox } from './marks.ts';
import { bookmarks, leafOf, linkRows, pageTree } from './navigation.ts';
import { arrayAt, name, rawStream } from './objects.ts';
import type { OpenedPdf } from './open.ts';
import { pictureMatrix } from './picture-place.ts';
import { lookAtPage, type Sampler, type Stamp, type StampTools, stampPage } from './stamp.ts';
import { stampFont } from './stamp-font.ts';
import { type Sink, VolumeFile } from './volume-file.ts';

const A4 = { width: 595.28, height: 841.89 };

/** Boxes around what matters on the n-th page of a part, in shares of the page or of the picture on it. */
export type Boxes = (n: number) => readonly MarkBox[];
const NO_BOXES: Boxes = () => [];

/** Words recognised on the n-th page of a part, in the same shares. */
export type Words = (n: number) => readonly RecognisedLine[];
const NO_WORDS: Words = () => [];

export interface Label {
  /** First page it holds for, from 0. */
  from: number;
  prefix: string;
  /** Number of the first page; null = the prefix alone. */
  start: number | null;
}

export interface BookOptions {
  title: string;
  /** YYYY-MM-DD. */
  date: string;
  /** 16 bytes in hexadecimal, from what went in. */
  id: string;
  sample: Sampler;
  /** Takes the volume's bytes as they come. */
  sink: Sink;
}

/** What became of the pages of one file. */
export interface PlacedPages {
  pages: PDFRef[];
  /** Pages without real text and without recognised words. */
  imageOnly: number;
  /** Pages that carry recognised words. */
  recognised: number;
  /** Pages that were given an outer margin. */
  extended: number;
}

/** A part of the book by its pages. */
interface Sheets {
  refs: PDFRef[];
}

const utf16 = (text: string) => PDFHexString.fromText(text);

export class Book {
  readonly #document: PDFDocument;
  readonly #context: PDFContext;
  readonly #file: VolumeFile;
  readonly #tools: StampTools;
  readonly #options: BookOptions;
  readonly #hidden: PDFObject[] = [];
  #wordsFont: PDFRef | null = null;
  #front: Sheets[] = [];
  #body: PDFRef[] = [];
  #back: PDFRef[] = [];

  private constructor(
    document: PDFDocument,
    file: VolumeFile,
    tools: StampTools,
    options: BookOptions,
  ) {
    this.#document = document;
    this.#context = document.context;
    this.#file = file;
    this.#tools = tools;
    this.#options = options;
  }

  static async create(options: BookOptions): Promise<Book> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const { context } = document;
    const save = context.register(rawStream(context, Buffer.from('q\n'), {}));
    const font = await stampFont(context);
    const file = await VolumeFile.start(context, options.sink);
    return new Book(document, file, { context, font, save, sample: options.sample }, options);
  }

  /** Copies pages in one go, so that what they share stays shared. */
  #copy(
    source: PDFDocument,
    pages: readonly PDFPageLeaf[],
    also: readonly PDFObject[] = [],
  ): PDFRef[] {
    const copier = PDFObjectCopier.for(source.context, this.#context);
    const refs = pages.map((page) => this.#context.register(copier.copy(page)));
    this.#hidden.push(...also.map((o) => copier.copy(o)));
    return refs;
  }

  async #stampAll(
    refs: readonly PDFRef[],
    stamps: (n: number) => Stamp[],
    clear: boolean,
    boxes: Boxes = NO_BOXES,
    words: Words = NO_WORDS,
  ): Promise<PlacedPages> {
    const placed: PlacedPages = { pages: [...refs], imageOnly: 0, recognised: 0, extended: 0 };
    this.#body.push(...refs);
    const pages = refs.map((ref) => leafOf(this.#context, ref));
    const looks = await Promise.all(
      pages.map((page, n) => lookAtPage(this.#tools, page, stamps(n), clear)),
    );
    // Stamped in order, whichever was looked at first: the same book gives the same bytes.
    for (const [n, look] of looks.entries()) {
      const page = pages[n];
      if (!page) continue;
      const { text, extended } = stampPage(this.#tools, page, stamps(n), look);
      // Boxes are shares of the page as it was before a margin was added.
      drawBoxes(this.#context, page, look.seen, boxes(n));
      const lines = words(n);
      if (lines.length > 0) {
        this.#wordsFont ??= wordsFont(this.#context);
        addWords(this.#context, page, look.seen, lines, this.#wordsFont);
        placed.recognised += 1;
      }
      if (!text && lines.length === 0) placed.imageOnly += 1;
      if (extended) placed.extended += 1;
    }
    await this.#file.flush();
    return placed;
  }

  /** @param stamps of the n-th page of this part, from 0 */
  addPdf(
    opened: OpenedPdf,
    stamps: (n: number) => Stamp[],
    boxes?: Boxes,
    words?: Words,
  ): Promise<PlacedPages> {
    const refs = this.#copy(opened.document, opened.pages, opened.hiddenLayers);
    return this.#stampAll(refs, stamps, false, boxes, words);
  }

  /** Sheets of our own making, whose margins are free. */
  async addSheets(pdf: Uint8Array, stamps: (n: number) => Stamp[]): Promise<PlacedPages> {
    return this.#stampAll(await this.#ownPages(pdf), stamps, true);
  }

  async addPictures(
    pictures: readonly Picture[],
    room: Room,
    stamps: (n: number) => Stamp[],
    boxes: Boxes = NO_BOXES,
    words: Words = NO_WORDS,
  ): Promise<PlacedPages> {
    const refs = pictures.map((picture) => {
      const image = this.#picture(picture);
      const matrix = pictureMatrix(picture, room)
        .map((n) => n.toFixed(3))
        .join(' ');
      return this.#newPage(`q ${matrix} cm /Image Do Q\n`, { XObject: { Image: image } });
    });
    const onPage: Boxes = (n) => {
      const picture = pictures[n];
      return picture ? boxes(n).map((box) => pictureBox(picture, room, A4, box)) : [];
    };
    const wordsOnPage: Words = (n) => {
      const picture = pictures[n];
      const placed = (box: MarkBox) => (picture ? pictureBox(picture, room, A4, box) : box);
      return words(n).map(({ text, box }) => ({ text, box: placed(box) }));
    };
    const placed = await this.#stampAll(refs, stamps, true, onPage, wordsOnPage);
    return { ...placed, imageOnly: pictures.length - placed.recognised };
  }

  /** An empty page of the body, numbered like the others. */
  async addBlank(words: string, stamps: Stamp[]): Promise<void> {
    await this.#stampAll(
      [this.#newPage(this.#words(words), this.#fontResources())],
      () => stamps,
      true,
    );
  }

  /** Pages before the body; `fill` makes their number even. */
  async addFront(pdf: Uint8Array): Promise<number> {
    const refs = await this.#ownPages(pdf);
    this.#front.push({ refs });
    return refs.length;
  }

  /** An empty page at the end of the front matter. */
  addFrontBlank(words: string, label: string): void {
    const content = `${this.#words(words)}${this.#words(label, 30)}`;
    this.#front.push({ refs: [this.#newPage(content, this.#fontResources())] });
  }

  async addBack(pdf: Uint8Array): Promise<number> {
    this.#back = await this.#ownPages(pdf);
    return this.#back.length;
  }

  #fontResources() {
    return { Font: { Words: this.#tools.font.ref } };
  }

  /** A line of words in the middle of an A4 page. */
  #words(text: string, y = A4.height / 2): string {
    const { font } = this.#tools;
    const x = (A4.width - font.width(text, 12)) / 2;
    return `BT /Words 12 Tf ${x.toFixed(2)} ${y.toFixed(2)} Td ${font.hex(text)} Tj ET\n`;
  }

  #newPage(content: string, resources: Record<string, Record<string, PDFRef>>): PDFRef {
    const context = this.#context;
    const stream = context.register(rawStream(context, Buffer.from(content), {}));
    const dict = context.obj({
      Type: 'Page',
      MediaBox: [0, 0, A4.width, A4.height],
      Contents: stream,
    });
    dict.set(name('Resources'), context.obj(resources));
    return context.register(PDFPageLeaf.fromMapWithContext(dict.asMap(), context));
  }

  #picture(p: Picture): PDFRef {
    const context = this.#context;
    const space =
      p.palette === null
        ? name(p.components === 1 ? 'DeviceGray' : 'DeviceRGB')
        : context.obj([
            'Indexed',
            'DeviceRGB',
            Math.floor(p.palette.length / 3) - 1,
            PDFHexString.of(Buffer.from(p.palette).toString('hex')),
          ]);
    const rows = context.obj({
      Predictor: 15,
      Colors: p.components,
      BitsPerComponent: p.bits,
      Columns: p.width,
    });
    return context.register(
      rawStream(context, p.bytes, {
        Type: name('XObject'),
        Subtype: name('Image'),
        Width: p.width,
        Height: p.height,
        BitsPerComponent: p.bits,
        ColorSpace: space,
        Filter: name(p.kind === 'jpeg' ? 'DCTDecode' : 'FlateDecode'),
        ...(p.kind === 'png' ? { DecodeParms: rows } : {}),
      }),
    );
  }

  async #ownPages(pdf: Uint8Array): Promise<PDFRef[]> {
    const source = await PDFDocument.load(pdf, { updateMetadata: false });
    const leaves = source.getPages().map((page) => page.node);
    for (const leaf of leaves) {
      for (const key of ['StructParents', 'Tabs', 'Metadata']) leaf.delete(name(key));
      const annots = arrayAt(leaf, 'Annots');
      for (let i = 0; annots && i < annots.size(); i++) {
        const annot = annots.lookup(i);
        if (annot instanceof PDFDict) {
          annot.delete(name('StructParent'));
          annot.delete(name('P'));
        }
      }
    }
    return this.#copy(source, leaves);
  }

  #layers(): void {
    if (this.#hidden.length === 0) return;
    const context = this.#context;
    const properties = context.obj({ OCGs: this.#hidden as never });
    properties.set(name('D'), context.obj({ OFF: this.#hidden as never, Order: [] }));
    this.#document.catalog.set(name('OCProperties'), properties);
  }

  /** Pages before the body so far. */
  get frontPages(): number {
    return this.#front.reduce((sum, s) => sum + s.refs.length, 0);
  }

  /**
   * Finishes the volume and its file.
   * @param rows the rows of the list: their links' address, the bookmark's title, the first page
   * @param others the files of the other volumes, by the address of the links to them
   */
  async finish(
    rows: readonly { address: string; title: string; page: PDFRef }[],
    others: ReadonlyMap<string, string>,
    labels: readonly Label[],
  ): Promise<void> {
    const context = this.#context;
    const { catalog } = this.#document;
    const front = this.#front.flatMap((s) => s.refs);
    linkRows(context, front, new Map(rows.map((r) => [r.address, r.page])), others);
    const root = catalog.get(name('Pages')) as PDFRef;
    pageTree(context, root, [...front, ...this.#body, ...this.#back]);
    catalog.set(name('Outlines'), bookmarks(context, rows));
    const nums = labels.flatMap(({ from, prefix, start }) => {
      const style = context.obj(start === null ? {} : { S: 'D', St: start });
      if (prefix) style.set(name('P'), utf16(prefix));
      return [from, style];
    });
    catalog.set(name('PageLabels'), context.obj({ Nums: nums as never }));
    catalog.set(name('PageMode'), name('UseOutlines'));
    catalog.set(name('Lang'), PDFString.of('zh-CN'));
    catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
    this.#layers();
    const { title, date, id } = this.#options;
    const info = context.obj({});
    info.set(name('Title'), utf16(title));
    info.set(name('CreationDate'), PDFString.of(`D:${date.replaceAll('-', '')}000000+08'00'`));
    context.trailerInfo.Info = context.register(info);
    context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
    await this.#file.finish();
  }
}
