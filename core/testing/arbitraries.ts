/** Random texts, layers and schemas for property tests. */
import fc from 'fast-check';
import { snapToGraphemes } from '../graphemes';
import type { Annotation, Attributes, Label, Layer, Relation, Schema, Span } from '../model';
import { compareAnnotations } from '../patch';
import { quote } from '../quote';

/** Pieces that hold together, that don't, and that look as if they did. */
export const pieces: readonly string[] = [
  ...['a', 'b', 'Z', '7', ' ', '  ', '\t', '\n', '\r\n', '\r', '.', ', ', '…', 'word', 'Ärger', 'don’t'],
  ...['é', 'e\u0301', 'o\u0323\u0302', ' \u0301', 'ß', 'ı', '\u00ad', '\u00a0', '\u2028', '\u3000'],
  ...['👨‍👩‍👧', '👍🏽', '❤️', '🇩🇪', '🇫🇷', '🇩', '1️⃣', '\u200d', '\ufe0f', '𝄞', '𐍈', '𝅘𝅥𝅮'],
  ...['中', '文字', 'か\u3099', '한', '\u1112\u1161\u11ab', '\u1100'],
  ...['ا', 'السلام', '\u0600', '\u06001', 'שָׁ', 'שלום', 'क्षि', 'ไทย', '\u0e33', 'ா'],
  ...['\ud83d', '\ude00', '\ud800', '\udfff'],
];

/** Any UTF-16 at all, lone surrogates included. */
export const anyUnits = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
      maxLength,
    })
    .map((units) => String.fromCharCode(...units));

export const mixedText = (maxLength = 30): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: mixedText() },
  { weight: 1, arbitrary: anyUnits() },
);

/** A span of TEXT (not empty) from two numbers in 0..1, on whole characters. */
export function spanFrom(text: string, [a, b]: readonly [number, number]): Span {
  const [start, end] = [Math.floor(a * text.length), Math.floor(b * text.length)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  const from = Math.min(start, text.length - 1);
  return snapToGraphemes(text, { start: from, end: Math.max(end, from + 1) });
}

export const place: fc.Arbitrary<readonly [number, number]> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

const time = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString());

const word = fc.oneof(fc.string({ maxLength: 12 }), mixedText(6));

export const attributes: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.constantFrom('a', 'b', 'zz', 'sure', '10', '9', 'long-name'),
  fc.oneof(
    word,
    fc.boolean(),
    fc.array(word, { maxLength: 3 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  ),
  { maxKeys: 3, noNullPrototype: true },
);

/** Annotations of TEXT with ids `a0`, `a1`, …; some of them with two spans. */
export function annotationsOf(text: string, maxLength = 8): fc.Arbitrary<Annotation[]> {
  if (text === '') return fc.constant([]);
  const one = fc.record({
    first: place,
    second: fc.option(place),
    label: fc.constantFrom('person', 'place', 'date'),
    attributes,
    note: word,
    origin: fc.constantFrom('manual', 'import:x.json'),
    createdAt: time,
    updatedAt: time,
  });
  return fc.array(one, { maxLength }).map((rows) =>
    rows.map(({ first, second, ...row }, i) => {
      const spans = [spanFrom(text, first), ...(second ? [spanFrom(text, second)] : [])].sort(
        (a, b) => a.start - b.start,
      );
      const apart = spans.filter((span, n) => n === 0 || (spans[0] as Span).end <= span.start);
      return { id: `a${i}`, ...row, spans: apart.map((span) => quote(text, span)) };
    }),
  );
}

const relationsOf = (annotations: readonly Annotation[]): fc.Arbitrary<Relation[]> => {
  if (annotations.length === 0) return fc.constant([]);
  const id = fc.constantFrom(...annotations.map((it) => it.id));
  const one = fc.record({ type: fc.constantFrom('says', 'is'), from: id, to: id, attributes, note: word });
  return fc.array(one, { maxLength: 3 }).map((rows) => rows.map((row, i) => ({ id: `r${i}`, ...row })));
};

export function layerOf(text: string): fc.Arbitrary<Layer> {
  return annotationsOf(text).chain((annotations) =>
    fc.record({
      document: fc.record({
        path: fc.constantFrom('a.txt', 'seeds/中文/b “c”.txt'),
        sha256: fc.constantFrom('0'.repeat(64), 'c0ffee'.padEnd(64, 'f')),
        length: fc.constant(text.length),
        projection: fc.constant('txt/1'),
      }),
      annotator: fc.record({ id: fc.constantFrom('0123', 'ff'), name: fc.constantFrom('Anna', '王芳') }),
      status: fc.constantFrom('todo', 'in-progress', 'done', 'skipped'),
      memo: word,
      fields: attributes,
      annotations: fc.constant([...annotations].sort(compareAnnotations)),
      relations: relationsOf(annotations),
    }),
  );
}

/** A text and a layer of it. */
export const textAndLayer: fc.Arbitrary<{ text: string; layer: Layer }> = anyText.chain((text) =>
  layerOf(text).map((layer) => ({ text, layer })),
);

const color = fc.constantFrom('#000000', '#0072b2', '#abcdef');

const label: fc.Arbitrary<Omit<Label, 'id'>> = fc.record({
  name: word.map((text) => `${text}.`),
  color,
  key: fc.constant(null),
  parent: fc.option(fc.constantFrom('l0', 'l1')),
  description: word,
  memo: word,
});

const question = fc.record({
  name: word.map((text) => `${text}.`),
  kind: fc.constantFrom('choice', 'multi-choice', 'text', 'number', 'boolean'),
  choices: fc.array(word, { maxLength: 3 }),
  description: word,
  required: fc.boolean(),
  default: fc.constantFrom(null, 'x', 7, true),
  target: fc.constantFrom('annotation', 'relation'),
  of: fc.array(fc.constantFrom('l0', 'l1'), { maxLength: 2 }),
});

const relationType = fc.record({
  name: word.map((text) => `${text}.`),
  color,
  description: word,
  from: fc.array(fc.constantFrom('l0', 'l1'), { maxLength: 2 }),
  to: fc.array(fc.constantFrom('l0', 'l1'), { maxLength: 2 }),
  loops: fc.boolean(),
  cycles: fc.boolean(),
});

/** Rows with the ids `<prefix>0`, `<prefix>1`, … */
const numbered = <T>(row: fc.Arbitrary<T>, prefix: string): fc.Arbitrary<(T & { id: string })[]> =>
  fc.array(row, { maxLength: 5 }).map((rows) => rows.map((it, i) => ({ id: `${prefix}${i}`, ...it })));

export const schemas: fc.Arbitrary<Schema> = fc.record({
  labels: numbered(label, 'l'),
  attributes: numbered(question, 'q'),
  relationTypes: numbered(relationType, 't'),
  documentFields: numbered(question, 'f'),
});
