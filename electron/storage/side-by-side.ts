/** Much of the same work, several pieces at once: a disk that forces many files together takes hardly longer than for one. */

/** More than the threads that Node has for files by itself are of no harm; fewer files than any system lets a program hold open. */
const WIDTH = 16;

/**
 * Does WORK for each of ITEMS, begun in their order; the results come in it too. After the first that fails none is
 * begun any more; it is thrown when all that were begun have ended, so that nothing goes on behind the caller's back.
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  work: (item: T, n: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const failures: unknown[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length && failures.length === 0) {
      const n = next++;
      try {
        results[n] = await work(items[n] as T, n);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(WIDTH, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}

/** How far long work is for who asks, and whether it is still wanted. */
export interface Watch {
  /** AT of OF pieces are done. */
  readonly tell: (at: number, of: number) => void;
  /** Once it is aborted, the work ends as after any other failure. */
  readonly signal: AbortSignal;
}

/** ITEMS in parts of at most SIZE. */
export function partsOf<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
