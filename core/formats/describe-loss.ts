/** What a loss is about, in words that people know it by: ids say nothing to them. */
import type { Layer, Schema } from '../model';
import { quoteOf } from '../passages';
import type { ExportDocument, Loss } from './format';

/** A longer quote is cut, in UTF-16 units. */
const LONGEST = 60;

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

/** A function that describes losses of DOCUMENT (null: of SCHEMA itself); what it needs is made when it is first called. */
export function describeLoss(schema: Schema, document: ExportDocument | null): (loss: Loss) => string {
  const labels = new Map(schema.labels.map(({ id, name }) => [id, name]));
  const types = new Map(schema.relationTypes.map(({ id, name }) => [id, name]));
  if (document === null) return ({ id }) => labels.get(id) ?? types.get(id) ?? id;
  let known: ReadonlyMap<string, string> | null = null;
  const all = () => new Map(document.layers.flatMap((layer) => [...named(layer, labels, types)]));
  return ({ id }) => {
    known ??= all();
    // A part of a discontinuous annotation has the whole one's id and a number (reduce.ts).
    return known.get(id) ?? known.get(id.replace(/\.\d+$/, '')) ?? id;
  };
}

type Names = ReadonlyMap<string, string>;

function* named(
  { annotator, annotations, relations }: Layer,
  labels: Names,
  types: Names,
): Generator<[string, string]> {
  yield [annotator.id, annotator.name];
  const quotes = new Map(annotations.map((it) => [it.id, `“${cut(quoteOf(it))}”`]));
  for (const { id, label } of annotations) yield [id, `${labels.get(label) ?? label} ${quotes.get(id)}`];
  for (const { id, type, from, to } of relations)
    yield [id, `${quotes.get(from)} ${types.get(type) ?? type} ${quotes.get(to)}`];
}
