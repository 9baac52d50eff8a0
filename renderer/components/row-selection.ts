/** Which rows of a list are selected after a click, as in the lists of the system. */

/**
 * After a click with Ctrl/⌘. While nothing is selected the row whose form is open counts as selected.
 * @param openId the record in the form; null = none, or one that is not in the list
 */
export function afterToggle(
  chosen: ReadonlySet<string>,
  openId: string | null,
  id: string,
): ReadonlySet<string> {
  if (chosen.size === 0) return new Set(openId === null ? [id] : [openId, id]);
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** After a click with Shift: every row from `from`, where the selection began, to `to`, both with it. */
export function afterRange(ids: readonly string[], from: number, to: number): ReadonlySet<string> {
  return new Set(ids.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1));
}
