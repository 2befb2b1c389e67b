/** Files that grow in turns: few handles, however many files. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** So many are open at a time. */
const MOST = 8;
/** So much of a file waits to be written, in characters or bytes. */
const CHUNK = 1 << 18;

interface Growing {
  readonly handle: FileHandle;
  waiting: (string | Uint8Array)[];
  size: number;
}

export class OpenFiles {
  /** Those used last at the end. */
  private readonly open = new Map<string, Growing>();
  private readonly closed = new Set<string>();

  /** Adds DATA to FILE (absolute), which is made when it is new. Throws `EEXIST` when something else stands there. */
  async add(file: string, data: string | Uint8Array): Promise<void> {
    const it = this.open.get(file) ?? { handle: await this.begin(file), waiting: [], size: 0 };
    this.open.delete(file);
    this.open.set(file, it);
    it.waiting.push(data);
    it.size += data.length;
    if (it.size >= CHUNK) await flush(it);
    if (this.open.size > MOST) await this.closeOldest();
  }

  /** Forces everything to disk, and closes it. */
  async close(): Promise<void> {
    while (this.open.size > 0) await this.closeOldest();
  }

  /** Closes everything as it is. */
  async drop(): Promise<void> {
    for (const { handle } of this.open.values()) await handle.close().catch(() => undefined);
    this.open.clear();
  }

  private async begin(file: string): Promise<FileHandle> {
    if (this.closed.has(file)) return open(file, 'a');
    try {
      return await open(file, 'wx');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(dirname(file), { recursive: true });
      return open(file, 'wx');
    }
  }

  private async closeOldest(): Promise<void> {
    for (const [file, it] of this.open) {
      await flush(it);
      await it.handle.sync();
      await it.handle.close();
      this.open.delete(file);
      this.closed.add(file);
      return;
    }
  }
}

async function flush(it: Growing): Promise<void> {
  const { waiting, handle } = it;
  it.waiting = [];
  it.size = 0;
  const isText = waiting.every((data) => typeof data === 'string');
  const bytes = isText
    ? Buffer.from(waiting.join(''))
    : Buffer.concat(waiting.map((data) => (typeof data === 'string' ? Buffer.from(data) : data)));
  await handle.appendFile(bytes);
}
