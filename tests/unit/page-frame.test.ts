import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  between,
  clipToPage,
  fromView,
  growOnPage,
  moveOnPage,
  type Rect,
  type Turn,
  toView,
  turnedSize,
  turnOf,
  turnRect,
  unturnRect,
} from '../../shared/case/page-frame.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rect = fc
  .tuple(share, share, share, share)
  .map(([x, y, w, h]): Rect => ({ x, y, width: w * (1 - x), height: h * (1 - y) }));
const turn = fc.constantFrom<Turn>(0, 90, 180, 270);
const length = fc.double({ min: 1, max: 20_000, noNaN: true });
const size = fc.record({ width: length, height: length });

const near = (a: Rect, b: Rect, within = 9) => {
  for (const key of ['x', 'y', 'width', 'height'] as const)
    expect(a[key]).toBeCloseTo(b[key], within);
};

describe('places on a page', () => {
  test('what is drawn on a turned view comes back to the same place of the upright page', () => {
    fc.assert(
      fc.property(rect, turn, size, (r, t, upright) => {
        const shown = turnedSize(upright, t);
        near(fromView(toView(r, shown, t), shown, t), r);
        near(unturnRect(turnRect(r, t), t), r);
      }),
      { numRuns: 2000 },
    );
  });

  test('four quarter turns are none, two are a half turn', () => {
    fc.assert(
      fc.property(rect, (r) => {
        const quarter = (x: Rect) => turnRect(x, 90);
        near(quarter(quarter(r)), turnRect(r, 180));
        near(quarter(quarter(quarter(r))), turnRect(r, 270));
        near(quarter(quarter(quarter(quarter(r)))), r);
      }),
    );
  });

  test('a turned rectangle stays on the page and keeps its area', () => {
    fc.assert(
      fc.property(rect, turn, (r, t) => {
        const seen = turnRect(r, t);
        expect(seen.x).toBeGreaterThanOrEqual(-1e-9);
        expect(seen.y).toBeGreaterThanOrEqual(-1e-9);
        expect(seen.x + seen.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(seen.y + seen.height).toBeLessThanOrEqual(1 + 1e-9);
        expect(seen.width * seen.height).toBeCloseTo(r.width * r.height, 9);
      }),
    );
  });

  // By hand: a box at the upper left of an upright page, the page turned clockwise.
  test('the upper left corner moves as a sheet of paper does', () => {
    const corner = { x: 0, y: 0, width: 0.2, height: 0.1 };
    expect(turnRect(corner, 90)).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.2 });
    expect(turnRect(corner, 180)).toEqual({ x: 0.8, y: 0.9, width: 0.2, height: 0.1 });
    expect(turnRect(corner, 270)).toEqual({ x: 0, y: 0.8, width: 0.1, height: 0.2 });
    expect(toView(corner, { width: 842, height: 595 }, 90)).toEqual({
      x: 0.9 * 842,
      y: 0,
      width: 0.1 * 842,
      height: 0.2 * 595,
    });
  });

  test('any number of degrees is one of the four turns', () => {
    expect([-90, 0, 89, 91, 360, 450, -450].map(turnOf)).toEqual([270, 0, 90, 90, 0, 90, 270]);
  });

  test('a box is the same from whichever corner it is drawn', () => {
    const a = { x: 30, y: 80 };
    const b = { x: 10, y: 20 };
    expect(between(a, b)).toEqual({ x: 10, y: 20, width: 20, height: 60 });
    expect(between(b, a)).toEqual(between(a, b));
  });

  test('what reaches over the edge is cut at it; what is moved or grown stops there', () => {
    const anything = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(anything, anything, share, share, anything, (x, y, width, height, by) => {
        const on = clipToPage({ x, y, width, height });
        for (const r of [on, moveOnPage(on, by, -by)]) {
          expect(r.x).toBeGreaterThanOrEqual(0);
          expect(r.y).toBeGreaterThanOrEqual(0);
          expect(r.x + r.width).toBeLessThanOrEqual(1.0001);
          expect(r.y + r.height).toBeLessThanOrEqual(1.0001);
        }
        const moved = moveOnPage(on, by, by);
        expect([moved.width, moved.height]).toEqual([on.width, on.height]);
        const grown = growOnPage(on, by, by);
        expect(grown.x + grown.width).toBeLessThanOrEqual(1.0001);
        expect(grown.width).toBeGreaterThanOrEqual(Math.min(0.01, 1 - on.x) - 1e-4);
      }),
    );
    expect(clipToPage({ x: -0.1, y: 0.95, width: 0.3, height: 0.2 })).toEqual({
      x: 0,
      y: 0.95,
      width: 0.2,
      height: 0.05,
    });
    expect(moveOnPage({ x: 0.9, y: 0.5, width: 0.1, height: 0.1 }, 0.5, -0.7)).toEqual({
      x: 0.9,
      y: 0,
      width: 0.1,
      height: 0.1,
    });
  });
});
