// Real runners on tests that fail: what they leave is read as `npm test` reads it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFailures, e2eFailures, lastLines } from './failures.mjs';

const root = join(import.meta.dirname, '..');

let folder: string;
beforeAll(() => {
  // Below the repository, so that what is run finds its packages.
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out/failures-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runHere(tool: string, args: readonly string[], files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { CI: _, ...env } = process.env;
  const ran = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd: folder, env, encoding: 'utf8' });
  expect(ran.status, ran.stdout + ran.stderr).toBe(1);
  return JSON.parse(readFileSync(join(folder, `${tool}.json`), 'utf8'));
}

test('of unit tests: a failed test, a failed hook, a file that does not load, and an error of no test', {
  timeout: 120_000,
}, () => {
  const failures = runHere('vitest', ['run'], {
    'vitest.config.mjs': `
      import { writeFileSync } from 'node:fs';
      import { unitFailures } from ${JSON.stringify(join(import.meta.dirname, 'failures.mjs'))};
      const reporter = {
        onTestRunEnd: (...all) => writeFileSync('vitest.json', JSON.stringify(unitFailures(...all))),
      };
      export default { test: { include: ['*.check.mjs'], reporters: [reporter] } };`,
    'tests.check.mjs': `
      import { beforeAll, describe, expect, test } from 'vitest';
      test('is well', () => {});
      test('is not', () => expect(1, 'one is two').toBe(2));
      test('leaves a promise to nobody', () => void Promise.reject(new Error('nobody waits')));
      describe('a group', () => {
        beforeAll(() => { throw new Error('the hook'); });
        test('is not reached', () => {});
      });`,
    'broken.check.mjs': `throw new Error('does not load');`,
  });
  const said = describeFailures(failures);
  for (const line of [
    /tests\.check\.mjs is not\n {4}.*one is two: expected 1 to be 2/,
    /tests\.check\.mjs a group\n {4}the hook/,
    /broken\.check\.mjs\n {4}does not load/,
    /outside of a test\n {4}Error: nobody waits/,
  ])
    expect(said).toMatch(line);
  expect(said).not.toMatch(/is well|is not reached/);
});

test('of e2e tests: those that failed in their last try', { timeout: 120_000 }, () => {
  const report = runHere('playwright', ['test'], {
    'playwright.config.mjs': `
      export default { testMatch: '*.look.mjs', outputDir: 'results', retries: 1, reporter: [['json', { outputFile: 'playwright.json' }]] };`,
    'window.look.mjs': `
      import { expect, test } from '@playwright/test';
      test.describe('a group', () => {
        test('is well', () => {});
        test('is not', () => expect('what is painted').toBe('what was meant'));
        test('is well the second time', ({}, { retry }) => expect(retry).toBe(1));
      });`,
  });
  const said = describeFailures(e2eFailures(report));
  expect(said).toMatch(/window\.look\.mjs:5 is not\n {4}.*toBe/);
  expect(said).toContain('what is painted');
  expect(said).not.toContain('\u001b');
  expect(said).not.toContain('is well');
});

test('few lines: many failures are counted, and of a long output its end is kept', () => {
  expect(describeFailures([])).toBe('');
  const many = Array.from({ length: 40 }, (_, i) => ({ name: `test ${i}`, why: 'one\ntwo' }));
  const lines = describeFailures(many).split('\n');
  expect(lines).toHaveLength(1 + 30 * 3 + 1);
  expect(lines.slice(1, 4)).toEqual(['  test 0', '    one', '    two']);
  expect(lines.at(-1)).toBe('  and 10 more');
  expect(lastLines('a\nb\n\u001b[31mc\u001b[39m\n\n', 2)).toBe('b\nc');
});
