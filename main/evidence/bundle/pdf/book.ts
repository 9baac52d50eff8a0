/** One volume put together: pages copied, stamped, linked, bookmarked, labelled. */
import { Buffer } from 'node:buffer';
import type { Picture } from '../image/pictures.ts';
import { pointsPerPixel, type Room } from '../image/pictures.ts';
import { type Frame, toUser, transformBox, visibleSize } from './frame.ts';
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
import { arrayAt, dictAt, name, numbers, rawStream } from './objects.ts';
import type { OpenedPdf } from './open.ts';
import { frameOf, type Sampler, type Stamp, type StampTools, stampPage } from './stamp.ts';
import { stampFont } from './stamp-font.ts';

const A4 = { width: 595.28, height: 841.89 };
/** Left edge and foot of the room for pictures. */
const PICTURE_AT = { x: 71, y: 57 };

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
}

/** What became of the pages of one file. */
export interface PlacedPages {
  pages: PDFRef[];
  /** Pages without real text. */
  imageOnly: number;
  /** Pages that were given an outer margin. */
  extended: number;
}

/** A part of the book by its pages. */
interface Sheets {
  refs: PDFRef[];
}

const utf16 = (text: string) => PDFHexString.fromText(text);

/** Turns and scales the unit square so that a picture stands upright in its place (EXIF 1–8). */
function pictureMatrix(p: Picture, room: Room): number[] {
  const sideways = p.orientation >= 5;
  const shown = sideways ? { w: p.height, h: p.width } : { w: p.width, h: p.height };
  const scale = pointsPerPixel(shown.w, shown.h, room);
  const w = shown.w * scale;
  const h = shown.h * scale;
  const x = PICTURE_AT.x + (room.width - w) / 2;
  const y = PICTURE_AT.y + room.height - h;
  switch (p.orientation) {
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
    default:
      return [w, 0, 0, h, x, y];
  }
}

export class Book {
  readonly #document: PDFDocument;
  readonly #context: PDFContext;
  readonly #tools: StampTools;
  readonly #options: BookOptions;
  readonly #hidden: PDFObject[] = [];
  #front: Sheets[] = [];
  #body: PDFRef[] = [];
  #back: PDFRef[] = [];

  private constructor(document: PDFDocument, tools: StampTools, options: BookOptions) {
    this.#document = document;
    this.#context = document.context;
    this.#tools = tools;
    this.#options = options;
  }

  static async create(options: BookOptions): Promise<Book> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const { context } = document;
    const save = context.register(rawStream(context, Buffer.from('q\n'), {}));
    const font = await stampFont(context);
    return new Book(document, { context, font, save, sample: options.sample }, options);
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

