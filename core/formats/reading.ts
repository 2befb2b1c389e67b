/** A document as a reading copy shows it: annotations numbered as they begin, marks line by line. */
import type { Annotation, Layer } from '../model';
import { compareAnnotations } from '../patch';
import type { ExportDocument } from './format';

export interface Numbered {
  /** From 1, in the order of the text, over all annotators. */
  readonly number: number;
  readonly annotation: Annotation;
  readonly layer: Layer;
}

/** One part of an annotation. */
export interface Mark extends Numbered {
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Marks that share characters have different ones, from 0. */
  readonly lane: number;
}

export interface Line {
  readonly start: number;
  /** Where its line break begins. */
  readonly end: number;
  /** Marks that begin here or in the line break behind it. */
  readonly marks: readonly Mark[];
  /** Where the next line begins. */
  readonly next: number;
}

export const numbered = ({ layers }: ExportDocument): readonly Numbered[] =>
  layers
    .flatMap((layer) => layer.annotations.map((annotation) => ({ annotation, layer })))
    .sort((a, b) => compareAnnotations(a.annotation, b.annotation))
    .map((it, i) => ({ ...it, number: i + 1 }));

/** Finds the row of an annotation of LAYER by its id. */
export function rowsById(rows: readonly Numbered[], layer: Layer): (id: string) => Numbered | undefined {
  const byId = new Map(rows.filter((it) => it.layer === layer).map((it) => [it.annotation.id, it]));
  return (id) => byId.get(id);
}

/** The parts of ROWS by their starts, the longer first. */
function marksOf(rows: readonly Numbered[]): readonly Mark[] {
  const marks = rows.flatMap((it) =>
    it.annotation.spans.map(({ start, end }, i, { length }) => ({
      ...it,
      start,
      end,
      isFirst: i === 0,
      isLast: i === length - 1,
    })),
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
  /** Where the mark on each lane ends. */
  const ends: number[] = [];
  return marks.map((mark) => {
    const free = ends.findIndex((end) => end <= mark.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = mark.end;
    return { ...mark, lane };
  });
}

/** The lines of TEXT, whatever their breaks, with the marks of ROWS. */
export function* linesOf(text: string, rows: readonly Numbered[]): Generator<Line> {
  const marks = marksOf(rows);
  const breaks = /\r\n|\r|\n/g;
  let [start, at] = [0, 0];
  for (;;) {
    const found = breaks.exec(text);
    const [end, next] = found ? [found.index, breaks.lastIndex] : [text.length, text.length + 1];
    const from = at;
    while (at < marks.length && (marks[at] as Mark).start < next) at++;
    yield { start, end, next, marks: marks.slice(from, at) };
    if (!found) return;
    start = next;
  }
}

/** Whether paragraphs of TEXT are parted by empty lines, so that a line break alone parts nothing. */
export const isSpaced = (text: string): boolean =>
  /\S[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*[\r\n]\s*\S/.test(text);

/** The words of an annotation, its parts joined. */
export const wordsOf = ({ spans }: Annotation): string => spans.map((it) => it.exact).join(' … ');
