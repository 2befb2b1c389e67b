/** Checks patches and history that come back from the window, a thread or the disk. */
import { z } from 'zod';
import type { History, HistoryPart } from './history';
import type { Annotation, AttributeType, Label, Relation, RelationType } from './model';
import {
  annotationSchema,
  annotatorSchema,
  attributeTypeSchema,
  factsSchema,
  labelSchema,
  relationSchema,
  relationTypeSchema,
} from './model-schema';
import type { BroughtSource, Change, Patch } from './patch';

const path = z.string().min(1).max(4096);

const changeSchema = <T extends { id: string }>(row: z.ZodType<T>): z.ZodType<Change<T>> =>
  z.object({
    added: z.array(row),
    updated: z.array(z.tuple([row, row])),
    removed: z.array(row),
    order: z.tuple([z.array(z.string()), z.array(z.string())]).optional(),
  }) as unknown as z.ZodType<Change<T>>;

const sourceSchema: z.ZodType<BroughtSource> = z.object({
  id: path,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const patchSchema = z.object({
  annotations: changeSchema<Annotation>(annotationSchema).optional(),
  relations: changeSchema<Relation>(relationSchema).optional(),
  labels: changeSchema<Label>(labelSchema).optional(),
  attributes: changeSchema<AttributeType>(attributeTypeSchema).optional(),
  relationTypes: changeSchema<RelationType>(relationTypeSchema).optional(),
  documentFields: changeSchema<AttributeType>(attributeTypeSchema).optional(),
  facts: z.tuple([factsSchema, factsSchema]).optional(),
  projectMemo: z.tuple([z.string(), z.string()]).optional(),
  sources: changeSchema<BroughtSource>(sourceSchema).optional(),
}) as unknown as z.ZodType<Patch>;

/** The parts of a step, as they come back from the window or from the disk. */
export const partsSchema = z.array(
  z.object({ document: path.nullable(), patch: patchSchema, annotator: annotatorSchema.optional() }),
) as unknown as z.ZodType<readonly HistoryPart[]>;

export const historySchema = z.object({
  entries: z.array(
    z.object({
      title: z.string(),
      at: z.string(),
      parts: partsSchema,
    }),
  ),
  position: z.int().min(0),
}) as unknown as z.ZodType<History>;
