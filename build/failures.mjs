// What failed, in a few lines each: `npm test` closes with them, so that a log of which only the end is kept
// still names them.
import { relative } from 'node:path';
import { root } from './run.mjs';

/** @typedef {{ name: string, why: string }} Failure */

/** More would push the names out of the end of a log. */
const MOST_FAILURES = 30;
const MOST_LINES = 6;

/** TEXT without the colours of a terminal, its first lines that are not empty. */
function firstLines(/** @type {string} */ text, most = MOST_LINES) {
  const lines = plain(text).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, most)
    .map((line) => line.slice(0, 300))
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const plain = (/** @type {string} */ text) => text.replace(/\u001b\[[0-9;]*m/g, '');

/** The last lines of what a step said; its end tells why it failed. */
export function lastLines(/** @type {string} */ text, most = 20) {
  return plain(text).trimEnd().split('\n').slice(-most).join('\n');
}

/**
 * From Playwright's JSON report: tests that failed in their last try, and errors outside of any test.
 * @param {any} report
 * @returns {Failure[]}
 */
export function e2eFailures(report) {
  const inSuite = (/** @type {any} */ suite) =>
    /** @type {Failure[]} */ ([
      ...(suite.specs ?? [])
        .filter((/** @type {any} */ spec) => !spec.ok)
        .map((/** @type {any} */ spec) => ({
          name: `${spec.file}:${spec.line} ${spec.title}`,
          why: firstLines(spec.tests?.at(-1)?.results?.at(-1)?.error?.message ?? ''),
        })),
      ...(suite.suites ?? []).flatMap(inSuite),
    ]);
  return [
    ...(report.suites ?? []).flatMap(inSuite),
    ...(report.errors ?? []).map((/** @type {any} */ it) => ({
      name: 'outside of a test',
      why: firstLines(it.message ?? ''),
    })),
  ];
}

/**
 * From a run of Vitest: tests, files that could not be loaded, hooks, and errors that belong to no test, of
 * which its JSON report says nothing.
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly { name?: string, message: string, stack?: string }[]} unhandled
 * @returns {Failure[]}
 */
export function unitFailures(modules, unhandled) {
  const inModules = modules.flatMap((module) => {
    const file = relative(root, module.moduleId);
    const told = (/** @type {string} */ name, /** @type {readonly { message: string }[]} */ errors) =>
      errors
        .slice(0, 1)
        .map((error) => ({ name: `${file} ${name}`.trimEnd(), why: firstLines(error.message) }));
    return [
      ...told('', module.errors()),
      ...[...module.children.allSuites()].flatMap((suite) => told(suite.fullName, suite.errors())),
      ...[...module.children.allTests('failed')].flatMap((test) =>
        told(test.fullName, test.result().errors ?? []),
      ),
    ];
  });
  const outside = unhandled.map(({ name, message, stack = '' }) => ({
    name: 'outside of a test',
    why: firstLines(`${name}: ${message}\n${stack}`),
  }));
  return [...inModules, ...outside];
}

/** The lines that say FAILURES; empty when there are none. */
export function describeFailures(/** @type {readonly Failure[]} */ failures) {
  if (failures.length === 0) return '';
  const shown = failures.slice(0, MOST_FAILURES).map(({ name, why }) => {
    const reason = why === '' ? '' : `\n${why.replace(/^/gm, '    ')}`;
    return `  ${name}${reason}`;
  });
  const more = failures.length - shown.length;
  return ['What failed:', ...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
