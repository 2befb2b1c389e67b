/** Answers to the schema's questions on an annotation. */
import { removeAnswer, setAttribute } from '../../core/edit-attributes';
import type { AttributeType, AttributeValue } from '../../core/model';
import { get } from '../state';
import { perform } from './annotate';
import { labelName } from './pick';

const nameOf = (id: string) => {
  const annotation = get().document?.annotations.get(id);
  return annotation ? labelName(annotation) : 'annotation';
};

/** Answers TYPE; null takes the answer away. */
export function answer(id: string, type: AttributeType, value: AttributeValue | null): void {
  const given = get().document?.annotations.get(id)?.attributes[type.id] ?? null;
  if (JSON.stringify(given) === JSON.stringify(value)) return;
  perform(`${type.name} of ${nameOf(id)}`, (at) => setAttribute(at, id, type, value));
}

/** Takes away an answer that nothing asks for. */
export function forgetAnswer(id: string, question: string): void {
  perform(`Remove an answer of ${nameOf(id)}`, (at) => removeAnswer(at, id, question));
}
