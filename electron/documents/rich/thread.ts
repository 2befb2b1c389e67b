/** Reads rich documents in threads of their own, bounded in time and memory: a hostile file costs nothing but itself. */
import { Worker } from 'node:worker_threads';
import { language } from '../../../core/locale/current';
import type { Answer, Asked, Job } from './job';

export interface Bounds {
  /** In ms. */
  readonly time: number;
  /** Of JavaScript objects, in MB. */
  readonly memory: number;
  /** How many files are read at once. */
  readonly threads: number;
}

/** Two threads: while a slow file is read that nobody waits for any more, the next one is opened. */
const usual: Bounds = { time: 60_000, memory: 2_000, threads: 2 };

/** Kept alive this long after its last job, in ms: loading the libraries again costs more than the memory. */
const IDLE = 30_000;

interface Waiting {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
}

/** Reads jobs in threads that run FILE and are started when needed; of those that wait the newest comes first. */
export function readInThread(file: string, bounds: Bounds = usual): (job: Job) => Promise<Answer> {
  const threads = Array.from({ length: bounds.threads }, () => readingThread(file, bounds));
  const waiting: Waiting[] = [];

  async function next(): Promise<void> {
    // The first that is free, so that a second one is started only when the first is busy.
    const thread = threads.find((it) => !it.isBusy());
    const newest = thread && waiting.pop();
    if (!newest) return;
    newest.resolve(await thread.read(newest.job));
    void next();
  }

  return (job) =>
    new Promise((resolve) => {
      waiting.push({ job, resolve });
      void next();
    });
}

interface ReadingThread {
  readonly isBusy: () => boolean;
  /** Never rejects: a thread that fails is a refusal, and the next job gets a new one. */
  readonly read: (job: Job) => Promise<Answer>;
}

function readingThread(file: string, { time, memory }: Bounds): ReadingThread {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isBusy = false;

  function start(): Worker {
    if (thread) return thread;
    const made = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    // It must not keep the process alive while nobody waits for it; nor bring it down by failing between two jobs.
    made.unref();
    made.on('error', () => undefined);
    made.on('exit', () => {
      if (thread === made) thread = null;
    });
    thread = made;
    return made;
  }

  function stop(): void {
    void thread?.terminate();
    thread = null;
  }

  function read(job: Job): Promise<Answer> {
    clearTimeout(idle);
    isBusy = true;
    const worker = start();
    return new Promise((resolve) => {
      const refuse = (reason: string) => {
        end();
        stop();
        resolve({ kind: 'refused', reason });
      };
      const timer = setTimeout(
        () => refuse(`Reading it took longer than ${Math.round(time / 1000)} seconds, and was given up.`),
        time,
      );
      const failed = (error: Error) =>
        refuse(
          (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `Reading it needs more than ${memory} MB of memory, and was given up.`
            : `Reading it failed (${error.message}).`,
        );
      const answered = (answer: Answer) => {
        end();
        resolve(answer);
      };
      const exited = () => failed(new Error('it stopped'));
      function end(): void {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', exited);
        isBusy = false;
        idle = setTimeout(stop, IDLE).unref();
      }
      worker.on('message', answered).on('error', failed).on('exit', exited);
      worker.postMessage({ ...job, language: language() } satisfies Asked);
    });
  }

  return { isBusy: () => isBusy, read };
}
