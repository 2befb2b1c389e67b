/** What a search over many documents gives, and labelling it as one step. */
import type { AnnotationSet } from './annotation-set';
import { ok, type Result } from './failure';
import type { HistoryPart } from './history';
import type { Annotation, Attributes, QuotedSpan, Span } from './model';
import { change } from './patch';
import type { Query } from './query';
import { searchForLines } from './repeats';
import { type Search, searchFor } from './search';

/** What is looked for: what a query matches, or whole lines. */
export type Wanted = Query | { readonly lines: readonly string[] };

export const searchWanted = (wanted: Wanted): Result<Search> =>
  'lines' in wanted ? ok(searchForLines(wanted.lines)) : searchFor(wanted);

/** A match, and the labels that own annotations carry on just this span. */
export interface Hit extends QuotedSpan {
  readonly labels: readonly string[];
}

/** Matches of one document; a document of very many comes in several parts. */
export interface DocumentHits {
  readonly path: string;
  readonly hits: readonly Hit[];
  /** Why the document can't be annotated, in plain words; null when it can, or nobody asked. */
  readonly readOnly: string | null;
}

const place = ({ start, end }: Span) => `${start}-${end}`;

/** Which labels ANNOTATIONS of a single span carry, by place. */
export function labelPlaces(annotations: readonly Annotation[]): (span: Span) => readonly string[] {
  const places = new Map<string, string[]>();
  for (const { label, spans } of annotations) {
    const [span] = spans;
    if (!span || spans.length > 1) continue;
    const key = place(span);
    const known = places.get(key);
    if (known) known.push(label);
    else places.set(key, [label]);
  }
  return (span) => places.get(place(span)) ?? [];
}

/** The same of the open document. */
export const labelsOn = (annotations: AnnotationSet, span: Span): readonly string[] =>
  labelPlaces(annotations.overlapping(span))(span);

/** Tells whether a span of a document is named for the first time. What comes in order costs no memory of places. */
function notedOnce(): (path: string, span: Span) => boolean {
  const reached = new Map<string, { until: number; readonly places: Span[]; known: Set<string> | null }>();
  return (path, span) => {
    const of = reached.get(path) ?? { until: 0, places: [], known: null };
    reached.set(path, of);
    const isFurther = span.start >= of.until;
    if (!isFurther) of.known ??= new Set(of.places.map(place));
    if (!isFurther && of.known?.has(place(span))) return false;
    of.until = Math.max(of.until, span.end);
    of.places.push(span);
    of.known?.add(place(span));
    return true;
  };
}

export interface Adding {
  readonly label: string;
  /** What a new annotation of this label starts with. */
  readonly attributes: Attributes;
  /** ISO 8601. */
  readonly now: string;
  readonly newId: () => string;
}

/**
 * One step that adds a label on all of FOUND, a part for each document. Leaves out what carries the label already,
 * what is named twice, and documents that can't be annotated.
 */
export function addToHits(
  { label, attributes, now, newId }: Adding,
  found: readonly DocumentHits[],
): HistoryPart[] {
  const added = new Map<string, Annotation[]>();
  const isNew = notedOnce();
  for (const { path, hits, readOnly } of found) {
    if (readOnly !== null) continue;
    const list = added.get(path) ?? [];
    for (const hit of hits) {
      if (hit.labels.includes(label) || !isNew(path, hit)) continue;
      const { start, end, exact, prefix, suffix } = hit;
      list.push({
        id: newId(),
        label,
        spans: [{ start, end, exact, prefix, suffix }],
        attributes,
        note: '',
        origin: 'manual',
        createdAt: now,
        updatedAt: now,
      });
    }
    if (list.length > 0) added.set(path, list);
  }
  return [...added].map(([document, rows]) => ({
    document,
    patch: { annotations: change({ added: rows }) },
  }));
}
