/** jobs.*: stopping long work. */
import type { Handlers } from '../calls.ts';
import type { Context } from './context.ts';

export function jobsHandlers({ jobs }: Context): Pick<Handlers, 'jobs.cancel'> {
  return {
    'jobs.cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return {};
    },
  };
}
