/** Who reads rich documents: a thread in the app and the CLI; the same code in place in tests. */
import type { Answer, Job } from './job';

/** Once the signal is aborted the answer, a refusal, comes at once; the bytes belong to whoever reads. */
export type Run = (job: Job, signal?: AbortSignal) => Promise<Answer>;

let run: Run = () => Promise.reject(new Error('setReaders was not called'));

/** Says, once at the start, who reads. */
export function setReaders(given: Run): void {
  run = given;
}

export const runJob: Run = (job, signal) => run(job, signal);
