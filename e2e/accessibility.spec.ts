/** Postil with a screen reader, without a mouse, with other colours, with larger type. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Dialog, Side } from '../renderer/state';
import { expect, type Started, test } from './fixtures';
import { annotateFull, fullSchema, harbour, writeManifest } from './full-project';
import { annotationRows, chip, clickOn, dragOver, option, saved, shows, textBox } from './hands';

/** What axe finds wrong with what is shown now, in PART of it if one is named: rule, weight and where. */
async function wrongs(page: Page, part?: string, rules?: string): Promise<string[]> {
  // Legacy mode runs in the page itself: the other one opens a second page, which Electron has not. What is right
  // need not be described: that is most of the time it takes.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules ? { runOnly: [rules] } : {}),
  });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      (node) =>
        `${impact} ${id}: ${node.target.join(' ')} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`,
    ),
  );
}

/** Nothing is wrong on the light page; on the dark one only the colours are others. */
async function looksRight(page: Page, what: string, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await wrongs(page, part, colorScheme === 'dark' ? 'color-contrast' : undefined);
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

const dialogOf = (page: Page) => page.getByRole('dialog');
const inText = async (page: Page, keys: string) => {
  await textBox(page).focus();
  await page.keyboard.press(keys);
};
const byPalette = async (page: Page, words: string) => {
  await inText(page, 'Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
};

/** Opens each dialog by keys; a kind that is missing here does not compile. */
const open: Record<Exclude<Dialog['kind'], 'name'>, (page: Page) => Promise<void>> = {
  'label-by-name': (page) => inText(page, 'l'),
  'edit-label': async (page) => {
    await chip(page, 'Person').focus();
    await page.keyboard.press('F2');
  },
  'annotate-all': async (page) => {
    await dragOver(page, 'Jonas Brandt');
    await page.keyboard.press('a');
  },
  repeats: (page) => byPalette(page, 'repeated'),
  export: (page) => inText(page, 'Control+e'),
  guides: (page) => inText(page, 'F1'),
  'about-postil': (page) => byPalette(page, 'about postil'),
  import: (page) => inText(page, 'Control+Shift+e'),
  'choose-label': (page) => inText(page, 'Control+F8'),
  schema: (page) => inText(page, 'Control+Shift+s'),
  about: (page) => inText(page, 'Alt+Enter'),
  palette: (page) => inText(page, 'Control+k'),
  print: (page) => inText(page, 'Control+p'),
  settings: (page) => inText(page, 'Control+,'),
  shortcuts: (page) => inText(page, '?'),
  rows: async (page) => {
    await option(page, 'answers.csv').click();
    await shows(page, 'calm');
    await byPalette(page, 'document of each row');
  },
};

const sides: Record<Side, string> = {
  document: 'Control+i',
  guidelines: 'Control+g',
  history: 'Control+Shift+h',
};

/** Where the focus is, and whether it can be seen there: by an outline or a ring of its own, its label or its frame. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const drawn = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    };
    const { width, height, top, bottom } = at.getBoundingClientRect();
    return {
      what: `${at.tagName.toLowerCase()}.${at.className} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 40)}`,
      index: [...document.querySelectorAll('*')].indexOf(at),
      inDialog: at.closest('[role=dialog]') !== null,
      isSeen:
        (drawn(at) || (at.matches('input[type=radio]') && drawn(at.nextElementSibling))) &&
        width > 0 &&
        height > 0 &&
        bottom > 0 &&
        top < window.innerHeight,
    };
  });

/** Tab goes through the dialog and comes round; the focus is seen at every stop and never leaves. */
async function walkDialog(page: Page, what: string): Promise<void> {
  const seen = new Set<number>();
  for (;;) {
    await page.keyboard.press('Tab');
    // On its way round the focus passes an invisible guard.
    let stop = await focused(page);
    await expect
      .poll(async () => {
        if (!stop.inDialog || !stop.isSeen) stop = await focused(page);
        return stop;
      }, `${what}: the focus is inside and can be seen`)
      .toMatchObject({ inDialog: true, isSeen: true });
    if (seen.has(stop.index) || seen.size > 80) break;
    seen.add(stop.index);
  }
}

async function startFull({
  folder,
  start,
}: {
  folder: import('./fixtures').Folder;
  start: (path?: string | null, options?: object) => Promise<Started>;
}) {
  writeManifest(folder, fullSchema);
  folder.write(
    'guidelines.md',
    '# Guidelines\n\nLabel what is said, not what is meant.\n\n## Person\n\nA *named* person.\n',
  );
  folder.write('harbour.txt', harbour);
  folder.write('answers.csv', 'who,answer\nMira,The sea was calm.\nJonas,The pier is closed.\n');
  folder.write('note.txt', 'Lisse again.\n');
  const started = await start(folder.path, { size: { width: 1280, height: 800 } });
  const { page } = started;
  await annotateFull(page, folder);
  await option(page, 'harbour.txt').click();
  await expect(annotationRows(page)).toHaveCount(9);
  return started;
}

test('axe finds nothing wrong in any dialog, light and dark; Tab walks it in sight; Esc gives the focus back', async ({
  folder,
  start,
}) => {
  test.setTimeout(180_000);
  const { page } = await startFull({ folder, start });
  for (const [kind, show] of Object.entries(open)) {
    await show(page);
    await expect(dialogOf(page), kind).toBeVisible();
    // The page behind it is looked at once with a dialog before it, and by itself in the next test.
    await looksRight(page, kind, kind === 'label-by-name' ? undefined : '[role=dialog]');
    await walkDialog(page, kind);
    await page.keyboard.press('Escape');
    await expect(dialogOf(page), kind).toHaveCount(0);
    const back = kind === 'edit-label' ? chip(page, 'Person') : textBox(page);
    await expect.soft(back, `${kind}: the focus is back`).toBeFocused();
  }
});

test('axe finds nothing wrong in any view, light and dark', async ({ folder, start }) => {
  test.setTimeout(180_000);
  const { page } = await startFull({ folder, start });
  await looksRight(page, 'annotating');
  await clickOn(page, 'Mira Okafor');
  await looksRight(page, 'a picked annotation and the chooser');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await looksRight(page, 'a new relation');
  await page.keyboard.press('Escape');
  for (const [side, keys] of Object.entries(sides)) {
    await inText(page, keys);
    await looksRight(page, `beside the text: ${side}`);
  }
  await inText(page, 'Control+f');
  await page.keyboard.type('Lisse');
  await looksRight(page, 'find in the document');
  await page.keyboard.press('Escape');
  await inText(page, 'Control+Shift+f');
  await page.keyboard.type('Lisse');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
  ).toBeVisible();
  await looksRight(page, 'find in the project');
  await page.keyboard.press('Escape');
  await inText(page, 'Control+Shift+a');
  await expect(page.locator('[data-count]')).toHaveText('10');
  await looksRight(page, 'annotations of the project');
  await chip(page, 'Person').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await looksRight(page, 'a menu');
  await page.keyboard.press('Escape');
  await inText(page, 'Backspace');
  await looksRight(page, 'a message');
});

test('axe finds nothing wrong in the welcome screen, an empty folder and the question for the name', async ({
  folder,
  start,
}) => {
  test.setTimeout(120_000);
  const first = await start(null, { annotator: null });
  await expect(first.page.getByRole('heading', { name: 'Postil' })).toBeVisible();
  await looksRight(first.page, 'welcome');
  await first.app.close();
  const { page } = await start(folder.path, { annotator: null });
  await expect(page.getByText('No documents here yet.').first()).toBeVisible();
  await looksRight(page, 'an empty folder');
  folder.write('a.txt', harbour);
  await option(page, 'a.txt').click();
  await shows(page, 'harbour');
  await looksRight(page, 'a document without annotations');
  await dragOver(page, 'Mira Okafor');
  await page.keyboard.press('1');
  await expect(dialogOf(page)).toBeVisible();
  await looksRight(page, 'the question for the name');
  await walkDialog(page, 'the question for the name');
  await page.keyboard.press('Enter');
  await saved(page);
  expect(folder.annotations('a.txt')).toHaveLength(1);
});

test('the live region names the annotations around the caret: nested ones, once, after a rest; outside of all it is silent', async ({
  folder,
  start,
}) => {
  const { page } = await startFull({ folder, start });
  const region = page.locator('[data-spoken]');
  await expect(region).toHaveAttribute('aria-live', 'polite');
  // Everything that is said from now on, in order.
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const region = document.querySelector('[data-spoken]') as HTMLElement;
    new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0));
  const at = harbour.indexOf('Lisse before');
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  // As a held key walks: into and out of four annotations; only where it rests is told.
  await page.evaluate((steps) => {
    const text = document.activeElement as HTMLElement;
    for (let i = 0; i < steps; i++)
      text.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
      );
  }, at + 2);
  await expect(region).toHaveText('Inside Place, Place, Claim');
  expect(await said()).toEqual(['Inside Place, Place, Claim']);
  // A step within the same ones says nothing; out of the inner two, what is left; out of all, silence.
  await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect(region).toHaveText('Inside Claim');
  expect(await said()).toEqual(['Inside Claim']);
  await page.keyboard.press('Control+End');
  await expect(region).toHaveText('');
  expect(await said()).toEqual([]);
  // F6 names the pane that it goes to.
  await page.keyboard.press('F6');
  await expect(region).toHaveText('Annotations');
  await page.keyboard.press('F6');
  await expect(region).toHaveText('Documents');
});

