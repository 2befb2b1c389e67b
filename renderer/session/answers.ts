/** Answers to the schema's questions on an annotation. */

import { removeAnswer, setAttribute } from '../../core/edit-attributes';
import { t } from '../../core/locale/t';
import type { AttributeType, AttributeValue } from '../../core/model';
import { get } from '../state';
import { perform } from './annotate';
import { labelName } from './pick';

const annotationOf = (id: string) => get().document?.annotations.get(id);

/** Answers TYPE; null takes the answer away. */
export function answer(id: string, type: AttributeType, value: AttributeValue | null): void {
  const held = annotationOf(id);
  // A field may save what was typed when its annotation is gone already.
  if (!held || JSON.stringify(held.attributes[type.id] ?? null) === JSON.stringify(value)) return;
  perform(t('annotate.step.answer', { question: type.name, label: labelName(held) }), (at) =>
    setAttribute(at, id, type, value),
  );
}

/** Takes away an answer that nothing asks for. */
export function forgetAnswer(id: string, question: string): void {
  const held = annotationOf(id);
  if (held)
    perform(t('annotate.step.answer-remove', { label: labelName(held) }), (at) =>
      removeAnswer(at, id, question),
    );
}
