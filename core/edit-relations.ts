/** Relations between annotations of one document, and the types they are of. */

import type { Situation } from './edit';
import { answered, defaultsOf, questionsOfRelation } from './edit-attributes';
import { fail, ok, type Result } from './failure';
import { freshSlug } from './ids';
import { NAME_LIMIT } from './limits';
import { t } from './locale/t';
import type { AttributeType, AttributeValue, Relation, RelationType, Schema } from './model';
import { nextColor } from './palette';
import { change, type Patch } from './patch';

/** True when TO can be reached from FROM along relations of TYPE. */
function reaches(relations: readonly Relation[], type: string, from: string, to: string): boolean {
  const next = new Map<string, string[]>();
  for (const it of relations) {
    if (it.type !== type) continue;
    const ends = next.get(it.from);
    if (ends) ends.push(it.to);
    else next.set(it.from, [it.to]);
  }
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

/**
 * Why TYPE may not lead from FROM to TO (ids of annotations); null when it may. EXCEPT is the relation that
 * would change into it.
 */
export function relationRefusal(
  at: Situation,
  type: RelationType,
  from: string,
  to: string,
  except: string | null = null,
): string | null {
  const [first, last] = [at.annotations.get(from), at.annotations.get(to)];
  if (!first || !last) return t('edit.end-gone');
  if (from === to && !type.loops) return `“${type.name}” may not lead from an annotation to itself.`;
  if (type.from.length > 0 && !type.from.includes(first.label))
    return `“${type.name}” may not start from this label.`;
  if (type.to.length > 0 && !type.to.includes(last.label))
    return `“${type.name}” may not lead to this label.`;
  const others = at.relations.filter((it) => it.type === type.id && it.id !== except);
  if (others.some((it) => it.from === from && it.to === to)) return t('edit.relation-there');
  if (from !== to && !type.cycles && reaches(others, type.id, to, from)) {
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

const gone = () => fail('not-found', t('edit.relation-gone'));
const replaced = (before: Relation, after: Relation): Result<Patch> =>
  ok({ relations: change({ updated: [[before, after]] }) });

/** Removes exactly this relation. */
export function removeRelation(at: Situation, id: string): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  return before ? ok({ relations: change({ removed: [before] }) }) : gone();
}

/** Gives the relation another type. Refuses one that may not stand between its ends. */
export function retypeRelation(at: Situation, id: string, type: RelationType): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  if (!before) return gone();
  if (before.type === type.id) return fail('unchanged', t('edit.has-type'));
  const refusal = relationRefusal(at, type, before.from, before.to, id);
  return refusal ? fail('relation', refusal) : replaced(before, { ...before, type: type.id });
}

/** Turns the relation round. TYPE is its type; one that the schema lacks (null) refuses nothing. */
export function turnRelation(at: Situation, id: string, type: RelationType | null): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  if (!before) return gone();
  if (before.from === before.to) return fail('unchanged', t('edit.leads-to-start'));
  const refusal = type && relationRefusal(at, type, before.to, before.from, id);
  return refusal
    ? fail('relation', refusal)
    : replaced(before, { ...before, from: before.to, to: before.from });
}

/** Writes the relation's note; the same note again changes nothing. */
export function noteRelation(at: Situation, id: string, note: string): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  if (!before) return gone();
  return before.note === note
    ? fail('unchanged', t('edit.note-same'))
    : replaced(before, { ...before, note });
}

/** Answers the question TYPE on a relation; null takes the answer away. */
export function answerRelation(
  at: Situation,
  id: string,
  type: AttributeType,
  value: AttributeValue | null,
): Result<Patch> {
  const before = at.relations.find((it) => it.id === id);
  if (!before) return gone();
  const attributes = answered(before.attributes, type, value);
  return attributes.ok ? replaced(before, { ...before, attributes: attributes.value }) : attributes;
}

/** A new relation type that may stand between any two annotations, with the least used colour. */
export function addRelationType(
  schema: Schema,
  given: string,
): Result<{ readonly patch: Patch; readonly type: RelationType }> {
  const name = given.trim();
  const types = schema.relationTypes;
  if (name === '') return fail('empty', t('edit.relation-type-name-needed'));
  if (name.length > NAME_LIMIT)
    return fail('too-long', t('edit.relation-type-name-long', { limit: NAME_LIMIT }));
  if (types.some((it) => it.name.toLowerCase() === name.toLowerCase()))
    return fail('name-taken', t('edit.relation-type-name-taken', { name }));
  const ids = types.map((it) => it.id);
  const type: RelationType = {
    id: freshSlug(name, new Set(ids)),
    name,
    color: nextColor(types.map((it) => it.color)),
    description: '',
    from: [],
    to: [],
    loops: false,
    cycles: true,
  };
  return ok({ patch: { relationTypes: change({ added: [type], order: [ids, [...ids, type.id]] }) }, type });
}
