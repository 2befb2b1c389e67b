import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { build } from 'vite';
import { anyRich } from '../core/testing/rich';
import { expect, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, fillsOf, placeOf, saved, shows, textBox } from './hands';

const everything = `# A survey

*Notes* by **Ines Duarte**, with \`code\`, ~~nothing~~ and [a link](https://example.org/a).[^one]\\
After a hard break.

1. First
   - Nested
2. Second
- [x] Done

> Quoted
>
> > twice

| Harbour | Boats | Said |
| --- | --- | --- |
| Porto Novo | 41 | “It shows.” |
| Santa Clara |  | |

\`\`\`
def f():
    return 1
\`\`\`

![A quay](quay.jpg) at low tide

---

[^one]: The note.
`;

const canonical = [
  'A survey',
  'Notes by Ines Duarte, with code, nothing and a link.\nAfter a hard break.',
  'First',
  'Nested',
  'Second',
  'Done',
  'Quoted',
  'twice',
  'Harbour\tBoats\tSaid',
  'Porto Novo\t41\t“It shows.”',
  'Santa Clara\t\t',
  'def f():\n    return 1',
  '\ufffc at low tide',
  '',
  'The note.',
].join('\n');

/** The status bar says where the caret is; it follows after the paint. */
const caretIs = (page: Page, offset: number) =>
  expect(page.locator('.status-bar')).toContainText(new RegExp(`(^|\\D)${offset} of `));

test('every character of any rich text has a place on the screen and back', async ({ folder, start }) => {
  folder.write('a.txt', 'Anything.');
  const { page } = await start();
  await shows(page, 'Anything.');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome114',
      lib: { entry: 'e2e/viewer-probe.ts', formats: ['iife'], name: 'probe' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  await page.evaluate(`${output[0].code}; globalThis.probe = probe`);
  const texts = fc.sample(anyRich, { numRuns: 150 }).map(({ text, rich }) => [text, rich]);
  const wrong = await page.evaluate(
    (json) =>
      (globalThis as unknown as { probe: { firstWrong(json: string): string | null } }).probe.firstWrong(
        json,
      ),
    JSON.stringify(texts),
  );
  expect(wrong).toBeNull();
});

test('a Markdown document: looks as it should, annotated across a heading and a cell, reopened', async ({
  folder,
  start,
}) => {
  folder.write('survey.md', everything);
  const { app, page } = await start();
  await shows(page, 'A survey');
  const box = textBox(page);
  await expect(box.locator('h1')).toHaveText('A survey');
  await expect(box.locator('strong')).toHaveText('Ines Duarte');
  await expect(box.locator('em')).toHaveText('Notes');
  await expect(box.locator('.is-item')).toHaveCount(4);
  expect(await box.locator('.is-item').evaluateAll((all) => all.map((it) => it.dataset.label))).toEqual([
    '1.',
    '•',
    '2.',
    '☑',
  ]);
  await expect(box.locator('.is-row')).toHaveCount(3);
  await expect(box.locator('.is-code')).toHaveCount(2);
  // Columns align without a table around them.
  const lefts = await box
    .locator('.is-row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left))),
    );
  expect(new Set(lefts.map(String)).size).toBe(1);

  // By mouse, from the heading into a cell.
  const from = await placeOf(page, 'survey');
  const to = await placeOf(page, 'Porto Novo');
  await page.mouse.move(from.start.x + 0.5, from.start.y);
  await page.mouse.down();
  await page.mouse.move(to.end.x - 20, to.end.y, { steps: 4 });
  await page.mouse.move(to.end.x - 0.5, to.end.y, { steps: 2 });
  await page.mouse.up();
  await chip(page, 'Claim').click();
  await expect(annotationRows(page)).toHaveCount(1);
  await dragOver(page, 'Ines Duarte');
  await chip(page, 'Person').click();
  await saved(page);
  const spans = folder.annotations('survey.md').map(({ spans: [span] }) => span);
  expect(spans.map((it) => it?.exact)).toEqual([
    canonical.slice(canonical.indexOf('survey'), canonical.indexOf('\t41')),
    'Ines Duarte',
  ]);
  for (const span of spans) expect(canonical.slice(span?.start, span?.end)).toBe(span?.exact);
  expect(await fillsOf(page, 'person')).toEqual(['Ines Duarte']);

  await app.close();
  const again = await start();
  await shows(again.page, 'A survey');
  await expect(annotationRows(again.page)).toHaveCount(2);
  expect(await fillsOf(again.page, 'person')).toEqual(['Ines Duarte']);

  const args = ['out/electron/cli.cjs', 'export', folder.path, '--format', 'json', '-o', '-'];
  const [document] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })).documents;
  expect(document.text).toBe(canonical);
  const exported: { start: number; end: number; exact: string }[] = document.annotations.flatMap(
    (it: { spans: unknown[] }) => it.spans,
  );
  expect(exported).toHaveLength(2);
  for (const { start: at, end, exact } of exported)
    expect([...document.text].slice(at, end).join('')).toBe(exact);
});

