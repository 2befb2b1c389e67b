import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, fillsOf, option, placeOf, saved, shows, textBox } from './hands';

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `Paragraph ${i} of a long text, with words enough for a line.`);

test('every script: labelled by keyboard word by word, offsets right in the file', async ({
  folder,
  start,
}) => {
  const texts: Record<string, [text: string, word: string]> = {
    'emoji.txt': ['👩‍🔬👍🏽🇨🇭 Nkemelu waved.', 'Nkemelu'],
    'combining.txt': ['Cafe\u0301 Noe\u0308l opened.', 'Noe\u0308l'],
    'chinese.txt': ['林小雨在杭州。', '杭州'],
    'hebrew.txt': ['דוד לוי גר בחיפה', 'לוי'],
    'crlf.txt': ['One\r\n\r\nTwo\tthree\r\n', 'three'],
  };
  for (const [name, [text]] of Object.entries(texts)) folder.write(name, text);
  const { page } = await start();
  for (const [name, [text, word]] of Object.entries(texts)) {
    await option(page, name).click();
    await expect(page).toHaveTitle(`${name} — Postil`);
    await dragOver(page, word);
    await chip(page, 'Place').click();
    await expect(annotationRows(page)).toHaveCount(1);
    expect(await fillsOf(page, 'place')).toEqual([word]);
    await saved(page);
    const at = text.indexOf(word);
    expect(folder.annotations(name)[0]?.spans).toMatchObject([
      { start: at, end: at + word.length, exact: word },
    ]);
  }
});

test('select all and copy give the canonical text, not what is mounted', async ({ folder, start }) => {
  const text = `${paragraphs(3000).join('\r\n')}\r\n`;
  folder.write('long.txt', text);
  const { app, page } = await start();
  await shows(page, 'Paragraph 0 ');
  await textBox(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
});

test('a selection by keys reaches far beyond what is mounted', async ({ folder, start }) => {
  const text = paragraphs(3000).join('\n');
  folder.write('long.txt', text);
  const { page } = await start();
  await shows(page, 'Paragraph 0 ');
  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+End');
  await shows(page, 'Paragraph 2999 ');
  await page.keyboard.press('7');
  await expect(annotationRows(page)).toHaveCount(1);
  await saved(page);
  expect(folder.annotations('long.txt')[0]?.spans).toMatchObject([{ start: 0, end: text.length }]);
});

test('a drag to the edge scrolls on and selects across window changes', async ({ folder, start }) => {
  folder.write('long.txt', paragraphs(3000).join('\n'));
  const { page } = await start();
  const { start: from } = await placeOf(page, 'Paragraph 1 ');
  const box = (await textBox(page).boundingBox()) as { x: number };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, (page.viewportSize()?.height ?? 840) - 30, { steps: 4 });
  await shows(page, 'Paragraph 100 ');
  await page.mouse.up();
  await page.keyboard.press('7');
  await expect(annotationRows(page)).toHaveCount(1);
  await saved(page);
  const span = folder.annotations('long.txt')[0]?.spans[0];
  expect(span?.exact.startsWith('Paragraph 1 of')).toBe(true);
  expect(span?.exact).toContain('Paragraph 60 of');
});

test('the place in each document is kept', async ({ folder, start }) => {
  folder.write('a.txt', paragraphs(2000).join('\n'));
  folder.write('b.txt', 'Short.');
  const { page } = await start();
  await shows(page, 'Paragraph 0 ');
  await textBox(page).focus();
  await page.keyboard.press('Control+End');
  await shows(page, 'Paragraph 1999 ');
  await page.keyboard.press('Control+PageDown');
  await shows(page, 'Short.');
  await page.keyboard.press('Control+PageUp');
  await shows(page, 'Paragraph 1999 ');
});

test('5 MB in one line', async ({ folder, start }) => {
  folder.write('line.txt', 'word '.repeat(1_000_000));
  const { page } = await start();
  await shows(page, 'word word');
  await textBox(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveText([/Person.*word/]);
  await saved(page);
  expect(folder.annotations('line.txt')[0]?.spans).toMatchObject([{ start: 4_999_995, end: 5_000_000 }]);
});

test('find: counted, marked, and the match is selected when the bar closes', async ({ folder, start }) => {
  folder.write('a.txt', 'Rain in Spain.\nMore rain.\n');
  const { page } = await start();
  await shows(page, 'Rain');
  await textBox(page).focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('rain');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('7');
  await expect(annotationRows(page)).toHaveText([/Claim.*rain/]);
});
