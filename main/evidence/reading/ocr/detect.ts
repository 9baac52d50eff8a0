/**
 * Where there is text on a picture: PP-OCR's detection network ("DB": differentiable binarisation) marks the
 * shrunk core of every line; each connected core becomes a rectangle and is widened again.
 */
import { type Point, type Rect, smallestRect } from './geometry.ts';

/** Red, green, blue, eight bits each, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A pixel of the network's answer above this belongs to a line; a line's mean must reach the second. */
const CORE = 0.3;
const SURE = 0.55;
/** How far the network shrank the lines it learnt from. */
const UNCLIP = 1.7;
/** Smaller than this, in pixels of the network's answer, is a speck. */
const LEAST = 3;

// The mean and spread of ImageNet, in the order blue, green, red: the network learnt from BGR pictures.
const MEAN = [0.485, 0.456, 0.406] as const;
const SPREAD = [0.229, 0.224, 0.225] as const;

/** The picture as the network wants it: planes of blue, green, red; sides must be multiples of 32. */
export function detectorInput({ data, width, height }: Pixels): Float32Array {
  const plane = width * height;
  const out = new Float32Array(plane * 3);
  for (let c = 0; c < 3; c++) {
    const mean = MEAN[c] ?? 0;
    const spread = SPREAD[c] ?? 1;
    const table = Float32Array.from({ length: 256 }, (_, v) => (v / 255 - mean) / spread);
    for (let i = 0, from = 2 - c; i < plane; i++, from += 3)
      out[c * plane + i] = table[data[from] ?? 0] ?? 0;
  }
  return out;
}

/** Rim points of the connected core at `start`, its size and mean; its pixels are marked as seen. */
function flood(map: Float32Array, width: number, height: number, seen: Uint8Array, start: number) {
  const stack = [start];
  const left = new Map<number, [number, number]>();
  let sum = 0;
  let count = 0;
  seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    sum += map[at] ?? 0;
    count += 1;
    const row = left.get(y);
    if (!row) left.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
    for (let dy = -1; dy <= 1; dy++) {
      if (y + dy < 0 || y + dy >= height) continue;
      for (let dx = -1; dx <= 1; dx++) {
        if (x + dx < 0 || x + dx >= width) continue;
        const next = at + dy * width + dx;
        if (seen[next] || (map[next] ?? 0) <= CORE) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  const rim: Point[] = [];
  for (const [y, [x0, x1]] of left)
    rim.push({ x: x0, y }, { x: x0, y: y + 1 }, { x: x1 + 1, y }, { x: x1 + 1, y: y + 1 });
  return { rim, mean: sum / count };
}

/** Lines on the network's answer, in its own pixels, in no order. */
export function textRects(map: Float32Array, width: number, height: number): Rect[] {
  const seen = new Uint8Array(width * height);
  const rects: Rect[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) <= CORE) continue;
    const { rim, mean } = flood(map, width, height, seen, start);
    if (mean < SURE) continue;
    const rect = smallestRect(rim);
    if (Math.min(rect.width, rect.height) < LEAST) continue;
    const widen = (rect.width * rect.height * UNCLIP) / (rect.width + rect.height);
    rects.push({ ...rect, width: rect.width + widen, height: rect.height + widen });
  }
  return rects;
}
