/**
 * What a change of the schema does to what was annotated with it. Nothing is lost unasked: whatever a change
 * takes the ground from is counted by its place in the schema, and each place has a fate.
 */
import { closingCircles } from './circles';
import { wrongAnswer } from './edit-attributes';
import { assertNever } from './failure';
import type {
  Annotation,
  Attributes,
  AttributeType,
  AttributeValue,
  DocumentFacts,
  Layer,
  Relation,
  RelationType,
  Schema,
} from './model';
import { change, type Patch } from './patch';

/**
 * What becomes of what is carried: `merge` gives it to another label, relation type, attribute or choice;
 * `keep` leaves it in the files, where it is shown as unknown; `remove` removes it.
 */
export type Fate = { readonly do: 'merge'; readonly into: string } | { readonly do: 'keep' | 'remove' };

/** `circle`: relations that lead in a circle, where their type has no cycles any more. */
export type LossKind = 'label' | 'relation' | 'circle' | 'answer' | 'field';

/** A place in the schema that goes, or gets narrower. */
export interface Loss {
  /** Stable and unique: `label/person`, `answer/severity`, `answer/severity=minor`, … */
  readonly key: string;
  readonly kind: LossKind;
  /** Of the label, relation type, attribute or document field. */
  readonly id: string;
  /** The choice, when only that goes. */
  readonly choice: string | null;
  readonly count: number;
}

/** Moves chosen annotations of one label to another. */
export interface Split {
  readonly from: string;
  readonly to: string;
  readonly by:
    | { readonly kind: 'quote'; readonly quote: string }
    /** Of annotations, chosen one by one. */
    | { readonly kind: 'ids'; readonly ids: readonly string[] }
    | { readonly kind: 'answer'; readonly attribute: string; readonly value: AttributeValue };
}

export interface Refactoring {
  readonly before: Schema;
  readonly after: Schema;
  /** By the key of the loss; what is not named is kept. */
  readonly fates: Readonly<Record<string, Fate>>;
  readonly split: Split | null;
}

type Carried = Pick<Layer, 'annotations' | 'relations' | keyof DocumentFacts>;

const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
  new Map(rows.map((it) => [it.id, it]));

interface Sides {
  readonly labels: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  readonly relations: { readonly before: Types; readonly after: Types };
  readonly attributes: { readonly before: Questions; readonly after: Questions };
  readonly fields: { readonly before: Questions; readonly after: Questions };
}
type Types = ReadonlyMap<string, RelationType>;
type Questions = ReadonlyMap<string, AttributeType>;

const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map((it) => it.id));

const sides = (before: Schema, after: Schema): Sides => ({
  labels: { before: idsOf(before.labels), after: idsOf(after.labels) },
  relations: { before: byId(before.relationTypes), after: byId(after.relationTypes) },
  attributes: { before: byId(before.attributes), after: byId(after.attributes) },
  fields: { before: byId(before.documentFields), after: byId(after.documentFields) },
});

type Place = Omit<Loss, 'count'>;
const placed = (kind: LossKind, id: string, choice: string | null = null): Place => ({
  key: `${kind}/${id}${choice === null ? '' : `=${choice}`}`,
  kind,
  id,
  choice,
});

const isAsked = (type: AttributeType, of: string) => type.of.length === 0 || type.of.includes(of);

/** The places that the answer VALUE loses when BEFORE becomes AFTER (undefined: the question goes). */
function answerLosses(
  kind: 'answer' | 'field',
  before: AttributeType | undefined,
  after: AttributeType | undefined,
  value: AttributeValue,
  owner: { readonly target: AttributeType['target']; readonly id: string } | null,
): Place[] {
  const asked = (type: AttributeType) =>
    owner === null || (type.target === owner.target && isAsked(type, owner.id));
  if (!before || wrongAnswer(before, value) !== null || !asked(before)) return [];
  if (!after || !asked(after)) return [placed(kind, before.id)];
  if (wrongAnswer(after, value) === null) return [];
  const hasChoices = (type: AttributeType) => type.kind === 'choice' || type.kind === 'multi-choice';
  if (before.kind !== after.kind || !hasChoices(before)) return [placed(kind, before.id)];
  const given = typeof value === 'object' ? value : [String(value)];
  return given.flatMap((it) => (after.choices.includes(it) ? [] : [placed(kind, before.id, it)]));
}

