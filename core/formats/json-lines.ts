/** Pieces of JSON for the formats that hold one document a line, a bounded number of rows at a time. */

import { losses as why } from '../locale/en/losses';
import type { Annotation, Attributes, Layer, Schema } from '../model';
import { type OffsetTable, offsetTable } from '../offsets';
import type { ExportDocument, Lose, Piece } from './format';

const ROWS = 1000;

/** The text of a JSON array of ITEMS. */
export function* jsonArray(items: Iterable<unknown>): Generator<string> {
  let rows: string[] = [];
  let isFirst = true;
  yield '[';
  for (const item of items) {
    rows.push(JSON.stringify(item));
    if (rows.length < ROWS) continue;
    yield `${isFirst ? '' : ', '}${rows.join(', ')}`;
    rows = [];
    isFirst = false;
  }
  if (rows.length > 0) yield `${isFirst ? '' : ', '}${rows.join(', ')}`;
  yield ']';
}

/** TEXTS as pieces of the main file. */
export function* mainPieces(texts: Iterable<string>): Generator<Piece> {
  for (const data of texts) yield { to: '', data };
}

/** Names by id; what the schema lacks goes by its id. */
export function namesOf(rows: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(rows.map((it) => [it.id, it.name]));
  return (id: string): string => names.get(id) ?? id;
}

/** An annotation with its place from its first to its last unit; discontinuous ones were taken out by reduce.ts. */
export interface Placed {
  readonly annotation: Annotation;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
}

/** The annotations of DOCUMENT, layer by layer; offsets are UTF-16 units. */
export function* placed({ layers }: ExportDocument): Generator<Placed> {
  for (const layer of layers)
    for (const annotation of layer.annotations) {
      const [first, last] = [annotation.spans[0], annotation.spans.at(-1)];
      if (first && last) yield { annotation, layer, start: first.start, end: last.end };
    }
}

export const codePoints = (document: ExportDocument): OffsetTable => offsetTable(document.text, 'code-point');

/** The answers about DOCUMENT by the names of their fields; of annotators who disagree the first, and it is told. */
export function answersOf(document: ExportDocument, schema: Schema, lose: Lose): Attributes {
  const name = namesOf(schema.documentFields);
  const answers = new Map<string, Attributes[string]>();
  for (const { annotator, fields } of document.layers)
    for (const [id, answer] of Object.entries(fields)) {
      const there = answers.get(name(id));
      if (there === undefined) answers.set(name(id), answer);
      else if (JSON.stringify(there) !== JSON.stringify(answer))
        lose({
          document: document.path,
          id: annotator.id,
          fate: 'dropped',
          what: 'fields',
          reason: why['one-answer'],
        });
    }
  return Object.fromEntries(answers);
}
