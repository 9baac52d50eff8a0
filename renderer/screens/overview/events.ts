/** One row of the timeline. */

export type Lane = 'money' | 'contact' | 'procedure' | 'limit';

export interface TimelineEvent {
  date: string;
  lane: Lane;
  text: string;
  /** Field or record that holds it, for `focusField`. */
  path: string;
  urgent: boolean;
  /** Why this day: the rule. */
  why?: string;
  /** The article the day rests on. */
  article?: string;
  /** The date before it moved. */
  was?: string;
}

/** One event, or none without a day. */
export const at = (
  lane: Lane,
  date: string | null | undefined,
  text: string,
  path: string,
): TimelineEvent[] => (date ? [{ lane, date, text, path, urgent: false }] : []);
