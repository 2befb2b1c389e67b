import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quote } from '../quote';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { fullSchema } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { spansOf, type TagScheme, tagsOf } from './bio';
import { writeConll } from './conll';
import { NotReadable } from './imported';
import { readConll } from './read-conll';

/** Of one annotator. */
const alone = { ...sample, layers: sample.layers.slice(0, 1) };
const lines = (choices = {}) => written('conll', writeConll, sampleProject, [alone], { choices }).text();
const read = (text: string) => readConll.read([sourceFile('a.conll', text)]);
const found = (text: string) =>
  read(text).documents.map((it) => [
    it.text,
    ...(it.layers[0]?.annotations.map(({ label, spans: [span] }) => {
      expect(it.text?.slice(span?.start, span?.end)).toBe(span?.exact);
      return `${label} ${span?.exact}`;
    }) ?? []),
  ]);

test('[XT3] the golden lines in each scheme', () => {
  const column = (choices: object) =>
    lines(choices)
      .split('\n')
      .map((line) => line.split(' -X- -X- ').join(' '))
      .join('\n');
  expect(lines()).toContain('\n\n🌊 -X- -X- O\nMary -X- -X- B-日期\n');
  expect(column({ overlap: 'first' })).toBe(
    [
      ...['-DOCSTART- -X- O O', '', '🌊 O', 'Mary B-日期', '🐚 I-日期', 'Anning I-日期'],
      ...['showed I-日期', 'De I-日期', 'la I-日期', 'Beche I-日期', 'the O', 'cliffs O', '🦕 O', 'at O'],
      ...['Lyme B-Place_name', '. O', '', 'He B-Person', 'drew O', 'them O', '. O', '', ''],
    ].join('\n'),
  );
  const tags = (scheme: string) =>
    lines({ scheme, overlap: 'label' })
      .split('\n')
      .map((line) => line.split(' ').at(-1))
      .filter((tag) => tag !== 'O' && tag !== '');
  expect(tags('iob2')).toEqual([
    'B-Person',
    'I-Person',
    'I-Person',
    'B-Person',
    'I-Person',
    'I-Person',
    'B-Place_name',
    'B-Person',
  ]);
  expect(tags('iobes')).toEqual([
    'B-Person',
    'I-Person',
    'E-Person',
    'B-Person',
    'I-Person',
    'E-Person',
    'S-Place_name',
    'S-Person',
  ]);
  expect(tags('iob1')).toEqual([
    'I-Person',
    'I-Person',
    'I-Person',
    'I-Person',
    'I-Person',
    'I-Person',
    'I-Place_name',
    'I-Person',
  ]);
});

const spansIn = fc
  .array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 }), fc.constantFrom('A', 'B-x', 'O')), {
    maxLength: 8,
  })
  .map((rows) => {
    let at = 0;
    return rows.map(([gap, length, label]) => {
      const first = at + gap;
      at = first + length;
      return { first, last: at - 1, label };
    });
  });

test('[XT10] tags of every scheme give back the same entities', () => {
  fc.assert(
    fc.property(spansIn, fc.constantFrom<TagScheme>('iob2', 'iobes', 'iob1'), (spans, scheme) => {
      const tags = tagsOf((spans.at(-1)?.last ?? 0) + 2, spans, scheme);
      expect(spansOf(tags)).toEqual(spans);
    }),
  );
});

test.each([
  ['IOB1: B only between neighbours', 'I-A I-A B-A O I-B', ['0-1 A', '2-2 A', '4-4 B']],
  ['BILOU', 'B-A L-A U-A O', ['0-1 A', '2-2 A']],
  ['IO', 'A A O B', ['0-1 A', '3-3 B']],
  ['a tagger’s broken sequence', 'O I-A I-B E-B I-B', ['1-1 A', '2-3 B', '4-4 B']],
])('[XT10] %s', (_, tags, wanted) => {
  expect(spansOf(tags.split(' ')).map((it) => `${it.first}-${it.last} ${it.label}`)).toEqual(wanted);
});

