/**
 * An export on the disk: gathered in a hidden folder beside its place, forced to disk, and put there at once,
 * its report first. Whatever goes wrong before leaves nothing, and what stood there untouched.
 */

import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Piece } from '../../../core/formats/format';
import { type ExportReport, reportText } from '../../../core/formats/report';
import { t } from '../../../core/locale/t';
import { exportsAmong, REPORT } from '../../documents/exported';
import { isPlainPath } from '../../documents/inside';
import { replace, syncFolder, temporaryIn } from '../durable-write';
import { StorageError } from '../failures';
import { putNew } from '../relink';
import { FileNames } from './names';
import { OpenFiles } from './open-files';
import { check, type Place } from './place';
import type { ExportRun } from './run';
import type { Sink } from './sink';

export class DiskSink implements Sink {
  private readonly files = new OpenFiles();
  private readonly sides = new Set<string>();
  private readonly names: FileNames;

  private constructor(
    private readonly run: ExportRun,
    private readonly place: Place,
    private readonly work: string,
  ) {
    this.names = new FileNames(run.description.extension);
  }

  static async open(run: ExportRun, place: Place): Promise<DiskSink> {
    const work = temporaryIn(dirname(place.path));
    await mkdir(work);
    if (run.description.shape !== 'file') await mkdir(join(work, 'tree'));
    return new DiskSink(run, place, work);
  }

  put({ to, data }: Piece): Promise<void> {
    return this.files.add(join(this.work, this.pathOf(to)), data);
  }

  /** Where in the working folder the pieces for TO go. */
  private pathOf(to: string): string {
    const { shape } = this.run.description;
    if (to.startsWith('.')) {
      this.sides.add(to);
      return `side${to}`;
    }
    if (shape === 'file') return 'main';
    const path = shape === 'folder' ? to : this.names.of(to);
    if (!isPlainPath(path)) throw new Error(`not a path in a folder: ${path}`);
    return `tree/${path}`;
  }

  async finish(report: ExportReport): Promise<string> {
    const { run, place, work } = this;
    const { project, options, description } = run;
    for (const text of reportText(project.manifest, description, options, report))
      await this.files.add(join(work, 'report'), text);
    await this.files.close();
    const main = await this.main();
    const isFolder = main === join(work, 'tree');
    const sides = [...this.sides].map((side) => [join(work, `side${side}`), place.path + side] as const);
    check(project, place.path, isFolder ? 'folder' : 'file', place.over);
    for (const [, target] of sides) check(project, target, 'file', place.over);
    if (!isOfAnExport(place.path)) check(project, place.path + REPORT, 'file', place.over);
    if (isFolder) await syncFolders(main);

    const placed: string[] = [];
    try {
      for (const [file, target] of [[join(work, 'report'), place.path + REPORT] as const, ...sides]) {
        const isNew = !(await isThere(target));
        await replace(file, target);
        if (isNew) placed.push(target);
      }
      if (isFolder) await putFolder(main, place.path, join(work, 'old'));
      else await (place.over ? replace(main, place.path) : putNew(main, place.path));
    } catch (error) {
      for (const file of placed) await rm(file, { force: true });
      throw error;
    }
    await syncFolder(dirname(place.path));
    await this.abandon();
    return place.path;
  }

  /** What takes the place: a file, or the folder of several. */
  private async main(): Promise<string> {
    const { shape } = this.run.description;
    const tree = join(this.work, 'tree');
    if (shape === 'folder') return tree;
    if (shape === 'file') {
      // A writer that had nothing to say still makes its file.
      await this.files.add(join(this.work, 'main'), '');
      await this.files.close();
      return join(this.work, 'main');
    }
    const [only] = this.names.all;
    if (only === undefined)
      throw new StorageError({
        code: 'nothing',
        message: t('storage.export.nothing'),
      });
    return this.names.all.length === 1 ? join(tree, only) : tree;
  }

  async abandon(): Promise<void> {
    await this.files.drop();
    await rm(this.work, { recursive: true, force: true });
  }
}

const isThere = async (path: string) => (await readdir(dirname(path))).includes(basename(path));

/** A report is an export's own, whatever stands there now. */
const isOfAnExport = (path: string) =>
  exportsAmong(dirname(path), [basename(path) + REPORT]).has(basename(path));

/** Puts the folder NEXT in the PLACE of what is there, which is moved to OLD (inside the working folder). */
async function putFolder(next: string, place: string, old: string): Promise<void> {
  const isReplaced = await isThere(place);
  if (isReplaced) await rename(place, old);
  try {
    await rename(next, place);
  } catch (error) {
    if (isReplaced) await rename(old, place);
    throw error;
  }
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name));
  await syncFolder(folder);
}
