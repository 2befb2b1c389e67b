import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf, folder, put, value } from '../storage/testing/world';
import { splitFile } from './split';

const char = fc.constantFrom('a', 'é', '東', '😀', '\n', ' ');

test('[YA69] the parts of a text are the text, each within the size, cut between characters', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: char, minLength: 1, maxLength: 60 }),
      fc.integer({ min: 4, max: 30 }),
      (text, size) => {
        const root = folder();
        put(root, { 'a.b.txt': text });
        const parts = value(splitFile(join(root, 'a.b.txt'), size)).map((path) => readFileSync(path));
        expect(Buffer.concat(parts).toString()).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(size);
          expect(part.toString()).not.toContain('\ufffd');
        }
        expect(readFileSync(join(root, 'a.b.txt'), 'utf8')).toBe(text);
      },
    ),
    // A character as large as a part: once that never came to an end.
    {
      numRuns: 50,
      examples: [
        ['😀😀a', 4],
        ['aé東', 4],
      ],
    },
  );
});

test('[YA69] lines stay whole where they can, and parts are named by number', () => {
  const root = folder();
  put(root, { 'a.txt': 'one\ntwo\nthree\n' });
  value(splitFile(join(root, 'a.txt'), 8));
  expect(readFileSync(join(root, 'a.part-001.txt'), 'utf8')).toBe('one\ntwo\n');
  expect(readFileSync(join(root, 'a.part-002.txt'), 'utf8')).toBe('three\n');
});

test('[YA69] nothing is written over, and what can’t be split leaves nothing behind', () => {
  const root = folder();
  put(root, { 'a.txt': 'one\ntwo\n', 'a.part-002.txt': 'mine', 'b.txt': Buffer.from('\ufeffab', 'utf16le') });
  const before = readdirSync(root).sort();
  expect(failureOf(splitFile(join(root, 'a.txt'), 4)).message).toMatch(
    'is there already. Nothing was written.',
  );
  expect(failureOf(splitFile(join(root, 'b.txt'), 4)).code).toBe('wrong-type');
  expect(failureOf(splitFile(join(root, 'gone.txt'), 4)).code).toBe('unreadable');
  expect(readdirSync(root).sort()).toEqual(before);
  expect(readFileSync(join(root, 'a.part-002.txt'), 'utf8')).toBe('mine');
});
