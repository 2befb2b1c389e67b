import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockTable } from './blocks';
import type { RichText } from './rich';
import { RichBuilder } from './rich-builder';
import { cellsOf, isRow, lineOf, linkAt, marksAt, ROW_LIMIT, segmentsOf } from './rich-lines';
import { anyRich } from './testing/rich';

interface Made {
  readonly text: string;
  readonly rich: RichText;
}

/** The lines that a viewer shows, with the cells of each; a line that is no row is one cell. */
function cellsOfLines({ text, rich }: Made) {
  const table = new BlockTable(text, (start, end) => isRow(rich, start, end));
  table.scan();
  return Array.from({ length: table.count }, (_, i) => {
    const [start, end] = [table.start(i), table.end(i)];
    const continues = i > 0 && table.end(i - 1) === start;
    const cells = isRow(rich, start, end) ? cellsOf(text, start, end) : [{ start, end }];
    return { start, end, continues, cells };
  });
}

const always = (check: (made: Made) => void) => fc.assert(fc.property(anyRich, check));

test('[Y4] segments follow each other without gaps and are cut where looks change', () => {
  always((made) => {
    for (const { start, cells, continues } of cellsOfLines(made))
      for (const cell of cells) {
        let at = cell.start;
        for (const segment of segmentsOf(made.rich, cell.start, cell.end, !continues || cell.start > start)) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(at);
          at = segment.end;
          for (let i = segment.start; i < segment.end; i++) {
            const run = made.rich.runs.find((it) => it.start <= i && i < it.end);
            expect([segment.format, segment.link]).toEqual([run?.format ?? 0, run?.link ?? null]);
            const image = made.rich.images.find((it) => it.at === i) ?? null;
            expect(segment.image).toBe(image);
          }
          if (segment.image) expect(segment.end - segment.start).toBe(1);
        }
        expect(at).toBe(cell.end);
      }
  });
});

test('[Y4] the cells of a row own the tabs behind them, and every line has its block', () => {
  always((made) => {
    if (made.rich.blocks.length === 0) return;
    for (const { start, end, cells } of cellsOfLines(made)) {
      const line = lineOf(made.rich, start, end);
      expect(line?.block.start).toBeLessThanOrEqual(start);
      expect(line?.block.end).toBeGreaterThanOrEqual(end);
      expect(cells[0]?.start).toBe(start);
      expect(cells.at(-1)?.end).toBe(end);
      cells.slice(1).forEach((cell, i) => {
        expect(cell.start).toBe(cells[i]?.end);
        expect(made.text[cell.start - 1]).toBe('\t');
      });
    }
  });
});

test('[Y5] each number of a footnote is drawn once', () => {
  always((made) => {
    const drawn: string[] = [];
    for (const { start, cells, continues } of cellsOfLines(made))
      for (const cell of cells) {
        // As the viewer does: the tab at the end of a cell is drawn behind the marks.
        const to = made.text[cell.end - 1] === '\t' && cells.length > 1 ? cell.end - 1 : cell.end;
        const open = !continues || cell.start > start;
        const segments = segmentsOf(made.rich, cell.start, to, open);
        if (segments.length === 0) drawn.push(marksAt(made.rich, cell.start) ?? '');
        for (const { before, after } of segments) drawn.push(before ?? '', after ?? '');
      }
    const labels = drawn.filter(Boolean).join(', ');
    expect(labels).toBe(made.rich.marks.map(({ label }) => label).join(', '));
  });
});

test('[Y6] a link is found by its characters and by no other', () => {
  always(({ text, rich }) => {
    for (let at = -1; at <= text.length; at++) {
      const run = rich.runs.find((it) => it.start <= at && at < it.end);
      expect(linkAt(rich, at)).toBe(run?.link ?? null);
    }
  });
});

test('[Y9] a row is one block of the table, however long, unless it is as long as a book', () => {
  for (const [length, blocks] of [
    [ROW_LIMIT - 2, 1],
    [ROW_LIMIT + 2000, 12],
  ] as const) {
    const builder = new RichBuilder();
    builder.beginTable();
    builder.row();
    builder.text('word '.repeat(length / 5).slice(0, length));
    builder.cell();
    const { text, rich } = builder.finish();
    const table = new BlockTable(text, (start, end) => isRow(rich, start, end));
    table.scan();
    expect(table.count).toBe(blocks);
  }
});
