/** Reads doccano’s JSON and JSON Lines: triples, entities with relations, categories; other keys are document fields. */
import { z } from 'zod';
import { t } from '../locale/t';
import {
  type ImportedAnnotation,
  type ImportedDocument,
  type ImportedRelation,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
} from './imported';
import {
  answerOf,
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

const number = z.union([z.int(), z.string()]);
const triple = z
  .tuple([offset, offset, nameShape])
  .transform(([start, end, label]) => ({ id: undefined, start, end, label }));
const entity = z
  .object({ id: number.optional(), start_offset: offset, end_offset: offset, label: nameShape })
  .transform(({ id, start_offset, end_offset, label }) => ({
    id,
    start: start_offset,
    end: end_offset,
    label,
  }));
const relation = z.object({ from_id: number, to_id: number, type: nameShape });

const own = ['id', 'text', 'data', 'label', 'labels', 'entities', 'relations', 'Comments', 'comments'];
const isTexts = (value: unknown) => Array.isArray(value) && value.every((it) => typeof it === 'string');

function documentOf({ value, where }: Item, problems: ImportProblem[]): ImportedDocument | null {
  const text = value.text ?? value.data;
  if (typeof text !== 'string') {
    problems.push({ where, reason: t('problems.no-text') });
    return null;
  }
  const label = value.label ?? value.labels;
  // Text classification has labels of the whole text.
  const isAnswer = typeof label === 'string' || (isTexts(label) && (label as string[]).length > 0);
  const rows = [value.entities, isAnswer ? undefined : label].flatMap((list) =>
    eachOf(list, z.union([triple, entity]), where, 'label', problems),
  );
  const annotations: ImportedAnnotation[] = [];
  const ids = new Map<string, string>();
  for (const [n, row] of rows.entries()) {
    if (row.id !== undefined) ids.set(String(row.id), String(n));
    annotations.push(plainAnnotation(String(n), row.label, row.start, row.end));
  }
  const relations = eachOf(value.relations, relation, where, 'relation', problems).flatMap(
    (it, n): ImportedRelation[] => {
      const [from, to] = [ids.get(String(it.from_id)), ids.get(String(it.to_id))];
      if (from !== undefined && to !== undefined)
        return [{ id: `r${n}`, type: it.type, from, to, attributes: {}, note: '' }];
      problems.push({ where, reason: t('problems.relation-entity', { n: String(n + 1) }) });
      return [];
    },
  );
  const { name, key } = nameIn(value);
  const answer = isAnswer ? answerOf(label) : null;
  const comments = value.Comments ?? value.comments;
  return plainDocument(name, text, {
    annotations,
    relations,
    fields: { ...answersIn(value, [...own, key]), ...(answer === null ? {} : { label: answer }) },
    memo: isTexts(comments) ? (comments as string[]).join('\n') : '',
  });
}

export const readDoccano: Reader = {
  id: 'doccano',
  recognises: (files) => {
    const first = files[0] && firstItem(files[0]);
    if (!first || typeof (first.text ?? first.data) !== 'string') return 0;
    const [label, entities] = [first.label ?? first.labels, first.entities];
    if (Array.isArray(entities) && isFields(entities[0])) return 'start_offset' in entities[0] ? 0.9 : 0;
    if (Array.isArray(label)) return label.length === 0 || triple.safeParse(label[0]).success ? 0.85 : 0.3;
    return Array.isArray(entities) && 'relations' in first ? 0.6 : 0;
  },
  read: (files) => {
    const [file] = files;
    if (!file) throw new NotReadable(t('problems.no-file'));
    const problems: ImportProblem[] = [];
    const documents = jsonItems(file, problems).flatMap((item) => documentOf(item, problems) ?? []);
    if (documents.length === 0) throw notReadable(file, problems);
    return { format: 'doccano', documents, schema: noSchema, unit: null, usualUnit: 'code-point', problems };
  },
};
