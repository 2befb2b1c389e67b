import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import { addAnnotation, addAnnotations, type Situation } from './edit';
import {
  answered,
  defaultsOf,
  questionsOf,
  removeAnswer,
  setAttribute,
  unanswered,
  wrongAnswer,
} from './edit-attributes';
import type { Result } from './failure';
import type { Annotation, AttributeType, AttributeValue, Layer } from './model';
import { applyToLayer, reverse } from './patch';
import { patchSchema } from './patch-schema';
import { anyText, layerOf } from './testing/arbitraries';

const now = '2026-02-03T04:05:06.789Z';

const question = (id: string, parts: Partial<AttributeType> = {}): AttributeType => ({
  id,
  name: `Is it ${id}?`,
  kind: 'boolean',
  choices: [],
  description: '',
  required: false,
  default: null,
  target: 'annotation',
  of: [],
  ...parts,
});

const kinds: readonly AttributeType[] = [
  question('sure'),
  question('how', { kind: 'choice', choices: ['low', 'high'], required: true }),
  question('why', { kind: 'multi-choice', choices: ['a', 'b', 'c'], required: true }),
  question('words', { kind: 'text', required: true }),
  question('count', { kind: 'number' }),
];
const [sure, how, why, words, count] = kinds as [
  AttributeType,
  AttributeType,
  AttributeType,
  AttributeType,
  AttributeType,
];

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);

function situation(
  text: string,
  annotations: readonly Annotation[] = [],
  questions: readonly AttributeType[] = kinds,
): Situation {
  let next = 0;
  return {
    text,
    annotations: new AnnotationSet(annotations),
    relations: [],
    questions,
    now,
    newId: () => `n${next++}`,
  };
}

test('[A1] questions of a label', () => {
  const types = [
    question('all'),
    question('person', { of: ['person'] }),
    question('both', { of: ['person', 'place'] }),
    question('link', { target: 'relation' }),
  ];
  expect(questionsOf(types, 'person').map((it) => it.id)).toEqual(['all', 'person', 'both']);
  expect(questionsOf(types, 'place').map((it) => it.id)).toEqual(['all', 'both']);
});

const anyValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.constantFrom<AttributeValue>('low', 'high', '', ['a', 'b'], ['c'], [], ['z'], true, false, 0, 1.5),
  fc.constantFrom(Number.NaN, Infinity),
  fc.string(),
);

test('[A2] an answer fits its kind', () => {
  const fits: readonly (readonly [AttributeType, readonly AttributeValue[], readonly AttributeValue[]])[] = [
    [sure, [true, false], ['yes', 1, []]],
    [how, ['low', 'high'], ['', 'Low', true, ['low']]],
    [why, [[], ['a'], ['c', 'a']], ['a', ['a', 'z'], true]],
    [words, ['', 'x'], [1, true, ['x']]],
    [count, [0, -1.5], ['1', Number.NaN, Infinity, true]],
  ];
  for (const [type, right, wrong] of fits) {
    for (const it of right) expect(wrongAnswer(type, it)).toBeNull();
    for (const it of wrong) expect(wrongAnswer(type, it)).toContain(type.name);
    for (const it of wrong) expect(code(answered({}, type, it))).toBe('wrong-answer');
  }
});

test('[A3] answering one question leaves the others', () => {
  const given = { sure: true, other: 'kept' };
  expect(value(answered(given, how, 'low'))).toEqual({ ...given, how: 'low' });
  expect(value(answered(given, sure, null))).toEqual({ other: 'kept' });
  expect(given).toEqual({ sure: true, other: 'kept' });
});

test('[A3] an answer that nothing asks for is taken away alone', () => {
  const span = { start: 0, end: 4, exact: 'Anna', prefix: '', suffix: '' };
  const held: Annotation = {
    ...{ id: 'a', label: 'person', spans: [span], note: '', origin: 'manual', createdAt: now },
    attributes: { old: 'x', sure: true },
    updatedAt: '2024-01-01T00:00:00.000Z',
  };
  const at = situation('Anna', [held], []);
  expect(value(removeAnswer(at, 'a', 'old')).patch.annotations?.updated).toEqual([
    [held, { ...held, attributes: { sure: true }, updatedAt: now }],
  ]);
  expect(code(removeAnswer(at, 'a', 'none'))).toBe('unchanged');
  expect(code(removeAnswer(at, 'z', 'old'))).toBe('not-found');
});

test('[A4] the same answer again', () => {
  expect(code(answered({ sure: true }, sure, true))).toBe('unchanged');
  expect(code(answered({ why: ['a', 'b'] }, why, ['a', 'b']))).toBe('unchanged');
  expect(code(answered({}, sure, null))).toBe('unchanged');
  const at = situation('Anna');
  expect(code(setAttribute(at, 'gone', sure, true))).toBe('not-found');
});

test('[A5] required and unanswered', () => {
  const open = (given: Record<string, AttributeValue>) => unanswered(kinds, given).map((it) => it.id);
  expect(open({})).toEqual(['how', 'why', 'words']);
  expect(open({ how: 'low', why: [], words: '' })).toEqual(['why', 'words']);
  expect(open({ how: 'low', why: ['a'], words: 'x' })).toEqual([]);
});

test('[A6] what is new starts with the defaults of its questions', () => {
  const types = [
    question('sure', { default: false }),
    question('how', { kind: 'choice', choices: ['low'], default: 'low', of: ['person'] }),
    question('odd', { kind: 'number', default: 'many' }),
    question('open'),
  ];
  expect(defaultsOf(types)).toEqual({ sure: false, how: 'low' });
  const at = situation('Anna Berg', [], types);
  const added = (label: string) =>
    value(addAnnotation(at, label, { start: 0, end: 4 })).patch.annotations?.added[0]?.attributes;
  expect(added('person')).toEqual({ sure: false, how: 'low' });
  expect(added('place')).toEqual({ sure: false });
  const many = value(
    addAnnotations(at, 'person', [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]),
  ).patch;
  expect(many.annotations?.added.map((it) => it.attributes)).toEqual([
    { sure: false, how: 'low' },
    { sure: false, how: 'low' },
  ]);
});

test('[A7] answers and their undo', () => {
  const steps = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...kinds), fc.option(anyValue)), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(
      anyText.chain((text) => fc.tuple(fc.constant(text), layerOf(text))),
      steps,
      ([text, layer], answers) => {
        let at: Layer = layer;
        for (const [n, type, answer] of answers) {
          const id = at.annotations[n % Math.max(1, at.annotations.length)]?.id ?? 'gone';
          const result = setAttribute(situation(text, at.annotations), id, type, answer);
          if (!result.ok) continue;
          const { patch } = result.value;
          expect(patchSchema.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
          const after = value(applyToLayer(at, patch));
          const held = after.annotations.find((it) => it.id === id);
          expect(held?.attributes[type.id] ?? null).toEqual(answer);
          expect(value(applyToLayer(after, reverse(patch)))).toEqual(at);
          at = after;
        }
      },
    ),
  );
});
