/** What of a project goes into an export: by label, status and annotator. Documents are chosen before they are read. */
import { isSuggestion } from '../edit-suggestions';
import type { Annotation, Layer, Relation, Status } from '../model';
import type { ExportDocument } from './format';

/** Null means all; an empty list means none. */
export interface ExportFilter {
  /** Project paths. */
  readonly documents: readonly string[] | null;
  /** Ids. A label below a chosen one is not chosen by that. */
  readonly labels: readonly string[] | null;
  /** Of a layer; a document that nobody began has the status `todo`. */
  readonly status: readonly Status[] | null;
  /** Ids. */
  readonly annotators: readonly string[] | null;
}

export const unfiltered: ExportFilter = { documents: null, labels: null, status: null, annotators: null };

export interface Chosen {
  /** Null when no layer of it has a status that is wanted. */
  readonly document: ExportDocument | null;
  /** Suggestions nobody has accepted, which were left out. */
  readonly suggestions: number;
}

/** What FILTER lets through of DOCUMENT; a relation stays only with both of its ends. */
export function choose(
  document: ExportDocument,
  { labels, status, annotators }: ExportFilter,
  withSuggestions: boolean,
): Chosen {
  const theirs =
    annotators === null
      ? document.layers
      : document.layers.filter((layer) => annotators.includes(layer.annotator.id));
  const layers = status === null ? theirs : theirs.filter((layer) => status.includes(layer.status));
  if (status !== null && layers.length === 0 && !(theirs.length === 0 && status.includes('todo')))
    return { document: null, suggestions: 0 };
  let suggestions = 0;
  const wanted = labels === null ? null : new Set(labels);
  const isWanted = (it: Annotation) => {
    if (wanted !== null && !wanted.has(it.label)) return false;
    if (withSuggestions || !isSuggestion(it)) return true;
    suggestions++;
    return false;
  };
  const kept = layers.map((layer) => keep(layer, layer.annotations.filter(isWanted)));
  return { document: { ...document, layers: kept }, suggestions };
}

/** LAYER with ANNOTATIONS, a part of its own, and the relations among them. */
export function keep(layer: Layer, annotations: readonly Annotation[]): Layer {
  if (annotations.length === layer.annotations.length) return layer;
  const ids = new Set(annotations.map((it) => it.id));
  const isWhole = ({ from, to }: Relation) => ids.has(from) && ids.has(to);
  return { ...layer, annotations, relations: layer.relations.filter(isWhole) };
}
