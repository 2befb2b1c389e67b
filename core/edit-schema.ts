/** What people do to the schema: a new schema value, checked, as the patch that leads there. */

import { fail, ok, type Result } from './failure';
import { freshSlug } from './ids';
import { below, treeOf } from './label-tree';
import { t } from './locale/t';
import type { AttributeType, Label, RelationType, Schema } from './model';
import { nextColor } from './palette';
import { type Change, change, type Patch } from './patch';
import { type Problem, problemsOf, type SchemaPart } from './schema-problems';

interface Row {
  readonly id: string;
  readonly name: string;
}

function rowsChanged<T extends Row>(before: readonly T[], after: readonly T[]): Change<T> | null {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map((row) => row.id));
  const added = after.filter((row) => !old.has(row.id));
  const removed = before.filter((row) => !now.has(row.id));
  const updated = after.flatMap((row) => {
    const was = old.get(row.id);
    return was && JSON.stringify(was) !== JSON.stringify(row) ? [[was, row] as const] : [];
  });
  const order = [before.map((row) => row.id), after.map((row) => row.id)] as const;
  const isMoved = order[0].join('\n') !== order[1].join('\n');
  if (!isMoved && updated.length === 0) return null;
  return change({ added, updated, removed, ...(isMoved && { order }) });
}

/** The patch that takes BEFORE to AFTER, orders and all; null when they hold the same. */
export function schemaDifference(before: Schema, after: Schema): Patch | null {
  const labels = rowsChanged(before.labels, after.labels);
  const attributes = rowsChanged(before.attributes, after.attributes);
  const relationTypes = rowsChanged(before.relationTypes, after.relationTypes);
  const documentFields = rowsChanged(before.documentFields, after.documentFields);
  if (!labels && !attributes && !relationTypes && !documentFields) return null;
  return {
    ...(labels && { labels }),
    ...(attributes && { attributes }),
    ...(relationTypes && { relationTypes }),
    ...(documentFields && { documentFields }),
  };
}

const sameProblem = (a: Problem) => (b: Problem) => a.part === b.part && a.id === b.id && a.field === b.field;

/**
 * The patch that takes BEFORE to AFTER. Refuses (`schema`) what AFTER makes wrong, with its place; what was
 * wrong before may stay. Codes: `schema`, `unchanged`.
 */
export function changeSchema(before: Schema, after: Schema): Result<Patch> {
  const old = problemsOf(before);
  const fresh = problemsOf(after).find((it) => !old.some(sameProblem(it)));
  if (fresh) return fail('schema', fresh.message);
  const patch = schemaDifference(before, after);
  return patch ? ok(patch) : fail('unchanged', t('edit.unchanged'));
}

/** SCHEMA with the row ID of PART changed. */
export function withRow<P extends SchemaPart>(
  schema: Schema,
  part: P,
  id: string,
  parts: Partial<Schema[P][number]>,
): Schema {
  const rows = schema[part] as readonly Row[];
  return { ...schema, [part]: rows.map((row) => (row.id === id ? { ...row, ...parts } : row)) };
}

