/** The process that unpacks files for a look: no window, no store; bytes come piece by piece on demand. */
import {
  askForPieces,
  type BytesAnswer,
  type BytesWanted,
  crossing,
  learnResources,
} from '../pieces.ts';
import type { ViewJob, ViewResult } from './kinds.ts';
import { ViewWorker } from './work.ts';

export type ToViewChild =
  | { type: 'run'; id: number; job: ViewJob; resources: string }
  | BytesAnswer;

export type FromViewChild =
  | { type: 'ready' }
  | BytesWanted
  | { type: 'done'; id: number; result: ViewResult }
  | { type: 'error'; id: number; code: string; message: string; cause: string };

interface Port {
  postMessage(message: FromViewChild): void;
  on(event: 'message', listener: (event: { data: ToViewChild }) => void): unknown;
}

function serve(port: Port): void {
  const worker = new ViewWorker();
  const { read, answer } = askForPieces((message) => port.postMessage(message));
  /** One at a time: two photos unpacked at once would take twice the memory. */
  let turn: Promise<void> = Promise.resolve();

  const run = async (id: number, job: ViewJob) => {
    try {
      port.postMessage({ type: 'done', id, result: await worker.run(job, read) });
    } catch (error) {
      port.postMessage({ type: 'error', id, ...crossing(error) });
    }
  };
  port.on('message', ({ data }) => {
    if (data.type === 'run') {
      learnResources(data.resources);
      turn = turn.then(() => run(data.id, data.job));
    } else answer(data);
  });
  port.postMessage({ type: 'ready' });
}

const { parentPort } = process as { parentPort?: Port };
if (parentPort) serve(parentPort);
