/** Boxes that the user drew around what matters, on the copy in the book: a thin frame, nothing covered. */
import { Buffer } from 'node:buffer';
import type { Picture, Room } from '../image/pictures.ts';
import { type Box, type Frame, type Matrix, toUser, transformBox, visibleSize } from './frame.ts';
import { PDFArray, type PDFContext, type PDFPageLeaf } from './lib.ts';
import { name, rawStream } from './objects.ts';
import { pictureMatrix } from './picture-place.ts';

/** A rectangle in shares (0 to 1) of a page as it is shown upright, from its upper left. */
export interface MarkBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Room between what is framed and the line, points. */
const ROOM = 2;
const LINE = 1.4;
/** Seal red, dark enough to stand out on a grey copy. */
const COLOUR = '0.72 0.11 0.11 RG';

/** A box in visible points of a page, origin at the lower left. */
function onPage(frame: Frame, { x, y, width, height }: MarkBox): Box {
  const size = visibleSize(frame);
  return {
    x0: x * size.width,
    y0: (1 - y - height) * size.height,
    x1: (x + width) * size.width,
    y1: (1 - y) * size.height,
  };
}

/** A box on a picture → the same box in shares of the A4 page that the picture stands on. */
export function pictureBox(
  picture: Picture,
  room: Room,
  page: { width: number; height: number },
  box: MarkBox,
): MarkBox {
  const matrix = pictureMatrix(picture, room) as unknown as Matrix;
  const place = transformBox(matrix, { x0: 0, y0: 0, x1: 1, y1: 1 });
  const [w, h] = [place.x1 - place.x0, place.y1 - place.y0];
  return {
    x: (place.x0 + box.x * w) / page.width,
    y: (page.height - place.y1 + box.y * h) / page.height,
    width: (box.width * w) / page.width,
    height: (box.height * h) / page.height,
  };
}

/**
 * Draws boxes over everything on a page.
 * @param frame what was seen of the page before a margin was added to it
 */
export function drawBoxes(
  context: PDFContext,
  page: PDFPageLeaf,
  frame: Frame,
  boxes: readonly MarkBox[],
): void {
  if (boxes.length === 0) return;
  const { width, height } = visibleSize(frame);
  const figure = (n: number) => Number(n.toFixed(3)).toString();
  const lines = boxes.map((box) => {
    const b = onPage(frame, box);
    // The frame stays whole at the edge of the page.
    const x0 = Math.max(LINE / 2, b.x0 - ROOM);
    const y0 = Math.max(LINE / 2, b.y0 - ROOM);
    const x1 = Math.min(width - LINE / 2, b.x1 + ROOM);
    const y1 = Math.min(height - LINE / 2, b.y1 + ROOM);
    return `${[x0, y0, x1 - x0, y1 - y0].map(figure).join(' ')} re S`;
  });
  const user = toUser(frame).map(figure).join(' ');
  const content = `q ${user} cm ${COLOUR} ${LINE} w 0 J 0 j [] 0 d\n${lines.join('\n')}\nQ\n`;
  const stream = context.register(rawStream(context, Buffer.from(content), {}));
  const before = page.get(name('Contents'));
  const old = context.lookup(before);
  const parts = old instanceof PDFArray ? old.asArray() : before ? [before] : [];
  page.set(name('Contents'), context.obj([...parts, stream]));
}
