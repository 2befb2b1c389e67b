import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWorker, type WorkerHost } from './worker-host';

/** A worker that does as the path of `document.read` says. */
const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ id, channel, input }) => {
    if (channel === 'document.read' && input.path === 'throw') throw new Error('out of paper');
    if (channel === 'document.read' && input.path === 'exit') process.exit(3);
    if (channel === 'document.read' && input.path === 'never') return;
    if (channel === 'document.read' && input.path === 'event') {
      parentPort.postMessage({ event: 'progress', payload: { text: workerData.settings } });
    }
    parentPort.postMessage({ id, result: { ok: true, value: { channel, input } } });
  });
`;

let folder: string;
let host: WorkerHost;
let events: [string, unknown][];
let starts: number;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const file = join(folder, 'worker.cjs');
  writeFileSync(file, script);
  events = [];
  starts = 0;
  host = startWorker({
    file,
    settings: '/settings',
    onStart: () => {
      starts++;
    },
    onEvent: (event, payload) => events.push([event, payload]),
  });
});

afterEach(async () => {
  await host.stop();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string) => host.call('document.read', { path });

test('answers find their calls', async () => {
  const [one, two] = await Promise.all([read('one'), read('two')]);
  expect(one).toMatchObject({ ok: true, value: { input: { path: 'one' } } });
  expect(two).toMatchObject({ ok: true, value: { input: { path: 'two' } } });
});

test('events reach the window', async () => {
  await read('event');
  expect(events).toEqual([['progress', { text: '/settings' }]]);
});

test.each(['throw', 'exit'])(
  'a crash (%s) fails the calls under way, says so, and starts again',
  async (how) => {
    const [waiting, crash] = await Promise.all([read('never'), read(how)]);
    expect(waiting).toMatchObject({ ok: false, failure: { code: 'worker-stopped' } });
    expect(crash).toMatchObject({ ok: false, failure: { code: 'worker-stopped' } });
    expect(events.map(([name]) => name)).toEqual(['worker.restarted']);
    expect(starts).toBe(2);
    expect(await read('again')).toMatchObject({ ok: true });
  },
);

test('a worker that crashes over and over is given up, and calls say so', async () => {
  for (let n = 0; n < 4; n++) await read('throw');
  expect(starts).toBe(4);
  expect(await read('again')).toMatchObject({ ok: false, failure: { code: 'worker-stopped' } });
});

test('stopping is no crash', async () => {
  await read('one');
  await host.stop();
  expect(events).toEqual([]);
  expect(starts).toBe(1);
});
