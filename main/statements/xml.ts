/**
 * A small reader for the XML inside workbooks: tags, attributes and text, fed in pieces. It knows the five
 * entities of XML and character numbers; a document type (where entity bombs live) is refused.
 */
import { damagedWorkbook, tooLarge } from './zip.ts';

export interface XmlHandler {
  /** `name` without its prefix; `attribute` looks one up by its full name. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws AppError for an entity that XML does not know. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const known = NAMED[name];
    if (known !== undefined) return known;
    const m = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = m ? (m[1] ? Number.parseInt(m[1], 16) : Number(m[2])) : -1;
    if (code < 0 || code > 0x10ffff || !whole.endsWith(';')) throw damagedWorkbook();
    return String.fromCodePoint(code);
  });
}

/** Longest single tag or text run kept waiting for its end: a cell holds 32,767 characters at most. */
const MAX_WAITING = 1024 * 1024;

export class XmlReader {
  readonly #handler: XmlHandler;
  #waiting = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Takes the next piece of the document. */
  feed(piece: string): void {
    const s = this.#waiting + piece;
    let at = 0;
    for (;;) {
      const open = s.indexOf('<', at);
      if (open < 0) break;
      const end = tagEnd(s, open);
      if (end < 0) break;
      if (open > at) this.#handler.text(decodeEntities(s.slice(at, open)));
      this.#tag(s.slice(open + 1, end - 1));
      at = end;
    }
    this.#waiting = s.slice(at);
    if (this.#waiting.length > MAX_WAITING) throw tooLarge();
  }

  /** Ends the document. @throws AppError when it stops inside a tag. */
  end(): void {
    if (this.#waiting.includes('<')) throw damagedWorkbook();
  }

  #tag(inside: string): void {
    const first = inside.charCodeAt(0);
    if (first === 63) return; // <?xml …?>
    if (first === 33) {
      if (inside.startsWith('![CDATA[')) this.#handler.text(inside.slice(8, -2));
      else if (!inside.startsWith('!--')) throw damagedWorkbook();
      return;
    }
    if (first === 47) {
      this.#handler.close(localName(inside.slice(1)));
      return;
    }
    const empty = inside.endsWith('/');
    const name = localName(inside);
    this.#handler.open(name, (wanted) => attributeOf(inside, wanted));
    if (empty) this.#handler.close(name);
  }
}

/** Index behind the `>` that ends the tag, comment or CDATA at `open`; -1 when it is still to come. */
function tagEnd(s: string, open: number): number {
  if (s.startsWith('<!--', open)) return after(s, '-->', open + 4);
  if (s.startsWith('<![CDATA[', open)) return after(s, ']]>', open + 9);
  // A piece may end between `<!` and what decides which of the two it is.
  if (s.length - open < 9 && s.charCodeAt(open + 1) === 33) return -1;
  let quote = 0;
  for (let i = open + 1; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (quote) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i + 1;
  }
  return -1;
}

function after(s: string, mark: string, from: number): number {
  const at = s.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function localName(inside: string): string {
  const m = /^[^\s/>]+/.exec(inside);
  const name = m ? m[0] : '';
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(inside: string, name: string): string | undefined {
  for (let at = inside.indexOf(name); at > 0; at = inside.indexOf(name, at + 1)) {
    if (!/\s/.test(inside[at - 1] ?? '')) continue;
    const m = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside.slice(at + name.length, at + 4096));
    if (m) return decodeEntities(m[1] ?? m[2] ?? '');
  }
  return undefined;
}
