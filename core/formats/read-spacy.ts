/** Reads spaCy’s training lines: `entities`, span groups, `cats`; version 2’s pairs and displaCy’s `ents` too. */
import { z } from 'zod';
import { t } from '../locale/t';
import type { Attributes } from '../model';
import { type ImportedDocument, type ImportProblem, NotReadable, noSchema, type Reader } from './imported';
import {
  answersIn,
  eachOf,
  firstItem,
  type Item,
  isFields,
  jsonItems,
  nameIn,
  nameShape,
  notReadable,
  offset,
  plainAnnotation,
  plainDocument,
} from './read-json';

const triple = z.tuple([offset, offset, nameShape]).rest(z.unknown());
const entity = z
  .object({ start: offset, end: offset, label: nameShape })
  .transform(({ start, end, label }): [number, number, string] => [start, end, label]);
const span = z.union([triple, entity]);

/** Above it spaCy takes a category for given. */
const GIVEN = 0.5;

/** The categories of VALUES, as one answer; none when there are none. */
function categoriesIn(values: unknown): Attributes {
  if (!isFields(values)) return {};
  const given = Object.entries(values).filter(([, score]) => typeof score === 'number' && score >= GIVEN);
  return given.length === 0 ? {} : { cats: given.map(([name]) => name) };
}

function documentOf({ value, where }: Item, problems: ImportProblem[]): ImportedDocument | null {
  const { text } = value;
  if (typeof text !== 'string') {
    problems.push({ where, reason: t('problems.no-text') });
    return null;
  }
  const groups = isFields(value.spans) ? Object.values(value.spans) : [];
  if (value.spans !== undefined && !isFields(value.spans))
    problems.push({ where, reason: t('problems.no-groups') });
  const grouped = groups.flatMap((list) => eachOf(list, span, where, 'span', problems));
  const key = (row: readonly unknown[]) => JSON.stringify(row.slice(0, 3));
  const known = new Set(grouped.map(key));
  const alone = eachOf(value.entities ?? value.ents, span, where, 'entity', problems);
  const rows = [...grouped, ...alone.filter((row) => !known.has(key(row)))];
  const meta = isFields(value.meta) ? value.meta : {};
  const named = nameIn(meta).name === '' ? nameIn(value) : nameIn(meta);
  const fields = isFields(meta.fields)
    ? answersIn(meta.fields)
    : { ...answersIn(meta, [named.key]), ...categoriesIn(value.cats) };
  return plainDocument(named.name, text, {
    annotations: rows.map(([start, end, label], n) => plainAnnotation(String(n), label, start, end)),
    fields,
  });
}

export const readSpacy: Reader = {
  id: 'spacy',
  recognises: (files) => {
    const file = files.find((it) => it.path.endsWith('.jsonl')) ?? files[0];
    const first = file && firstItem(file);
    if (!first || typeof first.text !== 'string') return 0;
    if (isFields(first.spans) && Object.values(first.spans).every(Array.isArray)) return 0.9;
    if (Array.isArray(first.ents)) return 0.8;
    const { entities } = first;
    if (!Array.isArray(entities) || 'relations' in first) return 0;
    return Array.isArray(entities[0]) || 'cats' in first ? 0.7 : entities.length === 0 ? 0.4 : 0;
  },
  read: (files) => {
    const file = files.find((it) => it.path.endsWith('.jsonl')) ?? files[0];
    if (!file) throw new NotReadable(t('problems.no-file'));
    const problems: ImportProblem[] = [];
    const documents = jsonItems(file, problems).flatMap((item) => documentOf(item, problems) ?? []);
    if (documents.length === 0) throw notReadable(file, problems);
    return { format: 'spacy', documents, schema: noSchema, unit: null, usualUnit: 'code-point', problems };
  },
};