function relationLoss(
  relation: Relation,
  at: Sides,
  labelOf: (id: string) => string | undefined,
): Place | null {
  const [before, after] = [at.relations.before.get(relation.type), at.relations.after.get(relation.type)];
  if (!before) return null;
  if (!after) return placed('relation', before.id);
  const [from, to] = [labelOf(relation.from), labelOf(relation.to)];
  const allowed = (type: RelationType) =>
    (type.from.length === 0 || (from !== undefined && type.from.includes(from))) &&
    (type.to.length === 0 || (to !== undefined && type.to.includes(to))) &&
    (type.loops || relation.from !== relation.to);
  // An end whose label goes is that label's matter.
  const isEndGone = [from, to].some((it) => it !== undefined && !at.labels.after.has(it));
  return allowed(before) && !allowed(after) && !isEndGone ? placed('relation', before.id) : null;
}

/** The relations of LAYER that lose their ground, by id, with the place; those that close a circle alone come last. */
function lostRelations(layer: Carried, at: Sides): ReadonlyMap<string, Place> {
  const lost = new Map<string, Place>();
  if (layer.relations.length === 0) return lost;
  const labels = new Map(layer.annotations.map(({ id, label }) => [id, label]));
  for (const relation of layer.relations) {
    const loss = relationLoss(relation, at, (id) => labels.get(id));
    if (loss) lost.set(relation.id, loss);
  }
  const order = [...labels.keys()];
  for (const type of at.relations.before.values()) {
    if (!type.cycles || at.relations.after.get(type.id)?.cycles !== false) continue;
    const left = layer.relations.filter((it) => it.type === type.id && !lost.has(it.id));
    for (const { id } of closingCircles(left, order)) lost.set(id, placed('circle', type.id));
  }
  return lost;
}

/** Calls SEE with every place of LAYER that loses its ground. */
function look(layer: Carried, at: Sides, see: (place: Place) => void): void {
  const answers = (given: Attributes, target: AttributeType['target'], id: string) => {
    for (const [type, value] of Object.entries(given))
      answerLosses('answer', at.attributes.before.get(type), at.attributes.after.get(type), value, {
        target,
        id,
      }).forEach(see);
  };
  for (const { label, attributes } of layer.annotations) {
    if (at.labels.before.has(label) && !at.labels.after.has(label)) see(placed('label', label));
    else answers(attributes, 'annotation', label);
  }
  const lost = lostRelations(layer, at);
  for (const relation of layer.relations) {
    const loss = lost.get(relation.id);
    if (loss) see(loss);
    if (loss?.kind !== 'relation') answers(relation.attributes, 'relation', relation.type);
  }
  for (const [id, value] of Object.entries(layer.fields))
    answerLosses('field', at.fields.before.get(id), at.fields.after.get(id), value, null).forEach(see);
}

/** What of LAYER was in order under BEFORE and is not under AFTER, counted by place. */
export function lossesOf(layer: Carried, before: Schema, after: Schema): readonly Loss[] {
  const losses = new Map<string, Loss>();
  look(layer, sides(before, after), (place) => {
    losses.set(place.key, { ...place, count: (losses.get(place.key)?.count ?? 0) + 1 });
  });
  return [...losses.values()];
}

/** Whether AFTER could take the ground from anything at all: a quick look that needs no files. */
export function mayLose(before: Schema, after: Schema): boolean {
  const at = sides(before, after);
  const narrower = (old: readonly string[], now: readonly string[]) =>
    now.length > 0 && (old.length === 0 || old.some((id) => !now.includes(id)));
  const questions = (old: Questions, now: Questions) =>
    [...old.values()].some((was) => {
      const is = now.get(was.id);
      return (
        !is ||
        is.kind !== was.kind ||
        is.target !== was.target ||
        narrower(was.of, is.of) ||
        was.choices.some((it) => !is.choices.includes(it))
      );
    });
  return (
    [...at.labels.before].some((id) => !at.labels.after.has(id)) ||
    [...at.relations.before.values()].some((was) => {
      const is = at.relations.after.get(was.id);
      return (
        !is ||
        narrower(was.from, is.from) ||
        narrower(was.to, is.to) ||
        (was.loops && !is.loops) ||
        (was.cycles && !is.cycles)
      );
    }) ||
    questions(at.attributes.before, at.attributes.after) ||
    questions(at.fields.before, at.fields.after)
  );
}

