/** Reads a page's content stream: numbers, names, strings (by length only), arrays, operators. */

export type Operand = number | { name: string } | { bytes: number } | null;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const regular = (c: number | undefined): c is number =>
  c !== undefined && !SPACE.has(c) && !DELIMITER.has(c);

/** More nesting than any real page has: the stream is then taken as unreadable. */
const MOST_OPERANDS = 10_000;

export class ContentLexer {
  readonly #b: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#b = bytes;
  }

  /** Calls back for each operator with its operands. @throws when the stream cannot be read */
  run(operator: (name: string, operands: Operand[]) => void): void {
    let operands: Operand[] = [];
    for (;;) {
      this.#skipSpace();
      const c = this.#b[this.#at];
      if (c === undefined) return;
      if (regular(c)) {
        const word = this.#word();
        const n = Number(word);
        if (word !== '' && !Number.isNaN(n)) operands.push(n);
        else if (word === 'true' || word === 'false' || word === 'null') operands.push(null);
        else {
          if (word === 'BI') this.#skipInlineImage();
          operator(word, operands);
          operands = [];
        }
      } else operands.push(this.#delimited(c));
      if (operands.length > MOST_OPERANDS) throw new Error('too many operands');
    }
  }

  #skipSpace(): void {
    for (;;) {
      const c = this.#b[this.#at];
      if (c === 0x25) {
        while (this.#at < this.#b.length && this.#b[this.#at] !== 10 && this.#b[this.#at] !== 13)
          this.#at += 1;
      } else if (c !== undefined && SPACE.has(c)) this.#at += 1;
      else return;
    }
  }

  #word(): string {
    const start = this.#at;
    while (regular(this.#b[this.#at])) this.#at += 1;
    return String.fromCharCode(...this.#b.subarray(start, Math.min(this.#at, start + 200)));
  }

  #delimited(c: number): Operand {
    if (c === 0x2f) {
      this.#at += 1;
      return {
        name: this.#word().replace(/#([0-9a-fA-F]{2})/g, (_, h) =>
          String.fromCharCode(Number.parseInt(h, 16)),
        ),
      };
    }
    if (c === 0x28) return { bytes: this.#literal() };
    if (c === 0x5b) return { bytes: this.#array() };
    if (c === 0x3c && this.#b[this.#at + 1] !== 0x3c) return { bytes: this.#hex() };
    // The marks of dictionaries and stray ones: what they hold is of no matter here.
    this.#at += 1;
    return null;
  }

  #literal(): number {
    let depth = 0;
    let length = 0;
    for (; this.#at < this.#b.length; this.#at += 1) {
      const c = this.#b[this.#at];
      if (c === 0x5c) this.#at += 1;
      else if (c === 0x28) depth += 1;
      else if (c === 0x29) {
        depth -= 1;
        if (depth === 0) {
          this.#at += 1;
          return length;
        }
      }
      length += 1;
    }
    throw new Error('string without end');
  }

  #hex(): number {
    const start = this.#at;
    while (this.#b[this.#at] !== undefined && this.#b[this.#at] !== 0x3e) this.#at += 1;
    if (this.#b[this.#at] === undefined) throw new Error('string without end');
    this.#at += 1;
    return Math.ceil((this.#at - start - 2) / 2);
  }

  /** Bytes of all strings in an array: what TJ shows. */
  #array(): number {
    this.#at += 1;
    let bytes = 0;
    for (;;) {
      this.#skipSpace();
      const c = this.#b[this.#at];
      if (c === undefined) throw new Error('array without end');
      if (c === 0x5d) {
        this.#at += 1;
        return bytes;
      }
      if (regular(c)) this.#word();
      else {
        const inner = this.#delimited(c);
        if (inner !== null && typeof inner === 'object' && 'bytes' in inner) bytes += inner.bytes;
      }
    }
  }

  /** To the EI that ends an inline image's data. */
  #skipInlineImage(): void {
    const b = this.#b;
    for (let i = this.#at; i + 2 < b.length; i++) {
      const end = b[i + 3] === undefined || SPACE.has(b[i + 3] ?? 0);
      if (SPACE.has(b[i] ?? 1) && b[i + 1] === 0x45 && b[i + 2] === 0x49 && end) {
        this.#at = i + 3;
        return;
      }
    }
    throw new Error('inline image without end');
  }
}
