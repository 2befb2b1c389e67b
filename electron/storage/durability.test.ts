import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../core/migrate';
import { type Bundle, bundle } from './testing/bundle';
import { annasLayer, filesIn, folder, layerOnDisk, projectFolder, text, value } from './testing/world';

/** DURABILITY_RUNS=5000 makes a long run of it. */
const RUNS = Number(process.env.DURABILITY_RUNS ?? 200);
/** Folders that are worked on at the same time, so that two processors are busy. */
const LANES = 2;

let child: Bundle;
beforeAll(async () => {
  child = await bundle(join(import.meta.dirname, 'testing/annotate.ts'));
}, 60_000);
afterAll(() => child.remove());

/**
 * Lets a process annotate, kills it at a random moment after it has acknowledged ATLEAST annotations, and gives
 * what it had acknowledged by then. Counted, not timed: on a slow disk a time says little about what was written.
 */
function annotateAndKill(root: string, settings: string, atLeast: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const process: ChildProcess = spawn('node', [child.file, root, settings, 'a.txt'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    let isTimed = false;
    process.stdout?.on('data', (data) => {
      said += data;
      if (isTimed || !said.includes('ready\n') || said.split('\nsaved ').length <= atLeast) return;
      isTimed = true;
      setTimeout(() => process.kill('SIGKILL'), Math.random() * 40);
    });
    process.on('close', () => {
      // The last line may have been cut by the kill: then it was not said.
      const lines = said.split('\n').slice(0, -1);
      const failed = lines.find((line) => line.startsWith('failed'));
      if (failed || !isTimed) reject(new Error(failed ?? `it never got ready: ${said}`));
      else resolve(lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice(6)));
    });
  });
}

/** Every file parses, and every acknowledged annotation is there. */
function inspect(root: string, acknowledged: ReadonlySet<string>): void {
  const there = new Set<string>();
  for (const path of filesIn(root)) {
    if (path === 'postil.json') value(readManifest(text(root, path)));
    else if (path.startsWith(annasLayer) && path.endsWith('.json'))
      for (const { id } of layerOnDisk(root, 'a.txt').annotations) there.add(id);
  }
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
}

async function lane(runs: number): Promise<number> {
  const settings = folder();
  const root = projectFolder({ 'a.txt': 'Anna went to the market. '.repeat(200) });
  const acknowledged = new Set<string>();
  for (let run = 0; run < runs; run++) {
    for (const id of await annotateAndKill(root, settings, run % 4)) acknowledged.add(id);
    inspect(root, acknowledged);
  }
  expect(filesIn(root).filter((path) => path.includes('unparsable'))).toEqual([]);
  return acknowledged.size;
}

test(
  `[S20] after ${RUNS} kills at random moments every file parses and every acknowledged annotation is there`,
  async () => {
    const lanes = Array.from({ length: LANES }, () => lane(Math.ceil(RUNS / LANES)));
    const total = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
    // Kills that come before the first acknowledgement prove little.
    expect(total).toBeGreaterThan(RUNS);
  },
  // For what hangs: each kill has a process to start first, which takes seconds where all else is busy.
  RUNS * 6_000,
);
