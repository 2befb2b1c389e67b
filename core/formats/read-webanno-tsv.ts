/** Reads WebAnno TSV 3.0 to 3.3: any span layers, relations, slots (as relations) and chains (as relations). */

import { t } from '../locale/t';
import type { AttributeType, AttributeValue } from '../model';
import { readSchema } from '../schema-text';
import { type Feature, features, fromString, SPAN } from './cas-names';
import { eachFile } from './each-file';
import {
  type Imported,
  type ImportedAnnotation,
  type ImportedDocument,
  type ImportedRelation,
  type ImportProblem,
  NotReadable,
  noSchema,
  type Reader,
  type SourceFile,
} from './imported';
import { importedSchema } from './imported-schema';
import { emptyLayer, nothingSaid } from './read-json';
import { LABELS } from './table-write';
import { type TsvFile, type TsvLayer, type TsvRow, tsvFile } from './webanno-rows';
import { type Item, itemIn, splitAt, unescapeValue } from './webanno-text';
import { atLine, inFile } from './where';

type Questions = ReadonlyMap<string, Pick<Feature, 'name' | 'kind'>>;
type Open = { -readonly [K in keyof ImportedAnnotation]: ImportedAnnotation[K] } & {
  readonly begin: number;
  end: number;
};

const short = (type: string) => type.slice(type.lastIndexOf('.') + 1);

/** The items of a column at a row; none for `_`. */
const itemsIn = (cell: string | undefined): readonly Item[] =>
  cell === undefined || cell === '_' || cell === '' ? [] : splitAt(cell, '|').map(itemIn);

/** An annotation by its number, or by its row when it has none. */
const keyOf = (type: string, unit: string, number: string | null, n: number) =>
  number !== null && number !== '0' ? `${type}#${number}` : `${type}@${unit}@${n}`;

interface Reading {
  readonly file: TsvFile;
  readonly name: string;
  readonly questions: Questions;
  readonly problems: ImportProblem[];
  readonly annotations: Map<string, Open>;
  readonly relations: ImportedRelation[];
}

/** The answer VALUE is to the question behind FEATURE. */
function answer(feature: string, value: string, questions: Questions): readonly [string, AttributeValue] {
  const question = questions.get(feature);
  if (question?.kind !== 'multi-choice')
    return [question?.name ?? feature, fromString(value, question?.kind)];
  return [question.name, splitAt(value, ', ').map((it) => it.replace(/\\([\\,])/g, '$1'))];
}

/** Takes one annotation of LAYER at ROW: a new one, or the next unit of one that is there. */
function takeUnit(
  reading: Reading,
  key: string,
  row: TsvRow,
  label: string,
  facts: () => Partial<ImportedAnnotation>,
) {
  const before = reading.annotations.get(key);
  if (before) {
    before.end = Math.max(before.end, row.end);
    return;
  }
  reading.annotations.set(key, {
    id: key,
    label,
    begin: row.begin,
    end: row.end,
    spans: [],
    ...nothingSaid,
    ...facts(),
  });
}

function takeSpans(reading: Reading, layer: TsvLayer, row: TsvRow) {
  const columns = layer.columns.map((name, i) => ({ name, items: itemsIn(row.cells[layer.at + i]) }));
  const isTarget = (i: number) => columns[i - 1]?.name.startsWith('ROLE_') ?? false;
  const numbered = columns.filter((_, i) => !isTarget(i));
  const plain = numbered.filter(({ name }) => !name.startsWith('ROLE_'));
  const count = Math.max(0, ...columns.map((it) => it.items.length));
  for (let n = 0; n < count; n++) {
    // The number behind a slot's target is the target's.
    const number = numbered
      .map((it) => it.items[n]?.id ?? null)
      .find((id) => id !== null && /^\d+$/.test(id));
    const [first, ...others] = plain;
    takeUnit(
      reading,
      keyOf(layer.type, row.unit, number ?? null, n),
      row,
      first?.items[n]?.value ?? short(layer.type),
      () => {
        const said = others.flatMap(({ name, items }) => {
          const value = items[n]?.value ?? null;
          return value === null || name === '' ? [] : [[name, value] as const];
        });
        // Our own layer has a note; in another tool's a feature of this name is a feature.
        const isNote = (name: string) => layer.type === SPAN && name === 'note';
        return {
          note: said.find(([name]) => isNote(name))?.[1] ?? '',
          attributes: Object.fromEntries(
            said
              .filter(([name]) => !isNote(name))
              .map(([name, value]) => answer(name, value, reading.questions)),
          ),
        };
      },
    );
  }
}

