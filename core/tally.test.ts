import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tally } from './tally';
import { textAndLayer } from './testing/arbitraries';
import { fullSchema } from './testing/projects';
import { sample } from './testing/sample';

test('[C8] what is counted is what the layers hold', () => {
  const tally = new Tally(fullSchema);
  tally.add(sample.text, sample.layers);
  tally.add('nobody was here', []);
  const counts = tally.counts();
  const all = sample.layers.flatMap((layer) => layer.annotations);
  expect(counts).toMatchObject({ documents: 2, untouched: 1, annotations: all.length });
  expect(counts.characters).toBe(sample.text.length + 15);
  expect(counts.labels.map(({ id, count }) => [id, count])).toEqual(
    fullSchema.labels.map(({ id }) => [id, all.filter((it) => it.label === id).length]),
  );
  expect(counts.relations.map((it) => it.count).reduce((a, b) => a + b)).toBe(
    sample.layers.flatMap((layer) => layer.relations).length,
  );
  const lengths = all
    .map(({ spans }) => spans.reduce((sum, { start, end }) => sum + end - start, 0))
    .sort((a, b) => a - b);
  expect(counts.lengths).toMatchObject({ shortest: lengths[0], longest: lengths.at(-1) });
  expect(lengths[Math.ceil(lengths.length / 2) - 1]).toBe(counts.lengths.median);
});

test('[C8] an annotation overlaps when another of its layer has a character of it', () => {
  fc.assert(
    fc.property(textAndLayer, ({ text, layer }) => {
      const tally = new Tally(fullSchema);
      tally.add(text, [layer]);
      const slow = layer.annotations.filter((a) =>
        layer.annotations.some(
          (b) => a !== b && a.spans.some((x) => b.spans.some((y) => x.start < y.end && y.start < x.end)),
        ),
      );
      expect(tally.counts().overlapping).toBe(slow.length);
    }),
  );
});

test('[C8] two annotators of one name are told apart', () => {
  const tally = new Tally(fullSchema);
  const [layer] = sample.layers;
  if (!layer) throw new Error('the sample has a layer');
  tally.add(sample.text, [layer, { ...layer, annotator: { ...layer.annotator, id: 'another' } }]);
  expect(tally.counts().status.map((it) => it.annotator)).toEqual([
    `${layer.annotator.name} (${layer.annotator.id})`,
    `${layer.annotator.name} (another)`,
  ]);
});
