/** What is likely to be a name, a date or a number: where hands that mark entities want to go next. */
import type { AnnotationSet } from './annotation-set';
import { snapToGraphemes } from './graphemes';
import type { Annotation, Span } from './model';
import { paragraphAt } from './paragraphs';

/** A word that begins with a capital or a digit; a number with its decimals. */
const word = String.raw`[\p{Lu}\p{Lt}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,]\p{N}+)*`;
/** Words of a run are apart by a space or a hyphen, or by a comma before a number (`May 24, 2023`). */
const run = new RegExp(
  String.raw`(?=[\p{Lu}\p{Lt}\p{N}])(?<![\p{L}\p{M}\p{N}])${word}(?:(?:[ \u00a0-]|, (?=\p{N}))${word})*`,
  'gu',
);

/** Annotations that are longer (UTF-16 units), or fill a line, are passages: names inside them are still to be found. */
const LONGEST = 60;

function isPassage(text: string, { spans }: Annotation, name: Span): boolean {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  if (end - start <= name.end - name.start) return false;
  const line = paragraphAt(text, start);
  const isLine = text.slice(line.start, start).trim() === '' && text.slice(end, line.end).trim() === '';
  return end - start > LONGEST || isLine;
}

/** No annotation but a longer passage touches NAME. */
export const isUnlabelled = (text: string, annotations: AnnotationSet, name: Span): boolean =>
  annotations.overlapping(name).every((it) => isPassage(text, it, name));

/**
 * The next run of capitalised words and numbers that begins at OFFSET or behind it, is none of those PASSED over
 * before, and carries no annotation but that of a longer passage; null when there is none.
 */
export function nameFrom(
  text: string,
  annotations: AnnotationSet,
  offset: number,
  passed: ReadonlySet<string> = new Set(),
): Span | null {
  run.lastIndex = offset;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const span = snapToGraphemes(text, { start: match.index, end: match.index + match[0].length });
    if (!passed.has(match[0]) && isUnlabelled(text, annotations, span)) {
      run.lastIndex = 0;
      return span;
    }
  }
  return null;
}
