/** What people do to annotations and labels, as patches. Pure: nothing is changed, nothing is saved here. */

import type { AnnotationSet } from './annotation-set';
import { defaultsOf, questionsOf } from './edit-attributes';
import { fail, ok, type Result } from './failure';
import { nextGrapheme, nextWord, previousGrapheme, previousWord, snapToGraphemes } from './graphemes';
import { freshSlug } from './ids';
import { NAME_LIMIT } from './limits';
import { t } from './locale/t';
import type { Annotation, AttributeType, DocumentFacts, Label, Relation, Schema, Span } from './model';
import { nextColor } from './palette';
import { change, type Patch } from './patch';
import { quote } from './quote';

/** What an edit may know of where it happens. Time and ids come from the caller, so that edits stay pure. */
export interface Situation {
  readonly text: string;
  readonly annotations: AnnotationSet;
  readonly relations: readonly Relation[];
  /** The schema's questions: what is added starts with their defaults. */
  readonly questions?: readonly AttributeType[];
  /** ISO 8601. */
  readonly now: string;
  readonly newId: () => string;
}

export interface Edit {
  readonly patch: Patch;
  /** The annotation that is current after the edit; null when it was removed. */
  readonly current: string | null;
}

const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

function twin(at: Situation, label: string, span: Span, except?: string): Annotation | undefined {
  return at.annotations
    .overlapping(span)
    .find(
      (it) =>
        it.label === label && it.id !== except && it.spans.length === 1 && same(it.spans[0] as Span, span),
    );
}

/** Adds LABEL on SPAN, widened to whole characters. Refuses an empty span and the same label on the same span. */
export function addAnnotation(at: Situation, label: string, span: Span): Result<Edit> {
  if (span.start >= span.end) return fail('empty', t('edit.select-first'));
  const whole = snapToGraphemes(at.text, span);
  const there = twin(at, label, whole);
  if (there) return fail('already-there', t('edit.label-there'));
  const annotation: Annotation = {
    id: at.newId(),
    label,
    spans: [quote(at.text, whole)],
    attributes: defaultsOf(questionsOf(at.questions ?? [], label)),
    note: '',
    origin: 'manual',
    createdAt: at.now,
    updatedAt: at.now,
  };
  return ok({ patch: { annotations: change({ added: [annotation] }) }, current: annotation.id });
}

/** Adds LABEL on each of SPANS as one step, leaving out those that carry it already. */
export function addAnnotations(at: Situation, label: string, spans: readonly Span[]): Result<Edit> {
  const places = new Set<string>();
  const added = spans.flatMap((span) => {
    const { start, end } = snapToGraphemes(at.text, span);
    if (places.has(`${start}-${end}`)) return [];
    places.add(`${start}-${end}`);
    const edit = addAnnotation(at, label, span);
    return edit.ok ? (edit.value.patch.annotations?.added ?? []) : [];
  });
  if (added.length === 0) return fail('already-there', t('edit.label-on-all'));
  return ok({ patch: { annotations: change({ added }) }, current: (added[0] as Annotation).id });
}

function update(at: Situation, id: string, parts: Partial<Annotation>): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  const after: Annotation = { ...before, ...parts, updatedAt: at.now };
  return ok({ patch: { annotations: change({ updated: [[before, after]] }) }, current: id });
}

/** Gives the annotation another label. Refuses the label it has, or one that stands on the same span already. */
export function relabel(at: Situation, id: string, label: string): Result<Edit> {
  const before = at.annotations.get(id);
  if (before?.label === label) return fail('already-there', t('edit.has-label'));
  if (before?.spans.length === 1 && twin(at, label, before.spans[0] as Span, id)) {
    return fail('already-there', t('edit.label-there'));
  }
  return update(at, id, { label });
}

/** Writes the note (plain text); the same note again changes nothing. */
export function setNote(at: Situation, id: string, note: string): Result<Edit> {
  if (at.annotations.get(id)?.note === note) return fail('unchanged', t('edit.note-same'));
  return update(at, id, { note });
}

/** Removes exactly this annotation, and the relations that begin or end at it. */
export function removeAnnotation(at: Situation, id: string): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  const loose = at.relations.filter((relation) => relation.from === id || relation.to === id);
  const annotations = change({ removed: [before] });
  return ok({
    patch: { annotations, ...(loose.length > 0 && { relations: change({ removed: loose }) }) },
    current: null,
  });
}

export type Boundary = 'start' | 'end';
export type Unit = 'grapheme' | 'word';

/** The start of the first word after OFFSET, or text.length. */
function wordStartAfter(text: string, offset: number): number {
  for (let end = nextWord(text, offset); ; end = nextWord(text, end)) {
    const start = previousWord(text, end);
    if (start > offset) return start;
    if (end >= text.length) return text.length;
  }
}

