import { expect, test } from 'vitest';
import { losses as why } from '../locale/en/losses';
import { fullSchema } from '../testing/projects';
import { sample } from '../testing/sample';
import { catalog } from './catalog';
import { unfiltered } from './choose';
import { describeLoss } from './describe-loss';
import type { Loss } from './format';
import { countsInWords, lossTitle } from './loss-words';
import { EXAMPLES, Losses } from './losses';
import { hasLosses, isReport, reportText } from './report';

const loss = (id: string, parts: Partial<Loss> = {}): Loss => ({
  document: 'a.txt',
  id,
  fate: 'dropped',
  what: 'note',
  reason: 'The format has no notes.',
  ...parts,
});

function collected(...losses: Loss[]): Losses {
  const all = new Losses();
  for (const it of losses) all.add(it, ({ id }) => `<${id}>`);
  return all;
}

test('[XE7] losses are grouped by what, fate and reason, with every id by document, the graver first', () => {
  const groups = collected(
    loss('1', { fate: 'flattened', what: 'annotation', reason: why['discontinuous-parts'] }),
    loss('2'),
    loss('3', { document: 'b.txt' }),
    loss('4'),
    loss('5', { reason: why.overlap }),
  ).groups();
  expect(groups.map(({ reason, count, documents }) => ({ reason, count, documents }))).toEqual([
    {
      reason: 'The format has no notes.',
      count: 3,
      documents: [
        { path: 'a.txt', ids: ['2', '4'] },
        { path: 'b.txt', ids: ['3'] },
      ],
    },
    { reason: why.overlap, count: 1, documents: [{ path: 'a.txt', ids: ['5'] }] },
    { reason: why['discontinuous-parts'], count: 1, documents: [{ path: 'a.txt', ids: ['1'] }] },
  ]);
  expect(groups[0]?.examples[2]).toEqual({ path: 'a.txt', words: '<4>' });
  expect(groups.map(lossTitle)).toEqual(['3 notes left out', '1 note left out', '1 annotation changed']);
});

test('[XE7] only the first of a kind are put into words, and all are counted', () => {
  const many = collected(...Array.from({ length: EXAMPLES + 5 }, (_, n) => loss(String(n))));
  expect(many.groups()[0]).toMatchObject({ count: EXAMPLES + 5 });
  expect(many.groups()[0]?.examples).toHaveLength(EXAMPLES);
  expect(many.groups()[0]?.documents[0]?.ids).toHaveLength(EXAMPLES + 5);
  expect(many.dropped('note')).toBe(EXAMPLES + 5);
  expect(many.dropped('annotation')).toBe(0);
});

test('[XE7] what is lost is named by its words: label and quote, relation and ends, annotator, label', () => {
  const inWords = describeLoss(fullSchema, sample);
  const [layer] = sample.layers;
  const annotation = layer?.annotations.find((it) => it.label === 'person');
  const relation = layer?.relations[0];
  expect(inWords(loss(annotation?.id ?? ''))).toMatch(/^Person “.+”$/);
  expect(inWords(loss(`${annotation?.id}.2`))).toBe(inWords(loss(annotation?.id ?? '')));
  expect(inWords(loss(relation?.id ?? ''))).toMatch(/^“.+” \S.* “.+”$/);
  expect(inWords(loss(layer?.annotator.id ?? ''))).toBe(layer?.annotator.name);
  expect(inWords(loss('nobody knows'))).toBe('nobody knows');
  expect(describeLoss(fullSchema, null)(loss('place'))).toBe('Place name');
});

test('[XE8] the report is JSON that says what, in which format and unit, how chosen, and each id that was lost', () => {
  const losses = collected(loss('1'), loss('2', { document: null })).groups();
  const counts = { documents: 1, annotations: 2, relations: 0, suggestions: 3 };
  const options = {
    format: 'spacy',
    unit: 'byte',
    choices: { discontinuous: 'hull' },
    filter: unfiltered,
    withSuggestions: false,
  } as const;
  const refused = [{ path: 'x.txt', reason: 'It is empty.' }];
  const write = () =>
    [
      ...reportText({ id: 'p', name: 'P', schema: fullSchema }, catalog.spacy, options, {
        ...counts,
        losses,
        refused,
      }),
    ].join('');
  const text = write();
  expect(isReport(text.slice(0, 80))).toBe(true);
  expect(isReport('{"format":"postil-export"}')).toBe(false);
  expect(write()).toBe(text);
  expect(JSON.parse(text)).toEqual({
    format: 'postil-export-report',
    version: 1,
    project: { id: 'p', name: 'P' },
    exported: 'spacy',
    unit: 'code-point',
    options: { choices: { discontinuous: 'hull' }, filter: unfiltered, withSuggestions: false },
    ...counts,
    refused,
    losses: [
      {
        what: 'note',
        fate: 'dropped',
        reason: 'The format has no notes.',
        count: 2,
        documents: [
          { path: 'a.txt', ids: ['1'] },
          { path: null, ids: ['2'] },
        ],
      },
    ],
  });
  expect(countsInWords({ ...counts, relations: 1 })).toBe('2 annotations and 1 relation in 1 document');
});

test('[XE8] annotations that could not be read count as lost, unreadable sources do not', () => {
  const report = { documents: 0, annotations: 0, relations: 0, suggestions: 9, losses: [], refused: [] };
  const refusing = (path: string) => ({ ...report, refused: [{ path, reason: '' }] });
  expect(hasLosses(report)).toBe(false);
  expect(hasLosses(refusing('a.txt'))).toBe(false);
  expect(hasLosses(refusing('annotations/anna/a.txt.json'))).toBe(true);
  expect(hasLosses({ ...report, losses: collected(loss('1')).groups() })).toBe(true);
});
