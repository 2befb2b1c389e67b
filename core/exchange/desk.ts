/** One layer of one document while an import fills it: what is there, what comes in, and what is the same. */
import type { Annotation, Annotator, Attributes, DocumentFacts, Relation } from '../model';
import { change, type Patch } from '../patch';

/** What a layer holds before the import. */
export interface Held extends DocumentFacts {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

const annotationKey = (label: string, spans: Annotation['spans']) =>
  `${label}\n${spans.map(({ start, end }) => `${start}-${end}`).join(',')}`;

/** Relations are the same when they lead between annotations that are: which of two twins is no difference. */
const relationKey = (
  { type, from, to }: Pick<Relation, 'type' | 'from' | 'to'>,
  keys: ReadonlyMap<string, string>,
) => JSON.stringify([type, keys.get(from), keys.get(to)]);

const push = (map: Map<string, string[]>, key: string, id: string) => {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
};

/** A layer that is being filled. */
export interface Desk {
  readonly path: string;
  /** Null for the own one. */
  readonly annotator: Annotator | null;
  readonly before: Held;
  facts: DocumentFacts;
  readonly annotations: Annotation[];
  readonly relations: Relation[];
  /** Ids of what is there, and of what comes in, by what makes them the same. */
  readonly places: Map<string, string[]>;
  readonly links: Map<string, string[]>;
  readonly ids: Set<string>;
  /** What makes an annotation the same as another, by its id. */
  readonly keys: Map<string, string>;
}

export function newDesk(path: string, annotator: Annotator | null, before: Held): Desk {
  const places = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const keys = new Map(before.annotations.map((it) => [it.id, annotationKey(it.label, it.spans)]));
  for (const [id, key] of keys) push(places, key, id);
  for (const it of before.relations) push(links, relationKey(it, keys), it.id);
  const { status, memo, fields } = before;
  const ids = new Set([...before.annotations, ...before.relations].map((it) => it.id));
  return {
    path,
    annotator,
    before,
    facts: { status, memo, fields },
    annotations: [],
    relations: [],
    places,
    links,
    ids,
    keys,
  };
}

/**
 * Fills DESK from one layer of a file. What is there already is met once by each of its likes: so a file's own
 * twins stay two, and bringing the same file again brings nothing.
 */
export function filling(desk: Desk) {
  const met = new Map<string, number>();
  const meet = (map: Map<string, string[]>, key: string, kind: string): string | undefined => {
    const n = met.get(kind + key) ?? 0;
    met.set(kind + key, n + 1);
    return map.get(key)?.[n];
  };
  return {
    /** The id of the annotation that is the same and there already; undefined when it is not. */
    annotationThere: (label: string, spans: Annotation['spans']) =>
      meet(desk.places, annotationKey(label, spans), 'a'),
    relationThere: (relation: Pick<Relation, 'type' | 'from' | 'to'>) =>
      meet(desk.links, relationKey(relation, desk.keys), 'r'),
    addAnnotation(it: Annotation) {
      desk.annotations.push(it);
      desk.ids.add(it.id);
      const key = annotationKey(it.label, it.spans);
      desk.keys.set(it.id, key);
      push(desk.places, key, it.id);
    },
    addRelation(it: Relation) {
      desk.relations.push(it);
      desk.ids.add(it.id);
      push(desk.links, relationKey(it, desk.keys), it.id);
    },
  };
}

/** DESK's facts with those of a file, where the layer says nothing yet. */
export function addFacts(desk: Desk, facts: Partial<DocumentFacts>): void {
  const { status, memo, fields } = desk.facts;
  const more: Attributes = { ...facts.fields, ...fields };
  desk.facts = {
    status: status === 'todo' ? (facts.status ?? status) : status,
    memo: memo === '' ? (facts.memo ?? '') : memo,
    fields: more,
  };
}

/** What the import changes in the layer; null when it changes nothing. */
export function patchOf({ annotations, relations, facts, before }: Desk): Patch | null {
  const was: DocumentFacts = { status: before.status, memo: before.memo, fields: before.fields };
  const sorted = (it: DocumentFacts) =>
    JSON.stringify([it.status, it.memo, Object.entries(it.fields).sort(([a], [b]) => (a < b ? -1 : 1))]);
  const isSame = sorted(was) === sorted(facts);
  if (annotations.length === 0 && relations.length === 0 && isSame) return null;
  return {
    ...(annotations.length > 0 && { annotations: change({ added: annotations }) }),
    ...(relations.length > 0 && { relations: change({ added: relations }) }),
    ...(!isSame && { facts: [was, facts] as const }),
  };
}
