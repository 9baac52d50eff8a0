/** The words of the conduct guard: what it looks at, and what it says. */

export type ConductRule =
  | 'hours'
  | 'frequency'
  | 'harassment'
  | 'stopRequest'
  | 'thirdParty'
  | 'group'
  | 'public'
  | 'workplace'
  | 'relatives'
  | 'disclosure'
  | 'guarantorEarly'
  | 'violence'
  | 'vagueThreat'
  | 'exposure'
  | 'tellOthers'
  | 'arrest'
  | 'listing'
  | 'insult'
  | 'restraint'
  | 'courtLike'
  | 'impersonation'
  | 'falseCaseNumber'
  | 'overCap'
  | 'overOwed'
  | 'tracking'
  | 'illegalDebt';

/** One contact, sent or only planned. `date` and `time` are those of the act, in the sender's local time. */
export interface Contact {
  id?: string | undefined;
  date: string | null;
  time: string | null;
  channel: 'call' | 'sms' | 'wechat' | 'email' | 'letter' | 'visit' | 'lawyerLetter' | 'other';
  toPartyId: string | null;
  audience: 'self' | 'group' | 'relative' | 'workplace' | 'public' | 'other';
  content: string;
  /** A call that was not answered has `no`. */
  arrived?: 'yes' | 'no' | 'unknown' | undefined;
  answer?: string | undefined;
}

/** What the guard found in one contact. */
export interface Finding {
  rule: ConductRule;
  /** `law`: a binding rule is touched; `practice`: prudent, but no rule binds a private lender. */
  level: 'law' | 'practice';
  /** What is wrong and what may follow, one or two sentences. */
  text: string;
  /** Articles (law) or the guide (practice). */
  source: string;
  /** What to do or to say instead. */
  proposal: string;
  /** The words it stands on, and where they begin in `content`. */
  found?: { words: string; at: number };
  /** A lawful moment for the same contact. */
  moment?: { date: string; time: string };
}