test('at 200 % in a window of 1000×640 the text has the room: panes go and come back, dialogs fit, nothing scrolls sideways', async ({
  folder,
  start,
}) => {
  const { app, page } = await startFull({ folder, start });
  const zoom = (factor: number) =>
    app.evaluate(({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(1000, 640);
      window?.webContents.setZoomFactor(wanted);
    }, factor);
  const documents = page.getByRole('navigation', { name: 'Documents', exact: true });
  await zoom(2);
  await expect(documents).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Annotations pane' })).toBeHidden();
  // Of 500×320 pixels the text has at least half.
  const text = (await page.locator('.stage').boundingBox()) as { width: number; height: number };
  expect(text.width).toBeGreaterThan(490);
  expect(text.height).toBeGreaterThan(160);
  const fits = () =>
    page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      const dialog = document.querySelector('[role=dialog]')?.getBoundingClientRect();
      const { left = 0, top = 0, right = 0, bottom = 0 } = dialog ?? {};
      return (
        scrollWidth <= innerWidth &&
        scrollHeight <= innerHeight &&
        left >= 0 &&
        top >= 0 &&
        right <= innerWidth &&
        bottom <= innerHeight
      );
    });
  expect(await fits()).toBe(true);
  for (const show of [open.export, open.schema, open.shortcuts, open.palette]) {
    await show(page);
    await expect(dialogOf(page)).toBeVisible();
    await expect.poll(fits).toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toHaveCount(0);
  }
  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('Lisse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Search results' })).toBeVisible();
  const edges = await page
    .locator('.search-head button, footer, .status-bar')
    .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right - innerWidth));
  expect(edges.length).toBeGreaterThan(5);
  expect(Math.max(...edges)).toBeLessThanOrEqual(0);
  await page.locator('.search-head').getByRole('button', { name: 'Close' }).click();
  await zoom(1);
  await expect(documents).toBeVisible();
  await expect(annotationRows(page).first()).toBeVisible();
});

