/** Hints for the first minutes: which one helps now. Each is shown once in a person's life, one at a time. */

export const hints = ['mark', 'all', 'undo', 'palette'] as const;
export type Hint = (typeof hints)[number];

/** Where somebody stands in the open document. */
export interface Beginnings {
  /** It can be annotated, and there is a label to do it with. */
  readonly isReady: boolean;
  /** Own annotations in it. */
  readonly annotations: number;
  /** Steps that could be taken back. */
  readonly steps: number;
  /** The most annotations that have the same words and the same label. */
  readonly alike: number;
}

/** When each helps. It ends by itself: who went on without it does not need it. */
const helps: Readonly<Record<Hint, (at: Beginnings) => boolean>> = {
  mark: ({ annotations }) => annotations === 0,
  all: ({ alike }) => alike >= 3 && alike < 6,
  undo: ({ annotations, steps }) => annotations > 0 && steps > 0 && steps < 5,
  palette: ({ annotations }) => annotations >= 6 && annotations < 15,
};

/** The hint to show; null for none. SEEN were shown before and are over. */
export function hintFor(at: Beginnings, seen: readonly string[]): Hint | null {
  if (!at.isReady) return null;
  return hints.find((hint) => !seen.includes(hint) && helps[hint](at)) ?? null;
}
