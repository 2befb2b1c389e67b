import { expect, test } from 'vitest';
import { partsOf, sideBySide } from './side-by-side';

test('[XI28] work side by side answers in order, and has ended when the first failure is told', async () => {
  const items = Array.from({ length: 100 }, (_, n) => n);
  expect(await sideBySide(items, async (n) => n * 2)).toEqual(items.map((n) => n * 2));
  expect(await sideBySide([], async () => 1)).toEqual([]);
  let going = 0;
  const begun: number[] = [];
  const work = sideBySide(items, async (n) => {
    begun.push(n);
    going++;
    await new Promise((resolve) => setImmediate(resolve));
    going--;
    if (n === 20) throw new Error('twenty');
  });
  await expect(work).rejects.toThrow('twenty');
  expect(going).toBe(0);
  expect(begun.length).toBeLessThan(60);
  expect(partsOf([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
});