/** VALUE as an answer to TYPE, when there is one that says the same; null when there is none. */
export function converted(type: AttributeType, value: AttributeValue): AttributeValue | null {
  const fits = (it: AttributeValue) => wrongAnswer(type, it) === null;
  if (fits(value)) return value;
  const alone = typeof value === 'object' ? (value.length === 1 ? (value[0] as string) : null) : value;
  if (type.kind === 'text') return typeof value === 'object' ? value.join(', ') : String(value);
  if (alone === null) return null;
  if (type.kind === 'multi-choice') return fits([String(alone)]) ? [String(alone)] : null;
  if (type.kind === 'choice') return fits(String(alone)) ? String(alone) : null;
  const number = typeof alone === 'string' && alone.trim() !== '' ? Number(alone) : Number.NaN;
  return type.kind === 'number' && Number.isFinite(number) ? number : null;
}

/** GIVEN after the fates of its places; the same object when nothing changes. */
function answersAfter(
  given: Attributes,
  kind: 'answer' | 'field',
  { before, after }: { readonly before: Questions; readonly after: Questions },
  fates: Refactoring['fates'],
  owner: { readonly target: AttributeType['target']; readonly id: string } | null,
): Attributes {
  let next: Attributes = given;
  for (const [id, value] of Object.entries(given)) {
    for (const place of answerLosses(kind, before.get(id), after.get(id), value, owner)) {
      const fate = fates[place.key];
      if (!fate || fate.do === 'keep') continue;
      const { [id]: now, ...others } = next;
      if (place.choice !== null && now !== undefined) {
        const into = fate.do === 'merge' ? [fate.into] : [];
        if (typeof now !== 'object') next = fate.do === 'merge' ? { ...next, [id]: fate.into } : others;
        else {
          const left = [...new Set(now.flatMap((it) => (it === place.choice ? into : [it])))];
          next = left.length > 0 ? { ...next, [id]: left } : others;
        }
      } else if (fate.do === 'remove') next = others;
      else if (fate.do === 'merge') {
        const target = after.get(fate.into);
        const answer = target ? converted(target, value) : null;
        // What does not fit, or is answered already, stays where it is.
        if (answer === null || (fate.into !== id && others[fate.into] !== undefined)) continue;
        next = { ...others, [fate.into]: answer };
      }
    }
  }
  return next;
}

function hasAnswer({ attributes }: Annotation, id: string, value: AttributeValue): boolean {
  const answer = attributes[id];
  if (typeof answer === 'object' && typeof value === 'string') return answer.includes(value);
  return JSON.stringify(answer) === JSON.stringify(value);
}

/** Tells which annotations a split moves. */
function choosing({ from, by }: Split): (annotation: Annotation) => boolean {
  const ids = new Set(by.kind === 'ids' ? by.ids : []);
  return (annotation) => {
    if (annotation.label !== from) return false;
    switch (by.kind) {
      case 'quote':
        return annotation.spans.map((span) => span.exact).join(' … ') === by.quote;
      case 'answer':
        return hasAnswer(annotation, by.attribute, by.value);
      case 'ids':
        return ids.has(annotation.id);
      default:
        return assertNever(by);
    }
  };
}

/** How many annotations of LAYER a split would move. */
export const splitCount = (layer: Pick<Layer, 'annotations'>, split: Split): number =>
  layer.annotations.filter(choosing(split)).length;

const sameSpans = (a: Annotation) =>
  `${a.label}\n${a.spans.map(({ start, end }) => `${start}-${end}`).join()}`;

