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

/** FILE is absolute, and so are those that lie BESIDE it, as it finds its threads there. */
export async function bundle(file: string, ...beside: readonly string[]): Promise<Bundle> {
  const outDir = await mkdtemp(join(tmpdir(), 'postil-bundle-'));
  for (const each of [file, ...beside]) await buildInto(outDir, each);
  return {
    file: join(outDir, nameOf(file)),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

const nameOf = (file: string) => `${basename(file, '.ts')}.cjs`;

async function buildInto(outDir: string, file: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '../../..'),
    build: {
      ssr: file,
      outDir,
      emptyOutDir: false,
      target: 'node18',
      minify: true,
      rollupOptions: {
        output: { format: 'cjs', entryFileNames: nameOf(file), codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  });
}
