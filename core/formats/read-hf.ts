/** Reads both forms that token-classification data takes: text and spans, or tokens and tags. */
import { z } from 'zod';
import { t } from '../locale/t';
import { rebuilt } from './bio';
import {
  type ImportedDocument,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
  type SourceFile,
} from './imported';
import {
  eachOf,
  type Fields,
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

const tagKeys = ['ner_tags', 'tags', 'labels', 'ner_labels'];
const tagsIn = (value: Fields) => tagKeys.map((key) => value[key]).find(Array.isArray);
const isTokenForm = (value: Fields) => Array.isArray(value.tokens ?? value.words);

const row = z.object({ tokens: z.array(z.string()), tags: z.array(z.union([z.int(), z.string()])) });
const entity = z
  .object({
    start: offset.optional(),
    start_offset: offset.optional(),
    end: offset.optional(),
    end_offset: offset.optional(),
    label: nameShape.optional(),
    entity_group: nameShape.optional(),
    word: z.string().optional(),
  })
  .transform((it, context) => {
    const [start, end, label] = [
      it.start ?? it.start_offset,
      it.end ?? it.end_offset,
      it.label ?? it.entity_group,
    ];
    if (start !== undefined && end !== undefined && label !== undefined) return { start, end, label };
    context.addIssue({ code: 'custom', message: 'no span' });
    return z.NEVER;
  });

/** The names of numbered tags: a list of them, or an object from number to name. */
function labelsIn(files: readonly SourceFile[]): readonly string[] {
  const file = files.find((it) => it.path.endsWith('.labels.json'));
  if (!file) return [];
  try {
    const value: unknown = JSON.parse(file.text());
    const list = isFields(value) ? Object.values(value) : value;
    if (Array.isArray(list) && list.every((it) => typeof it === 'string')) return list;
  } catch {
    // Told below, like a list of another shape.
  }
  throw new NotReadable(t('problems.no-label-names', { file: file.path }));
}

function spanDocument({ value, where }: Item, problems: ImportProblem[]): ImportedDocument | null {
  if (typeof value.text !== 'string') {
    problems.push({ where, reason: t('problems.no-text-no-tokens') });
    return null;
  }
  const entities = eachOf(value.entities ?? value.spans, entity, where, 'entity', problems);
  return plainDocument(nameIn(value).name, value.text, {
    annotations: entities.map((it, n) => plainAnnotation(String(n), it.label, it.start, it.end)),
  });
}

/** Rows of one document (the same path, or none) make one text, a line each. */
function tokenDocuments(
  items: readonly Item[],
  labels: readonly string[],
  problems: ImportProblem[],
): ImportedDocument[] {
  const groups: { name: string; sentences: { tokens: string[]; tags: string[] }[] }[] = [];
  for (const { value, where } of items) {
    const made = row.safeParse({ tokens: value.tokens ?? value.words, tags: tagsIn(value) });
    if (!made.success || made.data.tokens.length !== made.data.tags.length) {
      problems.push({ where, reason: t('problems.tags-uneven') });
      continue;
    }
    const tags = made.data.tags.map((tag) => {
      if (typeof tag === 'string') return tag;
      // Without the list 0 is no entity, as everywhere, and a number is all that is known of the others.
      return labels[tag] ?? (tag === 0 ? 'O' : String(tag));
    });
    const { name } = nameIn(value);
    if (groups.at(-1)?.name !== name) groups.push({ name, sentences: [] });
    groups.at(-1)?.sentences.push({ tokens: made.data.tokens, tags });
  }
  return groups.map(({ name, sentences }) => {
    const { text, spans } = rebuilt(sentences);
    const annotations = spans
      .filter((it) => it.end > it.start)
      .map((it, n) => plainAnnotation(String(n), it.label, it.start, it.end, it.exact));
    return plainDocument(name, text, { annotations });
  });
}

export const readHf: Reader = {
  id: 'hf',
  recognises: (files) => {
    const file = files.find((it) => !it.path.endsWith('.labels.json'));
    const first = file && firstItem(file);
    if (!first) return 0;
    if (isTokenForm(first) && tagsIn(first)) return 0.95;
    const list = first.entities;
    if (typeof first.text !== 'string' || !Array.isArray(list)) return 0;
    if (list.length === 0) return 'relations' in first || 'spans' in first ? 0 : 0.5;
    return entity.safeParse(list[0]).success && isFields(list[0]) && 'start' in list[0] ? 0.8 : 0;
  },
  read: (files) => {
    const file = files.find((it) => !it.path.endsWith('.labels.json'));
    if (!file) throw new NotReadable(t('problems.no-file'));
    const labels = labelsIn(files);
    const problems: ImportProblem[] = [];
    const items = jsonItems(file, problems);
    // One form a file: the spans of a text built again are counted otherwise than those of a text that stands there.
    const inTokens = items[0] !== undefined && isTokenForm(items[0].value);
    const documents = inTokens
      ? tokenDocuments(items, labels, problems)
      : items.flatMap((item) => spanDocument(item, problems) ?? []);
    if (documents.length === 0) throw notReadable(file, problems);
    const unit = inTokens ? 'utf-16' : null;
    return {
      format: 'hf',
      documents,
      schema: noSchema,
      unit,
      usualUnit: inTokens ? 'utf-16' : 'code-point',
      problems,
    };
  },
};
