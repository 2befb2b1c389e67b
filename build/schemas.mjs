// `node build/schemas.mjs` writes docs/schema/ anew from the shapes in core/; a test says when that is due.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './run.mjs';

const { module } = await runnerImport(join(root, 'core/formats/published.ts'), { configFile: false, root });
const folder = join(root, 'docs/schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of module.publishedSchemas()) writeFileSync(join(folder, name), text);