/** The end of the last word before OFFSET, or 0. */
function wordEndBefore(text: string, offset: number): number {
  for (let start = previousWord(text, offset); ; start = previousWord(text, start)) {
    const end = nextWord(text, start);
    if (end < offset) return end;
    if (start <= 0) return 0;
  }
}

/** By words a start goes to the start of one and an end to the end of one, so that no white space is taken in. */
const moves = {
  grapheme: {
    start: { '-1': previousGrapheme, '1': nextGrapheme },
    end: { '-1': previousGrapheme, '1': nextGrapheme },
  },
  word: {
    start: { '-1': previousWord, '1': wordStartAfter },
    end: { '-1': wordEndBefore, '1': nextWord },
  },
};

/**
 * Moves one boundary by one grapheme or word: STEP -1 to the left, +1 to the right in text order. Refuses to
 * empty a span, and to leave the text.
 */
export function moveBoundary(
  at: Situation,
  id: string,
  boundary: Boundary,
  step: -1 | 1,
  unit: Unit,
): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  const index = boundary === 'start' ? 0 : before.spans.length - 1;
  const span = before.spans[index] as Span;
  const target = moves[unit][boundary][`${step}`](at.text, span[boundary]);
  const next = boundary === 'start' ? { start: target, end: span.end } : { start: span.start, end: target };
  if (target === span[boundary]) return fail('edge', t('edit.text-ends'));
  if (next.start >= next.end) return fail('empty', t('edit.would-be-empty'));
  const spans = before.spans.map((old, i) => (i === index ? quote(at.text, next) : old));
  return update(at, id, { spans });
}

/** Changes status, memo or fields of the document. */
export function setFacts(before: DocumentFacts, parts: Partial<DocumentFacts>): Patch {
  const { status, memo, fields } = before;
  return {
    facts: [
      { status, memo, fields },
      { status, memo, fields, ...parts },
    ],
  };
}

/** What may be said of a label; what is left out is chosen (a free colour) or stays empty. */
export type LabelParts = Partial<Pick<Label, 'name' | 'color' | 'key' | 'parent' | 'description' | 'memo'>>;

/** Keys that commands own: a label can't have them. */
export const reservedKeys: ReadonlySet<string> = new Set(['a', 'l', 'n', 'r']);

function checkParts(schema: Schema, parts: LabelParts, except: string | null): Result<LabelParts> {
  const name = parts.name?.trim();
  const others = schema.labels.filter((label) => label.id !== except);
  if (name === '') return fail('empty', t('edit.label-name-needed'));
  if (name && name.length > NAME_LIMIT)
    return fail('too-long', t('edit.label-name-long', { limit: NAME_LIMIT }));
  if (name && others.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    return fail('name-taken', t('edit.label-name-taken', { name }));
  }
  if (parts.color !== undefined && !/^#[0-9a-f]{6}$/i.test(parts.color))
    return fail('color', t('edit.colour'));
  if (parts.key !== undefined && parts.key !== null) {
    const owner = others.find((label) => label.key === parts.key);
    if (!/^[0-9a-z]$/.test(parts.key)) return fail('key', t('edit.key'));
    if (reservedKeys.has(parts.key))
      return fail('key-reserved', t('edit.key-of-command', { key: parts.key.toUpperCase() }));
    if (owner)
      return fail('key-taken', t('edit.key-of-label', { key: parts.key.toUpperCase(), label: owner.name }));
  }
  return ok(name === undefined ? parts : { ...parts, name });
}

export interface LabelEdit {
  readonly patch: Patch;
  readonly label: Label;
}

/** Adds a label at the end of the schema, with the least used colour and no key unless given. */
export function addLabel(schema: Schema, parts: LabelParts & { readonly name: string }): Result<LabelEdit> {
  const checked = checkParts(schema, parts, null);
  if (!checked.ok) return checked;
  const ids = schema.labels.map((it) => it.id);
  const label: Label = {
    id: freshSlug(parts.name, new Set(ids)),
    name: parts.name.trim(),
    color: parts.color ?? nextColor(schema.labels.map((it) => it.color)),
    key: parts.key ?? null,
    parent: parts.parent ?? null,
    description: parts.description ?? '',
    memo: parts.memo ?? '',
  };
  return ok({ patch: { labels: change({ added: [label], order: [ids, [...ids, label.id]] }) }, label });
}

/** Renames, recolours, re-keys or describes a label; its id, and so every annotation, stays. */
export function updateLabel(schema: Schema, id: string, parts: LabelParts): Result<LabelEdit> {
  const before = schema.labels.find((label) => label.id === id);
  if (!before) return fail('not-found', t('edit.label-gone'));
  const checked = checkParts(schema, parts, id);
  if (!checked.ok) return checked;
  const label: Label = { ...before, ...checked.value };
  return ok({ patch: { labels: change({ updated: [[before, label]] }) }, label });
}
