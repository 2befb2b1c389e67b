import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ground } from './ground';

test('the window opens in the ground of its page, in every theme', () => {
  const theme = readFileSync('renderer/theme.css', 'utf8');
  const [light, dark, contrast, darkContrast] = [...theme.matchAll(/--bg: (#\w+);/g)].map((it) => it[1]);
  expect([ground(false, false), ground(true, false)]).toEqual([light, dark]);
  expect([ground(false, true), ground(true, true)]).toEqual([contrast, darkContrast]);
});
