import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layerText, manifestText } from './file-text';
import { LAYER_FORMAT, PROJECT_FORMAT, VERSION } from './limits';
import { readLayer, readManifest } from './migrate';
import type { Layer } from './model';
import { starterSchema } from './starter';
import { textAndLayer } from './testing/arbitraries';

const annotation = {
  id: 'a',
  label: 'person',
  spans: [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
  createdAt: '',
  updatedAt: '',
};

const layer = {
  format: LAYER_FORMAT,
  version: VERSION,
  offsetUnit: 'utf-16',
  document: { path: 'a.txt', sha256: '0'.repeat(64), length: 9, projection: 'txt/1' },
  annotator: { id: 'x', name: 'X' },
};

const manifest = { format: PROJECT_FORMAT, version: VERSION, id: 'p', name: '', sources: ['*'], schema: {} };

const failure = (result: ReturnType<typeof readLayer> | ReturnType<typeof readManifest>) =>
  result.ok ? null : result.failure;

const readBoth = (text: string) => [failure(readLayer(text)), failure(readManifest(text))];

test('[F5] newer versions', () => {
  for (const version of [VERSION + 1, 99]) {
    const newer = [readLayer(JSON.stringify({ ...layer, version, document: 'of another shape' }))];
    const other = [readManifest(JSON.stringify({ ...manifest, version }))];
    for (const result of [...newer, ...other]) {
      expect(failure(result)?.code).toBe('newer-version');
      expect(failure(result)?.message).toContain(`version ${version}`);
    }
  }
});

test.each([
  ['nothing', ''],
  ['half a file', JSON.stringify(layer).slice(0, 50)],
  ['NUL bytes', '\0'.repeat(100)],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '7'],
  ['no format', '{}'],
  ['another format', JSON.stringify({ ...layer, format: 'other' })],
  ['no version', JSON.stringify({ ...layer, version: undefined })],
  ['version 0', JSON.stringify({ ...layer, version: 0 })],
  ['version "1"', JSON.stringify({ ...layer, version: '1' })],
])('[F6] %s', (_, text) => {
  for (const it of readBoth(text)) expect(it?.code).toBe('unparsable');
});

test('[F6] each kind of file is refused as the other', () => {
  expect(failure(readLayer(JSON.stringify(manifest)))?.code).toBe('unparsable');
  expect(failure(readManifest(JSON.stringify(layer)))?.code).toBe('unparsable');
  expect(failure(readManifest(JSON.stringify(manifest)))).toBeNull();
});

test('[F6] the place is named', () => {
  const bad = { ...layer, annotations: [annotation, { ...annotation, id: 'b', label: 7 }] };
  expect(failure(readLayer(JSON.stringify(bad)))?.message).toMatch(/^annotations\.1\.label: /);
  const sources = { ...manifest, sources: [] };
  expect(failure(readManifest(JSON.stringify(sources)))?.message).toMatch(/^sources: /);
});

describe('[F7] marks of an unfinished merge', () => {
  const text = manifestText({
    id: 'p',
    name: 'n',
    memo: '',
    sources: ['*'],
    schema: starterSchema(),
    settings: {},
  });
  const lines = text.split('\n');
  const merged = [
    ...lines.slice(0, 8),
    '<<<<<<< HEAD',
    lines[8],
    '=======',
    lines[9],
    '>>>>>>> theirs',
    ...lines.slice(10),
  ];

  test.each(['\n', '\r\n'])('[F7] the line is named, line ends %j', (end) => {
    expect(failure(readManifest(merged.join(end)))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('in line 9.'),
    });
  });

  test('[F7] one mark is enough, also in the first and the last line', () => {
    for (const mark of ['<<<<<<< HEAD', '=======', '>>>>>>> theirs', '>>>>>>>'])
      for (const it of [`${mark}\n${text}`, `${text}${mark}`, `${text}${mark}\n`, `${text}${mark}\r\n`])
        expect(failure(readManifest(it))?.code).toBe('conflict');
  });

  test('[F7] a quote or a note may hold such characters', () => {
    const notes = ['\n=======\n', '<<<<<<< HEAD', '\u2028=======\u2028', '\u2029>>>>>>> x', '\r=======\r'];
    for (const note of notes) {
      const made = readLayer(JSON.stringify({ ...layer, annotations: [{ ...annotation, note }] }));
      const written = layerText((made as { value: Layer }).value);
      expect(readLayer(written)).toEqual(made);
    }
    expect(failure(readManifest(`${text}========\n`))?.code).toBe('unparsable');
  });
});

