/** `npm run bench [-- --quick] [-- FILTER]`: measures, prints one table, keeps a copy in out/reports/bench.json. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import electron from 'electron';
import { annotateAll } from './annotate-all';
import { type Group, makeBench } from './bench';
import { exporting } from './export';
import { formats } from './formats';
import { jump } from './jump';
import { keys } from './keys';
import { launching } from './launch';
import { listing } from './listing';
import { memory } from './memory';
import { firstPaint, highlights } from './opening';
import { machineOf, tableOf, writeJson } from './report';
import { rich } from './rich';
import type { Row } from './rows';
import { scroll } from './scroll';
import { storage } from './storage';

const REPORT = 'out/reports/bench.json';
const groups: readonly Group[] = [
  firstPaint,
  highlights,
  rich,
  formats,
  keys,
  storage,
  scroll,
  jump,
  annotateAll,
  listing,
  exporting,
  launching,
  memory,
];

function electronVersion(): string {
  const program = electron as unknown as string;
  const folder = process.platform === 'darwin' ? join(dirname(program), '../../..') : dirname(program);
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
}

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const filter = args
  .filter((arg) => !arg.startsWith('-'))
  .join(' ')
  .toLowerCase();
const wanted = groups.filter(({ name }) => name.includes(filter));
if (wanted.length === 0) {
  console.error(
    `No group has “${filter}” in its name. There are: ${groups.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'postil-bench-')));
const bench = makeBench(temporary, quick);
const machine = machineOf(electronVersion());
const rows: Row[] = [];
for (const group of wanted) {
  const before = performance.now();
  try {
    rows.push(...(await group.run(bench)));
    console.error(`${group.name}: measured in ${Math.round((performance.now() - before) / 1000)} s`);
  } catch (error) {
    console.error(`${group.name}:`, error);
    process.exitCode = 1;
  }
}
rmSync(temporary, { recursive: true, force: true });
console.log(
  `${machine.cores} cores (${machine.cpu}), ${machine.platform}, Electron ${machine.electron}, Node ${machine.node}${quick ? ', quick' : ''}\n`,
);
console.log(tableOf(rows));
writeJson(REPORT, machine, rows);
// What broke may have left an app open, which would keep this process alive.
process.exit();
