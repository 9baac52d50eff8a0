/** Running jobs at the lower right: what, how far, and a way to stop. */
import { Button, Progress } from 'antd';
import { cancelJob, useJobs } from '../state/jobs.ts';

export function Jobs() {
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  return (
    <section className="jobs" aria-label="正在进行">
      {jobs.map((job) => (
        <div className="job" key={job.jobId}>
          <div className="job-line">
            <span>{job.title}</span>
            <Button size="small" onClick={() => cancelJob(job.jobId)}>
              取消
            </Button>
          </div>
          <Progress
            percent={job.total > 0 ? Math.floor((job.done * 100) / job.total) : 0}
            size="small"
            aria-label={job.title}
          />
        </div>
      ))}
    </section>
  );
}
