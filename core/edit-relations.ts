/** Relations between annotations of one document. */

import type { Situation } from './edit';
import { defaultsOf, questionsOfRelation } from './edit-attributes';
import { fail, ok, type Result } from './failure';
import type { Relation, RelationType, Schema } from './model';
import { change, type Patch } from './patch';

/** True when TO can be reached from FROM along relations of TYPE. */
function reaches(relations: readonly Relation[], type: string, from: string, to: string): boolean {
  const next = new Map<string, string[]>();
  for (const it of relations) if (it.type === type) next.set(it.from, [...(next.get(it.from) ?? []), it.to]);
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return false;
}

/** Why TYPE may not lead from FROM to TO (ids of annotations); null when it may. */
export function relationRefusal(at: Situation, type: RelationType, from: string, to: string): string | null {
  const [first, last] = [at.annotations.get(from), at.annotations.get(to)];
  if (!first || !last) return 'One of the two annotations is no longer there.';
  if (from === to && !type.loops) return `“${type.name}” may not lead from an annotation to itself.`;
  if (type.from.length > 0 && !type.from.includes(first.label))
    return `“${type.name}” may not start from this label.`;
  if (type.to.length > 0 && !type.to.includes(last.label))
    return `“${type.name}” may not lead to this label.`;
  if (at.relations.some((it) => it.type === type.id && it.from === from && it.to === to))
    return 'This relation is already there.';
  if (from !== to && !type.cycles && reaches(at.relations, type.id, to, from)) {
    return `“${type.name}” would lead in a circle.`;
  }
  return null;
}

/** Adds a relation with the defaults of its questions. */
export function addRelation(
  at: Situation,
  schema: Schema,
  type: RelationType,
  from: string,
  to: string,
): Result<Patch> {
  const refusal = relationRefusal(at, type, from, to);
  if (refusal) return fail('relation', refusal);
  const attributes = defaultsOf(questionsOfRelation(schema.attributes, type.id));
  const relation: Relation = { id: at.newId(), type: type.id, from, to, attributes, note: '' };
  return ok({ relations: change({ added: [relation] }) });
}

/** Removes exactly this relation. */
export function removeRelation(at: Situation, id: string): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  if (!before) return fail('not-found', 'This relation is no longer there.');
  return ok({ relations: change({ removed: [before] }) });
}

/** Gives the relation another type, turns it round, or writes its note. */
export function updateRelation(
  at: Situation,
  id: string,
  parts: Partial<Pick<Relation, 'type' | 'from' | 'to' | 'note'>>,
): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  if (!before) return fail('not-found', 'This relation is no longer there.');
  return ok({ relations: change({ updated: [[before, { ...before, ...parts }]] }) });
}
