/** Reads what json.ts writes. A row that is damaged is named and left out; the others are kept. */
import type { z } from 'zod';
import { isSuggestion } from '../edit-suggestions';
import { VERSION } from '../limits';
import { t } from '../locale/t';
import { emptySchema, type Schema } from '../model';
import { attributeTypeSchema, labelSchema, relationTypeSchema } from '../model-schema';
import type { FormatId } from './catalog';
import { type Gathered, gather, idIn, layerOf, layersOf } from './gather';
import {
  type Imported,
  type ImportedDocument,
  type ImportProblem,
  NotReadable,
  type Reader,
} from './imported';
import { answersByName, importedSchema } from './imported-schema';
import { EXPORT_FORMAT, LINES_FORMAT } from './json';
import {
  annotationShape,
  documentShell,
  factsOfLayer,
  headShell,
  refusedShape,
  relationShape,
} from './json-shape';
import { parseJson } from './parse-json';
import { isFields } from './read-json';
import { atLine, inFile } from './where';

interface Reading {
  readonly format: FormatId;
  readonly head: z.infer<typeof headShell>;
  readonly schema: Schema;
  readonly problems: ImportProblem[];
}

const why = (error: z.ZodError) => {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? t('problems.not-as-it-should')}`;
};

/** Those of ROWS that SHAPE takes; the others are problems at PLACE. */
function taken<T>(rows: unknown, shape: z.ZodType<T>, place: string, problems: ImportProblem[]): T[] {
  if (!Array.isArray(rows)) {
    problems.push({ where: place, reason: t('problems.not-a-list') });
    return [];
  }
  return rows.flatMap((row, i) => {
    const parsed = shape.safeParse(row);
    if (parsed.success) return [parsed.data];
    problems.push({
      where: t('problems.numbered', { what: place, n: String(i + 1) }),
      reason: t('problems.left-out-shape', { why: why(parsed.error) }),
    });
    return [];
  });
}

/** Begins with HEAD, the first line or the whole file without its documents. */
function begin(head: unknown, format: FormatId, name: string, where: string): Reading {
  if (!isFields(head) || head.format !== name)
    throw new NotReadable(t('problems.not-a', { where, format: name }));
  const parsed = headShell.safeParse(head);
  if (!parsed.success) throw new NotReadable(t('problems.shape-in', { where, why: why(parsed.error) }));
  if (parsed.data.version > VERSION)
    throw new NotReadable(
      t('problems.newer', { where, theirs: String(parsed.data.version), ours: String(VERSION) }),
    );
  const problems: ImportProblem[] = [];
  const said = parsed.data.schema;
  if (!isFields(said)) problems.push({ where: t('problems.schema'), reason: t('problems.missing') });
  const rows = <T>(part: keyof Schema, shape: z.ZodType<T>) =>
    isFields(said)
      ? taken(said[part] ?? [], shape, t('problems.in', { file: t('problems.schema'), what: part }), problems)
      : [];
  const schema: Schema = {
    ...emptySchema,
    labels: rows('labels', labelSchema),
    attributes: rows('attributes', attributeTypeSchema),
    relationTypes: rows('relationTypes', relationTypeSchema),
    documentFields: rows('documentFields', attributeTypeSchema),
  };
  return { format, head: parsed.data, schema, problems };
}

const iso = (time: string) => (Number.isNaN(Date.parse(time)) ? null : time);

const owner = (row: { annotator: string; annotatorId: string }) => ({
  id: row.annotatorId,
  name: row.annotator,
});

/** The document in VALUE, at PLACE of the file; null when there is none to be had. */
function readDocument(value: unknown, place: string, { schema, problems }: Reading): ImportedDocument | null {
  const shell = documentShell.safeParse(value);
  if (!shell.success) {
    problems.push({ where: place, reason: t('problems.left-out-shape', { why: why(shell.error) }) });
    return null;
  }
  const { path, text, sha256, layers, annotations, relations } = shell.data;
  const gathered = gather();
  const fields = answersByName(schema.documentFields);
  for (const it of taken(layers, factsOfLayer, inFile(place, t('problems.layer')), problems)) {
    const layer = layerOf(gathered, owner(it));
    layer.status = it.status;
    layer.memo = it.memo;
    layer.fields.push(...Object.entries(fields(it.fields)));
  }
  readAnnotations(annotations, gathered, place, schema, problems);
  readRelations(relations, gathered, place, schema, problems);
  return { name: path, text, sha256, layers: layersOf(gathered) };
}

function readAnnotations(
  rows: unknown,
  gathered: Gathered,
  place: string,
  schema: Schema,
  problems: ImportProblem[],
) {
  const answers = answersByName(schema.attributes.filter((it) => it.target === 'annotation'));
  for (const it of taken(rows, annotationShape, inFile(place, t('problems.annotation')), problems)) {
    const layer = layerOf(gathered, owner(it));
    layer.annotations.push({
      id: idIn(gathered, layer, it.id),
      label: it.label,
      spans: it.spans.map((span) => ({ ...span, prefix: '', suffix: '' })),
      attributes: answers(it.attributes),
      note: it.note,
      createdAt: iso(it.createdAt),
      updatedAt: iso(it.updatedAt),
      isSuggestion: isSuggestion(it),
    });
  }
}

function readRelations(
  rows: unknown,
  gathered: Gathered,
  place: string,
  schema: Schema,
  problems: ImportProblem[],
) {
  const answers = answersByName(schema.attributes.filter((it) => it.target === 'relation'));
  const types = new Map(schema.relationTypes.map(({ id, name }) => [id, name]));
  for (const it of taken(rows, relationShape, inFile(place, t('problems.relation')), problems)) {
    const layer = layerOf(gathered, owner(it));
    const [from, to] = [layer.ids.get(it.from), layer.ids.get(it.to)];
    if (from === undefined || to === undefined) {
      problems.push({
        where: t('problems.relation-named', { where: place, id: it.id }),
        reason: t('problems.end-missing'),
      });
      continue;
    }
    const type = types.get(it.type) ?? it.type;
    layer.relations.push({ id: it.id, type, from, to, attributes: answers(it.attributes), note: it.note });
  }
}

/** What the export itself had to leave out. */
function leftOut(refused: unknown, problems: ImportProblem[]) {
  for (const { path, reason } of taken(refused, refusedShape.element, 'refused', problems))
    problems.push({ where: path, reason: t('problems.left-out-then', { reason }) });
}

const done = (reading: Reading, documents: readonly (ImportedDocument | null)[]): Imported => ({
  format: reading.format,
  documents: documents.filter((it) => it !== null),
  schema: importedSchema(reading.schema),
  unit: reading.head.offsetUnit,
  usualUnit: 'code-point',
  problems: reading.problems,
});

const says = (format: string) => new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${format}"`);

