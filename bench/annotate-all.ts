/** A label on thousands of matches in one step, and its undo. */
import { focusText, openDocument, rest, startApp } from './app';
import { type Group, many, megabytes, repeat } from './bench';
import { between, during } from './probe';
import { row } from './rows';

/** The word of four letters and more that stands in TEXT about COUNT times. */
function wordNear(text: string, count: number): string {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const far = (word: string) => Math.abs((counts.get(word) as number) - count);
  return [...counts.keys()].reduce((best, word) => (far(word) < far(best) ? word : best));
}

export const annotateAll: Group = {
  name: 'annotate all',
  async run(bench) {
    const { bytes } = bench.usual;
    const project = bench.project({ bytes, spans: 0, copies: 1 });
    const word = wordNear(project.text, bench.times(10_000, 1_000));
    const { page, close } = await startApp(bench.temporary, project.folder);
    await openDocument(page, project.documents[0] as string);
    await rest(page, 1000);
    await page.keyboard.press('Control+f');
    const field = page.getByRole('searchbox', { name: 'Find in the document' });
    for (const name of ['Match case', 'Whole words'])
      await page.getByRole('button', { name, exact: true }).click();
    let matches = 0;
    const found = await repeat(bench.times(8), async () => {
      await page.keyboard.press('Control+f');
      await field.fill(word);
      await page
        .locator('.find-bar')
        .getByText(/^[\d,]+ of [\d,]+$/)
        .waitFor();
      await rest(page, 300);
      await field.press('Control+Enter');
      const apply = page.getByRole('button', { name: /^Apply to [1-9]/ });
      await apply.and(page.locator('[aria-disabled=false]')).waitFor();
      matches = Number((await apply.textContent())?.replace(/\D/g, ''));
      await rest(page, 300);
      const done = await during(page, ['saved'], () => apply.press('Enter'));
      await rest(page, 300);
      await focusText(page);
      const undone = await during(page, ['saved', 'highlight gone painted'], () =>
        page.keyboard.press('Control+z'),
      );
      await rest(page, 300);
      return { done, undone };
    });
    await close();
    const size = `${megabytes(bytes)}, ${many(matches, 'matches')}`;
    return [
      row(
        'annotate all → painted',
        size,
        found.map(({ done }) => between(done, 'key', 'highlight painted')),
      ),
      row(
        'annotate all → Saved in the window',
        size,
        found.map(({ done }) => between(done, 'key', 'saved')),
      ),
      row(
        'undo of it → painted',
        size,
        found.map(({ undone }) => between(undone, 'key', 'highlight gone painted')),
      ),
      row(
        'undo of it → Saved in the window',
        size,
        found.map(({ undone }) => between(undone, 'key', 'saved')),
      ),
    ];
  },
};
