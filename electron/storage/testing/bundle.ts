/** Bundles a TypeScript file so that plain Node runs it as another process or thread. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

export interface Bundle {
  readonly file: string;
  remove(): void;
}

/** FILE is absolute. */
export async function bundle(file: string): Promise<Bundle> {
  const outDir = await mkdtemp(join(tmpdir(), 'postil-bundle-'));
  const name = basename(file, '.ts');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '../../..'),
    build: {
      ssr: file,
      outDir,
      emptyOutDir: true,
      target: 'node18',
      minify: true,
      rollupOptions: {
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  });
  return {
    file: join(outDir, `${name}.cjs`),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
