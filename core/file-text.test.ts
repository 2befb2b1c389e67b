import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationLine, layerText, manifestText } from './file-text';
import { readLayer, readManifest } from './migrate';
import type { Annotation, Layer, Manifest } from './model';
import { schemas, textAndLayer } from './testing/arbitraries';

/** The same value with every object's keys in reverse. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, it]) => [key, turned(it)]),
  ) as T;
}

const some = { numRuns: 60 };

const layer: Layer = {
  document: { path: 'seeds/a.txt', sha256: 'ab'.repeat(32), length: 9, projection: 'txt/1' },
  annotator: { id: 'f00', name: 'Anna' },
  status: 'in-progress',
  memo: 'a\nb',
  fields: { z: 1, a: ['x'] },
  annotations: [
    {
      id: 'a1',
      label: 'person',
      spans: [{ start: 0, end: 4, exact: 'Anna', prefix: '', suffix: ' — “x”' }],
      attributes: { b: true, a: 'y' },
      note: '',
      origin: 'manual',
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
  relations: [{ id: 'r1', type: 'is', from: 'a1', to: 'a1', attributes: {}, note: 'n' }],
};

test('[F1] the text of a layer', () => {
  expect(layerText(layer)).toBe(`{
"format": "postil-annotations",
"version": 1,
"offsetUnit": "utf-16",
"document": {"path":"seeds/a.txt","sha256":"${'ab'.repeat(32)}","length":9,"projection":"txt/1"},
"annotator": {"id":"f00","name":"Anna"},
"status": "in-progress",
"memo": "a\\nb",
"fields": {"a":["x"],"z":1},
"annotations": [
{"id":"a1","label":"person","spans":[{"start":0,"end":4,"exact":"Anna","prefix":"","suffix":" — “x”"}],"attributes":{"a":"y","b":true},"note":"","origin":"manual","createdAt":"2026-01-01T00:00:00.000Z","updatedAt":"2026-01-01T00:00:00.000Z"}
],
"relations": [
{"id":"r1","type":"is","from":"a1","to":"a1","attributes":{},"note":"n"}
]
}
`);
  expect(layerText({ ...layer, annotations: [], relations: [] })).toContain(
    '"annotations": [],\n"relations": []\n}\n',
  );
});

test('[F1] one annotation and one relation per line', () => {
  fc.assert(
    fc.property(textAndLayer, ({ layer }) => {
      const lines = layerText(layer).split('\n');
      const counts = [layer.annotations.length, layer.relations.length];
      const lists = counts.reduce((sum, count) => sum + (count > 0 ? count + 1 : 0), 0);
      expect(lines).toHaveLength(13 + lists);
      expect(lines.at(-1)).toBe('');
      expect(layerText(layer)).not.toContain('\r');
      for (const annotation of layer.annotations)
        expect(lines.filter((line) => line.replace(/,$/, '') === annotationLine(annotation))).toHaveLength(1);
    }),
    some,
  );
});

test('[F2] the same bytes whatever the order of keys', () => {
  fc.assert(
    fc.property(textAndLayer, schemas, ({ layer }, schema) => {
      expect(layerText(turned(layer))).toBe(layerText(layer));
      const manifest: Manifest = {
        id: 'p',
        name: 'n',
        memo: 'm',
        sources: ['**/*'],
        schema,
        settings: { b: 1, a: 2 },
      };
      expect(manifestText({ ...turned(manifest), settings: manifest.settings })).toBe(manifestText(manifest));
    }),
    some,
  );
});

test('[F2] a change of one annotation changes one line', () => {
  fc.assert(
    fc.property(textAndLayer, fc.nat(), ({ layer }, n) => {
      fc.pre(layer.annotations.length > 0);
      const which = n % layer.annotations.length;
      const annotations = layer.annotations.map((it, i) =>
        i === which ? { ...it, note: `${it.note}!` } : it,
      );
      const [before, after] = [layer, { ...layer, annotations }].map((it) => layerText(it).split('\n'));
      expect(after?.filter((line, i) => line !== before?.[i])).toHaveLength(1);
    }),
    some,
  );
});

test('[F3] a layer written and read', () => {
  fc.assert(
    fc.property(textAndLayer, ({ layer }) => {
      const read = readLayer(layerText(layer));
      expect(read).toEqual({ ok: true, value: layer });
      expect(read.ok && layerText(read.value)).toBe(layerText(layer));
    }),
  );
});

test('[F4] a manifest written and read', () => {
  const manifests = fc.record({
    id: fc.constantFrom('c0ffee00', '1'),
    name: fc.string(),
    memo: fc.string(),
    sources: fc.array(fc.constantFrom('**/*', 'seeds/*.txt'), { minLength: 1, maxLength: 3 }),
    schema: schemas,
    settings: fc.dictionary(
      fc.constantFrom('zoom', 'a', 'b', '10'),
      fc
        .jsonValue({ noUnicodeString: false, maxDepth: 2 } as never)
        .map((it) => JSON.parse(JSON.stringify(it))),
      { maxKeys: 3, noNullPrototype: true },
    ),
  });
  fc.assert(
    fc.property(manifests, (manifest) => {
      const text = manifestText(manifest);
      const read = readManifest(text);
      expect(read).toEqual({ ok: true, value: manifest });
      expect(read.ok && manifestText(read.value)).toBe(text);
      expect(text.endsWith('}\n')).toBe(true);
      for (const label of manifest.schema.labels)
        expect(text.split('\n').filter((line) => line.startsWith(`{"id":"${label.id}",`))).toHaveLength(1);
    }),
    some,
  );
});

test('[F12] lines from a cache', () => {
  fc.assert(
    fc.property(textAndLayer, ({ layer }) => {
      const cache = new Map<Annotation, string>(layer.annotations.map((it) => [it, annotationLine(it)]));
      const lines = layer.annotations.map((it) => cache.get(it) as string);
      expect(layerText({ ...layer, annotations: [] }, lines)).toBe(layerText(layer));
    }),
    some,
  );
});
