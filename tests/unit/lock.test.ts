import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
};

test('the lock names no download address', () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*(registry|npmmirror)/);
});

test('the lock has the packages of every system, so that npm ci accepts it', () => {
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const wanted = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(20);
  // If this fails after `npm install`: node scripts/complete-lock.ts
  expect(wanted.filter((name) => !present.has(name))).toEqual([]);
});
