/** Brings what stands in a file to this version's shape, or says why it can't be. */

import { z } from 'zod';
import { fail, ok, type Result } from './failure';
import { LAYER_FORMAT, PROJECT_FORMAT, VERSION } from './limits';
import { t } from './locale/t';
import type { Layer, Manifest } from './model';
import {
  annotationsSchema,
  annotatorSchema,
  documentRefSchema,
  factsShape,
  listSchema,
  relationSchema,
  schemaSchema,
} from './model-schema';

const layerSchema: z.ZodType<Layer> = z.object({
  document: documentRefSchema,
  annotator: annotatorSchema,
  ...factsShape,
  annotations: annotationsSchema,
  relations: listSchema(relationSchema),
});

export const manifestSchema: z.ZodType<Manifest> = z.object({
  id: z.string().min(1),
  name: z.string(),
  memo: z.string().default(''),
  sources: z.array(z.string().min(1)).min(1),
  schema: schemaSchema,
  settings: z.record(z.string(), z.unknown()).default({}),
});

/** Steps from version n to n + 1, by format; none yet. */
const steps: Readonly<Record<string, Readonly<Record<number, (old: unknown) => unknown>>>> = {};

const head = z.looseObject({ format: z.string(), version: z.int().min(1) });

/** The first mark of an unfinished merge at the start of a line. */
function conflictIn(text: string): RegExpExecArray | null {
  // Nearly no file holds any, and this is told twenty times as fast.
  if (!['<<<<<<<', '=======', '>>>>>>>'].some((mark) => text.includes(mark))) return null;
  // Not ^ and $ with the m flag: those also match beside U+2028, which may stand in a JSON string.
  return /(?<![^\n])(?:<{7}|={7}|>{7})(?![^ \r\n])/.exec(text);
}

/** Parses TEXT as JSON of FORMAT, migrates it, checks it. Codes: `conflict`, `unparsable`, `newer-version`. */
function read<T>(text: string, format: string, schema: z.ZodType<T>): Result<T> {
  const conflict = conflictIn(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    return fail('conflict', t('data.conflict', { line: String(line) }));
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail('unparsable', t('data.not-json', { cause: (error as Error).message }));
  }
  const start = head.safeParse(json);
  if (!start.success || start.data.format !== format)
    return fail('unparsable', t('data.other-format', { format }));
  if (start.data.version > VERSION) {
    return fail(
      'newer-version',
      t('data.newer', { version: String(start.data.version), known: String(VERSION) }),
    );
  }
  for (let version = start.data.version; version < VERSION; version++)
    json = steps[format]?.[version]?.(json) ?? json;
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return fail(
    'unparsable',
    t('data.wrong', {
      place: issue?.path.join('.') || t('data.whole-file'),
      cause: issue?.message ?? t('data.not-as-should'),
    }),
  );
}

/** Reads an annotations file; its annotations come in the order of the file. */
export const readLayer = (text: string): Result<Layer> => read(text, LAYER_FORMAT, layerSchema);

/** Reads a postil.json. */
export const readManifest = (text: string): Result<Manifest> => read(text, PROJECT_FORMAT, manifestSchema);
