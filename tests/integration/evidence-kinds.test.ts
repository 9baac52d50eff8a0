/** Kinds of files people have: real HEIC and AVIF photos, TIFF, BMP, sound and film, chat exports; and their making. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { readPictures } from '../../main/evidence/bundle/image/pictures.ts';
import { vips } from '../../main/evidence/bundle/image/vips.ts';
import { type Inspection, inspect, WARNINGS } from '../../main/evidence/inspect.ts';
import { movieOrigin } from '../../main/evidence/origin.ts';
import { sniff } from '../../main/evidence/sniff.ts';
import { exifTiff, jpegWithExif } from '../helpers/exif.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/evidence', name));
const look = async (bytes: Buffer): Promise<Inspection & { mime: string }> => {
  const mime = sniff(bytes, true);
  return { mime, ...(await inspect(mime, bytes)) };
};
const CAMERA = { device: 'HUAWEI MNA-AL00', capturedAt: '2024-03-05 21:05' };
const facts = { make: 'HUAWEI', model: 'MNA-AL00', taken: '2024:03:05 21:05:33', place: true };

async function picture(suffix: string): Promise<Buffer> {
  const v = await vips();
  const image = v.Image.black(20, 10);
  return Buffer.from(image.writeToBuffer(suffix));
}

test('a phone’s HEIC and AVIF: named, whole, with camera and time, readable for the book', async () => {
  for (const [name, mime] of [
    ['photo.heic', 'image/heic'],
    ['photo.avif', 'image/avif'],
  ] as const) {
    const bytes = fixture(name);
    expect(await look(bytes)).toEqual({ mime, pages: 1, warning: '', ...CAMERA });
    const { pages } = await readPictures(bytes, mime, { width: 482, height: 728 });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ width: 64, height: 48 });
    expect((await look(bytes.subarray(0, -40))).warning).toBe(WARNINGS.damaged);
  }
});

test('camera and time from JPEG, PNG, WebP and TIFF; the place is never told', async () => {
  const block = exifTiff(facts);
  const jpeg = jpegWithExif(await picture('.jpg[keep=none]'), facts);
  const png = await picture('.png[keep=none]');
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), block, Buffer.alloc(4)]);
  chunk.writeUInt32BE(block.length, 0);
  const webp = Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBPEXIF\0\0\0\0', 'latin1'),
    block,
    Buffer.alloc(block.length % 2),
  ]);
  webp.writeUInt32LE(webp.length - 8, 4);
  webp.writeUInt32LE(block.length, 16);
  const found = [
    await inspect('image/jpeg', jpeg),
    await inspect('image/png', Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])),
    await inspect('image/webp', webp),
    await inspect('image/tiff', block),
  ];
  for (const one of found) {
    expect(one).toMatchObject(CAMERA);
    expect(JSON.stringify(one)).not.toMatch(/39\.9042|116\.4074/);
  }
});

test('odd EXIF: a model that names its maker, no maker, impossible times, blocks cut anywhere', async () => {
  const base = await picture('.jpg[keep=none]');
  const of = (given: Parameters<typeof jpegWithExif>[1]) =>
    inspect('image/jpeg', jpegWithExif(base, given));
  expect((await of({ make: 'Apple', model: 'Apple iPhone 15' })).device).toBe('Apple iPhone 15');
  expect((await of({ model: 'M2012K11AC' })).device).toBe('M2012K11AC');
  expect((await of({ taken: '0000:00:00 00:00:00' })).capturedAt).toBeNull();
  expect((await of({ taken: '2024:02:30 10:00:00' })).capturedAt).toBeNull();
  expect((await of({ model: `${'长'.repeat(80)}\u202Egpj` })).device).toHaveLength(60);
  expect(await inspect('image/jpeg', base)).toMatchObject({ device: '', capturedAt: null });
  const whole = jpegWithExif(base, facts);
  for (let end = 0; end < 260; end++) {
    const cut = await inspect('image/jpeg', whole.subarray(0, end));
    expect([null, CAMERA.capturedAt]).toContain(cut.capturedAt);
  }
});

test('a PDF names its program and day; a film its time', async () => {
  const doc = await PDFDocument.create();
  doc.addPage();
  doc.setProducer('iText 7.1');
  doc.setCreator('中国××银行 网上银行');
  doc.setCreationDate(new Date('2024-03-05T13:05:33Z'));
  const found = await look(Buffer.from(await doc.save()));
  expect(found).toMatchObject({ pages: 1, device: '中国××银行 网上银行' });
  expect(found.capturedAt).toMatch(/^2024-03-05 \d\d:05$/);
  const header = Buffer.alloc(32);
  // 2024-03-05 13:05:33 UTC, counted from 1904, is 21:05 in Shanghai.
  header.writeUInt32BE(Date.parse('2024-03-05T13:05:33Z') / 1000 + 2_082_844_800, 4);
  expect(movieOrigin(header)).toEqual({ device: '', capturedAt: '2024-03-05 21:05' });
  expect(movieOrigin(Buffer.alloc(32))).toEqual({ device: '', capturedAt: null });
  expect(movieOrigin(null)).toEqual({ device: '', capturedAt: null });
});

test('a TIFF of several pages is counted; a broken chain is told', async () => {
  const page = (next: number) => {
    const directory = Buffer.alloc(2 + 12 + 4);
    directory.writeUInt16LE(1, 0);
    directory.writeUInt32LE(next, 14);
    return directory;
  };
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  const three = Buffer.concat([head, page(26), page(44), page(0)]);
  expect(await look(three)).toMatchObject({ mime: 'image/tiff', pages: 3, warning: '' });
  const round = Buffer.concat([head, page(26), page(8)]);
  expect(await look(round)).toMatchObject({ pages: null, warning: WARNINGS.damaged });
  expect(await look(three.subarray(0, 30))).toMatchObject({ warning: WARNINGS.damaged });
  const real = await picture('.tif');
  expect(await look(real)).toMatchObject({ pages: 1, warning: '' });
});

test('sound, film, chat exports and old pictures by their first bytes', async () => {
  const latin = (s: string) => Buffer.from(s.padEnd(64, '\x01'), 'latin1');
  const kinds: [string, Buffer][] = [
    ['audio/silk', latin('\x02#!SILK_V3')],
    ['audio/silk', latin('#!SILK_V3')],
    ['audio/amr', latin('#!AMR-WB\n')],
    ['video/quicktime', latin('\0\0\0\x20moov')],
    ['video/x-matroska', latin('\x1a\x45\xdf\xa3')],
    ['video/x-ms-asf', latin('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
    ['image/avif', latin('\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf')],
    ['image/heic', latin('\0\0\0\x18ftypmif1\0\0\0\0heic')],
    ['text/html', Buffer.from('\uFEFF<!DOCTYPE html><html><body>聊天记录</body></html>')],
    ['text/html', Buffer.from('<?xml version="1.0"?>\n<html xmlns="x">微信</html>')],
    ['text/plain', Buffer.from('他写了 <html> 这几个字')],
  ];
  for (const [mime, bytes] of kinds) expect(sniff(bytes, true), mime).toBe(mime);
  expect((await look(latin('\x02#!SILK_V3'))).warning).toBe(WARNINGS.silk);
  const bmp = Buffer.alloc(70);
  bmp.write('BM', 'latin1');
  bmp.writeUInt32LE(70, 2);
  expect(await look(bmp)).toMatchObject({ mime: 'image/bmp', pages: 1, warning: '' });
  expect((await look(bmp.subarray(0, 60))).warning).toBe(WARNINGS.damaged);
  const wav = Buffer.concat([Buffer.from('RIFF\x2c\0\0\0WAVE', 'latin1'), Buffer.alloc(40)]);
  expect(await look(wav)).toMatchObject({ mime: 'audio/wav', warning: '' });
  expect((await look(wav.subarray(0, 30))).warning).toBe(WARNINGS.damaged);
});

// Four seconds of a test picture and a tone each, packed as phones pack theirs.
test('what phones record: which of it a court may not be able to play is told', async () => {
  const told: [file: string, mime: string, warning: string][] = [
    ['recording.mp3', 'audio/mpeg', ''],
    ['recording.m4a', 'audio/mp4', ''],
    ['recording.amr', 'audio/amr', WARNINGS.amr],
    ['recording.3gp', 'video/3gpp', WARNINGS.amr],
    ['film.mp4', 'video/mp4', ''],
    ['film.mov', 'video/quicktime', ''],
    ['film-hevc.mov', 'video/quicktime', WARNINGS.hevc],
  ];
  for (const [file, mime, warning] of told) {
    expect(await look(fixture(file)), file).toMatchObject({ mime, pages: null, warning });
  }
  expect((await look(fixture('film-hevc.mov').subarray(0, -100))).warning).toBe(WARNINGS.damaged);
  const webm = Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm'.padEnd(64, '\x01'), 'latin1');
  expect(sniff(webm, true)).toBe('video/webm');
});
