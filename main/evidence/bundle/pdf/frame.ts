/**
 * The part of a page that is seen, whatever its /Rotate, CropBox and UserUnit: stamps are placed in visible
 * coordinates (points of 1/72 inch, origin at the lower left as displayed).
 */

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** [a b c d e f] as in PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Frame {
  /** CropBox within MediaBox, in user space. */
  box: Box;
  rotate: 0 | 90 | 180 | 270;
  /** Size of a unit of user space in points. */
  unit: number;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** `first` then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ];
}

export function invert([a, b, c, d, e, f]: Matrix): Matrix | null {
  const det = a * d - b * c;
  if (!Number.isFinite(det) || Math.abs(det) < 1e-12) return null;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** The smallest upright box around a box after a transformation. */
export function transformBox(m: Matrix, { x0, y0, x1, y1 }: Box): Box {
  const [a, b, c, d, e, f] = m;
  const xs = [a * x0 + c * y0, a * x0 + c * y1, a * x1 + c * y0, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x0 + d * y1, b * x1 + d * y0, b * x1 + d * y1];
  return {
    x0: Math.min(...xs) + e,
    y0: Math.min(...ys) + f,
    x1: Math.max(...xs) + e,
    y1: Math.max(...ys) + f,
  };
}

export const intersect = (a: Box, b: Box): Box => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});

/** Boxes that share no area do not meet. */
export const meets = (a: Box, b: Box): boolean =>
  a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Width and height as displayed, in points. */
export function visibleSize({ box, rotate, unit }: Frame): { width: number; height: number } {
  const w = (box.x1 - box.x0) * unit;
  const h = (box.y1 - box.y0) * unit;
  return rotate % 180 === 0 ? { width: w, height: h } : { width: h, height: w };
}

/** Visible coordinates → user space. */
export function toUser({ box, rotate, unit }: Frame): Matrix {
  const s = 1 / unit;
  if (rotate === 0) return [s, 0, 0, s, box.x0, box.y0];
  if (rotate === 90) return [0, s, -s, 0, box.x1, box.y0];
  if (rotate === 180) return [-s, 0, 0, -s, box.x1, box.y1];
  return [0, -s, s, 0, box.x0, box.y1];
}

const CLOCKWISE: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** The frame with more room on one visible side, in points. */
export function extend(frame: Frame, side: Side, points: number): Frame {
  const { x0, y0, x1, y1 } = frame.box;
  const d = points / frame.unit;
  // A page shown turned by 90° clockwise has its user-space left side on top.
  const turned = CLOCKWISE[(CLOCKWISE.indexOf(side) - frame.rotate / 90 + 4) % 4];
  const box =
    turned === 'top'
      ? { x0, y0, x1, y1: y1 + d }
      : turned === 'bottom'
        ? { x0, y0: y0 - d, x1, y1 }
        : turned === 'left'
          ? { x0: x0 - d, y0, x1, y1 }
          : { x0, y0, x1: x1 + d, y1 };
  return { ...frame, box };
}