  #leaf(ref: PDFRef): PDFPageLeaf {
    const leaf = this.#context.lookup(ref);
    if (!(leaf instanceof PDFPageLeaf)) throw new Error('bundle: a page is no page');
    return leaf;
  }

  #stampAll(refs: readonly PDFRef[], stamps: (n: number) => Stamp[], clear: boolean): PlacedPages {
    const placed: PlacedPages = { pages: [...refs], imageOnly: 0, extended: 0 };
    refs.forEach((ref, n) => {
      const { text, extended } = stampPage(this.#tools, this.#leaf(ref), stamps(n), clear);
      if (!text) placed.imageOnly += 1;
      if (extended) placed.extended += 1;
    });
    this.#body.push(...refs);
    return placed;
  }

  /** @param stamps of the n-th page of this part, from 0 */
  addPdf(opened: OpenedPdf, stamps: (n: number) => Stamp[]): PlacedPages {
    const refs = this.#copy(opened.document, opened.pages, opened.hiddenLayers);
    return this.#stampAll(refs, stamps, false);
  }

  /** Sheets of our own making, whose margins are free. */
  async addSheets(pdf: Uint8Array, stamps: (n: number) => Stamp[]): Promise<PlacedPages> {
    return this.#stampAll(await this.#ownPages(pdf), stamps, true);
  }

  addPictures(
    pictures: readonly Picture[],
    room: Room,
    stamps: (n: number) => Stamp[],
  ): PlacedPages {
    const refs = pictures.map((picture) => {
      const image = this.#picture(picture);
      const matrix = pictureMatrix(picture, room)
        .map((n) => n.toFixed(3))
        .join(' ');
      return this.#newPage(`q ${matrix} cm /Image Do Q\n`, { XObject: { Image: image } });
    });
    return { ...this.#stampAll(refs, stamps, true), imageOnly: pictures.length };
  }

  /** An empty page of the body, numbered like the others. */
  addBlank(words: string, stamps: Stamp[]): void {
    this.#stampAll([this.#newPage(this.#words(words), this.#fontResources())], () => stamps, true);
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

  /** A place to go to: the top left of a page as it is seen, at the reader's own zoom. */
  #destination(ref: PDFRef): PDFObject {
    const frame: Frame = frameOf(this.#leaf(ref));
    const { height } = visibleSize(frame);
    const { x0, y0 } = transformBox(toUser(frame), { x0: 0, y0: height, x1: 0, y1: height });
    const at = (n: number) => Number(n.toFixed(2));
    return this.#context.obj([ref, name('XYZ'), at(x0), at(y0), null]);
  }

  /** The address of a link that the typesetter made. */
  static #address(annot: PDFDict): string {
    const action = dictAt(annot, 'A');
    const uri = action?.lookup(name('URI'));
    return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
  }

  /** Turns the typesetter's links into one for each row, over the whole of it. */
  #linkRows(targets: ReadonlyMap<string, PDFRef>): void {
    for (const ref of this.#front.flatMap((s) => s.refs)) {
      const page = this.#leaf(ref);
      const annots = arrayAt(page, 'Annots');
      if (!annots) continue;
      const rows = new Map<string, [number, number, number, number]>();
      for (let i = 0; i < annots.size(); i++) {
        const annot = annots.lookup(i);
        if (!(annot instanceof PDFDict)) continue;
        const rect = numbers(arrayAt(annot, 'Rect'), 4);
        const address = Book.#address(annot);
        if (!rect || !targets.has(address)) continue;
        const [a = 0, b = 0, c = 0, d = 0] = rect;
        const old = rows.get(address) ?? [a, b, c, d];
        rows.set(address, [
          Math.min(old[0], a, c),
          Math.min(old[1], b, d),
          Math.max(old[2], a, c),
          Math.max(old[3], b, d),
        ]);
      }
      const links = [...rows].flatMap(([address, rect]) => {
        const target = targets.get(address);
        if (!target) return [];
        const link = this.#context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: rect.map((n) => Number(n.toFixed(2))),
          Border: [0, 0, 0],
          F: 4,
        });
        link.set(name('Dest'), this.#destination(target));
        return [this.#context.register(link)];
      });
      if (links.length > 0) page.set(name('Annots'), this.#context.obj(links));
      else page.delete(name('Annots'));
    }
  }

  #bookmarks(entries: readonly { title: string; page: PDFRef }[]): PDFRef {
    const context = this.#context;
    const root = context.nextRef();
    const refs = entries.map(() => context.nextRef());
    entries.forEach(({ title, page }, i) => {
      const item = context.obj({ Parent: root });
      item.set(name('Title'), utf16(title));
      item.set(name('Dest'), this.#destination(page));
      const [before, after, own] = [refs[i - 1], refs[i + 1], refs[i]];
      if (before) item.set(name('Prev'), before);
      if (after) item.set(name('Next'), after);
      if (own) context.assign(own, item);
    });
    const [first, last] = [refs[0], refs.at(-1)];
    const dict = context.obj({ Type: 'Outlines', Count: refs.length });
    if (first && last) {
      dict.set(name('First'), first);
      dict.set(name('Last'), last);
    }
    context.assign(root, dict);
    return root;
  }

  /** A page tree of even depth: thousands of pages in one list would slow readers down. */
  #pageTree(pages: readonly PDFRef[]): void {
    const context = this.#context;
    const root = this.#document.catalog.get(name('Pages')) as PDFRef;
    const build = (refs: readonly PDFRef[], counts: readonly number[]): void => {
      if (refs.length <= 64) {
        const dict = context.lookup(root, PDFDict);
        dict.set(name('Kids'), context.obj([...refs]));
        dict.set(name('Count'), context.obj(counts.reduce((a, b) => a + b, 0)));
        for (const ref of refs) context.lookup(ref, PDFDict).set(name('Parent'), root);
        return;
      }
      const nodes: PDFRef[] = [];
      const sums: number[] = [];
      for (let i = 0; i < refs.length; i += 64) {
        const kids = refs.slice(i, i + 64);
        const sum = counts.slice(i, i + 64).reduce((a, b) => a + b, 0);
        const node = context.register(context.obj({ Type: 'Pages', Kids: [...kids], Count: sum }));
        for (const kid of kids) context.lookup(kid, PDFDict).set(name('Parent'), node);
        nodes.push(node);
        sums.push(sum);
      }
      build(nodes, sums);
    };
    build(
      pages,
      pages.map(() => 1),
    );
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
   * Finishes the volume.
   * @param rows the rows of the list: their links' address, the bookmark's title, the first page
   */
  async finish(
    rows: readonly { address: string; title: string; page: PDFRef }[],
    labels: readonly Label[],
  ): Promise<Uint8Array> {
    const context = this.#context;
    const { catalog } = this.#document;
    this.#linkRows(new Map(rows.map((r) => [r.address, r.page])));
    this.#pageTree([...this.#front.flatMap((s) => s.refs), ...this.#body, ...this.#back]);
    catalog.set(name('Outlines'), this.#bookmarks(rows));
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
    return this.#document.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    });
  }
}
