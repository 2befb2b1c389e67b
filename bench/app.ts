/** Starts the built app as a person does, and does with it what hands do. */
import { type ElectronApplication, _electron as electron, type JSHandle, type Page } from 'playwright';
import { installProbe } from './probe';
import { makeSettings } from './projects';

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

const textBox = (page: Page) => page.getByRole('textbox', { name: 'Document text' });

/** Opens PROJECT with settings of its own; resolves when its first document is shown. */
export async function startApp(temporary: string, project: string, watched = true): Promise<Running> {
  const app = await electron.launch({
    args: ['.', project],
    env: { ...(process.env as Record<string, string>), POSTIL_USER_DATA: makeSettings(temporary) },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await textBox(page).locator('[data-start]').first().waitFor({ timeout: 60_000 });
  if (watched) await installProbe(page);
  return { app, page, close: () => app.close() };
}

/** Clicks the document in the list. */
export const openDocument = (page: Page, path: string): Promise<void> =>
  page
    .getByRole('listbox', { name: 'Documents' })
    .getByRole('option', { name: path, exact: true })
    .click({ timeout: 60_000 });

/** Waits until COUNT annotations (or more) are listed. */
export async function annotationsShown(page: Page, count: number): Promise<void> {
  if (count === 0) return;
  await page.waitForFunction(
    (wanted) => {
      const item = document.querySelector('ul[aria-label=Annotations] li');
      return Number(item?.getAttribute('aria-setsize') ?? 0) >= wanted;
    },
    count,
    { timeout: 300_000 },
  );
}

/** Lets background work (scans, collections of garbage) come to rest. */
export const rest = (page: Page, ms: number): Promise<void> => page.waitForTimeout(ms);

export const focusText = (page: Page): Promise<void> => textBox(page).focus();

/** The element that scrolls the text. */
export const textScroller = (page: Page): Promise<JSHandle<HTMLElement>> =>
  page.evaluateHandle(() => {
    let element = document.querySelector('[role=textbox][aria-label="Document text"]') as HTMLElement;
    while (getComputedStyle(element).overflowY === 'visible') element = element.parentElement as HTMLElement;
    return element;
  });
