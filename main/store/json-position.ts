/** Where a text stops being JSON, for people who edited a case file by hand. */

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Line and column (from 1) of the first fault, null when the text is JSON. */
export function jsonFault(text: string): { line: number; column: number } | null {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const m = pattern.exec(text);
    if (m) at = pattern.lastIndex;
    return m !== null;
  };
  const sign = (c: string): boolean => {
    take(SPACE);
    if (text[at] !== c) return false;
    at += 1;
    return true;
  };
  /** Open brackets, the innermost last: no recursion, so no depth can break it. */
  const open: ('{' | '[')[] = [];
  const name = () => take(SPACE) && take(STRING) && sign(':');

  const whole = (): boolean => {
    for (;;) {
      // A value is due.
      take(SPACE);
      const bracket = text[at];
      if (bracket === '{' || bracket === '[') {
        at += 1;
        if (!sign(bracket === '{' ? '}' : ']')) {
          open.push(bracket);
          if (bracket === '{' && !name()) return false;
          continue;
        }
      } else if (!take(STRING) && !take(SCALAR)) return false;
      // A value has ended: close brackets, or go on after a comma.
      for (;;) {
        const inner = open.at(-1);
        if (inner === undefined) {
          take(SPACE);
          return at === text.length;
        }
        if (sign(',')) {
          if (inner === '{' && !name()) return false;
          break;
        }
        if (!sign(inner === '{' ? '}' : ']')) return false;
        open.pop();
      }
    }
  };
  if (whole()) return null;
  const before = text.slice(0, at);
  return {
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
  };
}
