/** Names for formats that allow letters, digits and `_` alone; made from a list in order, so that they can be made again. */

/** NAME with nothing but ASCII letters, digits and `_`, a letter first: `Place name` is `Place_name`, `日期` is `u65e5u671f`. */
function plain(name: string): string {
  const made = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]/gu, (found) =>
      /[\p{L}\p{N}]/u.test(found) ? `u${(found.codePointAt(0) as number).toString(16)}` : '_',
    )
    .replace(/_+/g, '_')
    .slice(0, 100);
  const kept = made === '_' ? '' : made.replace(/^_|_$/g, '');
  return /^[A-Za-z]/.test(kept) ? kept : `n${kept}`;
}

export interface SafeNames {
  /** The safe name of NAME; one not listed gets the next that is free. */
  readonly of: (name: string) => string;
  /** The name that SAFE stands for; SAFE itself when it stands for none. */
  readonly back: (safe: string) => string;
}

/**
 * Safe names of NAMES, each different from the others (in any case) and from RESERVED. What stands behind a NUL
 * keeps like names apart and is not seen.
 */
export function safeNames(names: Iterable<string>, reserved: Iterable<string> = []): SafeNames {
  const taken = new Set(Array.from(reserved, (it) => it.toLowerCase()));
  const made = new Map<string, string>();
  const originals = new Map<string, string>();
  const of = (name: string): string => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const base = plain(name.replace(/\0.*$/s, ''));
    let safe = base;
    for (let n = 2; taken.has(safe.toLowerCase()); n++) safe = `${base}_${n}`;
    taken.add(safe.toLowerCase());
    made.set(name, safe);
    originals.set(safe, name);
    return safe;
  };
  for (const name of names) of(name);
  return { of, back: (safe) => originals.get(safe) ?? safe };
}
