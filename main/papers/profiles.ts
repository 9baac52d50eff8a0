/**
 * How the page profiles look (E, N, T, L, G): page set-up and the look of each paragraph style, in one
 * place, so that the DOCX and the PDF cannot drift apart. Twips and half-points, as in the Paper model.
 */
import type { Cell, FontRole, ParagraphStyle, Profile } from '../../templates/paper.ts';

/** Look of a paragraph. */
export interface TextStyle {
  font: FontRole;
  /** Half-points: 21 = 五号, 24 = 小四, 28 = 四号, 32 = 三号, 36 = 小二, 44 = 二号. */
  size: number;
  bold: boolean;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Multiple of the single line, or an exact height in twips. */
  line: { multiple: number } | { exact: number };
  before: number;
  after: number;
  /** First-line indent in characters of the style's own size. */
  firstLineChars: number;
  left: number;
  right: number;
  /** Level in the outline (bookmarks of the PDF, navigation of Word); 0 = none. */
  outline: 0 | 1 | 2;
}

export interface PageSetup {
  width: number;
  height: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  header: number;
  footer: number;
  /** Text around the page number. */
  number: { size: number; prefix: string; suffix: string };
}

export type BodyStyle = ParagraphStyle | 'signatureFirst';
export type CellRole = NonNullable<Cell['role']>;

const A4 = { width: 11906, height: 16838 };
const plainNumber = { size: 18, prefix: '', suffix: '' };

const pages: Record<Profile, PageSetup> = {
  E: {
    ...A4,
    ...{ top: 1134, bottom: 1134, left: 1276, right: 1276 },
    ...{ header: 0, footer: 810, number: plainNumber },
  },
  N: {
    ...A4,
    ...{ top: 1440, bottom: 1440, left: 1800, right: 1800 },
    ...{ header: 851, footer: 992, number: plainNumber },
  },
  L: {
    ...A4,
    ...{ top: 1440, bottom: 1440, left: 1800, right: 1800 },
    ...{ header: 851, footer: 992, number: plainNumber },
  },
  T: {
    ...A4,
    ...{ top: 1134, bottom: 1134, left: 1134, right: 1134 },
    ...{ header: 567, footer: 567, number: plainNumber },
  },
  G: {
    ...A4,
    ...{ top: 2098, bottom: 1985, left: 1588, right: 1474 },
    ...{ header: 851, footer: 1400, number: { size: 28, prefix: '— ', suffix: ' —' } },
  },
};

/** Page set-up of a profile; landscape turns the sheet and keeps the binding edge's margin on the left. */
export function pageSetup(profile: Profile, landscape: boolean): PageSetup {
  const page = pages[profile];
  return landscape ? { ...page, width: page.height, height: page.width } : page;
}

const base: TextStyle = {
  font: 'song',
  size: 24,
  bold: false,
  align: 'left',
  line: { multiple: 1.5 },
  before: 0,
  after: 0,
  firstLineChars: 0,
  left: 0,
  right: 0,
  outline: 0,
};

