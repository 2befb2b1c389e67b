/** A real project folder with real files, for tests; removed when the test is over. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EventName, Events } from '../../../core/contract';
import type { Result } from '../../../core/failure';
import { readLayer } from '../../../core/migrate';
import type { Annotation, Annotator, Layer } from '../../../core/model';
import { change, type Patch } from '../../../core/patch';
import { quote } from '../../../core/quote';
import type { ProjectView } from '../../../core/views';
import { readHere } from '../../documents/rich/job';
import { setReaders } from '../../documents/rich/run';
import { Project } from '../project';

setReaders(readHere);

export const anna: Annotator = { id: 'a1b2c3d4e5f60718293a4b5c', name: 'Anna' };
export const annasLayer = 'annotations/anna-a1b2c3d4';

type Content = string | Uint8Array;

/** An empty folder that is gone after the test. */
export function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'postil-test-')));
  // Again, for a project that is still open may write, or make a folder, while this one is emptied.
  onTestFinished(() => rmSync(made, { recursive: true, force: true, maxRetries: 10 }));
  return made;
}

export function put(root: string, files: Readonly<Record<string, Content>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export function projectFolder(files: Readonly<Record<string, Content>>): string {
  const root = folder();
  put(root, files);
  return root;
}

/** Every file below ROOT, sorted, with `/`; Postil's own disposable folder left out unless asked for. */
export function filesIn(root: string, all = false): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => all || !path.startsWith('.postil'))
    .sort();
}

export const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

export function layerOnDisk(root: string, document: string, layer = annasLayer): Layer {
  return value(readLayer(text(root, `${layer}/${document}.json`)));
}

/** The value of RESULT, or a failed test that says why there is none. */
export function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.failure.code}: ${result.failure.message}`);
}

export function failureOf(result: Result<unknown>): { code: string; message: string } {
  if (!result.ok) return result.failure;
  throw new Error('it should have failed');
}

let count = 0;

/** An annotation of SOURCE with a fresh id; what PARTS holds stands instead. */
export function annotation(
  source: string,
  start: number,
  end: number,
  parts: Partial<Annotation> = {},
): Annotation {
  return {
    id: `annotation-${String(++count).padStart(6, '0')}`,
    label: 'person',
    spans: [quote(source, { start, end })],
    attributes: {},
    note: '',
    origin: 'manual',
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
    ...parts,
  };
}

export const adds = (...added: Annotation[]): Patch => ({ annotations: change({ added }) });
export const removes = (...removed: Annotation[]): Patch => ({ annotations: change({ removed }) });
export const updates = (before: Annotation, parts: Partial<Annotation>): Patch => ({
  annotations: change({ updated: [[before, { ...before, ...parts }]] }),
});

export interface World {
  readonly project: Project;
  readonly view: ProjectView;
  readonly settings: string;
  /** Everything that the window was told, in order. */
  readonly events: { readonly [E in EventName]: { event: E; payload: Events[E] } }[EventName][];
}

interface Options {
  readonly annotator?: Annotator | null;
  readonly settings?: string;
  readonly first?: string;
}

/** Opens the project at PATH as the worker does, and closes it after the test. */
export async function open(path: string, options: Options = {}): Promise<World> {
  const settings = options.settings ?? folder();
  const events: World['events'] = [];
  const emit = (event: EventName, payload: unknown) => events.push({ event, payload } as never);
  const annotator = options.annotator === undefined ? anna : options.annotator;
  const opened = await Project.open(path, options.first ?? null, annotator, settings, emit as never);
  const { project, view } = value(opened);
  onTestFinished(async () => {
    await project.close();
    project.listing.close();
    await project.layers?.close();
  });
  return { project, view, settings, events };
}

/** Waits until CHECK gives something else than undefined or false; fails after five seconds. */
/** What CHECK finds once it finds something: watching the disk may take its time on a busy machine. */
export async function eventually<T>(check: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const found = check();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not happen');
}
