/** Collects what a reader finds of one document, annotator by annotator. */
import { firstFree } from '../first-free';
import type { Attributes, AttributeValue, Status } from '../model';
import type { ImportedAnnotation, ImportedLayer, ImportedRelation } from './imported';

type Who = ImportedLayer['annotator'];

interface OpenLayer {
  readonly annotator: Who;
  readonly annotations: ImportedAnnotation[];
  readonly relations: ImportedRelation[];
  readonly fields: [string, AttributeValue][];
  memo: string;
  status: Status | null;
  /** The id that an annotation has here, by the one in the file. */
  readonly ids: Map<string, string>;
}

/** Ids that a document's annotations have so far, and how far the numbers behind like ones have come. */
export interface UsedIds {
  readonly all: Set<string>;
  readonly reached: Map<string, number>;
}

export const noIds = (): UsedIds => ({ all: new Set(), reached: new Map() });

/** An id for what the file calls ID: the same, or another when it is used already. */
export function unusedId({ all, reached }: UsedIds, id: string): string {
  const own = firstFree(
    id,
    (n) => (n === 1 ? id : `${id}~${n}`),
    (it) => all.has(it),
    reached,
  );
  all.add(own);
  return own;
}

export interface Gathered {
  /** In the order they were met. */
  readonly layers: Map<string, OpenLayer>;
  readonly ids: UsedIds;
}

export const gather = (): Gathered => ({ layers: new Map(), ids: noIds() });

const keyOf = (annotator: Who) => JSON.stringify(annotator && [annotator.id, annotator.name]);

/** The layer of ANNOTATOR, if there is one yet. */
export const layerNamed = ({ layers }: Gathered, annotator: Who): OpenLayer | undefined =>
  layers.get(keyOf(annotator));

/** The layer of ANNOTATOR, opened when it is new. */
export function layerOf({ layers }: Gathered, annotator: Who): OpenLayer {
  const held = layers.get(keyOf(annotator));
  if (held) return held;
  const layer: OpenLayer = {
    annotator,
    annotations: [],
    relations: [],
    fields: [],
    memo: '',
    status: null,
    ids: new Map(),
  };
  layers.set(keyOf(annotator), layer);
  return layer;
}

/** An id for the annotation of LAYER that the file calls ID; the layer finds it by the file's id when it is its first. */
export function idIn(gathered: Gathered, layer: OpenLayer, id: string): string {
  const own = unusedId(gathered.ids, id);
  if (!layer.ids.has(id)) layer.ids.set(id, own);
  return own;
}

/** Attributes of PAIRS; also when one is named `__proto__`. */
export const attributesOf = (pairs: Iterable<readonly [string, AttributeValue]>): Attributes =>
  Object.fromEntries(pairs);

export const layersOf = ({ layers }: Gathered): readonly ImportedLayer[] =>
  [...layers.values()].map(({ ids: _, fields, ...layer }) => ({ ...layer, fields: attributesOf(fields) }));
