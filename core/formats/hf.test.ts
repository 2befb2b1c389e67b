import { expect, test } from 'vitest';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { writeHf } from './hf';
import { NotReadable } from './imported';
import { readHf } from './read-hf';

/** Of one annotator. */
const alone = { ...sample, layers: sample.layers.slice(0, 1) };

const tokens = written('hf', writeHf, sampleProject, [alone], { choices: { shape: 'tokens' } });
const read = (text: string, labels?: string) =>
  readHf.read([
    sourceFile('x.jsonl', text),
    ...(labels === undefined ? [] : [sourceFile('x.jsonl.labels.json', labels)]),
  ]);

test('[XT3] the golden lines of both forms', () => {
  expect(written('hf', writeHf, sampleProject, [alone]).text()).toBe(
    `{"id": "0", "text": ${JSON.stringify(sample.text)}, "entities": [` +
      '{"start":2,"end":34,"label":"日期"}, {"start":2,"end":15,"label":"Person"}, {"start":23,"end":34,"label":"Person"}, {"start":51,"end":55,"label":"Place name"}, {"start":57,"end":59,"label":"Person"}], "path": "lyme.txt"}\n',
  );
  expect(tokens.text()).toBe(
    '{"id":"0","tokens":["🌊","Mary","🐚","Anning","showed","De","la","Beche","the","cliffs","🦕","at","Lyme","."],"ner_tags":[0,5,6,6,6,6,6,6,0,0,0,0,3,0],"path":"lyme.txt"}\n' +
      '{"id":"1","tokens":["He","drew","them","."],"ner_tags":[1,0,0,0],"path":"lyme.txt"}\n',
  );
  expect(tokens.text('.labels.json')).toBe(
    '["O","B-Person","I-Person","B-Place_name","I-Place_name","B-日期","I-日期"]\n',
  );
});

test('[XT7] the token form tells the overlaps it leaves out and the names it changes', () => {
  expect(tokens.losses.map((it) => [it.id, it.fate, it.what])).toEqual(
    expect.arrayContaining([
      ['a1', 'dropped', 'annotation'],
      ['place', 'flattened', 'name'],
    ]),
  );
});

test('[XT4] Hugging Face: tokens with numbers, with names, and without a list of labels', () => {
  const row = (tags: unknown) => JSON.stringify({ tokens: ['😊', 'Ada', 'Lovelace', 'met'], ner_tags: tags });
  for (const [tags, labels, label] of [
    [[0, 1, 2, 0], '["O", "B-PER", "I-PER"]', 'PER'],
    [[0, 1, 2, 0], '{"0": "O", "1": "B-PER", "2": "I-PER"}', 'PER'],
    [['O', 'B-PER', 'I-PER', 'O'], undefined, 'PER'],
    [[0, 7, 7, 0], undefined, '7'],
  ] as const) {
    const [document] = read(row(tags), labels).documents;
    expect(document?.text).toBe('😊 Ada Lovelace met');
    const annotations = document?.layers[0]?.annotations ?? [];
    expect(annotations.map((it) => [it.label, it.spans[0]?.exact])).toEqual([[label, 'Ada Lovelace']]);
    expect(annotations[0]?.spans[0]).toMatchObject({ start: 3, end: 15 });
  }
});

test('[XT4] Hugging Face: text and spans under any of their names', () => {
  for (const entity of [
    { start: 0, end: 3, label: 'PER' },
    { start: 0, end: 3, entity_group: 'PER', word: 'Ada' },
  ])
    expect(
      read(JSON.stringify({ text: 'Ada', entities: [entity] })).documents[0]?.layers[0]?.annotations,
    ).toMatchObject([{ label: 'PER', spans: [{ start: 0, end: 3 }] }]);
});

test('[XT5] Hugging Face: what is damaged is named, the rest is kept', () => {
  const made = read('{"tokens": ["a"], "ner_tags": [0]}\n{"tokens": ["a"], "ner_tags": []}\n{"text": "b"}');
  expect(made.documents).toHaveLength(1);
  expect(made.problems.map((it) => it.where)).toEqual(['line 2', 'line 3']);
  expect(() => read('{"tokens": ["a"], "ner_tags": [0]}', '{"a": 1}')).toThrow(NotReadable);
  for (const damaged of ['', '{}', '{"tokens": ["a"]}']) expect(() => read(damaged)).toThrow(NotReadable);
});

test('[XT6] Hugging Face: no damage makes the reader fall', () => {
  const labels = sourceFile('x.labels.json', tokens.text('.labels.json'));
  fuzzReader(readHf, 'x.jsonl', tokens.text(), [labels]);
  fuzzReader(readHf, 'x.jsonl', written('hf', writeHf, sampleProject, [alone]).text());
});
