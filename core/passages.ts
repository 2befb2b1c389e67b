/** Retrieval: annotations of many documents and annotators as one list, grouped, filtered, sorted, quoted. */
import { isSuggestion } from './edit-suggestions';
import type { Annotation, Label, QuotedSpan, Relation } from './model';
import { compareAnnotations } from './patch';

/** An annotation with where it stands and whose it is. */
export interface Passage {
  readonly document: string;
  readonly annotator: string;
  /** Of the layer that the window edits. */
  readonly own: boolean;
  readonly annotation: Annotation;
  /** How many relations begin or end at it. */
  readonly relations: number;
}

/** How many relations begin or end at each annotation that has any, by its id. One to itself counts once. */
export function relationCounts(relations: readonly Relation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of relations)
    for (const end of new Set([from, to])) counts.set(end, (counts.get(end) ?? 0) + 1);
  return counts;
}

export type Group = 'none' | 'label' | 'document' | 'annotator';
export type Suggested = 'all' | 'only' | 'none';
export type Order = 'text' | 'newest' | 'quote';

export interface PassageView {
  /** Part of the quote, the note, the label's name, the document or the annotator, in any case. */
  readonly search: string;
  /** A label's id, or '' for all. */
  readonly label: string;
  /** Suggestions alone, all but them, or (`all`) both. */
  readonly suggested: Suggested;
  readonly group: Group;
  readonly order: Order;
}

export type PassageRow =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: 'passage'; readonly key: string; readonly passage: Passage };

/** The words of an annotation on one line; the parts of a discontinuous one joined by …. */
export const quoteOf = ({ spans }: Annotation): string =>
  spans
    .map((span) => span.exact)
    .join(' … ')
    .replace(/\s+/g, ' ')
    .trim();

/** The same annotation id may stand in the layers of two annotators who copied a file. */
export const passageKey = ({ document, annotator, annotation }: Passage): string =>
  `${annotation.id}\n${annotator}\n${document}`;

/** The words before and after SPAN, as far as its quote keeps them: whole words, of the same paragraph. */
export function contextOf({ prefix, suffix }: QuotedSpan): {
  readonly before: string;
  readonly after: string;
} {
  const before = prefix.split(/[\r\n]+/).at(-1) as string;
  const after = suffix.split(/[\r\n]+/)[0] as string;
  const cutBefore = before === prefix && [...prefix].length >= 32;
  const cutAfter = after === suffix && [...suffix].length >= 32;
  return {
    before: cutBefore ? before.replace(/^\S*(?=\s)/, '…') : before,
    after: cutAfter ? after.replace(/(?<=\s)\S*$/, '…') : after,
  };
}

type Compare = (a: Passage, b: Passage) => number;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Null leaves them as they stand in the texts. */
const comparisons: Readonly<Record<Order, Compare | null>> = {
  text: null,
  newest: (a, b) => byText(b.annotation.createdAt, a.annotation.createdAt),
  quote: (a, b) => byText(quoteOf(a.annotation).toLowerCase(), quoteOf(b.annotation).toLowerCase()),
};

/** What the layers of several annotators hold, in the order of DOCUMENTS and, in each, of the text. */
export function inTextOrder(
  layers: readonly (readonly Passage[])[],
  documents: readonly string[],
): Passage[] {
  const held = new Map<string, (readonly Passage[])[]>(documents.map((path) => [path, []]));
  for (const layer of layers) if (layer[0]) held.get(layer[0].document)?.push(layer);
  return [...held.values()].flatMap((of) =>
    of.length === 1
      ? (of[0] as readonly Passage[])
      : of
          .flat()
          .sort((a, b) => compareAnnotations(a.annotation, b.annotation) || byText(a.annotator, b.annotator)),
  );
}

function grouping(group: Group, labels: readonly Label[]): (it: Passage) => readonly [string, string] {
  const names = new Map(labels.map((label) => [label.id, label.name]));
  switch (group) {
    case 'label':
      return ({ annotation: { label } }) => [label, names.get(label) ?? label];
    case 'document':
      return ({ document }) => [document, document];
    case 'annotator':
      return ({ annotator }) => [annotator, annotator];
    case 'none':
      return () => ['', ''];
  }
}

/** What of ALL (in the order of the texts) VIEW lets through, in its order. */
export function shownPassages(
  all: readonly Passage[],
  labels: readonly Label[],
  view: PassageView,
): readonly Passage[] {
  const names = new Map(labels.map((label) => [label.id, label.name.toLowerCase()]));
  const wanted = view.search.trim().toLowerCase();
  const matches = ({ document, annotator, annotation }: Passage) =>
    (!view.label || annotation.label === view.label) &&
    (view.suggested === 'all' || isSuggestion(annotation) === (view.suggested === 'only')) &&
    (!wanted ||
      quoteOf(annotation).toLowerCase().includes(wanted) ||
      annotation.note.toLowerCase().includes(wanted) ||
      (names.get(annotation.label) ?? annotation.label).includes(wanted) ||
      document.toLowerCase().includes(wanted) ||
      annotator.toLowerCase().includes(wanted));
  const shown = wanted || view.label || view.suggested !== 'all' ? all.filter(matches) : all;
  const compare = comparisons[view.order];
  return compare ? [...shown].sort(compare) : shown;
}

/** Made once a passage: 50,000 keys for every edit would hold the edit up. */
const rowsOf = new WeakMap<Passage, PassageRow>();

function rowOf(passage: Passage): PassageRow {
  const known = rowsOf.get(passage);
  if (known) return known;
  const row: PassageRow = { kind: 'passage', key: passageKey(passage), passage };
  rowsOf.set(passage, row);
  return row;
}

/** SHOWN (in order) in groups with their headings; without grouping, as it is. Groups come by label, else by first passage. */
export function passageRows(shown: readonly Passage[], labels: readonly Label[], group: Group): PassageRow[] {
  if (group === 'none') return shown.map(rowOf);
  const groupOf = grouping(group, labels);
  const groups = new Map<string, { readonly title: string; readonly rows: PassageRow[] }>();
  for (const passage of shown) {
    const [key, title] = groupOf(passage);
    const held = groups.get(key) ?? { title, rows: [] };
    if (held.rows.length === 0) groups.set(key, held);
    held.rows.push(rowOf(passage));
  }
  const rank = new Map(labels.map((label, index) => [label.id, index]));
  const sorted = [...groups];
  if (group === 'label') sorted.sort(([a], [b]) => (rank.get(a) ?? 1e9) - (rank.get(b) ?? 1e9));
  return sorted.flatMap(([key, { title, rows }]): PassageRow[] => [
    { kind: 'group', key: `group:${key}`, title, count: rows.length },
    ...rows,
  ]);
}

/** A passage as one cites it: the words in quotation marks, and in brackets where they stand, as what, by whom. */
export function quotation(passage: Passage, labelName: string): string {
  const { annotation, document, annotator } = passage;
  const places = annotation.spans.map(({ start, end }) => `${start}–${end}`).join(', ');
  return `“${quoteOf(annotation)}” (${document}, characters ${places}; ${labelName}, ${annotator})`;
}
