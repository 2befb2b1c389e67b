/** What stands between quotation marks, in the ways of many languages. */
import { snapToGraphemes } from './graphemes';
import type { Span } from './model';
import { paragraphAt } from './paragraphs';

/** What may close each mark that opens. The curly single mark is an apostrophe, too, and is not told apart here. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
};

const every = '"“”„«»‹›「」『』《》';
const marks = new RegExp(`[${every}]`, 'g');

/** The quotations within PARAGRAPH, their marks included, in order of their starts; one may hold another. */
export function quotationsIn(text: string, paragraph: Span): readonly Span[] {
  const found: Span[] = [];
  const open: { readonly start: number; readonly closedBy: string }[] = [];
  for (const { index, 0: mark } of text.slice(paragraph.start, paragraph.end).matchAll(marks)) {
    const at = paragraph.start + index;
    let opener = open.length - 1;
    while (opener >= 0 && !open[opener]?.closedBy.includes(mark)) opener--;
    const begun = open[opener];
    if (begun) {
      // What was opened inside and not closed is none.
      open.length = opener;
      found.push(snapToGraphemes(text, { start: begun.start, end: at + 1 }));
    } else if (closers[mark]) open.push({ start: at, closedBy: closers[mark] });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The next (STEP 1) quotation that begins at OFFSET or behind it, or the last one that ends before it; null when there is none. */
export function quotationFrom(text: string, offset: number, step: -1 | 1): Span | null {
  let at: Span = paragraphAt(text, offset);
  for (;;) {
    const all = quotationsIn(text, at);
    const found =
      step > 0 ? all.find((it) => it.start >= offset) : all.filter((it) => it.end <= offset).at(-1);
    if (found) return found;
    if (step < 0) {
      let before = at.start - 1;
      // Each mark by lastIndexOf would look through the whole text for those it lacks.
      while (before >= 0 && !every.includes(text.charAt(before))) before--;
      if (before < 0) return null;
      at = paragraphAt(text, before);
    } else {
      marks.lastIndex = at.end;
      const next = marks.exec(text);
      marks.lastIndex = 0;
      if (!next) return null;
      at = paragraphAt(text, next.index);
    }
  }
}