/** Nothing would be missed when A went and its twin B stayed. */
const adds = (a: Annotation, b: Annotation) =>
  (a.note !== '' && a.note !== b.note) ||
  Object.entries(a.attributes).some(
    ([id, value]) => JSON.stringify(b.attributes[id]) !== JSON.stringify(value),
  );

/**
 * The patch that REFACTORING means for LAYER; null when it changes nothing there. NOW (ISO 8601) is the time of
 * the change. A merged annotation that finds its twin (same label, same spans) goes, unless it says more.
 */
export function refactorLayer(layer: Carried, refactoring: Refactoring, now: string): Patch | null {
  const { before, after, fates, split } = refactoring;
  const at = sides(before, after);
  const isChosen = split ? choosing(split) : () => false;
  const removed: Annotation[] = [];
  const updated: [Annotation, Annotation][] = [];
  const linked = new Set(layer.relations.flatMap(({ from, to }) => [from, to]));
  const places = new Map<string, Annotation>();
  const merges = Object.values(fates).some((fate) => fate.do === 'merge');
  if (merges || split) for (const it of layer.annotations) places.set(sameSpans(it), it);
  for (const annotation of layer.annotations) {
    const fate = at.labels.after.has(annotation.label) ? undefined : fates[`label/${annotation.label}`];
    if (fate?.do === 'remove' && at.labels.before.has(annotation.label)) {
      removed.push(annotation);
      continue;
    }
    const label =
      split && isChosen(annotation)
        ? split.to
        : fate?.do === 'merge' && at.labels.before.has(annotation.label)
          ? fate.into
          : annotation.label;
    const owner = { target: 'annotation', id: annotation.label } as const;
    const isLost = at.labels.before.has(annotation.label) && !at.labels.after.has(annotation.label);
    const attributes = isLost
      ? annotation.attributes
      : answersAfter(annotation.attributes, 'answer', at.attributes, fates, owner);
    if (label === annotation.label && attributes === annotation.attributes) continue;
    const next = { ...annotation, label, attributes, updatedAt: now };
    const twin = label === annotation.label ? undefined : places.get(sameSpans(next));
    if (twin && twin.id !== annotation.id && !linked.has(annotation.id) && !adds(next, twin))
      removed.push(annotation);
    else {
      if (label !== annotation.label) places.set(sameSpans(next), next);
      updated.push([annotation, next]);
    }
  }
  const gone = new Set(removed.map((it) => it.id));
  const looseRelations: Relation[] = [];
  const changedRelations: [Relation, Relation][] = [];
  const lost = lostRelations(layer, at);
  for (const relation of layer.relations) {
    const loss = lost.get(relation.id);
    const fate = loss ? fates[loss.key] : undefined;
    if (gone.has(relation.from) || gone.has(relation.to) || fate?.do === 'remove') {
      looseRelations.push(relation);
      continue;
    }
    const type = fate?.do === 'merge' ? fate.into : relation.type;
    const attributes =
      loss?.kind === 'relation'
        ? relation.attributes
        : answersAfter(relation.attributes, 'answer', at.attributes, fates, {
            target: 'relation',
            id: relation.type,
          });
    const hasTwin =
      type !== relation.type &&
      layer.relations.some((it) => it.type === type && it.from === relation.from && it.to === relation.to);
    if (hasTwin && relation.note === '' && Object.keys(attributes).length === 0)
      looseRelations.push(relation);
    else if (type !== relation.type || attributes !== relation.attributes)
      changedRelations.push([relation, { ...relation, type, attributes }]);
  }
  const fields = answersAfter(layer.fields, 'field', at.fields, fates, null);
  const { status, memo } = layer;
  const patch: Patch = {
    ...(removed.length + updated.length > 0 && { annotations: change({ updated, removed }) }),
    ...(looseRelations.length + changedRelations.length > 0 && {
      relations: change({ updated: changedRelations, removed: looseRelations }),
    }),
    ...(fields !== layer.fields && {
      facts: [
        { status, memo, fields: layer.fields },
        { status, memo, fields },
      ] as const,
    }),
  };
  return Object.keys(patch).length > 0 ? patch : null;
}
