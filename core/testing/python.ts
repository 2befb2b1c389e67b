/** Python as an independent reader of what we write. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What SCRIPT prints, read as JSON; it finds FILES in its working folder. */
export function python(script: string, files: ReadonlyMap<string, Uint8Array>): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'postil-python-'));
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const printed = execFileSync('python3', ['-X', 'utf8', '-c', script], { cwd: folder, encoding: 'utf8' });
    return JSON.parse(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
