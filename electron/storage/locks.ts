/**
 * One writer per layer on this machine. Locks live in the settings folder, not in the project, so that a
 * synced folder never carries one to another machine. A lock whose process is gone is taken over at once.
 */

import { createHash, randomBytes } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../core/failure';
import { t } from '../../core/locale/t';

export interface Lock {
  release(): void;
}

interface Holder {
  readonly host: string;
  readonly pid: number;
  /** What the kernel calls the process's start, so that another process with the same pid is not taken for it; null where unknown. */
  readonly started: string | null;
  readonly project: string;
  readonly name: string;
  readonly since: string;
}

/** How often a holder shows that it lives, and after how long without that a lock of another host is dead; in ms. */
const BEAT = 30_000;
const SILENCE = 5 * BEAT;

/** Field 22 of /proc/PID/stat (proc(5)): clock ticks between boot and the start of the process. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < SILENCE;
  if (!isRunning(holder.pid)) return false;
  const start = startOf(holder.pid);
  return start === null || holder.started === null || start === holder.started;
}

/** Null when FILE is not a whole lock: its writer was killed, or it is no lock at all. */
function readHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : null;
  } catch {
    return null;
  }
}

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Puts a whole lock in place or nothing: EEXIST when another stands there. */
function put(file: string, text: string): boolean {
  const next = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(next, text, { flag: 'wx' });
  try {
    linkSync(next, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // No hard links on this file system: exclusive creation does, short of a kill in between.
    try {
      writeFileSync(file, text, { flag: 'wx' });
      return true;
    } catch (second) {
      if ((second as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw second;
    }
  } finally {
    rmSync(next, { force: true });
  }
}

/** Takes a dead lock away; only one of several that try succeeds, and a live one that came meanwhile is put back. */
function takeAway(file: string, judged: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) put(file, read(aside) ?? '');
  rmSync(aside, { force: true });
}

/**
 * Takes the lock NAME of PROJECT (a real path), kept below SETTINGS. Codes: `locked` (another process holds
 * it), `lock-failed` (the settings folder can't be written).
 */
export function acquire(settings: string, project: string, name: string): Result<Lock> {
  const key = createHash('sha256').update(`${project}\n${name}`).digest('hex').slice(0, 32);
  const folder = join(settings, 'locks');
  const file = join(folder, `${key}.json`);
  const me: Holder = {
    host: hostname(),
    pid: process.pid,
    started: startOf(process.pid),
    project,
    name,
    since: new Date().toISOString(),
  };
  const text = JSON.stringify(me);
  try {
    mkdirSync(folder, { recursive: true });
    for (let tries = 0; tries < 5; tries++) {
      if (put(file, text)) return ok(hold(file, text));
      const there = read(file);
      if (there === null) continue;
      const holder = readHolder(there);
      // Our own pid: a worker of this very process that was restarted.
      const isOurs = holder?.pid === me.pid && holder.host === me.host;
      if (holder && !isOurs && isAlive(holder, file)) return locked(holder);
      takeAway(file, there);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail('lock-failed', t('storage.lock-failed', { cause: code ?? '', folder }));
  }
  return fail('locked', t('storage.lock-taken'));
}

const locked = ({ host, pid, since }: Holder) =>
  fail(
    'locked',
    host === hostname()
      ? t('storage.locked', { pid: String(pid), since })
      : t('storage.locked-elsewhere', { pid: String(pid), host, since }),
  );

function hold(file: string, text: string): Lock {
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Somebody removed it; the next process that asks will find out.
    }
  }, BEAT);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (read(file) === text) rmSync(file, { force: true });
    },
  };
}
