/** What the DOCX writer leaves behind and a paper does not need: styles nobody uses, and names of styles that are not there. */
import { strFromU8, strToU8 } from 'fflate';

const STYLE = /<w:style (?:(?!<\/w:style>).)*<\/w:style>/gs;
const idOf = (style: string) => /w:styleId="([^"]+)"/.exec(style)?.[1] ?? '';
const named = (xml: string, tags: string) =>
  [...xml.matchAll(new RegExp(`<w:(?:${tags}) w:val="([^"]+)"/>`, 'g'))].map((m) => m[1] ?? '');

const DEFAULT_FONT =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';

/**
 * The style sheet with what the paper uses. The writer brings some thirty styles of its own (blue headings,
 * tables of contents) and lets styles follow or build on others that are not there.
 * @param styles word/styles.xml
 * @param parts the other parts, which name the styles they use
 */
export function usedStyles(styles: string, parts: readonly string[]): string {
  const all = new Map((styles.match(STYLE) ?? []).map((style) => [idOf(style), style]));
  const kept = new Set<string>();
  const keep = (id: string) => {
    const style = all.get(id);
    if (style === undefined || kept.has(id)) return;
    kept.add(id);
    for (const other of named(style, 'basedOn|link')) keep(other);
  };
  for (const [id, style] of all) if (/ w:default="(?:1|true)"/.test(style)) keep(id);
  for (const part of parts) for (const id of named(part, 'pStyle|rStyle|tblStyle')) keep(id);
  const clean = styles.replace(STYLE, (style) =>
    kept.has(idOf(style))
      ? style.replace(/<w:next w:val="([^"]+)"\/>/, (next, id: string) =>
          kept.has(id) ? next : '',
        )
      : '',
  );
  return all.has('DefaultParagraphFont')
    ? clean
    : clean.replace('<w:style ', `${DEFAULT_FONT}<w:style `);
}

/** Punctuation squeezed at line ends, as Word does for documents begun in Chinese. */
const CHINESE_SPACING = '<w:characterSpacingControl w:val="compressPunctuation"/>';

/** Cleans the parts of a package in place. */
export function cleanParts(parts: Record<string, Uint8Array>): void {
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const users = Object.keys(parts).filter(
    (name) => /^word\/\w+\.xml$/.test(name) && name !== 'word/styles.xml',
  );
  parts['word/styles.xml'] = strToU8(usedStyles(text('word/styles.xml'), users.map(text)));
  parts['word/settings.xml'] = strToU8(
    text('word/settings.xml').replace('<w:compat>', `${CHINESE_SPACING}<w:compat>`),
  );
}
