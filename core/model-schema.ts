/** The zod side of model.ts: what a file or a message must look like before it becomes a value. */
import { z } from 'zod';
import { isWholeAnnotation } from './annotation-check';
import { ID_LIMIT, NAME_LIMIT } from './limits';
import type {
  Annotation,
  Annotator,
  AttributeType,
  DocumentFacts,
  DocumentRef,
  Label,
  Relation,
  RelationType,
  Schema,
} from './model';

const offset = z.int().min(0);
const id = z.string().min(1).max(ID_LIMIT);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const attributes = z.record(z.string(), value);

const quotedSpan = z
  .object({ start: offset, end: offset, exact: z.string(), prefix: z.string(), suffix: z.string() })
  .refine((span) => span.start < span.end && span.exact.length === span.end - span.start, {
    message: 'a span must hold start < end and a quote of that length',
  });

const uniqueIds = (rows: readonly { id: string }[]) =>
  new Set(rows.map((row) => row.id)).size === rows.length;
/** Rows whose ids differ; none when left out. */
export const listSchema = <T extends { id: string }>(row: z.ZodType<T>) =>
  z.array(row).refine(uniqueIds, { message: 'the same id stands twice' }).default([]);

/** Takes what IS lets through as it is, and has SCHEMA decide about all else. */
const quick = <T>(is: (value: unknown) => value is T, schema: z.ZodType<T>): z.ZodType<T> =>
  z.unknown().transform((value, context) => {
    if (is(value)) return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    context.issues.push(...parsed.error.issues.map((issue) => ({ ...issue, input: value }) as never));
    return z.NEVER;
  });

/** Every rule of an annotation; `annotationSchema` holds the same ones and is quick. */
export const annotationShape: z.ZodType<Annotation> = z.object({
  id,
  label: id,
  spans: z
    .array(quotedSpan)
    .min(1)
    .refine((spans) => spans.every((span, i) => i === 0 || (spans[i - 1]?.end ?? 0) <= span.start), {
      message: 'the spans of an annotation must ascend without overlap',
    }),
  attributes: attributes.default({}),
  note: z.string().default(''),
  origin: z.string().default('manual'),
  createdAt: z.string(),
  updatedAt: z.string(),
});

export const annotationSchema = quick(isWholeAnnotation, annotationShape);

export const relationSchema: z.ZodType<Relation> = z.object({
  id,
  type: id,
  from: id,
  to: id,
  attributes: attributes.default({}),
  note: z.string().default(''),
});

/** The rows of an annotations file. */
export const annotationsSchema = quick(
  (value): value is readonly Annotation[] =>
    Array.isArray(value) && value.every(isWholeAnnotation) && uniqueIds(value),
  listSchema(annotationSchema),
).default([]);

const color = z.string().regex(/^#[0-9a-f]{6}$/i);

export const labelSchema: z.ZodType<Label> = z.object({
  id,
  name: z.string().min(1).max(NAME_LIMIT),
  color,
  key: z
    .string()
    .regex(/^[0-9a-z]$/)
    .nullable()
    .default(null),
  parent: id.nullable().default(null),
  description: z.string().default(''),
  memo: z.string().default(''),
});

export const attributeTypeSchema: z.ZodType<AttributeType> = z.object({
  id,
  name: z.string().min(1),
  kind: z.enum(['choice', 'multi-choice', 'text', 'number', 'boolean']),
  choices: z.array(z.string()).default([]),
  description: z.string().default(''),
  required: z.boolean().default(false),
  default: value.nullable().default(null),
  target: z.enum(['annotation', 'relation']).default('annotation'),
  of: z.array(id).default([]),
});

export const relationTypeSchema: z.ZodType<RelationType> = z.object({
  id,
  name: z.string().min(1).max(NAME_LIMIT),
  color: color.default('#666666'),
  description: z.string().default(''),
  from: z.array(id).default([]),
  to: z.array(id).default([]),
  loops: z.boolean().default(false),
  cycles: z.boolean().default(true),
});

export const schemaSchema: z.ZodType<Schema> = z.object({
  labels: listSchema(labelSchema),
  attributes: listSchema(attributeTypeSchema),
  relationTypes: listSchema(relationTypeSchema),
  documentFields: listSchema(attributeTypeSchema),
});

export const annotatorSchema: z.ZodType<Annotator> = z.object({ id, name: z.string().min(1).max(500) });

export const factsShape = {
  status: z.enum(['todo', 'in-progress', 'done', 'skipped']).default('todo'),
  memo: z.string().default(''),
  fields: attributes.default({}),
};

export const factsSchema: z.ZodType<DocumentFacts> = z.object(factsShape);

export const documentRefSchema: z.ZodType<DocumentRef> = z.object({
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  length: offset,
  projection: z.string(),
});
