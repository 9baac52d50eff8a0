/** The window's only way out: typed calls to the main process, refusals as exceptions, and its events. */
import type { ApiError, ApiEvents, ApiInput, ApiName, ApiResult, Bridge } from '../shared/api.ts';

declare global {
  interface Window {
    jieju: Bridge;
  }
}

/** A refusal by the main process. `message` is Chinese and may be shown as it is. */
export class BridgeError extends Error {
  readonly code: string;
  readonly path: string | undefined;
  constructor(error: ApiError) {
    super(error.message);
    this.name = 'BridgeError';
    this.code = error.code;
    this.path = error.path;
  }
}

/**
 * Calls the main process.
 * @throws BridgeError when the call is refused.
 */
export async function call<N extends ApiName>(name: N, input: ApiInput<N>): Promise<ApiResult[N]> {
  const reply = await window.jieju.call(name, input);
  if (reply.ok) return reply.value;
  throw new BridgeError(reply.error);
}

/** Listens to an event; returns the function that stops listening. */
export function on<E extends keyof ApiEvents>(
  event: E,
  listener: (payload: ApiEvents[E]) => void,
): () => void {
  return window.jieju.on(event, listener);
}

/** Paths of files dropped on the window. */
export function filePaths(files: readonly File[]): string[] {
  return window.jieju.filePaths(files);
}

/** Words for any failure, ready to show. */
export function errorText(error: unknown): string {
  if (error instanceof BridgeError) return error.message;
  return '软件内部出现了一个没有预料到的错误，已录入的内容都已保留。请再试一次；若仍出现，请重启软件。';
}
