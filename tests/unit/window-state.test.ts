import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWindowState, writeWindowState } from '../../main/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const file = join(mkdtempSync(join(tmpdir(), 'jieju-window-')), 'window.json');
const first = { width: 1280, height: 800, maximized: false };

test('the window comes back where it was', () => {
  writeWindowState(file, { x: 40, y: 30, width: 1500, height: 900 }, true);
  expect(readWindowState(file, [screen])).toEqual({
    x: 40,
    y: 30,
    width: 1500,
    height: 900,
    maximized: true,
  });
});

test('but not off every screen that is there now, nor below its least size', () => {
  writeWindowState(file, { x: 4000, y: 30, width: 300, height: 200 }, false);
  expect(readWindowState(file, [screen])).toEqual({ width: 1100, height: 700, maximized: false });
  expect(readWindowState(file, [screen, { ...screen, x: 3840 }])).toMatchObject({ x: 4000 });
});

test.each(['', '{', 'null', '7', '{"x":1}', '{"x":"1","y":0,"width":1,"height":1}'])(
  'a damaged file (%s) gives the first window',
  (text) => {
    writeFileSync(file, text);
    expect(readWindowState(file, [screen])).toEqual(first);
  },
);

test('a missing file gives the first window; one that cannot be written disturbs nobody', () => {
  expect(readWindowState(join(file, 'none'), [screen])).toEqual(first);
  const before = readFileSync(file, 'utf8');
  writeWindowState(join(file, 'none'), screen, false);
  expect(readFileSync(file, 'utf8')).toBe(before);
});
