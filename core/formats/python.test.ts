/** Python's own readers take what we write: json, csv, slicing by code points, zipfile and xml. */
import { expect, test } from 'vitest';
import { hasPython, python } from '../testing/python';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { writeJson, writeJsonLines } from './json';
import { writeCsv, writeTsv } from './table-write';

const named = (name: string, id: 'json' | 'jsonl' | 'csv' | 'tsv', write: typeof writeJson) =>
  [name, written(id, write, sampleProject, [sample]).files.get('') as Uint8Array] as const;

const quotes = [
  'Mary 🐚 Anning showed De la Beche',
  'Mary 🐚 Anning',
  'De la Beche',
  'He',
  'Lyme',
  'the cliffs 🦕',
];

test.skipIf(!hasPython)('[XP9] Python slices the text of JSON and JSON Lines at our offsets', () => {
  const script = `
import json
whole = json.load(open('a.json', encoding='utf-8'))
lines = [json.loads(line) for line in open('a.jsonl', encoding='utf-8')]
cut = lambda d: [d['text'][s['start']:s['end']] for a in d['annotations'] for s in a['spans']]
print(json.dumps([cut(whole['documents'][0]), cut(lines[1]), whole['documents'][0]['length'] == len(lines[1]['text'])]))
`;
  const files = new Map([named('a.json', 'json', writeJson), named('a.jsonl', 'jsonl', writeJsonLines)]);
  expect(python(script, files)).toEqual([quotes, quotes, true]);
});

test.skipIf(!hasPython)('[XP9] Python’s csv reads our tables, and their offsets cut the text', () => {
  const script = `
import csv, json
text = open('text', encoding='utf-8', newline='').read()
def cut(name, delimiter):
    rows = csv.DictReader(open(name, encoding='utf-8', newline=''), delimiter=delimiter, strict=True)
    return [[r['label'], r['text'], text[int(r['start_cp']):int(r['end_cp'])]] for r in rows if r['start_cp']]
print(json.dumps([cut('a.csv', ','), cut('a.tsv', '\\t')]))
`;
  const files = new Map([
    named('a.csv', 'csv', writeCsv),
    named('a.tsv', 'tsv', writeTsv),
    ['text', new TextEncoder().encode(sample.text)],
  ]);
  const labels = ['日期', 'Person', 'Person', 'Person', 'Place name', 'Place name'];
  const rows = quotes.map((words, i) => [labels[i], words, words]);
  expect(python(script, files)).toEqual([rows, rows]);
});
