import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RepeatCollector, SHORTEST, searchForLines } from './repeats';
import { searchAll } from './search';

function collect(documents: Readonly<Record<string, string>>, most?: number) {
  const collector = new RepeatCollector(most);
  for (const [path, text] of Object.entries(documents)) for (const _ of collector.add(path, text)) void _;
  return collector;
}

test('[W6] counted over all documents, the most frequent first, then the longest', () => {
  const collector = collect({
    'a.txt': 'The heading\n\nonce only here\n  The heading \r\nA longer refrain\rThe heading',
    'b.txt': 'A longer refrain\nThe heading\nAlso repeated\nAlso repeated\n',
  });
  expect(collector.repeats()).toEqual([
    { text: 'The heading', count: 4, documents: 2 },
    { text: 'A longer refrain', count: 2, documents: 2 },
    { text: 'Also repeated', count: 2, documents: 1 },
  ]);
});

test('[W7] short lines are no repeats', () => {
  expect(collect({ 'a.txt': 'Seven77\nSeven77\nEight888\nEight888\n' }).repeats()).toEqual([
    { text: 'Eight888', count: 2, documents: 1 },
  ]);
});

test('[W7] what is kept is bounded, and that is told', () => {
  const text = 'the first line\nthe second line\nthe first line\nthe second line\n';
  expect(collect({ 'a.txt': text }).isFull).toBe(false);
  const full = collect({ 'a.txt': text }, 20);
  expect(full.isFull).toBe(true);
  expect(full.repeats()).toEqual([{ text: 'the first line', count: 2, documents: 1 }]);
});

test('[W8] each repeat is found again as often as it was counted', () => {
  const line = fc.constantFrom(
    'The heading',
    ' The heading',
    'A longer refrain',
    'short',
    '',
    'A longer refrain\t',
  );
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const texts = fc.array(fc.tuple(line, end), { maxLength: 20 });
  fc.assert(
    fc.property(texts, (rows) => {
      const text = rows.map(([words, stop]) => words + stop).join('');
      const repeats = collect({ 'a.txt': text }).repeats();
      for (const repeat of repeats) {
        const spans = searchAll(searchForLines([repeat.text]), text);
        expect(spans).toHaveLength(repeat.count);
        for (const { start, end } of spans) expect(text.slice(start, end)).toBe(repeat.text);
        expect(repeat.text.length).toBeGreaterThanOrEqual(SHORTEST);
      }
      const all = searchAll(searchForLines(repeats.map((it) => it.text)), text);
      expect(all).toHaveLength(repeats.reduce((sum, it) => sum + it.count, 0));
    }),
  );
});

test('[W8] many lines are read in several steps', () => {
  const text = 'A line of some length\n'.repeat(12_000);
  const search = searchForLines(['A line of some length']);
  expect([...search(text)].length).toBe(3);
  expect(searchAll(search, text)).toHaveLength(12_000);
  expect([...new RepeatCollector().add('a.txt', text)].length).toBe(2);
});