test('with the colours of the system labels are still told apart, and what is chosen is seen; motion ends where it is unwanted', async ({
  folder,
  start,
}) => {
  const { page } = await startFull({ folder, start });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const colour = (selector: string, property: string) =>
    page
      .locator(selector)
      .evaluateAll((all, name) => all.map((it) => getComputedStyle(it).getPropertyValue(name)), property);
  expect(new Set(await colour('.chip', 'border-inline-start-color')).size).toBe(10);
  expect(new Set(await colour('.viewer-stripe', 'color')).size).toBeGreaterThanOrEqual(6);
  const [chosen, other] = [
    await colour('[role=option][aria-selected=true]', 'background-color'),
    await colour('[role=option][aria-selected=false]', 'background-color'),
  ];
  expect(other).not.toContain(chosen[0]);
  // In the system's colours for what is chosen: its words can be read on it.
  const pressed = '.switch [aria-pressed=true]';
  expect(await colour(pressed, 'background-color')).toEqual(chosen);
  expect(await colour(pressed, 'color')).not.toEqual(chosen);
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter(({ playState, effect }) => {
        const { duration, iterations } = effect?.getComputedTiming() ?? {};
        return playState === 'running' && Number(duration) * Number(iterations) > 0;
      }).length,
  );
  expect(moving).toBe(0);
});
