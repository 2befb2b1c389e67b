/** The last steps are kept over a restart, beside the project. */
import { recent } from '../../core/history';
import { call } from '../api';
import { get, set } from '../state';
import { historyJson } from './json';

const KEPT = 100;
const REST_MS = 500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes the last steps down a moment later. What is lost by a crash is only the way back. */
export function keepHistory(): void {
  clearTimeout(timer);
  timer = setTimeout(
    () => void call('history.keep', { json: historyJson(recent(get().history, KEPT)) }),
    REST_MS,
  );
}

/** Reads the steps of the last time, when nothing was done yet. */
export async function recallHistory(): Promise<void> {
  const kept = await call('history.recall', null);
  if (kept.ok && kept.value && get().history.entries.length === 0) set({ history: kept.value });
}
