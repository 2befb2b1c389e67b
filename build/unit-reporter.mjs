// A reporter for Vitest: writes what failed to out/reports/unit-failures.json, for the end of `npm test`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unitFailures } from './failures.mjs';
import { root } from './run.mjs';

export const unitFailuresFile = join(root, 'out/reports/unit-failures.json');

export default class UnitReporter {
  /** @type {NonNullable<import('vitest/node').Reporter['onTestRunEnd']>} */
  onTestRunEnd(modules, unhandled) {
    mkdirSync(dirname(unitFailuresFile), { recursive: true });
    writeFileSync(unitFailuresFile, JSON.stringify(unitFailures(modules, unhandled)));
  }
}
