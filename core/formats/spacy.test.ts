import { expect, test } from 'vitest';
import type { Layer } from '../model';
import { quote } from '../quote';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { NotReadable } from './imported';
import { readSpacy } from './read-spacy';
import { writeSpacy } from './spacy';

/** Of one annotator. */
const alone = { ...sample, layers: sample.layers.slice(0, 1) };

const made = written('spacy', writeSpacy, sampleProject, [alone]);
const lines = made.text('train.jsonl');
const read = (value: unknown) => readSpacy.read([sourceFile('train.jsonl', JSON.stringify(value))]);

test('[XT3] the golden line, and the script beside it', () => {
  expect(lines).toBe(
    `{"text": ${JSON.stringify(sample.text)}, "entities": [[2,34,"日期"], [51,55,"Place name"], [57,59,"Person"]], ` +
      '"spans": {"sc": [[2,34,"日期"], [2,15,"Person"], [23,34,"Person"], [51,55,"Place name"], [57,59,"Person"]]}, ' +
      '"cats": {"Genre=biography":1,"Genre=news":0}, ' +
      '"meta": {"path":"lyme.txt","fields":{"Genre":"biography","Year":1836}}}\n',
  );
  expect(made.text('make_docbin.py')).toContain('alignment_mode="expand"');
});

test('[XT7] what begins or ends inside a word is told', () => {
  const layers = alone.layers.map((layer) => ({
    ...layer,
    annotations: layer.annotations.slice(0, 2).map((it) => ({
      ...it,
      spans: [quote(sample.text, { start: it.spans[0]?.start ?? 0, end: (it.spans[0]?.end ?? 0) - 1 })],
    })),
    relations: [],
  }));
  const { losses } = written('spacy', writeSpacy, sampleProject, [{ ...alone, layers }]);
  expect(losses.filter((it) => it.what === 'annotation').map((it) => [it.id, it.fate, it.reason])).toEqual(
    ['b1', 'a1'].map((id) => [
      id,
      'flattened',
      'It begins or ends inside a word; the script widens it to spaCy’s tokens.',
    ]),
  );
});

test('[XT8] of annotators who answer otherwise the first counts, and it is told', () => {
  const [anna, wang] = sample.layers as [Layer, Layer];
  const both = written('spacy', writeSpacy, sampleProject, [
    { ...sample, layers: [anna, { ...wang, fields: { genre: 'news', year: 1836 } }] },
  ]);
  expect(JSON.parse(both.text('train.jsonl')).meta.fields.Genre).toBe('biography');
  expect(both.losses.filter((it) => it.what === 'fields')).toEqual([
    {
      document: 'lyme.txt',
      id: 'wang-1',
      fate: 'dropped',
      what: 'fields',
      reason: 'Another annotator answered otherwise; the format has one answer.',
    },
  ]);
});

const ada = '😊 Ada Lovelace met Charles Babbage in London.';

test.each([
  ['entities', { text: ada, entities: [[2, 14, 'PER']] }],
  ['a pair, as version 2 had them', [ada, { entities: [[2, 14, 'PER']] }]],
  ['displaCy', { text: ada, ents: [{ start: 2, end: 14, label: 'PER' }], title: null }],
  [
    'entities that stand in a group too',
    { text: ada, entities: [[2, 14, 'PER']], spans: { sc: [[2, 14, 'PER']] } },
  ],
])('[XT4] spaCy: %s', (_, value) => {
  const [document] = read([value]).documents;
  expect(document?.text).toBe(ada);
  expect(
    document?.layers[0]?.annotations.map((it) => [it.label, it.spans[0]?.start, it.spans[0]?.end]),
  ).toEqual([['PER', 2, 14]]);
});

test('[XT4] spaCy: categories above a half are an answer', () => {
  const [document] = read({ text: ada, entities: [], cats: { biography: 1, news: 0, old: 0.5 } }).documents;
  expect(document?.layers[0]?.fields).toEqual({ cats: ['biography', 'old'] });
});

test('[XT5] spaCy: what is damaged is named, the rest is kept', () => {
  const some = read({
    text: 'abc',
    entities: [
      [0, 1],
      [0, 1, 'A'],
    ],
    spans: { sc: 'x' },
  });
  expect(some.documents[0]?.layers[0]?.annotations).toHaveLength(1);
  expect(some.problems.map((it) => it.reason)).toEqual([
    'Its spans are no list.',
    'Its entity 1 can’t be read.',
  ]);
  for (const damaged of ['', '{"text": ', '{"entities": []}', '[1]'])
    expect(() => readSpacy.read([sourceFile('train.jsonl', damaged)])).toThrow(NotReadable);
});

test('[XT6] spaCy: no damage makes the reader fall', () => fuzzReader(readSpacy, 'train.jsonl', lines));
