import { expect, test } from './fixtures';
import { shows } from './hands';

test('the Help menu: guides, what is copied for a report, versions and licences of all that is shipped', async ({
  folder,
  start,
}) => {
  folder.write('secret name.txt', 'A text that stays here.');
  const { app, page } = await start();
  await shows(page, 'stays here');
  const choose = (id: string) =>
    app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

  await choose('help.guides');
  const guides = page.getByRole('dialog', { name: 'Guides' });
  await expect(guides.getByRole('heading', { name: 'First steps' })).toBeVisible();
  await guides.getByRole('article').getByRole('button', { name: 'exporting' }).click();
  await expect(guides.getByRole('heading', { name: 'Exporting' })).toBeVisible();
  await guides.getByRole('article').getByRole('button', { name: 'your files' }).click();
  await expect(guides.getByRole('heading', { name: 'Your files' })).toBeVisible();
  await expect(guides.getByRole('button', { name: 'Your files' })).toHaveAttribute('aria-current', 'true');
  await guides.getByRole('button', { name: 'When something is wrong' }).click();
  await expect(guides.getByRole('heading', { name: 'A document is read-only' })).toBeVisible();
  await page.keyboard.press('Escape');

  await choose('language.zh-CN');
  await choose('help.guides');
  const chinese = page.getByRole('dialog', { name: '指南' });
  await chinese.getByRole('article').getByRole('button', { name: '导出' }).click();
  await expect(chinese.getByRole('heading', { name: '导出', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose('language.en');

  await choose('help.about');
  const about = page.getByRole('dialog', { name: 'About Postil' });
  const versions = await app.evaluate(() => process.versions);
  await expect(about.locator('dl')).toContainText(versions.electron as string);
  await expect(about.locator('dl')).toContainText(versions.chrome as string);
  for (const name of ['lexical 0', 'react 19', 'zod 4', 'Electron (MIT)', 'Permission is hereby granted'])
    await expect(about.locator('pre')).toContainText(name);
  await about.getByRole('button', { name: 'Copy details' }).click();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain(`electron: ${versions.electron}`);
  expect(await copied()).toMatch(/documents: 1\n/);
  expect(await copied()).not.toMatch(/secret|stays here|postil-project/);
  await about.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(about).toHaveCount(0);
});
