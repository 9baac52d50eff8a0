/**
 * The facts a complaint states, each with the record it comes from and the exhibits that prove it: what is
 * still without proof is told before the court tells it (rules 9, minimum set; form 03 B).
 */
import type { Case } from '../case/case.ts';
import type { EvidenceItem } from '../case/conduct.ts';
import { exhibits } from '../case/exhibits.ts';
import { proofIndex } from '../case/provable.ts';
import { agreementFacts, deliveryFacts, repaymentFacts } from './facts-loan.ts';
import { costFacts, identityFacts, judgmentFacts, settlementFacts } from './facts-other.ts';
import { securityFacts, spouseFacts } from './facts-security.ts';
import { demandFacts, limitationFacts } from './facts-time.ts';

export type FactKind =
  | 'identity'
  | 'agreement'
  | 'rate'
  | 'term'
  | 'forum'
  | 'delivery'
  | 'repayment'
  | 'limitation'
  | 'demand'
  | 'settlement'
  | 'guarantee'
  | 'security'
  | 'spouse'
  | 'cost'
  | 'judgment';

/**
 * proved; weak: there is proof that may not carry; gap: none; decided: none, and a judgment in force stands
 * for it (evidence rules art. 10).
 */
export type FactState = 'proved' | 'weak' | 'gap' | 'decided';

export interface Fact {
  /** `delivery:out1`. */
  key: string;
  kind: FactKind;
  /** Where the record is edited. */
  path: string;
  /** The id new evidence has to name in `proves`. */
  recordId: string;
  group: EvidenceItem['group'];
  /** 2023年3月1日交付 300,000 元（银行转账） */
  text: string;
  state: FactState;
  /** The claim stands on it; otherwise it helps. */
  required: boolean;
  /** 已录入，无凭证 · 只有聊天截图 …; '' when proved. */
  gap: string;
  /** What would prove it. */
  needs: string;
  exhibits: { id: string; number: number }[];
  accepts: Accepts;
  /** Name for evidence made from here; '' = none offered. */
  name: string;
}

/** Which evidence of its record counts: identity papers alone, anything but them, or all. */
export type Accepts = 'identity' | 'notIdentity' | 'any';

export const accepted = (accepts: Accepts, item: { group: string }): boolean =>
  accepts === 'any' || (item.group === 'identity') === (accepts === 'identity');

/** A fact before its proof is looked up. */
export interface FactDraft extends Pick<Fact, 'kind' | 'path' | 'recordId' | 'group' | 'text'> {
  required: boolean;
  needs: string;
  /** Records whose evidence proves it; the own one when left out. */
  by?: readonly string[];
  accepts?: Accepts;
  /** How evidence made for it is called, until the user says otherwise. */
  name?: string;
  /** Why what there is may not carry; '' when it does. */
  weak?: (items: readonly EvidenceItem[]) => string;
}

/** How one looks up the proof of a record. */
export type ProofsOf = (recordId: string) => readonly EvidenceItem[];

const NO_PROOF: Partial<Record<FactKind, string>> = {
  identity: '没有身份材料',
  judgment: '没有放进文书',
};

/** Before the judgment is in force everything has to be proved; afterwards what it found stands. */
const isDecided = (c: Case): boolean => Boolean(c.judgment?.effectiveOn);

/**
 * All facts of the case in the order of the evidence groups.
 * @param today YYYY-MM-DD, for limitation
 */
export function factsOf(c: Case, today: string): Fact[] {
  const items = new Map(exhibits(c).map((e) => [e.item.id, e]));
  const index = proofIndex(c);
  const found = (recordId: string) =>
    [...(index.get(recordId) ?? [])].flatMap((id) => items.get(id) ?? []);
  const proofsOf: ProofsOf = (recordId) => found(recordId).map((e) => e.item);
  const drafts = [
    ...identityFacts(c),
    ...agreementFacts(c),
    ...deliveryFacts(c),
    ...repaymentFacts(c),
    ...limitationFacts(c, today, proofsOf),
    ...demandFacts(c),
    ...settlementFacts(c),
    ...securityFacts(c),
    ...spouseFacts(c, proofsOf),
    ...costFacts(c),
    ...judgmentFacts(c),
  ];
  const decided = isDecided(c);
  return drafts.map((d): Fact => {
    const mine = [...new Set((d.by ?? [d.recordId]).flatMap(found))]
      .filter((e) => accepted(d.accepts ?? 'any', e.item))
      .sort((a, b) => a.number - b.number);
    const weak = mine.length > 0 ? (d.weak?.(mine.map((e) => e.item)) ?? '') : '';
    const settled = decided && d.kind !== 'judgment' && d.group !== 'enforcement';
    const open: FactState = mine.length === 0 ? 'gap' : weak ? 'weak' : 'proved';
    const state = open !== 'proved' && settled ? 'decided' : open;
    const gap =
      state === 'proved'
        ? ''
        : state === 'decided'
          ? '生效文书已经认定，不必再举证'
          : weak || (NO_PROOF[d.kind] ?? '已录入，无凭证');
    const { kind, path, recordId, group, text, required, needs } = d;
    return {
      ...{ key: `${kind}:${recordId}`, kind, path, recordId, group, text, required, needs },
      ...{ accepts: d.accepts ?? 'any', name: d.name ?? '' },
      ...{ state, gap, exhibits: mine.map((e) => ({ id: e.item.id, number: e.number })) },
    };
  });
}

/** What the claim stands on and nothing, or too little, proves. */
export const openFacts = (facts: readonly Fact[]): Fact[] =>
  facts.filter((f) => f.required && (f.state === 'gap' || f.state === 'weak'));

/** Promises of the debtor that nothing shows: they restart limitation and answer a denial, and chats vanish. */
export const unprovedPromises = (c: Case, facts: readonly Fact[]): Fact[] =>
  facts.filter(
    (f) =>
      f.kind === 'demand' &&
      f.state === 'gap' &&
      c.demands.some((d) => d.id === f.recordId && d.outcome === 'promise'),
  );

/** 2023年3月1日交付 300,000 元（银行转账）：已录入，无凭证 */
export const gapText = (f: Fact): string => `${f.text}：${f.gap}`;
