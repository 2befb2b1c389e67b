/** Collects what a reader finds of one document, annotator by annotator. */
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

export interface Gathered {
  /** In the order they were met. */
  readonly layers: Map<string, OpenLayer>;
  /** Ids of all annotations so far. */
  readonly ids: Set<string>;
}

export const gather = (): Gathered => ({ layers: new Map(), ids: new Set() });

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

/** An id for the annotation that the file calls ID: the same, or another when the document has it already. */
export function idIn(gathered: Gathered, layer: OpenLayer, id: string): string {
  let own = id;
  for (let n = 2; gathered.ids.has(own); n++) own = `${id}~${n}`;
  gathered.ids.add(own);
  if (!layer.ids.has(id)) layer.ids.set(id, own);
  return own;
}

/** Attributes of PAIRS; also when one is named `__proto__`. */
export const attributesOf = (pairs: Iterable<readonly [string, AttributeValue]>): Attributes =>
  Object.fromEntries(pairs);

export const layersOf = ({ layers }: Gathered): readonly ImportedLayer[] =>
  [...layers.values()].map(({ ids: _, fields, ...layer }) => ({ ...layer, fields: attributesOf(fields) }));
