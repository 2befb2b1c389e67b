/** Sends every change to the disk, in order, and knows which are not there yet. */
import { putOnMemo, putOnSchema } from '../../core/merge';
import type { Schema } from '../../core/model';
import { type Patch, touchesLayer, touchesSchema } from '../../core/patch';
import { call, on } from '../api';
import { get, set, store } from '../state';
import { annotatorKnown } from './annotator';
import { jsonOf } from './json';
import { say } from './say';

interface Job {
  /** The document whose layer it changes; null for the schema. */
  readonly path: string | null;
  readonly patch: Patch;
}

/** Everything that has not been acknowledged as durable, oldest first. */
const unsaved = new Set<Job>();
/** What the worker holds in memory but could not write. */
const stuck = new Set<Job>();
let failure: string | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;

const RETRY_MS = 3000;

/** What else must be done before the window closes, though it is no change of the data. */
let held = 0;

function tell(): void {
  void call('window.unsaved', { unsaved: unsaved.size + held, failure });
}

function show(): void {
  const save = { pending: unsaved.size, failure };
  set({ save });
  tell();
}

/** Keeps the window open until the returned function is called, as an unsaved change does. */
export function holdOpen(): () => void {
  held++;
  tell();
  return () => {
    held--;
    tell();
  };
}

/** Saves PATCH of the document at PATH, or (null) of the schema; returns at once. */
export function save(path: string | null, patch: Patch): void {
  if (path === null ? touchesSchema(patch) : touchesLayer(patch)) enqueue({ path, patch });
}

/** Keeps the order of sending, whatever each has to wait for. */
let road: Promise<void> = Promise.resolve();

/** Copying so many rows to the other side takes longer than a frame, which belongs to the text. */
const LARGE = 200;

const isLarge = ({ annotations }: Patch) =>
  annotations !== undefined &&
  annotations.added.length + annotations.updated.length + annotations.removed.length > LARGE;

/** After the next frame, or a moment later where none is painted: a hidden window saves too. */
const painted = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });

function enqueue(job: Job): void {
  unsaved.add(job);
  show();
  road = road.then(annotatorKnown).then(() => (isLarge(job.patch) ? painted() : undefined));
  void road.then(() => send(job));
}

async function send(job: Job): Promise<void> {
  const { path, patch } = job;
  const result =
    path === null
      ? await call('schema.save', { patch })
      : await call('layer.save', { path, json: jsonOf(patch) });
  if (result.ok) {
    // What was acknowledged makes all earlier changes of the same file durable. Sent again, they would bring back the old.
    for (const earlier of unsaved) {
      if (earlier.path === path) {
        unsaved.delete(earlier);
        stuck.delete(earlier);
      }
      if (earlier === job) break;
    }
    if (unsaved.size === 0) failure = null;
  } else {
    stuck.add(job);
    failure = result.failure.message;
    retry ??= setTimeout(flush, RETRY_MS);
  }
  show();
}

/** Tries again to write what could not be written. */
export async function flush(): Promise<void> {
  clearTimeout(retry);
  retry = undefined;
  if (stuck.size === 0) return;
  const tried = [...stuck];
  const result = await call('project.flush', null);
  if (result.ok) {
    for (const job of tried) {
      stuck.delete(job);
      unsaved.delete(job);
    }
    if (unsaved.size === 0) failure = null;
  } else {
    failure = result.failure.message;
    retry = setTimeout(flush, RETRY_MS);
  }
  show();
}

/** What was not acknowledged is sent once more. */
function resendAll(): void {
  stuck.clear();
  for (const job of unsaved) void send(job);
}

/** SCHEMA and MEMO as storage holds them, with what is still on its way there: an edit is never taken back by old news. */
export function withUnsaved(
  schema: Schema,
  memo: string,
): { readonly schema: Schema; readonly memo: string } {
  const patches = [...unsaved].flatMap(({ path, patch }) => (path === null ? [patch] : []));
  return { schema: patches.reduce(putOnSchema, schema), memo: patches.reduce(putOnMemo, memo) };
}

/** True when closing now would lose nothing. */
export const allSaved = (): boolean => unsaved.size === 0;

/** Calls RUN when nothing is unsaved any more: at once, or after the last acknowledgement. */
export function whenSaved(run: () => void): void {
  if (allSaved()) run();
  else {
    const stop = store.subscribe(({ save }) => {
      if (save.pending > 0) return;
      stop();
      run();
    });
  }
}

/** Waits until nothing is unsaved: null, or why something can't be saved now. */
export function settled(): Promise<string | null> {
  return new Promise((resolve) => {
    const look = () => {
      if (unsaved.size > 0 && failure === null) return false;
      resolve(unsaved.size === 0 ? null : failure);
      return true;
    };
    if (look()) return;
    const stop = store.subscribe(() => {
      if (look()) stop();
    });
  });
}

/** Listens for a worker that died: it opens the project again and gets what it may not have written. */
export function followWorker(): void {
  on('worker.restarted', ({ message }) => {
    say(message);
    const { project, document } = get();
    if (!project) return;
    void call('project.open', { path: project.folder, first: document?.path ?? null }).then(resendAll);
  });
}