/** The annotation that a reference (`1-2`, `1-2[3]`) names in TYPE. */
const find = ({ annotations }: Reading, type: string, unit: string, number: string | null) =>
  annotations.get(keyOf(type, unit, number, 0));

function relate(reading: Reading, row: TsvRow, type: string, from: Open | undefined, to: Open | undefined) {
  if (from && to)
    reading.relations.push({
      id: `relation-${reading.relations.length + 1}`,
      type,
      from: from.id,
      to: to.id,
      attributes: {},
      note: '',
    });
  else
    reading.problems.push({
      where: inFile(reading.name, atLine(row.line)),
      reason: t('problems.relation-astray'),
    });
}

function takeRelations(reading: Reading, layer: TsvLayer, row: TsvRow) {
  const base = layer.columns.findIndex((it) => it.startsWith('BT_'));
  const type = (layer.columns[base] ?? '').slice(3);
  const features = layer.columns.filter((_, i) => i !== base);
  const cell = row.cells[layer.at + base];
  if (base < 0 || cell === undefined || cell === '_' || cell === '') return;
  for (const [n, reference] of splitAt(cell, '|').entries()) {
    const [unit = '', source, target] = /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(reference)?.slice(1) ?? [];
    const values = features.map(
      (name) => itemsIn(row.cells[layer.at + layer.columns.indexOf(name)])[n]?.value ?? null,
    );
    const before = reading.relations.length;
    relate(
      reading,
      row,
      values[0] ?? short(layer.type),
      find(reading, type, unit, source ?? null),
      find(reading, type, row.unit, target ?? null),
    );
    const made = reading.relations[before];
    if (!made) continue;
    const others = features.slice(1).flatMap((name, i) => {
      const value = values[i + 1] ?? null;
      return value === null ? [] : [[name, value] as const];
    });
    reading.relations[before] = { ...made, attributes: Object.fromEntries(others) };
  }
}

/** Slots of an annotation, `role;role` beside `1-2[3];1-5`: relations to what they name. */
function takeSlots(reading: Reading, layer: TsvLayer, row: TsvRow) {
  for (const [i, name] of layer.columns.entries()) {
    const type = layer.columns[i + 1];
    if (!name.startsWith('ROLE_') || type === undefined) continue;
    const [roles = '_', targets = '_'] = [row.cells[layer.at + i], row.cells[layer.at + i + 1]];
    for (const [n, target] of splitAt(targets, '|').entries()) {
      const stacked = splitAt(roles, '|')[n] ?? '';
      const { id } = itemIn(stacked);
      const names = splitAt(splitAt(stacked, '[')[0] ?? '', ';');
      for (const [k, reference] of splitAt(target, ';').entries()) {
        const [unit, number] = /^([\d.-]+)(?:\[(\d+)\])?$/.exec(reference)?.slice(1) ?? [];
        if (unit === undefined) continue;
        const role = names[k] === undefined || names[k] === '*' ? short(layer.type) : unescapeValue(names[k]);
        const from = reading.annotations.get(keyOf(layer.type, row.unit, id, n));
        // An annotation of several rows says its slots on each of them.
        if (from && from.begin !== row.begin) continue;
        relate(reading, row, role, from, find(reading, type, unit, number ?? null));
      }
    }
  }
}

