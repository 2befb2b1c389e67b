/** The import that goes on in a project: one at a time, a page at a time. Who asks for no further page has cancelled. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { TableSource } from '../../../core/contract';
import type { ImportOptions } from '../../../core/exchange/report';
import { rowsAsDocuments } from '../../../core/exchange/rows-as-documents';
import { type RowChoices, viewOfTable } from '../../../core/exchange/table';
import { fail, ok, type Result } from '../../../core/failure';
import type { FormatId } from '../../../core/formats/catalog';
import type { HistoryPart } from '../../../core/history';
import { t } from '../../../core/locale/t';
import { reverse } from '../../../core/patch';
import type { ImportPage } from '../../../core/views';
import type { Watch } from '../side-by-side';
import { stage, unstage } from '../staged';
import { type PlannedImport, type PlanProject, pathGiver, planImport } from './plan-import';
import { type Compared, compareImport, type Input, type ReadImport, readChosen, viewOf } from './read-import';
import { type NamedTable, readTable } from './read-table';
import type { Working } from './working';

/** What an import asks of the project around it. */
export interface ImportsAround extends Compared {
  /** The project as it is now, nothing unsaved; or why that can't be had. */
  readonly project: () => Promise<Result<PlanProject>>;
  /** Writes all of PARTS, or nothing. */
  readonly commit: (parts: readonly HistoryPart[], watch?: Watch) => Promise<Result<null>>;
}

/** A page is over after so many ms. */
const PAGE_MS = 100;

type Answer = NonNullable<ImportPage['result']>;
type Work = AsyncGenerator<Working, Result<Answer>>;

const over = () => fail('import-over', t('storage.import.over'));

export class Imports {
  private id: string | null = null;
  private table: NamedTable | null = null;
  private read: ReadImport | null = null;
  private work: Work | null = null;
  /** Ends the reading of a table that nobody waits for any more. */
  private leave = new AbortController();

  constructor(private readonly around: () => ImportsAround) {}

  beginReading(id: string, paths: readonly string[], format: FormatId | 'auto'): Result<null> {
    this.begin(id, this.reading(paths, format));
    return ok(null);
  }

  beginTable(id: string, source: TableSource): Result<null> {
    this.begin(id, this.opening(source));
    return ok(null);
  }

  beginRows(id: string, choices: RowChoices): Result<null> {
    if (this.id !== id || !this.table) return over();
    this.read = null;
    this.work = this.making(this.table, choices);
    return ok(null);
  }

  beginPlanning(id: string, options: ImportOptions): Result<null> {
    if (this.id !== id || !this.read) return over();
    this.work = this.planning(this.read, options);
    return ok(null);
  }

  beginCommitting(id: string, options: ImportOptions): Result<null> {
    if (this.id !== id || !this.read) return over();
    this.work = this.committing(this.read, options);
    return ok(null);
  }

  drop(id: string): Result<null> {
    if (this.id === id) this.begin(null, null);
    return ok(null);
  }

  /** Ends whatever went on. */
  private begin(id: string | null, work: Work | null): void {
    this.leave.abort();
    this.leave = new AbortController();
    this.id = id;
    this.table = null;
    this.read = null;
    // What was being written is taken back behind this; the next step waits for that.
    void this.work?.return(over()).catch(console.error);
    this.work = work;
  }

