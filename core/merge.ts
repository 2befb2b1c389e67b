/**
 * Bringing together what two sides wrote: by id, and never refusing. A window's patch is put on what storage
 * holds even when it was made against something older (sent twice after a crash, or crossed by a change from
 * outside); an edit wins over a removal, because what is gone can't be asked for again.
 */
import { annotationLine, relationLine } from './file-text';
import type { Annotation, Attributes, DocumentFacts, Layer, Relation, Schema } from './model';
import { type Change, change, compareAnnotations, type Patch } from './patch';

interface Identified {
  readonly id: string;
}
type Rows<T> = readonly T[];
type Same<T> = (a: T, b: T) => boolean;

const sameAnnotation: Same<Annotation> = (a, b) => a === b || annotationLine(a) === annotationLine(b);
const sameRelation: Same<Relation> = (a, b) => a === b || relationLine(a) === relationLine(b);
const sameJson = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

const byId = <T extends Identified>(rows: Rows<T>) => new Map(rows.map((row) => [row.id, row]));

/** ROWS with what CHANGE adds and updates put in and what it removes taken out, whether or not it fits. */
function put<T extends Identified>(rows: Rows<T>, of: Change<T> | undefined): Rows<T> {
  if (!of) return rows;
  const map = byId(rows);
  for (const row of of.removed) map.delete(row.id);
  for (const [, after] of of.updated) map.set(after.id, after);
  for (const row of of.added) map.set(row.id, row);
  if (!of.order) return [...map.values()];
  const rank = new Map(of.order[1].map((id, i) => [id, i]));
  return [...map.values()].sort((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0);
}

/** Annotations and relations in file order, and only relations with both ends. */
export function tidy(layer: Layer): Layer {
  const annotations = [...layer.annotations].sort(compareAnnotations);
  if (layer.relations.length === 0) return { ...layer, annotations };
  const ids = new Set(annotations.map((it) => it.id));
  const relations = layer.relations.filter((it) => ids.has(it.from) && ids.has(it.to));
  return { ...layer, annotations, relations: relations.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** More rows than this are put on faster all at once. */
const FEW = 100;

/** Which id stands for which row, kept for the newest list only: making it anew for every edit of 50,000 takes longer than the edit. */
const indexes = new WeakMap<Rows<Annotation>, Map<string, Annotation>>();

function rankOf(rows: Rows<Annotation>, row: Annotation): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAnnotations(rows[middle] as Annotation, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same as `put` and sorting, for a few changes of ROWS in file order; null when they turn out not to be. */
function putInOrder(rows: Rows<Annotation>, of: Change<Annotation>): Rows<Annotation> | null {
  const index = indexes.get(rows) ?? byId(rows);
  indexes.delete(rows);
  const next = [...rows];
  const fresh = [...of.updated.map(([, after]) => after), ...of.added];
  for (const { id } of [...of.removed, ...fresh]) {
    const old = index.get(id);
    if (!old) continue;
    const rank = rankOf(next, old);
    if (next[rank]?.id !== id) return null;
    next.splice(rank, 1);
    index.delete(id);
  }
  for (const row of new Map(fresh.map((it) => [it.id, it])).values()) {
    next.splice(rankOf(next, row), 0, row);
    index.set(row.id, row);
  }
  indexes.set(next, index);
  return next;
}

/** LAYER (a tidy one) with the layer parts of PATCH put on it. Putting the same patch twice is putting it once. */
export function putOnLayer(layer: Layer, patch: Patch): Layer {
  const next = { ...layer, ...patch.facts?.[1] };
  if (!patch.annotations && !patch.relations) return next;
  const of = patch.annotations;
  if (of && !patch.relations && layer.relations.length === 0) {
    const few = of.added.length + of.updated.length + of.removed.length <= FEW;
    const annotations = few ? putInOrder(layer.annotations, of) : null;
    if (annotations) return { ...next, annotations };
  }
  return tidy({
    ...next,
    annotations: put(layer.annotations, patch.annotations),
    relations: put(layer.relations, patch.relations),
  });
}

/** SCHEMA with the schema parts of PATCH put on it. */
export function putOnSchema(schema: Schema, patch: Patch): Schema {
  return {
    labels: put(schema.labels, patch.labels),
    attributes: put(schema.attributes, patch.attributes),
    relationTypes: put(schema.relationTypes, patch.relationTypes),
    documentFields: put(schema.documentFields, patch.documentFields),
  };
}

/** The project's memo after PATCH. */
export const putOnMemo = (memo: string, patch: Patch): string => patch.projectMemo?.[1] ?? memo;

/** Three-way: what only one side changed is taken; where both did, an edit wins over a removal, else CHOOSE decides. */
function mergeRows<T extends Identified>(
  base: Rows<T>,
  ours: Rows<T>,
  theirs: Rows<T>,
  same: Same<T>,
  choose: (ours: T, theirs: T) => T,
): Rows<T> {
  const [was, their] = [byId(base), byId(theirs)];
  const merged: T[] = [];
  const seen = new Set<string>();
  for (const our of ours) {
    seen.add(our.id);
    const old = was.get(our.id);
    const other = their.get(our.id);
    const untouched = old !== undefined && same(our, old);
    if (other === undefined) {
      if (!untouched) merged.push(our);
    } else if (same(our, other)) merged.push(our);
    else if (untouched) merged.push(other);
    else if (old !== undefined && same(other, old)) merged.push(our);
    else merged.push(choose(our, other));
  }
  for (const other of theirs) {
    const old = was.get(other.id);
    // In neither OURS nor changed by them: we removed it.
    if (!seen.has(other.id) && (old === undefined || !same(other, old))) merged.push(other);
  }
  return merged;
}

function mergeFields(base: Attributes, ours: Attributes, theirs: Attributes): Attributes {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = sameJson(ours[key], base[key]) ? theirs[key] : ours[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function mergeFacts(base: DocumentFacts, ours: DocumentFacts, theirs: DocumentFacts): DocumentFacts {
  return {
    status: ours.status === base.status ? theirs.status : ours.status,
    memo: ours.memo === base.memo ? theirs.memo : ours.memo,
    fields: mergeFields(base.fields, ours.fields, theirs.fields),
  };
}

const later = (ours: Annotation, theirs: Annotation) => (theirs.updatedAt > ours.updatedAt ? theirs : ours);

/**
 * OURS with what THEIRS changed since BASE. An annotation that both changed is the later one (`updatedAt`);
 * for the rest ours stands. The document and the annotator stay ours.
 */
export function mergeLayers(base: Layer, ours: Layer, theirs: Layer): Layer {
  return tidy({
    ...ours,
    ...mergeFacts(base, ours, theirs),
    annotations: mergeRows(base.annotations, ours.annotations, theirs.annotations, sameAnnotation, later),
    relations: mergeRows(base.relations, ours.relations, theirs.relations, sameRelation, (it) => it),
  });
}

function difference<T extends Identified>(before: Rows<T>, after: Rows<T>, same: Same<T>): Change<T> | null {
  const [old, now] = [byId(before), byId(after)];
  const updated = after.flatMap((row) => {
    const was = old.get(row.id);
    return was !== undefined && !same(was, row) ? [[was, row] as const] : [];
  });
  const added = after.filter((row) => !old.has(row.id));
  const removed = before.filter((row) => !now.has(row.id));
  return added.length + updated.length + removed.length === 0 ? null : change({ added, updated, removed });
}

/** The patch that takes BEFORE to AFTER; null when they hold the same. */
export function layerDifference(before: Layer, after: Layer): Patch | null {
  const annotations = difference(before.annotations, after.annotations, sameAnnotation);
  const relations = difference(before.relations, after.relations, sameRelation);
  const facts = ({ status, memo, fields }: DocumentFacts): DocumentFacts => ({ status, memo, fields });
  const sameFacts = sameJson(facts(before), facts(after));
  if (!annotations && !relations && sameFacts) return null;
  return {
    ...(annotations && { annotations }),
    ...(relations && { relations }),
    ...(!sameFacts && { facts: [facts(before), facts(after)] as const }),
  };
}
