/** Reads Label Studio’s JSON: annotations and predictions, with the labelling configuration when it is there. */

import { t } from '../locale/t';
import { noIds } from './gather';
import {
  type Imported,
  type ImportedDocument,
  type ImportedLayer,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
  type SourceFile,
} from './imported';
import { type Fields, firstItem, type Item, isFields, jsonItems, nameIn, notReadable } from './read-json';
import { noConfig, type ReadConfig, readLabelStudioConfig } from './read-label-studio-config';
import { type Entry, layerOf } from './read-label-studio-entry';
import { inFile } from './where';

/** Who made ENTRY: our own key, else Label Studio’s number, or its account. */
function annotatorOf(entry: Fields): ImportedLayer['annotator'] {
  const { annotator, completed_by: by } = entry;
  if (isFields(annotator) && typeof annotator.name === 'string')
    return { id: typeof annotator.id === 'string' ? annotator.id : null, name: annotator.name };
  if (typeof by === 'number') return { id: null, name: `Annotator ${by}` };
  if (!isFields(by)) return null;
  const name = [by.first_name, by.last_name].filter((it) => typeof it === 'string' && it !== '').join(' ');
  const text = name || by.email || by.username || by.id;
  return text ? { id: null, name: String(text) } : null;
}

const lists = (values: Fields, ...keys: readonly string[]) =>
  keys.flatMap((key) => (Array.isArray(values[key]) ? (values[key] as unknown[]) : [])).filter(isFields);

/** The entries of a task: its annotations (`completions` before version 1), then its predictions. */
function entriesOf({ value, where }: Item, problems: ImportProblem[]): Entry[] {
  const made = lists(value, 'annotations', 'completions').flatMap((it, n): Entry[] => {
    const place = inFile(where, t('problems.annotation-n', { n: String(n + 1) }));
    if (it.was_cancelled === true) {
      problems.push({ where: place, reason: t('problems.ls-skipped') });
      return [];
    }
    return [{ value: it, where: place, annotator: annotatorOf(it), isSuggestion: false }];
  });
  const proposed = lists(value, 'predictions').map((it, n): Entry => {
    const model = typeof it.model_version === 'string' && it.model_version !== '' ? it.model_version : null;
    return {
      value: it,
      where: inFile(where, t('problems.prediction-n', { n: String(n + 1) })),
      annotator: { id: null, name: model ?? 'Prediction' },
      isSuggestion: true,
    };
  });
  return [...made, ...proposed];
}

/** The texts of DATA by the name that results call them (`to_name`). */
function textsOf(data: Fields, config: ReadConfig): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, key] of config.texts) {
    const text = data[key];
    if (typeof text === 'string') texts.set(name, text);
  }
  return texts;
}

function documentsOf(item: Item, config: ReadConfig, problems: ImportProblem[]): ImportedDocument[] {
  const { value, where, called } = item;
  const data = isFields(value.data) ? value.data : {};
  const entries = entriesOf(item, problems);
  const { name } = nameIn(data);
  let texts = textsOf(data, config);
  if (texts.size === 0) {
    // Without the configuration: the key that results name, else `text`, else the longest text.
    const keys = Object.keys(data).filter((key) => typeof data[key] === 'string' && data[key] !== '');
    const named = new Set(entries.flatMap((it) => lists(it.value, 'result')).map((it) => it.to_name));
    const longest = [...keys].sort((a, b) => String(data[b]).length - String(data[a]).length)[0];
    const known = keys.filter((key) => named.has(key));
    const chosen = known.length > 0 ? known : keys.includes('text') ? ['text'] : longest ? [longest] : [];
    texts = new Map(chosen.map((key) => [key, String(data[key])]));
  }
  if (texts.size === 0) {
    problems.push({ where, reason: t('problems.data-no-text') });
    return [];
  }
  return [...texts].map(([object, text], n) => {
    const isOnly = texts.size === 1;
    const target = { object: isOnly ? null : object, isFirst: n === 0, ids: noIds() };
    return {
      name: isOnly ? name : `${name || called} ${object}`,
      text,
      sha256: null,
      layers: entries.map((it) => layerOf(it, target, config, problems)),
    };
  });
}

const tasksIn = (files: readonly SourceFile[]) =>
  files.filter((it) => it.path.endsWith('.json') && !it.path.endsWith('.report.json'));

export const readLabelStudio: Reader = {
  id: 'label-studio',
  recognises: (files) => {
    const file = tasksIn(files)[0] ?? files[0];
    const first = file && firstItem(file);
    if (!first || !isFields(first.data)) return 0;
    return ['annotations', 'predictions', 'completions'].some((key) => Array.isArray(first[key]))
      ? 0.95
      : 0.4;
  },
  read: (files): Imported => {
    const problems: ImportProblem[] = [];
    const xml = files.find((it) => it.path.endsWith('.xml'));
    const config = xml ? readLabelStudioConfig(xml.text()) : noConfig;
    const sources = tasksIn(files).length > 0 ? tasksIn(files) : files.filter((it) => it !== xml);
    const [file] = sources;
    if (!file) throw new NotReadable(t('problems.no-tasks'));
    const documents = sources.flatMap((source) =>
      jsonItems(source, problems).flatMap((item) =>
        documentsOf(
          sources.length === 1
            ? item
            : { ...item, where: inFile(source.path, item.where), called: `${source.path}, ${item.called}` },
          config,
          problems,
        ),
      ),
    );
    if (documents.length === 0) throw notReadable(file, problems);
    const questions = (perRegion: boolean) =>
      [...config.controls.values()].filter((it) => it.perRegion === perRegion).map((it) => it.question);
    return {
      format: 'label-studio',
      documents,
      schema: {
        ...noSchema,
        labels: config.labels,
        attributes: questions(true),
        relationTypes: config.types,
        documentFields: questions(false),
      },
      unit: null,
      usualUnit: 'code-point',
      problems,
    };
  },
};
