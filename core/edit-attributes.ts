/** Answers to the schema's questions: on annotations, relations and documents. */
import type { Edit, Situation } from './edit';
import { fail, ok, type Result } from './failure';
import type { Annotation, Attributes, AttributeType, AttributeValue, Relation } from './model';
import { change, type Patch } from './patch';

/** The questions asked of an annotation with this label, in the schema's order. */
export const questionsOf = (types: readonly AttributeType[], label: string): readonly AttributeType[] =>
  types.filter((type) => type.target === 'annotation' && (type.of.length === 0 || type.of.includes(label)));

/** The questions asked of a relation of this type. */
export const questionsOfRelation = (
  types: readonly AttributeType[],
  relationType: string,
): readonly AttributeType[] =>
  types.filter(
    (type) => type.target === 'relation' && (type.of.length === 0 || type.of.includes(relationType)),
  );

/** What something new starts with: the defaults of its questions. */
export function defaultsOf(questions: readonly AttributeType[]): Attributes {
  const set = questions.flatMap((type) => (type.default === null ? [] : [[type.id, type.default] as const]));
  return Object.fromEntries(set);
}

/** Required questions without an answer. */
export const unanswered = (
  questions: readonly AttributeType[],
  given: Attributes,
): readonly AttributeType[] =>
  questions.filter((type) => type.required && (given[type.id] === undefined || given[type.id] === ''));

/** Why VALUE is no answer to TYPE; null when it is one. */
export function wrongAnswer(type: AttributeType, value: AttributeValue): string | null {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : `${type.name} is answered by yes or no.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? null
        : `${type.name} is answered by a number.`;
    case 'text':
      return typeof value === 'string' ? null : `${type.name} is answered by text.`;
    case 'choice':
      return typeof value === 'string' && type.choices.includes(value)
        ? null
        : `${type.name} is one of: ${type.choices.join(', ')}.`;
    case 'multi-choice':
      return typeof value === 'object' && value.every((it) => type.choices.includes(it))
        ? null
        : `${type.name} is any of: ${type.choices.join(', ')}.`;
  }
}

/** GIVEN with the answer VALUE to TYPE; null takes the answer away. Refuses what is no answer. */
export function answered(
  given: Attributes,
  type: AttributeType,
  value: AttributeValue | null,
): Result<Attributes> {
  const { [type.id]: _, ...others } = given;
  if (value === null) return ok(others);
  const wrong = wrongAnswer(type, value);
  return wrong === null ? ok({ ...others, [type.id]: value }) : fail('wrong-answer', wrong);
}

const same = (a: Attributes, b: Attributes, id: string) => JSON.stringify(a[id]) === JSON.stringify(b[id]);

/** Answers TYPE on an annotation; the same answer again is refused as `unchanged`. */
export function setAttribute(
  at: Situation,
  id: string,
  type: AttributeType,
  value: AttributeValue | null,
): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', 'This annotation is no longer there.');
  const attributes = answered(before.attributes, type, value);
  if (!attributes.ok) return attributes;
  if (same(before.attributes, attributes.value, type.id)) return fail('unchanged', 'It says so already.');
  const after: Annotation = { ...before, attributes: attributes.value, updatedAt: at.now };
  return ok({ patch: { annotations: change({ updated: [[before, after]] }) }, current: id });
}

/** Answers TYPE on a relation. */
export function setRelationAttribute(
  before: Relation,
  type: AttributeType,
  value: AttributeValue | null,
): Result<Patch> {
  const attributes = answered(before.attributes, type, value);
  if (!attributes.ok) return attributes;
  return ok({ relations: change({ updated: [[before, { ...before, attributes: attributes.value }]] }) });
}
