import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setReaders } from '../documents/rich/run';
import { readInThread } from '../documents/rich/thread';
import { CurrentDocument } from './current-document';
import { folder } from './testing/world';

/** Reads `slow.md` for as long as the file GO is not there. */
const slowReader = (go: string) => `
const { existsSync } = require('node:fs');
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ file: { name } }) => {
  while (name === 'slow.md' && !existsSync(${JSON.stringify(go)}));
  parentPort.postMessage({ kind: 'text', read: { text: name, rich: '{}', encoding: 'UTF-8', guessed: false } });
});`;

function world() {
  const root = folder();
  for (const name of ['a.txt', 'b.md', 'slow.md']) writeFileSync(join(root, name), name);
  const [reader, go] = [join(folder(), 'reader.cjs'), join(folder(), 'go')];
  writeFileSync(reader, slowReader(go));
  setReaders(readInThread(reader, { time: 600_000, memory: 100, threads: 2 }));
  const current = new CurrentDocument(root);
  const text = async (read: ReturnType<CurrentDocument['read']>) => {
    const view = await read;
    return view.ok ? view.value.text : view.failure.code;
  };
  return { current, text, letGo: () => writeFileSync(go, '') };
}

test('[YA82] opening another document gives up the one that is still read, and its layer with it', async () => {
  const { current, text } = world();
  const slow = [
    text(current.read('slow.md')),
    text(current.read('slow.md')),
    text(current.forLayer('slow.md')),
  ];
  expect(await text(current.read('b.md'))).toBe('b.md');
  expect(await Promise.all(slow)).toEqual(['given-up', 'given-up', 'given-up']);
});

test('[YA82] given up by hand, the document that is shown is the one before', async () => {
  const { current, text } = world();
  expect(await text(current.read('a.txt'))).toBe('a.txt');
  const slow = text(current.read('slow.md'));
  current.stop('a.txt');
  expect(current.isShown('slow.md')).toBe(true);
  current.stop('slow.md');
  expect(await slow).toBe('given-up');
  expect(current.isShown('a.txt')).toBe(true);
  expect(await text(current.get('a.txt'))).toBe('a.txt');
});

test('[YA82] what a search or an export waits for is read to its end', async () => {
  const { current, text, letGo } = world();
  const [slow, needed] = [text(current.read('slow.md')), text(current.get('slow.md'))];
  expect(await text(current.read('b.md'))).toBe('b.md');
  letGo();
  expect(await Promise.all([slow, needed])).toEqual(['slow.md', 'slow.md']);
});
