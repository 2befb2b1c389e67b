/** Paths inside a project: written with `/`, and never leading out of it. */
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** The path in FOLDER's file system of a project path. */
export const fullPath = (folder: string, path: string) => join(folder, ...path.split('/'));

/** The project path of an absolute one inside FOLDER. */
export const projectPath = (folder: string, full: string) => relative(folder, full).split(sep).join('/');

/** True when FULL is FOLDER or lies below it; both absolute and resolved. */
export function isInside(folder: string, full: string): boolean {
  const rest = relative(folder, full);
  return rest === '' || (!isAbsolute(rest) && rest !== '..' && !rest.startsWith(`..${sep}`));
}

/**
 * The real path of FULL when it stays inside FOLDER (a real path) with every link followed; null when it
 * leaves. Throws the file system's error when there is nothing there.
 */
export function realInside(folder: string, full: string): string | null {
  const real = realpathSync.native(full);
  return isInside(folder, real) ? real : null;
}

/** True for a project path that names a file below the project: relative, `/`, no `.` or `..` or empty parts. */
export function isPlainPath(path: string): boolean {
  if (path.includes('\0') || path.includes('\\') || isAbsolute(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
