/**
 * Explanations and warnings of the rules on time limits, courts, fees and procedure.
 */

/** One line of reasoning and where it comes from. */
export interface Explain {
  text: string;
  article?: string;
}

/** How soon something has to be done; also the order in which the window lists it. */
export type Urgency = 'expired' | 'urgent' | 'soon' | 'info';

/** Something the user must know. `code` is stable, `text` is Chinese. */
export interface Notice {
  code: string;
  urgency: Urgency;
  text: string;
  article?: string;
}

const ORDER: Urgency[] = ['expired', 'urgent', 'soon', 'info'];

/** The most urgent first; equal ones keep their order. */
export function rank<T extends { urgency: Urgency }>(notices: readonly T[]): T[] {
  return [...notices].sort((a, b) => ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency));
}

/**
 * Urgency by days left: past the day expired; up to 30 days urgent; up to half a year soon.
 * @param daysLeft days from today to the last day (0: today is the last day).
 */
export function urgencyOf(daysLeft: number): Urgency {
  if (daysLeft < 0) return 'expired';
  if (daysLeft <= 30) return 'urgent';
  return daysLeft <= 183 ? 'soon' : 'info';
}
