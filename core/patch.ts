/** Every change is a patch: what was added, updated from-to, removed. Undo, saving and merging all read the same one. */

import { type Failure, fail, ok, type Result } from './failure';
import { t } from './locale/t';
import type {
  Annotation,
  AttributeType,
  DocumentFacts,
  Label,
  Layer,
  Relation,
  RelationType,
  Schema,
} from './model';

interface Identified {
  readonly id: string;
}

export interface Change<T extends Identified> {
  readonly added: readonly T[];
  readonly updated: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  /** For lists whose order people choose (the schema's): all ids before and after. */
  readonly order?: readonly [before: readonly string[], after: readonly string[]];
}

/** A document that an import brought: a file of the project, and the hash of its bytes. */
export interface BroughtSource {
  /** Its path in the project, below `imported/`. */
  readonly id: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface Patch {
  readonly annotations?: Change<Annotation>;
  readonly relations?: Change<Relation>;
  readonly labels?: Change<Label>;
  readonly attributes?: Change<AttributeType>;
  readonly relationTypes?: Change<RelationType>;
  readonly documentFields?: Change<AttributeType>;
  readonly facts?: readonly [before: DocumentFacts, after: DocumentFacts];
  readonly projectMemo?: readonly [before: string, after: string];
  /** Files that come and go with the step; only added and removed, never over a file and never a changed one. */
  readonly sources?: Change<BroughtSource>;
}

/** The parts of a patch that live in an annotations file; the others live in postil.json. */
export const layerParts = ['annotations', 'relations', 'facts'] as const satisfies readonly (keyof Patch)[];
export const schemaParts = ['labels', 'attributes', 'relationTypes', 'documentFields'] as const;
/** All that lives in postil.json. */
export const manifestParts = [...schemaParts, 'projectMemo'] as const;

/** The parts of PATCH that belong into one file: the layer's, or postil.json's. Null when there are none. */
export function only(patch: Patch, parts: readonly (keyof Patch)[]): Patch | null {
  const kept = Object.entries(patch).filter(([part, value]) => value && parts.includes(part as keyof Patch));
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

export const touchesLayer = (patch: Patch) => layerParts.some((part) => patch[part] !== undefined);
export const touchesSchema = (patch: Patch) => manifestParts.some((part) => patch[part] !== undefined);

export const change = <T extends Identified>(parts: Partial<Change<T>>): Change<T> => ({
  added: parts.added ?? [],
  updated: parts.updated ?? [],
  removed: parts.removed ?? [],
  ...(parts.order ? { order: parts.order } : {}),
});

function reverseChange<T extends Identified>(of: Change<T>): Change<T> {
  return change({
    added: of.removed,
    updated: of.updated.map(([before, after]) => [after, before] as const),
    removed: of.added,
    ...(of.order ? { order: [of.order[1], of.order[0]] as const } : {}),
  });
}

/** The patch that takes PATCH back: applying both, one after the other, changes nothing. */
export function reverse(patch: Patch): Patch {
  return {
    ...(patch.annotations && { annotations: reverseChange(patch.annotations) }),
    ...(patch.relations && { relations: reverseChange(patch.relations) }),
    ...(patch.labels && { labels: reverseChange(patch.labels) }),
    ...(patch.attributes && { attributes: reverseChange(patch.attributes) }),
    ...(patch.relationTypes && { relationTypes: reverseChange(patch.relationTypes) }),
    ...(patch.documentFields && { documentFields: reverseChange(patch.documentFields) }),
    ...(patch.facts && { facts: [patch.facts[1], patch.facts[0]] as const }),
    ...(patch.projectMemo && { projectMemo: [patch.projectMemo[1], patch.projectMemo[0]] as const }),
    ...(patch.sources && { sources: reverseChange(patch.sources) }),
  };
}

/**
 * Why OF does not fit rows of which HAS knows the ids: a row to update or remove is missing, one to add is
 * there (and not removed by OF itself), one is named twice, or an id changes. Null when it fits.
 */
export function misfit<T extends Identified>(has: (id: string) => boolean, of: Change<T>): Failure | null {
  const gone = new Set<string>();
  for (const { id } of of.removed) {
    if (!has(id) || gone.has(id)) return stale(id, 'gone');
    gone.add(id);
  }
  const touched = new Set<string>();
  for (const [{ id }, after] of of.updated) {
    if (!has(id) || gone.has(id)) return stale(id, 'gone');
    if (after.id !== id) return stale(id, 'other');
    if (touched.has(id)) return stale(id, 'twice');
    touched.add(id);
  }
  const fresh = new Set<string>();
  for (const { id } of of.added) {
    if ((has(id) && !gone.has(id)) || fresh.has(id)) return stale(id, 'there');
    fresh.add(id);
  }
  return null;
}

/** Applies OF to rows by id, in place of the map, or refuses it and changes nothing (see misfit). */
export function applyToMap<T extends Identified>(rows: Map<string, T>, of: Change<T>): Failure | null {
  const failure = misfit((id) => rows.has(id), of);
  if (failure) return failure;
  for (const row of of.removed) rows.delete(row.id);
  for (const [, after] of of.updated) rows.set(after.id, after);
  for (const row of of.added) rows.set(row.id, row);
  return null;
}

const stale = (id: string, what: 'gone' | 'other' | 'twice' | 'there'): Failure => ({
  code: 'stale-patch',
  message: t(`data.stale.${what}`, { id }),
});

function applyToList<T extends Identified>(
  rows: readonly T[],
  of: Change<T> | undefined,
): Result<readonly T[]> {
  if (!of) return ok(rows);
  const map = new Map(rows.map((row) => [row.id, row]));
  const failure = applyToMap(map, of);
  if (failure) return { ok: false, failure };
  const rank = new Map((of.order?.[1] ?? []).map((id, i) => [id, i]));
  const list = [...map.values()];
  // Rows that the order does not know (added from outside meanwhile) stay behind, as they were.
  return ok(
    of.order ? list.sort((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0) : list,
  );
}

/** SCHEMA with the schema parts of PATCH. */
export function applyToSchema(schema: Schema, patch: Patch): Result<Schema> {
  const labels = applyToList(schema.labels, patch.labels);
  if (!labels.ok) return labels;
  const attributes = applyToList(schema.attributes, patch.attributes);
  if (!attributes.ok) return attributes;
  const relationTypes = applyToList(schema.relationTypes, patch.relationTypes);
  if (!relationTypes.ok) return relationTypes;
  const documentFields = applyToList(schema.documentFields, patch.documentFields);
  if (!documentFields.ok) return documentFields;
  return ok({
    labels: labels.value,
    attributes: attributes.value,
    relationTypes: relationTypes.value,
    documentFields: documentFields.value,
  });
}

/** RELATIONS with those of PATCH, in file order. */
export function applyToRelations(relations: readonly Relation[], patch: Patch): Result<readonly Relation[]> {
  const applied = applyToList(relations, patch.relations);
  return applied.ok && patch.relations ? ok([...applied.value].sort(compareIds)) : applied;
}

/** LAYER with the layer parts of PATCH; annotations and relations come out in file order. */
export function applyToLayer(layer: Layer, patch: Patch): Result<Layer> {
  const annotations = applyToList(layer.annotations, patch.annotations);
  if (!annotations.ok) return annotations;
  const relations = applyToList(layer.relations, patch.relations);
  if (!relations.ok) return relations;
  const before = new Set(danglingRelations(layer.annotations, layer.relations));
  const dangling = danglingRelations(annotations.value, relations.value).find((id) => !before.has(id));
  if (dangling) return fail('stale-patch', t('data.dangling', { id: dangling }));
  return ok({
    ...layer,
    ...patch.facts?.[1],
    annotations: patch.annotations ? [...annotations.value].sort(compareAnnotations) : layer.annotations,
    relations: patch.relations ? [...relations.value].sort(compareIds) : layer.relations,
  });
}

function danglingRelations(annotations: readonly Annotation[], relations: readonly Relation[]): string[] {
  if (relations.length === 0) return [];
  const ids = new Set(annotations.map((annotation) => annotation.id));
  return relations.filter(({ from, to }) => !ids.has(from) || !ids.has(to)).map(({ id }) => id);
}

const compareIds = (a: Identified, b: Identified) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** File and list order: first start, then longer first, then id. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const [first, other] = [a.spans[0], b.spans[0]];
  const lastEnd = (annotation: Annotation) => annotation.spans.at(-1)?.end ?? 0;
  return (first?.start ?? 0) - (other?.start ?? 0) || lastEnd(b) - lastEnd(a) || compareIds(a, b);
}
