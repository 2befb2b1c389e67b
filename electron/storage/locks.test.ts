import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { acquire } from './locks';
import { type Bundle, bundle } from './testing/bundle';
import {
  adds,
  annotation,
  failureOf,
  folder,
  layerOnDisk,
  open,
  projectFolder,
  value,
} from './testing/world';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.';
let child: Bundle;
beforeAll(async () => {
  child = await bundle(join(import.meta.dirname, 'testing/annotate.ts'));
}, 60_000);
afterAll(() => child.remove());

/** Another process that has the document open and annotated. */
function another(root: string, settings: string): Promise<ChildProcess> {
  const process = spawn('node', [child.file, root, settings, 'a.txt', '1'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void process.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let said = '';
    process.stdout?.on('data', (data) => {
      said += data;
      if (said.includes('failed')) reject(new Error(said));
      if (said.split('saved').length === 4) resolve(process);
    });
  });
}

const ended = (process: ChildProcess) => new Promise((resolve) => process.on('exit', resolve));

test('[S10] what another process has open is read-only, until it lets go', async () => {
  const root = projectFolder({ 'a.txt': source });
  const settings = folder();
  const other = await another(root, settings);
  const { project } = await open(root, { settings });
  const { readOnly, layer } = value(await project.readLayer('a.txt'));
  expect(readOnly).toMatchObject({ code: 'locked', message: expect.stringContaining(String(other.pid)) });
  expect(layer.annotations).toHaveLength(3);
  const patch = adds(annotation(source, 0, 4));
  expect(failureOf(await project.saveLayer('a.txt', patch)).code).toBe('locked');
  expect(failureOf(await project.flush()).code).toBe('locked');
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(3);
  other.stdin?.end();
  await ended(other);
  expect(failureOf(await project.saveLayer('gone.txt', patch)).code).toBe('not-found');
  // What was refused was not forgotten.
  value(await project.flush());
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(4);
  expect(value(await project.readLayer('a.txt')).readOnly).toBeNull();
});

test('[S10] the lock of a killed process is taken over at once', async () => {
  const root = projectFolder({ 'a.txt': source });
  const settings = folder();
  const other = await another(root, settings);
  const gone = ended(other);
  other.kill('SIGKILL');
  await gone;
  expect(readdirSync(join(settings, 'locks'))).toHaveLength(1);
  const { project } = await open(root, { settings });
  expect(value(await project.readLayer('a.txt')).readOnly).toBeNull();
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
});

test('[S10] a lock is gone when its project is closed, and reading takes none', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, settings } = await open(root);
  value(await project.readLayer('a.txt'));
  expect(readdirSync(join(settings, 'locks'))).toHaveLength(1);
  value(await project.close());
  expect(readdirSync(join(settings, 'locks'))).toEqual([]);
});

/** Takes a lock, and leaves it with other words in it, as another process would. */
function forge(change: Readonly<Record<string, unknown>>): { settings: string; file: string } {
  const settings = folder();
  value(acquire(settings, '/project', 'layer'));
  const file = join(settings, 'locks', readdirSync(join(settings, 'locks'))[0] as string);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
  return { settings, file };
}

test.skipIf(process.platform !== 'linux')(
  '[S10] another process with the same pid is not taken for the holder',
  () => {
    const parent = { pid: process.ppid };
    expect(acquire(forge(parent).settings, '/project', 'layer').ok).toBe(true);
    const { started } = JSON.parse(
      spawnSync('node', [
        '-e',
        `
    const text = require('fs').readFileSync('/proc/${process.ppid}/stat', 'utf8');
    console.log(JSON.stringify({ started: text.slice(text.lastIndexOf(')') + 2).split(' ')[19] }))`,
      ]).stdout.toString(),
    );
    expect(failureOf(acquire(forge({ ...parent, started }).settings, '/project', 'layer')).code).toBe(
      'locked',
    );
  },
);

test('[S10] the lock of another host holds as long as it shows life', () => {
  const { settings, file } = forge({ host: 'another-host', pid: 1 });
  const failure = failureOf(acquire(settings, '/project', 'layer'));
  expect(failure.message).toContain('another-host');
  const old = new Date(Date.now() - 10 * 60_000);
  utimesSync(file, old, old);
  expect(acquire(settings, '/project', 'layer').ok).toBe(true);
});

test('[S10] a lock cut off while it was written is no lock', () => {
  const { settings, file } = forge({});
  writeFileSync(file, '{"host');
  expect(acquire(settings, '/project', 'layer').ok).toBe(true);
});

test('[S10] a settings folder that can not be written is told of', () => {
  const settings = folder();
  writeFileSync(join(settings, 'locks'), 'in the way');
  expect(failureOf(acquire(settings, '/project', 'layer')).code).toBe('lock-failed');
});
