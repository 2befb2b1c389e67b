/** Who reads rich documents: a thread in the app and the CLI; the same code in place in tests. */
import type { Answer, Job } from './job';

type Run = (job: Job) => Promise<Answer>;

let run: Run = () => Promise.reject(new Error('setReaders was not called'));

/** Says, once at the start, who reads. */
export function setReaders(given: Run): void {
  run = given;
}

export const runJob: Run = (job) => run(job);
