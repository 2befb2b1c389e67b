import { expect, test } from 'vitest';
import type { ImportedDocument } from '../formats/imported';
import { isAkin, type KnownDocument, keysOf, matcher } from './match';

const same = (text: string) => text;
const known = (path: string, text: string): KnownDocument => ({
  path,
  sha256: `sha of ${text}`,
  ...keysOf(text, same),
});
const document = (parts: Partial<ImportedDocument>): ImportedDocument => ({
  name: '',
  text: null,
  sha256: null,
  layers: [],
  ...parts,
});

const project = [
  known('seeds/a.txt', 'Anna\r\ncame.'),
  known('seeds/b.txt', 'Berta left.'),
  known('copy/b.txt', 'Berta left.'),
  known('c.txt', 'Carla.'),
];
const match = matcher(project, same);

test('[XI7] a document is found by its bytes, its text, its text but for line ends, its path, its name', () => {
  expect(match(document({ sha256: 'sha of Carla.', name: 'seeds/a.txt' }))).toEqual({
    path: 'c.txt',
    by: 'sha256',
    differs: false,
  });
  expect(match(document({ text: 'Carla.', name: 'anything' }))).toMatchObject({ path: 'c.txt', by: 'text' });
  expect(match(document({ text: 'Anna\ncame.' }))).toMatchObject({
    path: 'seeds/a.txt',
    by: 'lines',
    differs: false,
  });
  expect(match(document({ name: 'seeds/b.txt' }))).toMatchObject({
    path: 'seeds/b.txt',
    by: 'path',
    differs: false,
  });
  expect(match(document({ name: './c.ann' }))).toMatchObject({ path: 'c.txt', by: 'name' });
  expect(match(document({ name: 'c.txt', text: 'Something else.' }))).toMatchObject({
    path: 'c.txt',
    by: 'path',
    differs: true,
  });
});

test('[XI7] of documents with the same text the one with the same name is meant; a name that several have says nothing', () => {
  expect(match(document({ text: 'Berta left.', name: 'copy/b.txt' }))).toMatchObject({
    path: 'copy/b.txt',
    by: 'text',
  });
  expect(match(document({ text: 'Berta left.' }))).toMatchObject({ path: 'seeds/b.txt' });
  expect(match(document({ name: 'b' }))).toBeNull();
  expect(match(document({ name: '' }))).toBeNull();
  expect(match(document({ name: '../c.txt.exe' }))).toBeNull();
});

test('[XI7] a text that was edited is akin to what it was, another one is not', () => {
  const text = 'Anna came. Berta left. Carla stayed. Nobody knew.';
  expect(isAkin(text, text.replace('Carla', 'Clara'))).toBe(true);
  expect(isAkin(text, 'Anna came. Nothing else is the same here at all.')).toBe(false);
  expect(isAkin('', text)).toBe(false);
});
