import { expect, test } from 'vitest';
import { RichBuilder } from '../../core/rich-builder';
import { columnsOf, tracksOf } from './columns';

function table(widths: readonly number[]) {
  const builder = new RichBuilder();
  builder.beginTable();
  builder.row();
  widths.forEach((width, i) => {
    if (i > 0) builder.cell();
    builder.text('x'.repeat(width));
  });
  return builder.finish().rich;
}

test('[Y7] columns are as wide as their widest cell needs, whatever a row holds', () => {
  const columns = columnsOf(table([1, 10, 40]), 0);
  expect(columns.isStacked).toBe(false);
  const [small = 0, middle = 0, large = 0] = columns.widths;
  expect(small).toBeGreaterThan(4);
  expect(middle).toBeGreaterThan(10);
  expect(large).toBeGreaterThan(middle * 3);
  expect(tracksOf(columns).split(' minmax')).toHaveLength(3);
});

test('[Y7] a column is no narrower than its longest word as long as the words of all have room', () => {
  const builder = new RichBuilder();
  builder.beginTable();
  builder.row();
  builder.text('Household');
  builder.cell();
  builder.text('what was said of it at the two meetings in spring');
  const columns = columnsOf(builder.finish().rich, 0);
  const [word = 0, sentence = 0] = columns.least;
  expect(word).toBeGreaterThan(9);
  // Of the sentence only a word: `meetings`.
  expect(sentence).toBeLessThan(word);
  expect(columns.widths[1]).toBeGreaterThan(40);
  // In em, and never more than its share: the shares of all make one line.
  const claims = [...tracksOf(columns).matchAll(/min\(([\d.]+)em, ([\d.]+)%\)/g)];
  expect(claims.map(([, em]) => Number(em))).toEqual(columns.least.map((it) => expect.closeTo(it * 0.6, 1)));
  expect(claims.reduce((sum, [, , percent]) => sum + Number(percent), 0)).toBeLessThanOrEqual(100);
});

test('[Y7] many columns stand in several lines of cells', () => {
  const columns = columnsOf(table(Array(24).fill(8)), 0);
  expect(columns.isStacked).toBe(true);
  expect(tracksOf(columns)).toContain('auto-fill');
});

test('[Y7] a column of Chinese is wide enough for its words, as one of Latin is for as many letters', () => {
  const builder = new RichBuilder();
  builder.beginTable();
  builder.row();
  builder.text('北京市朝阳区');
  builder.cell();
  builder.text('Bonn'.repeat(3));
  const { widths } = columnsOf(builder.finish().rich, 0);
  const [chinese = 0, latin = 0] = widths;
  // A square letter takes 1 em, a Latin one 0.6.
  expect(chinese).toBeGreaterThanOrEqual(6 / 0.6);
  expect(chinese).toBeLessThan(latin);
});

test('[Y7] among many columns those of sentences take a line of their own', () => {
  const columns = columnsOf(table([5, 6, 3, 11, 10, 55, 12]), 0);
  expect(columns.isStacked).toBe(true);
  expect(columns.isLong).toEqual([false, false, false, false, false, true, false]);
  expect(columnsOf(table([5, 55]), 0).isLong).toEqual([false, false]);
});
