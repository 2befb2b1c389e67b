/** Another tool's files: read, looked at, and brought in as one step. The dialog stands on this. */

import type { TableSource } from '../../core/contract';
import type { ImportOptions, ImportReport, ImportView } from '../../core/exchange/report';
import type { RowChoices, TableView } from '../../core/exchange/table';
import { type Failure, fail, ok, type Result } from '../../core/failure';
import type { FormatId } from '../../core/formats/catalog';
import type { HistoryPart } from '../../core/history';
import { t } from '../../core/locale/t';
import type { ImportPage } from '../../core/views';
import { call } from '../api';
import { annotatorKnown } from './annotator';
import { adoptStep } from './commit';
import { settled } from './saving';

/** How far something is; OF is 0 as long as it is not known. */
export type Progress = (doing: string, at: number, of: number) => void;

type Kind = NonNullable<ImportPage['result']>['kind'];
type Answer<K extends Kind> = Extract<NonNullable<ImportPage['result']>, { kind: K }>;

/** One import, from reading its files to dropping them. `drop` also cancels what goes on. */
export interface Importing {
  readonly read: (
    paths: readonly string[],
    format: FormatId | 'auto',
    progress: Progress,
  ) => Promise<Result<ImportView>>;
  /** A table whose rows are to become documents; `rows` makes them, `commit` brings them in. */
  readonly table: (source: TableSource, progress: Progress) => Promise<Result<TableView>>;
  readonly rows: (choices: RowChoices, progress: Progress) => Promise<Result<ImportView>>;
  readonly plan: (options: ImportOptions, progress: Progress) => Promise<Result<ImportReport>>;
  /** On the disk when this resolves, painted, and one step of the history; TITLE names it: `Import tasks.json`. */
  readonly commit: (
    options: ImportOptions,
    title: string,
    progress: Progress,
  ) => Promise<Result<ImportReport>>;
  readonly drop: () => void;
}

/** The code of an import that was dropped, and of what the other side no longer knows. */
export const STOPPED = 'import-over';

/** Told by whoever was dropped before it was done. */
export const stopped = (): Failure => ({ code: STOPPED, message: t('import.stopped') });

export function newImport(): Importing {
  const id = crypto.randomUUID();
  /** What began last is what is waited for; null when it was dropped. */
  let turn: symbol | null = Symbol('turn');

  async function run<K extends Kind>(
    kind: K,
    begin: () => Promise<Result<null>>,
    progress: Progress,
  ): Promise<Result<Answer<K>>> {
    if (turn === null) return { ok: false, failure: stopped() };
    const mine = Symbol('turn');
    turn = mine;
    const begun = await begin();
    if (!begun.ok) return begun;
    while (turn === mine) {
      const page = await call('import.next', { id });
      if (!page.ok) return page;
      const { result, doing, at, of } = page.value;
      if (result?.kind === kind) return ok(result as Answer<K>);
      progress(doing, at, of);
    }
    return { ok: false, failure: stopped() };
  }

  return {
    async read(paths, format, progress) {
      const begin = () => call('import.read', { id, paths: [...paths], format });
      const done = await run('read', begin, progress);
      return done.ok ? ok(done.value.view) : done;
    },
    async table(source, progress) {
      const done = await run('table', () => call('import.table', { id, source }), progress);
      return done.ok ? ok(done.value.table) : done;
    },
    async rows({ text, name, fields }, progress) {
      const choices = { text, name, fields: fields && [...fields] };
      const done = await run('read', () => call('import.rows', { id, choices }), progress);
      return done.ok ? ok(done.value.view) : done;
    },
    async plan(options, progress) {
      const done = await run('plan', () => call('import.plan', { id, options }), progress);
      return done.ok ? ok(done.value.report) : done;
    },
    async commit(options, title, progress) {
      await annotatorKnown();
      const saved = await settled();
      if (saved !== null) return fail('unsaved', saved);
      const done = await run('commit', () => call('import.commit', { id, options }), progress);
      if (!done.ok) return done;
      adoptStep(JSON.parse(done.value.json) as HistoryPart[], title);
      return ok(done.value.report);
    },
    drop() {
      turn = null;
      void call('import.drop', { id });
    },
  };
}
