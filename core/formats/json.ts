/** Postil's own export: schema, documents with their text, annotations with offsets in the chosen unit. */
import { VERSION } from '../limits';
import type { Annotation, Layer, Relation, Schema } from '../model';
import { type OffsetUnit, offsetTable } from '../offsets';
import type { ExportDocument, ExportProject, Piece, RefusedSource, Write } from './format';

/** The first lines of the file, up to where the documents begin. */
export function jsonHead(project: ExportProject, unit: OffsetUnit): string {
  const { id, name, schema } = project;
  return [
    '{',
    '"format": "postil-export",',
    `"version": ${VERSION},`,
    `"offsetUnit": ${JSON.stringify(unit)},`,
    `"project": ${JSON.stringify({ id, name })},`,
    `"schema": ${JSON.stringify(schema)},`,
    '"documents": [\n',
  ].join('\n');
}

/** One document, without a comma. Offsets are in UNIT; `text[start:end]` read in that unit is `exact`. */
export function jsonDocument(document: ExportDocument, schema: Schema, unit: OffsetUnit): string {
  const table = offsetTable(document.text, unit);
  const names = new Map(schema.labels.map((label) => [label.id, label.name]));
  const annotation = (layer: Layer) => (it: Annotation) => ({
    id: it.id,
    label: names.get(it.label) ?? it.label,
    labelId: it.label,
    spans: it.spans.map(({ start, end, exact }) => ({
      start: table.from(start),
      end: table.from(end),
      exact,
    })),
    attributes: it.attributes,
    note: it.note,
    annotator: layer.annotator.name,
    annotatorId: layer.annotator.id,
    origin: it.origin,
    createdAt: it.createdAt,
    updatedAt: it.updatedAt,
  });
  const relation = (layer: Layer) => (it: Relation) => ({
    ...it,
    annotator: layer.annotator.name,
    annotatorId: layer.annotator.id,
  });
  const facts = document.layers.map(({ annotator, status, memo, fields }) => ({
    annotator: annotator.name,
    annotatorId: annotator.id,
    status,
    memo,
    fields,
  }));
  const lines = (values: readonly unknown[]) =>
    values.length === 0 ? '[]' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
  return [
    `{"path": ${JSON.stringify(document.path)},`,
    `"sha256": "${document.sha256}",`,
    `"length": ${table.length},`,
    `"text": ${JSON.stringify(document.text)},`,
    `"layers": ${lines(facts)},`,
    `"annotations": ${lines(document.layers.flatMap((layer) => layer.annotations.map(annotation(layer))))},`,
    `"relations": ${lines(document.layers.flatMap((layer) => layer.relations.map(relation(layer))))}}`,
  ].join('\n');
}

/** The last lines of the file. */
export function jsonTail(refused: readonly RefusedSource[]): string {
  return `\n],\n"refused": ${JSON.stringify(refused)}\n}\n`;
}

/** The writer: one file that holds everything. */
export const writeJson: Write = (project, { unit }) => {
  let isFirst = true;
  const main = (data: string): Piece => ({ to: '', data });
  return {
    head: () => [main(jsonHead(project, unit))],
    document: (document) => {
      const text = jsonDocument(document, project.schema, unit);
      const piece = main(isFirst ? text : `,\n${text}`);
      isFirst = false;
      return [piece];
    },
    tail: (refused) => [main(jsonTail(refused))],
  };
};
