/** Changes as JSON, for the way out of the window. */
import type { History, HistoryEntry, HistoryPart } from '../../core/history';
import type { Patch } from '../../core/patch';

/** Made once: a step is saved, and kept for the next start again and again. */
const patches = new WeakMap<Patch, string>();
const steps = new WeakMap<HistoryEntry, string>();

function known<T extends object>(of: WeakMap<T, string>, value: T, make: () => string): string {
  const held = of.get(value);
  if (held !== undefined) return held;
  const json = make();
  of.set(value, json);
  return json;
}

export const jsonOf = (patch: Patch): string => known(patches, patch, () => JSON.stringify(patch));

function partJson({ document, patch, annotator }: HistoryPart): string {
  const whose = annotator ? `,"annotator":${JSON.stringify(annotator)}` : '';
  return `{"document":${JSON.stringify(document)},"patch":${jsonOf(patch)}${whose}}`;
}

/** The parts of one step. */
export const partsJson = (parts: readonly HistoryPart[]): string => `[${parts.map(partJson).join()}]`;

const stepJson = (entry: HistoryEntry): string =>
  known(steps, entry, () => {
    const { title, at } = entry;
    return `{"title":${JSON.stringify(title)},"at":${JSON.stringify(at)},"parts":${partsJson(entry.parts)}}`;
  });

export const historyJson = ({ entries, position }: History): string =>
  `{"entries":[${entries.map(stepJson).join()}],"position":${position}}`;
