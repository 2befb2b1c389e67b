/** Reads the passages of the whole project, and keeps them true while they are shown. */
import type { Annotation } from '../../core/model';
import { call, on } from '../api';
import { get, type ListView, type PassageLayer, set, store } from '../state';

let folder: string | null = null;
let reading: Promise<void> | null = null;
/** Something was written while a reading was under way. */
let again = false;

/** Lets keys and painting through between one file and the next. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Reads what changed since the last time; everything the first time. */
export function readPassages(): Promise<void> {
  if (reading) again = true;
  reading ??= read().finally(() => {
    reading = null;
    if (!again) return;
    again = false;
    void readPassages();
  });
  return reading;
}

async function read(): Promise<void> {
  const asked = get().project?.folder ?? null;
  const held = folder === asked ? get().passages : null;
  const answer = await call('passages.read', { since: held?.mark ?? null });
  if ((get().project?.folder ?? null) !== asked) return;
  folder = asked;
  if (!answer.ok) {
    const failure = answer.failure.message;
    set({ passages: { mark: null, own: null, files: new Map(), ...held, failure } });
    return;
  }
  const { mark, whole, own, files } = answer.value;
  const next = new Map<string, PassageLayer>(whole ? [] : held?.files);
  for (const { json, ...file } of files) {
    next.set(file.path, { ...file, annotations: JSON.parse(json) as Annotation[] });
    await breath();
  }
  if (get().project?.folder !== asked) return;
  set({ passages: { mark, own, files: next, failure: null } });
}

/** Changes what the Annotations pane shows; passages are read when the project is asked for. */
export function showList(parts: Partial<ListView>): void {
  const list = { ...get().list, ...parts };
  set({ list });
  if (list.scope === 'project') void readPassages();
}

/** Listens to what is written, and to another project being opened. */
export function followPassages(): void {
  on('passages.changed', () => {
    if (get().list.scope === 'project') void readPassages();
  });
  store.subscribe((state, before) => {
    if (state.project?.folder === before.project?.folder) return;
    set({ passages: null });
    showList({ search: '', label: '', suggested: 'all', scope: 'document', group: 'none' });
  });
}
