/** Takes out of a document what a format can't say, and tells each thing: nothing is dropped in silence. */

import { losses as why } from '../locale/en/losses';
import type { Annotation, Layer, Relation, Schema } from '../model';
import { compareAnnotations } from '../patch';
import type { Carries, ExportDocument, Lose, LossReason } from './format';

export interface ReduceChoices {
  /** What becomes of discontinuous annotations: `parts`, `hull` or `drop`. */
  readonly discontinuous: string;
  /** Which of overlapping annotations stays: `longest`, `first` or `label`. */
  readonly overlap: string;
}

/** Ids of SCHEMA's labels by their place in it. */
export const ranksOf = (schema: Schema): ReadonlyMap<string, number> =>
  new Map(schema.labels.map((label, i) => [label.id, i]));

/** Tells what of SCHEMA the format can't say. */
export function loseSchema(schema: Schema, carries: Carries, lose: Lose): void {
  if (carries.hierarchy) return;
  for (const { id, parent } of schema.labels)
    if (parent !== null)
      lose({
        document: null,
        id,
        fate: 'dropped',
        what: 'hierarchy',
        reason: why['no-hierarchy'],
      });
}

/** DOCUMENT with what CARRIES allows. RANKS order the labels for `overlap: label`. */
export function reduce(
  document: ExportDocument,
  carries: Carries,
  choices: ReduceChoices,
  ranks: ReadonlyMap<string, number>,
  lose: Lose,
): ExportDocument {
  const told: Told = (id, fate, what, reason) => lose({ document: document.path, id, fate, what, reason });
  let layers = document.layers;
  if (!carries.discontinuous) layers = layers.map((layer) => join(layer, document.text, choices, told));
  if (!carries.overlap) layers = apart(layers, choices, ranks, told);
  if (!carries.relations) layers = layers.map((layer) => withoutRelations(layer, told));
  layers = layers.map((layer) => plain(layer, carries, told));
  if (!carries.annotators && layers.length > 1)
    for (const { annotator } of layers) told(annotator.id, 'flattened', 'annotator', why['no-annotators']);
  return { ...document, layers };
}

type Told = (
  id: string,
  fate: 'dropped' | 'flattened',
  what: Parameters<Lose>[0]['what'],
  reason: LossReason,
) => void;

/** The relations of LAYER among ANNOTATIONS; those that lost an end are told. */
function ended(layer: Layer, annotations: readonly Annotation[], told: Told): Layer {
  const ids = new Set(annotations.map((it) => it.id));
  const relations = layer.relations.filter((it) => {
    const whole = ids.has(it.from) && ids.has(it.to);
    if (!whole) told(it.id, 'dropped', 'relation', why['no-end']);
    return whole;
  });
  return { ...layer, annotations, relations };
}

/** An id for part N (from 0) of the annotation ID. */
export const partId = (id: string, n: number) => (n === 0 ? id : `${id}.${n + 1}`);

function join(layer: Layer, text: string, { discontinuous }: ReduceChoices, told: Told): Layer {
  if (layer.annotations.every((it) => it.spans.length === 1)) return layer;
  const annotations = layer.annotations.flatMap((it): Annotation[] => {
    const [first, last] = [it.spans[0], it.spans.at(-1)];
    if (it.spans.length === 1 || !first || !last) return [it];
    if (discontinuous === 'drop') {
      told(it.id, 'dropped', 'annotation', why.discontinuous);
      return [];
    }
    if (discontinuous === 'hull') {
      told(it.id, 'flattened', 'annotation', why['discontinuous-hull']);
      const exact = text.slice(first.start, last.end);
      return [
        {
          ...it,
          spans: [{ start: first.start, end: last.end, exact, prefix: first.prefix, suffix: last.suffix }],
        },
      ];
    }
    told(it.id, 'flattened', 'annotation', why['discontinuous-parts']);
    return it.spans.map((span, n) => ({ ...it, id: partId(it.id, n), spans: [span] }));
  });
  return ended(layer, annotations.sort(compareAnnotations), told);
}

const startOf = (it: Annotation) => it.spans[0]?.start ?? 0;
const lengthOf = (it: Annotation) => it.spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Keeps, over all layers, annotations of which no two share a character. */
function apart(
  layers: readonly Layer[],
  { overlap }: ReduceChoices,
  ranks: ReadonlyMap<string, number>,
  told: Told,
): readonly Layer[] {
  const rank = (it: Annotation) => ranks.get(it.label) ?? Infinity;
  const before = (a: Annotation, b: Annotation) =>
    (overlap === 'label' ? rank(a) - rank(b) || 0 : 0) ||
    (overlap === 'first' ? startOf(a) - startOf(b) : 0) ||
    lengthOf(b) - lengthOf(a) ||
    compareAnnotations(a, b);
  const taken = new Taken();
  const kept = new Set<Annotation>();
  for (const it of layers.flatMap((layer) => layer.annotations).sort(before)) {
    if (taken.isFree(it)) {
      taken.take(it);
      kept.add(it);
    } else told(it.id, 'dropped', 'annotation', why.overlap);
  }
  return layers.map((layer) =>
    ended(
      layer,
      layer.annotations.filter((it) => kept.has(it)),
      told,
    ),
  );
}

/** Spans that do not overlap, in order. */
class Taken {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** The first taken span that ends behind OFFSET. */
  private after(offset: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isFree(it: Annotation): boolean {
    return it.spans.every(({ start, end }) => (this.starts[this.after(start)] ?? Infinity) >= end);
  }

  take(it: Annotation): void {
    for (const { start, end } of it.spans) {
      const at = this.after(start);
      this.starts.splice(at, 0, start);
      this.ends.splice(at, 0, end);
    }
  }
}

function withoutRelations(layer: Layer, told: Told): Layer {
  for (const { id } of layer.relations) told(id, 'dropped', 'relation', why['no-relations']);
  return layer.relations.length === 0 ? layer : { ...layer, relations: [] };
}

const isAsked = (record: object) => Object.keys(record).length > 0;

/** LAYER without the answers, notes and facts that the format has no place for. */
function plain(layer: Layer, carries: Carries, told: Told): Layer {
  const annotation = (it: Annotation): Annotation => {
    const attributes = carries.attributes || !isAsked(it.attributes) ? it.attributes : {};
    const note = carries.notes ? it.note : '';
    if (attributes !== it.attributes) told(it.id, 'dropped', 'attributes', why['no-answers']);
    if (note !== it.note) told(it.id, 'dropped', 'note', why['no-notes']);
    return attributes === it.attributes && note === it.note ? it : { ...it, attributes, note };
  };
  const relation = (it: Relation): Relation => {
    if (carries.relationFacts) return it;
    if (isAsked(it.attributes)) told(it.id, 'dropped', 'attributes', why['no-relation-answers']);
    if (it.note !== '') told(it.id, 'dropped', 'note', why['no-relation-notes']);
    return { ...it, attributes: {}, note: '' };
  };
  const who = layer.annotator.id;
  if (!carries.documentFields && isAsked(layer.fields)) told(who, 'dropped', 'fields', why['no-fields']);
  if (!carries.documentFacts && (layer.memo !== '' || layer.status !== 'todo'))
    told(who, 'dropped', 'facts', why['no-facts']);
  return {
    ...layer,
    annotations: layer.annotations.map(annotation),
    relations: layer.relations.map(relation),
    fields: carries.documentFields ? layer.fields : {},
    status: carries.documentFacts ? layer.status : 'todo',
    memo: carries.documentFacts ? layer.memo : '',
  };
}
