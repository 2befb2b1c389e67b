import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import type { Annotation } from './model';
import { nameFrom } from './names';
import { quote } from './quote';

const text = 'On May 24, 2023 Ada King-Noel’s aunt saw Ünal O\u0308zil; 1,833.5 of them left.\nWien.';

const annotated = (...words: string[]) =>
  new AnnotationSet(
    words.map((it, i): Annotation => {
      const start = text.indexOf(it);
      const spans = [quote(text, { start, end: start + it.length })];
      return {
        id: `${i}`,
        label: 'x',
        spans,
        attributes: {},
        note: '',
        origin: '',
        createdAt: '',
        updatedAt: '',
      };
    }),
  );

function walk(annotations: AnnotationSet): string[] {
  const found: string[] = [];
  for (let span = nameFrom(text, annotations, 0); span; span = nameFrom(text, annotations, span.end))
    found.push(text.slice(span.start, span.end));
  return found;
}

test('[B13] runs of capitalised words and numbers come one by one, in any script that has capitals', () => {
  expect(walk(annotated())).toEqual(['On May 24, 2023 Ada King-Noel', 'Ünal O\u0308zil', '1,833.5', 'Wien']);
  expect(nameFrom(text, annotated(), text.length)).toBeNull();
  // From inside a word, that word is passed over.
  expect(nameFrom(text, annotated(), text.indexOf('zil'))).toMatchObject({ start: text.indexOf('1,833') });
});

test('[B13] words that were passed over are passed over again', () => {
  const passed = new Set(['Ünal O\u0308zil']);
  expect(nameFrom(text, annotated(), text.indexOf('saw'), passed)).toMatchObject({
    start: text.indexOf('1,833'),
  });
});

test('[B13] what carries an annotation, even in part, is passed over', () => {
  expect(walk(annotated('Ada King', 'Wien'))).toEqual(['Ünal O\u0308zil', '1,833.5']);
});

test('[B13] a name inside an annotated passage is found; where the passage is the name itself, it is not', () => {
  const passage = text.slice(0, text.indexOf('\n'));
  expect(walk(annotated(passage, 'Wien'))).toEqual([
    'On May 24, 2023 Ada King-Noel',
    'Ünal O\u0308zil',
    '1,833.5',
  ]);
  const long = `A${' B'.repeat(40)}`;
  const whole: Annotation = {
    id: '1',
    label: 'x',
    spans: [quote(long, { start: 0, end: long.length })],
    attributes: {},
    note: '',
    origin: '',
    createdAt: '',
    updatedAt: '',
  };
  expect(nameFrom(long, new AnnotationSet([whole]), 0)).toBeNull();
});

test('[B13] a line that is annotated as a whole is a passage, too', () => {
  const credit = 'Producer | Ada King';
  const line: Annotation = {
    id: '1',
    label: 'x',
    spans: [quote(credit, { start: 0, end: credit.length })],
    attributes: {},
    note: '',
    origin: '',
    createdAt: '',
    updatedAt: '',
  };
  expect(nameFrom(credit, new AnnotationSet([line]), 9)).toEqual({ start: 11, end: 19 });
  // A part of a line that is no longer than a name is none.
  const part = { ...line, spans: [quote(credit, { start: 5, end: credit.length })] };
  expect(nameFrom(credit, new AnnotationSet([part]), 9)).toBeNull();
});
