/** A rich document with tables: opened, and annotated by key. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { focusText, openDocument, rest, startApp } from './app';
import { type Group, MB, megabytes, repeat } from './bench';
import { between, during } from './probe';
import { FIRST } from './projects';
import { row } from './rows';
import { makeText } from './words';

const COPIES = 4;

/** Markdown of about BYTES: sections of a heading, a paragraph, a list and a table of forty rows. */
function makeMarkdown(bytes: number): string {
  const words = makeText(bytes, 5).split(/\s+/);
  let at = 0;
  const some = (count: number) => {
    at += count;
    return words
      .slice(at - count, at)
      .join(' ')
      .replace(/[|*_`<]/g, '');
  };
  const parts: string[] = [];
  while (at < words.length) {
    parts.push(`## ${some(4)}`, `${some(40)} **${some(3)}** ${some(30)} [${some(2)}](https://example.org).`);
    parts.push([1, 2, 3].map(() => `- ${some(12)}`).join('\n'));
    const rows = Array.from({ length: 40 }, () => `| ${some(2)} | ${some(1)} | ${some(14)} |`);
    parts.push(['| One | Two | Three |', '| --- | --- | --- |', ...rows].join('\n'));
  }
  return parts.join('\n\n');
}

export const rich: Group = {
  name: 'rich text',
  async run(bench) {
    const folder = join(bench.temporary, 'rich');
    mkdirSync(folder);
    writeFileSync(join(folder, FIRST), makeText(16 * 1024, 3));
    for (let i = 0; i < COPIES; i++) writeFileSync(join(folder, `rich-${i}.md`), makeMarkdown(MB));
    const running = await startApp(bench.temporary, folder);
    const { page } = running;
    const opened = await repeat(bench.times(12), async (round) => {
      const times = await during(page, ['text painted'], () =>
        openDocument(page, `rich-${round % COPIES}.md`),
      );
      await rest(page, 1500);
      return times;
    });
    await focusText(page);
    const pressed = await repeat(bench.times(30), async () => {
      await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Control+ArrowRight');
      await rest(page, 150);
      return during(page, ['highlight painted'], () => page.keyboard.press('e'));
    });
    await running.close();
    const size = `${megabytes(MB)} rich text with tables`;
    return [
      row(
        'text in memory → first paint',
        size,
        opened.map((times) => between(times, 'handed over', 'text painted')),
      ),
      row(
        'click on the document → first paint',
        size,
        opened.map((times) => between(times, 'click', 'text painted')),
      ),
      row(
        'key → painted',
        size,
        pressed.map((times) => between(times, 'key', 'highlight painted')),
      ),
    ];
  },
};
