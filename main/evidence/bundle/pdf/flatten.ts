/** What a PDF lets people fill in and click becomes plain print: its copy in the book has no live parts. */
import type { Matrix } from './frame.ts';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from './lib.ts';
import { arrayAt, dictAt, name, nameAt, numberAt, numbers, rawStream } from './objects.ts';

const HIDDEN = 1 << 1;
const NO_VIEW = 1 << 5;

/** Entries of a page that say who made it or that act on their own; none of them prints. */
const NEEDLESS = [
  'AA',
  'B',
  'DPart',
  'ID',
  'LastModified',
  'Metadata',
  'PieceInfo',
  'PresSteps',
  'SeparationInfo',
  'SpiderInfo',
  'StructParents',
  'Tabs',
  'TemplateInstantiated',
  'Thumb',
  'Trans',
  'Dur',
];

/** Annotations that only work inside a program. */
const LIVE = new Set([
  'Popup',
  'Movie',
  'Sound',
  'Screen',
  '3D',
  'RichMedia',
  'FileAttachment',
  'PrinterMark',
  'TrapNet',
]);

/** The stream that shows an annotation now. */
function appearance(annot: PDFDict): { ref: PDFObject; stream: PDFRawStream } | undefined {
  const ap = dictAt(annot, 'AP');
  if (!ap) return undefined;
  const pick = (holder: PDFDict, key: string) => {
    const ref = holder.get(name(key));
    const found = annot.context.lookup(ref);
    return { ref, found };
  };
  const { ref, found } = pick(ap, 'N');
  if (found instanceof PDFRawStream && ref) return { ref, stream: found };
  if (!(found instanceof PDFDict)) return undefined;
  const state = pick(found, nameAt(annot, 'AS') || 'Off');
  return state.found instanceof PDFRawStream && state.ref
    ? { ref: state.ref, stream: state.found }
    : undefined;
}

/** A value that a field inherits from its parents. */
function inherited(field: PDFDict, key: string): PDFObject | undefined {
  let at: PDFDict | undefined = field;
  for (let depth = 0; at && depth < 32; depth++) {
    const value = at.lookup(name(key));
    if (value !== undefined) return value;
    at = dictAt(at, 'Parent');
  }
  return undefined;
}

function hasValue(field: PDFDict): boolean {
  const type = inherited(field, 'FT');
  const value = inherited(field, 'V');
  if (type === name('Sig')) return value instanceof PDFDict;
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText() !== '';
  return value instanceof PDFName && value.decodeText() !== 'Off';
}

/** Operators that draw an appearance into its rectangle (PDF 1.7, 12.5.5, algorithm 8.1). */
function drawing(annot: PDFDict, stream: PDFRawStream, key: string): string | undefined {
  const rect = numbers(arrayAt(annot, 'Rect'), 4);
  const bbox = numbers(arrayAt(stream.dict, 'BBox'), 4);
  if (!rect || !bbox) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    numbers(arrayAt(stream.dict, 'Matrix'), 6) ?? ([1, 0, 0, 1, 0, 0] satisfies Matrix);
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = bbox;
  const xs = [a * bx0 + c * by0, a * bx0 + c * by1, a * bx1 + c * by0, a * bx1 + c * by1].map(
    (x) => x + e,
  );
  const ys = [b * bx0 + d * by0, b * bx0 + d * by1, b * bx1 + d * by0, b * bx1 + d * by1].map(
    (y) => y + f,
  );
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const [rx0 = 0, ry0 = 0, rx1 = 0, ry1 = 0] = rect;
  if (width === 0 || height === 0) return undefined;
  const sx = Math.abs(rx1 - rx0) / width;
  const sy = Math.abs(ry1 - ry0) / height;
  const tx = Math.min(rx0, rx1) - left * sx;
  const ty = Math.min(ry0, ry1) - bottom * sy;
  return `q ${[sx, 0, 0, sy, tx, ty].map((n) => n.toFixed(5)).join(' ')} cm /${key} Do Q\n`;
}

/** A page's own resources with its own list of XObjects: shared ones are copied before they change. */
function ownXObjects(page: PDFDict): PDFDict {
  const resources = dictAt(page, 'Resources')?.clone() ?? page.context.obj({});
  const xobjects = dictAt(resources, 'XObject')?.clone() ?? page.context.obj({});
  resources.set(name('XObject'), xobjects);
  page.set(name('Resources'), resources);
  return xobjects;
}

