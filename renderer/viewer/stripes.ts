/** Where the stripes and label names of the margin stand. Pure: rows in, places out; all in CSS pixels. */

export interface StripeItem {
  readonly id: string;
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
  /** Nobody has accepted it yet. */
  readonly suggested?: boolean;
}

export interface Stripe extends StripeItem {
  readonly lane: number;
}

/** Stripes beyond this many beside each other share the last lane. */
export const MAX_LANES = 10;

/** Gives every stripe the first lane that is free over its height; taller ones of the same top come first. */
export function layoutStripes(items: readonly StripeItem[], gap: number): Stripe[] {
  const sorted = [...items].sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  const ends: number[] = [];
  return sorted.map((item) => {
    let lane = ends.findIndex((end) => end + gap <= item.top);
    if (lane < 0) lane = Math.min(ends.length, MAX_LANES - 1);
    ends[lane] = Math.max(ends[lane] ?? Number.NEGATIVE_INFINITY, item.bottom);
    return { ...item, lane };
  });
}

/** One label name beside the stripes; several annotations of one label that begin on one line share it. */
export interface StripeName {
  readonly label: string;
  readonly ids: readonly string[];
  readonly top: number;
}

/**
 * Places the names below each other: each at its stripe's top, or as far below as the ones before it need,
 * up to MAX_SHIFT; beyond that it is left out (its stripe still tells it).
 */
export function layoutNames(items: readonly StripeItem[], height: number, maxShift: number): StripeName[] {
  const sorted = [...items].sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  const names: StripeName[] = [];
  let line: { top: number; names: Map<string, string[]> } | null = null;
  let next = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    if (!line || item.top - line.top > height / 2) line = { top: item.top, names: new Map() };
    const same = line.names.get(item.label);
    if (same) {
      same.push(item.id);
      continue;
    }
    const top = Math.max(item.top, next);
    if (top - item.top > maxShift) continue;
    const ids = [item.id];
    line.names.set(item.label, ids);
    names.push({ label: item.label, ids, top });
    next = top + height;
  }
  return names;
}
