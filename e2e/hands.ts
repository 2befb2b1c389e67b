/** What a person's hands and eyes do. */
import { expect, type Page } from '@playwright/test';

export const textBox = (page: Page) => page.getByRole('textbox', { name: 'Document text' });
export const annotationList = (page: Page) => page.getByRole('list', { name: 'Annotations' });
export const annotationRows = (page: Page) => annotationList(page).getByRole('listitem');
export const saveStatus = (page: Page) => page.getByRole('status', { name: 'Save status' });
export const option = (page: Page, path: string) =>
  page.getByRole('listbox', { name: 'Documents' }).getByRole('option', { name: path, exact: true });
export const chip = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Labels' }).getByRole('button', { name, exact: true });

/** Waits until everything is on disk. */
export const saved = (page: Page) => expect(saveStatus(page)).toHaveText('Saved');

/** Waits until the text shows WORDS. */
export const shows = (page: Page, words: string) => expect(textBox(page)).toContainText(words);

/** The middle of the first (or NTH) place of WORDS in the mounted text, and its ends, in CSS pixels. */
export async function placeOf(page: Page, words: string, nth = 0) {
  await shows(page, words);
  return page.evaluate(
    ([wanted, skip]) => {
      const root = document.querySelector('[role=textbox][aria-label="Document text"]') as HTMLElement;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let left = skip;
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          const range = document.createRange();
          const rect = (from: number, to: number) => {
            range.setStart(node as Text, from);
            range.setEnd(node as Text, to);
            const rects = [...range.getClientRects()].filter((it) => it.width > 0);
            return (from === at ? rects[0] : rects.at(-1)) as DOMRect;
          };
          const first = rect(at, at + 1);
          const last = rect(at + wanted.length - 1, at + wanted.length);
          return {
            start: { x: first.left, y: first.top + first.height / 2 },
            end: { x: last.right, y: last.top + last.height / 2 },
          };
        }
      }
      throw new Error(`“${wanted}” is not in the mounted text`);
    },
    [words, nth] as const,
  );
}

/** Drags over WORDS with the mouse. */
export async function dragOver(page: Page, words: string, nth = 0): Promise<void> {
  const { start, end } = await placeOf(page, words, nth);
  await page.mouse.move(start.x + 0.5, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x - 0.5, end.y, { steps: 3 });
  await page.mouse.up();
}

/** Clicks into the middle of WORDS (which stand on one line). */
export async function clickOn(page: Page, words: string, nth = 0): Promise<void> {
  const { start, end } = await placeOf(page, words, nth);
  await page.mouse.click((start.x + end.x) / 2, (start.y + end.y) / 2);
}

/** With the caret at the start of the text: walks to OFFSET and selects LENGTH characters, by arrow keys alone. */
export async function selectByKeys(page: Page, offset: number, length: number): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < offset; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < length; i++) await page.keyboard.press('Shift+ArrowRight');
}

export interface PaintedRange {
  readonly name: string;
  readonly text: string;
}

/** What is painted by CSS highlights now, in the order of the text. */
export function painted(page: Page): Promise<PaintedRange[]> {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
      [...(highlight as Set<AbstractRange>)].map((range) => ({ name, range })),
    );
    const top = (range: AbstractRange) =>
      (range.startContainer.parentElement as Element).getBoundingClientRect().top;
    ranges.sort((a, b) => top(a.range) - top(b.range) || a.range.startOffset - b.range.startOffset);
    // A range may reach over several cells or runs.
    const textOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange) => {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return live.toString();
    };
    return ranges.map(({ name, range }) => ({ name, text: textOf(range) }));
  });
}

/** The texts of the fills of LABEL (its id) that are painted now. */
export async function fillsOf(page: Page, label: string): Promise<string[]> {
  return (await painted(page))
    .filter(({ name }) => name.startsWith(`label-${label}-`))
    .map(({ text }) => text);
}
