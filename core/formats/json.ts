/** Postil's own export: schema, documents with their text, annotations with offsets in the chosen unit. */
import { VERSION } from '../limits';
import type { Annotation, Layer, Relation, Schema } from '../model';
import { type OffsetTable, type OffsetUnit, offsetTable } from '../offsets';
import type { ExportDocument, ExportProject, Piece, RefusedSource, Write } from './format';
import { joined } from './pieces';

export const EXPORT_FORMAT = 'postil-export';
/** Of the same with one document a line. */
export const LINES_FORMAT = 'postil-export-lines';

/** What stands before the documents, member by member. */
const headOf = ({ id, name, schema }: ExportProject, unit: OffsetUnit, format: string) => ({
  format,
  version: VERSION,
  offsetUnit: unit,
  project: { id, name },
  schema,
});

/** The first lines of the file, up to where the documents begin. */
export function jsonHead(project: ExportProject, unit: OffsetUnit): string {
  const members = Object.entries(headOf(project, unit, EXPORT_FORMAT));
  return [
    '{',
    ...members.map(([key, value]) => `"${key}": ${JSON.stringify(value)},`),
    '"documents": [\n',
  ].join('\n');
}

/** Members of a document, a row for each annotation and relation; END stands where a line may end. */
function* documentTexts(document: ExportDocument, schema: Schema, unit: OffsetUnit, end: string) {
  const { path, sha256, text, layers } = document;
  const table = offsetTable(text, unit);
  const names = new Map(schema.labels.map((label) => [label.id, label.name]));
  yield `{"path": ${JSON.stringify(path)},${end}"sha256": "${sha256}",${end}"length": ${table.length},${end}`;
  yield `"text": ${JSON.stringify(text)},${end}"layers": `;
  yield* rows(layers.map(facts), end);
  yield `,${end}"annotations": `;
  yield* rows(annotationRows(layers, names, table), end);
  yield `,${end}"relations": `;
  yield* rows(relationRows(layers), end);
  yield '}';
}

function* rows(values: Iterable<unknown>, end: string): Generator<string> {
  let count = 0;
  for (const value of values) yield `${count++ === 0 ? `[${end}` : `,${end}`}${JSON.stringify(value)}`;
  yield count === 0 ? '[]' : `${end}]`;
}

const who = ({ annotator }: Layer) => ({ annotator: annotator.name, annotatorId: annotator.id });

const facts = (layer: Layer) => ({
  ...who(layer),
  status: layer.status,
  memo: layer.memo,
  fields: layer.fields,
});

function* annotationRows(layers: readonly Layer[], names: ReadonlyMap<string, string>, table: OffsetTable) {
  for (const layer of layers)
    for (const it of layer.annotations)
      yield annotationRow(it, layer, names.get(it.label) ?? it.label, table);
}

const annotationRow = (it: Annotation, layer: Layer, label: string, table: OffsetTable) => ({
  id: it.id,
  label,
  labelId: it.label,
  spans: it.spans.map(({ start, end, exact }) => ({ start: table.from(start), end: table.from(end), exact })),
  attributes: it.attributes,
  note: it.note,
  ...who(layer),
  origin: it.origin,
  createdAt: it.createdAt,
  updatedAt: it.updatedAt,
});

function* relationRows(layers: readonly Layer[]) {
  for (const layer of layers) for (const it of layer.relations) yield relationRow(it, layer);
}

const relationRow = (it: Relation, layer: Layer) => ({ ...it, ...who(layer) });

/** One document, without a comma. Offsets are in UNIT; `text[start:end]` read in that unit is `exact`. */
export const jsonDocument = (document: ExportDocument, schema: Schema, unit: OffsetUnit): string =>
  [...documentTexts(document, schema, unit, '\n')].join('');

/** The last lines of the file. */
export function jsonTail(refused: readonly RefusedSource[]): string {
  return `\n],\n"refused": ${JSON.stringify(refused)}\n}\n`;
}

const main = (data: string): Piece => ({ to: '', data });

/** The writer: one file that holds everything. */
export const writeJson: Write = (project, { unit }) => {
  let isFirst = true;
  return {
    head: () => [main(jsonHead(project, unit))],
    *document(document) {
      if (!isFirst) yield main(',\n');
      isFirst = false;
      for (const text of joined(documentTexts(document, project.schema, unit, '\n'))) yield main(text);
    },
    tail: (refused) => [main(jsonTail(refused))],
  };
};

/** The same in lines: what the file is, a document a line, and what was left out. */
export const writeJsonLines: Write = (project, { unit }) => ({
  head: () => [main(`${JSON.stringify(headOf(project, unit, LINES_FORMAT))}\n`)],
  *document(document) {
    for (const text of joined(documentTexts(document, project.schema, unit, ''))) yield main(text);
    yield main('\n');
  },
  tail: (refused) => [main(`${JSON.stringify({ refused })}\n`)],
});
