import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockTable } from './blocks';
import { IMAGE, type RichText } from './rich';
import { RichBuilder } from './rich-builder';
import { anyText } from './testing/arbitraries';

type Step = (builder: RichBuilder) => void;

const facts = fc.record({
  level: fc.nat(6),
  quoted: fc.nat(2),
  label: fc.option(fc.constantFrom('1.', '•', '☑')),
  header: fc.boolean(),
});

/** Anything a reader may do, in any order. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(anyText, fc.nat(127), fc.option(fc.constant('https://example.com'))).map(
      ([text, format, link]): Step =>
        (it) =>
          it.text(text, format, link),
    ),
  },
  fc
    .tuple(fc.constantFrom('paragraph', 'heading', 'item', 'code', 'note', 'break', 'turn', 'caption'), facts)
    .map(
      ([kind, some]): Step =>
        (it) =>
          it.block(kind, some),
    ),
  fc
    .array(fc.array(fc.array(anyText, { maxLength: 2 }), { minLength: 1, maxLength: 4 }), { maxLength: 3 })
    .map(
      (rows): Step =>
        (it) => {
          it.beginTable();
          for (const row of rows) {
            it.row();
            row.forEach((cell, i) => {
              if (i > 0) it.cell();
              for (const text of cell) it.text(text, 1);
            });
          }
        },
    ),
  fc.constant<Step>((it) => it.image({ alt: 'A cat', id: null, width: null, height: null })),
  fc.constant<Step>((it) => it.end()),
);

function build(steps: readonly Step[]): { text: string; rich: RichText } {
  const builder = new RichBuilder();
  for (const one of steps) one(builder);
  return builder.finish();
}

const always = (check: (made: { text: string; rich: RichText }) => void) =>
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }).map(build), check));

test('[Y1] blocks cover the text but for one line end between them', () => {
  always(({ text, rich: { blocks } }) => {
    let at = 0;
    for (const [i, block] of blocks.entries()) {
      if (i > 0) expect(text[at++]).toBe('\n');
      expect(block.start).toBe(at);
      expect(block.end).toBeGreaterThanOrEqual(block.start);
      at = block.end;
    }
    expect(at).toBe(text.length);
  });
});

test('[Y2] a line belongs to one block, and a row is one line whose cells are parted by tabs', () => {
  always(({ text, rich: { blocks, tables } }) => {
    const table = new BlockTable(text);
    table.scan();
    for (let i = 0; i < table.count; i++) {
      const [start, end] = [table.start(i), table.end(i)];
      if (blocks.length > 0)
        expect(blocks.filter((it) => it.start <= start && it.end >= end)).toHaveLength(1);
    }
    for (const { kind, table: of, start, end } of blocks) {
      expect(of === null).toBe(kind !== 'row');
      if (of === null) continue;
      const cells = text.slice(start, end).split('\t');
      expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
      expect(cells.length).toBeLessThanOrEqual(tables[of]?.columns.length ?? 0);
      cells.forEach((cell, i) => {
        expect(tables[of]?.columns[i]).toBeGreaterThanOrEqual(Math.min(60, cell.length));
      });
    }
  });
});

test('[Y3] runs and images lie in blocks, in order, and an image stands on its own character', () => {
  always(({ text, rich: { blocks, runs, images } }) => {
    let at = 0;
    for (const { start, end } of runs) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      expect(blocks.some((it) => it.start <= start && it.end >= end)).toBe(true);
      at = end;
    }
    for (const image of images) expect(text[image.at]).toBe(IMAGE);
  });
});

test('[Y3] what looks alike side by side is one run; what is left out is counted', () => {
  const builder = new RichBuilder();
  builder.block('heading', { level: 2 });
  builder.text('a', 1);
  builder.text('b', 1);
  builder.text('c');
  builder.omit('comments', 'first');
  builder.omit('comments', 'second');
  builder.notice('Once');
  builder.notice('Once');
  const { text, rich } = builder.finish();
  expect(text).toBe('abc');
  expect(rich.runs).toEqual([{ start: 0, end: 2, format: 1, link: null }]);
  expect(rich.omissions).toEqual([{ what: 'comments', count: 2, example: 'first' }]);
  expect(rich.notices).toEqual(['Once']);
});