/** NAME, or NAME with the first number that no row of PART has. */
export function freeName(schema: Schema, part: SchemaPart, name: string): string {
  const taken = new Set(schema[part].map((row) => row.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  for (let n = 2; ; n++) if (!taken.has(`${name} ${n}`.toLowerCase())) return `${name} ${n}`;
}

const freshId = (schema: Schema, part: SchemaPart, name: string) =>
  freshSlug(name, new Set(schema[part].map((row) => row.id)));

/** A label with the least used colour, not yet in the schema. */
export const newLabel = (schema: Schema, name: string, parent: string | null = null): Label => ({
  id: freshId(schema, 'labels', name),
  name,
  color: nextColor(schema.labels.map((it) => it.color)),
  key: null,
  parent,
  description: '',
  memo: '',
});

/** A question that is answered by text, not yet in the schema. */
export const newQuestion = (
  schema: Schema,
  part: 'attributes' | 'documentFields',
  name: string,
): AttributeType => ({
  id: freshId(schema, part, name),
  name,
  kind: 'text',
  choices: [],
  description: '',
  required: false,
  default: null,
  target: 'annotation',
  of: [],
});

/** A relation type between any labels, without loops, not yet in the schema. */
export const newRelationType = (schema: Schema, name: string): RelationType => ({
  id: freshId(schema, 'relationTypes', name),
  name,
  color: nextColor(schema.relationTypes.map((it) => it.color)),
  description: '',
  from: [],
  to: [],
  loops: false,
  cycles: true,
});

/** SCHEMA with ROW at the end of PART; a label stands behind the last one of its parent. */
export function withNew<P extends SchemaPart>(schema: Schema, part: P, row: Schema[P][number]): Schema {
  const next = { ...schema, [part]: [...schema[part], row] } as Schema;
  return part === 'labels' ? { ...next, labels: treeOf(next.labels).map((it) => it.label) } : next;
}

/** Where a label goes in the tree: among those of its parent, below the one before it, or beside its parent. */
export type Move = 'up' | 'down' | 'in' | 'out';

/** SCHEMA with the label ID moved by one place in the tree, what stands below it with it; the same when it can't. */
export function moveLabel(schema: Schema, id: string, move: Move): Schema {
  const tree = treeOf(schema.labels);
  const labels = tree.map((it) => it.label);
  const at = tree.find((it) => it.label.id === id);
  if (!at) return schema;
  const parent = at.ancestors.at(-1) ?? null;
  const siblings = tree.filter((it) => (it.ancestors.at(-1)?.id ?? null) === (parent?.id ?? null));
  const place = siblings.findIndex((it) => it.label.id === id);
  const beside = siblings[place + (move === 'down' ? 1 : -1)]?.label;
  if (move === 'out') {
    if (!parent) return schema;
    const grandparent = tree.find((it) => it.label.id === parent.id)?.ancestors.at(-1)?.id ?? null;
    const rest = labels.filter((it) => it.id !== id);
    const behind = rest.findIndex((it) => it.id === parent.id) + 1;
    return inOrder(schema, [
      ...rest.slice(0, behind),
      { ...at.label, parent: grandparent },
      ...rest.slice(behind),
    ]);
  }
  if (!beside) return schema;
  if (move === 'in')
    return inOrder(schema, [...labels.filter((it) => it.id !== id), { ...at.label, parent: beside.id }]);
  const rest = labels.filter((it) => it.id !== id);
  const target = rest.findIndex((it) => it.id === beside.id) + (move === 'down' ? 1 : 0);
  return inOrder(schema, [...rest.slice(0, target), at.label, ...rest.slice(target)]);
}

const inOrder = (schema: Schema, labels: readonly Label[]): Schema => ({
  ...schema,
  labels: treeOf(labels).map((it) => it.label),
});

/** SCHEMA with the label ID as the last one below PARENT (null: at the top); refused below itself. */
export function placeLabel(schema: Schema, id: string, parent: string | null): Result<Schema> {
  const label = schema.labels.find((it) => it.id === id);
  if (!label) return fail('not-found', t('edit.label-gone'));
  if (parent !== null && (parent === id || below(schema.labels, id).has(parent)))
    return fail('schema', t('edit.below-itself', { name: label.name }));
  const rest = schema.labels.filter((it) => it.id !== id);
  return ok(inOrder(schema, [...rest, { ...label, parent }]));
}

/** SCHEMA with the row ID of PART (no label) moved by one place. */
export function moveRow(schema: Schema, part: SchemaPart, id: string, step: -1 | 1): Schema {
  const rows = [...(schema[part] as readonly Row[])];
  const from = rows.findIndex((row) => row.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= rows.length) return schema;
  const [row] = rows.splice(from, 1);
  rows.splice(to, 0, row as Row);
  return { ...schema, [part]: rows };
}

/**
 * IDS without GONE, with INTO in its place when there is one. The last one stays: an empty list would mean all,
 * and what was asked of one label alone would be asked of every one.
 */
function without(ids: readonly string[], gone: string, into: string | null): readonly string[] {
  if (!ids.includes(gone)) return ids;
  const next = [...new Set(ids.flatMap((id) => (id === gone ? (into === null ? [] : [into]) : [id])))];
  return next.length === 0 ? ids : next;
}

/** SCHEMA without the row ID of PART. Labels below it move up; what was asked of it is asked of INTO, if given. */
export function withoutRow(schema: Schema, part: SchemaPart, id: string, into: string | null = null): Schema {
  const rows = (schema[part] as readonly Row[]).filter((row) => row.id !== id);
  const next = { ...schema, [part]: rows } as Schema;
  if (part === 'relationTypes')
    return {
      ...next,
      attributes: next.attributes.map((it) =>
        it.target === 'relation' ? { ...it, of: without(it.of, id, into) } : it,
      ),
    };
  if (part !== 'labels') return next;
  const up = schema.labels.find((it) => it.id === id)?.parent ?? null;
  return {
    ...next,
    labels: next.labels.map((it) => (it.parent === id ? { ...it, parent: up } : it)),
    attributes: next.attributes.map((it) =>
      it.target === 'annotation' ? { ...it, of: without(it.of, id, into) } : it,
    ),
    relationTypes: next.relationTypes.map((it) => ({
      ...it,
      from: without(it.from, id, into),
      to: without(it.to, id, into),
    })),
  };
}

/**
 * BEFORE with what OTHER has and it lacks (by name); keys that are taken are left out, ids made anew where taken.
 * What OTHER asks of all its annotations is asked of those with its labels.
 */
export function withAll(before: Schema, other: Schema): Schema {
  const labelIds = adopted(before.labels, other.labels);
  const relationIds = adopted(before.relationTypes, other.relationTypes);
  const keys = new Set(before.labels.map((it) => it.key));
  const of = ({ of: ids, target }: AttributeType) => {
    if (target === 'relation') return ids.map((id) => relationIds.get(id) ?? id);
    const asked = ids.length === 0 && before.labels.length > 0 ? [...labelIds.keys()] : ids;
    return asked.map((id) => labelIds.get(id) ?? id);
  };
  const labelsOf = (ids: readonly string[]) => ids.map((id) => labelIds.get(id) ?? id);
  return {
    labels: [
      ...before.labels,
      ...lacking(before.labels, other.labels, labelIds).map((it) => ({
        ...it,
        key: keys.has(it.key) ? null : it.key,
        parent: it.parent === null ? null : (labelIds.get(it.parent) ?? it.parent),
      })),
    ],
    attributes: [
      ...before.attributes,
      ...lacking(before.attributes, other.attributes, adopted(before.attributes, other.attributes)).map(
        (it) => ({ ...it, of: of(it) }),
      ),
    ],
    relationTypes: [
      ...before.relationTypes,
      ...lacking(before.relationTypes, other.relationTypes, relationIds).map((it) => ({
        ...it,
        from: labelsOf(it.from),
        to: labelsOf(it.to),
      })),
    ],
    documentFields: [
      ...before.documentFields,
      ...lacking(
        before.documentFields,
        other.documentFields,
        adopted(before.documentFields, other.documentFields),
      ),
    ],
  };
}

const sameName = (a: Row) => (b: Row) => a.name.toLowerCase() === b.name.toLowerCase();

/** Which id each row of OTHERS has among ROWS: that of the one with its name, its own, or a new one. */
function adopted(rows: readonly Row[], others: readonly Row[]): ReadonlyMap<string, string> {
  const taken = new Set(rows.map((it) => it.id));
  return new Map(
    others.map((it) => {
      const id = rows.find(sameName(it))?.id ?? (taken.has(it.id) ? freshSlug(it.name, taken) : it.id);
      taken.add(id);
      return [it.id, id] as const;
    }),
  );
}

const lacking = <T extends Row>(
  rows: readonly T[],
  others: readonly T[],
  ids: ReadonlyMap<string, string>,
): T[] =>
  others.filter((it) => !rows.some(sameName(it))).map((it) => ({ ...it, id: ids.get(it.id) ?? it.id }));
