/** Which columns of the table become what, and what comes of it. */
import type { RowChoices, TableColumn, TableView } from '../../../core/exchange/table';

export interface Chosen {
  readonly text: string;
  /** Null: the documents are numbered. */
  readonly name: string | null;
  /** Columns that stay out; kept while text and name are moved about. */
  readonly without: ReadonlySet<string>;
}

export const firstChosen = (table: TableView): Chosen => ({
  text: table.text,
  name: table.called,
  without: new Set(),
});

/** What a column becomes. */
export type Becomes = 'text' | 'name' | 'field' | 'nothing';

export function becomes({ name }: Pick<TableColumn, 'name'>, chosen: Chosen): Becomes {
  if (name === chosen.text) return 'text';
  if (name === chosen.name) return 'name';
  return chosen.without.has(name) ? 'nothing' : 'field';
}

/** The columns that can be fields. */
export const fieldColumns = ({ columns }: TableView, chosen: Chosen): readonly TableColumn[] =>
  columns.filter(({ name }) => name !== chosen.text && name !== chosen.name);

export const rowChoices = (table: TableView, chosen: Chosen): RowChoices => ({
  text: chosen.text,
  name: chosen.name,
  fields: fieldColumns(table, chosen).flatMap(({ name }) => (chosen.without.has(name) ? [] : [name])),
});

/** How many documents come: a row without a text is none. */
export const documentsOf = ({ columns }: TableView, { text }: Chosen): number =>
  columns.find(({ name }) => name === text)?.filled ?? 0;

/** A column as the text; when it named the documents, they are numbered. */
export const withText = (chosen: Chosen, text: string): Chosen => ({
  ...chosen,
  text,
  name: chosen.name === text ? null : chosen.name,
});
