import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFolder, newPath, sameFileKey, take, takenBy } from './names';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        'a',
        'CON',
        'nul.txt',
        'COM1',
        ' ',
        '.git',
        'C:',
        'é',
        'e\u0301',
        '\0',
        '\u202e',
        'node_modules',
        'x'.repeat(300),
        '😀',
        '.txt',
        '.TXT',
        '~',
        '%2e%2e',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

test('[XI6] no name, however hostile, leads out of its folder, hides a file, or is one that a system forbids', () => {
  fc.assert(
    fc.property(nasty, fc.array(nasty, { minLength: 1, maxLength: 6 }), (file, names) => {
      const folder = importFolder(file);
      expect(folder).toMatch(/^imported\/[^/]+$/);
      const taken = takenBy([]);
      const paths = names.map((name, n) => {
        const path = newPath(folder, name, n + 1, taken);
        take(taken, path);
        return path;
      });
      for (const path of paths) {
        expect(path.startsWith(`${folder}/`)).toBe(true);
        expect(path.endsWith('.txt')).toBe(true);
        for (const part of path.split('/')) {
          expect(part).not.toMatch(/^\.|^$|[ .]$|[\p{Cc}<>:"|?*\\\u202e]|^node_modules$/iu);
          expect(part).not.toMatch(reserved);
          expect(new TextEncoder().encode(part).length).toBeLessThan(200);
        }
      }
      const keys = paths.map(sameFileKey);
      expect(new Set(keys).size).toBe(keys.length);
      // None is a folder of another.
      for (const key of keys) expect(keys.some((it) => it.startsWith(`${key}/`))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('[XI6] names are kept where they are harmless, and told apart where they clash', () => {
  const taken = takenBy(['imported/tasks/a.txt', 'imported/tasks/Dir/b.txt']);
  expect(importFolder('/home/x/tasks.json')).toBe('imported/tasks');
  expect(newPath('imported/tasks', 'A.TXT', 1, taken)).toBe('imported/tasks/A 2.txt');
  expect(newPath('imported/tasks', 'interviews/Änna.txt', 1, taken)).toBe(
    'imported/tasks/interviews/Änna.txt',
  );
  expect(newPath('imported/tasks', '', 7, taken)).toBe('imported/tasks/document-7.txt');
  expect(newPath('imported/tasks', '../../etc/passwd', 1, taken)).toBe('imported/tasks/etc/passwd.txt');
  expect(newPath('imported/tasks', 'a.txt/b', 1, taken)).toBe('imported/tasks/a.txt - b.txt');
});

test('[XI6] ten thousand documents of one name, and a name as long as a file, get theirs without delay', () => {
  const taken = takenBy([]);
  for (let n = 1; n <= 10_000; n++) take(taken, newPath('imported/x', n % 2 ? 'News' : 'news', n, taken));
  expect(newPath('imported/x', 'NEWS', 10_001, taken)).toBe('imported/x/NEWS 10001.txt');
  expect(newPath('imported/x', `${'é'.repeat(500_000)}.txt`, 1, taken)).toBe(
    `imported/x/${'é'.repeat(60)}.txt`,
  );
});
