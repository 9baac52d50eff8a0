/** What was not taken in, told briefly. No React in here. */

export type Refused = { name: string; message: string };

/** Names said in full where many files have the same reason. */
const NAMED = 3;

/** Files under the reason they share, in the order the reasons came up. */
export function byReason(refused: readonly Refused[]): { names: string; message: string }[] {
  const groups = new Map<string, string[]>();
  for (const { name, message } of refused)
    groups.set(message, [...(groups.get(message) ?? []), name]);
  return [...groups].map(([message, names]) => ({
    message,
    names:
      names.length > NAMED + 1
        ? `${names.slice(0, NAMED).join('、')} 等 ${names.length} 个文件`
        : names.join('、'),
  }));
}
