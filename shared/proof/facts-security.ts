/** Those who answer for the debt besides the borrower: guarantors, things given as security, the spouse. */
import type { Case } from '../case/case.ts';
import { borrowersOf } from '../case/who.ts';
import { printDate as day } from '../text/chinese-date.ts';
import type { FactDraft, ProofsOf } from './facts.ts';
import { copyWeakness } from './weakness.ts';

const signedOn = (date: string | null) => (date ? day(date) : '');

/** 保证, 抵押, 质押: claimed when the guarantor is sued or the claim asks for it. */
export function securityFacts(c: Case): FactDraft[] {
  const sued = new Set(c.parties.filter((p) => p.role === 'guarantor').map((p) => p.id));
  return c.loans.flatMap((loan, i): FactDraft[] => [
    ...loan.guarantees.map((g, k): FactDraft => {
      const name = c.parties.find((p) => p.id === g.partyId)?.name || '保证人';
      return {
        ...{ kind: 'guarantee', path: `loans.${i}.guarantees.${k}`, recordId: g.id },
        ...{ group: 'security', weak: copyWeakness },
        required: sued.has(g.partyId) || c.claim.claimSecurity,
        text: `${signedOn(g.signed)}${name}提供保证`,
        needs: '写明“保证”并由其签名的借条或者保证合同；只签名没写保证的不算（民间借贷规定第20条）',
      };
    }),
    ...loan.securities.map((s, k): FactDraft => {
      const word = s.kind === 'mortgage' ? '抵押' : '质押';
      return {
        ...{ kind: 'security', path: `loans.${i}.securities.${k}`, recordId: s.id },
        ...{ group: 'security', required: c.claim.claimSecurity, weak: copyWeakness },
        text: `${signedOn(s.signed)}${s.provider || '担保人'}以${s.thing || '担保物'}${word}`,
        needs: `${word}合同${s.registration === 'none' ? '' : '和登记证明'}`,
      };
    }),
  ]);
}

/**
 * 夫妻共同债务 (Civil Code 1064): the creditor has to show the common signature or the common use. The note
 * alone shows it only when the spouse signed it, which the user says by linking the note to the spouse.
 */
export function spouseFacts(c: Case, proofsOf: ProofsOf): FactDraft[] {
  return c.parties.flatMap((p, i): FactDraft[] => {
    if (p.role !== 'borrower' || p.kind !== 'person' || !p.spouseOfBorrower) return [];
    const loans = c.loans.filter((l) => borrowersOf(c, l).some((b) => b.id === p.id));
    const noted = loans.some((l) => proofsOf(l.id).length > 0);
    const who = p.name || '配偶';
    return [
      {
        ...{ kind: 'spouse', path: `parties.${i}`, recordId: p.id, group: 'agreement' },
        ...{ required: true, weak: copyWeakness },
        text: `${who}作为配偶应当共同还款`,
        needs: `${who}的签名或者事后认账，或者钱用于家庭生活、共同经营的凭证${noted ? `；借条上有${who}签名的，把借条也关联到${who}` : ''}`,
        // An identity card shows who somebody is, not that they owe.
        accepts: 'notIdentity',
      },
    ];
  });
}
