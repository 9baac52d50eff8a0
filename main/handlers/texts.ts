/** texts.*: the words in files: reading, recognising, finding. */
import type { Handlers } from '../calls.ts';
import { readNewFiles, recogniseFiles } from '../evidence/read-texts.ts';
import { fileTexts, pageTexts, searchPages } from '../evidence/texts.ts';
import { getCase } from '../store/cases.ts';
import type { Context } from './context.ts';

type Part = Pick<Handlers, Extract<keyof Handlers, `texts.${string}`>>;

export function textsHandlers({ store, jobs, openReader }: Context): Part {
  /** One reading at a time: a second request waits for the first and finds its work done. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.catch(() => undefined).then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    'texts.state': ({ caseId }) => {
      getCase(store.current, caseId);
      return fileTexts(store.current, caseId);
    },
    'texts.read': ({ caseId }) => {
      getCase(store.current, caseId);
      return inTurn(() => readNewFiles(store.current, caseId, jobs, openReader));
    },
    'texts.recognise': ({ caseId, fileId }) => {
      getCase(store.current, caseId);
      return inTurn(() => recogniseFiles(store.current, caseId, fileId, jobs, openReader));
    },
    'texts.pages': ({ fileId }) => pageTexts(store.current, fileId),
    'texts.search': ({ caseId, query }) => {
      getCase(store.current, caseId);
      return searchPages(store.current, caseId, query);
    },
  };
}
