/** A schema as a file of its own: for taking it to another project, or to a colleague. */
import { z } from 'zod';
import { problemsOf } from './edit-schema';
import { fail, ok, type Result } from './failure';
import type { Schema } from './model';
import { attributeTypeSchema, labelSchema, relationTypeSchema } from './model-schema';
import { schemaParts } from './patch';

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

const words: Readonly<Record<(typeof schemaParts)[number], string>> = {
  labels: 'Label',
  attributes: 'Attribute',
  relationTypes: 'Relation type',
  documentFields: 'Document field',
};

const head = z.looseObject({ format: z.string().optional(), version: z.number().optional() });

/** `Label 3 (“Person”), key`. */
function place(
  part: (typeof schemaParts)[number],
  index: number,
  row: unknown,
  field: PropertyKey | undefined,
) {
  const name = z.object({ name: z.string() }).safeParse(row);
  const field_ = field === undefined ? '' : `, ${String(field)}`;
  return `${words[part]} ${index + 1}${name.success ? ` (“${name.data.name}”)` : ''}${field_}`;
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
    return fail('unparsable', `It is not JSON: ${(error as Error).message}. Nothing was changed.`);
  }
  const start = head.safeParse(json);
  const inside = start.success && start.data.format === 'postil-project' ? start.data.schema : json;
  const lists = z.looseObject({}).safeParse(inside);
  if (!start.success || !lists.success || !schemaParts.some((part) => part in lists.data))
    return fail('unparsable', 'It holds no schema: no labels, attributes, relationTypes or documentFields.');
  if (start.data.format === SCHEMA_FORMAT && (start.data.version ?? 1) > SCHEMA_VERSION)
    return fail('newer-version', 'It was written by a newer Postil. Update Postil to import it.');
  const read: Record<string, unknown[]> = {};
  for (const part of schemaParts) {
    const rows = lists.data[part] ?? [];
    if (!Array.isArray(rows)) return fail('schema', `“${part}” is not a list. Nothing was changed.`);
    const seen = new Set<string>();
    read[part] = [];
    for (const [index, row] of rows.entries()) {
      const parsed = rowSchemas[part].safeParse(row);
      const issue = parsed.error?.issues[0];
      if (!parsed.success)
        return fail(
          'schema',
          `${place(part, index, row, issue?.path[0])}: ${issue?.message ?? 'is not as it should be'}. Nothing was changed.`,
        );
      if (seen.has(parsed.data.id))
        return fail(
          'schema',
          `${place(part, index, row, 'id')}: “${parsed.data.id}” stands twice. Nothing was changed.`,
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
  return fail('schema', `${where}: ${problem.message} Nothing was changed.`);
}
