/** Which characters a TrueType font can draw: its cmap table, formats 4 and 12 (OpenType 1.9, cmap). */

/** Offset of a table of the font; throws when the file is no TrueType font or has no such table. */
function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`font without a ${tag} table`);
}

function readFormat4(view: DataView, at: number, found: Set<number>): void {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let s = 0; s < segments; s++) {
    const start = view.getUint16(starts + s * 2);
    const end = view.getUint16(ends + s * 2);
    const delta = view.getUint16(deltas + s * 2);
    const offset = view.getUint16(offsets + s * 2);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = offset
        ? view.getUint16(offsets + s * 2 + offset + (code - start) * 2)
        : (code + delta) & 0xffff;
      if (raw !== 0) found.add(code);
    }
  }
}

function readFormat12(view: DataView, at: number, found: Set<number>): void {
  const groups = view.getUint32(at + 12);
  for (let g = 0; g < groups; g++) {
    const group = at + 16 + g * 12;
    const start = view.getUint32(group);
    const end = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) found.add(code);
  }
}

/** The code points a font has a glyph for. Throws on bytes that are no TrueType font. */
export function codePoints(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const found = new Set<number>();
  const tables = view.getUint16(cmap + 2);
  for (let i = 0; i < tables; i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) readFormat4(view, at, found);
    else if (format === 12) readFormat12(view, at, found);
  }
  return found;
}