/** What sets a profile's styles apart from `base`. */
function variations(profile: Profile): Partial<Record<BodyStyle, Partial<TextStyle>>> {
  const indented: Partial<TextStyle> = { firstLineChars: 2, align: 'justify' };
  const title: Partial<TextStyle> = { font: 'hei', size: 36, align: 'center', outline: 1 };
  switch (profile) {
    case 'E':
      return {
        title: {
          ...{ font: 'xiaobiaosong', size: 44, align: 'center', outline: 1 },
          ...{ line: { exact: 579 }, before: 143 },
        },
        subtitle: {
          font: 'xiaobiaosong',
          size: 36,
          align: 'center',
          line: { exact: 480 },
          after: 160,
        },
        section: { font: 'xiaobiaosong', size: 30, align: 'center', outline: 2 },
        hint: { font: 'kai' },
        notice: { font: 'hei' },
        heading: { font: 'hei', outline: 2, before: 80 },
        body: indented,
        salutation: { size: 24, firstLineChars: 2, before: 160 },
        court: { size: 24 },
        attachment: { size: 24 },
        signature: { font: 'xiaobiaosong', size: 30, left: 5379, before: 120 },
        signatureFirst: { font: 'xiaobiaosong', size: 30, left: 5379, before: 300 },
      };
    case 'N':
      return {
        title: { ...title, after: 240 },
        subtitle: { size: 30, align: 'center', after: 160 },
        heading: { bold: true, firstLineChars: 2, outline: 2 },
        body: indented,
        salutation: { firstLineChars: 2 },
        signature: { left: 4153 },
        signatureFirst: { left: 4153, before: 600 },
        notice: { font: 'hei' },
        hint: { font: 'kai', size: 21 },
        formula: { size: 21 },
      };
    case 'L':
      return {
        title: { ...title, size: 44, after: 280 },
        subtitle: { size: 30, align: 'center', after: 160 },
        heading: { font: 'hei', firstLineChars: 2, outline: 2 },
        body: { ...indented, font: 'fangsong' },
        plain: { font: 'fangsong' },
        salutation: { font: 'fangsong', firstLineChars: 2 },
        court: { font: 'fangsong' },
        attachment: { font: 'fangsong' },
        signature: { font: 'fangsong', left: 3900, before: 80 },
        signatureFirst: { font: 'fangsong', left: 3900, before: 600 },
        notice: { font: 'hei' },
        hint: { font: 'kai', size: 24 },
        formula: { font: 'fangsong', size: 24 },
      };
    case 'T':
      return {
        title: { ...title, after: 120 },
        subtitle: { size: 28, align: 'center', after: 120 },
        caseLine: { line: { multiple: 1.25 }, after: 80 },
        heading: { font: 'hei', outline: 2, before: 160, after: 60 },
        body: indented,
        hint: { font: 'kai', size: 21 },
        notice: { font: 'hei', size: 21 },
        formula: { size: 21, line: { multiple: 1.25 }, before: 80 },
        signature: { left: 5400, before: 80 },
        signatureFirst: { left: 5400, before: 480 },
        salutation: { firstLineChars: 2 },
      };
    case 'G':
      return {
        title: { ...title, font: 'xiaobiaosong', size: 44, line: { exact: 700 }, after: 400 },
        subtitle: { font: 'kai', align: 'center', after: 200 },
        heading: { font: 'hei', firstLineChars: 2, outline: 2 },
        body: indented,
        salutation: { firstLineChars: 2 },
        signature: { left: 4420 },
        signatureFirst: { left: 4420, before: 900 },
        notice: { font: 'hei' },
        hint: { font: 'kai' },
        formula: { size: 28 },
      };
  }
}

const grounds: Record<Profile, TextStyle> = {
  // 274/240 of a line, 81 twips between paragraphs, shared above and below so that cells centre well.
  E: { ...base, size: 21, line: { multiple: 274 / 240 }, before: 41, after: 40 },
  N: base,
  L: { ...base, size: 28 },
  T: base,
  G: { ...base, font: 'fangsong', size: 32, line: { exact: 570 } },
};

/** Look of a paragraph that stands on the page itself. */
export function bodyStyle(profile: Profile, style: BodyStyle): TextStyle {
  return { ...grounds[profile], ...variations(profile)[style] };
}

/** Cell margins left and right, twips; E has none and insets its paragraphs instead. */
export const cellPadding = (profile: Profile): number => (profile === 'E' ? 0 : 85);

const insets: Record<CellRole, { left: number; right: number }> = {
  label: { left: 102, right: 62 },
  value: { left: 82, right: 107 },
  full: { left: 102, right: 107 },
  head: { left: 82, right: 82 },
  total: { left: 82, right: 82 },
};

/** Look of a paragraph inside a table cell. */
export function cellStyle(profile: Profile, style: ParagraphStyle, role: CellRole): TextStyle {
  const ground: TextStyle =
    profile === 'E'
      ? { ...grounds.E, ...insets[role] }
      : { ...base, size: 21, line: { multiple: 1.15 }, before: 30, after: 30 };
  const { font, outline } = bodyStyle(profile, style);
  const special: Partial<TextStyle> =
    style === 'section'
      ? profile === 'E'
        ? { font, size: 30, align: 'center', outline, line: { multiple: 1 }, before: 0, after: 0 }
        : { font: 'hei', align: 'center' }
      : style === 'hint' || style === 'notice'
        ? { font }
        : style === 'heading'
          ? { bold: true }
          : style === 'body' && profile === 'E' && role !== 'head' && role !== 'total'
            ? { firstLineChars: 2, align: 'justify' }
            : {};
  return {
    ...ground,
    ...special,
    ...(role === 'head' ? { bold: true, align: 'center' as const } : {}),
    ...(role === 'total' ? { bold: true } : {}),
  };
}

/** Rules of a table, eighths of a point: E has a heavier frame (forms of 法〔2025〕82号). */
export const tableRules = (profile: Profile): { outer: number; inner: number } =>
  profile === 'E' ? { outer: 4, inner: 2 } : { outer: 4, inner: 4 };

/** Height of a single line of 宋体 in Word, in ems: what a multiple of the line multiplies. */
export const SINGLE_LINE = 1.3;

/** Distance from one baseline to the next, in points. */
export function linePitch(style: TextStyle): number {
  return 'exact' in style.line
    ? style.line.exact / 20
    : (style.size / 2) * SINGLE_LINE * style.line.multiple;
}
