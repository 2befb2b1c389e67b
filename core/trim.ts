/** Selections by mouse take a space or a full stop too many: what is left without them. */
import { snapToGraphemes } from './graphemes';
import type { Span } from './model';

/** Spaces, line ends, punctuation; brackets and quotation marks too. */
const edge = /^[\p{White_Space}\p{P}]$/u;

/** SPAN without spaces and punctuation at its ends; one that holds nothing else stays as it is. */
export function trimmed(text: string, span: Span): Span {
  const characters = [...text.slice(span.start, span.end)];
  const first = characters.findIndex((it) => !edge.test(it));
  if (first < 0) return span;
  let last = characters.length - 1;
  while (edge.test(characters[last] as string)) last--;
  const length = (from: number, to: number) => characters.slice(from, to).join('').length;
  return snapToGraphemes(text, {
    start: span.start + length(0, first),
    end: span.end - length(last + 1, characters.length),
  });
}
