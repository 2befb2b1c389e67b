import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../testing/comeback';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { NotReadable } from './imported';
import { readW3c } from './read-w3c';
import { writeW3c } from './w3c';

const golden = written('w3c', writeW3c, sampleProject, [sample]).text();

type Row = {
  id: string;
  type: string;
  motivation: string;
  body: { type?: string; purpose?: string; value?: string; id?: string }[];
  target: unknown;
};
type Selector = { type: string; start: number; end: number; exact: string; prefix: string; suffix: string };

/** A reader of its own, from the recommendation (3, 4.2.4, 4.2.5): what it finds, or an error where a rule is broken. */
function parse(json: string, text: string) {
  const rows = JSON.parse(json) as Row[];
  const ids = new Set(rows.map((it) => it.id));
  if (ids.size !== rows.length) throw new Error('an id stands twice');
  const characters = Array.from(text);
  return rows.flatMap((row) => {
    const isContext = JSON.stringify((row as unknown as Record<string, unknown>)['@context']).includes(
      'http://www.w3.org/ns/anno.jsonld',
    );
    if (row.type !== 'Annotation' || !isContext || !URL.canParse(row.id)) throw new Error('no annotation');
    for (const body of row.body)
      if (body.id !== undefined && !ids.has(body.id)) throw new Error('a link to nothing');
    return [row.target].flat().flatMap((target) => {
      if (typeof target === 'string') return [];
      const { selector, source } = target as { selector: Selector[]; source: string };
      if (typeof source !== 'string' || /[\s"“]/.test(source)) throw new Error('no source');
      const quote = selector.find((it) => it.type === 'TextQuoteSelector');
      const position = selector.find((it) => it.type === 'TextPositionSelector');
      if (!quote || !position) throw new Error('a selector is missing');
      const { start, end } = position;
      const slice = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
      if (start >= end || slice(start, end) !== quote.exact) throw new Error('quote and position differ');
      if (slice(start - Array.from(quote.prefix).length, start) !== quote.prefix)
        throw new Error('wrong prefix');
      if (slice(end, end + Array.from(quote.suffix).length) !== quote.suffix) throw new Error('wrong suffix');
      return [[row.body.find((it) => it.purpose === 'classifying')?.value, quote.exact]];
    });
  });
}

const facts = '😊 Ada Lovelace met Charles Babbage in London.';
const context = '"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"';
const other = `[{${context}, "id": "urn:x:1", "body": [{"type": "TextualBody", "purpose": "classifying", "value": "PER"}], "target": {"source": "sample.txt", "selector": [
 {"type": "TextQuoteSelector", "exact": "Ada Lovelace", "prefix": "😊 ", "suffix": " met"}, {"type": "TextPositionSelector", "start": 2, "end": 14}]}},
 {${context}, "id": "urn:x:2", "motivation": "linking", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "knows"}, {"id": "urn:x:1", "purpose": "linking"}], "target": "urn:x:1"},
 {${context}, "id": "urn:x:3", "body": [{"type": "TextualBody", "purpose": "classifying", "value": "biography"}], "target": "sample.txt"}]`;

test('[XS11] the sample as Web Annotations', () => {
  expect(golden).toMatchSnapshot();
  expect(parse(golden, sample.text).map(([label]) => label)).toEqual([
    '日期',
    'Person',
    'Person',
    'Person',
    'Place name',
    'Place name',
  ]);
});

test('[XS11] the parser of this test is right about Web Annotations', () => {
  expect(parse(other, facts)).toEqual([['PER', 'Ada Lovelace']]);
  for (const [from, to] of [
    ['"start": 2', '"start": 3'],
    ['"urn:x:1", "purpose"', '"urn:x:9", "purpose"'],
    ['"TextPositionSelector"', '"XPathSelector"'],
  ] as const)
    expect(() => parse(other.replace(from, to), facts)).toThrow();
});

test('[XS11] everything but the tree of labels comes back from Web Annotations, ids and times too', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const made = readW3c.read([
        sourceFile('a.jsonld', written('w3c', writeW3c, project, documents).text()),
      ]);
      expect(made.problems).toEqual([]);
      const keeps = { ids: true, times: true, annotators: true, facts: true };
      const shown = documents.filter((it) => it.layers.length > 0);
      expect(comparable(made.documents, keeps)).toEqual(
        comparable(expectedOf(project, shown, 'code-point'), keeps),
      );
      expect(made.documents.every((it) => it.text === null && it.sha256 === '0'.repeat(64))).toBe(true);
      const spans = made.documents
        .flatMap((it) => it.layers)
        .flatMap((it) => it.annotations)
        .flatMap((it) => it.spans);
      const quotes = shown
        .flatMap((it) => it.layers)
        .flatMap((it) => it.annotations)
        .flatMap((it) => it.spans);
      const wellFormed = (value: string) => Buffer.from(value).toString();
      expect(spans.map((it) => wellFormed(it.prefix + it.exact + it.suffix))).toEqual(
        quotes.map((it) => wellFormed(it.prefix + it.exact + it.suffix)),
      );
      // Each by itself: its own annotations alone.
      for (const { layers, text, path } of shown) {
        const one = documents.filter((it) => it.path === path);
        expect(parse(written('w3c', writeW3c, project, one).text(), text).length).toBe(
          layers.flatMap((it) => it.annotations).flatMap((it) => it.spans).length,
        );
      }
    }),
    { numRuns: 60 },
  );
});

