import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockTable } from './blocks';
import { IMAGE, MOST_WORD, type RichText } from './rich';
import { RichBuilder } from './rich-builder';
import { anyRich } from './testing/rich';

const always = (check: (made: { text: string; rich: RichText }) => void) =>
  fc.assert(fc.property(anyRich, check));

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
        const latin = Math.max(0, ...(cell.match(/[a-z]+/gi) ?? []).map((word) => word.length));
        expect(tables[of]?.words[i]).toBeGreaterThanOrEqual(Math.min(MOST_WORD, latin));
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
  builder.omit('cell-comments', 'first');
  builder.omit('cell-comments', 'second');
  builder.notice('Once');
  builder.notice('Once');
  const { text, rich } = builder.finish();
  expect(text).toBe('abc');
  expect(rich.runs).toEqual([{ start: 0, end: 2, format: 1, link: null }]);
  expect(rich.omissions).toEqual([{ what: 'comments on cells', count: 2, example: 'first' }]);
  expect(rich.notices).toEqual(['Once']);
});