  /** Works on for a page. Codes: `import-over`, and those of what goes on. */
  async next(id: string): Promise<Result<ImportPage>> {
    const { work } = this;
    if (this.id !== id || !work) return over();
    const until = performance.now() + PAGE_MS;
    for (;;) {
      const step = await work.next();
      if (step.done) {
        if (this.work === work) this.work = null;
        const result = step.value;
        return result.ok ? ok({ doing: '', at: 0, of: 0, result: result.value }) : result;
      }
      if (performance.now() >= until) return ok({ ...step.value, result: null });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async *reading(paths: readonly string[], format: FormatId | 'auto'): Work {
    const chosen = yield* readChosen(paths, format);
    return chosen.ok ? yield* this.comparing(chosen.value, this.around()) : chosen;
  }

  private async *opening(source: TableSource): Work {
    const { id, leave } = this;
    const project = await this.around().project();
    if (!project.ok) return project;
    yield { doing: t('common.is-reading'), at: 0, of: 0 };
    const read = await readTable(project.value.root, source, leave.signal);
    if (!read.ok) return read;
    if (this.id !== id) return over();
    this.table = read.value;
    return ok({ kind: 'table', table: viewOfTable(read.value.table, read.value.name) });
  }

  private async *making({ name, table }: NamedTable, choices: RowChoices): Work {
    const made = rowsAsDocuments(table, choices);
    if (!made.ok) return made;
    // Each row a document of its own, also where the project has one of the same words.
    return yield* this.comparing({ name, file: made.value }, { ...this.around(), documents: [] });
  }

  private async *comparing({ file, name }: Input, around: Compared): Work {
    const { id } = this;
    const read = yield* compareImport(file, name, around);
    if (!read.ok) return read;
    const project = await this.around().project();
    if (!project.ok) return project;
    if (this.id !== id) return over();
    this.read = read.value;
    const newPath = pathGiver(read.value.name, project.value.taken);
    return ok({ kind: 'read', view: viewOf(read.value, project.value.schema, newPath) });
  }

  private async *planning(read: ReadImport, options: ImportOptions): Work {
    const project = await this.around().project();
    if (!project.ok) return project;
    const { report } = yield* planImport(read, options, project.value);
    return ok({ kind: 'plan', report });
  }

  /** Plans anew, for the project as it is now, and writes. */
  private async *committing(read: ReadImport, options: ImportOptions): Work {
    const project = await this.around().project();
    if (!project.ok) return project;
    const plan = yield* planImport(read, options, project.value);
    const done = yield* commitPlan(project.value.root, plan, this.around().commit);
    if (!done.ok) return done;
    // What was compared is no longer so: who imports again reads again.
    this.read = null;
    return ok({ kind: 'commit', report: plan.report, json: JSON.stringify(plan.parts) });
  }
}

/** In ms. */
const TELL_EVERY = 50;

/**
 * Writes what PLAN says; who asks no further and says so (`return`) has all of it taken back. Codes: `empty`, and
 * those of COMMIT.
 */
export async function* commitPlan(
  root: string,
  { parts, texts }: Pick<PlannedImport, 'parts' | 'texts'>,
  commit: ImportsAround['commit'],
): AsyncGenerator<Working, Result<null>> {
  if (parts.length === 0) return fail('empty', t('storage.import.nothing'));
  // Told in documents, though each is written in two goes: first beside its place, then into it.
  const of = Math.max(texts.size, 1);
  const working = (part: number): Working => ({
    doing: t('common.is-writing'),
    at: Math.floor(of * part),
    of,
  });
  const leave = new AbortController();
  let written = 0;
  let committing: Promise<Result<null>> | null = null;
  let isOver = false;
  try {
    for await (const kept of stage(root, texts)) yield working((0.4 * kept) / of);
    const tell = (at: number, all: number) => {
      written = at / all;
    };
    committing = commit(parts, { tell, signal: leave.signal });
    for (;;) {
      const done = await Promise.race([committing, sleep(TELL_EVERY, null)]);
      isOver = done !== null;
      if (done?.ok) return done;
      if (done) {
        await unstage(root, texts.keys());
        return done;
      }
      yield working(0.4 + 0.6 * written);
    }
  } catch (error) {
    isOver = true;
    await unstage(root, texts.keys());
    return stagingFailed(error);
  } finally {
    if (!isOver) {
      leave.abort();
      const done = await committing;
      // It was faster than the wish to stop it.
      if (done?.ok) await commit(undoing(parts));
      await unstage(root, texts.keys());
    }
  }
}

/** The parts that take PARTS back. */
const undoing = (parts: readonly HistoryPart[]) =>
  parts.map((part) => ({ ...part, patch: reverse(part.patch) })).reverse();

function stagingFailed(error: unknown): Result<never> {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'ENOSPC' ? t('storage.why.disk-full') : (code ?? message);
  return fail(code === 'ENOSPC' ? 'disk-full' : 'write-failed', t('storage.import.failed', { why }));
}
