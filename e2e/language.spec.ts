/** Two languages: chosen, or the system's; at once, everywhere, and nothing is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';

test('the language is the system’s; a change holds at once, in the page, the menu and the worker, and is kept', async ({
  folder,
  start,
}) => {
  folder.write('one.txt', 'Ada wrote to Charles.');
  const { app, page } = await start(folder.path, { language: 'zh_CN.UTF-8' });
  const menu = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export.open')?.label ?? '');
  const settings = async () => {
    const userData = await app.evaluate(({ app }) => app.getPath('userData'));
    return JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')).language;
  };
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  expect(await menu()).toBe('导出…');

  await page.getByRole('textbox', { name: '文档文本' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('1');
  await expect(page.getByRole('status', { name: '保存状态' })).toHaveText('已保存');
  const written = folder.annotations('one.txt');
  expect(written).toHaveLength(1);

  // The palette changes it; what is picked, and where the caret is, stays.
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('输入命令').fill('English');
  await page.keyboard.press('Enter');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('navigation', { name: 'Documents' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Annotations' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText('Saved');
  await expect.poll(menu).toBe('Export…');
  await page.keyboard.press('Control+z');
  await expect.poll(() => folder.annotations('one.txt')).toEqual([]);
  expect(await settings()).toBe('en');

  // A page that is loaded again comes in the language that was chosen, not in the system's.
  await page.reload();
  await expect(html).toHaveAttribute('lang', 'en');
  await page.getByRole('textbox', { name: 'Document text' }).click();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Type a command').fill('Language: like the system');
  await page.keyboard.press('Enter');
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  expect(await settings()).toBe('system');
});
