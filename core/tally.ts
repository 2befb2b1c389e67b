/** Counts what a project holds, layer by layer, in memory that does not grow with its annotations. */
import { isSuggestion } from './edit-suggestions';
import type { Annotation, Annotator, Layer, Schema, Status } from './model';

export interface LabelCount {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Names of the annotators, with how many are theirs. */
  readonly annotators: Readonly<Record<string, number>>;
}

/** Of annotations, in UTF-16 units; all 0 when there are none. */
export interface Lengths {
  readonly shortest: number;
  readonly median: number;
  readonly mean: number;
  readonly longest: number;
}

export interface Counts {
  readonly documents: number;
  /** In UTF-16 units. */
  readonly characters: number;
  /** Documents that an annotator began, by that annotator's status. */
  readonly status: readonly {
    readonly annotator: string;
    readonly documents: Readonly<Record<Status, number>>;
  }[];
  /** Documents that nobody began. */
  readonly untouched: number;
  readonly annotations: number;
  /** In the order of the schema; labels that it does not know come last, those without an annotation stand with 0. */
  readonly labels: readonly LabelCount[];
  readonly lengths: Lengths;
  readonly discontinuous: number;
  /** Annotations that share a character with another of the same annotator. */
  readonly overlapping: number;
  readonly notes: number;
  /** Nobody has accepted them; they are among the annotations. */
  readonly suggestions: number;
  readonly relations: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

const noStatus: Readonly<Record<Status, number>> = { todo: 0, 'in-progress': 0, done: 0, skipped: 0 };

const more = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

export class Tally {
  private documents = 0;
  private characters = 0;
  private untouched = 0;
  private annotations = 0;
  private discontinuous = 0;
  private overlapping = 0;
  private notes = 0;
  private suggestions = 0;
  private readonly annotators = new Map<
    string,
    { readonly who: Annotator; status: Record<Status, number> }
  >();
  private readonly labels = new Map<string, Map<string, number>>();
  private readonly relations = new Map<string, number>();
  /** How many are so long. */
  private readonly lengths = new Map<number, number>();

  constructor(private readonly schema: Schema) {}

  add(text: string, layers: readonly Layer[]): void {
    this.documents++;
    this.characters += text.length;
    if (layers.length === 0) this.untouched++;
    for (const layer of layers) this.addLayer(layer);
  }

  private addLayer({ annotator, status, annotations, relations }: Layer): void {
    const held = this.annotators.get(annotator.id) ?? { who: annotator, status: { ...noStatus } };
    this.annotators.set(annotator.id, held);
    held.status[status]++;
    for (const it of annotations) {
      this.annotations++;
      if (it.spans.length > 1) this.discontinuous++;
      if (it.note !== '') this.notes++;
      if (isSuggestion(it)) this.suggestions++;
      const length = it.spans.reduce((sum, { start, end }) => sum + end - start, 0);
      this.lengths.set(length, (this.lengths.get(length) ?? 0) + 1);
      const theirs = this.labels.get(it.label) ?? new Map();
      this.labels.set(it.label, theirs);
      more(theirs, annotator.id);
    }
    this.overlapping += overlapping(annotations);
    for (const { type } of relations) more(this.relations, type);
  }

  counts(): Counts {
    const { schema, annotators, labels, relations, documents, characters, untouched, annotations } = this;
    const { discontinuous, overlapping, notes, suggestions } = this;
    const names = namesOf([...annotators.values()].map(({ who }) => who));
    const sum = (counts: ReadonlyMap<string, number>) =>
      [...counts.values()].reduce((all, it) => all + it, 0);
    return {
      documents,
      characters,
      status: [...annotators].map(([id, { status }]) => ({
        annotator: names.get(id) ?? id,
        documents: status,
      })),
      untouched,
      annotations,
      labels: inOrder(schema.labels, labels.keys()).map(({ id, name }) => {
        const theirs = labels.get(id) ?? new Map<string, number>();
        return {
          id,
          name,
          count: sum(theirs),
          annotators: Object.fromEntries([...theirs].map(([who, count]) => [names.get(who) ?? who, count])),
        };
      }),
      lengths: lengthsOf(this.lengths),
      discontinuous,
      overlapping,
      notes,
      suggestions,
      relations: inOrder(schema.relationTypes, relations.keys()).map(({ id, name }) => ({
        id,
        name,
        count: relations.get(id) ?? 0,
      })),
    };
  }
}

/** Two of one name are told apart by their ids. */
function namesOf(all: readonly Annotator[]): ReadonlyMap<string, string> {
  const isTwin = ({ name }: Annotator) => all.filter((it) => it.name === name).length > 1;
  return new Map(all.map((it) => [it.id, isTwin(it) ? `${it.name} (${it.id})` : it.name]));
}

function inOrder(known: readonly { readonly id: string; readonly name: string }[], used: Iterable<string>) {
  const ids = new Set(known.map((it) => it.id));
  const unknown = [...used].filter((id) => !ids.has(id)).sort();
  return [...known, ...unknown.map((id) => ({ id, name: id }))];
}

/** How many of ANNOTATIONS share a character with another of them. */
function overlapping(annotations: readonly Annotation[]): number {
  const spans = annotations
    .flatMap(({ spans }, of) => spans.map(({ start, end }) => ({ start, end, of })))
    .sort((a, b) => a.start - b.start);
  const found = new Set<number>();
  // Of those before, the one that reaches furthest, and the furthest of any other annotation.
  let first = { end: 0, of: -1 };
  let second = { end: 0, of: -1 };
  for (const it of spans) {
    const other = first.of === it.of ? second : first;
    if (other.end > it.start) {
      found.add(other.of);
      found.add(it.of);
    }
    if (it.of === first.of) first = it.end > first.end ? it : first;
    else if (it.end > first.end) [first, second] = [it, first];
    else if (it.end > second.end) second = it;
  }
  return found.size;
}

function lengthsOf(counts: ReadonlyMap<number, number>): Lengths {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return { shortest: 0, median: 0, mean: 0, longest: 0 };
  let before = 0;
  const median = sorted.find(([, count]) => {
    before += count;
    return before * 2 >= all;
  });
  return {
    shortest: sorted[0]?.[0] ?? 0,
    median: median?.[0] ?? 0,
    mean: sorted.reduce((sum, [length, count]) => sum + length * count, 0) / all,
    longest: sorted.at(-1)?.[0] ?? 0,
  };
}