test('[XT11] words are widened to, sentences are joined; what holds no word or shares one is told', () => {
  const text = 'Rainy days. Go home\n now.';
  const at = (id: string, start: number, end: number) => ({
    ...(sample.layers[1]?.annotations[0] as (typeof sample.layers)[0]['annotations'][0]),
    id,
    spans: [quote(text, { start, end })],
  });
  const rows = [at('a', 0, 4), at('b', 4, 9), at('c', 10, 14), at('d', 19, 20)];
  const layers = [{ ...(sample.layers[1] as (typeof sample.layers)[0]), annotations: rows }];
  const made = written('conll', writeConll, sampleProject, [{ ...sample, text, layers }]);
  expect(found(made.text())).toEqual([
    ['Rainy days . Go home\nnow .', 'Place_name Rainy', 'Place_name . Go'],
  ]);
  expect(made.losses.map((it) => [it.id, it.fate, it.reason]).sort()).toEqual([
    ['a', 'flattened', 'It begins or ends inside a word; it now holds the whole word.'],
    ['b', 'dropped', 'It shares a word with another that is kept.'],
    ['d', 'dropped', 'It holds no word.'],
    ['place', 'flattened', 'The format has no white space in names; it is written with “_”.'],
  ]);
});

test('[XT12] names that white space would make one stay two', () => {
  const [label] = fullSchema.labels;
  const schema = {
    ...fullSchema,
    labels: ['a b', 'a_b', 'a  b'].map((name, i) => ({
      ...label,
      id: `l${i}`,
      name,
    })) as typeof fullSchema.labels,
  };
  const annotations = ['l0', 'l1', 'l2'].map((id, i) => ({
    ...(sample.layers[1]?.annotations[0] as (typeof sample.layers)[0]['annotations'][0]),
    id,
    label: id,
    spans: [quote('x y z', { start: 2 * i, end: 2 * i + 1 })],
  }));
  const layers = [{ ...(sample.layers[1] as (typeof sample.layers)[0]), annotations }];
  const made = written('conll', writeConll, { ...sampleProject, schema }, [
    { ...sample, text: 'x y z', layers },
  ]);
  expect(found(made.text())).toEqual([['x y z', 'a_b x', 'a_b_2 y', 'a_b_3 z']]);
  expect(made.losses.map((it) => it.id)).toEqual(['l0', 'l1', 'l2']);
});

test.each([
  ['four columns', '-DOCSTART- -X- -X- O\n\n😊 NN B-NP O\nAda NNP B-NP B-PER\nLovelace NNP I-NP I-PER\n'],
  ['two columns, no heading', '😊 O\nAda B-PER\nLovelace I-PER'],
  ['tabs and a heading', 'word\ttag\r\n😊\tO\r\nAda\tB-PER\r\nLovelace\tI-PER\r\n'],
  ['IOB1', '😊 O\nAda I-PER\nLovelace I-PER\n'],
  ['BILOU', '😊 O\nAda B-PER\nLovelace L-PER\n'],
  ['labels alone', '😊 O\nAda PER\nLovelace PER\n'],
  ['numbered words and comments', '# sent_id = 1\n1\t😊\t_\tO\n2\tAda\t_\tB-PER\n3\tLovelace\t_\tI-PER\n'],
])('[XT4] CoNLL: %s', (_, text) => {
  expect(found(text)).toEqual([['😊 Ada Lovelace', 'PER Ada Lovelace']]);
});

test('[XT4] CoNLL: documents, their names, and a number sign that is a word', () => {
  expect(found('-DOCSTART- -X- O O\n\na O\n\n-DOCSTART- -X- O O\n\nb B-X\n\nc O\n')).toEqual([
    ['a'],
    ['b\nc', 'X b'],
  ]);
  const made = read('# newdoc id = one.txt\n# -X- -X- B-SIGN\n1 -X- -X- O\n');
  expect(made.documents.map((it) => [it.name, it.text])).toEqual([['one.txt', '# 1']]);
});

test('[XT5] CoNLL: what is damaged is named, the rest is kept', () => {
  const made = read('a B-X\nalone\nb nonsense\nc I-X\n');
  expect(made.documents[0]?.text).toBe('a c');
  expect(made.problems).toEqual(
    [2, 3].map((n) => ({ where: `line ${n}`, reason: 'It has no word with a tag.' })),
  );
  for (const damaged of ['', '\n\n', 'one\ntwo\n']) expect(() => read(damaged)).toThrow(NotReadable);
});

test('[XT6] CoNLL: no damage makes the reader fall', () => fuzzReader(readConll, 'a.conll', lines()));
