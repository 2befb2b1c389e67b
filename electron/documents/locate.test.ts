import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../storage/testing/world';
import { locate } from './locate';

test('[D12] a folder, its postil.json and a document in it mean the same project', () => {
  const root = projectFolder({ 'postil.json': '{}', 'deep/er/a.txt': 'x' });
  expect(locate(root)).toEqual({ ok: true, value: { folder: root, first: null, only: null } });
  expect(locate(join(root, 'postil.json'))).toEqual({
    ok: true,
    value: { folder: root, first: null, only: null },
  });
  expect(locate(join(root, 'deep/er/a.txt'))).toEqual({
    ok: true,
    value: { folder: root, first: 'deep/er/a.txt', only: null },
  });
});

test('[D12] a document without a project above it is a project of its own', () => {
  const root = projectFolder({ 'a.txt': 'x', 'b.txt': 'x' });
  expect(locate(join(root, 'a.txt'))).toEqual({
    ok: true,
    value: { folder: root, first: 'a.txt', only: 'a.txt' },
  });
});

test('[D12] what is not there, and what is no document, is refused', () => {
  const root = projectFolder({ 'a.xyz': 'x' });
  expect(locate(join(root, 'gone'))).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  expect(locate(join(root, 'a.xyz'))).toMatchObject({ ok: false, failure: { code: 'wrong-type' } });
});
