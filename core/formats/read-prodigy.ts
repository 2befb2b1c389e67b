/** Reads Prodigy’s JSON Lines: spans by characters or tokens, relations, choices; only what was accepted. */
import { z } from 'zod';
import { t } from '../locale/t';
import type { Attributes } from '../model';
import {
  type ImportedAnnotation,
  type ImportedDocument,
  type ImportedLayer,
  type ImportedRelation,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
} from './imported';
import {
  answersIn,
  eachOf,
  emptyLayer,
  firstItem,
  type Item,
  isFields,
  jsonItems,
  nameShape,
  notReadable,
  offset,
  plainAnnotation,
} from './read-json';

const token = z.object({ start: offset, end: offset });
const span = z.object({
  start: offset.optional(),
  end: offset.optional(),
  token_start: offset.optional(),
  token_end: offset.optional(),
  label: nameShape,
});
const relation = z.object({
  head: offset,
  child: offset,
  label: nameShape,
  head_span: span.nullish(),
  child_span: span.nullish(),
});

interface Place {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Annotations and relations of one line; their ids begin with PREFIX. */
function markedIn({ value, where }: Item, prefix: string, problems: ImportProblem[]) {
  const tokens = eachOf(value.tokens, token, where, 'token', problems);
  /** `token_end` is the last token itself. */
  const place = (it: z.infer<typeof span>): Place | null => {
    const start = it.start ?? tokens[it.token_start ?? -1]?.start;
    const end = it.end ?? tokens[it.token_end ?? -1]?.end;
    return start === undefined || end === undefined ? null : { start, end, label: it.label };
  };
  const annotations: ImportedAnnotation[] = [];
  const ids = new Map<string, string>();
  const key = ({ start, end, label }: Place) => JSON.stringify([start, end, label]);
  const add = (it: Place) => {
    const id = `${prefix}${annotations.length}`;
    annotations.push(plainAnnotation(id, it.label, it.start, it.end));
    if (!ids.has(key(it))) ids.set(key(it), id);
  };
  for (const it of eachOf(value.spans, span, where, 'span', problems)) {
    const found = place(it);
    if (found) add(found);
    else problems.push({ where, reason: t('problems.tokens-missing') });
  }
  const end = (it: z.infer<typeof span> | null | undefined): string | null => {
    const found = it ? place(it) : null;
    if (!found) return null;
    if (!ids.has(key(found))) add(found);
    return ids.get(key(found)) ?? null;
  };
  const relations = eachOf(value.relations, relation, where, 'relation', problems).flatMap(
    (it, n): ImportedRelation[] => {
      const [from, to] = [end(it.head_span), end(it.child_span)];
      if (from !== null && to !== null)
        return [{ id: `${prefix}r${n}`, type: it.label, from, to, attributes: {}, note: '' }];
      problems.push({ where, reason: t('problems.relation-unlabelled', { n: String(n + 1) }) });
      return [];
    },
  );
  return { annotations, relations };
}

/** The answers to a choice, the label of a text as a whole, and what `meta` says. */
function fieldsIn({ value }: Item): Attributes {
  const { accept, label, meta } = value;
  return {
    ...(isFields(meta) ? answersIn(meta, ['source']) : {}),
    ...answersIn({
      ...(Array.isArray(accept) ? { accept: accept.map(String) } : {}),
      ...(typeof label === 'string' && value.spans === undefined ? { label } : {}),
    }),
  };
}

interface Text {
  readonly name: string;
  readonly text: string;
  readonly layers: ImportedLayer[];
}

export const readProdigy: Reader = {
  id: 'prodigy',
  recognises: (files) => {
    const first = files[0] && firstItem(files[0]);
    if (!first || typeof first.text !== 'string') return 0;
    if ('_input_hash' in first || '_task_hash' in first) return 0.95;
    const { spans } = first;
    if (Array.isArray(first.tokens) && Array.isArray(spans)) return 0.95;
    if ('answer' in first) return 0.8;
    return Array.isArray(spans) && isFields(spans[0]) && 'start' in spans[0] && 'end' in spans[0] ? 0.6 : 0;
  },
  read: (files) => {
    const [file] = files;
    if (!file) throw new NotReadable(t('problems.no-file'));
    const problems: ImportProblem[] = [];
    // Several people annotate a text in lines of their own.
    const texts = new Map<string, Text>();
    for (const item of jsonItems(file, problems)) {
      const { value, where } = item;
      const { text, answer, meta } = value;
      if (typeof text !== 'string') problems.push({ where, reason: t('problems.no-text') });
      else if (answer !== undefined && answer !== 'accept')
        problems.push({ where, reason: t('problems.answered', { answer: String(answer) }) });
      else {
        const source = isFields(meta) ? meta.source : null;
        const name = typeof source === 'string' ? source : '';
        const who = value._annotator_id ?? value._session_id;
        const annotator = typeof who === 'string' && who !== '' ? { id: null, name: who } : null;
        const key = JSON.stringify([name, text, annotator === null ? where : '']);
        const known = texts.get(key) ?? { name, text, layers: [] };
        const prefix = known.layers.length === 0 ? '' : `${known.layers.length}-`;
        known.layers.push({
          ...emptyLayer,
          annotator,
          ...markedIn(item, prefix, problems),
          fields: fieldsIn(item),
        });
        texts.set(key, known);
      }
    }
    const documents = [...texts.values()].map((it): ImportedDocument => ({ ...it, sha256: null }));
    if (documents.length === 0) throw notReadable(file, problems);
    return { format: 'prodigy', documents, schema: noSchema, unit: null, usualUnit: 'code-point', problems };
  },
};
