/** One entry of a Label Studio task: its regions, the answers about them and about the text, its relations. */
import { z } from 'zod';
import { t } from '../locale/t';
import type { AttributeValue } from '../model';
import { type UsedIds, unusedId } from './gather';
import type { ImportedAnnotation, ImportedLayer, ImportedRelation, ImportProblem } from './imported';
import { eachOf, emptyLayer, type Fields, nameShape, offset } from './read-json';
import type { ReadConfig } from './read-label-studio-config';

export interface Entry {
  readonly value: Fields;
  readonly where: string;
  readonly annotator: ImportedLayer['annotator'];
  readonly isSuggestion: boolean;
}

/** Which of a task’s texts a layer is made for: the one that results call `object`, or all when there is one. */
export interface Target {
  readonly object: string | null;
  /** Results that name no text go to the first. */
  readonly isFirst: boolean;
  /** The ids of the document’s annotations so far: every entry may have a region of the same id. */
  readonly ids: UsedIds;
}

/** Older exports have offsets as texts. */
const place = z.union([
  offset,
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

const result = z.object({
  id: z.string().optional(),
  type: z.string(),
  from_name: z.string().optional(),
  to_name: z.unknown().optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  direction: z.string().optional(),
  labels: z.array(z.string()).optional(),
  value: z.record(z.string(), z.unknown()).optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
});
type Result = z.infer<typeof result>;

const region = z.object({
  start: place,
  end: place,
  text: z.string().optional(),
  labels: z.array(nameShape).min(1),
});

/** A region’s note: a text, or a list of them. */
function noteOf(meta: Fields | undefined): string {
  const text = meta?.text;
  if (typeof text === 'string') return text;
  return Array.isArray(text) ? text.filter((it) => typeof it === 'string').join('\n') : '';
}

/** What RESULT answers, in the kind that its control asks for; null when it answers nothing that is read. */
function answerIn({ type, value, from_name }: Result, config: ReadConfig): AttributeValue | null {
  const kind = config.controls.get(from_name ?? '')?.question.kind;
  const given = value?.[type] ?? (type === 'textarea' ? value?.text : undefined);
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  const list = (Array.isArray(given) ? given : [given]).filter((it): it is string => typeof it === 'string');
  const [first] = list;
  if (first === undefined) return null;
  if (type === 'textarea') return list.join('\n');
  if (kind === 'boolean' && (first === 'true' || first === 'false')) return first === 'true';
  return kind === 'multi-choice' || list.length > 1 ? list : first;
}

/** The layer that ENTRY makes of the text in TARGET. */
export function layerOf(
  { value, where, annotator, isSuggestion }: Entry,
  target: Target,
  config: ReadConfig,
  problems: ImportProblem[],
): ImportedLayer {
  const told = (reason: string) => void problems.push({ where, reason });
  // What is wrong with a result is told once, not for each text.
  const found: ImportProblem[] = target.isFirst ? problems : [];
  const results = eachOf(value.result, result, where, 'result', found);
  const isHere = ({ to_name }: Result) =>
    target.object === null || to_name === target.object || (to_name === undefined && target.isFirst);
  const time = (key: string) => (typeof value[key] === 'string' ? (value[key] as string) : null);
  const annotations: ImportedAnnotation[] = [];
  /** Annotations that a region’s id stands for: one for each of its labels. */
  const made = new Map<string, string[]>();
  const answers = new Map<string, [string, AttributeValue][]>();
  const fields: [string, AttributeValue][] = [];
  const isRegion = (it: Result) => it.type.endsWith('labels');

  for (const it of results.filter((row) => isHere(row) && !isRegion(row) && row.type !== 'relation')) {
    const answer = answerIn(it, config);
    const question = config.controls.get(it.from_name ?? '');
    const name = question?.question.name ?? it.from_name ?? it.type;
    const isOfRegion = question?.perRegion ?? it.value?.start !== undefined;
    if (answer === null) told(t('problems.answer-unread', { name }));
    else if (!isOfRegion) fields.push([name, answer]);
    else answers.set(it.id ?? '', [...(answers.get(it.id ?? '') ?? []), [name, answer]]);
  }
  for (const [n, it] of results.entries()) {
    if (!isRegion(it) || !isHere(it)) continue;
    const parsed = region.safeParse({ ...it.value, labels: it.value?.[it.type] ?? it.value?.labels });
    if (!parsed.success) {
      told(t('problems.region', { n: String(n + 1) }));
      continue;
    }
    const { start, end, text, labels } = parsed.data;
    const id = it.id ?? `region-${n}`;
    const ids = made.get(id) ?? [];
    made.set(id, ids);
    for (const label of labels) {
      const own = unusedId(target.ids, id);
      ids.push(own);
      annotations.push({
        id: own,
        label,
        spans: [{ start, end, exact: text ?? null, prefix: '', suffix: '' }],
        attributes: Object.fromEntries(answers.get(id) ?? []),
        note: noteOf(it.meta),
        createdAt: time('created_at'),
        updatedAt: time('updated_at'),
        isSuggestion,
      });
    }
  }
  for (const id of answers.keys()) if (!made.has(id)) told(t('problems.answer-astray'));
  if (isSuggestion && fields.length > 0) told(t('problems.proposal-for-all'));

  const relations = results.flatMap((it, n): ImportedRelation[] => {
    if (it.type !== 'relation') return [];
    const ends = [made.get(it.from_id ?? '')?.[0], made.get(it.to_id ?? '')?.[0]];
    const [from, to] = it.direction === 'left' ? [ends[1], ends[0]] : ends;
    if (from === undefined || to === undefined) {
      if (target.object === null) told(t('problems.relation-region', { n: String(n + 1) }));
      return [];
    }
    if (it.direction === 'bi') told(t('problems.relation-both-ways', { n: String(n + 1) }));
    const types = it.labels && it.labels.length > 0 ? it.labels : ['relation'];
    return types.map((type, i) => ({ id: `r${n}.${i}`, type, from, to, attributes: {}, note: '' }));
  });
  return {
    ...emptyLayer,
    annotator,
    annotations,
    relations,
    fields: isSuggestion ? {} : Object.fromEntries(fields),
  };
}
