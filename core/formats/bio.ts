/** Tags of tokens: which token begins, goes on in, and ends an entity (IOB1, IOB2, IOBES; read: BILOU and IO too). */
import type { TokenSpan } from './token-spans';

export type TagScheme = 'iob2' | 'iobes' | 'iob1';

/** A tag for each of COUNT tokens; SPANS are in order and share none. */
export function tagsOf(count: number, spans: readonly TokenSpan[], scheme: TagScheme): string[] {
  const tags = new Array<string>(count).fill('O');
  let before: TokenSpan | null = null;
  for (const span of spans) {
    const { first, last, label } = span;
    for (let i = first; i <= last; i++) tags[i] = `I-${label}`;
    const meetsTwin: boolean = before?.label === label && before.last === first - 1;
    if (scheme !== 'iob1' || meetsTwin) tags[first] = `B-${label}`;
    if (scheme === 'iobes') {
      tags[last] = `E-${label}`;
      if (first === last) tags[first] = `S-${label}`;
    }
    before = span;
  }
  return tags;
}

/** Prefix and label of TAG; null for none (`O`), undefined for what is no tag with a prefix. */
export function partsOf(tag: string): { readonly prefix: string; readonly label: string } | null | undefined {
  if (tag === 'O' || tag === '') return null;
  const found = /^([BIOESUL])[-_](.+)$/.exec(tag);
  return found ? { prefix: found[1] as string, label: found[2] as string } : undefined;
}

/**
 * The entities of TAGS. B, S and U begin one; I, E and L go on in one of the same label, else they begin one, as
 * IOB1 wants it and as taggers’ broken sequences are read everywhere; a label alone counts as I.
 */
export function spansOf(tags: readonly string[]): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let open: TokenSpan | null = null;
  for (const [i, tag] of tags.entries()) {
    const parts = partsOf(tag) === undefined ? { prefix: 'I', label: tag } : partsOf(tag);
    if (!parts || parts.prefix === 'O') {
      open = null;
      continue;
    }
    const { prefix, label } = parts;
    const goesOn = open?.label === label && 'IEL'.includes(prefix);
    const span: TokenSpan = { first: goesOn ? (open as TokenSpan).first : i, last: i, label };
    if (goesOn) spans[spans.length - 1] = span;
    else spans.push(span);
    open = 'ELSU'.includes(prefix) ? null : span;
  }
  return spans;
}

/** Builds the text of tagged tokens again: words parted by spaces, sentences by line ends. Offsets are UTF-16 units. */
export interface Rebuilt {
  readonly text: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly exact: string;
    readonly label: string;
  }[];
}

export function rebuilt(
  sentences: readonly { readonly tokens: readonly string[]; readonly tags: readonly string[] }[],
): Rebuilt {
  const spans: Rebuilt['spans'][number][] = [];
  const lines: string[] = [];
  let at = 0;
  for (const { tokens, tags } of sentences) {
    const starts: number[] = [];
    let end = 0;
    for (const token of tokens) {
      starts.push(end);
      end += token.length + 1;
    }
    const line = tokens.join(' ');
    for (const { first, last, label } of spansOf(tags)) {
      const [start, stop] = [starts[first] ?? 0, (starts[last] ?? 0) + (tokens[last]?.length ?? 0)];
      spans.push({ start: at + start, end: at + stop, exact: line.slice(start, stop), label });
    }
    lines.push(line);
    at += line.length + 1;
  }
  return { text: lines.join('\n'), spans };
}
