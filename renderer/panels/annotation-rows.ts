/** Which annotations the list shows, and in what order. */
import type { Annotation, Label } from '../../core/model';

export type Order = 'text' | 'label' | 'newest';

export interface Filter {
  /** Part of the quote, the note or the label's name, in any case. */
  readonly search: string;
  /** A label's id, or '' for all. */
  readonly label: string;
  readonly order: Order;
}

export function shownAnnotations(
  all: readonly Annotation[],
  labels: readonly Label[],
  filter: Filter,
): readonly Annotation[] {
  const names = new Map(labels.map((label) => [label.id, label.name.toLowerCase()]));
  const rank = new Map(labels.map((label, index) => [label.id, index]));
  const wanted = filter.search.trim().toLowerCase();
  const matches = (annotation: Annotation) =>
    (!filter.label || annotation.label === filter.label) &&
    (!wanted ||
      annotation.note.toLowerCase().includes(wanted) ||
      names.get(annotation.label)?.includes(wanted) ||
      annotation.spans.some((span) => span.exact.toLowerCase().includes(wanted)));
  const rows = filter.label || wanted ? all.filter(matches) : [...all];
  if (filter.order === 'label') rows.sort((a, b) => (rank.get(a.label) ?? 1e9) - (rank.get(b.label) ?? 1e9));
  if (filter.order === 'newest')
    rows.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
  return rows;
}
