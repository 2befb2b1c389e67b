/** Names for the files of a folder that holds one file for each document. */
import { basename, dirname } from 'node:path/posix';
import { sha256 } from '../../documents/read-document';

/** File systems take names of 255 bytes; longer ones are cut and told apart by a hash. */
const LONGEST = 240;

/** Where only case or the form of an accent tells two names apart, some systems see one. */
const folded = (path: string) => path.normalize('NFC').toLowerCase();

export class FileNames {
  private readonly given = new Map<string, string>();
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();

  constructor(private readonly extension: string) {}

  /** All that were given, in their order. */
  get all(): readonly string[] {
    return [...this.given.values()];
  }

  /** The path (with `/`) of the file of the document PATH; the same for the same document, and for no other. */
  of(path: string): string {
    const known = this.given.get(path);
    if (known !== undefined) return known;
    const above = dirname(path) === '.' ? '' : `${this.folder(dirname(path))}/`;
    const stem = above + shortened(basename(path), path);
    const name = free(
      (n) => stem + n + this.extension,
      (key) => this.files.has(key) || this.folders.has(key),
    );
    this.given.set(path, name);
    this.files.add(folded(name));
    return name;
  }

  /** PATH for a folder, where no file stands. */
  private folder(path: string): string {
    const above = dirname(path) === '.' ? '' : `${this.folder(dirname(path))}/`;
    const name = free(
      (n) => above + basename(path) + n,
      (key) => this.files.has(key),
    );
    this.folders.add(folded(name));
    return name;
  }
}

/** The first of `NAME`, `NAME (2)`, … that is not taken. */
function free(named: (suffix: string) => string, isTaken: (key: string) => boolean): string {
  let name = named('');
  for (let n = 2; isTaken(folded(name)); n++) name = named(` (${n})`);
  return name;
}

function shortened(name: string, path: string): string {
  if (Buffer.byteLength(name) <= LONGEST - 20) return name;
  let short = name;
  while (Buffer.byteLength(short) > LONGEST - 40) short = [...short].slice(0, -1).join('');
  return `${short}~${sha256(path).slice(0, 12)}`;
}
