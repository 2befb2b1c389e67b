/** The annotations of an open document, by id, in order and by place; kept in step by patches. */
import type { Failure } from './failure';
import { IntervalIndex } from './intervals';
import type { Annotation, Span } from './model';
import { type Change, compareAnnotations, misfit } from './patch';

/** More changes than this at once are made in one pass. */
const MANY = 100;

const intervalsOf = (value: Annotation) => value.spans.map(({ start, end }) => ({ start, end, value }));

/** A and B, both in file order, as one list in file order. */
function merged(a: readonly Annotation[], b: readonly Annotation[]): Annotation[] {
  const rows: Annotation[] = [];
  let next = 0;
  for (const row of a) {
    for (let it = b[next]; it && compareAnnotations(it, row) < 0; it = b[++next]) rows.push(it);
    rows.push(row);
  }
  for (let i = next; i < b.length; i++) rows.push(b[i] as Annotation);
  return rows;
}

/** Mutable on purpose: a change of one annotation among 500,000 must not copy the others. */
export class AnnotationSet {
  private byId = new Map<string, Annotation>();
  private index: IntervalIndex<Annotation>;
  private list: Annotation[];

  constructor(annotations: readonly Annotation[]) {
    this.list = [...annotations].sort(compareAnnotations);
    for (const annotation of annotations) this.byId.set(annotation.id, annotation);
    this.index = new IntervalIndex(annotations.flatMap(intervalsOf));
  }

  get size(): number {
    return this.list.length;
  }

  get(id: string): Annotation | undefined {
    return this.byId.get(id);
  }

  /** All annotations in file order. The array is the set's own: read it, don't keep it. */
  inOrder(): readonly Annotation[] {
    return this.list;
  }

  /** Where ANNOTATION stands in inOrder(), or where it would stand. */
  rankOf(annotation: Annotation): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareAnnotations(this.list[middle] as Annotation, annotation) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Annotations with a span that shares a unit with SPAN, in order, each once. */
  overlapping({ start, end }: Span): Annotation[] {
    return [...new Set(this.index.overlapping(start, end).map((interval) => interval.value))];
  }

  /** Annotations that cover the unit at OFFSET, innermost first, each once. */
  at(offset: number): Annotation[] {
    return [...new Set(this.index.at(offset).map((interval) => interval.value))];
  }

  /** Applies CHANGE, or refuses it whole. */
  apply(change: Change<Annotation>): Failure | null {
    const failure = misfit((id) => this.byId.has(id), change);
    if (failure) return failure;
    if (change.added.length + change.removed.length + change.updated.length > MANY)
      return this.applyMany(change);
    for (const row of change.removed) this.drop(row.id);
    for (const [before, after] of change.updated) {
      this.drop(before.id);
      this.put(after);
    }
    for (const row of change.added) this.put(row);
    return null;
  }

  /** All in one pass over the rows: moving array tails thousands of times would take seconds. */
  private applyMany({ added, updated, removed }: Change<Annotation>): null {
    const gone = new Set<Annotation>();
    for (const { id } of [...removed, ...updated.map(([before]) => before)]) {
      gone.add(this.byId.get(id) as Annotation);
      this.byId.delete(id);
    }
    const fresh = [...updated.map(([, after]) => after), ...added].sort(compareAnnotations);
    for (const row of fresh) this.byId.set(row.id, row);
    this.list = merged(gone.size > 0 ? this.list.filter((row) => !gone.has(row)) : this.list, fresh);
    this.index.replace(gone, fresh.flatMap(intervalsOf));
    return null;
  }

  private put(annotation: Annotation): void {
    this.list.splice(this.rankOf(annotation), 0, annotation);
    this.byId.set(annotation.id, annotation);
    for (const { start, end } of annotation.spans) this.index.insert(start, end, annotation);
  }

  private drop(id: string): void {
    const held = this.byId.get(id) as Annotation;
    this.list.splice(this.rankOf(held), 1);
    this.byId.delete(id);
    for (const { start, end } of held.spans) this.index.remove(start, end, held);
  }
}
