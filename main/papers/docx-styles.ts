/** The Word styles of a paper: one named style for each look that occurs in it, nothing formatted by hand. */
import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { FontRole } from '../../templates/paper.ts';
import { type LaidPaper, type LaidParagraph, laidParagraphs } from './layout.ts';
import type { TextStyle } from './profiles.ts';

/** Faces that Word and WPS bring along; 小标宋 is bold 宋体 where the licensed face is absent. */
const eastAsian: Record<FontRole, { face: string; bold: boolean }> = {
  song: { face: 'SimSun', bold: false },
  hei: { face: 'SimHei', bold: false },
  kai: { face: 'KaiTi', bold: false },
  fangsong: { face: 'FangSong', bold: false },
  xiaobiaosong: { face: 'SimSun', bold: true },
};

const LATIN = 'Times New Roman';
/** Has both ☑ and □, so that ticked and empty boxes are of one size. */
const BOX_FACE = 'Segoe UI Symbol';

/** Fonts of a role for every script. */
export const wordFonts = (role: FontRole) => ({
  ascii: LATIN,
  hAnsi: LATIN,
  eastAsia: eastAsian[role].face,
  cs: LATIN,
});

/** Is a role's face heavy by itself? */
export const heavy = (role: FontRole): boolean => eastAsian[role].bold;

/** Character style of checkboxes. */
export const BOX_STYLE = 'JJBox';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** Word's name of an alignment. */
export const wordAlignment = (align: TextStyle['align']) => alignments[align];

const builtIn: Record<string, { id: string; name: string }> = {
  title: { id: 'Title', name: 'Title' },
  subtitle: { id: 'Subtitle', name: 'Subtitle' },
  heading: { id: 'Heading1', name: 'heading 1' },
};

const words = (key: string) =>
  key
    .replace(/([A-Z])/g, ' $1')
    .split(/[- ]/)
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1).toLowerCase());

/** Id of the Word style of a look: `Title`, `JJBody`, `JJLabelPlain`. */
export const styleId = (key: string): string => builtIn[key]?.id ?? `JJ${words(key).join('')}`;

function runProperties(style: TextStyle): IRunStylePropertiesOptions {
  return {
    font: wordFonts(style.font),
    size: style.size,
    bold: style.bold || heavy(style.font),
    italics: false,
    color: '000000',
  };
}

function paragraphStyle(key: string, style: TextStyle): IParagraphStyleOptions {
  const known = builtIn[key];
  const indent = {
    ...(style.left ? { left: style.left } : {}),
    ...(style.right ? { right: style.right } : {}),
    ...(style.firstLineChars
      ? {
          firstLine: style.firstLineChars * style.size * 10,
          firstLineChars: style.firstLineChars * 100,
        }
      : {}),
  };
  return {
    id: styleId(key),
    name: known?.name ?? `JJ ${words(key).join(' ')}`,
    basedOn: 'Normal',
    next: known ? 'JJBody' : styleId(key),
    quickFormat: true,
    run: runProperties(style),
    paragraph: {
      alignment: wordAlignment(style.align),
      spacing: {
        before: style.before,
        after: style.after,
        ...('exact' in style.line
          ? { line: style.line.exact, lineRule: LineRuleType.EXACT }
          : { line: Math.round(style.line.multiple * 240), lineRule: LineRuleType.AUTO }),
      },
      ...(Object.keys(indent).length > 0 ? { indent } : {}),
      ...(style.outline ? { outlineLevel: style.outline - 1 } : {}),
    },
  };
}

/** The looks that occur in a paper, by style key, in order of first use. */
function looks(paper: LaidPaper): Map<string, LaidParagraph> {
  const found = new Map<string, LaidParagraph>();
  for (const p of laidParagraphs(paper)) if (!found.has(p.styleKey)) found.set(p.styleKey, p);
  return found;
}

/** The style sheet of a paper. */
export function wordStyles(paper: LaidPaper): IStylesOptions {
  const styles = [...looks(paper)].map(([key, p]) => paragraphStyle(key, p.style));
  return {
    default: {
      document: {
        run: {
          font: wordFonts('song'),
          size: 24,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      ...styles,
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { font: wordFonts('song'), size: paper.page.number.size },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
    characterStyles: [
      {
        id: BOX_STYLE,
        name: 'JJ Box',
        quickFormat: true,
        run: { font: { ascii: BOX_FACE, hAnsi: BOX_FACE, eastAsia: BOX_FACE, cs: BOX_FACE } },
      },
    ],
  };
}
