import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshSlug, idsOf, newId, slug } from './ids';
import { anyUnits, mixedText } from './testing/arbitraries';

test('[E16] 96 random bits', () => {
  expect(newId((bytes) => bytes.set([0, 1, 15, 16, 255], 0))).toBe('00010f10ff00000000000000');
  const ids = Array.from({ length: 1000 }, () => newId((bytes) => crypto.getRandomValues(bytes)));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
});

test('[E16] many ids out of few calls', () => {
  let calls = 0;
  const next = idsOf((bytes) => {
    calls++;
    crypto.getRandomValues(bytes);
  }, 7);
  const ids = Array.from({ length: 30 }, next);
  expect(calls).toBe(5);
  expect(new Set(ids).size).toBe(30);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
});

test.each([
  ['CON', 'con'],
  ['a:b', 'a-b'],
  ['', 'x'],
  ['  ', 'x'],
  ['王芳', 'x'],
  ['Ärger & Größe', 'arger-gro-e'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Anna', 'anna'],
  ['anna', 'anna'],
  ['__proto__', 'proto'],
  ['ﬁne ½', 'fine-1-2'],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('[E17] the slug of %j is %j', (name, wanted) => {
  expect(slug(name, 'x')).toBe(wanted);
});

test('[E17] slugs of anything', () => {
  const any = fc.oneof(anyUnits(80), mixedText(), fc.string({ maxLength: 80 }));
  fc.assert(
    fc.property(any, (name) => {
      expect(slug(name, 'label')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug(name, 'label').length).toBeLessThanOrEqual(40);
    }),
  );
});

test('[E17] a taken slug gets a number', () => {
  const taken = new Set<string>();
  const made = ['Person', 'person', 'PERSON!', '王芳', '李', 'Label'].map((name) => {
    const id = freshSlug(name, taken);
    taken.add(id);
    return id;
  });
  expect(made).toEqual(['person', 'person-2', 'person-3', 'label', 'label-2', 'label-3']);
});
