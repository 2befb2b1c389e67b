// `npm test` runs everything: types, lint and dead code; unit tests; e2e tests on real Electron. It goes on
// after a failure, so that one run shows all of them, and closes with what failed and one line: `N passed, N failed`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { prepareElectron, runE2e } from './e2e.mjs';
import { describeFailures, e2eFailures, lastLines } from './failures.mjs';
import { root, run, runAndHear, tool } from './run.mjs';
import { unitFailuresFile } from './unit-reporter.mjs';

/** @typedef {{ passed: number, failed: number, failures: readonly import('./failures.mjs').Failure[] }} Outcome */

const reports = join(root, 'out/reports');

/** @returns {any} undefined when the runner did not get as far as writing its report */
function readReport(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * A step that fails without a failed test (it crashed, or found none) counts as one failure.
 * @param {string} step
 * @param {number} code
 * @param {Partial<Outcome>} [found]
 * @returns {Outcome}
 */
function outcome(step, code, { passed = 0, failed = 0, failures = [] } = {}) {
  const isUnexplained = code !== 0 && failures.length === 0;
  return {
    passed,
    failed: Math.max(failed, code === 0 ? 0 : 1),
    failures: isUnexplained ? [{ name: step, why: `It ended with ${code}.` }] : failures,
  };
}

async function check() {
  const { code, output } = await runAndHear('npm', ['run', '--silent', 'check']);
  return outcome('check', code, { failures: code === 0 ? [] : [{ name: 'check', why: lastLines(output) }] });
}

async function unit() {
  const report = join(reports, 'unit.json');
  const reporters = ['default', 'json', './build/unit-reporter.mjs'].map((it) => `--reporter=${it}`);
  const code = await run(tool('vitest'), ['run', ...reporters, `--outputFile.json=${report}`]);
  const result = readReport(report);
  return outcome('unit tests', code, {
    passed: result?.numPassedTests,
    failed: result?.numFailedTests,
    failures: readReport(unitFailuresFile),
  });
}

async function e2e() {
  const code = await runE2e();
  const report = readReport(join(reports, 'e2e.json'));
  if (!report) return outcome('e2e tests', code);
  const { expected, flaky, unexpected } = report.stats;
  return outcome('e2e tests', code, {
    passed: expected + flaky,
    failed: unexpected,
    failures: e2eFailures(report),
  });
}

/** Says why a preparation failed; the tests that need it count as failed then. */
function explain(/** @type {unknown} */ error) {
  console.error(error);
  return false;
}

rmSync(reports, { recursive: true, force: true });
const ready = await prepareElectron().catch(explain);
const built = await buildAll().then(() => true, explain);
const outcomes = [
  await check(),
  await unit(),
  ready && built ? await e2e() : outcome('preparing the e2e tests', 1),
];
const passed = outcomes.reduce((sum, one) => sum + one.passed, 0);
const failed = outcomes.reduce((sum, one) => sum + one.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
const what = describeFailures(outcomes.flatMap((one) => one.failures));
if (what !== '') console.log(`\n${what}`);
console.log(`\n${passed} passed, ${failed} failed`);
