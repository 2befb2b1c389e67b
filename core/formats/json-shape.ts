/** What stands in Postil's own exports, for reading them and for the published JSON Schemas. */
import { z } from 'zod';
import { VERSION } from '../limits';
import { factsShape, schemaSchema } from '../model-schema';
import { EXPORT_FORMAT, LINES_FORMAT } from './json';

const offset = z.int().min(0).describe('In the unit that `offsetUnit` names, from 0.');
const unit = z
  .enum(['code-point', 'utf-16', 'byte'])
  .describe('What every offset and length counts. Bytes are those of UTF-8.');
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const id = z.string().min(1);

/** Who made a row: name and id. */
const who = { annotator: id, annotatorId: id };

const spanShape = z.object({
  start: offset,
  end: offset.describe('Exclusive: `text[start:end]` is `exact`.'),
  exact: z.string(),
});

export const annotationShape = z.object({
  id,
  label: id.describe('The label’s name.'),
  labelId: id.optional().describe('The label’s id in the schema.'),
  spans: z.array(spanShape).min(1).describe('Ascending, without overlap.'),
  attributes: z.record(z.string(), value).default({}).describe('By the attribute’s id.'),
  note: z.string().default(''),
  ...who,
  origin: z.string().default('manual'),
  createdAt: z.string().describe('ISO 8601, UTC.'),
  updatedAt: z.string().describe('ISO 8601, UTC.'),
});

export const relationShape = z.object({
  id,
  type: id.describe('The relation type’s id.'),
  from: id,
  to: id,
  attributes: z.record(z.string(), value).default({}),
  note: z.string().default(''),
  ...who,
});

export const factsOfLayer = z.object({ ...who, ...factsShape });

const document = {
  path: id.describe('Relative to the project.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the source’s bytes.'),
  length: offset,
  text: z.string(),
};

/** A document whose rows were not looked at yet. */
export const documentShell = z.object({
  ...document,
  layers: z.array(z.unknown()).default([]),
  annotations: z.array(z.unknown()).default([]),
  relations: z.array(z.unknown()).default([]),
});

const documentShape = z.object({
  ...document,
  layers: z.array(factsOfLayer),
  annotations: z.array(annotationShape),
  relations: z.array(relationShape),
});

export const refusedShape = z.array(z.object({ path: z.string(), reason: z.string() }));

const head = {
  version: z.literal(VERSION),
  offsetUnit: unit,
  project: z.object({ id: z.string(), name: z.string() }),
  schema: schemaSchema,
};

/** The head of either file, with a schema and a version that were not looked at yet. */
export const headShell = z.object({ ...head, version: z.int().min(1), schema: z.unknown() });

/** The whole file. */
export const exportShape = z.object({
  format: z.literal(EXPORT_FORMAT),
  ...head,
  documents: z.array(documentShape),
  refused: refusedShape.describe('What was left out of the export, and why.'),
});

/** Any line of the file with one document a line. */
export const lineShape = z.union([
  z.object({ format: z.literal(LINES_FORMAT), ...head }).describe('The first line.'),
  documentShape.describe('One document.'),
  z.object({ refused: refusedShape }).describe('The last line: what was left out of the export, and why.'),
]);
