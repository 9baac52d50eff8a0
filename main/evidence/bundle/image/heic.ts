/** HEIC, as phones take it: unpacked by libheif, which knows its HEVC pictures; libvips' build does not. */
import { createRequire } from 'node:module';
import { SourceProblem } from '../types.ts';

interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (result: { data: Uint8ClampedArray } | null) => void,
  ): void;
  free(): void;
}

interface LibHeif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, opacity. */
  rgba: Uint8Array;
  /** More pictures in the file than the one taken. */
  others: number;
}

const broken = () =>
  new SourceProblem(
    'damaged',
    '这张 HEIC 照片已损坏或格式特殊，读不出来。请在手机上转成 JPG（设置里把照片格式改为“兼容性最佳”，或截图）后再添加。',
  );

function open(bytes: Uint8Array): HeifImage[] {
  const { HeifDecoder } = createRequire(import.meta.url)('libheif-js/wasm-bundle') as LibHeif;
  // It tells of bad files on the console, where the command line prints its result.
  const { log } = console;
  console.log = () => undefined;
  try {
    return new HeifDecoder().decode(bytes);
  } catch {
    throw broken();
  } finally {
    console.log = log;
  }
}

/** Unpacks the main picture, upright: its rotation is part of the format. @throws SourceProblem */
export async function readHeic(bytes: Uint8Array, mostPixels: number): Promise<Pixels> {
  const images = open(bytes);
  const image = images.find((i) => i.is_primary()) ?? images[0];
  if (!image) throw broken();
  const width = image.get_width();
  const height = image.get_height();
  if (width * height > mostPixels) throw new SourceProblem('too-large', '照片过大');
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const done = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) => {
    image.display(target, resolve);
  });
  for (const i of images) i.free();
  if (!done) throw broken();
  const { buffer, byteOffset, byteLength } = done.data;
  return {
    width,
    height,
    rgba: new Uint8Array(buffer, byteOffset, byteLength),
    others: images.length - 1,
  };
}
