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

test('[Y7] many columns stand in several lines of cells', () => {
  const columns = columnsOf(table(Array(24).fill(8)), 0);
  expect(columns.isStacked).toBe(true);
  expect(tracksOf(columns)).toContain('auto-fill');
});
