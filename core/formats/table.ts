/** A project as tables, for CSV, TSV and workbooks: what their columns are called, and the rows of a document. */

import { losses as why } from '../locale/en/losses';
import type { Attributes, AttributeType, AttributeValue, Layer, Schema } from '../model';
import { type OffsetUnit, offsetTable } from '../offsets';
import { columnFor, joinChoices } from './columns';
import type { ExportDocument, Lose } from './format';

export type Cell = string | number;
export type Row = readonly Cell[];

/** A row, and the id of what it is about. */
export interface AboutRow {
  readonly id: string;
  readonly cells: Row;
}

export interface Tables {
  readonly annotationHead: readonly string[];
  /** One for each part of an annotation. */
  readonly annotations: (document: ExportDocument, layer: Layer) => Iterable<AboutRow>;
  /** One for each document field, in the columns of annotations. */
  readonly fieldRows: (document: ExportDocument, layer: Layer) => Iterable<AboutRow>;
  readonly relationHead: readonly string[];
  readonly relations: (document: ExportDocument, layer: Layer) => Iterable<AboutRow>;
  readonly fieldHead: readonly string[];
  /** Answers to the document fields, by column. */
  readonly fields: (layer: Layer) => Row;
}

const suffix: Readonly<Record<OffsetUnit, string>> = { 'code-point': 'cp', 'utf-16': 'utf16', byte: 'byte' };

const cellOf = (value: AttributeValue | undefined): Cell => {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : joinChoices(value);
};

const answers = (questions: readonly AttributeType[], given: Attributes): Row =>
  questions.map(({ id }) => cellOf(Object.hasOwn(given, id) ? given[id] : undefined));

/** Offsets count UNIT. What has no column goes to LOSE: answers to questions that the schema no longer asks. */
export function tablesOf(schema: Schema, unit: OffsetUnit, lose: Lose): Tables {
  const asked = (target: AttributeType['target']) => schema.attributes.filter((it) => it.target === target);
  const [ofAnnotations, ofRelations] = [asked('annotation'), asked('relation')];
  const nameOf = (rows: readonly { id: string; name: string }[]) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? id;
  };
  const [label, type, field] = [schema.labels, schema.relationTypes, schema.documentFields].map(nameOf) as [
    (id: string) => string,
    (id: string) => string,
    (id: string) => string,
  ];
  const unasked = (document: string, id: string, given: Attributes, questions: readonly AttributeType[]) => {
    if (Object.keys(given).every((key) => questions.some((it) => it.id === key))) return;
    lose({
      document,
      id,
      fate: 'dropped',
      what: 'attributes',
      reason: why['no-column'],
    });
  };
  return {
    annotationHead: [
      ...['doc', 'annotation_id', 'label', `start_${suffix[unit]}`, `end_${suffix[unit]}`, 'text'],
      ...ofAnnotations.map((it) => columnFor(it.name)),
      ...['note', 'annotator', 'created'],
    ],
    *annotations({ path, text }, { annotator, annotations }) {
      const table = offsetTable(text, unit);
      for (const it of annotations) {
        unasked(path, it.id, it.attributes, ofAnnotations);
        const facts = [...answers(ofAnnotations, it.attributes), it.note, annotator.name, it.createdAt];
        for (const { start, end, exact } of it.spans) {
          const place = [table.from(start), table.from(end), exact];
          yield { id: it.id, cells: [path, it.id, label(it.label), ...place, ...facts] };
        }
      }
    },
    *fieldRows({ path }, { annotator, fields }) {
      const blank = ofAnnotations.map(() => '');
      for (const [key, value] of Object.entries(fields)) {
        const cells = [path, '', field(key), '', '', cellOf(value), ...blank, '', annotator.name, ''];
        yield { id: annotator.id, cells };
      }
    },
    relationHead: [
      ...['doc', 'relation_id', 'type', 'from_id', 'from_text', 'to_id', 'to_text'],
      ...ofRelations.map((it) => columnFor(it.name)),
      ...['note', 'annotator'],
    ],
    *relations({ path }, { annotator, annotations, relations }) {
      if (relations.length === 0) return;
      const byId = new Map(annotations.map((it) => [it.id, it]));
      const words = (id: string) =>
        byId
          .get(id)
          ?.spans.map((it) => it.exact)
          .join(' … ') ?? '';
      for (const it of relations) {
        unasked(path, it.id, it.attributes, ofRelations);
        const ends = [it.from, words(it.from), it.to, words(it.to)];
        const facts = [...answers(ofRelations, it.attributes), it.note, annotator.name];
        yield { id: it.id, cells: [path, it.id, type(it.type), ...ends, ...facts] };
      }
    },
    fieldHead: schema.documentFields.map((it) => columnFor(it.name)),
    fields: (layer) => answers(schema.documentFields, layer.fields),
  };
}

/** Tells annotators of DOCUMENT who have one name: tables know people by their names. */
export function loseNamesakes({ path, layers }: ExportDocument, lose: Lose): void {
  const names = new Set<string>();
  for (const { annotator } of layers) {
    if (names.has(annotator.name))
      lose({
        document: path,
        id: annotator.id,
        fate: 'flattened',
        what: 'annotator',
        reason: why['same-name'],
      });
    names.add(annotator.name);
  }
}
