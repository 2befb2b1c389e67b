/** What keys and chips do to annotations. */

import * as edit from '../../core/edit';
import { addBeside } from '../../core/edit-fragments';
import type { Result } from '../../core/failure';
import { assertNever } from '../../core/failure';
import { wordAt } from '../../core/graphemes';
import { newId } from '../../core/ids';
import { labelKeyIntent } from '../../core/label-key';
import { t } from '../../core/locale/t';
import type { Label, Span } from '../../core/model';
import { get, selectedSpan, set } from '../state';
import { commit, editRefusal } from './commit';
import { labelName, shortQuote, targetAnnotation } from './pick';
import { say, speak } from './say';
import { asWished } from './trimming';

const id = () => newId((bytes) => crypto.getRandomValues(bytes));

/** Where an edit happens: the open document, with the schema's questions. */
export function situation(): edit.Situation | null {
  const { document, project } = get();
  if (!document) return null;
  const { text, annotations, relations } = document;
  const questions = project?.schema.attributes ?? [];
  return { text, annotations, relations, questions, now: new Date().toISOString(), newId: id };
}

const labelById = (label: string): Label | undefined =>
  get().project?.schema.labels.find((it) => it.id === label);

/** Runs an edit and commits it; a refusal is said. */
export function perform(title: string, run: (at: edit.Situation) => Result<edit.Edit>): edit.Edit | null {
  const at = situation();
  if (!at) return null;
  const refusal = editRefusal();
  if (refusal) {
    say(refusal);
    return null;
  }
  const result = run(at);
  if (!result.ok) {
    say(result.failure.message);
    return null;
  }
  return commit(result.value.patch, title, result.value.current) ? result.value : null;
}

/** Adds LABEL on SPAN; the selection stays as it is. */
export function addLabelOn(label: string, span: Span): boolean {
  const name = labelById(label)?.name ?? label;
  const done = perform(t('annotate.step.add', { label: name }), (at) =>
    edit.addAnnotation(at, label, asWished(span)),
  );
  if (done) speak(t('annotate.added', { label: name }));
  return done !== null;
}

/** A label's key or chip: what it does depends on selection, pick and caret (core/label-key.ts). */
export function applyLabel(label: string, shift = false): boolean {
  const state = get();
  if (!state.document) return false;
  const word = wordAt(state.document.text, state.selection.focus);
  const intent = labelKeyIntent({ selection: selectedSpan(state), picked: state.picked, word, shift });
  const name = labelById(label)?.name ?? label;
  switch (intent.kind) {
    case 'add':
      return addLabelOn(label, intent.span);
    case 'relabel':
      return (
        perform(t('annotate.step.relabel', { label: name }), (at) => edit.relabel(at, intent.id, label)) !==
        null
      );
    case 'add-beside':
      return (
        perform(t('annotate.step.add', { label: name }), (at) => addBeside(at, intent.id, label)) !== null
      );
    case 'nothing':
      say(intent.message);
      return true;
    default:
      return assertNever(intent);
  }
}

/** Backspace: exactly one annotation goes, named, with Undo at hand. */
export function removeTarget(): boolean {
  const target = targetAnnotation();
  if (!target) {
    say(t('annotate.none-at-caret'));
    return true;
  }
  const name = labelName(target);
  const done = perform(t('annotate.step.remove', { label: name }), (at) =>
    edit.removeAnnotation(at, target.id),
  );
  if (done) say(t('annotate.removed', { label: name, quote: shortQuote(target) }), true);
  return true;
}

const isSame = (span: Span | null, [only, ...others]: readonly Span[]): boolean =>
  others.length === 0 && span !== null && span.start === only?.start && span.end === only.end;

export function moveTargetBoundary(boundary: edit.Boundary, step: -1 | 1, unit: edit.Unit): boolean {
  const target = targetAnnotation();
  if (!target) {
    say(t('annotate.none-at-caret'));
    return true;
  }
  const end = boundary === 'start' ? 'start' : 'end';
  const isSelected = isSame(selectedSpan(get()), target.spans);
  const done = perform(t(`annotate.step.move-${end}`, { label: labelName(target) }), (at) =>
    edit.moveBoundary(at, target.id, boundary, step, unit),
  );
  const [moved] = get().document?.annotations.get(target.id)?.spans ?? [];
  // What was selected to be labelled follows: the next key means the words as they are now.
  if (done && moved && isSelected) set({ selection: { anchor: moved.start, focus: moved.end } });
  return true;
}

export function writeNote(annotation: string, note: string): void {
  const held = get().document?.annotations.get(annotation);
  if (!held || held.note === note) return;
  perform(t('annotate.step.note'), (at) => edit.setNote(at, annotation, note));
}

export function relabelTo(annotation: string, label: string): void {
  perform(t('annotate.step.relabel', { label: labelById(label)?.name ?? label }), (at) =>
    edit.relabel(at, annotation, label),
  );
}

/** Picks what N and Enter act on, so that the inspector shows it; false when there is nothing. */
export function pickTarget(): boolean {
  const target = targetAnnotation();
  if (target) set({ picked: target.id });
  else say(t('annotate.pick-first'));
  return target !== undefined;
}
