/** Which recognised dates and amounts are worth offering beside a record, as pure functions of what it holds. */

/** A sheet of bills: its hundred dates and amounts say nothing of one record; its lines are taken on 流水. */
export const isSheet = (fileName: string): boolean =>
  /\.(csv|xlsx?|et|ods)$/i.test(fileName.trim());

/** What stands in a field that a value could go to. */
export interface Held {
  path: string;
  /** The typed text; '' = empty. */
  held: string;
  /** The value is what the field holds. */
  same: boolean;
}

/**
 * The fields a value is offered for. A value that is another field's already is not offered to replace what a
 * field holds: the day of signing is no other due date.
 */
export function offeredTo(fields: readonly Held[]): string[] {
  const taken = fields.some((f) => f.same);
  return fields.filter((f) => !f.same && !(taken && f.held !== '')).map((f) => f.path);
}

/** Whether the fields are filled, so that the values are only there to be compared. */
export const allHeld = (held: readonly string[]): boolean => held.every((h) => h.trim() !== '');
