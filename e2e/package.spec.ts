// The installed app: builds the .deb, installs it as a person would, starts it, and removes it without a trace.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '..');
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' });
const has = (program: string) => spawnSync('which', [program]).status === 0;
const isInstalled = () =>
  spawnSync('dpkg', ['-s', 'postil']).stdout?.includes('Status: install ok installed');

test.describe.configure({ mode: 'serial' });

test.skip(() => !has('dpkg') || process.getuid?.() !== 0, 'installing a package needs dpkg and root');
test.skip(() => isInstalled() && !process.env.CI, 'Postil is installed here: the test would replace it');

let installed = false;
test.afterAll(() => {
  if (installed) spawnSync('dpkg', ['--purge', 'postil']);
});

test('the package is built', () => {
  // Half a minute as a rule; more where everything else is busy too.
  test.setTimeout(400_000);
  execFileSync(process.execPath, ['build/package.mjs'], {
    cwd: root,
    env: { ...process.env, PACK_FOR_TESTS: '1' },
    stdio: 'pipe',
  });
});

test('dpkg installs it, with menu entry, icons and file association', () => {
  const { outputDir } = test.info();
  test.setTimeout(90_000);
  const deb = readdirSync(join(root, 'release')).find((name) => name.endsWith('.deb'));
  installed = true;
  run('dpkg', '-i', join(root, 'release', deb ?? 'no package was built'));
  expect(run('which', 'postil').trim()).toBe('/usr/bin/postil');

  const entry = '/usr/share/applications/postil.desktop';
  const text = readFileSync(entry, 'utf8');
  for (const line of ['Name=Postil', 'Exec=/opt/Postil/postil %F', 'Icon=postil', 'StartupWMClass=postil']) {
    expect(text).toContain(`${line}\n`);
  }
  expect(text).toContain('MimeType=application/x-postil-project+json;');
  if (has('desktop-file-validate')) expect(run('desktop-file-validate', entry)).toBe('');

  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    expect(statSync(`/usr/share/icons/hicolor/${size}x${size}/apps/postil.png`).size).toBeGreaterThan(100);
  }

  if (has('update-mime-database')) {
    expect(readFileSync('/usr/share/mime/globs2', 'utf8')).toContain(
      '80:application/x-postil-project+json:postil.json',
    );
  }
  if (has('gio')) {
    mkdirSync(outputDir, { recursive: true });
    const [project, other] = ['postil.json', 'other.json'].map((name) => join(outputDir, name));
    for (const file of [project, other]) writeFileSync(file ?? '', '{}\n');
    const typeOf = (file = '') => run('gio', 'info', '-a', 'standard::content-type', file);
    expect(typeOf(project)).toContain('application/x-postil-project+json');
    expect(typeOf(other)).toContain('application/json');
  }
  if (has('xdg-mime') && has('update-desktop-database')) {
    expect(run('xdg-mime', 'query', 'default', 'application/x-postil-project+json').trim()).toBe(
      'postil.desktop',
    );
  }
});

test('it opens the folder on its command line and shows its documents', async () => {
  const outputPath = (name: string) => test.info().outputPath(name);
  const project = outputPath('interviews');
  mkdirSync(join(project, 'second week'), { recursive: true });
  writeFileSync(join(project, 'anna.txt'), 'Anna went to Paris.\n');
  writeFileSync(join(project, 'second week/ben.txt'), 'Ben stayed at home.\n');

  const app = await electron.launch({
    executablePath: '/usr/bin/postil',
    args: ['interviews'],
    cwd: outputPath('.'),
    env: { ...process.env, POSTIL_USER_DATA: outputPath('settings') } as Record<string, string>,
    chromiumSandbox: false,
  });
  try {
    expect(await app.evaluate(({ app: main }) => main.isPackaged)).toBe(true);
    const page = await app.firstWindow();
    const documents = page.getByRole('listbox', { name: 'Documents' });
    await expect(documents.getByRole('option')).toHaveCount(2);
    await documents.getByRole('option', { name: 'anna.txt' }).click();
    await expect(page.getByRole('textbox', { name: 'Document text' })).toContainText('Anna went to Paris.');
    await expect(page).toHaveTitle('anna.txt — Postil');
    await page.screenshot({ path: outputPath('installed.png') });
    // The guides are in the package.
    await page.keyboard.press('F1');
    const guides = page.getByRole('dialog', { name: 'Guides' });
    await expect(guides.getByRole('heading', { name: 'First steps' })).toBeVisible();
    await expect(guides.getByRole('button', { name: 'When something is wrong' })).toBeVisible();
  } finally {
    await app.close();
  }
});

test('its command line needs neither a window nor a display', () => {
  const project = test.info().outputPath('interviews');
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'anna.txt'), 'Anna went to Paris.\n');
  const { DISPLAY: _, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const cli = (...args: string[]) =>
    spawnSync('/usr/bin/postil-cli', args, { env, encoding: 'utf8', timeout: 60_000 });
  expect(cli('list', project)).toMatchObject({ status: 0, stderr: '' });
  const file = test.info().outputPath('out.json');
  expect(cli('export', project, '-o', file).status).toBe(0);
  const printed = cli('export', project, '-o', '-');
  expect(printed.stdout).toBe(readFileSync(file, 'utf8'));
  expect(JSON.parse(printed.stdout).documents[0].text).toBe('Anna went to Paris.\n');
  expect(cli('export', project, '-o', file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('exists already'),
  });
  expect(cli('nonsense').status).toBe(2);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(cli('--version').stdout.trim()).toBe(version);
});

test('dpkg removes it without a trace', () => {
  const files = run('dpkg', '-L', 'postil').trim().split('\n');
  const own = files.filter((file) => file.startsWith('/opt/') || !statSync(file).isDirectory());
  run('dpkg', '-r', 'postil');
  const left = [
    ...own,
    '/usr/bin/postil',
    '/usr/bin/postil-cli',
    '/etc/alternatives/postil',
    '/etc/apparmor.d/postil',
  ].filter(existsSync);
  expect(left.filter((file) => file !== '/opt')).toEqual([]);
});
