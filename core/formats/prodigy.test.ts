import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { NotReadable } from './imported';
import { writeProdigy } from './prodigy';
import { prodigyTokens } from './prodigy-tokens';
import { readProdigy } from './read-prodigy';

/** Of one annotator. */
const alone = { ...sample, layers: sample.layers.slice(0, 1) };

interface Span {
  start: number;
  end: number;
  token_start: number;
  token_end: number;
  label: string;
}
interface Task {
  text: string;
  tokens: { text: string; start: number; end: number; id: number; ws: boolean }[];
  spans: Span[];
  relations: { head: number; child: number; label: string; head_span: Span; child_span: Span }[];
  answer: string;
}

/** Checks LINE by what Prodigy’s documentation demands of it; independent of reader and writer. */
function parsed(line: string): Task {
  const task: Task = JSON.parse(line);
  const points = Array.from(task.text);
  const slice = (start: number, end: number) => points.slice(start, end).join('');
  const rule = (holds: boolean, what: string) => {
    if (!holds) throw new Error(what);
  };
  rule(['accept', 'reject', 'ignore'].includes(task.answer), 'answer');
  rule(task.tokens.map((it) => it.text + (it.ws ? ' ' : '')).join('') === task.text, 'tokens make the text');
  for (const [i, { text, start, end, id }] of task.tokens.entries())
    rule(id === i && slice(start, end) === text, `token ${i}`);
  const span = (it: Span) => {
    rule(it.start < it.end && it.end <= points.length, 'span');
    rule(task.tokens[it.token_start]?.start === it.start, 'token_start');
    rule(task.tokens[it.token_end]?.end === it.end, 'token_end is inclusive');
  };
  task.spans.forEach(span);
  for (const it of task.relations) {
    [it.head_span, it.child_span].forEach(span);
    rule(it.head === it.head_span.token_end && it.child === it.child_span.token_end, 'ends of a relation');
  }
  return task;
}

const ada =
  '{"text": "😊 Ada Lovelace met Charles Babbage in London.", "tokens": [{"text": "😊", "start": 0, "end": 1, "id": 0, "ws": true}, {"text": "Ada", "start": 2, "end": 5, "id": 1, "ws": true}, {"text": "Lovelace", "start": 6, "end": 14, "id": 2, "ws": true}, {"text": "met Charles Babbage in ", "start": 15, "end": 38, "id": 3, "ws": false}, {"text": "London", "start": 38, "end": 44, "id": 4, "ws": false}, {"text": ".", "start": 44, "end": 45, "id": 5, "ws": false}], "spans": [{"start": 2, "end": 14, "token_start": 1, "token_end": 2, "label": "PER"}], "relations": [{"head": 2, "child": 4, "label": "in", "head_span": {"start": 2, "end": 14, "token_start": 1, "token_end": 2, "label": "PER"}, "child_span": {"start": 38, "end": 44, "token_start": 4, "token_end": 4, "label": "LOC"}}], "answer": "accept", "meta": {"source": "sample.txt"}}';
const read = (text: string) => readProdigy.read([sourceFile('a.jsonl', text)]);

test('[XT9] the checks of this test take a good line and refuse damaged ones', () => {
  parsed(ada);
  for (const [from, to] of [
    ['"token_end": 2', '"token_end": 3'],
    ['"ws": true', '"ws": false'],
    ['"start": 2, "end": 14, "token', '"start": 2, "end": 13, "token'],
    ['"answer": "accept"', '"answer": "yes"'],
  ])
    expect(() => parsed(ada.replace(from as string, to as string))).toThrow();
});

test('[XT3] the golden line', () => {
  const line = written('prodigy', writeProdigy, sampleProject, [alone]).text();
  const task = parsed(line);
  expect(task.text).toBe(sample.text);
  expect(task.tokens.map((it) => it.text).join('|')).toBe(
    '🌊|Mary|🐚|Anning|showed|De|la|Beche|the|cliffs|🦕|at|Lyme|.|\n|He|drew|them|.',
  );
  expect(task.spans.map((it) => Object.values(it))).toEqual([
    [2, 34, 1, 7, '日期'],
    [2, 15, 1, 3, 'Person'],
    [23, 34, 5, 7, 'Person'],
    [51, 55, 12, 12, 'Place name'],
    [57, 59, 15, 15, 'Person'],
  ]);
  expect(task.relations).toMatchObject([
    { head: 3, child: 7, label: 'says' },
    { head: 3, child: 3, label: 'is the same' },
  ]);
  expect(line).toContain('"answer": "accept", "meta": {"source":"lyme.txt"}}\n');
});

