/** Lines of text with nested marks in HTML, also where annotations cross. */
import type { Line, Mark } from './reading';
import { xmlText } from './xml';

/** Lanes that are drawn apart; deeper ones share the last. */
export const LANES = 4;

export interface MarkStyle {
  /** The class of an annotation's label. */
  readonly label: (mark: Mark) => string;
  /** What a pointer that rests on the mark is told. */
  readonly title: (mark: Mark) => string;
  /** What stands behind the last part. */
  readonly number: (mark: Mark) => string;
}

function opening(mark: Mark, { label, title }: MarkStyle): string {
  const part = mark.annotation.spans.length > 1 ? ' part' : '';
  const kind = `${label(mark)} l${Math.min(mark.lane, LANES - 1)}${part}`;
  return `<mark class="${kind}" title="${title(mark)}">`;
}

/**
 * LINE of TEXT, with CARRIED (marks that are open from lines before) and its own. What crosses is closed and opened
 * again, so that elements always nest. Gives also the marks that go on in the next line.
 */
export function markedLine(
  text: string,
  line: Line,
  carried: readonly Mark[],
  style: MarkStyle,
): { readonly html: string; readonly carried: readonly Mark[] } {
  const startOf = (mark: Mark) => Math.min(mark.start, line.end);
  // What ends in the line break ends with the line.
  const endOf = (mark: Mark) => (mark.end <= line.next ? Math.min(mark.end, line.end) : Infinity);
  const out = carried.map((mark) => opening(mark, style));
  let open = [...carried];
  let [at, i] = [line.start, 0];
  for (;;) {
    const coming = line.marks[i];
    const start = coming ? startOf(coming) : Infinity;
    const end = open.reduce((least, mark) => Math.min(least, endOf(mark)), Infinity);
    const next = Math.min(start, end);
    if (next === Infinity) break;
    out.push(xmlText(text.slice(at, next)));
    at = next;
    if (end <= start) {
      const from = open.findIndex((mark) => endOf(mark) === end);
      out.push('</mark>'.repeat(open.length - from));
      const ended = open.filter((mark) => endOf(mark) === end);
      const others = open.slice(from).filter((mark) => endOf(mark) !== end);
      out.push(...ended.filter((mark) => mark.isLast).map(style.number));
      out.push(...others.map((mark) => opening(mark, style)));
      open = [...open.slice(0, from), ...others];
    } else if (coming) {
      out.push(opening(coming, style));
      open.push(coming);
      i++;
    }
  }
  out.push(xmlText(text.slice(at, line.end)), '</mark>'.repeat(open.length));
  return { html: out.join(''), carried: open };
}
