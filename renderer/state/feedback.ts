/** Short messages at the top of the window, from anywhere; undo where something was taken away. */
import type { MessageInstance } from 'antd/es/message/interface';
import type { ReactNode } from 'react';
import { errorText } from '../bridge.ts';

let api: MessageInstance | null = null;

/** Called once by the app with antd's message instance. */
export function bindMessages(instance: MessageInstance): void {
  api = instance;
}

/** Something was done. */
export function say(content: ReactNode): void {
  void api?.success(content);
}

/** Something failed; shown longer, with what to do. */
export function sayError(error: unknown): void {
  void api?.error(typeof error === 'string' ? error : errorText(error), 8);
}

/** A message that stays for some seconds, with a way to take the step back; `content` gets `close`. */
export function sayWith(content: (close: () => void) => ReactNode, seconds = 8): void {
  const key = `m${Math.random()}`;
  void api?.open({ key, content: content(() => api?.destroy(key)), duration: seconds });
}
