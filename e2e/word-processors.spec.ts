import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { chip, dragOver, fillsOf, saved, shows, textBox } from './hands';

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

for (const [name, heading, cell] of [
  ['report.docx', 'What we counted', 'weekends'],
  ['story.epub', 'The crossing', 'Tuesday'],
  ['minutes.odt', 'Minutes of the garden club', 'all paid'],
  ['article.html', 'The letters', 'The bridge in February'],
] as const)
  test(`${name}: a heading and a cell or caption are annotated, and are there again after a restart`, async ({
    folder,
    start,
  }) => {
    folder.write(name, sample(name));
    const { app, page } = await start();
    await shows(page, heading);
    // The text stands before its annotations are read; until then a label is refused with a message.
    await expect(async () => {
      await dragOver(page, heading);
      await chip(page, 'Person').click();
      expect(await fillsOf(page, 'person')).toContain(heading);
    }).toPass();
    await textBox(page).getByText(cell).first().scrollIntoViewIfNeeded();
    await dragOver(page, cell);
    await chip(page, 'Person').click();
    await expect.poll(() => fillsOf(page, 'person')).toContain(cell);
    await saved(page);
    expect(
      folder
        .annotations(name)
        .map(({ spans }) => spans[0]?.exact)
        .sort(),
    ).toEqual([heading, cell].sort());
    await app.close();
    const again = await start();
    await shows(again.page, heading);
    await expect.poll(() => fillsOf(again.page, 'person')).toContain(heading);
  });