test('by keyboard through a table: across cells, to the row below, and copied as the text is', async ({
  folder,
  start,
}) => {
  folder.write('survey.md', everything);
  const { app, page } = await start();
  await clickOn(page, 'Porto Novo');
  await page.keyboard.press('Home');
  const start_ = canonical.indexOf('Porto Novo');
  await caretIs(page, start_);
  await page.keyboard.press('End');
  await caretIs(page, start_ + 'Porto Novo'.length);
  await page.keyboard.press('ArrowRight');
  await caretIs(page, start_ + 'Porto Novo\t'.length);
  await page.keyboard.press('ArrowDown');
  await caretIs(page, canonical.indexOf('Santa Clara\t') + 'Santa Clara\t'.length);
  await page.keyboard.press('ArrowRight');
  await caretIs(page, canonical.indexOf('Santa Clara\t\t') + 'Santa Clara\t\t'.length);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await caretIs(page, canonical.indexOf('“It shows'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe('Said\nPorto Novo\t41\t');
  await page.keyboard.press('7');
  await saved(page);
  expect(folder.annotations('survey.md')[0]?.spans).toMatchObject([{ exact: copied }]);
  // Every line can be walked to and back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  const lines = canonical.split('\n').map((_, i, all) => all.slice(0, i).join('\n').length + Math.min(i, 1));
  for (const line of lines.slice(1)) {
    await page.keyboard.press('ArrowDown');
    await caretIs(page, line);
  }
  await page.keyboard.press('ArrowDown');
  await caretIs(page, canonical.length);
  for (const line of lines.slice(0, -1).reverse()) {
    await page.keyboard.press('ArrowUp');
    await caretIs(page, line);
  }
});

test('a double click selects a word of a cell; a click on a link only sets the caret', async ({
  folder,
  start,
}) => {
  folder.write('survey.md', everything);
  const { app, page } = await start();
  const { start: from } = await placeOf(page, 'Clara');
  await page.mouse.dblclick(from.x + 4, from.y);
  await expect(page.locator('.status-bar')).toContainText('5 characters selected');

  await app.evaluate(({ dialog, shell }) => {
    const told = { asked: [] as string[], opened: [] as string[], answer: 0 };
    (globalThis as unknown as { told: typeof told }).told = told;
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      told.asked.push(options.detail ?? '');
      return { response: told.answer, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    shell.openExternal = async (address) => {
      told.opened.push(address);
    };
  });
  const told = () =>
    app.evaluate(
      () => (globalThis as unknown as { told: { asked: string[]; opened: string[]; answer: number } }).told,
    );
  await clickOn(page, 'a link');
  expect(await told()).toMatchObject({ asked: [], opened: [] });
  await page.keyboard.down('Control');
  await clickOn(page, 'a link');
  await page.keyboard.up('Control');
  await expect.poll(told).toMatchObject({ asked: ['https://example.org/a'], opened: [] });
  await app.evaluate(() => {
    (globalThis as unknown as { told: { answer: number } }).told.answer = 1;
  });
  await page.keyboard.press('Control+l');
  await expect.poll(told).toMatchObject({ opened: ['https://example.org/a'] });
  expect(page.url()).toContain('app://postil/');
});

test('what the text leaves out is hinted at, and told by the document’s own dialog', async ({
  folder,
  start,
}) => {
  folder.write('survey.md', '# One\n\n<div class="x">gone</div>\n\nTwo words.\n');
  const { page } = await start();
  await shows(page, 'Two words.');
  await page.getByRole('button', { name: '1 left out' }).click();
  const about = page.getByRole('dialog', { name: 'About this document' });
  await expect(about).toContainText('survey.md');
  await expect(about).toContainText('md/1');
  await expect(about).toContainText('Words3');
  await expect(about).toContainText('1 pieces of HTML<div class="x">gone</div>');
  await page.keyboard.press('Escape');
  await expect(about).toBeHidden();
  await textBox(page).focus();
  await page.keyboard.press('Alt+Enter');
  await expect(about).toBeVisible();
});

const square = (color: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2" fill="${color}"/>`)}`;
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('images of the file are shown, others said in words; the caret stands before and behind them', async ({
  folder,
  start,
}) => {
  folder.write(
    'page.html',
    `<p>Before <img width=200 height=100 alt="A dot" src="data:image/png;base64,${pixel}"> after</p><p><img alt="Elsewhere" src="https://example.org/x.png"> <img alt="Runs" src="${square('red')}"></p>`,
  );
  const { page } = await start();
  await shows(page, 'Before');
  const images = textBox(page).getByRole('img');
  await expect(images).toHaveCount(3);
  await expect(textBox(page).locator('img[src^="data:image/png"]')).toHaveCount(1);
  await expect(images.nth(1)).toHaveClass(/is-words/);
  const box = await images.first().boundingBox();
  expect(box).toMatchObject({ width: 200, height: 100 });
  if (!box) return;
  await page.mouse.click(box.x + 20, box.y + 50);
  await caretIs(page, 'Before '.length);
  await page.mouse.click(box.x + 180, box.y + 50);
  await caretIs(page, 'Before '.length + 1);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('9');
  await saved(page);
  expect(folder.annotations('page.html')[0]?.spans).toMatchObject([{ start: 7, end: 8, exact: '\ufffc' }]);
  await expect(page.locator('.viewer-stripe')).toHaveCount(1);
});
