import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../../storage/testing/world';
import type { Job } from './job';
import { type Bounds, readInThread } from './thread';

/** A reader that does what the name of the file says, as hostile files and broken libraries do. */
const badReader = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ file: { name } }) => {
  if (name === 'endless') for (;;);
  if (name === 'memory') { const all = []; for (;;) all.push(new Array(10000).fill(all.length)); }
  if (name === 'exit') process.exit(3);
  if (name === 'throws') throw new Error('a broken library');
  if (name === 'late') setTimeout(() => { throw new Error('too late'); });
  parentPort.postMessage({ kind: 'refused', reason: name });
});`;

function reading(parts: Partial<Bounds> = {}): (name: string, signal?: AbortSignal) => Promise<string> {
  const file = join(folder(), 'reader.cjs');
  writeFileSync(file, badReader);
  const read = readInThread(file, { time: 20_000, memory: 30, threads: 1, ...parts });
  const job = (name: string): Job => ({ format: 'md', file: { name, bytes: new Uint8Array() }, image: null });
  return async (name, signal) => {
    const answer = await read(job(name), signal);
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  };
}

test.each([
  ['endless', 'Reading it took longer than 10 seconds, and was given up.'],
  ['memory', 'Reading it needs more than 30 MB of memory, and was given up.'],
  ['exit', 'Reading it failed (it stopped).'],
  ['throws', 'Reading it failed (a broken library).'],
])('[YA65] a file whose reading is %s is refused, and the next ones are read', async (name, reason) => {
  // Long enough for a thread to start on a busy machine: the good ones have no more.
  const read = reading(name === 'endless' ? { time: 10_000 } : {});
  expect(await Promise.all([read('good'), read(name), read('better')])).toEqual(['good', reason, 'better']);
  expect(await read('best')).toBe('best');
});

test('[YA65] a thread that fails between two jobs is started again', async () => {
  const read = reading();
  expect(await read('late')).toBe('late');
  // It fails at some time, with a job in its hands or without: at most that one is refused, all others are read.
  const names = Array.from({ length: 40 }, (_, i) => `file-${i}`);
  const answers: string[] = [];
  for (const name of names) answers.push(await read(name));
  const refused = answers.filter((answer, i) => answer !== names[i]);
  expect([[], ['Reading it failed (too late).']]).toContainEqual(refused);
});

test('[YA66] a slow file does not keep others waiting, and of those that wait the newest is read first', async () => {
  const read = reading({ threads: 2, time: 10_000 });
  const order: string[] = [];
  const done = (name: string) => read(name).then(() => order.push(name));
  await Promise.all(['endless', 'first', 'old', 'new'].map(done));
  expect(order).toEqual(['first', 'new', 'old', 'endless']);
});

test('[YA81] a reading that nobody waits for any more ends, under way or not, and leaves its thread to others', async () => {
  const read = reading({ time: 600_000 });
  const [first, second] = [new AbortController(), new AbortController()];
  const given = [read('endless', first.signal), read('waits', second.signal)];
  second.abort();
  first.abort();
  expect(await Promise.all(given)).toEqual([
    'Reading “endless” was given up.',
    'Reading “waits” was given up.',
  ]);
  expect(await read('next')).toBe('next');
  expect(await read('late', first.signal)).toBe('Reading “late” was given up.');
});

test('[YA81] what was read in spite of being given up costs its thread nothing', async () => {
  const read = reading();
  const given = new AbortController();
  const answer = read('quick', given.signal);
  given.abort();
  expect(await answer).toBe('Reading “quick” was given up.');
  expect(await read('next')).toBe('next');
});
