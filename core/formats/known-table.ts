/** A table whose columns are known by what they hold, whatever they are called and in whatever order. */
import type { AttributeKind, AttributeType, AttributeValue } from '../model';
import { answerIn, attributeIn, kindOf, type Part, partOf } from './columns';
import { unguarded } from './csv';
import type { Delimited, DelimitedRow } from './delimited';

export interface KnownTable {
  readonly rows: () => Iterable<DelimitedRow>;
  readonly width: number;
  /** The cell of PART; empty when there is none. */
  readonly cell: (row: DelimitedRow, part: Part) => string;
  readonly has: (part: Part) => boolean;
  /** Rows with the same id are parts of one annotation: so in our tables only. */
  readonly joins: boolean;
  readonly attributes: (row: DelimitedRow) => [string, AttributeValue][];
  /** What the column of PART is called. */
  readonly header: (part: Part) => string;
}

/** The kind of a question, by its name; undefined when nobody declared it. */
export type Kinds = (name: string) => AttributeKind | undefined;

export const kindsIn =
  (questions: readonly AttributeType[]): Kinds =>
  (name) =>
    questions.find((it) => it.name === name)?.kind;

export function knownTable({ head, rows }: Delimited, declared: Kinds): KnownTable {
  const at = new Map<Part, number>();
  const columns: { readonly index: number; readonly name: string }[] = [];
  for (const [index, header] of head.entries()) {
    const part = partOf(header);
    if (part === undefined) columns.push({ index, name: attributeIn(unguarded(header)) });
    else if (!at.has(part)) at.set(part, index);
  }
  const cell = (row: DelimitedRow, index: number | undefined) =>
    index === undefined ? '' : unguarded(row.cells[index] ?? '');
  // A kind that nobody declared is that of all cells of the column, so they are gone through twice.
  const undeclared = columns.filter(({ name }) => declared(name) === undefined);
  const cells = new Map(undeclared.map(({ index }) => [index, new Set<string>()]));
  if (undeclared.length > 0)
    for (const row of rows())
      for (const [index, found] of cells) {
        const it = cell(row, index);
        if (it !== '') found.add(it);
      }
  const kinds = new Map(
    columns.map(({ index, name }) => [index, declared(name) ?? kindOf(cells.get(index) ?? [])]),
  );
  return {
    rows,
    width: head.length,
    cell: (row, part) => cell(row, at.get(part)),
    has: (part) => at.has(part),
    joins: head[at.get('id') ?? -1]?.trim() === 'annotation_id',
    header: (part) => head[at.get(part) ?? -1] ?? '',
    attributes: (row) =>
      columns.flatMap(({ index, name }) => {
        const it = cell(row, index);
        return it === '' ? [] : [[name, answerIn(it, kinds.get(index) ?? 'text')]];
      }),
  };
}

/** Whether there is enough to read annotations. */
export const isTable = (table: Pick<KnownTable, 'has'>) =>
  table.has('label') && ((table.has('start') && table.has('end')) || table.has('text'));
