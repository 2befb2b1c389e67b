// Windows and macOS packages cannot be built on Linux, but their configuration can be checked.
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import load from './electron-builder.config.mjs';

const require = createRequire(import.meta.url);
const builder = createRequire(require.resolve('electron-builder'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config');
const { DebugLogger } = builder('builder-util');

const validate = (config: object): Promise<void> => validateConfiguration(config, new DebugLogger(false));

test('every platform has a target, and the schema of electron-builder accepts it', async () => {
  const config = await load();
  await validate(config);
  expect(JSON.stringify([config.linux?.target, config.win?.target, config.mac?.target])).toMatch(
    /deb.*tar\.gz.*AppImage.*nsis.*dmg/,
  );
});

test.each([
  ['win', { target: 'nsis', sign: true }],
  ['nsis', { oneclick: true }],
  ['mac', { hardenedRuntime: 'yes' }],
  ['appImage', { licence: 'MIT' }],
  ['deb', { dependencies: [] }],
])('a mistake in %s is refused', async (key, mistake) => {
  await expect(validate({ ...(await load()), [key]: mistake })).rejects.toThrow(/Invalid configuration/);
});
