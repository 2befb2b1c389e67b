import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemas } from '../testing/arbitraries';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { readQdc, writeQdc } from './codebook';
import { NotReadable } from './imported';
import { xmlSafe } from './xml';

const golden = written('qdc', writeQdc, sampleProject, [sample]);

test('[XS8] the labels as a codebook, and a word that it holds nothing else', () => {
  expect(golden.text()).toMatchSnapshot();
  const { layers } = sample;
  const ids = (what: string) => golden.losses.filter((it) => it.what === what).map((it) => it.id);
  expect(ids('annotation')).toEqual(layers.flatMap((it) => it.annotations.map(({ id }) => id)));
  expect(ids('relation')).toEqual(layers.flatMap((it) => it.relations.map(({ id }) => id)));
});

test('[XS8] names, colours, descriptions and the tree come back from a codebook', () => {
  fc.assert(
    fc.property(schemas, (schema) => {
      const { text, losses } = written('qdc', writeQdc, { id: 'p', name: '', schema }, []);
      const made = readQdc.read([sourceFile('a.qdc', text())]);
      const nameOf = new Map(schema.labels.map((it) => [it.id, xmlSafe(it.name)]));
      const names = [...nameOf.values()];
      // Names that stand twice come back told apart, and circles come back cut: looked at below.
      fc.pre(new Set(names).size === names.length);
      expect(made.schema.labels.map((it) => it.name).sort()).toEqual([...names].sort());
      for (const { id, name, color, description, parent } of schema.labels) {
        const back = made.schema.labels.find((it) => it.name === xmlSafe(name));
        expect(back).toMatchObject({ color, description: xmlSafe(description) });
        if (back?.parent !== null) expect(back?.parent).toBe(nameOf.get(parent ?? ''));
        const unsafe = xmlSafe(name + description) !== name + description;
        expect(losses.some((it) => it.id === id)).toBe(unsafe);
      }
    }),
  );
});

const codebook = (inside: string) =>
  readQdc.read([sourceFile('a.qdc', `<CodeBook xmlns="urn:QDA-XML:codebook:1.0">${inside}</CodeBook>`)]);

test('[XS8] a codebook of another tool', () => {
  const made = codebook(
    '<Codes><Code isCodable="true" color="#AABBCCDD" guid="{1}" name=" People "><Code name="B" guid="2"/><Code name="B" guid="3"/></Code><Code guid="4"/></Codes><Sets><Set guid="5" name="s"/></Sets>',
  );
  expect(made.schema.labels.map((it) => [it.name, it.parent, it.color])).toEqual([
    [' People ', null, '#bbccdd'],
    ['B', ' People ', null],
    [' People  / B', ' People ', null],
    ['Code', null, null],
  ]);
  expect(made.problems).toEqual([{ where: 'line 1', reason: 'Sets of codes are not read.' }]);
});

test('[XS8] labels in a circle are written once, outermost', () => {
  const [first, second] = sampleProject.schema.labels;
  if (!first || !second) throw new Error('The sample has two labels.');
  const schema = {
    ...sampleProject.schema,
    labels: [
      { ...first, parent: 'place' },
      { ...second, parent: 'person' },
    ],
  };
  const made = readQdc.read([
    sourceFile('a.qdc', written('qdc', writeQdc, { ...sampleProject, schema }, []).text()),
  ]);
  expect(made.schema.labels.map((it) => [it.name, it.parent])).toEqual([
    ['Person', null],
    ['Place name', 'Person'],
  ]);
});

test('[XS6] what is no codebook is not readable', () => {
  expect(() => readQdc.read([sourceFile('a.qdc', '<Project/>')])).toThrow(/no codebook/);
  expect(() => readQdc.read([sourceFile('a.qdc', '<CodeBook><Codes>')])).toThrow(NotReadable);
  expect(() => readQdc.read([sourceFile('a.qdc', golden.text().replace('</Code>', ''))])).toThrow(
    /^Line \d+: /,
  );
});

test('[XS7] damaged codebooks', () => {
  fuzzReader(readQdc, 'a.qdc', golden.text());
});
