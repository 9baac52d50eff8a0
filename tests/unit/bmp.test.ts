/** BMP pictures, every depth, made byte by byte and read back pixel by pixel. */
import { expect, test } from 'vitest';
import { readBmp } from '../../main/evidence/bundle/image/bmp.ts';
import { readPictures } from '../../main/evidence/bundle/image/pictures.ts';

type Colour = [r: number, g: number, b: number];
const COLOURS: Colour[] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
  [0, 0, 0],
];
const WIDTH = 3;
const PIXELS = Array.from({ length: WIDTH * 3 }, (_, i) => COLOURS[i % COLOURS.length]!);

/** A bitmap of 3 × 3; `pack` gives one row of bytes. */
function bitmap(
  bits: number,
  pack: (row: Colour[]) => number[],
  over: { packing?: number; topDown?: boolean; after?: Buffer } = {},
): Buffer {
  const after = over.after ?? Buffer.alloc(0);
  const head = Buffer.alloc(54);
  const rows = [0, 1, 2].map((y) => {
    const row = Buffer.alloc(Math.ceil((WIDTH * bits) / 32) * 4);
    Buffer.from(pack(PIXELS.slice(y * WIDTH, y * WIDTH + WIDTH))).copy(row);
    return row;
  });
  const body = Buffer.concat(over.topDown ? rows : rows.reverse());
  head.write('BM', 'latin1');
  head.writeUInt32LE(54 + after.length + body.length, 2);
  head.writeUInt32LE(54 + after.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(WIDTH, 18);
  head.writeInt32LE(over.topDown ? -3 : 3, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(over.packing ?? 0, 30);
  return Buffer.concat([head, after, body]);
}

const wanted = PIXELS.flat();
const palette = Buffer.from(COLOURS.flatMap(([r, g, b]) => [b, g, r, 0]));
const index = (c: Colour) => COLOURS.indexOf(c);
const fiveSix = ([r, g, b]: Colour, green: 5 | 6) => {
  const n = ((r >> 3) << (green + 5)) | ((g >> (8 - green)) << 5) | (b >> 3);
  return [n & 255, n >> 8];
};
const masks = (...m: number[]) => {
  const out = Buffer.alloc(12);
  m.forEach((value, i) => {
    out.writeUInt32LE(value, 4 * i);
  });
  return out;
};

const true24 = bitmap(24, (row) => row.flatMap(([r, g, b]) => [b, g, r]));

test.each([
  ['24 bits', true24],
  [
    '24 bits from the top',
    bitmap(24, (r) => r.flatMap(([x, y, z]) => [z, y, x]), { topDown: true }),
  ],
  ['32 bits', bitmap(32, (row) => row.flatMap(([r, g, b]) => [b, g, r, 0]))],
  [
    '32 bits with masks the other way round',
    bitmap(32, (row) => row.flatMap(([r, g, b]) => [r, g, b, 0]), {
      packing: 3,
      after: masks(0xff, 0xff00, 0xff0000),
    }),
  ],
  ['16 bits', bitmap(16, (row) => row.flatMap((c) => fiveSix(c, 5)))],
  [
    '16 bits, six for green',
    bitmap(16, (row) => row.flatMap((c) => fiveSix(c, 6)), {
      packing: 3,
      after: masks(0xf800, 0x07e0, 0x001f),
    }),
  ],
  ['8 bits', bitmap(8, (row) => row.map(index), { after: palette })],
  [
    '4 bits',
    bitmap(4, ([a, b, c]) => [(index(a!) << 4) | index(b!), index(c!) << 4], { after: palette }),
  ],
])('%s', (_, bytes) => {
  const read = readBmp(bytes, 1000);
  expect(read).toMatchObject({ width: 3, height: 3 });
  expect([...read!.rgb]).toEqual(wanted);
});

test('one bit: two colours', () => {
  const ink = Buffer.from([255, 255, 255, 0, 0, 0, 255, 0]);
  const read = readBmp(
    bitmap(1, (row) => [row.reduce((n, c, i) => n | (c[0] === 0 ? 128 >> i : 0), 0)], {
      after: ink,
    }),
    1000,
  );
  expect([...read!.rgb].slice(0, 9)).toEqual([255, 255, 255, 255, 0, 0, 255, 0, 0]);
});

test('packed, cut off, too large or senseless: not read', () => {
  expect(readBmp(true24.subarray(0, -4), 1000)).toBeNull();
  expect(readBmp(true24, 8)).toBeNull();
  expect(
    readBmp(
      bitmap(8, (row) => row.map(index), { packing: 1, after: palette }),
      1000,
    ),
  ).toBeNull();
  const broken = Buffer.from(true24);
  broken.writeInt32LE(-3, 18);
  expect(readBmp(broken, 1000)).toBeNull();
  for (let end = 0; end < true24.length; end++)
    expect(readBmp(true24.subarray(0, end), 1000)).toBeNull();
});

test('the book takes it without loss, and says what it cannot take', async () => {
  const { pages, treatments } = await readPictures(true24, 'image/bmp', {
    width: 482,
    height: 728,
  });
  expect(pages).toMatchObject([{ kind: 'png', width: 3, height: 3 }]);
  expect(treatments).toContain('BMP 图片的复制件转为 PNG');
  const packed = bitmap(8, (row) => row.map(index), { packing: 1, after: palette });
  await expect(
    readPictures(packed, 'image/bmp', { width: 482, height: 728 }),
  ).rejects.toMatchObject({
    code: 'unsupported',
  });
});
