/** Long jobs of the main process: progress, and how to stop them. */
import { call, on } from '../bridge.ts';
import { sayError } from './feedback.ts';
import { createStore, useStore } from './store.ts';

export interface Job {
  jobId: string;
  title: string;
  done: number;
  total: number;
}

const store = createStore<{ jobs: readonly Job[] }>({ jobs: [] });

/** Begins to listen. */
export function startJobs(): void {
  on('job.progress', (job) =>
    store.set(({ jobs }) => ({
      jobs: [...jobs.filter((j) => j.jobId !== job.jobId), job],
    })),
  );
  on('job.finished', ({ jobId }) =>
    store.set(({ jobs }) => ({ jobs: jobs.filter((j) => j.jobId !== jobId) })),
  );
}

export const useJobs = (): readonly Job[] => useStore(store).jobs;

/** Asks the main process to stop a job; what was finished stays. */
export function cancelJob(jobId: string): void {
  call('jobs.cancel', { jobId }).catch(sayError);
}
