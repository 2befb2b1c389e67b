/** The thread that holds documents and storage, so that neither the window nor the main process ever waits for a disk. */

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { z } from 'zod';
import type { Input, Outputs, WorkerChannel } from '../core/contract';
import { fail, ok, type Result } from '../core/failure';
import { seenFirst } from '../core/first-view';
import { setLanguage } from '../core/locale/current';
import type { Language } from '../core/locale/language';
import { t } from '../core/locale/t';
import type { Annotator } from '../core/model';
import { partsSchema, patchSchema } from '../core/patch-schema';
import { readImage } from './documents/read-document';
import { setReaders } from './documents/rich/run';
import { readInThread } from './documents/rich/thread';
import { keepBackups } from './storage/backups';
import type { Emit } from './storage/emit';
import { Project } from './storage/project';

const { settings, language } = workerData as { readonly settings: string; readonly language: Language };

setLanguage(language);
setReaders(readInThread(join(__dirname, 'reader.cjs')));

let project: Project | null = null;
let annotator: Annotator | null = null;
/** Opening, closing and changing the annotator wait for each other. */
let turn: Promise<unknown> = Promise.resolve();

const emit: Emit = (event, payload) => parentPort?.postMessage({ event, payload });

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = turn.then(work);
  turn = next.catch(() => undefined);
  return next;
}

function withProject<T>(work: (project: Project) => Promise<Result<T>>): Promise<Result<T>> {
  return project ? work(project) : Promise.resolve(fail('no-project', t('failures.open-project-first')));
}

async function closeProject(): Promise<Result<null>> {
  const closed = (await project?.close()) ?? ok(null);
  if (closed.ok) project = null;
  return closed;
}

/** What the window sent as JSON. Code: `bad-input`. */
function readJson<T>(json: string, schema: z.ZodType<T>): Result<T> {
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    if (parsed.success) return ok(parsed.data);
    return fail('bad-input', t('failures.bad-change', { cause: parsed.error.message }));
  } catch (error) {
    return fail('bad-input', t('failures.bad-change', { cause: (error as Error).message }));
  }
}

type Handlers = { readonly [C in WorkerChannel]: (input: Input<C>) => Promise<Result<Outputs[C]>> };

const handlers: Handlers = {
  'project.open': ({ path, first }) =>
    inTurn(async () => {
      const closed = await closeProject();
      if (!closed.ok) return closed;
      const opened = await Project.open(path, first, annotator, settings, emit);
      if (!opened.ok) return opened;
      project = opened.value.project;
      return ok(opened.value.view);
    }),
  'project.close': () => inTurn(closeProject),
  'document.read': ({ path }) => withProject((it) => it.readDocument(path)),
  'document.stop': ({ path }) => withProject(async (it) => ok(it.stopReading(path))),
  'document.image': ({ path, id }) => withProject(async (it) => ok(await readImage(it.root, path, id))),
  'layer.read': ({ path, around }) =>
    withProject(async (it) => {
      const read = await it.readLayer(path);
      if (!read.ok) return read;
      const { layer, ...view } = read.value;
      const annotations = seenFirst(layer.annotations, around);
      if (annotations.length > 0) emit('layer.begun', { path, annotations });
      return ok({ ...view, json: JSON.stringify(layer) });
    }),
  'layer.save': async ({ path, json }) => {
    const patch = readJson(json, patchSchema);
    return patch.ok ? withProject((it) => it.saveLayer(path, patch.value)) : patch;
  },
  'project.flush': () => withProject((it) => it.flush()),
  'project.rescue': ({ file }) => withProject((it) => it.rescue(file)),
  'schema.save': ({ patch }) => withProject((it) => it.manifest.save(patch)),
  'schema.usage': (change) => withProject((it) => it.usage(change)),
  'schema.refactor': ({ now, ...refactoring }) => withProject((it) => it.refactor(refactoring, now)),
  'annotator.use': (who) =>
    inTurn(async () => {
      const used = (await project?.use(who)) ?? ok(null);
      if (used.ok) annotator = who;
      return used;
    }),
  'language.use': async (chosen) => {
    setLanguage(chosen);
    return ok(null);
  },
  'backups.keep': async (count) => {
    keepBackups(count);
    return ok(null);
  },
  'layer.relink': ({ from, to }) => withProject((it) => it.relink(from, to)),
  'search.start': ({ id, task }) => withProject(async (it) => it.startSearch(id, task)),
  'search.next': ({ id }) => withProject((it) => it.searchOn(id)),
  'search.stop': ({ id }) => withProject(async (it) => it.stopSearch(id)),
  'import.read': ({ id, paths, format }) =>
    withProject(async (it) => it.imports.beginReading(id, paths, format)),
  'import.table': ({ id, source }) => withProject(async (it) => it.imports.beginTable(id, source)),
  'import.rows': ({ id, choices }) => withProject(async (it) => it.imports.beginRows(id, choices)),
  'import.plan': ({ id, options }) => withProject(async (it) => it.imports.beginPlanning(id, options)),
  'import.commit': ({ id, options }) => withProject(async (it) => it.imports.beginCommitting(id, options)),
  'import.next': ({ id }) => withProject((it) => it.imports.next(id)),
  'import.drop': ({ id }) => withProject(async (it) => it.imports.drop(id)),
  'step.commit': async ({ json }) => {
    const parts = readJson(json, partsSchema);
    return parts.ok ? withProject((it) => it.commitStep(parts.value)) : parts;
  },
  'history.keep': ({ json }) => withProject((it) => it.keepHistory(json)),
  'history.recall': () => withProject(async (it) => ok(await it.recallHistory())),
  'guidelines.read': () => withProject((it) => it.guidelines.read()),
  'passages.read': ({ since }) => withProject(async (it) => ok(await it.readPassages(since))),
  'passages.write': ({ file, text }) => withProject((it) => it.writePassages(file, text)),
  'export.preview': (options) => withProject((it) => it.exports.preview(options)),
  'export.annotators': () => withProject((it) => it.exports.annotators()),
  'export.start': ({ id, options, file, over }) =>
    withProject((it) => it.exports.start(id, options, file, over)),
  'export.next': ({ id }) => withProject((it) => it.exports.next(id)),
  'export.stop': ({ id }) => withProject((it) => it.exports.stop(id)),
  'export.text': (options) => withProject((it) => it.exports.text(options)),
};

interface Call {
  readonly id: number;
  readonly channel: WorkerChannel;
  readonly input: unknown;
}

/** A bug in a handler answers its call, and is told on stderr; the thread and its unsaved changes live on. */
async function answer({ id, channel, input }: Call): Promise<void> {
  let result: Result<unknown>;
  try {
    result = await (handlers[channel] as (input: unknown) => Promise<Result<unknown>>)(input);
  } catch (error) {
    console.error(channel, error);
    const what = error instanceof Error ? error.message : String(error);
    result = fail('internal', t('failures.internal', { cause: what }));
  }
  parentPort?.postMessage({ id, result });
}

parentPort?.on('message', (call: Call) => void answer(call));
