/**
 * The reading process: it has no window and no store, gets a file's bytes piece by piece from the main
 * process and gives back the words of each page, so that neither the window nor the store waits.
 */
import { AppError } from '../../errors.ts';
import {
  askForPieces,
  type BytesAnswer,
  type BytesWanted,
  crossing,
  learnResources,
} from '../pieces.ts';
import { readFileText } from './read-file.ts';
import type { FileToRead, PageText, Task } from './types.ts';

export type ToReader =
  | { type: 'read'; file: FileToRead; task: Task; resources: string }
  | BytesAnswer
  | { type: 'kept' }
  | { type: 'stop' };

export type FromReader =
  | { type: 'ready' }
  | BytesWanted
  /** Waits for `kept` before the next page. */
  | { type: 'page'; page: PageText }
  | { type: 'done'; pages: number }
  | { type: 'error'; code: string; message: string; cause: string };

interface Port {
  postMessage(message: FromReader): void;
  on(event: 'message', listener: (event: { data: ToReader }) => void): unknown;
}

function serve(port: Port): void {
  const { read, answer } = askForPieces((message) => port.postMessage(message));
  let stopped = false;
  let kept = () => {};

  const hooks = {
    check: () => {
      if (stopped) throw new AppError('cancelled', '');
    },
    page: (page: PageText) =>
      new Promise<void>((resolve) => {
        kept = resolve;
        port.postMessage({ type: 'page', page });
      }),
  };
  const start = async (file: FileToRead, task: Task) => {
    try {
      port.postMessage({ type: 'done', pages: await readFileText(file, task, read, hooks) });
    } catch (error) {
      port.postMessage({ type: 'error', ...crossing(error) });
    }
  };
  port.on('message', ({ data }) => {
    if (data.type === 'read') {
      learnResources(data.resources);
      void start(data.file, data.task);
    } else if (data.type === 'stop') stopped = true;
    else if (data.type === 'kept') kept();
    else answer(data);
  });
  port.postMessage({ type: 'ready' });
}

const { parentPort } = process as { parentPort?: Port };
if (parentPort) serve(parentPort);
