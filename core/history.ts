/** Undo and redo without limit, across documents. A value: every step gives a new one. */
import type { Annotator } from './model';
import type { Patch } from './patch';

/** What a step changed in one file: the layer of a document, or (null) postil.json. */
export interface HistoryPart {
  readonly document: string | null;
  readonly patch: Patch;
  /** Whose layer it is; absent for one's own. */
  readonly annotator?: Annotator;
}

/** True for parts that are written all together or not at all: files that come or go, or layers of others. */
export const isWhole = (parts: readonly HistoryPart[]): boolean =>
  parts.some((part) => part.annotator !== undefined || part.patch.sources !== undefined);

export interface HistoryEntry {
  /** What the person did, for messages: `Add Person`. */
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  /** One part for an ordinary step; several for a step across documents or of schema and document. */
  readonly parts: readonly HistoryPart[];
}

export interface History {
  readonly entries: readonly HistoryEntry[];
  /** How many of the entries are in force; those from here on can be redone. */
  readonly position: number;
}

export const emptyHistory: History = { entries: [], position: 0 };

/** HISTORY after ENTRY was done: what could be redone is gone. */
export function record(history: History, entry: HistoryEntry): History {
  return { entries: [...history.entries.slice(0, history.position), entry], position: history.position + 1 };
}

/** The entry that undo takes back, if any. */
export const undoable = (history: History): HistoryEntry | undefined => history.entries[history.position - 1];

/** The entry that redo does again, if any. */
export const redoable = (history: History): HistoryEntry | undefined => history.entries[history.position];

/** HISTORY after its last entry in force was taken back (STEP -1) or the next was done again (STEP +1). */
export function moved(history: History, step: -1 | 1): History {
  const position = Math.min(history.entries.length, Math.max(0, history.position + step));
  return { ...history, position };
}

/** The newest LIMIT entries around the position: what is kept over a restart. */
export function recent({ entries, position }: History, limit: number): History {
  const from = Math.max(0, Math.min(position - Math.ceil(limit / 2), entries.length - limit));
  const kept = entries.slice(from, from + limit);
  return { entries: kept, position: Math.min(position - from, kept.length) };
}
