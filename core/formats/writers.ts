/** The writer of each format. Apart from the catalogue, so that the page does not load them. */
import type { FormatId } from './catalog';
import type { Write } from './format';
import { writeJson, writeJsonLines } from './json';

export const writers: Readonly<Partial<Record<FormatId, Write>>> = {
  json: writeJson,
  jsonl: writeJsonLines,
};
