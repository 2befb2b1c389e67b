/** Tells namesakes apart by numbers, however many there are. */

/**
 * The first of NAMED(1), NAMED(2), … that is not taken. REACHED remembers for SERIES, which stands for these names,
 * how far it came: what is taken stays so, and ten thousand namesakes must not each try all numbers before theirs.
 */
export function firstFree(
  series: string,
  named: (n: number) => string,
  isTaken: (name: string) => boolean,
  reached: Map<string, number>,
): string {
  let n = reached.get(series) ?? 1;
  while (isTaken(named(n))) n++;
  // Most names have no namesake, and need no memory.
  if (n > 1) reached.set(series, n);
  return named(n);
}
