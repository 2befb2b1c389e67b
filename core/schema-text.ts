/** A schema as a file of its own: for taking it to another project, or to a colleague. */

import { z } from 'zod';
import { fail, ok, type Result } from './failure';
import { t } from './locale/t';
import type { Schema } from './model';
import { attributeTypeSchema, labelSchema, relationTypeSchema } from './model-schema';
import { schemaParts } from './patch';
import { problemsOf } from './schema-problems';

export const SCHEMA_FORMAT = 'postil-schema';
export const SCHEMA_VERSION = 1;

/** One row a line, so that two versions can be compared; LF, final newline. */
export function schemaText(schema: Schema): string {
  const list = (part: (typeof schemaParts)[number]) => {
    const rows = schema[part].map((row) => `  ${JSON.stringify(row)}`);
    return `"${part}": [${rows.length > 0 ? `\n${rows.join(',\n')}\n` : ''}]`;
  };
  const head = [`"format": "${SCHEMA_FORMAT}"`, `"version": ${SCHEMA_VERSION}`];
  return `{\n${[...head, ...schemaParts.map(list)].join(',\n')}\n}\n`;
}

const rowSchemas = {
  labels: labelSchema,
  attributes: attributeTypeSchema,
  relationTypes: relationTypeSchema,
  documentFields: attributeTypeSchema,
} as const;

const head = z.looseObject({ format: z.string().optional(), version: z.number().optional() });

/** `Label 3 (“Person”), key`. */
function place(
  part: (typeof schemaParts)[number],
  index: number,
  row: unknown,
  field: PropertyKey | undefined,
) {
  const name = z.object({ name: z.string() }).safeParse(row);
  const bare = t(`data.schema.row.${part}`, { number: String(index + 1) });
  const full = name.success ? t('data.schema.row-named', { row: bare, name: name.data.name }) : bare;
  return field === undefined ? full : t('data.schema.field', { row: full, field: String(field) });
}

/**
 * Reads a schema file, or the schema in a postil.json. What is wrong is told with its place. Codes:
 * `unparsable`, `newer-version`, `schema`.
 */
export function readSchema(text: string): Result<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail('unparsable', t('data.schema.not-json', { cause: (error as Error).message }));
  }
  const start = head.safeParse(json);
  const inside = start.success && start.data.format === 'postil-project' ? start.data.schema : json;
  const lists = z.looseObject({}).safeParse(inside);
  if (!start.success || !lists.success || !schemaParts.some((part) => part in lists.data))
    return fail('unparsable', t('data.schema.none'));
  if (start.data.format === SCHEMA_FORMAT && (start.data.version ?? 1) > SCHEMA_VERSION)
    return fail('newer-version', t('data.schema.newer'));
  const read: Record<string, unknown[]> = {};
  for (const part of schemaParts) {
    const rows = lists.data[part] ?? [];
    if (!Array.isArray(rows)) return fail('schema', t('data.schema.no-list', { part }));
    const seen = new Set<string>();
    read[part] = [];
    for (const [index, row] of rows.entries()) {
      const parsed = rowSchemas[part].safeParse(row);
      const issue = parsed.error?.issues[0];
      if (!parsed.success)
        return fail(
          'schema',
          t('data.schema.wrong', {
            place: place(part, index, row, issue?.path[0]),
            cause: issue?.message ?? t('data.not-as-should'),
          }),
        );
      if (seen.has(parsed.data.id))
        return fail(
          'schema',
          t('data.schema.twice', { place: place(part, index, row, 'id'), id: parsed.data.id }),
        );
      seen.add(parsed.data.id);
      read[part].push(parsed.data);
    }
  }
  const schema = read as unknown as Schema;
  const problem = problemsOf(schema)[0];
  if (!problem) return ok(schema);
  const index = schema[problem.part].findIndex((it) => it.id === problem.id);
  const where = place(problem.part, index, schema[problem.part][index], problem.field);
  return fail('schema', t('data.schema.problem', { place: where, problem: problem.message }));
}
