// `npm test` runs everything: types, lint and dead code; unit tests; e2e tests on real Electron. It goes on
// after a failure, so that one run shows all of them, and closes with one line: `N passed, N failed`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { prepareElectron, runE2e } from './e2e.mjs';
import { root, run, tool } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

const reports = join(root, 'out/reports');

/** @returns {any} undefined when the runner did not get as far as writing its report */
function readReport(/** @type {string} */ name) {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * A step that fails without a failed test (it crashed, or found none) counts as one failure.
 * @param {number} code
 * @param {Counts | undefined} [counts]
 * @returns {Counts}
 */
function tally(code, counts = { passed: 0, failed: 0 }) {
  return { passed: counts.passed, failed: Math.max(counts.failed, code === 0 ? 0 : 1) };
}

async function check() {
  return tally(await run('npm', ['run', '--silent', 'check']));
}

async function unit() {
  const report = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(tool('vitest'), ['run', ...reporters]);
  const result = readReport('unit.json');
  return tally(code, result && { passed: result.numPassedTests, failed: result.numFailedTests });
}

async function e2e() {
  const code = await runE2e();
  const stats = readReport('e2e.json')?.stats;
  return tally(code, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected });
}

/** Says why a preparation failed; the tests that need it count as failed then. */
function explain(/** @type {unknown} */ error) {
  console.error(error);
  return false;
}

rmSync(reports, { recursive: true, force: true });
const ready = await prepareElectron().catch(explain);
const built = await buildAll().then(() => true, explain);
const counts = [await check(), await unit(), ready && built ? await e2e() : tally(1)];
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
