/**
 * Where a page prints: enough of its content stream is followed to say whether a place is free. Every doubt
 * counts as ink, so that a stamp moves outward rather than over something.
 */
import { type Box, intersect, type Matrix, meets, multiply, transformBox } from './frame.ts';
import { ContentLexer, type Operand } from './lexer.ts';
import { PDFDict, type PDFObject, PDFRawStream } from './lib.ts';
import { arrayAt, decoded, dictAt, name, nameAt, numbers, pageContent } from './objects.ts';

/** A picture drawn over a watched place: only its pixels can tell whether the place is free. */
export interface DrawnImage {
  stream: PDFRawStream;
  /** Unit square → user space. */
  matrix: Matrix;
}

export interface Ink {
  /** For each watched place: something is printed there, for certain or maybe. */
  hits: boolean[];
  /** For each watched place: pictures that cover it. */
  images: DrawnImage[][];
  /** Real text is shown somewhere on the page. */
  text: boolean;
  /** `q` without `Q` at the end of the stream. */
  open: number;
}

interface State {
  ctm: Matrix;
  clip: Box;
  white: boolean;
  device: boolean;
  lineWidth: number;
  fontSize: number;
  leading: number;
  hidden: boolean;
}

const EVERYWHERE: Box = { x0: -1e9, y0: -1e9, x1: 1e9, y1: 1e9 };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const UNIT: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };
const MAX_DEPTH = 8;
const DEVICE = new Set(['DeviceGray', 'DeviceRGB', 'CalGray', 'CalRGB', 'G', 'RGB']);

class Follower {
  readonly hits: boolean[];
  readonly images: DrawnImage[][];
  text = false;
  readonly #places: readonly Box[];

  constructor(places: readonly Box[]) {
    this.#places = places;
    this.hits = places.map(() => false);
    this.images = places.map(() => []);
  }

