/** What the window remembers of each project between starts: the last document, and where one was in each. */
import { get } from '../state';
import type { ScrollPosition } from '../viewer/interface';

interface Place {
  readonly scroll: ScrollPosition;
  /** UTF-16 offset. */
  readonly caret: number;
}

interface Memory {
  readonly last: string | null;
  readonly places: Readonly<Record<string, Place>>;
}

const KEEP = 500;
const key = () => `project:${get().project?.folder ?? ''}`;
const top: Place = { scroll: { offset: 0, above: 0 }, caret: 0 };

function read(): Memory {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? '') as Memory;
  } catch {
    return { last: null, places: {} }; // Nothing remembered yet, or damaged: it is only convenience.
  }
}

const write = (memory: Memory) => localStorage.setItem(key(), JSON.stringify(memory));

export const lastDocument = (): string | null => read().last;

export const positionOf = (path: string): Place => read().places[path] ?? top;

export const rememberLast = (path: string): void => write({ ...read(), last: path });

/** Keeps the newest places of up to KEEP documents. */
export function rememberPlace(path: string, place: Place): void {
  const memory = read();
  const { [path]: _, ...others } = memory.places;
  const entries = [...Object.entries(others).slice(1 - KEEP), [path, place] as const];
  write({ ...memory, places: Object.fromEntries(entries) });
}
