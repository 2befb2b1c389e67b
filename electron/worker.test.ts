import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Input, WorkerChannel } from '../core/contract';
import { type Bundle, bundle } from './storage/testing/bundle';
import { adds, anna, annotation, folder, layerOnDisk, projectFolder, updates } from './storage/testing/world';

const source = 'Anna went to Bonn.';

let built: Bundle;
beforeAll(async () => {
  built = await bundle(join(import.meta.dirname, 'worker.ts'));
}, 60_000);
afterAll(() => built.remove());

function start(settings = folder()) {
  const worker = new Worker(built.file, { workerData: { settings, language: 'en' }, stderr: true });
  const waiting = new Map<number, (result: unknown) => void>();
  const events: string[] = [];
  worker.on('message', (message) => {
    if ('event' in message) events.push(message.event);
    else waiting.get(message.id)?.(message.result);
  });
  onTestFinished(async () => void (await worker.terminate()));
  let next = 0;
  const send = (channel: string, input: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.set(next, resolve);
      worker.postMessage({ id: next++, channel, input });
    });
  return {
    events,
    send,
    call: <C extends WorkerChannel>(channel: C, input: Input<C>) => send(channel, input),
  };
}

test('[S22] calls sent at once are answered each, and saves of one document keep their order', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { call } = start();
  await call('annotator.use', anna);
  const one = annotation(source, 0, 4);
  const patches = [adds(one), ...Array.from({ length: 30 }, (_, i) => updates(one, { note: `${i}` }))];
  const answers = await Promise.all([
    call('project.open', { path: root, first: 'a.txt' }).then(() =>
      Promise.all([
        call('document.read', { path: 'a.txt' }),
        call('layer.read', { path: 'a.txt', around: 0 }),
        ...patches.map((patch) => call('layer.save', { path: 'a.txt', json: JSON.stringify(patch) })),
      ]),
    ),
  ]);
  for (const answer of answers.flat()) expect(answer).toMatchObject({ ok: true });
  expect(layerOnDisk(root, 'a.txt').annotations).toMatchObject([{ note: '29' }]);
  expect(await call('project.close', null)).toEqual({ ok: true, value: null });
});

test('[S22] an exception becomes a failure, and the worker lives on', async () => {
  const { call, send } = start();
  expect(await send('no.such.call', null)).toMatchObject({ ok: false, failure: { code: 'internal' } });
  expect(await send('project.open', null)).toMatchObject({ ok: false, failure: { code: 'internal' } });
  expect(await call('document.read', { path: 'a.txt' })).toMatchObject({
    ok: false,
    failure: { code: 'no-project' },
  });
  const root = projectFolder({ 'a.txt': source });
  expect(await call('project.open', { path: root, first: null })).toMatchObject({ ok: true });
});

test('[S22] a change that is none is refused and touches nothing', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { call } = start();
  await call('annotator.use', anna);
  await call('project.open', { path: root, first: 'a.txt' });
  const one = annotation(source, 0, 4);
  const broken = [
    'no JSON',
    '[]x',
    JSON.stringify({ annotations: 'all' }),
    JSON.stringify(adds({ ...one, spans: [] })),
    JSON.stringify(adds({ ...one, note: 5 as unknown as string })),
  ];
  for (const json of broken)
    expect(await call('layer.save', { path: 'a.txt', json })).toMatchObject({
      ok: false,
      failure: { code: 'bad-input' },
    });
  expect(existsSync(join(root, 'annotations'))).toBe(false);
  expect(await call('layer.save', { path: 'a.txt', json: JSON.stringify(adds(one)) })).toMatchObject({
    ok: true,
  });
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(1);
});

test('[I9] of many annotations those in view come before the answer', async () => {
  const long = source.repeat(2000);
  const root = projectFolder({ 'a.txt': long });
  const { call, events } = start();
  await call('annotator.use', anna);
  await call('project.open', { path: root, first: 'a.txt' });
  const begun = () => events.filter((event) => event === 'layer.begun').length;
  const read = async () => {
    expect(await call('layer.read', { path: 'a.txt', around: 0 })).toMatchObject({ ok: true });
    return begun();
  };
  expect(await read()).toBe(0);
  const all = Array.from({ length: 2000 }, (_, i) =>
    annotation(long, i * source.length, i * source.length + 4),
  );
  expect(await call('layer.save', { path: 'a.txt', json: JSON.stringify(adds(...all)) })).toMatchObject({
    ok: true,
  });
  expect(await read()).toBe(1);
});

test('[S22] a project with unsaved changes stays open', async () => {
  const root = projectFolder({ 'a.txt': source, annotations: 'in the way' });
  const { call } = start();
  await call('annotator.use', anna);
  await call('project.open', { path: root, first: null });
  expect(
    await call('layer.save', { path: 'a.txt', json: JSON.stringify(adds(annotation(source, 0, 4))) }),
  ).toMatchObject({
    ok: false,
    failure: { code: 'in-the-way' },
  });
  expect(await call('project.open', { path: projectFolder({}), first: null })).toMatchObject({ ok: false });
  expect(await call('project.close', null)).toMatchObject({ ok: false });
  expect(await call('document.read', { path: 'a.txt' })).toMatchObject({ ok: true });
});
