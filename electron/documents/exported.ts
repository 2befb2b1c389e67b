/** Exports are told from documents by the report that stands beside them. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isReport } from '../../core/formats/report';

export const REPORT = '.report.json';

/** True when FILE (absolute) is the report of an export; never throws. */
export function isExportReport(file: string): boolean {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const bytes = Buffer.alloc(80);
    return isReport(bytes.toString('utf8', 0, readSync(handle, bytes)));
  } catch {
    return false;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Of NAMES in FOLDER (absolute), those that are exports: a file or a folder with a report of its own name, and what stands beside them. */
export function exportsAmong(folder: string, names: readonly string[]): ReadonlySet<string> {
  const reports = names.filter((name) => name.endsWith(REPORT) && isExportReport(join(folder, name)));
  // A table's relations stand in a table beside it.
  return new Set(
    reports.map((name) => name.slice(0, -REPORT.length)).flatMap((it) => [it, `${it}.relations.csv`]),
  );
}
