import { expect, test } from 'vitest';
import { anchorReport } from './anchor';
import type { Annotation } from './model';

const annotation = (id: number, start: number, exact: string): Annotation => ({
  id: String(id),
  label: 'x',
  spans: [{ start, end: start + exact.length, exact, prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
});

test('[M5] 20,000 quotes in 10 MB that all moved, or are all gone, are counted within seconds', () => {
  const words = Array.from({ length: 800_000 }, (_, i) => `word ${i} `);
  const text = words.join('').slice(0, 10_000_000);
  const moved: Annotation[] = [];
  const gone: Annotation[] = [];
  let at = 0;
  for (const [i, word] of words.slice(0, 400_000).entries()) {
    // Every other one is off by another number, so that the last shift alone does not find them.
    if (i % 20 === 10) moved.push(annotation(i, at - 1 - (i % 40 === 10 ? 5 : 0), word));
    if (i % 20 === 10) gone.push(annotation(i, at, `gone ${i}`));
    at += word.length;
  }
  const since = performance.now();
  expect(anchorReport(text, moved)).toEqual({ standing: 0, moved: 20_000, gone: 0 });
  expect(anchorReport(text, gone)).toEqual({ standing: 0, moved: 0, gone: 20_000 });
  expect(performance.now() - since).toBeLessThan(40_000);
});
