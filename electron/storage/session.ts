/** What lasts from opening a project to closing it, and is shared by all files written in between. */
import { backUp } from './backups';

export interface Session {
  /** The project's folder, a real path. */
  readonly root: string;
  /** Backs the project's file PATH up, once per session, before the first write to it. */
  backUpOnce(path: string): Promise<void>;
}

export function startSession(root: string): Session {
  const done = new Set<string>();
  return {
    root,
    async backUpOnce(path) {
      if (done.has(path)) return;
      try {
        await backUp(root, path);
        done.add(path);
      } catch {
        // Saving matters more than its backup; the next write tries again.
      }
    },
  };
}
