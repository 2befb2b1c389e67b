/** What is likely to be a name, a date or a number: where hands that mark entities want to go next. */
import type { AnnotationSet } from './annotation-set';
import { snapToGraphemes } from './graphemes';
import type { Annotation, Span } from './model';

/** A word that begins with a capital or a digit; a number with its decimals. */
const word = String.raw`[\p{Lu}\p{Lt}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,]\p{N}+)*`;
/** Words of a run are apart by a space or a hyphen, or by a comma before a number (`May 24, 2023`). */
const run = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${word}(?:(?:[ \u00a0-]|, (?=\p{N}))${word})*`, 'gu');

/** Longer annotations (UTF-16 units from their start to their end) are passages: names inside them are still to be found. */
const LONGEST = 60;

function isPassage({ spans }: Annotation, name: Span): boolean {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  return end - start > LONGEST && end - start > name.end - name.start;
}

/** The next run of capitalised words and numbers that begins at OFFSET or behind it and carries no annotation but that of a longer passage; null when there is none. */
export function nameFrom(text: string, annotations: AnnotationSet, offset: number): Span | null {
  run.lastIndex = offset;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const span = snapToGraphemes(text, { start: match.index, end: match.index + match[0].length });
    if (annotations.overlapping(span).every((it) => isPassage(it, span))) {
      run.lastIndex = 0;
      return span;
    }
  }
  return null;
}
