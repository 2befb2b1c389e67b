/** An Excel workbook: sheets of annotations, relations, documents and labels. */

import { losses as why } from '../locale/en/losses';
import type { LossReason, Piece, Write } from './format';
import { CELL_LIMIT, styles } from './sheet';
import { type Cell, loseNamesakes, type Row, tablesOf } from './table';
import { newWorkbook } from './workbook';
import { xmlSafe } from './xml';

/** Of a sheet in Excel. */
const ROWS = 1_048_576;

/** With room for ROWS rows in a sheet. */
export const xlsxOf =
  (rows: number): Write =>
  ({ schema }, { unit }, lose) => {
    const book = newWorkbook(rows);
    const tables = tablesOf(schema, unit, lose);
    const annotations = book.sheet('annotations', tables.annotationHead);
    const relations = book.sheet('relations', tables.relationHead);
    const documents = book.sheet('documents', [
      ...['doc', 'sha256', 'annotator', 'status', 'memo', 'annotations', 'relations'],
      ...tables.fieldHead,
    ]);
    const counts = new Map<string, number>();
    const ready = (): Piece[] => book.taken().map((data) => ({ to: '', data }));

    /** CELLS as a sheet can hold them; what they lose is told of ID. */
    const fitting = (
      cells: Row,
      document: string | null,
      id: string,
      what: 'annotation' | 'relation' | 'facts' | 'name',
    ): Row =>
      cells.map((cell: Cell) => {
        if (typeof cell === 'number') return cell;
        const safe = xmlSafe(cell);
        const told = (reason: LossReason) => lose({ document, id, fate: 'flattened', what, reason });
        if (safe !== cell) told(why['xlsx-characters']);
        if (safe.length <= CELL_LIMIT) return safe;
        told(why['xlsx-cell']);
        return xmlSafe(`${safe.slice(0, CELL_LIMIT - 1)}…`);
      });

    return {
      head: ready,
      *document(document) {
        const { path, sha256, layers } = document;
        loseNamesakes(document, lose);
        if (layers.length === 0)
          documents.add(fitting([path, sha256, '', '', '', 0, 0], path, path, 'facts'));
        for (const layer of layers) {
          for (const { id, cells } of tables.annotations(document, layer)) {
            annotations.add(fitting(cells, path, id, 'annotation'));
            yield* ready();
          }
          for (const { id, cells } of tables.relations(document, layer))
            relations.add(fitting(cells, path, id, 'relation'));
          for (const { label } of layer.annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
          const { annotator, status, memo } = layer;
          const facts = [annotator.name, status, memo, layer.annotations.length, layer.relations.length];
          documents.add(
            fitting([path, sha256, ...facts, ...tables.fields(layer)], path, annotator.id, 'facts'),
          );
        }
        yield* ready();
      },
      *tail(refused) {
        const labels = book.sheet('labels', [
          'label',
          'parent',
          'color',
          'key',
          'annotations',
          'description',
          'memo',
        ]);
        const names = new Map(schema.labels.map(({ id, name }) => [id, name]));
        for (const [i, it] of schema.labels.entries()) {
          const parent = (it.parent && names.get(it.parent)) ?? '';
          const cells = [
            it.name,
            parent,
            it.color,
            it.key ?? '',
            counts.get(it.id) ?? 0,
            it.description,
            it.memo,
          ];
          labels.add(fitting(cells, null, it.id, 'name'), (column) =>
            column === 2 ? styles.colours + i : styles.plain,
          );
        }
        if (refused.length > 0) {
          const left = book.sheet('left out', ['path', 'reason']);
          for (const { path, reason } of refused) left.add(fitting([path, reason], path, path, 'facts'));
        }
        for (const data of book.end(schema.labels.map((it) => it.color))) yield { to: '', data };
      },
    };
  };

export const writeXlsx = xlsxOf(ROWS);