test('[F8] nothing makes reading throw', () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(null, [], {}, '', 0, -1, 1e300, [null], [[]]),
  );
  const almost = (whole: object, key: string, it: unknown) => JSON.stringify({ ...whole, [key]: it });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .tuple(fc.constantFrom(...Object.keys(layer), 'annotations', 'relations', 'fields'), value)
          .map(([key, it]) => almost(layer, key, it)),
        fc
          .tuple(fc.constantFrom(...Object.keys(annotation), 'attributes', '__proto__'), value)
          .map(([key, it]) => almost(layer, 'annotations', [{ ...annotation, [key]: it }])),
        fc
          .tuple(fc.constantFrom(...Object.keys(manifest), 'settings'), value)
          .map(([key, it]) => almost(manifest, key, it)),
      ),
      (text) => {
        for (const result of [readLayer(text), readManifest(text)])
          if (!result.ok) expect(result.failure.message.length).toBeGreaterThan(10);
      },
    ),
    { numRuns: 500 },
  );
  for (const text of ['['.repeat(100_000), `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`])
    for (const it of readBoth(text)) expect(it?.code).toBe('unparsable');
});

test('[F8] nor does a file that was cut or damaged', () => {
  fc.assert(
    fc.property(
      textAndLayer,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.string({ maxLength: 3 }),
      (it, at, put) => {
        const whole = layerText(it.layer);
        const cut = Math.floor(at * (whole.length - 2));
        expect(readLayer(whole.slice(0, cut)).ok).toBe(false);
        const damaged = readLayer(whole.slice(0, cut) + put + whole.slice(cut + 1));
        if (!damaged.ok) expect(['unparsable', 'conflict', 'newer-version']).toContain(damaged.failure.code);
      },
    ),
    { numRuns: 60 },
  );
});

test('[F9] what is left out', () => {
  const read = readLayer(JSON.stringify({ ...layer, annotations: [annotation] }));
  expect(read).toMatchObject({
    value: {
      status: 'todo',
      memo: '',
      fields: {},
      relations: [],
      annotations: [{ attributes: {}, note: '', origin: 'manual' }],
    },
  });
  expect(readLayer(JSON.stringify(layer))).toMatchObject({ value: { annotations: [] } });
  const labels = [{ id: 'a', name: 'A', color: '#000000' }];
  expect(readManifest(JSON.stringify({ ...manifest, schema: { labels } }))).toMatchObject({
    value: {
      schema: {
        labels: [{ id: 'a', name: 'A', color: '#000000', key: null, parent: null, description: '' }],
        attributes: [],
        relationTypes: [],
        documentFields: [],
      },
      settings: {},
    },
  });
});

const span = (start: number, end: number, exact = 'x'.repeat(Math.max(0, end - start))) => ({
  start,
  end,
  exact,
  prefix: '',
  suffix: '',
});

test.each([
  ['no span', [], false],
  ['an empty span', [span(1, 1)], false],
  ['a turned span', [span(3, 1)], false],
  ['a negative start', [span(-1, 1)], false],
  ['half a unit', [span(0.5, 1.5, 'x')], false],
  ['a quote of another length', [span(0, 2, 'x')], false],
  ['spans that overlap', [span(0, 3), span(2, 5)], false],
  ['spans in the wrong order', [span(4, 5), span(0, 1)], false],
  ['spans that touch', [span(0, 3), span(3, 5)], true],
])('[F10] %s: %s', (_, spans, fine) => {
  expect(readLayer(JSON.stringify({ ...layer, annotations: [{ ...annotation, spans }] })).ok).toBe(fine);
});

test('[F10] ids are unique', () => {
  const twice = { ...layer, annotations: [annotation, { ...annotation, note: 'other' }] };
  expect(failure(readLayer(JSON.stringify(twice)))?.message).toBe('annotations: the same id stands twice.');
  const relation = { id: 'r', type: 't', from: 'a', to: 'a' };
  expect(readLayer(JSON.stringify({ ...layer, relations: [relation, relation] })).ok).toBe(false);
  const label = { id: 'a', name: 'A', color: '#000000' };
  expect(readManifest(JSON.stringify({ ...manifest, schema: { labels: [label, label] } })).ok).toBe(false);
});

test('[F11] a byte order mark', () => {
  expect(failure(readManifest(`\uFEFF${JSON.stringify(manifest)}`))).toBeNull();
  expect(failure(readLayer(`\uFEFF${JSON.stringify(layer)}`))).toBeNull();
});
