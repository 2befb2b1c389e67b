import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const spec = readFileSync(join(root, 'core/SPEC.md'), 'utf8');
const rules = [...spec.matchAll(/^(?:- )?\*\*([A-Z]{1,2}\d+)\*\* /gm)].map((match) => match[1] as string);

const named = new Map<string, string>();
for (const folder of ['core', 'electron', 'renderer']) {
  for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.test\.tsx?$/.test(path)) continue;
    const source = readFileSync(join(root, folder, path), 'utf8');
    // A title or a row of titles: a quote mark, then rules in brackets, as in `[T1] …` and `[T1][T2] …`.
    for (const [, title] of source.matchAll(/['"`]((?:\[[A-Z]{1,2}\d+\])+)[ '"`]/g))
      for (const [, rule] of (title as string).matchAll(/\[([A-Z]{1,2}\d+)\]/g))
        named.set(rule as string, join(folder, path));
  }
}

test('every rule has its own number', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((rule, i) => rules.indexOf(rule) !== i)).toEqual([]);
});

test('every rule has a test', () => {
  expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
});

test('every rule that a title names is in SPEC.md', () => {
  expect([...named].filter(([rule]) => !rules.includes(rule))).toEqual([]);
});
