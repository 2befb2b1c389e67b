/** Relations: looking for the other end, choosing the type, and changing what is there. */

import type { Situation } from '../../core/edit';
import * as edit from '../../core/edit-relations';
import type { Result } from '../../core/failure';
import { t } from '../../core/locale/t';
import type { AttributeType, AttributeValue, Relation, RelationType } from '../../core/model';
import type { Patch } from '../../core/patch';
import { focusText } from '../current-viewer';
import { get, type Relating, type State, set } from '../state';
import { situation } from './annotate';
import { commit, editRefusal } from './commit';
import { pick, shortQuote, targetAnnotation } from './pick';
import { say, speak } from './say';

const schema = () => get().project?.schema;

export const relationType = (id: string): RelationType | undefined =>
  schema()?.relationTypes.find((type) => type.id === id);

export const relationName = ({ type }: Relation): string => relationType(type)?.name ?? type;

/** The relation that is being made, as long as its first end is in view. */
export function relatingNow({ relating, document }: State): Relating | null {
  return relating && document?.path === relating.path && document.annotations.get(relating.from)
    ? relating
    : null;
}

const barField = '[data-relation-bar] input';

/** Keys go to the bar, where one searches. */
export const focusRelationBar = (): void => document.querySelector<HTMLElement>(barField)?.focus();

/** R: from the picked annotation. R again, outside of the bar, chooses what is picked by now. */
export function startRelation(): void {
  const state = get();
  const target = targetAnnotation();
  if (relatingNow(state)) {
    choosePicked();
    return;
  }
  const refusal = target ? editRefusal() : t('annotate.pick-first');
  if (refusal !== null) say(refusal);
  else if (state.document && target)
    set({
      picked: target.id,
      chooser: null,
      relating: { path: state.document.path, from: target.id, to: null },
    });
}

/** Back to the text, with the first end picked. */
export function leaveRelation(): void {
  const relating = relatingNow(get());
  set({ relating: null });
  if (relating) pick(relating.from);
  focusText();
}

export interface TypeOffer {
  readonly type: RelationType;
  /** Why it may not stand between the two; null when it may. */
  readonly refusal: string | null;
}

/** Every relation type, those that may lead from FROM to TO first. */
export function typesBetween(from: string, to: string): readonly TypeOffer[] {
  const at = situation();
  if (!at) return [];
  const offers = (schema()?.relationTypes ?? []).map((type) => ({
    type,
    refusal: edit.relationRefusal(at, type, from, to),
  }));
  return [...offers.filter((it) => it.refusal === null), ...offers.filter((it) => it.refusal !== null)];
}

/** TO is the other end. One type that may stand there is taken at once, of several one is chosen. */
export function chooseEnd(to: string): void {
  const relating = relatingNow(get());
  if (!relating) return;
  const allowed = typesBetween(relating.from, to).filter((it) => it.refusal === null);
  if (to === relating.from && allowed.length === 0) {
    say(t('relations.start-here'));
    focusRelationBar();
    return;
  }
  pick(to);
  set({ relating: { ...relating, to } });
  if (allowed.length === 1) relateAs((allowed[0] as TypeOffer).type);
  else focusRelationBar();
}

export function choosePicked(): void {
  const { picked } = get();
  if (picked !== null) chooseEnd(picked);
  else say(t('relations.pick-end'));
}

/** A click on an annotation: it is picked, or becomes the other end of the relation that is being made. */
export function takeAnnotation(id: string, reveal = true): void {
  if (relatingNow(get())) chooseEnd(id);
  else pick(id, reveal);
}

/** Makes the relation with TYPE, which TYPE_PATCH may bring along: one step. */
function relate(type: RelationType, typePatch: Patch = {}): void {
  const relating = relatingNow(get());
  const at = situation();
  const held = schema();
  if (!relating || relating.to === null || !at || !held) return;
  const made = edit.addRelation(at, held, type, relating.from, relating.to);
  if (!made.ok) say(made.failure.message);
  if (
    !made.ok ||
    !commit({ ...typePatch, ...made.value }, t('relations.step.add', { relation: type.name }), relating.from)
  )
    return;
  const quoteOf = (id: string) =>
    shortQuote(at.annotations.get(id) as NonNullable<ReturnType<typeof at.annotations.get>>, 30);
  speak(
    t('relations.added', { from: quoteOf(relating.from), relation: type.name, to: quoteOf(relating.to) }),
  );
  leaveRelation();
}

export const relateAs = (type: RelationType): void => relate(type);

/** Makes a relation type of this name and the relation with it. */
export function relateAsNew(name: string): void {
  const held = schema();
  const made = held && edit.addRelationType(held, name);
  if (made && !made.ok) say(made.failure.message);
  else if (made) relate(made.value.type, made.value.patch);
}

/** Runs an edit of relations and commits it; true when it was done. What is the same is no news. */
function change(title: string, run: (at: Situation) => Result<Patch>): boolean {
  const at = situation();
  if (!at) return false;
  const refusal = editRefusal();
  if (refusal !== null) say(refusal);
  const result = refusal === null ? run(at) : null;
  if (!result) return false;
  if (result.ok) return commit(result.value, title);
  if (result.failure.code !== 'unchanged') say(result.failure.message);
  return false;
}

export function retype(relation: Relation, type: RelationType): void {
  change(t('relations.step.retype', { relation: type.name }), (at) =>
    edit.retypeRelation(at, relation.id, type),
  );
}

export function turnRound(relation: Relation): void {
  const type = relationType(relation.type) ?? null;
  change(t('relations.step.turn', { relation: relationName(relation) }), (at) =>
    edit.turnRelation(at, relation.id, type),
  );
}

export function noteOnRelation(relation: Relation, note: string): void {
  change(t('relations.step.note'), (at) => edit.noteRelation(at, relation.id, note));
}

export function answerOnRelation(
  relation: Relation,
  question: AttributeType,
  value: AttributeValue | null,
): void {
  change(t('annotate.step.answer', { question: question.name, label: relationName(relation) }), (at) =>
    edit.answerRelation(at, relation.id, question, value),
  );
}

export function removeRelation(relation: Relation): void {
  const name = relationName(relation);
  if (change(t('relations.step.remove', { relation: name }), (at) => edit.removeRelation(at, relation.id)))
    say(t('relations.removed', { relation: name }), true);
}

/** Why TYPE may not take the place of RELATION's; null when it may. */
export function retypeRefusal(relation: Relation, type: RelationType): string | null {
  const at = situation();
  return at && edit.relationRefusal(at, type, relation.from, relation.to, relation.id);
}

export function toggleRelations(): void {
  const relationsShown = !get().relationsShown;
  set({ relationsShown });
  const count = get().document?.relations.length ?? 0;
  say(
    t(!relationsShown ? 'relations.picked-only' : count === 0 ? 'relations.none-yet' : 'relations.all-drawn'),
  );
}
