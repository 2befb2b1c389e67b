/** Another process that annotates as fast as it can: `node annotate.cjs FOLDER SETTINGS DOCUMENT [MOST]`. */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation } from '../../../core/model';
import { change } from '../../../core/patch';
import { quote } from '../../../core/quote';
import { Project } from '../project';

const [folder = '', settings = '', document = '', most = 'Infinity'] = process.argv.slice(2);
const text = readFileSync(join(folder, document), 'utf8');
/** Straight to the pipe: a line that was not written before the kill was never acknowledged. */
const say = (line: string) => writeSync(1, `${line}\n`);

function annotation(id: string): Annotation {
  const start = Math.floor(Math.random() * (text.length - 10));
  const now = new Date().toISOString();
  return {
    id,
    label: 'person',
    spans: [quote(text, { start, end: start + 5 })],
    attributes: {},
    note: '',
    origin: 'manual',
    createdAt: now,
    updatedAt: now,
  };
}

async function main(): Promise<void> {
  const annotator = { id: 'a1b2c3d4e5f60718293a4b5c', name: 'Anna' };
  const opened = await Project.open(folder, null, annotator, settings, () => undefined);
  if (!opened.ok) return void say(`failed ${opened.failure.message}`);
  const { project } = opened.value;
  const layer = await project.readLayer(document);
  if (!layer.ok || layer.value.readOnly) {
    say(`failed ${layer.ok ? layer.value.readOnly?.message : layer.failure.message}`);
    process.exit(1);
  }
  say('ready');
  // Three at a time, so that some wait while another is being written.
  const lanes = [0, 1, 2].map(async () => {
    for (let n = 0; n < Number(most); n++) {
      const one = annotation(`${process.pid}-${process.hrtime.bigint()}`);
      const saved = await project.saveLayer(document, { annotations: change({ added: [one] }) });
      say(saved.ok ? `saved ${one.id}` : `failed ${saved.failure.message}`);
    }
  });
  await Promise.all(lanes);
  // Stays until it is killed, or its input ends: so the lock stays too.
  process.stdin.resume().on('end', async () => {
    await project.close();
    process.exit(0);
  });
}

void main();
