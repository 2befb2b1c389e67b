/** Runs a writer in a test, and says what reading must bring back. */
import { isSuggestion } from '../edit-suggestions';
import { catalog, type FormatId } from '../formats/catalog';
import type { ExportDocument, ExportProject, Loss, Piece, RefusedSource, Write } from '../formats/format';
import type { ImportedDocument, ImportedLayer } from '../formats/imported';
import { answersByName } from '../formats/imported-schema';
import { ranksOf, reduce } from '../formats/reduce';
import type { Schema } from '../model';
import { type OffsetTable, type OffsetUnit, offsetTable } from '../offsets';

export interface Written {
  /** The files' bytes by what their pieces go `to`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly Loss[];
  readonly text: (to?: string) => string;
}

interface How {
  readonly unit?: OffsetUnit;
  readonly choices?: Readonly<Record<string, string>>;
  readonly refused?: readonly RefusedSource[];
}

/** What WRITE makes of DOCUMENTS, which reduce.ts went over as the catalogue says. */
export function written(
  id: FormatId,
  write: Write,
  project: ExportProject,
  documents: readonly ExportDocument[],
  { unit = 'code-point', choices = {}, refused = [] }: How = {},
): Written {
  const losses: Loss[] = [];
  const lose = (loss: Loss) => losses.push(loss);
  const parts = new Map<string, Uint8Array[]>();
  const put = (pieces: Iterable<Piece>) => {
    for (const { to, data } of pieces) {
      const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data.slice();
      parts.set(to, [...(parts.get(to) ?? []), bytes]);
    }
  };
  const { carries } = catalog[id];
  const how = { discontinuous: 'parts', overlap: 'longest', ...choices };
  const writing = write(project, { unit, choices }, lose);
  put(writing.head());
  for (const document of documents)
    put(writing.document(reduce(document, carries, how, ranksOf(project.schema), lose)));
  put(writing.tail(refused));
  const files = new Map([...parts].map(([to, list]) => [to, Uint8Array.from(Buffer.concat(list))]));
  return { files, losses, text: (to = '') => Buffer.from(files.get(to) ?? []).toString('utf8') };
}

/** DOCUMENTS as a reader that loses nothing would bring them back, offsets in UNIT. */
export const expectedOf = (
  { schema }: ExportProject,
  documents: readonly ExportDocument[],
  unit: OffsetUnit,
): ImportedDocument[] =>
  documents.map(({ path, text, sha256, layers }) => {
    const table = offsetTable(text, unit);
    return { name: path, text, sha256, layers: layers.map((layer) => expectedLayer(layer, schema, table)) };
  });

function expectedLayer(
  layer: ExportDocument['layers'][number],
  schema: Schema,
  table: OffsetTable,
): ImportedLayer {
  const answers = (target: 'annotation' | 'relation') =>
    answersByName(schema.attributes.filter((it) => it.target === target));
  const nameIn = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((it) => it.id === id)?.name ?? id;
  return {
    annotator: layer.annotator,
    annotations: layer.annotations.map((it) => ({
      id: it.id,
      label: nameIn(schema.labels, it.label),
      spans: it.spans.map(({ start, end, exact }) => ({
        start: table.from(start),
        end: table.from(end),
        exact,
        prefix: '',
        suffix: '',
      })),
      attributes: answers('annotation')(it.attributes),
      note: it.note,
      createdAt: it.createdAt,
      updatedAt: it.updatedAt,
      isSuggestion: isSuggestion(it),
    })),
    relations: layer.relations.map((it) => ({
      ...it,
      type: nameIn(schema.relationTypes, it.type),
      attributes: answers('relation')(it.attributes),
    })),
    fields: answersByName(schema.documentFields)(layer.fields),
    memo: layer.memo,
    status: layer.status,
  };
}
