/** Which document of the project a document of a file is. */
import type { ImportedDocument } from '../formats/imported';
import { flat } from '../line-ends';
import type { MatchedBy } from './report';

/** A document of the project. TEXT and LINES stand for its text, and its text with all line ends alike. */
export interface KnownDocument {
  readonly path: string;
  readonly sha256: string;
  readonly text: string;
  readonly lines: string;
}

/** What stands for a text: any function that gives different texts different keys. */
export type Key = (text: string) => string;

export const keysOf = (text: string, key: Key) => ({ text: key(text), lines: key(flat(text)) });

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const bare = (name: string) => name.replace(/\.(txt|ann|json|tsv|conll|xmi)$/i, '');

export interface Candidate {
  readonly path: string;
  readonly by: Exclude<MatchedBy, 'new' | 'none'>;
  /** The texts are not known to be the same: whether they are akin must be looked at. */
  readonly differs: boolean;
}

/** Finds documents of the project by what a file says of its own. */
export function matcher(
  known: readonly KnownDocument[],
  key: Key,
): (it: ImportedDocument) => Candidate | null {
  const by = <T>(of: (row: KnownDocument) => T) => {
    const map = new Map<T, KnownDocument[]>();
    for (const row of known) map.set(of(row), [...(map.get(of(row)) ?? []), row]);
    return (value: T): readonly KnownDocument[] => map.get(value) ?? [];
  };
  const [sha, paths, names] = [
    by((it) => it.sha256),
    by((it) => it.path),
    by((it) => bare(fileName(it.path))),
  ];
  const [texts, lines] = [by((it) => it.text), by((it) => it.lines)];
  return ({ name, sha256, text }) => {
    const path = name.replace(/\\/g, '/').replace(/^(\.?\/)+/, '');
    const named = [...paths(path), ...only(names(bare(fileName(path))))];
    // Of several with the same content the one with the same name is meant.
    const pick = (rows: readonly KnownDocument[]) => rows.find((row) => named.includes(row)) ?? rows[0];
    const content = text === null ? null : keysOf(text, key);
    const found = (row: KnownDocument | undefined, how: Candidate['by'], differs = false) =>
      row && { path: row.path, by: how, differs };
    return (
      (sha256 !== null && found(pick(sha(sha256)), 'sha256')) ||
      (content && found(pick(texts(content.text)), 'text')) ||
      (content && found(pick(lines(content.lines)), 'lines')) ||
      (name !== '' && found(paths(path)[0], 'path', content !== null)) ||
      (name !== '' && found(only(names(bare(fileName(path))))[0], 'name', content !== null)) ||
      null
    );
  };
}

const only = <T>(rows: readonly T[]): readonly T[] => (rows.length === 1 ? rows : []);

/** So many sentences or so are compared. */
const MOST = 2_000;
const sentences = (text: string) =>
  text
    .split(/[\r\n.!?。！？]+/, MOST)
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** True when at least half of what A says, sentence by sentence, B says too: one is likely an edited form of the other. */
export function isAkin(a: string, b: string): boolean {
  const said = sentences(a);
  const there = new Set(sentences(b));
  return said.length > 0 && said.filter((it) => there.has(it)).length * 2 >= said.length;
}
