/** Reads Web Annotations: ours, Recogito's, and what Hypothesis gives (its search results too). */

import { t } from '../locale/t';
import type { AttributeValue, Status } from '../model';
import { eachFile } from './each-file';
import { type Gathered, gather, idIn, layerOf, layersOf } from './gather';
import {
  type Imported,
  type ImportedDocument,
  type ImportedSpan,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
} from './imported';
import { parseJson } from './parse-json';
import { answerOf, type Fields, isFields, isoTime } from './read-json';
import { inFile } from './where';

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value];
const records = (value: unknown): readonly Fields[] => list(value).filter(isFields);
const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The annotations in VALUE: a list, one, a page, a collection, or Hypothesis' rows. */
function rowsIn(value: unknown, depth = 0): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isFields(value) || depth > 4) return [];
  for (const key of ['items', 'rows', '@graph', 'annotations'])
    if (Array.isArray(value[key])) return value[key];
  if (isFields(value.first)) return rowsIn(value.first, depth + 1);
  return 'target' in value ? [value] : [];
}

const uncoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const ours = (address: string, kind: string) => {
  const start = `urn:postil:${kind}:`;
  return address.startsWith(start) ? uncoded(address.slice(start.length)) : null;
};

/** Web addresses stay as they are; what is relative is a path. */
const nameOf = (source: string) => (/^[a-z][a-z0-9+.-]+:/i.test(source) ? source : uncoded(source));

const sourceIn = (target: Fields | string): string =>
  typeof target === 'string'
    ? target
    : string(target.source) || string(isFields(target.source) ? target.source.id : '') || string(target.id);

/** All selectors of TARGET, those that refine others too. */
function selectorsIn(value: unknown, depth = 0): Fields[] {
  if (depth > 8) return [];
  return records(value).flatMap((it) => [it, ...selectorsIn(it.refinedBy, depth + 1)]);
}

/** Where TARGET says that it is; -1 for a place that only its quote tells. Null when it says nothing. */
function spanIn(target: Fields): ImportedSpan | null {
  const selectors = selectorsIn(target.selector);
  const of = (type: string) => selectors.find((it) => it.type === type);
  const [quote, position] = [of('TextQuoteSelector'), of('TextPositionSelector')];
  const exact = typeof quote?.exact === 'string' ? quote.exact : null;
  const [start, end] = [position?.start, position?.end];
  const isPlaced = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  if (exact === null && !isPlaced) return null;
  return {
    start: isPlaced ? (start as number) : -1,
    end: isPlaced ? (end as number) : -1,
    exact,
    prefix: string(quote?.prefix),
    suffix: string(quote?.suffix),
  };
}

interface Said {
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  readonly answers: readonly [string, AttributeValue][];
  /** Addresses of annotations that the body links to. */
  readonly links: readonly string[];
}

/** What the bodies of ROW say. The first classification is the label, else the first tag; other tags are answers. */
function saidIn(row: Fields): Said {
  const [classes, tags, notes, links]: [string[], string[], string[], string[]] = [[], [], [], []];
  const answers: [string, AttributeValue][] = [];
  for (const body of list(row.body)) {
    if (typeof body === 'string') {
      notes.push(body);
      continue;
    }
    if (!isFields(body)) continue;
    const purposes = list(body.purpose ?? row.motivation);
    const name = body['postil:name'];
    const value = string(body.value) || string(body.label);
    const answer = answerOf(body['postil:value']);
    if (typeof name === 'string' && answer !== null) answers.push([name, answer]);
    else if (typeof name === 'string' && body['postil:value'] === '') answers.push([name, '']);
    else if (purposes.includes('linking') && string(body.id) !== '') links.push(string(body.id));
    else if (value === '') continue;
    else if (purposes.includes('classifying')) classes.push(value);
    else if (purposes.includes('tagging') || purposes.includes('identifying')) tags.push(value);
    else notes.push(value);
  }
  // Hypothesis' own shape: a note and tags beside the target.
  if (row.body === undefined && typeof row.text === 'string' && row.text !== '') notes.push(row.text);
  if (row.body === undefined)
    tags.push(
      ...list(row.tags)
        .filter((it) => typeof it === 'string' && it !== '')
        .map(String),
    );
  const rest = classes.length > 0 ? tags : tags.slice(1);
  const more = [...classes.slice(1), ...rest];
  if (more.length > 0) answers.push(['tag', more]);
  return { labels: [...classes, ...tags], notes, answers, links };
}

const creatorIn = (row: Fields): { id: string | null; name: string } | null => {
  const creator = row.creator ?? row.user;
  if (typeof creator === 'string')
    return creator === '' ? null : { id: null, name: creator.replace(/^acct:([^@]+)@.*$/, '$1') };
  const [first] = records(creator);
  if (!first) return null;
  const address = string(first.id);
  const name = string(first.name) || string(first.nickname) || address;
  return name === '' ? null : { id: ours(address, 'annotator') ?? (address === '' ? null : address), name };
};

