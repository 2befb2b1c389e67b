// `node build/keyboard.mjs` writes the keyboard sheets of docs/ anew from the command table; a test says when that is due.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './run.mjs';

const { module } = await runnerImport(join(root, 'core/keyboard-sheet.ts'), { configFile: false, root });
for (const [path, text] of module.keyboardSheets()) writeFileSync(join(root, 'docs', path), text);