test('[XT9] every line holds what Prodigy demands, whatever is marked', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const lines = written('prodigy', writeProdigy, project, documents).text().trimEnd().split('\n');
      expect(lines).toHaveLength(documents.length);
      lines.forEach(parsed);
    }),
  );
});

test.each([
  ['no span', [], 'ab+|cd|\n|ef|.'],
  ['a span that cuts a word', [[0, 1]], 'a|b+|cd|\n|ef|.'],
  ['a span that ends behind a space', [[0, 3]], 'ab| |cd|\n|ef|.'],
  ['a span that begins with a space', [[2, 5]], 'ab| |cd|\n|ef|.'],
  ['a span of a space and a line end', [[5, 7]], 'ab+|cd| \n|ef|.'],
] as [string, [number, number][], string][])('[XT9] tokens with %s', (_, spans, wanted) => {
  const text = wanted.includes('cd| ') ? 'ab cd \nef.' : 'ab cd\nef.';
  const tokens = [
    ...prodigyTokens(
      text,
      spans.map(([start, end]) => ({ start, end })),
    ),
  ];
  expect(tokens.map(({ start, end, ws }) => text.slice(start, end) + (ws ? '+' : '')).join('|')).toBe(wanted);
});

test('[XT4] Prodigy: spans by tokens alone, labels known from relations only, several annotators', () => {
  const made = read(ada);
  expect(made.problems).toEqual([]);
  expect(made.documents[0]?.name).toBe('sample.txt');
  const [layer] = made.documents[0]?.layers ?? [];
  expect(layer?.annotations.map((it) => [it.label, it.spans[0]?.start, it.spans[0]?.end])).toEqual([
    ['PER', 2, 14],
    ['LOC', 38, 44],
  ]);
  expect(layer?.relations).toMatchObject([{ type: 'in', from: '0', to: '1' }]);
  const task = JSON.parse(ada);
  task.spans = [{ token_start: 1, token_end: 2, label: 'PER' }];
  task.relations = [];
  const twice = read(['a', 'b'].map((who) => JSON.stringify({ ...task, _annotator_id: who })).join('\n'));
  expect(twice.documents).toHaveLength(1);
  expect(twice.documents[0]?.layers.map((it) => it.annotator?.name)).toEqual(['a', 'b']);
  expect(twice.documents[0]?.layers[1]?.annotations[0]?.spans[0]).toMatchObject({ start: 2, end: 14 });
});

test('[XT5] Prodigy: what was rejected or ignored is not taken, and named', () => {
  const task = JSON.parse(ada);
  const made = read(
    [
      ada,
      JSON.stringify({ ...task, answer: 'reject' }),
      JSON.stringify({ ...task, answer: 'ignore' }),
      '{"text": "x", "spans": [{"token_start": 4, "token_end": 5, "label": "A"}]}',
      '{"text": "x", "relations": [{"head": 0, "child": 0, "label": "nsubj"}]}',
    ].join('\n'),
  );
  expect(made.documents).toHaveLength(3);
  expect(made.problems.map((it) => `${it.where}: ${it.reason}`)).toEqual([
    'line 2: It was answered with “reject”, not accepted.',
    'line 3: It was answered with “ignore”, not accepted.',
    'line 4: A span of it names tokens that are not there.',
    'line 5: Its relation 1 joins words that carry no label.',
  ]);
  expect(() => read('{"tokens": []}')).toThrow(NotReadable);
});

test('[XT4] Prodigy: choices and labels of a whole text are answers', () => {
  const made = read('{"text": "x", "accept": ["a", 2], "answer": "accept"}\n{"text": "y", "label": "POS"}');
  expect(made.documents.map((it) => it.layers[0]?.fields)).toEqual([
    { accept: ['a', '2'] },
    { label: 'POS' },
  ]);
});

test('[XT6] Prodigy: no damage makes the reader fall', () =>
  fuzzReader(readProdigy, 'a.jsonl', `${ada}\n${ada}`));
