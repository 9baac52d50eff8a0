/** Rectangles that may lie askew, as a photo of a paper has them. */

export interface Point {
  x: number;
  y: number;
}

/** A rectangle by its middle, its direction of writing (radians, y down) and its size. */
export interface Rect {
  cx: number;
  cy: number;
  angle: number;
  width: number;
  height: number;
}

/** Andrew's monotone chain. `points` sorted by x, then y. */
function hull(points: readonly Point[]): Point[] {
  const half = (list: readonly Point[]) => {
    const out: Point[] = [];
    for (const p of list) {
      for (;;) {
        const b = out.at(-1);
        const a = out.at(-2);
        if (!a || !b || (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0) break;
        out.pop();
      }
      out.push(p);
    }
    return out.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())];
}

/** The smallest rectangle around the points: one of its sides lies on a side of their hull. */
export function smallestRect(points: readonly Point[]): Rect {
  const around = hull([...points].sort((a, b) => a.x - b.x || a.y - b.y));
  let best: Rect = { cx: points[0]?.x ?? 0, cy: points[0]?.y ?? 0, angle: 0, width: 0, height: 0 };
  let least = Number.POSITIVE_INFINITY;
  around.forEach((a, i) => {
    const b = around[(i + 1) % around.length] ?? a;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    let [u0, u1, v0, v1] = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    for (const p of around) {
      const u = p.x * cos + p.y * sin;
      const v = p.y * cos - p.x * sin;
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
    if ((u1 - u0) * (v1 - v0) >= least) return;
    least = (u1 - u0) * (v1 - v0);
    const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
    best = {
      ...{ cx: u * cos - v * sin, cy: u * sin + v * cos, angle },
      ...{ width: u1 - u0, height: v1 - v0 },
    };
  });
  return upright(best);
}

/** The same rectangle read along its flatter direction: between -45° and 45°. */
function upright(r: Rect): Rect {
  const quarter = Math.round(r.angle / (Math.PI / 2));
  const angle = r.angle - quarter * (Math.PI / 2);
  return quarter % 2 === 0 ? { ...r, angle } : { ...r, angle, width: r.height, height: r.width };
}

/** Corners, clockwise from the one where reading starts. */
export function corners(r: Rect): [Point, Point, Point, Point] {
  const cos = Math.cos(r.angle);
  const sin = Math.sin(r.angle);
  const at = (u: number, v: number): Point => ({
    x: r.cx + (u * r.width * cos - v * r.height * sin) / 2,
    y: r.cy + (u * r.width * sin + v * r.height * cos) / 2,
  });
  return [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
}
