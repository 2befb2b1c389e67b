/** Runs the thread that holds documents and storage, and outlives its crashes. */

import { Worker } from 'node:worker_threads';
import type { EventName, Events, Input, Outputs, WorkerChannel } from '../core/contract';
import { fail, type Result } from '../core/failure';
import { language } from '../core/locale/current';
import { t } from '../core/locale/t';

type Answer = (result: Result<unknown>) => void;

/** What the worker posts: the answer to a call, or an event for the window. */
type Message =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: EventName; readonly payload: Events[EventName] };

export interface WorkerHost {
  call<C extends WorkerChannel>(channel: C, input: Input<C>): Promise<Result<Outputs[C]>>;
  /** Lets the worker release its locks, then ends it. */
  stop(): Promise<void>;
}

/** More crashes than this within a minute mean that another start will not help. */
const mostCrashes = 3;
/** How long the worker may take to let go of a project, in ms: storage that hangs must not keep the app open. */
const patience = 3_000;

const crashed = (cause: string) => t('failures.worker-stopped', { cause });

export interface WorkerOptions {
  /** The worker's bundle. */
  readonly file: string;
  /** The folder of the app's settings. */
  readonly settings: string;
  /** Called after every start, before anything else is asked of the worker. */
  readonly onStart: (call: WorkerHost['call']) => void;
  /** Hears the worker's events and, after a crash, `worker.restarted`. */
  readonly onEvent: <E extends EventName>(event: E, payload: Events[E]) => void;
}

/** Starts the worker. Calls that a crash interrupts answer with a failure instead of never. */
export function startWorker({ file, settings, onStart, onEvent }: WorkerOptions): WorkerHost {
  const waiting = new Map<number, Answer>();
  let nextId = 0;
  let crashes: number[] = [];
  let worker: Worker | undefined;
  let stopping = false;

  function start(): void {
    const thread = new Worker(file, { workerData: { settings, language: language() } });
    worker = thread;
    let cause = t('failures.worker-ended');
    thread.on('message', (message: Message) => {
      if ('event' in message) return onEvent(message.event, message.payload);
      waiting.get(message.id)?.(message.result);
      waiting.delete(message.id);
    });
    thread.on('error', (error) => {
      cause = error.message;
      console.error(error);
    });
    thread.on('exit', () => {
      worker = undefined;
      for (const answer of waiting.values()) answer(fail('worker-stopped', crashed(cause)));
      waiting.clear();
      if (!stopping) restart(cause);
    });
    onStart(call);
  }

  function restart(cause: string): void {
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < 60_000), now];
    if (crashes.length > mostCrashes) {
      console.error(`The worker stopped ${crashes.length} times within a minute; it is not started again`);
      return;
    }
    start();
    onEvent('worker.restarted', { message: `${crashed(cause)} ${t('failures.worker-restarted')}` });
  }

  function call<C extends WorkerChannel>(channel: C, input: Input<C>): Promise<Result<Outputs[C]>> {
    return new Promise((resolve) => {
      if (!worker) {
        resolve(
          fail(
            'worker-stopped',
            `${crashed(t('failures.worker-several-times'))} ${t('failures.worker-reopen')}`,
          ),
        );
        return;
      }
      const id = nextId++;
      waiting.set(id, resolve as Answer);
      worker.postMessage({ id, channel, input });
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    const enough = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([call('project.close', null), enough]);
    await worker?.terminate();
  }

  start();
  return { call, stop };
}
