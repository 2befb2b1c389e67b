/** What people look for in texts. */
export interface Query {
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  /** TEXT is a pattern in RE2's syntax; it matches within a line. */
  readonly regex: boolean;
  /** `e` finds `é`, however it is written. */
  readonly foldDiacritics: boolean;
}

/** Upper and lower case alike, every character taken literally. */
export const plainQuery = (text: string): Query => ({
  text,
  caseSensitive: false,
  wholeWord: false,
  regex: false,
  foldDiacritics: false,
});

/** Just these units. */
export const exactQuery = (text: string): Query => ({ ...plainQuery(text), caseSensitive: true });
