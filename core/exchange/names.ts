/** Names for documents that an import brings: they stay below their folder, on every file system. */
import { firstFree } from '../first-free';

/** In UTF-8 bytes, of one name: room for what is put before and behind it. */
const LONGEST = 120;
const DEEPEST = 6;

/** Names that Windows keeps for devices, whatever follows their first dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

const bytes = (text: string) => {
  let size = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
};

function cut(text: string, most: number): string {
  // No unit is less than a byte: what may be as long as a file is not shortened one by one.
  let short = text.slice(0, most);
  while (bytes(short) > most) short = [...short].slice(0, -1).join('');
  return short;
}

/** One name of a path, or `''` when nothing of it is left. */
function cleanPart(part: string): string {
  const plain = part
    .normalize('NFC')
    // Controls, marks that turn the direction of text, what Windows forbids, and halves of pairs.
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029<>:"|?*]/gu, '_')
    .trim();
  const short = cut(plain, LONGEST).replace(/[. ]+$/, '');
  const visible = short.replace(/^\.+/, (dots) => '_'.repeat(dots.length));
  if (/^_*$/.test(visible)) return '';
  const first = visible.split('.')[0] ?? '';
  return reserved.test(first.trim()) || visible.toLowerCase() === 'node_modules' ? `_${visible}` : visible;
}

/** The folder for what FILE (a path or a name) brings: `imported/tasks`. */
export function importFolder(file: string): string {
  const name = cleanPart((file.split(/[/\\]/).filter(Boolean).at(-1) ?? '').replace(/(.)\.[^.]{1,8}$/, '$1'));
  return `imported/${name || 'documents'}`;
}

/** How names are compared: what only case or the form of an accent tells apart is one file on some systems. */
export const sameFileKey = (path: string): string => path.normalize('NFC').toLowerCase();

const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
};

/** The names that are not free any more. */
export interface Taken {
  /** Of files, and (with a slash behind) of the folders they lie in. */
  readonly keys: Set<string>;
  /** How far the numbers behind like names have come. */
  readonly reached: Map<string, number>;
}

export function takenBy(paths: Iterable<string>): Taken {
  const taken: Taken = { keys: new Set(), reached: new Map() };
  for (const path of paths) take(taken, path);
  return taken;
}

export function take({ keys }: Taken, path: string): void {
  keys.add(sameFileKey(path));
  for (const folder of foldersOf(path)) keys.add(`${sameFileKey(folder)}/`);
}

/**
 * A path below FOLDER for the document that a file calls NAME, ending in EXTENSION; none that is taken, and none
 * below a file. Nothing of the name leads out of FOLDER. The N-th (from 1) gets a number when it has no name.
 */
export function newPath(
  folder: string,
  name: string,
  n: number,
  { keys, reached }: Taken,
  extension = '.txt',
): string {
  const parts = name
    .split(/[/\\]/)
    .map(cleanPart)
    .filter((part) => part !== '')
    .slice(-DEEPEST);
  const last = parts.pop() ?? `document-${n}`;
  const stem = (last.toLowerCase().endsWith(extension) && last.slice(0, -extension.length)) || last;
  const isBelowFile = foldersOf([folder, ...parts, stem].join('/')).some((it) => keys.has(sameFileKey(it)));
  const base = isBelowFile ? `${folder}/${[...parts, stem].join(' - ')}` : [folder, ...parts, stem].join('/');
  const isTaken = (path: string) => {
    const key = sameFileKey(path);
    return keys.has(key) || keys.has(`${key}/`);
  };
  return firstFree(
    sameFileKey(base),
    (i) => (i === 1 ? base + extension : `${base} ${i}${extension}`),
    isTaken,
    reached,
  );
}