/** Chains: `type[1]` and `relation->1-2`, the second link of the first chain. */
function takeChain(
  reading: Reading,
  layer: TsvLayer,
  row: TsvRow,
  links: Map<string, { readonly row: TsvRow; readonly relation: string }>,
) {
  const cell = (feature: string) => row.cells[layer.at + layer.columns.indexOf(feature)] ?? '_';
  if (!layer.columns.includes('referenceRelation')) return;
  const types = itemsIn(cell('referenceType'));
  if (cell('referenceRelation') === '_' || cell('referenceRelation') === '') return;
  for (const [n, link] of splitAt(cell('referenceRelation'), '|').entries()) {
    const [relation = '*', place = ''] = splitAt(link, '->');
    const [chain, index] = /^(\d+)-(\d+)/.exec(place)?.slice(1).map(Number) ?? [];
    if (chain === undefined || index === undefined) {
      reading.problems.push({
        where: inFile(reading.name, atLine(row.line)),
        reason: t('problems.no-chain'),
      });
      continue;
    }
    const key = `${layer.type}>${chain}-${index}`;
    takeUnit(reading, key, row, types[n]?.value ?? short(layer.type), () => ({}));
    if (!links.has(key))
      links.set(key, { row, relation: relation === '*' ? short(layer.type) : unescapeValue(relation) });
  }
}

function read(file: SourceFile, questions: Questions, problems: ImportProblem[]): ImportedDocument {
  const tsv = tsvFile(file.text(), file.path, problems);
  const reading: Reading = {
    file: tsv,
    name: file.path,
    questions,
    problems,
    annotations: new Map(),
    relations: [],
  };
  const of = (kind: TsvLayer['kind']) => tsv.layers.filter((it) => it.kind === kind);
  const links = new Map<string, { readonly row: TsvRow; readonly relation: string }>();
  for (const row of tsv.rows) {
    for (const layer of of('span')) takeSpans(reading, layer, row);
    for (const layer of of('chain')) takeChain(reading, layer, row, links);
  }
  // Relations name rows before and behind their own.
  for (const row of tsv.rows) {
    for (const layer of of('relation')) takeRelations(reading, layer, row);
    for (const layer of of('span')) takeSlots(reading, layer, row);
  }
  for (const [key, { row, relation }] of links) {
    const at = key.lastIndexOf('-');
    const next = reading.annotations.get(`${key.slice(0, at)}-${Number(key.slice(at + 1)) + 1}`);
    if (next) relate(reading, row, relation, reading.annotations.get(key), next);
  }
  const annotations = Array.from(
    reading.annotations.values(),
    ({ begin, end, ...it }): ImportedAnnotation => {
      const exact = end <= tsv.text.length && begin < end ? tsv.text.slice(begin, end) : null;
      return { ...it, spans: [{ start: begin, end, exact, prefix: '', suffix: '' }] };
    },
  );
  const name = file.path.replace(/\.tsv$/i, '');
  return {
    name,
    text: tsv.text,
    sha256: null,
    layers: [{ ...emptyLayer, annotations, relations: reading.relations }],
  };
}

const isTsv = (file: SourceFile) => file.text().startsWith('#FORMAT=WebAnno TSV');

export const readWebannoTsv: Reader = {
  id: 'webanno-tsv',
  recognises: (files) => (files.some(isTsv) ? 1 : 0),
  read: (files): Imported => {
    const problems: ImportProblem[] = [];
    const side = files.find((it) => it.path.endsWith(LABELS));
    const schema = side ? readSchema(side.text()) : null;
    if (side && schema && !schema.ok) problems.push({ where: side.path, reason: schema.failure.message });
    const asked: [string, AttributeType['kind'], string][] = [];
    if (schema?.ok)
      for (const it of features(schema.value).get('annotation')?.values() ?? [])
        asked.push([it.feature, it.kind, it.name]);
    const questions: Questions = new Map(asked.map(([feature, kind, name]) => [feature, { kind, name }]));
    const wanted = files.filter(
      (it) => it !== side && (files.length === 1 || isTsv(it) || /\.tsv$/i.test(it.path)),
    );
    if (wanted.length === 0) throw new NotReadable(t('problems.no-tsv'));
    return {
      format: 'webanno-tsv',
      documents: eachFile(wanted, problems, (file) => [read(file, questions, problems)]),
      schema: schema?.ok ? importedSchema(schema.value) : noSchema,
      unit: null,
      usualUnit: 'utf-16',
      problems,
    };
  },
};
