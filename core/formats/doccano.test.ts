import { expect, test } from 'vitest';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { writeDoccano } from './doccano';
import { NotReadable } from './imported';
import { readDoccano } from './read-doccano';

/** Of one annotator. */
const alone = { ...sample, layers: sample.layers.slice(0, 1) };

const file = (text: string) => [sourceFile('all.jsonl', text)];
const line = (choices = {}) => written('doccano', writeDoccano, sampleProject, [alone], { choices }).text();

test('[XT3] golden lines, for a project with relations and for sequence labelling', () => {
  const text = JSON.stringify(sample.text);
  expect(line()).toBe(
    `{"text": ${text}, "entities": [` +
      '{"id":0,"start_offset":2,"end_offset":34,"label":"日期"}, {"id":1,"start_offset":2,"end_offset":15,"label":"Person"}, {"id":2,"start_offset":23,"end_offset":34,"label":"Person"}, {"id":3,"start_offset":51,"end_offset":55,"label":"Place name"}, {"id":4,"start_offset":57,"end_offset":59,"label":"Person"}], ' +
      '"relations": [{"id":0,"from_id":1,"to_id":2,"type":"says"}, {"id":1,"from_id":1,"to_id":1,"type":"is the same"}], "path": "lyme.txt"}\n',
  );
  expect(line({ shape: 'labels' })).toBe(
    `{"text": ${text}, "label": [` +
      '[2,34,"日期"], [2,15,"Person"], [23,34,"Person"], [51,55,"Place name"], [57,59,"Person"]], "path": "lyme.txt"}\n',
  );
});

const ada = '😊 Ada Lovelace met Charles Babbage in London.';

test.each([
  ['triples', { label: [[2, 14, 'PER']] }],
  ['the older key', { labels: [[2, 14, 'PER']] }],
  ['entities', { entities: [{ id: 7, start_offset: 2, end_offset: 14, label: 'PER' }], relations: [] }],
  ['entities as triples', { entities: [[2, 14, 'PER']], cats: ['flight'] }],
])('[XT4] doccano: %s', (_, parts) => {
  const made = readDoccano.read(file(JSON.stringify({ text: ada, ...parts })));
  expect(made.problems).toEqual([]);
  const annotations = made.documents[0]?.layers[0]?.annotations;
  expect(annotations?.map((it) => [it.label, it.spans[0]?.start, it.spans[0]?.end])).toEqual([
    ['PER', 2, 14],
  ]);
  expect(made.documents[0]?.layers[0]?.fields).toEqual('cats' in parts ? { cats: ['flight'] } : {});
});

test('[XT4] doccano: a label of the whole text, metadata, comments', () => {
  const made = readDoccano.read(
    file(
      JSON.stringify({ id: 3, text: ada, label: ['news'], year: 1833, nothing: null, Comments: ['a', 'b'] }),
    ),
  );
  expect(made.documents[0]?.layers[0]).toMatchObject({
    annotations: [],
    fields: { label: ['news'], year: 1833 },
    memo: 'a\nb',
  });
});

test('[XT5] doccano: what is damaged is named, the rest is kept', () => {
  const made = readDoccano.read(
    file(
      [
        '{"text": "abc", "label": [[0, 1, "A"], [1, "B"], [-1, 2, "C"]]}',
        '{"text": 7}',
        'no JSON',
        '{"text": "abc", "entities": [{"id": 1, "start_offset": 0, "end_offset": 1, "label": "A"}], "relations": [{"from_id": 1, "to_id": 2, "type": "t"}]}',
      ].join('\n'),
    ),
  );
  expect(made.documents.map((it) => it.layers[0]?.annotations.length)).toEqual([1, 1]);
  expect(made.problems.map((it) => `${it.where}: ${it.reason}`)).toEqual([
    'line 3: It is not JSON.',
    'line 1: Its label 2 can’t be read.',
    'line 1: Its label 3 can’t be read.',
    'line 2: It has no text.',
    'line 4: Its relation 1 lacks one of its entities.',
  ]);
  expect(() => readDoccano.read(file('{"text": 7}'))).toThrow(NotReadable);
  expect(() => readDoccano.read(file(''))).toThrow('all.jsonl is empty.');
});

test('[XT6] doccano: no damage makes the reader fall', () => {
  for (const shape of ['relations', 'labels']) fuzzReader(readDoccano, 'all.jsonl', line({ shape }));
});
