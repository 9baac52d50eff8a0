import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GAP, layPages, pageAt, pagesInView } from '../../renderer/screens/viewer/layout.ts';

const A4 = { width: 794, height: 1123 };
const side = fc.integer({ min: 1, max: 5000 });
const sizes = fc.array(fc.record({ width: side, height: side }), { minLength: 1, maxLength: 60 });
const turn = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);
const zoom = fc.option(fc.double({ min: 0.05, max: 5, noNaN: true }));

test('pages lie under each other without touching, and every height belongs to one of them', () => {
  fc.assert(
    fc.property(sizes, turn, zoom, fc.integer({ min: 50, max: 2000 }), (list, t, z, room) => {
      const layout = layPages(list.length, (n) => list[n - 1] ?? A4, t, z, room);
      layout.pages.forEach((page, i) => {
        const next = layout.pages[i + 1];
        const end = page.top + page.height + GAP;
        expect(next ? next.top : layout.height).toBe(end);
        expect(pageAt(layout, page.top)).toBe(i + 1);
        expect(pageAt(layout, page.top + page.height)).toBe(i + 1);
        expect(layout.width).toBeGreaterThanOrEqual(page.width);
      });
    }),
  );
});

test('a fitted page is as wide as its room, also on its side, but not blown up beyond 160%', () => {
  const fitted = (room: number, t: 0 | 90) => layPages(1, () => A4, t, null, room).pages[0];
  expect(fitted(500, 0)).toMatchObject({ width: 500, height: 707 });
  expect(fitted(500, 90)).toMatchObject({ width: 500, height: 354 });
  expect(fitted(3000, 0)?.width).toBe(Math.round(794 * 1.6));
});

test('of ten thousand pages a handful is rendered, wherever one looks', () => {
  const layout = layPages(10_000, () => A4, 0, null, 480);
  for (const y of [0, 5000, layout.height / 2, layout.height]) {
    const { first, last } = pagesInView(layout, y, 700);
    expect(last - first).toBeLessThan(6);
    expect(first).toBeGreaterThanOrEqual(1);
    expect(last).toBeLessThanOrEqual(10_000);
    const under = layout.pages[last - 1];
    expect(last === 10_000 || (under?.top ?? 0) > y).toBe(true);
  }
});
