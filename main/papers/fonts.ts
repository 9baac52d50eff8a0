/** The bundled fonts of the papers (all OFL): where they are and what they can print. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontRole } from '../../templates/paper.ts';
import { AppError } from '../errors.ts';
import { codePoints } from './cmap.ts';
import { type LaidPaper, laidParagraphs } from './layout.ts';

/** File name in the packaged app's `fonts` folder, and in npm where development takes it from. */
const files = {
  'NotoSerifSC_400Regular.ttf': '@expo-google-fonts/noto-serif-sc/400Regular',
  'NotoSerifSC_700Bold.ttf': '@expo-google-fonts/noto-serif-sc/700Bold',
  'NotoSansSC_400Regular.ttf': '@expo-google-fonts/noto-sans-sc/400Regular',
  'NotoSansSC_700Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold',
  'NotoSansSymbols2_400Regular.ttf': '@expo-google-fonts/noto-sans-symbols-2/400Regular',
} as const;

const serif = 'Noto Serif SC';
const sans = 'Noto Sans SC';
/** The face that has both ☑ and □. */
export const SYMBOLS = 'Noto Sans Symbols 2';

/** Faces of a role in the PDF, first choice first; `bold` where the role itself is a heavy face. */
export const pdfFaces: Record<FontRole, { chain: string[]; bold: boolean }> = {
  song: { chain: [serif, sans, SYMBOLS], bold: false },
  fangsong: { chain: [serif, sans, SYMBOLS], bold: false },
  kai: { chain: [serif, sans, SYMBOLS], bold: false },
  hei: { chain: [sans, serif, SYMBOLS], bold: true },
  xiaobiaosong: { chain: [serif, sans, SYMBOLS], bold: true },
};

/** Folder of the fonts in the packaged app, if this is it. */
function packagedFolder(): string | undefined {
  const resources = (process as { resourcesPath?: string }).resourcesPath;
  const folder = resources ? join(resources, 'fonts') : '';
  return folder && existsSync(join(folder, 'NotoSerifSC_400Regular.ttf')) ? folder : undefined;
}

/** Path of each font file: beside the packaged app's resources, else in node_modules. Throws if one is missing. */
export function fontFiles(): string[] {
  const packaged = packagedFolder();
  if (packaged) return Object.keys(files).map((name) => join(packaged, name));
  const require = createRequire(import.meta.url);
  return Object.entries(files).map(([name, folder]) => {
    const root = folder.split('/').slice(0, 2).join('/');
    const home = dirname(require.resolve(`${root}/package.json`));
    return join(home, folder.slice(root.length + 1), name);
  });
}

/** Folders the typesetter looks for fonts in. */
export const fontFolders = (): string[] => [...new Set(fontFiles().map((f) => dirname(f)))];

let printable: Set<number> | undefined;

/** Every code point that at least one bundled font has; read once. */
export function printableCodePoints(): Set<number> {
  if (!printable) {
    printable = new Set();
    // Regular and bold of a family cover the same characters, so one weight of each is read.
    for (const file of fontFiles().filter((f) => !f.includes('700Bold'))) {
      for (const code of codePoints(readFileSync(file))) printable.add(code);
    }
  }
  return printable;
}

/** A character that cannot be printed, where it stands and the field it comes from. */
export interface MissingGlyph {
  character: string;
  codePoint: number;
  around: string;
  field: string | undefined;
}

/** Characters of a paper that no bundled font has, each once. */
export function missingGlyphs(paper: LaidPaper): MissingGlyph[] {
  const known = printableCodePoints();
  const found = new Map<number, MissingGlyph>();
  for (const paragraph of laidParagraphs(paper)) {
    const text = paragraph.runs.map((r) => ('box' in r ? '' : r.text)).join('');
    const characters = [...text];
    characters.forEach((character, i) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (known.has(codePoint) || found.has(codePoint)) return;
      const around = characters.slice(Math.max(0, i - 8), i + 9).join('');
      found.set(codePoint, { character, codePoint, around, field: paragraph.field });
    });
  }
  return [...found.values()];
}

/** What is told of a character that cannot be printed. */
export function glyphMessage({ character, codePoint, around }: MissingGlyph): string {
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
  return `字符“${character}”（U+${code}，在“${around}”中）不在内置字库中，无法打印。请改用字库中有的写法，或留空后手写`;
}

/**
 * Stops a paper that would show an empty box.
 * @throws AppError `missing-glyph`, naming each character, its code and where it stands
 */
export function refuseMissingGlyphs(paper: LaidPaper): void {
  const missing = missingGlyphs(paper);
  if (missing.length === 0) return;
  const named = missing.map(glyphMessage).join('；');
  throw new AppError('missing-glyph', `《${paper.title}》：${named}。`, missing[0]?.field);
}
