/** Compares what a reader brought back with what was written, as far as the format keeps it. */
import type { ImportedAnnotation, ImportedDocument } from '../formats/imported';

export interface Keeps {
  /** Ids of annotations and relations, and when they were made. */
  readonly ids: boolean;
  readonly times: boolean;
  readonly annotators: boolean;
  /** Fields, memo and status of layers. */
  readonly facts: boolean;
  /** Ids of what was told as lost or changed: left out here. */
  readonly lost?: ReadonlySet<string>;
}

/** DOCUMENTS as plain values whose order says nothing; without ids, relations name their ends by what they say. */
export function comparable(documents: readonly ImportedDocument[], keeps: Keeps): unknown {
  const annotation = (it: ImportedAnnotation) => ({
    ...(keeps.ids ? { id: it.id } : {}),
    ...(keeps.times ? { createdAt: it.createdAt, updatedAt: it.updatedAt } : {}),
    label: it.label,
    spans: it.spans.map(({ start, end }) => [start, end]),
    attributes: sorted(it.attributes),
    note: it.note,
  });
  const lost = keeps.lost ?? new Set();
  return documents.map(({ name, layers }) => {
    const made = layers.map((layer) => {
      const kept = layer.annotations.filter(({ id }) => !lost.has(id));
      const ends = new Map(kept.map((it) => [it.id, annotation(it)]));
      const relations = layer.relations
        .filter((it) => ends.has(it.from) && ends.has(it.to))
        .map(({ id, type, from, to, note, attributes }) => ({
          ...(keeps.ids ? { id } : {}),
          type,
          from: ends.get(from),
          to: ends.get(to),
          note,
          attributes: sorted(attributes),
        }));
      const { annotator, fields, memo, status } = layer;
      return {
        ...(keeps.annotators ? { annotator: annotator?.name } : {}),
        ...(keeps.facts ? { fields: sorted(fields), memo, status } : {}),
        annotations: kept.map(annotation),
        relations,
      };
    });
    const all = keeps.annotators
      ? made.map((it) => ({ ...it, annotations: byText(it.annotations), relations: byText(it.relations) }))
      : [
          {
            annotations: byText(made.flatMap((it) => it.annotations)),
            relations: byText(made.flatMap((it) => it.relations)),
          },
        ];
    return { name, layers: byText(all) };
  });
}

const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** ROWS as texts in order; lone halves of characters as UTF-8 has them. */
const byText = (rows: readonly unknown[]) =>
  rows.map((row) => Buffer.from(unescaped(JSON.stringify(row))).toString()).sort();

const unescaped = (json: string) =>
  json.replace(/\\u(d[89a-f][0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
