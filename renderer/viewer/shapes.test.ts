import { expect, test } from 'vitest';
import { RichBuilder } from '../../core/rich-builder';
import { richExtent, richHeight } from './shapes';

const metrics = { lineHeight: 27.2, charWidth: 8, wideWidth: 17, width: 640 };

function heights(build: (builder: RichBuilder) => void): number[] {
  const builder = new RichBuilder();
  build(builder);
  const { text, rich } = builder.finish();
  return rich.blocks.map(({ start, end }) =>
    richHeight(rich, start, end, richExtent(rich, text, start, end), metrics),
  );
}

const words = (count: number) => 'word '.repeat(count);

test('[Y8] headings are taller than paragraphs, and less deep ones taller', () => {
  const [, one = 0, three = 0, paragraph = 0] = heights((it) => {
    it.block('paragraph');
    for (const level of [1, 3]) {
      it.block('heading', { level });
      it.text('A heading');
    }
    it.block('paragraph');
    it.text('A line');
  });
  expect(one).toBeGreaterThan(three);
  expect(three).toBeGreaterThan(paragraph);
  expect(paragraph).toBeCloseTo(metrics.lineHeight);
});

test('[Y8] a row is as tall as its fullest cell', () => {
  const [low = 0, high = 0] = heights((it) => {
    it.beginTable();
    for (const count of [2, 100]) {
      it.row();
      it.text('first');
      it.cell();
      it.text(words(count));
    }
  });
  expect(high).toBeGreaterThan(low * 4);
  expect(low).toBeGreaterThan(metrics.lineHeight);
});

test('[Y8] an indented item breaks into more lines than a paragraph of the same words', () => {
  const [paragraph = 0, item = 0] = heights((it) => {
    it.block('paragraph');
    it.text(words(80));
    it.block('item', { level: 6 });
    it.text(words(80));
  });
  expect(item).toBeGreaterThan(paragraph);
});
