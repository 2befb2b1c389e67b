/**
 * Globs, matched in time bounded by the product of the two lengths. A postil.json may come from anybody, and
 * patterns that become regular expressions can be made to take for ever: 40 letters took one library minutes.
 *
 * `*` any characters of a name, `?` one, `[a-z]` and `[!a-z]` one of a set, `{a,b}` either, `**` any folders.
 */

const STAR = Symbol('any number of');

type Fits<T> = (item: T) => boolean;
type Pattern<T> = readonly (Fits<T> | typeof STAR)[];

/** Goes back to the last star only: what an earlier star took can never need to change. */
function matches<T>(pattern: Pattern<T>, items: readonly T[]): boolean {
  let [at, i, star, mark] = [0, 0, -1, 0];
  while (i < items.length) {
    const part = pattern[at];
    if (part === STAR) {
      star = at++;
      mark = i;
    } else if (part?.(items[i] as T)) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++mark;
    } else return false;
  }
  while (pattern[at] === STAR) at++;
  return at === pattern.length;
}

const token = /\*+|\?|\[(!?)([^\]]+)\]|./gsu;

function oneOf(set: string, isNot: boolean): Fits<string> {
  const ranges = [...set.matchAll(/(.)-(.)|./gsu)].map(([one, from = one, to = one]) => [from, to] as const);
  return (char) => ranges.some(([from, to]) => char >= from && char <= to) !== isNot;
}

/** One name of a path. */
function compileName(name: string): Fits<string> {
  const pattern: Pattern<string> = [...name.matchAll(token)].map(([text, not, set]) => {
    if (text.startsWith('*')) return STAR;
    if (text === '?') return () => true;
    return set === undefined ? (char: string) => char === text : oneOf(set, not === '!');
  });
  if (pattern.length === [...name].length && !/[*?[]/.test(name)) return (item) => item === name;
  return (item) => matches(pattern, [...item]);
}

/** More alternatives than this are not looked at. */
const MOST = 64;

function expand(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  for (let one = open.pop(); one !== undefined && done.length < MOST; one = open.pop()) {
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(one);
    if (!braces) done.push(one);
    else
      for (const choice of (braces[1] as string).split(',').slice(0, MOST))
        open.push(one.slice(0, braces.index) + choice + one.slice(braces.index + braces[0].length));
    open.splice(MOST);
  }
  return done;
}

/** True for the paths (with `/`) that GLOB asks for. */
export function compileGlob(glob: string): (path: string) => boolean {
  const patterns = expand(glob).map(
    (one): Pattern<string> => one.split('/').map((name) => (name === '**' ? STAR : compileName(name))),
  );
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => matches(pattern, names));
  };
}
