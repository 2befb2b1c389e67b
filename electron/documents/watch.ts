/**
 * Watches folders for anything that changes in them. One watcher a folder: a library that watches every file
 * costs 10,000 handles for 10,000 documents and, on Linux, may use up what the whole machine has.
 */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { fullPath } from './inside';

export interface FolderWatch {
  /** Watches exactly these folders (relative to the project, itself as '') from now on. */
  set(folders: Iterable<string>): void;
  close(): void;
}

/** Most folders watched at once; changes in the rest show when the project is opened again. */
const MOST = 4_000;

/** Calls ON with the folder and the name of what changed in it (null when the system does not say). Never throws. */
export function watchFolders(root: string, on: (folder: string, name: string | null) => void): FolderWatch {
  /** By folder and inode: a folder that was deleted and made again needs a new watcher. */
  const watchers = new Map<string, FSWatcher>();

  function keyOf(folder: string): string | null {
    try {
      return `${statSync(fullPath(root, folder)).ino}/${folder}`;
    } catch {
      return null;
    }
  }

  function drop(key: string): void {
    watchers.get(key)?.close();
    watchers.delete(key);
  }

  function add(key: string, folder: string): void {
    try {
      const watcher = watch(fullPath(root, folder), { persistent: false }, (_, name) => on(folder, name));
      // A folder that is deleted ends its watcher, on Windows with an error; its parent tells of it as well.
      watcher.on('error', () => drop(key));
      watchers.set(key, watcher);
    } catch {
      // Gone again, or the system has no more watchers: what is missed shows with the next opening.
    }
  }

  return {
    set(folders) {
      const wanted = new Map<string, string>();
      for (const folder of [...new Set(folders)].slice(0, MOST)) {
        const key = keyOf(folder);
        if (key !== null) wanted.set(key, folder);
      }
      for (const key of [...watchers.keys()]) if (!wanted.has(key)) drop(key);
      for (const [key, folder] of wanted) if (!watchers.has(key)) add(key, folder);
    },
    close() {
      for (const key of [...watchers.keys()]) drop(key);
    },
  };
}
