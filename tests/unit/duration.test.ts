/** Lengths of recordings read from their files, against files whose length is known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { durationText, mediaSeconds } from '../../main/evidence/bundle/source/duration.ts';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../fixtures/evidence', name));

const length = (bytes: Uint8Array, mime = 'audio/mpeg'): Promise<number | null> =>
  mediaSeconds(mime, bytes.length, async (at, n) => bytes.subarray(at, at + n));

/** The sheet tells whole seconds. */
const said = async (bytes: Uint8Array): Promise<string> => durationText((await length(bytes)) ?? 0);

describe('MP3', () => {
  test.each([
    ['constant-95s.mp3', '1分35秒'],
    ['variable-7s.mp3', '7秒'],
    ['tagged-20s.mp3', '20秒'],
    ['untold-10s.mp3', '10秒'],
  ])('%s', async (name, text) => {
    expect(await said(fixture(name))).toBe(text);
  });

  test('a tag behind, rubbish in front and a damaged place in the middle do not stop it', async () => {
    const whole = fixture('constant-95s.mp3');
    const tag = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);
    expect(await said(Buffer.concat([Buffer.alloc(300, 1), whole, tag]))).toBe('1分35秒');
    const hurt = Buffer.from(whole);
    hurt.fill(0, 20_000, 20_400);
    expect(await length(hurt)).toBeGreaterThan(94);
    expect(await length(hurt)).toBeLessThan(95.1);
  });

  test('what only calls itself one has no length', async () => {
    expect(await length(Buffer.from('ID3'))).toBeNull();
    expect(await length(Buffer.alloc(50_000))).toBeNull();
    expect(await length(Buffer.concat([Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f')]))).toBeNull();
    expect(await length(Buffer.alloc(100_000, 0xff))).toBeNull();
  });
});
