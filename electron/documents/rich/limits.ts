/** Bounds on what one rich document may make its reader do; time and memory are bounded by thread.ts. */

/** Of a PDF. */
export const MOST_PAGES = 10_000;