const read = (value: unknown, path = 'a.json') => readW3c.read([sourceFile(path, JSON.stringify(value))]);

test('[XS12] what Recogito writes: UTF-16 units, tags, comments and replies, relations', () => {
  const selector = (exact: string, start: number) => [
    { type: 'TextQuoteSelector', exact },
    { type: 'TextPositionSelector', start, end: start + exact.length },
  ];
  const made = read([
    {
      '@context': ANNO,
      type: 'Annotation',
      id: 'x1',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'Person', creator: { id: 'u1' } },
        { type: 'TextualBody', purpose: 'tagging', value: 'Finder' },
        { type: 'TextualBody', purpose: 'commenting', value: 'Who?' },
        { type: 'TextualBody', purpose: 'replying', value: 'Mary.' },
      ],
      target: {
        source: 'http://example.org/lyme.html',
        selector: selector('Mary 🐚', 3),
        creator: { id: 'u1' },
      },
      creator: { id: 'u1', name: 'Anna', type: 'Person' },
      created: '2024-05-01T10:00:00+02:00',
    },
    {
      type: 'Annotation',
      id: 'x2',
      body: { type: 'TextualBody', value: 'plain' },
      motivation: 'highlighting',
      creator: { id: 'u1', name: 'Anna' },
      target: [
        {
          source: 'http://example.org/lyme.html',
          selector: { type: 'TextQuoteSelector', exact: 'cliffs', prefix: 'the ' },
        },
      ],
    },
    {
      type: 'Annotation',
      id: 'x3',
      motivation: 'linking',
      body: { id: 'x2', purpose: 'linking' },
      target: 'x1',
    },
  ]);
  expect(made.problems).toEqual([]);
  const [document] = made.documents;
  expect(document?.name).toBe('http://example.org/lyme.html');
  expect(document?.layers).toMatchObject([
    {
      annotator: { id: 'u1', name: 'Anna' },
      annotations: [
        {
          label: 'Person',
          note: 'Who?\nMary.',
          attributes: { tag: ['Finder'] },
          createdAt: '2024-05-01T08:00:00.000Z',
          spans: [{ start: 3, end: 10, exact: 'Mary 🐚' }],
        },
        {
          label: 'highlighting',
          note: 'plain',
          spans: [{ start: -1, end: -1, exact: 'cliffs', prefix: 'the ', suffix: '' }],
        },
      ],
      relations: [{ type: 'linking', from: 'x1', to: 'x2' }],
    },
  ]);
});

const ANNO = 'http://www.w3.org/ns/anno.jsonld';

test('[XS12] Hypothesis’ search results, and pages of annotations', () => {
  const row = {
    id: 'h1',
    user: 'acct:anna@hypothes.is',
    uri: 'https://example.org/a',
    text: 'Look',
    tags: ['cliff', 'sea'],
    created: '2024-01-01T00:00:00Z',
    updated: '2024-01-02T00:00:00Z',
    target: [
      {
        source: 'https://example.org/a',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]' },
          { type: 'TextPositionSelector', start: 5, end: 9 },
          { type: 'TextQuoteSelector', exact: 'Lyme', prefix: 'at ', suffix: '.' },
        ],
      },
    ],
  };
  const made = read({ total: 1, rows: [row] });
  expect(made.documents[0]?.layers).toMatchObject([
    {
      annotator: { id: null, name: 'anna' },
      annotations: [
        {
          id: 'h1',
          label: 'cliff',
          attributes: { tag: ['sea'] },
          note: 'Look',
          updatedAt: '2024-01-02T00:00:00.000Z',
        },
      ],
    },
  ]);
  const page = read({
    '@context': ANNO,
    type: 'AnnotationCollection',
    first: { type: 'AnnotationPage', items: JSON.parse(other) },
  });
  expect(page.documents).toMatchObject([
    { name: 'sample.txt', layers: [{ fields: { label: 'biography' }, relations: [{ type: 'knows' }] }] },
  ]);
});

test('[XS6] JSON of another kind, and annotations that can’t be read', () => {
  expect(() => read({ a: 1 })).toThrow(NotReadable);
  expect(() => readW3c.read([sourceFile('a.json', '[{')])).toThrow(/line 1/);
  const made = read([
    7,
    { id: 'a' },
    { target: { source: 's', selector: { type: 'SvgSelector' } } },
    { body: { id: 'x', purpose: 'linking' }, target: 'y' },
  ]);
  expect(made.problems.map((it) => it.where)).toEqual([1, 2, 3, 4].map((n) => `a.json, annotation ${n}`));
  expect(readW3c.recognises([sourceFile('a.json', '[{"text": "a"}]')])).toBe(0);
});

test('[XS7] damaged Web Annotations', () => {
  fuzzReader(readW3c, 'a.jsonld', golden);
  fuzzReader(readW3c, 'a.json', other);
});
