/** Reads CSV and TSV: ours, with relations and schema beside them, and other tools’ tables of annotations. */

import { t } from '../locale/t';
import { type AttributeType, type AttributeValue, emptySchema, type Schema } from '../model';
import { readSchema } from '../schema-text';
import { answerIn, kindOf, type Part, partOf, unitIn } from './columns';
import { type DelimitedRow, delimited } from './delimited';
import { attributesOf, type Gathered, gather, idIn, layerNamed, layerOf, layersOf } from './gather';
import {
  type Imported,
  type ImportedAnnotation,
  type ImportedSpan,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
  type SourceFile,
} from './imported';
import { importedSchema } from './imported-schema';
import { isTable, type KnownTable, kindsIn, knownTable } from './known-table';
import { LABELS, RELATIONS } from './table-write';

interface Reading {
  readonly documents: Map<string, Gathered>;
  readonly problems: ImportProblem[];
  readonly schema: Schema;
}

/** A whole number, also as spreadsheets write it (`12.0`); null for what is none. */
function offsetIn(cell: string): number | null {
  const found = /^\s*(\d+)(?:[.,]0+)?\s*$/.exec(cell)?.[1];
  const offset = Number(found);
  return found !== undefined && Number.isSafeInteger(offset) ? offset : null;
}

const annotatorOf = (name: string) => (name === '' ? null : { id: null, name });

const documentOf = ({ documents }: Reading, name: string): Gathered => {
  const found = documents.get(name) ?? gather();
  documents.set(name, found);
  return found;
};

const iso = (time: string) => (time === '' || Number.isNaN(Date.parse(time)) ? null : time);

/** The span of ROW; null for a row about the whole document, a text for what is wrong with it. */
function spanOf(table: KnownTable, row: DelimitedRow): ImportedSpan | null | string {
  const [from, to, text] = (['start', 'end', 'text'] as const).map((part) => table.cell(row, part)) as [
    string,
    string,
    string,
  ];
  const context = { prefix: table.cell(row, 'prefix'), suffix: table.cell(row, 'suffix') };
  const exact = table.has('text') ? text : null;
  if (!table.has('start') || !table.has('end'))
    // Only words: where they stand is for the anchoring to find.
    return exact ? { start: 0, end: exact.length, exact, ...context } : t('problems.no-words');
  if (from.trim() === '' && to.trim() === '') return null;
  const [start, end] = [offsetIn(from), offsetIn(to)];
  if (start === null || end === null) return t('problems.no-offset', { offset: start === null ? from : to });
  return end < start
    ? t('problems.ends-before', { end: String(end), start: String(start) })
    : { start, end, exact, ...context };
}

function readRows(table: KnownTable, file: string, reading: Reading): void {
  /** What may get further parts, by document, annotator, id and label. */
  const open = new Map<string, ImportedSpan[]>();
  const fields: { field: string; cell: string; put: (value: AttributeValue) => void }[] = [];
  for (const row of table.rows()) {
    const where = t('problems.in-row', { file, row: String(row.number) });
    const leave = (reason: string) => reading.problems.push({ where, reason });
    if (row.cells.slice(table.width).some((cell) => cell !== '')) {
      leave(t('problems.cells', { cells: row.cells.length, width: table.width }));
      continue;
    }
    const cell = (part: Part) => table.cell(row, part);
    const [label, span] = [cell('label'), spanOf(table, row)];
    if (typeof span === 'string' || label === '') {
      leave(typeof span === 'string' ? span : t('problems.no-label'));
      continue;
    }
    const document = documentOf(reading, cell('doc'));
    const layer = layerOf(document, annotatorOf(cell('annotator')));
    if (span === null) {
      const text = cell('text');
      fields.push({
        field: label,
        cell: text,
        put: (value) => layer.fields.push([label, text === '' ? true : value]),
      });
      continue;
    }
    const id = cell('id') || `row-${row.number}`;
    const key = JSON.stringify([cell('doc'), cell('annotator'), id, label]);
    const parts = table.joins ? open.get(key) : undefined;
    if (parts?.every((it) => it.end <= span.start || span.end <= it.start)) {
      parts.push(span);
      parts.sort((a, b) => a.start - b.start);
      continue;
    }
    const spans = [span];
    open.set(key, spans);
    const annotation: ImportedAnnotation = {
      id: idIn(document, layer, id),
      label,
      spans,
      attributes: attributesOf(table.attributes(row)),
      note: cell('note'),
      createdAt: iso(cell('created')),
      updatedAt: null,
      isSuggestion: false,
    };
    layer.annotations.push(annotation);
  }
  const kinds = kindsIn(reading.schema.documentFields);
  const cells = new Map<string, Set<string>>();
  for (const { field, cell } of fields) cells.set(field, (cells.get(field) ?? new Set<string>()).add(cell));
  for (const { field, cell, put } of fields)
    put(answerIn(cell, kinds(field) ?? kindOf(cells.get(field) ?? [])));
}

