/** The last steps are kept over a restart, beside the project. */
import { recent } from '../../core/history';
import { call } from '../api';
import { get, set } from '../state';
import { historyJson } from './json';
import { holdOpen } from './saving';

const KEPT = 100;
const REST_MS = 500;

let timer: ReturnType<typeof setTimeout> | undefined;
/** Lets the window close; there while steps wait to be written. */
let written: (() => void) | undefined;

/**
 * Writes the last steps down a moment later, and keeps the window open until then: with the older steps alone, undo
 * after a restart would take back another one than the last. What is lost by a crash is only the way back.
 */
export function keepHistory(): void {
  written ??= holdOpen();
  clearTimeout(timer);
  timer = setTimeout(historyKept, REST_MS);
}

/** Writes at once what waits; resolves when it is written, or can't be. */
export async function historyKept(): Promise<void> {
  const done = written;
  if (!done) return;
  clearTimeout(timer);
  written = undefined;
  await call('history.keep', { json: historyJson(recent(get().history, KEPT)) });
  done();
}

/** Reads the steps of the last time, when nothing was done yet. */
export async function recallHistory(): Promise<void> {
  const kept = await call('history.recall', null);
  if (kept.ok && kept.value && get().history.entries.length === 0) set({ history: kept.value });
}