export interface Flattened {
  /** Fields were drawn into the page. */
  fields: number;
  /** Filled fields that say nothing of how they look: the page would lose what is in them. */
  unseen: number;
}

function append(context: PDFContext, page: PDFDict, operators: string): void {
  const before = page.get(name('Contents'));
  const old = context.lookup(before);
  const parts = old instanceof PDFArray ? old.asArray() : before ? [before] : [];
  const open = context.register(rawStream(context, Buffer.from('q\n'), {}));
  const close = context.register(rawStream(context, Buffer.from(`\nQ\n${operators}`), {}));
  page.set(name('Contents'), context.obj([open, ...parts, close]));
}

/**
 * Draws a page's form fields into it and takes away what is live: fields, scripts, links to elsewhere in the
 * file, and what the page says of its maker. Notes and markings that people made stay.
 */
export function flattenPage(page: PDFDict): Flattened {
  const { context } = page;
  const result: Flattened = { fields: 0, unseen: 0 };
  for (const key of NEEDLESS) page.delete(name(key));
  const annots = arrayAt(page, 'Annots');
  if (!annots) return result;
  const keep: PDFObject[] = [];
  let operators = '';
  let xobjects: PDFDict | undefined;
  for (let i = 0; i < annots.size(); i++) {
    const entry = annots.get(i);
    const annot = context.lookup(entry);
    if (!(annot instanceof PDFDict)) continue;
    const subtype = nameAt(annot, 'Subtype');
    const flags = numberAt(annot, 'F') ?? 0;
    if (subtype === 'Widget') {
      const look = appearance(annot);
      if ((flags & (HIDDEN | NO_VIEW)) !== 0) continue;
      if (!look) {
        if (hasValue(annot) && inherited(annot, 'FT') === name('Tx')) result.unseen += 1;
        continue;
      }
      const key = `JiejuField${i}`;
      const draw = drawing(annot, look.stream, key);
      if (!draw) continue;
      xobjects ??= ownXObjects(page);
      if (look.stream.dict.get(name('Subtype')) === undefined)
        look.stream.dict.set(name('Subtype'), name('Form'));
      xobjects.set(
        name(key),
        look.ref instanceof PDFRef ? look.ref : context.register(look.stream),
      );
      operators += draw;
      result.fields += 1;
      continue;
    }
    if (LIVE.has(subtype)) continue;
    if (subtype === 'Link') {
      // Web addresses stay what they are; a way to another page of the source leads nowhere in the book.
      const action = dictAt(annot, 'A');
      if (!action || nameAt(action, 'S') !== 'URI') continue;
      action.delete(name('Next'));
    } else annot.delete(name('A'));
    for (const key of ['AA', 'P', 'Parent', 'Popup', 'IRT', 'StructParent', 'T', 'Dest'])
      annot.delete(name(key));
    keep.push(entry);
  }
  if (operators) append(context, page, operators);
  if (keep.length > 0) page.set(name('Annots'), context.obj(keep));
  else page.delete(name('Annots'));
  return result;
}

/** Does the file hold an electronic signature with content? */
export function isSigned(catalog: PDFDict): boolean {
  const form = dictAt(catalog, 'AcroForm');
  const fields = form && arrayAt(form, 'Fields');
  const visit = (list: PDFArray, depth: number): boolean =>
    Array.from({ length: list.size() }, (_, i) => list.lookup(i)).some((field) => {
      if (!(field instanceof PDFDict)) return false;
      if (inherited(field, 'FT') === name('Sig') && field.lookup(name('V')) instanceof PDFDict)
        return true;
      const kids = arrayAt(field, 'Kids');
      return kids !== undefined && depth < 16 && visit(kids, depth + 1);
    });
  if (fields && visit(fields, 0)) return true;
  const permissions = dictAt(catalog, 'Perms');
  return permissions?.has(name('DocMDP')) ?? false;
}

/** A form of the XFA kind draws itself when opened: its pages only say so. */
export function isLiveXfa(catalog: PDFDict): boolean {
  const form = dictAt(catalog, 'AcroForm');
  if (!form?.has(name('XFA'))) return false;
  const needs = catalog.lookup(name('NeedsRendering'))?.toString() === 'true';
  const fields = arrayAt(form, 'Fields');
  return needs || !fields || fields.size() === 0;
}
