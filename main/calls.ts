/**
 * What happens to a call before and after its handler: the sender, the name and the input are checked,
 * errors become coded messages (checklist item 17). No Electron in here, so that it can be tested alone.
 */
import {
  type ApiEvents,
  type ApiInput,
  type ApiName,
  type ApiReply,
  type ApiResult,
  api,
} from '../shared/api.ts';
import { ORIGIN } from './app-files.ts';
import { AppError, toApiError } from './errors.ts';

/** One handler a call; it throws an `AppError` for what the user should read. */
export type Handlers = {
  [N in ApiName]: (input: ApiInput<N>) => ApiResult[N] | Promise<ApiResult[N]>;
};

/** Tells the window about something that happened. */
export type Emit = <E extends keyof ApiEvents>(event: E, payload: ApiEvents[E]) => void;

/**
 * Whether a frame is our own page: the top frame of the app's window, on the app's origin. Sub-frames,
 * other windows and pages that went elsewhere are not.
 */
export function isTrusted(
  frame: { readonly url: string; readonly parent: unknown } | null,
  inOurWindow: boolean,
): boolean {
  if (!frame || !inOurWindow || frame.parent !== null) return false;
  try {
    const url = new URL(frame.url);
    // `origin` is "null" for a non-special scheme in Node, so the parts are compared.
    return `${url.protocol}//${url.host}` === ORIGIN;
  } catch {
    return false;
  }
}

function isApiName(name: unknown): name is ApiName {
  return typeof name === 'string' && Object.hasOwn(api, name);
}

/** Runs one call: name and input checked, errors turned into coded Chinese messages. */
export async function answer(
  handlers: Promise<Partial<Handlers>> | Partial<Handlers>,
  name: unknown,
  input: unknown,
): Promise<ApiReply<ApiName>> {
  try {
    if (!isApiName(name)) throw new AppError('unknown-call', '程序不认识这个操作，没有执行。');
    const parsed = api[name].safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      // A schema without words of its own speaks English, and of a mistake of ours.
      const said =
        issue && /\p{Script=Han}/u.test(issue.message) ? issue.message : '输入不正确，没有执行。';
      throw new AppError('bad-input', said, issue?.path.join('.'));
    }
    const handler = (await handlers)[name] as ((value: unknown) => unknown) | undefined;
    if (!handler) throw new AppError('unavailable', '这个操作现在不可用。');
    return { ok: true, value: (await handler(parsed.data)) as ApiResult[ApiName] };
  } catch (error) {
    const told = toApiError(error);
    if (told.code === 'internal') console.error(`call ${String(name)} failed:`, error);
    return { ok: false, error: told };
  }
}
