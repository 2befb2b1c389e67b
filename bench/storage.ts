/** Storage alone, in plain Node: from an edit to its acknowledgement, beside what the disk takes at least. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnnotationSet } from '../core/annotation-set';
import { addAnnotation } from '../core/edit';
import type { Result } from '../core/failure';
import { starterSchema } from '../core/starter';
import { writeDurably } from '../electron/storage/durable-write';
import { layerName, layerPath } from '../electron/storage/places';
import { Project } from '../electron/storage/project';
import { type Bench, type Group, many, repeat } from './bench';
import { annotator, makeSettings } from './projects';
import { type Row, row } from './rows';

export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.failure.message);
}

async function acknowledgements(bench: Bench, spans: number): Promise<Row[]> {
  const { folder, documents } = bench.project({ bytes: bench.usual.bytes, spans, copies: 6 });
  const path = documents[1] as string;
  const settings = makeSettings(bench.temporary);
  const opened = orThrow(await Project.open(folder, null, annotator, settings, () => undefined));
  const { project } = opened;
  const { text } = orThrow(await project.readDocument(path));
  const { layer } = orThrow(await project.readLayer(path));
  const annotations = new AnnotationSet(layer.annotations);
  let ids = 0;
  const acknowledged = await repeat(bench.times(30), async (round) => {
    const at = {
      text,
      annotations,
      relations: [],
      now: '2026-01-02T03:04:05.678Z',
      newId: () => `new-${ids++}`,
    };
    const start = Math.floor((text.length / 100) * round);
    const span = { start, end: start + 1 + text.slice(start + 1).search(/\s/) + 20 };
    const { patch } = orThrow(addAnnotation(at, starterSchema().labels[0]?.id ?? '', span));
    const before = performance.now();
    orThrow(await project.saveLayer(path, patch));
    return performance.now() - before;
  });
  orThrow(await project.close());
  const bytes = readFileSync(join(folder, layerPath(layerName(folder, annotator), path)));
  const plain = join(bench.temporary, 'plain');
  mkdirSync(plain, { recursive: true });
  const written = await repeat(bench.times(30), async () => {
    const before = performance.now();
    await writeDurably(join(plain, 'file.json'), bytes);
    return performance.now() - before;
  });
  return [
    row('edit → acknowledged by storage', many(spans, 'spans'), acknowledged),
    row('… the same bytes forced to disk, no more', many(spans, 'spans'), written),
  ];
}

export const storage: Group = {
  name: 'storage',
  async run(bench) {
    const rows: Row[] = [];
    for (const spans of bench.spans.filter((it) => it <= 100_000))
      rows.push(...(await acknowledgements(bench, spans)));
    return rows;
  },
};
