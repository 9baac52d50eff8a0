/** The drafted passages speak of 原告 and 被告; other proceedings have words of their own (form 10 D). */

/** The two sides as a stage calls them. */
export interface Voice {
  lender: string;
  debtor: string;
}

export const APPLICANT: Voice = { lender: '申请人', debtor: '被申请人' };

/** A drafted passage in the words of another stage. */
export function inVoice(text: string, voice: Voice): string {
  return text.replaceAll('原告', voice.lender).replaceAll('被告', voice.debtor);
}
