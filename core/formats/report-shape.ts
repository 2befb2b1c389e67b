/** What stands in the report beside an export (report.ts writes it). */
import { z } from 'zod';
import { VERSION } from '../limits';
import { formatIds } from './catalog';
import { refusedShape } from './json-shape';
import { REPORT_FORMAT } from './report';

const count = z.int().min(0);
const choice = z.array(z.string()).nullable().describe('Null for all.');

export const reportShape = z.object({
  format: z.literal(REPORT_FORMAT),
  version: z.literal(VERSION),
  project: z.object({ id: z.string(), name: z.string() }),
  exported: z.enum(formatIds).describe('The format of the output.'),
  unit: z.enum(['code-point', 'utf-16', 'byte']).nullable().describe('Null for a format without offsets.'),
  options: z.object({
    choices: z.record(z.string(), z.string()),
    filter: z.object({ documents: choice, labels: choice, status: choice, annotators: choice }),
    withSuggestions: z.boolean(),
  }),
  documents: count,
  annotations: count,
  relations: count,
  suggestions: count.describe('Left out because nobody has accepted them.'),
  refused: refusedShape.describe('Sources that can’t be read, annotations whose words no longer stand.'),
  losses: z.array(
    z.object({
      what: z.string().describe('What was lost: `annotation` for all of one.'),
      fate: z.enum(['dropped', 'flattened']),
      reason: z.string(),
      count,
      documents: z.array(
        z.object({ path: z.string().nullable().describe('Null for the schema.'), ids: z.array(z.string()) }),
      ),
    }),
  ),
});