function readRelations(table: KnownTable, file: string, reading: Reading): void {
  for (const row of table.rows()) {
    const cell = (part: Part) => table.cell(row, part);
    const document = reading.documents.get(cell('doc'));
    const layer = document && layerNamed(document, annotatorOf(cell('annotator')));
    const [from, to] = [layer?.ids.get(cell('from')), layer?.ids.get(cell('to'))];
    if (!layer || from === undefined || to === undefined || cell('type') === '') {
      reading.problems.push({
        where: t('problems.in-row', { file, row: String(row.number) }),
        reason: cell('type') === '' ? t('problems.no-type') : t('problems.end-missing'),
      });
      continue;
    }
    layer.relations.push({
      id: cell('id') || `row-${row.number}`,
      type: cell('type'),
      from,
      to,
      attributes: attributesOf(table.attributes(row)),
      note: cell('note'),
    });
  }
}

/** The schema that lies beside the table; none when there is none or it is damaged, which is told. */
function schemaBeside(file: SourceFile | undefined, problems: ImportProblem[]): Schema | null {
  if (!file) return null;
  const read = readSchema(file.text());
  if (read.ok) return read.value;
  problems.push({ where: file.path, reason: t('problems.left-out', { reason: read.failure.message }) });
  return null;
}

const isBeside = ({ path }: SourceFile) => /\.(?:relations\.csv|labels\.json|report\.json)$/.test(path);

function read(format: 'csv' | 'tsv', files: readonly SourceFile[]): Imported {
  const problems: ImportProblem[] = [];
  const schema = schemaBeside(
    files.find((it) => it.path.endsWith(LABELS)),
    problems,
  );
  const known = schema ?? emptySchema;
  const kinds = (target: AttributeType['target']) =>
    kindsIn(known.attributes.filter((it) => it.target === target));
  const reading: Reading = { documents: new Map(), problems, schema: known };
  let unit: Imported['unit'] = null;
  const tables = files.filter((it) => !isBeside(it));
  if (tables.length === 0) throw new NotReadable(t('problems.no-table'));
  for (const file of tables) {
    const table = knownTable(delimited(file.text()), kinds('annotation'));
    if (!isTable(table)) throw new NotReadable(t('problems.table-columns', { file: file.path }));
    unit ??= unitIn(table.header('start'));
    readRows(table, file.path, reading);
  }
  for (const file of files.filter((it) => it.path.endsWith(RELATIONS)))
    readRelations(knownTable(delimited(file.text()), kinds('relation')), file.path, reading);
  return {
    format,
    documents: [...reading.documents].map(([name, gathered]) => ({
      name,
      text: null,
      sha256: null,
      layers: layersOf(gathered),
    })),
    schema: schema ? importedSchema(schema) : noSchema,
    unit,
    usualUnit: 'code-point',
    problems,
  };
}

const reader = (id: 'csv' | 'tsv'): Reader => ({
  id,
  recognises(files) {
    const file = files.find((it) => !isBeside(it));
    if (!file) return 0;
    const { head, delimiter } = delimited(file.text());
    const parts = new Set(head.map(partOf));
    if (!isTable({ has: (part) => parts.has(part) }) || (delimiter === '\t') !== (id === 'tsv')) return 0;
    if (parts.has('doc') && head.some((it) => unitIn(it) !== null)) return 0.95;
    return /\.(?:csv|tsv|tab|txt)$/i.test(file.path) ? 0.7 : 0.4;
  },
  read: (files) => read(id, files),
});

export const readCsv = reader('csv');
export const readTsv = reader('tsv');
