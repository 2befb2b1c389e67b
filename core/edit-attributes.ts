/** Answers to the schema's questions: on annotations, relations and documents. */

import type { Edit, Situation } from './edit';
import { fail, ok, type Result } from './failure';
import { enumerated } from './locale/numbers';
import { t } from './locale/t';
import type { Annotation, Attributes, AttributeType, AttributeValue } from './model';
import { change } from './patch';

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

/** What something new starts with: the defaults of its questions, where they are answers at all. */
export function defaultsOf(questions: readonly AttributeType[]): Attributes {
  const set = questions.flatMap((type) =>
    type.default === null || wrongAnswer(type, type.default) !== null
      ? []
      : [[type.id, type.default] as const],
  );
  return Object.fromEntries(set);
}

/** Required questions without an answer. */
export const unanswered = (
  questions: readonly AttributeType[],
  given: Attributes,
): readonly AttributeType[] => questions.filter((type) => type.required && isEmpty(given[type.id]));

const isEmpty = (value: AttributeValue | undefined) =>
  value === undefined || value === '' || (typeof value === 'object' && value.length === 0);

/** Why VALUE is no answer to TYPE; null when it is one. */
export function wrongAnswer(type: AttributeType, value: AttributeValue): string | null {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : t('edit.answer-boolean', { name: type.name });
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? null
        : t('edit.answer-number', { name: type.name });
    case 'text':
      return typeof value === 'string' ? null : t('edit.answer-text', { name: type.name });
    case 'choice':
      return typeof value === 'string' && type.choices.includes(value)
        ? null
        : t('edit.answer-choice', { name: type.name, choices: enumerated(type.choices) });
    case 'multi-choice':
      return typeof value === 'object' && value.every((it) => type.choices.includes(it))
        ? null
        : t('edit.answer-multi-choice', { name: type.name, choices: enumerated(type.choices) });
  }
}

/**
 * GIVEN with the answer VALUE to TYPE; null takes the answer away. Refuses what is no answer, and the answer that
 * stands already as `unchanged`.
 */
export function answered(
  given: Attributes,
  type: AttributeType,
  value: AttributeValue | null,
): Result<Attributes> {
  const { [type.id]: before = null, ...others } = given;
  const wrong = value === null ? null : wrongAnswer(type, value);
  if (wrong !== null) return fail('wrong-answer', wrong);
  if (JSON.stringify(before) === JSON.stringify(value)) return fail('unchanged', t('edit.unchanged'));
  return ok(value === null ? others : { ...others, [type.id]: value });
}

/** Answers TYPE on an annotation; the same answer again is refused as `unchanged`. */
export function setAttribute(
  at: Situation,
  id: string,
  type: AttributeType,
  value: AttributeValue | null,
): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  const attributes = answered(before.attributes, type, value);
  if (!attributes.ok) return attributes;
  const after: Annotation = { ...before, attributes: attributes.value, updatedAt: at.now };
  return ok({ patch: { annotations: change({ updated: [[before, after]] }) }, current: id });
}

/** Takes the answer to QUESTION away, whether the schema still asks it or not. */
export function removeAnswer(at: Situation, id: string, question: string): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  if (before.attributes[question] === undefined) return fail('unchanged', t('edit.no-answer'));
  const { [question]: _, ...attributes } = before.attributes;
  const after: Annotation = { ...before, attributes, updatedAt: at.now };
  return ok({ patch: { annotations: change({ updated: [[before, after]] }) }, current: id });
}
