/** Reads a written volume again and holds it against what it should be, before it gets its name. */
import { type Box, toUser, transformBox, visibleSize } from './frame.ts';
import { PDFArray, PDFDict, PDFHexString, type PDFObject, PDFRef, PDFString } from './lib.ts';
import { arrayAt, dictAt, name, nameAt, numberAt, numbers } from './objects.ts';
import { readBack } from './read-back.ts';
import { frameOf } from './stamp.ts';

export interface ExpectedVolume {
  pages: number;
  frontPages: number;
  /** Each row of the list: its bookmark, and the page (from 0) it leads to. */
  rows: readonly { title: string; page: number }[];
  /** First page number of the body. */
  first: number;
  /** Files of the other volumes, each linked on the cover and in the list. */
  others: readonly string[];
}

/** Something a reader of the book would stumble over; never shown to the user as it is. */
const wrong = (what: string) => new Error(`bundle: the written volume is not as planned: ${what}`);

const textOf = (o: PDFObject | undefined) =>
  o instanceof PDFHexString || o instanceof PDFString ? o.decodeText() : '';

/** The page index a destination leads to. */
function target(pages: ReadonlyMap<PDFObject, number>, dest: PDFObject | undefined): number {
  const ref = dest instanceof PDFArray ? dest.get(0) : undefined;
  return (ref && pages.get(ref)) ?? -1;
}

function bookmarks(catalog: PDFDict, pages: ReadonlyMap<PDFObject, number>) {
  const found: { title: string; page: number }[] = [];
  const root = dictAt(catalog, 'Outlines');
  let item = root && dictAt(root, 'First');
  while (item && found.length <= 100_000) {
    found.push({
      title: textOf(item.lookup(name('Title'))),
      page: target(pages, item.lookup(name('Dest'))),
    });
    item = dictAt(item, 'Next');
  }
  return found;
}

/** The file that a link leads to; null for a link inside. */
function remoteFile(annot: PDFDict): string | null {
  const action = dictAt(annot, 'A');
  if (!action) return null;
  if (nameAt(action, 'S') !== 'GoToR') throw wrong('a link does what it should not');
  return textOf(dictAt(action, 'F')?.lookup(name('UF')));
}

function links(
  front: readonly PDFDict[],
  pages: ReadonlyMap<PDFObject, number>,
): (number | string)[] {
  return front.flatMap((page) => {
    const annots = arrayAt(page, 'Annots');
    if (!annots) return [];
    const frame = frameOf(page);
    const { width, height } = visibleSize(frame);
    const seen: Box = transformBox(toUser(frame), { x0: 0, y0: 0, x1: width, y1: height });
    return annots.asArray().map((entry) => {
      const annot = page.context.lookup(entry);
      if (!(annot instanceof PDFDict) || nameAt(annot, 'Subtype') !== 'Link')
        throw wrong('a page before the body has an annotation that is no link');
      const rect = numbers(arrayAt(annot, 'Rect'), 4);
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect ?? [];
      const inside =
        rect &&
        x0 < x1 &&
        y0 < y1 &&
        x0 >= seen.x0 &&
        y0 >= seen.y0 &&
        x1 <= seen.x1 &&
        y1 <= seen.y1;
      if (!inside) throw wrong('a link is not on its page');
      return remoteFile(annot) ?? target(pages, annot.lookup(name('Dest')));
    });
  });
}

/** Checks a volume as read back from the disk. @throws when anything differs from the plan */
export async function verifyVolume(path: string, expected: ExpectedVolume): Promise<void> {
  const document = await readBack(path);
  const { catalog, context } = document;
  const list = document.getPages();
  if (list.length !== expected.pages) throw wrong(`${list.length} pages for ${expected.pages}`);
  const pages = new Map<PDFObject, number>(list.map((page, i) => [page.ref, i]));
  const rows = JSON.stringify(expected.rows);
  if (JSON.stringify(bookmarks(catalog, pages)) !== rows) throw wrong('bookmarks');
  const front = list.slice(0, expected.frontPages).map((page) => page.node);
  const led = links(front, pages);
  const inside = led.filter((l) => typeof l === 'number');
  if (inside.join() !== expected.rows.map((r) => r.page).join()) throw wrong('links');
  const outside = led.filter((l) => typeof l === 'string');
  // On the cover, then below the list.
  const twice = [...expected.others, ...expected.others];
  if (outside.join('/') !== twice.join('/')) throw wrong('links to other volumes');
  const nums = dictAt(catalog, 'PageLabels');
  const labels = nums ? (arrayAt(nums, 'Nums')?.asArray() ?? []) : [];
  const body = labels.findIndex(
    (l, i) => i % 2 === 0 && l.toString() === String(expected.frontPages),
  );
  const style = context.lookup(labels[body + 1]);
  if (!(style instanceof PDFDict) || numberAt(style, 'St') !== expected.first)
    throw wrong('page labels');
  for (const page of list) {
    const contents = page.node.get(name('Contents'));
    const whole =
      contents === undefined ||
      (contents instanceof PDFRef
        ? context.lookup(contents) !== undefined
        : contents instanceof PDFArray);
    if (!whole) throw wrong('a page without its content');
  }
}
