/** Two languages: chosen, or the system's; at once, everywhere, and nothing is lost. */
import { expect, test } from './fixtures';
import { option } from './hands';

test('the language is the system’s, and changes at once', async ({ folder, start }) => {
  folder.write('one.txt', 'Ada wrote to Charles.');
  const { app, page } = await start(folder.path, { language: 'zh_CN.UTF-8' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  // The page speaks it before it paints; what hears the menu comes with the window's content.
  await expect(option(page, 'one.txt')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event', 'menu.command', { id: 'language.en' }),
  );
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