export const readJson: Reader = {
  id: 'json',
  recognises: ([file]) => (file && says(EXPORT_FORMAT).test(file.text()) ? 1 : 0),
  read([file]) {
    if (!file) throw new NotReadable(t('problems.no-file'));
    const json = parseJson(file.text(), file.path);
    const reading = begin(json, 'json', EXPORT_FORMAT, file.path);
    const { documents, refused } = json as Record<string, unknown>;
    if (!Array.isArray(documents))
      throw new NotReadable(t('problems.documents-no-list', { file: file.path }));
    const read = documents.map((it, i) =>
      readDocument(it, t('problems.document-n', { n: String(i + 1) }), reading),
    );
    leftOut(refused ?? [], reading.problems);
    return done(reading, read);
  },
};

export const readJsonLines: Reader = {
  id: 'jsonl',
  recognises: ([file]) => (file && says(LINES_FORMAT).test(file.text()) ? 1 : 0),
  read([file]) {
    if (!file) throw new NotReadable(t('problems.no-file'));
    const [first = '', ...lines] = file.text().split('\n');
    const reading = begin(
      parseJson(first, inFile(file.path, atLine(1))),
      'jsonl',
      LINES_FORMAT,
      inFile(file.path, atLine(1)),
    );
    const documents = lines.map((line, i) => (line.trim() === '' ? null : readLine(line, i + 2, reading)));
    if (!lines.some((line) => line.startsWith('{"refused":')))
      reading.problems.push({
        where: file.path,
        reason: t('problems.cut-off'),
      });
    return done(reading, documents);
  },
};

/** A line behind the first: a document, or the last line, which is none. */
function readLine(line: string, number: number, reading: Reading): ImportedDocument | null {
  const place = atLine(number);
  try {
    const json = parseJson(line, place);
    if (!isFields(json) || !('refused' in json)) return readDocument(json, place, reading);
    leftOut(json.refused, reading.problems);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    reading.problems.push({ where: place, reason: t('problems.line-no-json') });
  }
  return null;
}
