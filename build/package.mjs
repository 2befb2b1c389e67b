// `npm run package [-- ELECTRON-BUILDER ARGUMENTS]` builds what people install, into release/: on Linux a
// .deb and a .tar.gz, elsewhere that system’s installer. PACK_FOR_TESTS=1 packs what is built already (other tests
// may be running it), quickly and testable.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAll } from './build.mjs';
import { describeRuntime, resolveElectron } from './electron-dist.mjs';
import { root, run, tool } from './run.mjs';

const release = join(root, 'release');

/**
 * Runs electron-builder; `env` is added to the environment.
 * @param {readonly string[]} args
 */
function builder(args) {
  const config = join(root, 'build/electron-builder.config.mjs');
  // An absolute path to a file: electron-builder takes nothing else.
  const env = { CUSTOM_FPM_PATH: join(root, 'build/fpm.mjs'), ...process.env };
  return run(tool('electron-builder'), ['--config', config, '--publish', 'never', ...args], { env });
}

/** With tar itself: electron-builder would download 7-Zip for it. */
function tarball(/** @type {string} */ unpacked) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = `postil-${version}-linux-x64`;
  const rename = `--transform=s,^${basename(unpacked)},${name},`;
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name'];
  return run('tar', [
    '-czf',
    join(release, `${name}.tar.gz`),
    ...owner,
    rename,
    '-C',
    release,
    basename(unpacked),
  ]);
}

/** Builds the packages of this system; resolves to an exit code. */
export async function makePackages(/** @type {readonly string[]} */ args = []) {
  const runtime = await resolveElectron();
  console.error(describeRuntime(runtime));
  if (runtime.kind === 'stand-in')
    console.error('Packages made with it are for tests on this machine: do not publish them');
  if (process.env.PACK_FOR_TESTS !== '1') await buildAll();
  rmSync(release, { recursive: true, force: true });
  mkdirSync(release);
  if (args.length > 0) return builder(args);
  if (process.platform !== 'linux') return builder([]);
  const code = await builder(['--linux', 'deb']);
  return code === 0 && process.env.PACK_FOR_TESTS !== '1' ? tarball(join(release, 'linux-unpacked')) : code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await makePackages(process.argv.slice(2));
  for (const name of readdirSync(release)) {
    const { size } = statSync(join(release, name));
    if (/\.(deb|gz|AppImage|exe|dmg)$/.test(name))
      console.log(`release/${name}  ${(size / 1e6).toFixed(1)} MB`);
  }
}
