// `npm run cli -- COMMAND ...` runs Postil's command line from the repository, without a display. It
// builds the bundle first when a source is newer, and says nothing on stdout: that belongs to the command.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { root, run } from './run.mjs';

const bundle = join(root, 'out/electron/cli.cjs');

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = ['core', 'electron'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  );
  return [...sources, join(root, 'package-lock.json')].some((file) => statSync(file).mtimeMs > built);
}

if (isStale()) await buildAll({ names: ['cli'], page: false });
process.exitCode = await run(process.execPath, [bundle, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
