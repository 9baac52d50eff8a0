/** Makes the package of a DOCX the same every time, and free of names and clock times. */
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { cleanParts } from './docx-clean.ts';

const escapeXml = (text: string) =>
  text.replace(/[<>&"]/g, (c) => `&${{ '<': 'lt', '>': 'gt', '&': 'amp', '"': 'quot' }[c]};`);

/** docProps/core.xml with the title and the paper's own day; no author (personal data stays out). */
function coreProperties(title: string, date: string): string {
  const stamp = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language>`,
    stamp('created'),
    stamp('modified'),
    '</cp:coreProperties>',
  ].join('');
}

/** Zips parts in a fixed order ([Content_Types].xml first, as Word wants) with fixed times. */
export function zipSame(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const rank = (name: string) =>
    name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // A zip has local times without a zone: the same figures everywhere.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const name of names) files[name] = [parts[name] ?? new Uint8Array(), { mtime, level: 6 }];
  return zipSync(files);
}

/** Packs a DOCX again, always alike, core properties replaced and leftovers taken out. `date` is YYYY-MM-DD. */
export function repackDocx(packed: Uint8Array, title: string, date: string): Uint8Array {
  const parts = unzipSync(packed);
  cleanParts(parts);
  parts['docProps/core.xml'] = strToU8(coreProperties(title, date));
  return zipSame(parts);
}