  #mark(box: Box, clip: Box, image?: DrawnImage): void {
    const seen = intersect(box, clip);
    this.#places.forEach((place, i) => {
      if (!meets(seen, place)) return;
      if (image) this.images[i]?.push(image);
      else this.hits[i] = true;
    });
  }

  /** @returns how many `q` stay open */
  run(content: Uint8Array, resources: PDFDict | undefined, start: State, depth: number): number {
    let s: State = { ...start };
    const stack: State[] = [];
    let path: Box | null = null;
    let clipping = false;
    let tm: Matrix = IDENTITY;
    let line: Matrix = IDENTITY;
    let advance = 0;

    const point = (x: number, y: number): void => {
      const box = transformBox(s.ctm, { x0: x, y0: y, x1: x, y1: y });
      path = path
        ? {
            x0: Math.min(path.x0, box.x0),
            y0: Math.min(path.y0, box.y0),
            x1: Math.max(path.x1, box.x1),
            y1: Math.max(path.y1, box.y1),
          }
        : box;
    };
    const paint = (fill: boolean, stroke: boolean): void => {
      const drawn = path;
      if (drawn) {
        if (stroke) {
          const [a, b, c, d] = s.ctm;
          const half =
            (Math.max(s.lineWidth, 0.5) / 2) * Math.max(Math.hypot(a, b), Math.hypot(c, d));
          this.#mark(
            { x0: drawn.x0 - half, y0: drawn.y0 - half, x1: drawn.x1 + half, y1: drawn.y1 + half },
            s.clip,
          );
        } else if (fill && !s.white) this.#mark(drawn, s.clip);
        if (clipping) s.clip = intersect(s.clip, drawn);
      }
      path = null;
      clipping = false;
    };
    const move = (x: number, y: number): void => {
      line = multiply([1, 0, 0, 1, x, y], line);
      tm = line;
      advance = 0;
    };
    const show = (bytes: number): void => {
      if (bytes === 0) return;
      this.text = true;
      const size = Math.abs(s.fontSize) || 1;
      // One em a byte is more than any text takes, so the line surely ends within it.
      advance += bytes * size;
      if (s.hidden) return;
      const em: Box = { x0: -0.2 * size, y0: -0.4 * size, x1: advance, y1: 1.1 * size };
      this.#mark(transformBox(multiply(tm, s.ctm), em), s.clip);
    };
    const xobject = (key: string): void => {
      const found = resources && dictAt(resources, 'XObject')?.lookup(name(key));
      if (!(found instanceof PDFRawStream)) return;
      if (nameAt(found.dict, 'Subtype') === 'Image') {
        this.#mark(transformBox(s.ctm, UNIT), s.clip, { stream: found, matrix: s.ctm });
        return;
      }
      const matrix = numbers(arrayAt(found.dict, 'Matrix'), 6);
      const ctm = matrix ? multiply(matrix as unknown as Matrix, s.ctm) : s.ctm;
      const bbox = numbers(arrayAt(found.dict, 'BBox'), 4);
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox ?? [];
      const clip = bbox
        ? intersect(
            s.clip,
            transformBox(ctm, {
              x0: Math.min(x0, x1),
              y0: Math.min(y0, y1),
              x1: Math.max(x0, x1),
              y1: Math.max(y0, y1),
            }),
          )
        : s.clip;
      if (depth >= MAX_DEPTH) this.#mark(EVERYWHERE, clip);
      else
        this.run(
          decoded(found),
          dictAt(found.dict, 'Resources') ?? resources,
          { ...s, ctm, clip },
          depth + 1,
        );
    };
    const colour = (n: number[], device: boolean): void => {
      s.white = device && (n.length === 1 || n.length === 3) && n.every((v) => v >= 0.99);
    };

    new ContentLexer(content).run((op: string, operands: Operand[]) => {
      const n = operands.filter((o) => typeof o === 'number');
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
      const last = operands.at(-1);
      const bytes = last && typeof last === 'object' && 'bytes' in last ? last.bytes : 0;
      const key = last && typeof last === 'object' && 'name' in last ? last.name : '';
      switch (op) {
        case 'q':
          stack.push({ ...s });
          break;
        case 'Q':
          s = stack.pop() ?? s;
          break;
        case 'cm':
          s.ctm = multiply([a, b, c, d, e, f], s.ctm);
          break;
        case 'w':
          s.lineWidth = a;
          break;
        case 'm':
        case 'l':
          point(a, b);
          break;
        case 'c':
          point(e, f);
          point(a, b);
          point(c, d);
          break;
        case 'v':
        case 'y':
          point(a, b);
          point(c, d);
          break;
        case 're':
          point(a, b);
          point(a + c, b + d);
          point(a + c, b);
          point(a, b + d);
          break;
        case 'W':
        case 'W*':
          clipping = true;
          break;
        case 'n':
          paint(false, false);
          break;
        case 'f':
        case 'F':
        case 'f*':
          paint(true, false);
          break;
        case 'S':
        case 's':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          paint(true, true);
          break;
        case 'g':
        case 'rg':
          s.device = true;
          colour(n, true);
          break;
        case 'k':
          s.device = false;
          s.white = n.length === 4 && n.every((v) => v <= 0.01);
          break;
        case 'cs':
          s.device = DEVICE.has(key);
          s.white = false;
          break;
        case 'sc':
        case 'scn':
          colour(n, s.device || n.length === 3);
          break;
        case 'BT':
          tm = IDENTITY;
          line = IDENTITY;
          advance = 0;
          break;
        case 'Tf':
          s.fontSize = a;
          break;
        case 'TL':
          s.leading = a;
          break;
        case 'Tr':
          s.hidden = a === 3 || a === 7;
          break;
        case 'Td':
          move(a, b);
          break;
        case 'TD':
          s.leading = -b;
          move(a, b);
          break;
        case 'Tm':
          line = [a, b, c, d, e, f];
          tm = line;
          advance = 0;
          break;
        case 'T*':
          move(0, -s.leading);
          break;
        case 'Tj':
        case 'TJ':
          show(bytes);
          break;
        case "'":
        case '"':
          move(0, -s.leading);
          show(bytes);
          break;
        case 'Do':
          xobject(key);
          break;
        case 'BI':
          this.#mark(transformBox(s.ctm, UNIT), s.clip);
          break;
        case 'sh':
          this.#mark(EVERYWHERE, s.clip);
          break;
      }
    });
    return stack.length;
  }
}

/** The box that an annotation shows in. */
function annotationBoxes(page: PDFDict): Box[] {
  const annots = arrayAt(page, 'Annots');
  if (!annots) return [];
  return Array.from({ length: annots.size() }, (_, i) => annots.lookup(i)).flatMap(
    (a: PDFObject | undefined) => {
      if (!(a instanceof PDFDict) || nameAt(a, 'Subtype') === 'Link') return [];
      const rect = numbers(arrayAt(a, 'Rect'), 4);
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect ?? [];
      return rect
        ? [
            {
              x0: Math.min(x0, x1),
              y0: Math.min(y0, y1),
              x1: Math.max(x0, x1),
              y1: Math.max(y0, y1),
            },
          ]
        : [];
    },
  );
}

/**
 * What a page prints in the given places.
 * @param places boxes in user space
 * @param frame what is seen of the page: the rest is cut off
 */
export function inkOf(
  page: PDFDict,
  resources: PDFDict | undefined,
  frame: Box,
  places: readonly Box[],
): Ink {
  const follower = new Follower(places);
  let open = 0;
  let readable = true;
  try {
    open = follower.run(
      pageContent(page),
      resources,
      {
        ctm: IDENTITY,
        clip: frame,
        white: false,
        device: true,
        lineWidth: 1,
        fontSize: 1,
        leading: 0,
        hidden: false,
      },
      0,
    );
  } catch {
    readable = false;
  }
  const notes = annotationBoxes(page);
  return {
    hits: places.map(
      (place, i) => !readable || follower.hits[i] === true || notes.some((n) => meets(n, place)),
    ),
    images: follower.images,
    text: follower.text,
    open,
  };
}
