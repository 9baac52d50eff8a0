/** What a line says: PP-OCR's recognition network reads a strip 48 pixels high, column by column. */
import type { Pixels } from './detect.ts';
import type { Rect } from './geometry.ts';

export const STRIP_HEIGHT = 48;
/** Longer lines are squeezed to this width. */
const MOST_WIDTH = 3200;

/** The line cut out of the picture, turned level, 48 pixels high; planes of blue, green, red, -1 to 1. */
export function strip(p: Pixels, r: Rect): { data: Float32Array; width: number } {
  // A column of characters, one below the other, is read turned.
  const turn = r.height > r.width * 1.5;
  const [length, across] = turn ? [r.height, r.width] : [r.width, r.height];
  const angle = turn ? r.angle - Math.PI / 2 : r.angle;
  const scale = STRIP_HEIGHT / across;
  const width = Math.min(MOST_WIDTH, Math.max(16, Math.round(length * scale)));
  const data = new Float32Array(3 * STRIP_HEIGHT * width);
  const plane = STRIP_HEIGHT * width;
  const [du, dv] = [length / width, across / STRIP_HEIGHT];
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  // A picture much finer than the strip is averaged, not picked from.
  const samples = Math.min(4, Math.max(1, Math.ceil(dv)));
  for (let j = 0; j < STRIP_HEIGHT; j++)
    for (let i = 0; i < width; i++) {
      let [red, green, blue] = [0, 0, 0];
      for (let s = 0; s < samples; s++)
        for (let t = 0; t < samples; t++) {
          const u = (i + (s + 0.5) / samples) * du - length / 2;
          const v = (j + (t + 0.5) / samples) * dv - across / 2;
          const x = Math.min(p.width - 1, Math.max(0, r.cx + u * cos - v * sin - 0.5));
          const y = Math.min(p.height - 1, Math.max(0, r.cy + u * sin + v * cos - 0.5));
          const x0 = Math.floor(x);
          const y0 = Math.floor(y);
          const [fx, fy] = [x - x0, y - y0];
          const a = (y0 * p.width + x0) * 3;
          const b = x0 + 1 < p.width ? a + 3 : a;
          const down = y0 + 1 < p.height ? p.width * 3 : 0;
          const at = (c: number) =>
            ((p.data[a + c] ?? 0) * (1 - fx) + (p.data[b + c] ?? 0) * fx) * (1 - fy) +
            ((p.data[a + down + c] ?? 0) * (1 - fx) + (p.data[b + down + c] ?? 0) * fx) * fy;
          red += at(0);
          green += at(1);
          blue += at(2);
        }
      const to = j * width + i;
      const n = samples * samples * 127.5;
      data[to] = blue / n - 1;
      data[plane + to] = green / n - 1;
      data[2 * plane + to] = red / n - 1;
    }
  return { data, width };
}

export interface Read {
  text: string;
  /** Mean certainty of its characters, 0 to 1. */
  score: number;
}

/** The network's columns as text: the likeliest sign of each, repeats and the empty sign (0) left out. */
export function decode(
  probabilities: Float32Array,
  steps: number,
  signs: number,
  dictionary: readonly string[],
): Read {
  let text = '';
  let sum = 0;
  let count = 0;
  let before = 0;
  for (let s = 0; s < steps; s++) {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0, at = s * signs; k < signs; k++, at++) {
      const value = probabilities[at] ?? 0;
      if (value > most) {
        most = value;
        best = k;
      }
    }
    if (best !== 0 && best !== before) {
      text += dictionary[best - 1] ?? '';
      sum += most;
      count += 1;
    }
    before = best;
  }
  return { text, score: count === 0 ? 0 : sum / count };
}
