/** The JSON Schemas (draft 2020-12) of Postil's files, made of what reads them; build/schemas.mjs writes them. */
import { z } from 'zod';
import { LAYER_FORMAT, PROJECT_FORMAT, VERSION } from '../limits';
import { manifestSchema } from '../migrate';
import {
  annotationShape,
  annotatorSchema,
  documentRefSchema,
  factsShape,
  listSchema,
  relationSchema,
} from '../model-schema';
import { exportShape, lineShape } from './json-shape';
import { reportShape } from './report-shape';

const versioned = (format: string) => ({ format: z.literal(format), version: z.literal(VERSION) });

const annotations = z.object({
  ...versioned(LAYER_FORMAT),
  offsetUnit: z.literal('utf-16'),
  document: documentRefSchema,
  annotator: annotatorSchema,
  ...factsShape,
  annotations: listSchema(annotationShape),
  relations: listSchema(relationSchema),
});

const files: readonly (readonly [name: string, title: string, shape: z.ZodType])[] = [
  ['project', 'postil.json: the labels and settings of a project', manifestSchema],
  ['annotations', 'One annotator’s annotations of one document', annotations],
  ['export', 'Postil JSON: a project in one file', exportShape],
  ['export-line', 'Postil JSON Lines: any line of the file', lineShape],
  ['export-report', 'What an export wrote and what it lost', reportShape],
];

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** The texts of docs/schema/ by their names. What may be left out and is then filled in is not required. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  return new Map(
    files.map(([name, title, shape]) => {
      const { $schema, ...made } = z.toJSONSchema(shape, { io: 'input' });
      const schema = shape === manifestSchema ? { ...made, ...ofProject(made as ObjectSchema) } : made;
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...schema }, null, 2)}\n`];
    }),
  );
}

/** A project file is checked for its format and version before its other members are read. */
function ofProject({ properties, required = [] }: ObjectSchema): ObjectSchema {
  const head = { format: { const: PROJECT_FORMAT }, version: { const: VERSION } };
  return { properties: { ...head, ...properties }, required: [...Object.keys(head), ...required] };
}
