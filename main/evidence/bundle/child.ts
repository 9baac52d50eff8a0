/**
 * The bundle's own process: it has no window and no store, gets the files piece by piece from the main
 * process and writes the book, so that neither the window nor the store waits.
 */
import { AppError } from '../../errors.ts';
import {
  askForPieces,
  type BytesAnswer,
  type BytesWanted,
  crossing,
  learnResources,
} from '../pieces.ts';
import { buildBundle } from './build.ts';
import { BundleRefusal, type BundleRequest, type BundleResult, type FileProblem } from './types.ts';

export type ToChild =
  | { type: 'start'; request: BundleRequest; resources: string }
  | BytesAnswer
  | { type: 'stop' };

export type FromChild =
  | { type: 'ready' }
  | BytesWanted
  | { type: 'progress'; done: number }
  | { type: 'done'; result: BundleResult }
  | { type: 'refused'; problems: readonly FileProblem[] }
  | { type: 'error'; code: string; message: string; path: string | undefined; cause: string };

interface Port {
  postMessage(message: FromChild): void;
  on(event: 'message', listener: (event: { data: ToChild }) => void): unknown;
}

function serve(port: Port): void {
  const { read, answer } = askForPieces((message) => port.postMessage(message));
  let stopped = false;

  const check = () => {
    if (stopped) throw new AppError('cancelled', '');
  };
  const start = async (request: BundleRequest) => {
    try {
      const hooks = {
        check,
        progress: (done: number) => port.postMessage({ type: 'progress', done }),
      };
      port.postMessage({ type: 'done', result: await buildBundle(request, read, hooks) });
    } catch (error) {
      if (error instanceof BundleRefusal) {
        port.postMessage({ type: 'refused', problems: error.problems });
        return;
      }
      port.postMessage({ type: 'error', ...crossing(error) });
    }
  };
  port.on('message', ({ data }) => {
    if (data.type === 'start') {
      learnResources(data.resources);
      void start(data.request);
    } else if (data.type === 'stop') stopped = true;
    else answer(data);
  });
  port.postMessage({ type: 'ready' });
}

const { parentPort } = process as { parentPort?: Port };
if (parentPort) serve(parentPort);
