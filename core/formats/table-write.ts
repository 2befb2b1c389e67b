/** CSV and TSV: one row for each part of an annotation, relations and the schema beside it. */
import { schemaText } from '../schema-text';
import { catalog } from './catalog';
import { csvCell } from './csv';
import { chosen, type Piece, type Write } from './format';
import { joined } from './pieces';
import { loseNamesakes, type Row, tablesOf } from './table';

/** Beside the table. Relations are always comma-separated, so that their file is called the same. */
export const RELATIONS = '.relations.csv';
/** The schema, so that kinds, colours and the order of labels come back; as the schema dialog writes it. */
export const LABELS = '.labels.json';

const line = (cells: Row, delimiter: ',' | '\t') =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;

const writeTable =
  (id: 'csv' | 'tsv', delimiter: ',' | '\t'): Write =>
  ({ schema }, options, lose) => {
    const tables = tablesOf(schema, options.unit, lose);
    const mark = chosen(catalog[id], 'bom', options) === 'yes' ? '\uFEFF' : '';
    let isRelated = false;
    const to = (name: string) => (data: string) => ({ to: name, data }) satisfies Piece;
    return {
      *head() {
        yield to('')(mark + line(tables.annotationHead, delimiter));
        yield to(LABELS)(schemaText(schema));
      },
      *document(document) {
        loseNamesakes(document, lose);
        for (const layer of document.layers) {
          for (const data of joined(lines(tables.annotations(document, layer), delimiter)))
            yield to('')(data);
          for (const data of joined(lines(tables.fieldRows(document, layer), delimiter))) yield to('')(data);
        }
        for (const layer of document.layers)
          for (const data of joined(lines(tables.relations(document, layer), ','))) {
            yield to(RELATIONS)((isRelated ? '' : mark + line(tables.relationHead, ',')) + data);
            isRelated = true;
          }
      },
      tail: () => [],
    };
  };

function* lines(rows: Iterable<{ readonly cells: Row }>, delimiter: ',' | '\t'): Generator<string> {
  for (const { cells } of rows) yield line(cells, delimiter);
}

export const writeCsv = writeTable('csv', ',');
export const writeTsv = writeTable('tsv', '\t');
