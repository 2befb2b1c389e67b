/** Reads rich documents in threads of their own, bounded in time and memory: a hostile file costs nothing but itself. */
import { Worker } from 'node:worker_threads';
import { language } from '../../../core/locale/current';
import { t } from '../../../core/locale/t';
import type { Answer, Asked, Job } from './job';
import type { Run } from './run';

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

/** A reading that nobody waits for any more may end by itself within this time, in ms: another thread costs more. */
const GRACE = 500;

const givenUp = ({ file: { name } }: Job) => t('reading.given-up', { name });

/** Kept alive this long after its last job, in ms: loading the libraries again costs more than the memory. */
const IDLE = 30_000;

interface Waiting {
  readonly job: Job;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: Answer) => void;
}

/**
 * Reads jobs in threads that run FILE and are started when needed; of those that wait the newest comes first. The bytes
 * of a job are handed over, not copied: nobody may use them afterwards. A signal ends a job that nobody waits for.
 */
export function readInThread(file: string, bounds: Bounds = usual): Run {
  const threads = Array.from({ length: bounds.threads }, () => readingThread(file, bounds));
  const waiting: Waiting[] = [];

  async function next(): Promise<void> {
    // The first that is free, so that a second one is started only when the first is busy.
    const thread = threads.find((it) => !it.isBusy());
    const newest = thread && waiting.pop();
    if (!newest) return;
    newest.resolve(await thread.read(newest.job, newest.signal));
    void next();
  }

  return (job, signal) =>
    new Promise((resolve) => {
      const giveUp = () => resolve({ kind: 'refused', reason: givenUp(job) });
      if (signal?.aborted) return giveUp();
      const it: Waiting = { job, signal, resolve };
      waiting.push(it);
      signal?.addEventListener(
        'abort',
        () => {
          const at = waiting.indexOf(it);
          if (at >= 0) waiting.splice(at, 1);
          // One that is under way keeps its thread a little longer.
          giveUp();
        },
        { once: true },
      );
      void next();
    });
}

/** The buffer of BYTES, when nothing else lies in it. */
const wholeBuffer = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && byteLength > 0 && buffer.byteLength === byteLength ? [buffer] : [];

interface ReadingThread {
  readonly isBusy: () => boolean;
  /** Never rejects: a thread that fails is a refusal, and the next job gets a new one. */
  readonly read: (job: Job, signal?: AbortSignal) => Promise<Answer>;
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

  function read(job: Job, signal?: AbortSignal): Promise<Answer> {
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
        () => refuse(t('reading.took-long', { seconds: Math.round(time / 1000) })),
        time,
      );
      const failed = ({ code, message }: NodeJS.ErrnoException) =>
        refuse(
          code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? t('reading.needs-memory', { memory })
            : t('reading.failed', { cause: message }),
        );
      const answered = (answer: Answer) => {
        end();
        resolve(answer);
      };
      const exited = () => refuse(t('reading.failed', { cause: t('reading.stopped') }));
      let grace: NodeJS.Timeout | undefined;
      const aborted = () => {
        grace = setTimeout(() => refuse(givenUp(job)), GRACE);
      };
      function end(): void {
        clearTimeout(timer);
        clearTimeout(grace);
        signal?.removeEventListener('abort', aborted);
        worker.off('message', answered).off('error', failed).off('exit', exited);
        isBusy = false;
        idle = setTimeout(stop, IDLE).unref();
      }
      worker.on('message', answered).on('error', failed).on('exit', exited);
      signal?.addEventListener('abort', aborted);
      const asked: Asked = { ...job, language: language() };
      worker.postMessage(asked, wholeBuffer(job.file.bytes));
    });
  }

  return { isBusy: () => isBusy, read };
}
