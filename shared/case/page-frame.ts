/**
 * Places on a page: shares (0 to 1) of the page as it is shown upright, EXIF and /Rotate applied, so that
 * a mark means the same on the screen, under any rotation of the view, and in the evidence book.
 */

/** A rectangle; its unit is the caller's: shares of a page, pixels, points. Origin at the upper left. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Clockwise, how the view is turned against the upright page. */
export type Turn = 0 | 90 | 180 | 270;

/** Any multiple of 90°, clockwise, as a turn. */
export function turnOf(degrees: number): Turn {
  return ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as Turn;
}

/** The size of an upright page once it is turned. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Shares of the upright page → shares of the page turned clockwise by `turn`. */
export function turnRect({ x, y, width, height }: Rect, turn: Turn): Rect {
  switch (turn) {
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width };
    default:
      return { x, y, width, height };
  }
}

/** Shares of the turned page → shares of the upright one. */
export function unturnRect(rect: Rect, turn: Turn): Rect {
  return turnRect(rect, turnOf(360 - turn));
}

/** Shares of the upright page → units of a view of `shown` size (after the turn), origin upper left. */
export function toView(rect: Rect, shown: Size, turn: Turn = 0): Rect {
  const r = turnRect(rect, turn);
  return {
    x: r.x * shown.width,
    y: r.y * shown.height,
    width: r.width * shown.width,
    height: r.height * shown.height,
  };
}

/** Units of a view of `shown` size (after the turn) → shares of the upright page. */
export function fromView(rect: Rect, shown: Size, turn: Turn = 0): Rect {
  return unturnRect(
    {
      x: rect.x / shown.width,
      y: rect.y / shown.height,
      width: rect.width / shown.width,
      height: rect.height / shown.height,
    },
    turn,
  );
}

/** The rectangle between two corners, in any order. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

const within = (n: number, most: number) => Math.min(Math.max(n, 0), Math.max(0, most));

/** Four decimals are a hundredth of a millimetre on A4; a case file stays readable. */
const rounded = (n: number) => Math.round(n * 10_000) / 10_000;

/** The part of a rectangle that lies on the page, in shares with four decimals. */
export function clipToPage({ x, y, width, height }: Rect): Rect {
  const left = rounded(within(x, 1));
  const top = rounded(within(y, 1));
  return {
    x: left,
    y: top,
    width: rounded(Math.max(0, within(x + width, 1) - left)),
    height: rounded(Math.max(0, within(y + height, 1) - top)),
  };
}

/** Moved by shares of the page, as far as the page goes; the size stays. */
export function moveOnPage(rect: Rect, dx: number, dy: number): Rect {
  return {
    ...rect,
    x: rounded(within(rect.x + dx, 1 - rect.width)),
    y: rounded(within(rect.y + dy, 1 - rect.height)),
  };
}

/** Made wider and taller by shares of the page, not below `least` and not beyond the page. */
export function growOnPage(rect: Rect, dw: number, dh: number, least = 0.01): Rect {
  const grown = (size: number, by: number, at: number) =>
    rounded(Math.min(Math.max(size + by, least), 1 - at));
  return {
    ...rect,
    width: grown(rect.width, dw, rect.x),
    height: grown(rect.height, dh, rect.y),
  };
}
