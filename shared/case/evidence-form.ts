/** 原件/复印件: what is handed in of a piece of evidence, where the user has not said. */

interface FormItem {
  form?: 'original' | 'copy' | 'print' | 'electronic' | undefined;
  chat?: object | null | undefined;
}

/**
 * As chosen; not chosen, a chat, message, call or recording is electronic data (evidence rules art. 14) and
 * anything else a copy, which claims least.
 */
export const formOf = (item: FormItem): NonNullable<FormItem['form']> =>
  item.form ?? (item.chat ? 'electronic' : 'copy');