const statuses: readonly unknown[] = ['todo', 'in-progress', 'done', 'skipped'];

interface Open {
  readonly gathered: Gathered;
  sha256: string | null;
}

type End = { readonly layer: ReturnType<typeof layerOf>; readonly id: string };

function read(rows: readonly unknown[], file: string, problems: ImportProblem[]): ImportedDocument[] {
  const documents = new Map<string, Open>();
  const ends = new Map<string, End>();
  const linking: { row: Fields; where: string; said: Said }[] = [];
  const documentOf = (source: string) => {
    const name = nameOf(source);
    const open = documents.get(name) ?? { gathered: gather(), sha256: null };
    documents.set(name, open);
    return open;
  };
  const targetsOf = (row: Fields) =>
    list(row.target).filter((it): it is Fields | string => typeof it === 'string' || isFields(it));

  for (const [n, row] of rows.entries()) {
    const where = inFile(file, t('problems.annotation-n', { n: String(n + 1) }));
    if (!isFields(row)) {
      problems.push({ where, reason: t('problems.w3c-no-object') });
      continue;
    }
    const said = saidIn(row);
    if (said.links.length > 0) {
      linking.push({ row, where, said });
      continue;
    }
    const targets = targetsOf(row);
    const [first] = targets;
    if (first === undefined) {
      problems.push({ where, reason: t('problems.no-target') });
      continue;
    }
    const open = documentOf(sourceIn(first) || string(row.uri));
    const layer = layerOf(open.gathered, creatorIn(row));
    const isWhole = targets.every((it) => typeof it === 'string' || it.selector === undefined);
    if (isWhole) {
      if (statuses.includes(row['postil:status'])) layer.status = row['postil:status'] as Status;
      if (/^[0-9a-f]{64}$/.test(string(row['postil:sha256']))) open.sha256 = string(row['postil:sha256']);
      layer.memo = [layer.memo, ...said.notes].filter((it) => it !== '').join('\n');
      layer.fields.push(...said.answers.filter(([name]) => name !== 'tag' || said.labels.length === 0));
      if (said.labels.length > 0)
        layer.fields.push(['label', said.labels.length === 1 ? (said.labels[0] as string) : said.labels]);
      continue;
    }
    const spans = targets.map((it) => (typeof it === 'string' ? null : spanIn(it)));
    if (spans.some((it) => it === null)) {
      problems.push({ where, reason: t('problems.no-place') });
      continue;
    }
    const address = string(row.id);
    const id = idIn(open.gathered, layer, ours(address, 'annotation') ?? (address || `annotation-${n + 1}`));
    const created = isoTime(row.created);
    layer.annotations.push({
      id,
      label: said.labels[0] ?? (string(list(row.motivation)[0]) || 'Annotation'),
      spans: spans as ImportedSpan[],
      attributes: Object.fromEntries(said.answers),
      note: said.notes.join('\n'),
      createdAt: created,
      updatedAt: isoTime(row.modified ?? row.updated) ?? created,
      isSuggestion: false,
    });
    if (address !== '' && !ends.has(address)) ends.set(address, { layer, id });
  }
  for (const { row, where, said } of linking) {
    const [target] = targetsOf(row);
    const from = ends.get(typeof target === 'string' ? target : string(target?.id));
    for (const [n, link] of said.links.entries()) {
      const to = ends.get(link);
      if (!from || !to || from.layer !== to.layer) {
        problems.push({
          where,
          reason: t('problems.no-link'),
        });
        continue;
      }
      const address = string(row.id) || where;
      from.layer.relations.push({
        id: `${ours(address, 'relation') ?? address}${n > 0 ? `.${n + 1}` : ''}`,
        type: said.labels[0] ?? 'linking',
        from: from.id,
        to: to.id,
        attributes: Object.fromEntries(said.answers),
        note: said.notes.join('\n'),
      });
    }
  }
  return Array.from(documents, ([name, { gathered, sha256 }]) => ({
    name,
    text: null,
    sha256,
    layers: layersOf(gathered),
  }));
}

export const readW3c: Reader = {
  id: 'w3c',
  recognises: (files) => {
    const [file] = files;
    if (files.length !== 1 || !file || !/\.json(?:ld)?$/i.test(file.path)) return 0;
    const start = file.text().slice(0, 4000);
    if (start.includes('ns/anno.jsonld')) return 1;
    if (/"Text(?:Quote|Position)Selector"/.test(start)) return 0.8;
    return 0;
  },
  read: (files): Imported => {
    const problems: ImportProblem[] = [];
    const documents = eachFile(files, problems, (file) => {
      const rows = rowsIn(parseJson(file.text(), file.path));
      if (rows.length === 0 && !/^\s*\[\s*\]\s*$/.test(file.text()))
        throw new NotReadable(t('problems.no-annotations', { file: file.path }));
      return read(rows, file.path, problems);
    });
    return { format: 'w3c', documents, schema: noSchema, unit: null, usualUnit: 'code-point', problems };
  },
};
