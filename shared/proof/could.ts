import { accepted, type Fact } from './facts.ts';

/** What a new piece of evidence may prove: the facts of one record that nothing proves well yet. */
export interface Could {
  recordId: string;
  /** Group that suits evidence of it. */
  group: Fact['group'];
  /** The facts in their words, what the claim stands on first. */
  texts: string[];
  /** The claim stands on one of them. */
  required: boolean;
}

/** Records shown at once: the rest is under 要证明的事实. */
const MOST = 6;

/**
 * Records whose open facts the evidence could prove, those of its own group first, then what the claim stands
 * on. Once it proves something, only its own group is still offered. Linking one settles all its facts.
 */
export function couldProve(
  facts: readonly Fact[],
  item: { id: string; group: string; proves: readonly string[] },
): Could[] {
  const found = new Map<string, Could>();
  for (const f of facts) {
    const open = f.state === 'gap' || f.state === 'weak';
    // Of a file whose name says nothing it is not known yet whether it is somebody's papers.
    const fits =
      item.group === 'other' ||
      (accepted(f.accepts, item) && (item.group !== 'identity' || f.group === 'identity'));
    if (!open || !fits || f.exhibits.some((e) => e.id === item.id)) continue;
    if (item.proves.includes(f.recordId)) continue;
    if (item.proves.length > 0 && f.group !== item.group) continue;
    const { recordId, group } = f;
    const one = found.get(recordId) ?? { recordId, group, texts: [], required: false };
    one.texts.push(f.text);
    one.required ||= f.required;
    found.set(recordId, one);
  }
  const rank = (one: Could) => (one.group === item.group ? 0 : 2) + (one.required ? 0 : 1);
  return [...found.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}
