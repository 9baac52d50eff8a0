/** How a reader finds his way: links of the list, bookmarks, and the tree that holds the pages. */
import { type Frame, toUser, transformBox, visibleSize } from './frame.ts';
import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  type PDFObject,
  PDFPageLeaf,
  type PDFRef,
  PDFString,
} from './lib.ts';
import { arrayAt, dictAt, name, numbers } from './objects.ts';
import { frameOf } from './stamp.ts';

/** A page by its reference. */
export function leafOf(context: PDFContext, ref: PDFRef): PDFPageLeaf {
  const leaf = context.lookup(ref);
  if (!(leaf instanceof PDFPageLeaf)) throw new Error('bundle: a page is no page');
  return leaf;
}

/** A place to go to: the top left of a page as it is seen, at the reader's own zoom. */
function destination(context: PDFContext, ref: PDFRef): PDFObject {
  const frame: Frame = frameOf(leafOf(context, ref));
  const { height } = visibleSize(frame);
  const { x0, y0 } = transformBox(toUser(frame), { x0: 0, y0: height, x1: 0, y1: height });
  const at = (n: number) => Number(n.toFixed(2));
  return context.obj([ref, name('XYZ'), at(x0), at(y0), null]);
}

/** The address of a link that the typesetter made. */
function addressOf(annot: PDFDict): string {
  const action = dictAt(annot, 'A');
  const uri = action?.lookup(name('URI'));
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
}

/**
 * Goes to the first page of another volume in the same folder: readers that cannot or may not do so stay where
 * they are.
 */
function remote(context: PDFContext, file: string): PDFObject {
  const text = PDFHexString.fromText(file);
  const spec = context.obj({ Type: 'Filespec' });
  spec.set(name('F'), text);
  spec.set(name('UF'), text);
  const action = context.obj({ S: 'GoToR', NewWindow: true });
  action.set(name('F'), spec);
  action.set(name('D'), context.obj([0, name('XYZ'), null, null, null]));
  return action;
}

/** Turns the typesetter's links into one for each row, over the whole of it. */
export function linkRows(
  context: PDFContext,
  front: readonly PDFRef[],
  targets: ReadonlyMap<string, PDFRef>,
  others: ReadonlyMap<string, string>,
): void {
  for (const ref of front) {
    const page = leafOf(context, ref);
    const annots = arrayAt(page, 'Annots');
    if (!annots) continue;
    const rows = new Map<string, [number, number, number, number]>();
    for (let i = 0; i < annots.size(); i++) {
      const annot = annots.lookup(i);
      if (!(annot instanceof PDFDict)) continue;
      const rect = numbers(arrayAt(annot, 'Rect'), 4);
      const address = addressOf(annot);
      if (!rect || !(targets.has(address) || others.has(address))) continue;
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
      const file = others.get(address) ?? '';
      const link = context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: rect.map((n) => Number(n.toFixed(2))),
        Border: [0, 0, 0],
        F: 4,
      });
      if (target) link.set(name('Dest'), destination(context, target));
      else link.set(name('A'), remote(context, file));
      return [context.register(link)];
    });
    if (links.length > 0) page.set(name('Annots'), context.obj(links));
    else page.delete(name('Annots'));
  }
}

/** One bookmark an entry, all on the first level. */
export function bookmarks(
  context: PDFContext,
  entries: readonly { title: string; page: PDFRef }[],
): PDFRef {
  const root = context.nextRef();
  const refs = entries.map(() => context.nextRef());
  entries.forEach(({ title, page }, i) => {
    const item = context.obj({ Parent: root });
    item.set(name('Title'), PDFHexString.fromText(title));
    item.set(name('Dest'), destination(context, page));
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
export function pageTree(context: PDFContext, root: PDFRef, pages: readonly PDFRef[]): void {
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
