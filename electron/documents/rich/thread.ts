/** Reads rich documents in a thread of their own, bounded in time and memory: a hostile file costs nothing but itself. */
import { Worker } from 'node:worker_threads';
import type { Answer, Job } from './job';

export interface Bounds {
  /** In ms. */
  readonly time: number;
  /** Of JavaScript objects, in MB. */
  readonly memory: number;
}

const usual: Bounds = { time: 60_000, memory: 2_000 };

/** Kept alive this long after its last job, in ms: loading the libraries again costs more than the memory. */
const IDLE = 30_000;

/** Reads jobs one after the other in the thread FILE, which is started when needed. */
export function readInThread(file: string, bounds: Bounds = usual): (job: Job) => Promise<Answer> {
  let thread: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    thread ??= new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: bounds.memory } });
    // It must not keep the process alive while nobody waits for it.
    thread.unref();
    return thread;
  }

  function stop(): void {
    void thread?.terminate();
    thread = null;
  }

  function run(job: Job): Promise<Answer> {
    clearTimeout(idle);
    const worker = start();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        end();
        stop();
        const seconds = Math.round(bounds.time / 1000);
        refuse(`Reading it took longer than ${seconds} seconds, and was given up.`);
      }, bounds.time);
      const refuse = (reason: string) => resolve({ kind: 'refused', reason });
      const failed = (error: Error) => {
        end();
        stop();
        const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        refuse(
          isMemory
            ? `Reading it needs more than ${bounds.memory} MB of memory, and was given up.`
            : `Reading it failed (${error.message}).`,
        );
      };
      const answered = (answer: Answer) => {
        end();
        resolve(answer);
      };
      const exited = () => failed(new Error('it stopped'));
      function end(): void {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', exited);
        idle = setTimeout(stop, IDLE).unref();
      }
      worker.on('message', answered).on('error', failed).on('exit', exited);
      worker.postMessage(job);
    });
  }

  return (job) => {
    const answer = turn.then(() => run(job));
    turn = answer;
    return answer;
  };
}
