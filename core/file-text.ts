/**
 * The text of the files: fixed key order, one annotation, relation or label per line, LF, final newline. So
 * merges by line work, and equal content is the same bytes.
 */
import { LAYER_FORMAT, PROJECT_FORMAT, VERSION } from './limits';
import type {
  Annotation,
  Attributes,
  AttributeType,
  Label,
  Layer,
  Manifest,
  Relation,
  RelationType,
} from './model';

const sorted = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One line, without comma or newline. */
export function annotationLine(annotation: Annotation): string {
  const { id, label, spans, attributes, note, origin, createdAt, updatedAt } = annotation;
  const parts = spans.map(({ start, end, exact, prefix, suffix }) => ({ start, end, exact, prefix, suffix }));
  return JSON.stringify({
    id,
    label,
    spans: parts,
    attributes: sorted(attributes),
    note,
    origin,
    createdAt,
    updatedAt,
  });
}

export function relationLine({ id, type, from, to, attributes, note }: Relation): string {
  return JSON.stringify({ id, type, from, to, attributes: sorted(attributes), note });
}

const list = (key: string, lines: readonly string[]) =>
  lines.length === 0 ? `"${key}": []` : `"${key}": [\n${lines.join(',\n')}\n]`;

const field = (key: string, value: unknown) => `"${key}": ${JSON.stringify(value)}`;

/** The text of an annotations file. LINES are the annotations' lines, ready and in order, so that they can be cached. */
export function layerText(
  layer: Layer,
  lines: readonly string[] = layer.annotations.map(annotationLine),
): string {
  const { path, sha256, length, projection } = layer.document;
  const parts = [
    field('format', LAYER_FORMAT),
    field('version', VERSION),
    field('offsetUnit', 'utf-16'),
    field('document', { path, sha256, length, projection }),
    field('annotator', { id: layer.annotator.id, name: layer.annotator.name }),
    field('status', layer.status),
    field('memo', layer.memo),
    field('fields', sorted(layer.fields)),
    list('annotations', lines),
    list('relations', layer.relations.map(relationLine)),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

const rows = (key: string, values: readonly object[]) =>
  list(
    key,
    values.map((value) => JSON.stringify(value)),
  );

// Fixed key order, whatever the order in memory.
const labelRow = ({ id, name, color, key, parent, description, memo }: Label) => ({
  id,
  name,
  color,
  key,
  parent,
  description,
  memo,
});

const questionRow = (it: AttributeType) => ({
  id: it.id,
  name: it.name,
  kind: it.kind,
  choices: it.choices,
  description: it.description,
  required: it.required,
  default: it.default,
  target: it.target,
  of: it.of,
});

const relationTypeRow = (it: RelationType) => ({
  id: it.id,
  name: it.name,
  color: it.color,
  description: it.description,
  from: it.from,
  to: it.to,
  loops: it.loops,
  cycles: it.cycles,
});

/** The text of a postil.json. */
export function manifestText({ id, name, memo, sources, schema, settings }: Manifest): string {
  const schemaParts = [
    rows('labels', schema.labels.map(labelRow)),
    rows('attributes', schema.attributes.map(questionRow)),
    rows('relationTypes', schema.relationTypes.map(relationTypeRow)),
    rows('documentFields', schema.documentFields.map(questionRow)),
  ];
  const parts = [
    field('format', PROJECT_FORMAT),
    field('version', VERSION),
    field('id', id),
    field('name', name),
    field('memo', memo),
    field('sources', sources),
    `"schema": {\n${schemaParts.join(',\n')}\n}`,
    field('settings', settings),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}
